"""What the checks fetch of others' software: once, by checksum, into the user's cache; where it can't be, they are skipped."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tarfile
from pathlib import Path

import platformdirs
import pytest

HERE = Path(__file__).parent
ROOT = HERE.parents[2]
SECONDS = 120


def folder(name: str) -> Path:
    found = platformdirs.user_cache_path("baobei") / "tests" / name
    found.mkdir(parents=True, exist_ok=True)
    return found


def fetched(what: str, *command: str, within: Path) -> None:
    """Runs the package manager; skips the test, with its last words, where that fails."""
    try:
        ran = subprocess.run(command, cwd=within, capture_output=True, text=True, timeout=SECONDS, check=False)
    except (OSError, subprocess.TimeoutExpired) as error:
        pytest.skip(f"{what} can't be fetched: {error}")
    if ran.returncode:
        pytest.skip(f"{what} can't be fetched: {(ran.stderr or ran.stdout).strip()[-200:]}")


def ptb_archive() -> Path:
    """python-telegram-bot as it was released, with its own tests: the version and the checksums of our lock."""
    lock = (ROOT / "requirements.lock").read_text("utf-8")
    pinned = re.search(r"^python-telegram-bot==(\S+) \\\n((?: +--hash=\S+(?: \\)?\n)+)", lock, re.MULTILINE)
    assert pinned is not None
    place = folder("python-telegram-bot")
    unpacked = place / f"python_telegram_bot-{pinned[1]}"
    if not unpacked.exists():
        wanted = place / "wanted.txt"
        wanted.write_text(f"python-telegram-bot=={pinned[1]} \\\n{pinned[2]}", "utf-8")
        how = ("--no-deps", "--no-binary", ":all:", "--no-build-isolation", "--require-hashes", "--quiet")
        what = f"The archive of python-telegram-bot {pinned[1]}"
        fetched(what, sys.executable, "-m", "pip", "download", *how, "-r", str(wanted), within=place)
        with tarfile.open(place / f"{unpacked.name}.tar.gz") as archive:
            archive.extractall(place, filter="data")
    return unpacked


def node_bots() -> Path:
    """The bots for node beside what they need, as their lock pins it."""
    if shutil.which("node") is None or shutil.which("npm") is None:
        pytest.skip("node and npm aren't there: bots with grammY and node-telegram-bot-api aren't run")
    place = folder("node")
    kept = place / "package-lock.json"
    lock = (HERE / "node" / "package-lock.json").read_bytes()
    if not (place / "node_modules").exists() or not kept.exists() or kept.read_bytes() != lock:
        shutil.copy(HERE / "node" / "package.json", place)
        kept.write_bytes(lock)
        fetched(
            "grammY and node-telegram-bot-api", "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", within=place
        )
    for bot in (HERE / "node").glob("*.mjs"):
        shutil.copy(bot, place)
    return place
