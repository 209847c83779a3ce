"""`baobei backup`, as an operator types it."""

from __future__ import annotations

import asyncio
import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from storage.chat import chats
from storage.engine.database import Database
from tests.databases import NOW

pytestmark = pytest.mark.slow


async def baobei(*words: str | Path, data: Path, **settings: str) -> tuple[int, str]:
    env = {name: value for name, value in os.environ.items() if not name.startswith("BAOBEI_")}
    env |= {"BAOBEI_DATA": str(data), **{f"BAOBEI_{name}": value for name, value in settings.items()}}
    ran = await asyncio.to_thread(
        subprocess.run,
        [sys.executable, "-m", "bot", *map(str, words)],
        env=env,
        capture_output=True,
        text=True,
        check=False,
    )
    return ran.returncode, ran.stdout + ran.stderr


async def test_the_copy_is_whole_while_the_bot_writes(sqlite_address: str, tmp_path: Path) -> None:
    db = await Database.open(sqlite_address)
    await db.transact(lambda conn: chats.meet(conn, 101, "李明", None, NOW))
    copy = tmp_path / "away" / "copy.db"
    code, said = await baobei("backup", copy, data=tmp_path, DATABASE=f"sqlite:///{sqlite_address}")
    assert code == 0, said
    assert "whole" in said
    await db.transact(lambda conn: chats.meet(conn, 102, "王芳", None, NOW))
    await db.close()
    with closing(sqlite3.connect(copy)) as conn:
        assert conn.execute("SELECT name FROM chats").fetchall() == [("李明",)]


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        ({"DATABASE": "postgresql://nobody@127.0.0.1:9/nothing"}, "pg_dump"),
        ({}, "no database"),
    ],
)
async def test_what_cant_be_copied_is_told_in_a_sentence(tmp_path: Path, settings: dict[str, str], words: str) -> None:
    code, said = await baobei("backup", tmp_path / "copy.db", data=tmp_path, **settings)
    assert code == 1
    assert words in said
    assert "Traceback" not in said


async def test_a_database_isnt_copied_onto_itself(sqlite_address: str, tmp_path: Path) -> None:
    code, said = await baobei("backup", sqlite_address, data=tmp_path, DATABASE=f"sqlite:///{sqlite_address}")
    assert code == 1
    assert "itself" in said
