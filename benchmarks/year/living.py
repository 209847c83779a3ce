"""The year itself: days, ticks, outages; and what must hold."""

from __future__ import annotations

import asyncio
import resource
import time
from collections import Counter
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import Connection, func, select, update

from benchmarks.year.life import Life
from benchmarks.year.vendor import FIRST, RULES, SEED, Size, at, lay
from bot.process import duties
from bot.serving.app import App
from domain.reminders.records import ReminderState
from storage.chat import outbox as outbox_rows
from storage.engine.database import Database
from storage.migrate import upgrade
from storage.tables.chats import cards
from storage.tables.customers import customers
from storage.tables.pool import holdings
from storage.tables.protection import protection_requests
from storage.tables.queues import outbox
from storage.tables.reminders import announcements, receipts, reminders

OUTAGES = (range(40, 43), range(150, 153), range(300, 303))
CUT_OFF = (range(20, 24), range(200, 210))
"""Days on which ticks go on, and nothing can be sent."""
TICKS = (0.2, 8.5, 17.6)
"""After midnight, in the morning, after the hour at which orders are to be logged."""
LAST_ROUNDS = 10
"""Each brings what the one before gave rise to: that somebody can't be reached is told to his owner, that the owner can't be
to the manager, that the manager can't be to the head; and each of these is settled a round after it was sent."""
ENDED = {ReminderState.SENT, ReminderState.SUPERSEDED, ReminderState.OBSOLETE, ReminderState.UNREACHABLE}


class Broken(AssertionError):
    """Something that must hold doesn't."""


class Year:
    def __init__(self, db: Database, app: App, size: Size, days: int) -> None:
        self.db, self.app, self.days = db, app, days
        self.life = Life(app.pushes, size, SEED)
        self.ticks = 0
        self.seconds = 0.0
        self.slowest = 0.0
        self.released = 0

    async def live(self) -> None:
        begun = time.perf_counter()
        for number in range(self.days):
            day = FIRST + timedelta(days=number)
            await self.db.transact(lambda conn, day=day: self.life.day(conn, day))  # type: ignore[misc]
            if any(number in outage for outage in OUTAGES):
                continue
            schedulers = 2 if number % 30 == 5 else 1
            hours = (TICKS[1], TICKS[1] - 1, TICKS[2]) if number % 90 == 20 else TICKS  # once the clock is set back
            for hour in hours:
                await self._tick(at(day, hour), schedulers, sends=not any(number in days for days in CUT_OFF))
            if number % 30 == 29:
                print(
                    f"  day {number + 1}: {self.released:,} released; {time.perf_counter() - begun:,.0f} s", flush=True
                )
        end = FIRST + timedelta(days=self.days)
        for round_ in range(LAST_ROUNDS):
            await self._tick(at(end, 8.5 + round_ / 60), 1)

    async def _tick(self, now: datetime, schedulers: int, *, sends: bool = True) -> None:
        today = now.astimezone(RULES.zone).date()
        due = await self.db.read(lambda conn: _past_their_end(conn, today))
        before = await self.db.read(_count_released)
        begun = time.perf_counter()
        await asyncio.gather(*(duties.do_all(self.db, self.app, now) for _ in range(schedulers)))
        took = time.perf_counter() - begun
        self.ticks, self.seconds, self.slowest = self.ticks + 1, self.seconds + took, max(self.slowest, took)
        after = await self.db.read(_count_released)
        self.released += after - before
        left = await self.db.read(lambda conn: _past_their_end(conn, today))
        if left or after - before != len(due):
            raise Broken(f"{now}: {len(due)} were to be released, {after - before} were, {len(left)} are left")
        if sends:
            await self.db.transact(lambda conn: _all_sent(conn, now))
        elif several := await self.db.read(_unsent_digests):
            raise Broken(f"{now}: {several} people have more than one digest to come")


def _past_their_end(conn: Connection, today: date) -> list[int]:
    undecided = select(protection_requests.c.customer_id).where(protection_requests.c.state == "pending")
    past = (customers.c.state == "protected", customers.c.protected_until < today, customers.c.id.not_in(undecided))
    return list(conn.execute(select(customers.c.id).where(*past)).scalars())


def _unsent_digests(conn: Connection) -> int:
    """How many people have several."""
    theirs = select(cards.c.account_id).join(outbox, outbox.c.card_id == cards.c.id)
    several = theirs.where(cards.c.page == "digest", outbox.c.state == "waiting").group_by(cards.c.account_id)
    return conn.execute(select(func.count()).select_from(several.having(func.count() > 1).subquery())).scalar_one()


