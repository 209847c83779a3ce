"""python-telegram-bot's own tests that make requests, out of its released archive, against the sandbox.

`ptb_failures.txt` has those that fail, by reason. It may only shrink: a test that passes is struck off the list, and one
that fails and isn't on it is a fault of ours.
"""

from __future__ import annotations

import asyncio
import os
import random
import sys
from pathlib import Path

import pytest
from PIL import Image

from bot.sandbox.client import Server
from tests.sandbox.bot_api import LI, WANG
from tests.sandbox.foreign import cache

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("foreign"), pytest.mark.timeout(300)]
LISTED = (cache.HERE / "ptb_failures.txt").read_text("utf-8").splitlines()
EXPECTED = {line for line in LISTED if line.startswith("tests/")}
AT_MOST = 105
"""How many they were last; fewer is written down here."""
TOO_SLOW = ("test_send_open_period", "test_send_close_date_default_tz")
"""They sleep until a poll closes, five seconds each."""
PICTURES = {"telegram.jpg": (800, 800), "telegram.png": (500, 500), "telegram.webp": (510, 512), "game.gif": (320, 180)}
FILES = ("telegram.mp4", "telegram2.mp4", "telegram.mp3", "telegram.ogg")
OPTIONS = """
    -c /dev/null --rootdir=. -p ptb_plugin -p no:cacheprovider -p no:xdist -o asyncio_mode=auto
    -o asyncio_default_fixture_loop_scope=session -o asyncio_default_test_loop_scope=session
    -W ignore -q --tb=no --timeout=20
"""


def stand_ins(data: Path) -> None:
    """What the archive leaves out of its tests' data, made anew: of the same kind, not of the same bytes."""
    for name, sides in PICTURES.items():
        if not (data / name).exists():
            Image.effect_noise(sides, 50).convert("RGB").save(data / name)
    for name in FILES:
        (data / name).write_bytes(random.Random(name).randbytes(3000))


def asked(archive: Path) -> list[Path]:
    """The files with tests that make requests."""
    files = [path for path in archive.glob("tests/**/test_*.py") if "WithRequest" in path.read_text("utf-8")]
    return sorted(path.relative_to(archive) for path in files if "official" not in path.parent.name)


def told(report: Path) -> dict[str, str]:
    """Outcome by test."""
    lines = [line.split(" ", 1) for line in report.read_text("utf-8").splitlines()]
    return {test: outcome for outcome, test in lines}


async def run(server: Server, archive: Path, report: Path) -> str:
    """What it printed."""
    here = {"URL": server.url, "TOKEN": server.sandbox.token, "PERSON": str(LI), "ANOTHER": str(WANG)}
    env = {**os.environ, **{f"SANDBOX_{name}": value for name, value in here.items()}, "SANDBOX_REPORT": str(report)}
    # GITHUB_ACTIONS: their tests then do without what python-telegram-bot needs only for some of its extras
    env |= {"PYTHONPATH": str(cache.HERE), "PYTHONDONTWRITEBYTECODE": "1", "GITHUB_ACTIONS": "true"}
    without = [f"--deselect=tests/test_bot.py::TestBotWithRequest::{name}" for name in TOO_SLOW]
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "pytest", *OPTIONS.split(), *without, *map(str, asked(archive))),
        cwd=archive,
        env=env,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )
    said, _ = await process.communicate()
    return said.decode("utf-8", "replace")[-3000:]


def test_the_list_only_shrinks() -> None:
    assert len(EXPECTED) <= AT_MOST


async def test_their_own_tests_fail_only_where_it_is_known_why(server: Server, tmp_path: Path) -> None:
    archive = cache.ptb_archive()
    stand_ins(archive / "tests" / "data")
    said = await run(server, archive, tmp_path / "report")
    outcomes = told(tmp_path / "report")
    failed = {test for test, outcome in outcomes.items() if outcome == "failed"}
    assert len(outcomes) > 200, said
    fresh, mended = sorted(failed - EXPECTED), sorted(EXPECTED - failed)
    assert fresh == [], "They passed before:\n" + "\n".join(fresh)
    assert mended == [], "They pass now, strike them off the list:\n" + "\n".join(mended)
