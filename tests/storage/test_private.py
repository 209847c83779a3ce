"""What the bot keeps is its user's alone, and what was taken away is gone from the disk."""

from __future__ import annotations

import asyncio
import os
import sqlite3
import stat
import subprocess
import sys
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest
from sqlalchemy import Connection, text

from storage.engine import private, writer
from storage.engine.database import Database
from storage.files.store import FileStore

SECRET = "kV9q_Zt-a-link-that-was-taken-back"


@pytest.fixture(autouse=True)
def generous() -> object:
    """The umask of a careless machine."""
    before = os.umask(0)
    yield
    os.umask(before)


def _does(sql: str, row: dict[str, str], conn: Connection) -> None:
    conn.execute(text(sql), row)


_table = partial(_does, "CREATE TABLE t (x TEXT)", {})


def open_ones(folder: Path) -> dict[str, str]:
    """Everything under the folder that others could read or enter."""
    paths = [folder, *folder.rglob("*")]
    return {str(each): oct(each.stat().st_mode) for each in paths if stat.S_IMODE(each.stat().st_mode) & 0o077}


async def test_database_log_copies_and_files_are_for_nobody_else(tmp_path: Path) -> None:
    data = private.folder(tmp_path / "data")
    db = await Database.open(str(data / "baobei.sqlite"))
    await db.transact(_table)
    FileStore(data / "files").keep([b"content"])
    await db.backup(data / "copy.sqlite")
    assert {each.name for each in data.iterdir()} >= {"baobei.sqlite", "baobei.sqlite-wal", "copy.sqlite", "files"}
    assert open_ones(data) == {}
    await db.close()


async def test_what_an_older_version_left_open_is_closed(tmp_path: Path) -> None:
    data = tmp_path / "data"
    data.mkdir()
    with closing(sqlite3.connect(data / "baobei.sqlite")) as old:
        old.execute("CREATE TABLE t (x TEXT)")
    assert open_ones(data)
    private.folder(data)
    db = await Database.open(str(data / "baobei.sqlite"))
    await db.read(lambda conn: conn.execute(text("SELECT * FROM t")).all())
    assert open_ones(data) == {}
    await db.close()


async def test_a_folder_that_is_somebody_elses_keeps_its_rights(tmp_path: Path) -> None:
    shared = tmp_path / "shared"
    shared.mkdir(mode=0o777)
    db = await Database.open(str(shared / "x.db"))
    await db.close()
    assert stat.S_IMODE(shared.stat().st_mode) == 0o777


async def test_what_was_taken_away_is_neither_in_the_file_nor_in_its_log(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writer, "REST", 0.2)
    file = tmp_path / "x.db"
    db = await Database.open(str(file))
    await db.transact(_table)
    for number in range(200):
        row = {"x": f"{SECRET}-{number}"}
        await db.transact(partial(_does, "INSERT INTO t VALUES (:x)", row))
    await db.transact(partial(_does, "DELETE FROM t", {}))
    log = file.with_name(file.name + "-wal")
    async with asyncio.timeout(10):
        while log.stat().st_size:
            # as the bot does all the time: whether anything has come due
            await db.transact(partial(_does, "UPDATE t SET x = 'y' WHERE x = 'nothing of the kind'", {}))
            await asyncio.sleep(0.02)
    assert SECRET.encode() not in file.read_bytes()
    await db.close()


@pytest.mark.slow
@pytest.mark.parametrize(
    "words",
    [
        ["migrate"],
        ["invite", "--administrator", "王管理"],
        ["backup", "copy.sqlite"],
        ["import", "customers", "--template", "list.xlsx"],
    ],
)
def test_whatever_a_command_writes_is_its_users_alone(tmp_path: Path, words: list[str]) -> None:
    private.folder(tmp_path)
    env = {name: value for name, value in os.environ.items() if not name.startswith("BAOBEI_")}
    env |= {"BAOBEI_DATA": str(tmp_path / "data"), "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    codes = []
    for each in (["migrate"], words):
        ran = subprocess.run(
            [sys.executable, "-m", "bot", *each], cwd=tmp_path, env=env, capture_output=True, check=False
        )
        codes.append(ran.returncode)
    assert codes == [0, 0]
    assert open_ones(tmp_path) == {}