def _count_released(conn: Connection) -> int:
    return conn.execute(select(func.count()).select_from(holdings)).scalar_one()


def _all_sent(conn: Connection, now: datetime) -> None:
    """The relay's part, and dropping what was sent a week ago."""
    conn.execute(update(outbox).where(outbox.c.state == "waiting").values(state="sent", ended_at=now, body=None))
    week = now - timedelta(days=7)
    while outbox_rows.purge(conn, week, week, limit=5_000):
        pass


# --- what must hold at the end ----------------------------------------------------------------------------------------


def _states(conn: Connection) -> Counter[str]:
    query = select(reminders.c.state, func.count()).group_by(reminders.c.state)
    return Counter(dict(conn.execute(query).tuples().all()))


def _open(conn: Connection) -> list[Any]:
    """Some that have not ended: which, since when, and how their rows in the outbox stand."""
    fields = (reminders.c.kind, reminders.c.subject, reminders.c.receiver, reminders.c.due, reminders.c.state)
    query = select(*fields, outbox.c.state, outbox.c.ended_at).outerjoin(outbox, outbox.c.id == reminders.c.outbox_id)
    ended = [each.value for each in ENDED]
    return [tuple(row) for row in conn.execute(query.where(reminders.c.state.not_in(ended)).limit(10))]


def _kinds(conn: Connection) -> Counter[str]:
    query = select(reminders.c.kind, func.count()).group_by(reminders.c.kind)
    return Counter(dict(conn.execute(query).tuples().all()))


def _in_digests(conn: Connection) -> Counter[int]:
    """How often each reminder stood in a digest."""
    found: Counter[int] = Counter()
    for args in conn.execute(select(cards.c.args).where(cards.c.page == "digest")).scalars():
        found.update(args["ids"])
    return found


def _unread_by_relay(conn: Connection) -> int:
    late = select(func.count()).select_from(announcements).where(announcements.c.state == "waiting")
    handed = select(func.count()).select_from(receipts).where(receipts.c.state == "handed")
    return int(conn.execute(late).scalar_one() + conn.execute(handed).scalar_one())


async def _hold(db: Database) -> None:
    states = await db.read(_states)
    if left := {state: count for state, count in states.items() if state not in ENDED}:
        raise Broken(f"reminders that have not ended: {left}, such as {await db.read(_open)}")
    shown = await db.read(_in_digests)
    if shown and max(shown.values()) > 1:
        raise Broken("a reminder stood in two digests")
    sent = await db.read(lambda conn: set(_ids(conn, ReminderState.SENT)))
    if sent != set(shown):
        raise Broken(f"{len(sent)} reminders were sent, {len(shown)} stood in a digest")
    if late := await db.read(_unread_by_relay):
        raise Broken(f"{late} announcements or receipts are on their way for ever")


def _ids(conn: Connection, state: ReminderState) -> Any:
    return conn.execute(select(reminders.c.id).where(reminders.c.state == state.value)).scalars()


async def year(called: str, address: str, size: Size, app: App, days: int) -> None:
    await upgrade(address)
    db = await Database.open(address)
    try:
        begun = time.perf_counter()
        await db.transact(lambda conn: app.begin(conn, at(FIRST, 0)))
        await lay(db, size)
        print(
            f"{called}: {size.agencies} agencies, {size.people:,} people, {size.customers:,} customers, of which "
            f"{size.protected:,} protected; laid in {time.perf_counter() - begun:,.0f} s",
            flush=True,
        )
        lived = Year(db, app, size, days)
        begun = time.perf_counter()
        await lived.live()
        took = time.perf_counter() - begun
        await _hold(db)
        _tell(lived, took, await db.read(_states), await db.read(_kinds))
    finally:
        await db.close()


def _tell(lived: Year, took: float, states: Counter[str], kinds: Counter[str]) -> None:
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(
        f"  {lived.days} days in {took:,.0f} s; {lived.ticks:,} ticks, mean {lived.seconds / lived.ticks * 1000:,.0f} ms,"
    )
    print(f"  slowest {lived.slowest:,.2f} s; released, each on its day: {lived.released:,}")
    print("  reminders, each ended once: " + ", ".join(f"{count:,} {state}" for state, count in sorted(states.items())))
    print("  of these: " + ", ".join(f"{count:,} {kind}" for kind, count in kinds.most_common()))
    print(f"  memory at most {memory:,} MiB", flush=True)
