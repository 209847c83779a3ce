"""What a sweep costs at a million customers, and for how long somebody else waits meanwhile."""

from __future__ import annotations

import asyncio
import resource
import sqlite3
import time
from contextlib import closing
from datetime import datetime, timedelta

from sqlalchemy import Connection, func, select, update

from benchmarks.year.vendor import FIRST, Size, at, lay
from bot.process import duties
from bot.serving.app import App
from storage.engine.database import Database
from storage.migrate import upgrade
from storage.tables.people import units
from storage.tables.queues import outbox
from storage.tables.reminders import reminders

EACH = 0.01
"""Seconds between two steps of somebody else."""


async def sweep(called: str, address: str, size: Size, app: App) -> None:
    """Ticks with nothing due, with a usual day's worth, and with the most that can come on one day."""
    await upgrade(address)
    db = await Database.open(address)
    try:
        begun = time.perf_counter()
        await db.transact(lambda conn: app.begin(conn, at(FIRST, 0)))
        await lay(db, size)
        await _settle(db, address)
        print(
            f"{called}, a sweep: {size.customers:,} customers, {size.protected:,} protected; laid in "
            f"{time.perf_counter() - begun:,.0f} s",
            flush=True,
        )
        await _alone(db)
        await _measured(db, app, at(FIRST, 8.5), "what is due on the day on which it begins")
        for day, what in ((1, "a day's worth"), (3, "a day on which every eighth report comes to its tenth day")):
            await _settle(db, address)
            await _measured(db, app, at(FIRST + timedelta(days=day), 8.5), what)
            await _measured(db, app, at(FIRST + timedelta(days=day), 8.6), "what became of them")
            await _measured(db, app, at(FIRST + timedelta(days=day), 8.7), "nothing due")
        print(f"  memory at most {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024:,} MiB", flush=True)
    finally:
        await db.close()


async def _settle(db: Database, address: str) -> None:
    """All is sent, and the journal as short as it is in everyday life."""

    def step(conn: Connection) -> None:
        conn.execute(update(outbox).where(outbox.c.state == "waiting").values(state="sent", ended_at=at(FIRST, 9)))

    await db.transact(step)
    if db.on_sqlite:
        with closing(sqlite3.connect(address)) as conn:
            conn.execute("PRAGMA wal_checkpoint(TRUNCATE)")


async def _step(db: Database) -> float:
    """Somebody's step, which writes; how long it took."""
    begun = time.perf_counter()
    await db.transact(lambda conn: conn.execute(update(units).values(name=units.c.name)).rowcount)
    return time.perf_counter() - begun


async def _alone(db: Database) -> None:
    waits = []
    for _ in range(100):
        waits.append(await _step(db))
        await asyncio.sleep(EACH)
    print(f"  a step with nothing beside it takes {_spread(waits)}", flush=True)


def _spread(seconds: list[float]) -> str:
    found = sorted(each * 1000 for each in seconds)
    late = sum(1 for each in found if each > 50)
    return (
        f"p50 {found[len(found) // 2]:.0f} ms, p99 {found[int(len(found) * 0.99)]:.0f} ms, at most {found[-1]:.0f} ms "
        f"({late} of {len(found)} over 50 ms)"
    )


async def _measured(db: Database, app: App, now: datetime, what: str) -> None:
    waits: list[float] = []
    done = asyncio.Event()

    async def somebody_else() -> None:
        while not done.is_set():
            waits.append(await _step(db))
            await asyncio.sleep(EACH)

    count = await db.read(_count)
    async with asyncio.TaskGroup() as group:
        group.create_task(somebody_else())
        begun, worked = time.perf_counter(), time.process_time()
        await duties.do_all(db, app, now)
        took, worked = time.perf_counter() - begun, time.process_time() - worked
        done.set()
    made = await db.read(_count) - count
    print(
        f"  {what}: {took * 1000:,.0f} ms ({worked * 1000:,.0f} ms of work), {made:,} reminders; others' steps "
        f"{_spread(waits)}",
        flush=True,
    )


def _count(conn: Connection) -> int:
    return conn.execute(select(func.count()).select_from(reminders)).scalar_one()
