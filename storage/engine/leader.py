"""Which process sends and ticks: one, for pacing towards Telegram is kept in its memory.

    leader = leadership(db)
    await leader.begin()          # SQLite: raises InUse when another bot runs on the same file
    … leader.keep() runs in a task …
    if leader.holds: …
    await leader.end()

On PostgreSQL the lead is an advisory lock on a connection of its own: it is free the moment that this process dies.
On SQLite a second bot on the same file is a mistake, and is told so; tools such as `baobei invite` don't lead and may come.
"""

from __future__ import annotations

import asyncio
import logging
import sqlite3
from pathlib import Path
from typing import Any, Final, Protocol

import asyncpg
from sqlalchemy import func, select
from sqlalchemy.engine import URL
from typing_extensions import override

from storage.engine.database import Database
from storage.engine.errors import InUse
from storage.engine.postgres_errors import BROKEN
from storage.engine.urls import sqlite_path

log = logging.getLogger(__name__)

GRACE: Final = 2.0
"""Seconds before a process that waited for the lead uses it: the former leader, cut off, notices within one."""
_NUMBER: Final = 0x62616F626569  # "baobei"


class Leadership(Protocol):
    """Whether this process leads just now."""

    @property
    def holds(self) -> bool: ...

    async def begin(self) -> None: ...

    async def keep(self) -> None: ...

    async def end(self) -> None: ...


def leadership(db: Database) -> Leadership:
    return _OnSqlite(sqlite_path(db.url)) if db.on_sqlite else _OnPostgres(db.url)


async def somebody_leads(db: Database) -> bool:
    """Whether a bot runs on the database: for tools that would otherwise do its work themselves."""
    if not db.on_sqlite:
        return not await db.transact(
            lambda conn: bool(conn.execute(select(func.pg_try_advisory_xact_lock(_NUMBER))).scalar_one())
        )
    lock = sqlite_path(db.url).with_name(sqlite_path(db.url).name + ".lock")
    return lock.exists() and await asyncio.to_thread(_is_locked, lock)


def _is_locked(path: Path) -> bool:
    probe = sqlite3.connect(path, timeout=0)
    try:
        probe.execute("SELECT 1 FROM sqlite_master").fetchall()
    except sqlite3.OperationalError:
        return True
    finally:
        probe.close()
    return False


class _OnSqlite(Leadership):
    def __init__(self, path: Path) -> None:
        self._path = path.with_name(path.name + ".lock")
        self._lock: sqlite3.Connection | None = None

    @property
    @override
    def holds(self) -> bool:
        return self._lock is not None

    @override
    async def begin(self) -> None:
        """SQLite's own file lock, on a file beside: portable, and the system frees it however the process ends."""
        lock = sqlite3.connect(self._path, timeout=0, isolation_level=None)
        try:
            lock.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError as error:
            lock.close()
            raise InUse(
                f"Another bot is already running on {self._path.with_suffix('')}. Stop it first, or give this one a data "
                "folder of its own; for several processes on one database use PostgreSQL."
            ) from error
        self._lock = lock

    @override
    async def keep(self) -> None:
        """It can't be lost."""

    @override
    async def end(self) -> None:
        if self._lock is not None:
            self._lock.close()
            self._lock = None


class _OnPostgres(Leadership):
    def __init__(self, url: URL) -> None:
        self._address = url.set(drivername="postgresql").render_as_string(hide_password=False)
        self._conn: Any = None
        self._waited = False
        self._holds = False

    @property
    @override
    def holds(self) -> bool:
        return self._holds

    @override
    async def begin(self) -> None:
        """One try, so that a bot that is alone leads from its first moment; then `keep`."""
        await self._try()

    @override
    async def keep(self) -> None:
        while True:
            await self._try()
            await asyncio.sleep(1)

    @override
    async def end(self) -> None:
        self._holds = False
        if self._conn is not None:
            self._conn.terminate()
            self._conn = None

    async def _try(self) -> None:
        """Take the lead if it is free, or see that we still have it."""
        try:
            if self._conn is None or self._conn.is_closed():
                self._holds = False
                self._conn = await asyncpg.connect(self._address, timeout=5, command_timeout=3)
            if self._holds:
                await self._conn.execute("SELECT 1")
            elif await self._conn.fetchval("SELECT pg_try_advisory_lock($1)", _NUMBER):
                if self._waited:
                    await asyncio.sleep(GRACE)
                self._holds = True
                log.info("This process leads")
            else:
                self._waited = True
        except BROKEN as error:
            log.warning("The lead can't be asked for: %s", error)
            await self.end()
