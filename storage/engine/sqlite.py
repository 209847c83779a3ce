"""SQLite behind the door: one thread writes, a few read beside it.

The pragmas and why: WAL lets readers go on while one writes; FULL, because what Telegram was told that we have must survive a
power cut (NORMAL gains 9 % once commits are shared; what nobody was told of is committed so, see `writer`); secure_delete, because what is taken away (a link, a draft) must not lie
readable in a free page; foreign_keys is off unless asked for. BEGIN is said by us: in the
driver's own mode a SELECT opens no transaction and DDL escapes a rollback.
"""

from __future__ import annotations

import asyncio
import sqlite3
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from typing import Any, Final, TypeVar

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL
from sqlalchemy.exc import DBAPIError, OperationalError

from storage.engine import private
from storage.engine.errors import Busy, Unusable
from storage.engine.metadata import dump_json
from storage.engine.sqlite_errors import translate
from storage.engine.statements import SHARED
from storage.engine.step import Step
from storage.engine.urls import sqlite_path
from storage.engine.writer import Heard, Writer

T = TypeVar("T")
BUSY_TIMEOUT: Final = 5.0
"""Seconds that another process is waited for before SQLite says busy."""
LOOK: Final = 0.003
"""Seconds after which SQLite's waiting for the write lock begins anew. It looks after 1, 2, 5, 10 … up to every 100 ms, and would
miss the gaps of a job that takes the lock again and again, or sleep on when it is free."""
READERS: Final = 8
"""Threads that read at most; each is begun when the others are busy."""


class Sqlite:
    """One database file."""

    def __init__(self, url: URL, heard: Heard, patience: float) -> None:
        self._path = sqlite_path(url)
        private.database(self._path)
        self._engine = writing_engine(url, busy_timeout=min(BUSY_TIMEOUT, patience))
        self._reads = _reading_engine(url, min(BUSY_TIMEOUT, patience))
        self._readers = ThreadPoolExecutor(READERS, "sqlite-reader")
        self._writer = Writer(self._engine, heard, patience, self._fold_up)

    async def transact(self, step: Callable[[Connection], T], *, lasting: bool = True) -> T:
        return await self._writer.run(step, lasting=lasting)

    def _fold_up(self) -> bool:
        """The log's pages into the file, and the log to nothing: what was taken away isn't readable in it either. False
        while somebody reads; then later."""
        try:
            with closing(self._engine.raw_connection()) as conn:
                ((busy, _, _),) = conn.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        except sqlite3.Error:
            return False
        return not busy

    async def read(self, step: Callable[[Connection], T]) -> T:
        try:
            return await asyncio.get_running_loop().run_in_executor(self._readers, self._look, step)
        except DBAPIError as error:
            trouble = translate(error)
            if trouble is None or isinstance(trouble, Unusable):
                raise  # a step that writes here is a mistake of ours, not of the file
            raise trouble from error

    def _look(self, step: Callable[[Connection], T]) -> T:
        with Step(self._reads) as conn, conn.begin():
            return step(conn)

    async def listen(self) -> None:
        """Nobody else writes: there is nothing to hear from outside."""

    async def backup(self, target: Path) -> None:
        await asyncio.to_thread(backup, self._path, target)

    async def close(self) -> None:
        await self._writer.close()
        await asyncio.to_thread(self._let_go)

    def _let_go(self) -> None:
        self._readers.shutdown()
        self._reads.dispose()
        self._engine.dispose()


def writing_engine(url: URL, *, foreign_keys: bool = True, busy_timeout: float = BUSY_TIMEOUT) -> Engine:
    """A sync engine whose transactions are BEGIN IMMEDIATE: one that reads first and writes later can't fail for it."""
    engine = create_engine(
        url,
        json_serializer=dump_json,
        hide_parameters=True,
        connect_args={"timeout": busy_timeout},
        execution_options=SHARED,
    )
    pragmas = {"synchronous": "FULL", "secure_delete": "ON", "foreign_keys": "ON" if foreign_keys else "OFF"}
    _prepare(engine, {**pragmas, "busy_timeout": str(round(LOOK * 1000))}, "BEGIN IMMEDIATE", busy_timeout)
    return engine


def _reading_engine(url: URL, busy_timeout: float) -> Engine:
    engine = create_engine(
        url,
        pool_size=READERS,
        json_serializer=dump_json,
        hide_parameters=True,
        connect_args={"timeout": busy_timeout},
        execution_options=SHARED,
    )
    _prepare(engine, {"query_only": "ON"}, "BEGIN", busy_timeout)
    return engine


def _prepare(engine: Engine, pragmas: dict[str, str], begin: str, patience: float) -> None:
    @event.listens_for(engine, "connect")
    def connected(dbapi: Any, _record: object) -> None:
        dbapi.isolation_level = None
        cursor = dbapi.cursor()
        if "query_only" not in pragmas:
            _use_wal(cursor, BUSY_TIMEOUT)
        for name, value in pragmas.items():
            cursor.execute(f"PRAGMA {name}={value}")
        cursor.close()

    @event.listens_for(engine, "begin")
    def begun(conn: Connection) -> None:
        deadline = time.monotonic() + patience
        while True:
            try:
                conn.exec_driver_sql(begin)
                return
            except OperationalError as error:
                if not isinstance(translate(error), Busy) or time.monotonic() >= deadline:
                    raise


def _use_wal(cursor: Any, patience: float) -> None:
    # Done once in a file's life, and the one statement that doesn't wait by itself while others look at the file.
    deadline = time.monotonic() + patience
    while cursor.execute("PRAGMA journal_mode").fetchone() != ("wal",):
        try:
            cursor.execute("PRAGMA journal_mode=WAL")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or time.monotonic() >= deadline:
                raise
            time.sleep(0.01)


def backup(source: Path, target: Path) -> None:
    """A whole copy while the bot goes on working; it appears under its name only when it is complete."""
    target.parent.mkdir(parents=True, exist_ok=True)
    half = target.with_name(target.name + ".part")
    half.unlink(missing_ok=True)
    private.database(half)
    with closing(sqlite3.connect(source)) as taken, closing(sqlite3.connect(half)) as written:
        taken.backup(written)
        [(verdict,)] = written.execute("PRAGMA integrity_check").fetchall()
    if verdict != "ok":
        raise sqlite3.DatabaseError(f"the copy is damaged: {verdict}")
    half.replace(target)
