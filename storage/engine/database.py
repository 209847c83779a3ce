"""The one door to the database.

    db = await Database.open("data/baobei.db")            # or postgresql://…
    number = await db.transact(lambda conn: reports.submit(conn, command, now))

A step is a plain function of a `sqlalchemy.Connection`: nothing inside can wait for a network. It may be run more than once
(a group that was rolled back, a lost race), so it depends on the database and its input only and changes nothing else.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from sqlalchemy import Connection
from sqlalchemy.engine import URL

from storage.engine.postgres import Postgres
from storage.engine.sqlite import Sqlite
from storage.engine.tidings import Topic
from storage.engine.urls import is_sqlite, normalise

T = TypeVar("T")


class Database:
    """Reads and transactions on one database, and those who want to know when something was committed."""

    def __init__(self, url: URL, patience: float) -> None:
        self.url = url
        self._listeners: dict[str, list[Callable[[], None]]] = {}
        kind = Sqlite if is_sqlite(url) else Postgres
        self._behind: Sqlite | Postgres = kind(url, self._heard, patience)

    @classmethod
    async def open(cls, address: str, *, patience: float = 30.0) -> Database:
        """Open a path, `sqlite:///…` or `postgresql://…`. `patience`: seconds a step waits for a database that is locked
        or away before it fails with `storage.engine.errors.Temporary`. Connects at the first step, not here."""
        return cls(normalise(address), patience)

    @property
    def on_sqlite(self) -> bool:
        return isinstance(self._behind, Sqlite)

    async def transact(self, step: Callable[[Connection], T], *, lasting: bool = True) -> T:
        """Run the step, commit, and return its result only then. What it raises rolls back and comes out here.

        `lasting` False: nobody outside is told of it before a later one is committed, so a power cut may take it back; on SQLite
        it then waits for no disk. (PostgreSQL keeps it like any other: a server may fall and its clients live on.)"""
        return await self._behind.transact(step, lasting=lasting)

    async def read(self, step: Callable[[Connection], T]) -> T:
        """Run a step that only reads, beside the writer and in a snapshot of its own. Writing inside raises."""
        return await self._behind.read(step)

    def after_commit(self, topic: Topic, listener: Callable[[], None]) -> None:
        """Call the listener (on the loop, quickly done) after each COMMIT of a step that told the topic."""
        self._listeners.setdefault(topic, []).append(listener)

    async def listen(self) -> None:
        """Hear also what other processes commit: to be kept running in a task. Returns at once on SQLite."""
        await self._behind.listen()

    async def backup(self, target: Path) -> None:
        """Write a whole, checked copy of a SQLite database while it is in use."""
        await self._behind.backup(target)

    async def close(self) -> None:
        """Finish what waits and let go."""
        await self._behind.close()

    def _heard(self, told: frozenset[str]) -> None:
        for topic in told:
            for listener in self._listeners.get(topic, ()):
                listener()
