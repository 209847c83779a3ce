"""What other people wait for, while something heavy goes on: dialog steps, one after the other, as the bot runs them."""

from __future__ import annotations

import asyncio
import itertools
import time
from collections.abc import Awaitable, Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Connection, update

from benchmarks.names.measure import at
from bot.serving.work import work_for
from dialogs.core.ask import WorkAsk
from dialogs.core.texts import Texts
from dialogs.registry import for_accounts
from domain.base import policy
from storage.engine.database import Database
from storage.names.search import search
from storage.tables.people import accounts

NOW = datetime(2026, 11, 22, 1, 41, tzinfo=UTC)
ACCOUNT = 21
"""A salesperson of `benchmarks.names.vendor`."""
PAUSE = 0.02
"""Seconds between two steps."""
LOOK_UPS = 50
"""A second: far more than salespeople of one vendor type."""


class Others:
    """A step reads what home shows, in a transaction that writes a row and is on the disk when it ends."""

    def __init__(self, db: Database) -> None:
        self.db = db
        self.rules = policy.load(None)
        self.pages = for_accounts(Texts.load())
        self.waited: list[float] = []

    async def serve_for(self, seconds: float) -> None:
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            begun = time.perf_counter()
            await self.db.transact(self._step)
            self.waited.append(time.perf_counter() - begun)
            await asyncio.sleep(PAUSE)

    def _step(self, conn: Connection) -> None:
        account = work_for(conn, self.rules, NOW).people.account(ACCOUNT)
        work = work_for(conn, self.rules, NOW, account=account, owner=f"account:{ACCOUNT}")
        self.pages.page("home").show({}, WorkAsk(work))
        conn.execute(update(accounts).where(accounts.c.id == ACCOUNT).values(phone=str(len(self.waited))))

    def print(self, when: str) -> None:
        half, most = at(0.5, self.waited), at(0.99, self.waited)
        print(f"a step of others {when}: p50 {half:.1f}, p99 {most:.1f} ms ({len(self.waited)})", flush=True)
        self.waited.clear()


def meanwhile(path: Path, lay: Callable[[Connection], None], typed: Sequence[str], seconds: float) -> None:
    """Others alone, and while names are looked up in the same index, in transactions as a report's step does it."""
    asyncio.run(_meanwhile(path, lay, typed, seconds))


async def _meanwhile(path: Path, lay: Callable[[Connection], None], typed: Sequence[str], seconds: float) -> None:
    db = await Database.open(str(path))
    try:
        await db.transact(lay)
        others = Others(db)
        await others.serve_for(1)
        others.waited.clear()
        await others.serve_for(seconds)
        others.print("alone")
        async with asyncio.TaskGroup() as group:
            beside = group.create_task(_looking_up(db, typed))
            await others.serve_for(seconds)
            beside.cancel()
        others.print(f"while {LOOK_UPS} names a second are looked up")
    finally:
        await db.close()


async def _looking_up(db: Database, typed: Sequence[str]) -> None:
    for name in itertools.cycle(typed):
        asked: Awaitable[object] = db.transact(lambda conn, name=name: search(conn, name))  # type: ignore[misc]
        await asyncio.gather(asked, asyncio.sleep(1 / LOOK_UPS))
