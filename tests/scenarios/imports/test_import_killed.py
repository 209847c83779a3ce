"""The import from the terminal, as a real process: killed at random moments, interrupted, beside a bot that runs."""

from __future__ import annotations

import asyncio
import contextlib
import multiprocessing
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from multiprocessing.context import ForkServerProcess
from pathlib import Path

import pytest

from bot.cli import importing
from bot.process.jobs import KINDS
from bot.settings import Settings
from notifications.jobs.working import Runner
from storage.records import jobs
from tests.cast import Person, Scene
from tests.documents.workbooks import cells, customer, listing

pytestmark = pytest.mark.slow

ROWS, KILLS = 350, 3
SEED = 20261122


def rows() -> list[list[object]]:
    """Invented names, all different; every seventh row can't come in, every eleventh is the one before once more."""
    brands = [
        f"{a}{b}{c}" for a in "星月云海山林" for b in "河岭峰川泽" for c in "联启恒瑞达创明宏远博安盛泰华信嘉利丰源兴"
    ]
    found: list[list[object]] = []
    for number in range(ROWS):
        name = f"深圳市{brands[number]}电子有限公司"
        if number % 11 == 10:
            name = str(found[-1][0])
        found.append(customer(name, contact="无人" if number % 7 == 6 else "李明"))
    return found


@pytest.fixture
def data(sqlite_with_cast: Path, tmp_path: Path) -> Path:
    folder = tmp_path / "data"
    folder.mkdir()
    shutil.copy(sqlite_with_cast, folder / "baobei.sqlite")
    return folder


@pytest.fixture
def list_(tmp_path: Path) -> Path:
    file = tmp_path / "清单.xlsx"
    file.write_bytes(listing(*rows()))
    return file


APART = multiprocessing.get_context("forkserver")
APART.set_forkserver_preload(["bot.cli.importing"])  # what a start of the command line costs is paid once


def _command(data: Path, file: Path) -> None:
    """`baobei import customers FILE`, in a process of its own."""
    settings = Settings(data=data, _env_file=None)
    raise SystemExit(asyncio.run(importing.run(settings, file, importing.words_of(settings, "zh"))))


@contextlib.contextmanager
def command(data: Path, file: Path) -> Iterator[ForkServerProcess]:
    process = APART.Process(target=_command, args=(data, file))
    process.start()
    try:
        yield process
    finally:
        process.kill()
        process.join()
        process.close()


def ask(data: Path, sql: str) -> list[tuple[object, ...]]:
    with contextlib.closing(sqlite3.connect(data / "baobei.sqlite", timeout=10)) as conn:
        return list(conn.execute(sql))


def settled(data: Path) -> int:
    (count,) = ask(data, "SELECT count(*) FROM import_rows")[0]
    assert isinstance(count, int)
    return count


def until_settled(data: Path, count: int, process: ForkServerProcess) -> None:
    """Until so many rows are in, or the process ended."""
    while settled(data) < count and process.is_alive():
        time.sleep(0.005)


def expected() -> tuple[set[str], int]:
    """The names that come in, and how many rows don't."""
    good = [str(row[0]) for row in rows() if row[10] == "李明"]
    return set(good), ROWS - len(set(good))


def looked_over(data: Path, file: Path) -> None:
    """Each row once, however often it was at_the_overview."""
    names, refused = expected()
    assert {str(name) for (name,) in ask(data, "SELECT name FROM customers")} == names
    assert ask(data, "SELECT count(*) FROM customers") == [(len(names),)]
    assert ask(data, "SELECT count(*), count(DISTINCT customer_id) FROM names") == [(len(names), len(names))]
    imported = "SELECT count(*), count(DISTINCT subject_id) FROM events WHERE kind = 'CustomerImported'"
    assert ask(data, imported) == [(len(names), len(names))]
    assert settled(data) == ROWS
    assert ask(data, "SELECT state, done FROM jobs WHERE state != 'done'") == []
    assert ask(data, "PRAGMA integrity_check") == [("ok",)]
    told = [row for row in cells(file.with_name(f"{file.stem}-结果.xlsx").read_bytes())[1:] if "未导入" in str(row[2])]
    assert len(told) == refused


@pytest.mark.timeout(240)
def test_an_import_killed_at_random_moments_goes_on_where_it_was_and_doubles_nothing(data: Path, list_: Path) -> None:
    chance, places = random.Random(SEED), [0]
    for _ in range(KILLS):
        with command(data, list_) as process:
            until_settled(data, settled(data) + 1, process)
            time.sleep(chance.uniform(0, 0.05))
            process.kill()
            process.join()
        places.append(settled(data))
    assert places == sorted(places)
    assert 0 < places[1] < ROWS, "killed in the middle"
    with command(data, list_) as process:
        process.join()
        assert process.exitcode == 0
    looked_over(data, list_)


@pytest.mark.timeout(240)
def test_ctrl_c_pauses_and_the_same_command_goes_on(data: Path, list_: Path) -> None:
    with command(data, list_) as process:
        until_settled(data, 1, process)
        assert process.pid is not None
        os.kill(process.pid, signal.SIGINT)
        process.join()
        assert process.exitcode == importing.PAUSED
    assert ask(data, "SELECT state FROM jobs") == [("paused",)]
    assert 0 < settled(data) < ROWS
    with command(data, list_) as process:
        process.join()
        assert process.exitcode == 0
    looked_over(data, list_)


@pytest.mark.timeout(120)
async def test_where_a_bot_runs_that_works_it_and_the_terminal_watches(
    scene: Scene, admin: Person, tmp_path: Path
) -> None:
    list_ = tmp_path / "清单.xlsx"
    list_.write_bytes(listing(*rows()[:20]))
    assert isinstance(scene.bot.workers, Runner)
    worked: list[int] = []

    def noting(task: object) -> object:
        worked.append(task.job.id)  # type: ignore[attr-defined]
        return KINDS["import_customers"](task)  # type: ignore[arg-type]

    scene.bot.workers._kinds = {**KINDS, "import_customers": noting}  # type: ignore[dict-item]
    settings = scene.bot.settings
    env = {**os.environ, "BAOBEI_DATA": str(settings.data), "BAOBEI_DATABASE": settings.database_url}
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bot", "import", "customers", str(list_)), env=env, stdout=subprocess.PIPE
    )
    out, _ = await process.communicate()
    assert process.returncode == 0
    assert "个客户" in out.decode()
    assert len(worked) == 1
    assert await scene.db.read(jobs.counts) == {"done": 1}
    await admin.goes_home()
