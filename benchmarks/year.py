"""A vendor's year, lived day by day by the real duties of a tick; and what a sweep costs at a million customers.

    make bench ARGS=year
    python -m benchmarks.year --quick --database postgresql://…

500 agencies, 5,000 people, 100,000 customers; each day some write reports, some ask for extensions, which are decided
sooner or later, some people block the bot for a while. There are outages of three days, days with two schedulers at
once, and a clock that is set back an hour. Held at each tick: who is released is exactly who is past the last day with
nothing undecided. Held at the end: every reminder has ended, once, as sent, superseded, obsolete or unreachable.

`--quick` is a small part of it. The aims of a sweep: under 1 s with nothing due, no step of others later by 50 ms.
"""

from __future__ import annotations

import argparse
import asyncio
import resource
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from datetime import time as clock
from decimal import Decimal
from pathlib import Path
from random import Random
from typing import Any

from sqlalchemy import Connection, func, insert, select, text, update

from benchmarks.names.invented import names
from bot import duties
from bot.app import App
from bot.rendering import ScreenRenderer
from bot.work import work_for
from dialogs.core.texts import Texts
from domain import deciding, following, policy, protecting, protection
from domain.approvals import Kind
from domain.errors import Refusal
from domain.names import same_key
from storage.database import Database
from storage.files import FileStore
from storage.migrate import upgrade
from storage.records.protections import protection_to_json
from storage.tables.chats import chats
from storage.tables.pool import holdings
from storage.tables.protection import protection_requests
from storage.tables.queues import outbox
from storage.tables.records import accounts, agencies, approvals, customers, units
from storage.tables.reminders import reminders

RULES = policy.load(None)
FIRST = date(2026, 11, 23)
OUTAGES = (range(40, 43), range(150, 153), range(300, 303))
CHUNK = 5_000
SEED = 7


@dataclass(frozen=True)
class Size:
    agencies: int
    people: int
    customers: int
    swept: int
    """Customers in the measurement of a sweep; a tenth of them protected."""


WHOLE = Size(500, 5_000, 100_000, 1_000_000)
QUICK = Size(10, 60, 500, 100_000)


def at(day: date, hour: float) -> datetime:
    moment = datetime.combine(day, clock(), RULES.zone) + timedelta(hours=hour)
    return moment.astimezone(UTC)


# --- the vendor -------------------------------------------------------------------------------------------------------


def lay(conn: Connection, size: Size, count: int, protected: int, spread: int) -> None:
    """One unit of ten managers, the agencies, and `count` customers of which the first are protected, since at most
    `spread` days."""
    now = at(FIRST, 9)
    conn.execute(insert(units).values(id=1000, name="全国", kind="region", head_id=1))
    conn.execute(insert(agencies), [_agency(each, size) for each in range(1, size.agencies + 1)])
    people = [_person(each, size) for each in range(1, size.people + 1)]
    conn.execute(insert(accounts), people)
    conn.execute(
        insert(chats),
        [{"chat_id": each["chat_id"], "name": each["name"], "met_at": now} for each in people],
    )
    rows = _customers(size, count, protected, spread)
    while chunk := [row for row, _ in zip(rows, range(CHUNK), strict=False)]:
        conn.execute(insert(customers), chunk)
    if conn.dialect.name == "postgresql":
        for table in ("units", "agencies", "accounts", "customers"):
            conn.execute(text(f"SELECT setval('{table}_id_seq', (SELECT max(id) FROM {table}))"))  # noqa: S608


def _agency(number: int, size: Size) -> dict[str, Any]:
    manager = number % 10 + 1
    return {"id": number, "name": f"第{number}代理有限公司", "state": "active", "unit_id": 1000, "manager_id": manager}


def _person(number: int, size: Size) -> dict[str, Any]:
    """The first ten are managers, then come an owner and salespeople of each agency."""
    person: dict[str, Any] = {
        "id": number,
        "name": f"第{number}人",
        "state": "active",
        "administrator": number == 10,
        "chat_id": 10_000 + number,
        "type": "manager",
        "unit_id": 1000,
        "agency_id": None,
    }
    if number > 10:
        agency = (number - 11) % size.agencies + 1
        owner = number - 11 < size.agencies
        person |= {"type": "owner" if owner else "salesperson", "unit_id": None, "agency_id": agency}
    return person


def _customers(size: Size, count: int, protected: int, spread: int) -> Iterator[dict[str, Any]]:
    profile = {
        "name": "", "credit_code": None, "region": "广东 深圳", "domain": "家电 · 空调", "volume": str(Decimal(120)),
        "mcus": "STM32F103", "buyer": "", "factory": "", "background": "",
    }  # fmt: skip
    staff = size.people - 10 - size.agencies
    for number, name in zip(range(1, count + 1), names(count, SEED), strict=True):
        row: dict[str, Any] = {
            "id": number, "name": name, "same_key": f"{same_key(name)}{number}", "state": "open", "last_position": 0,
            "created_at": at(FIRST, 9), "profile": None, "agency_id": None, "contact_id": None, "protected_since": None,
            "protected_until": None, "protection": None, "end_set_on": None, "remind_on": None, "follow_up_due": None,
        }  # fmt: skip
        if number <= protected:
            since = FIRST - timedelta(days=number % spread)
            held = protection.begin(RULES, since)
            contact = 11 + size.agencies + number % staff
            row |= {
                "state": "protected",
                "profile": {**profile, "name": name},
                "agency_id": (contact - 11) % size.agencies + 1,
                "contact_id": contact,
                "protected_since": at(since, 9),
                "protected_until": held.until,
                "protection": protection_to_json(held),
                "end_set_on": since,
                "remind_on": protection.next_reminder(RULES, held.until, set_on=since, after=FIRST - timedelta(days=1)),
                "follow_up_due": following.next_due(RULES, FIRST - timedelta(days=number % 15)),
            }
        yield row


# --- a year -----------------------------------------------------------------------------------------------------------


class Year:
    def __init__(self, db: Database, app: App, size: Size, days: int) -> None:
        self.db, self.app, self.size, self.days = db, app, size, days
        self.chance = Random(SEED)
        self.ticks = 0
        self.seconds = 0.0
        self.slowest = 0.0
        self.released = 0

    async def live(self) -> None:
        for number in range(self.days):
            day = FIRST + timedelta(days=number)
            await self.db.transact(lambda conn, day=day: self._work_of_a_day(conn, day))  # type: ignore[misc]
            if any(number in outage for outage in OUTAGES):
                continue
            schedulers = 2 if number % 30 == 5 else 1
            hours = (8.5, 7.5, 17.0) if number % 90 == 20 else (8.5, 17.0)  # once the clock is set back
            for hour in hours:
                await self._tick(at(day, hour), schedulers)
            await self.db.transact(_all_sent)
        await self._tick(at(FIRST + timedelta(days=self.days), 8.5), 1)
        await self.db.transact(_all_sent)
        await self._tick(at(FIRST + timedelta(days=self.days), 8.6), 1)
        await self.db.transact(_all_sent)
        await self._tick(at(FIRST + timedelta(days=self.days), 8.7), 1)

    async def _tick(self, now: datetime, schedulers: int) -> None:
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
            raise AssertionError(f"{now}: {len(due)} were to be released, {after - before} were")

    def _work_of_a_day(self, conn: Connection, day: date) -> None:
        """Most write their reports in time, some ask for more months, managers decide when they come to it."""
        chance, now = self.chance, at(day, 9)
        near = (customers.c.state == "protected", customers.c.follow_up_due <= day + timedelta(days=6))
        writers = [
            each for each in conn.execute(select(customers.c.id).where(*near)).scalars() if chance.random() < 0.3
        ]
        for start in range(0, len(writers), CHUNK):
            wrote = update(customers).where(customers.c.id.in_(writers[start : start + CHUNK]))
            conn.execute(wrote.values(follow_up_due=following.next_due(RULES, day), followed_up_at=now))
        ending = (customers.c.state == "protected", customers.c.protected_until.between(day, day + timedelta(days=8)))
        for customer, contact in conn.execute(select(customers.c.id, customers.c.contact_id).where(*ending)).all():
            if chance.random() < 0.08:
                self._asks(conn, now, customer, contact)
        pending = select(approvals.c.id).where(approvals.c.state == "pending", approvals.c.kind == Kind.EXTENSION.value)
        for approval in list(conn.execute(pending).scalars()):
            if chance.random() < 0.3:
                self._decides(conn, now, approval)
        person = 11 + chance.randrange(self.size.people - 10)
        blocked = None if chance.random() < 0.5 else now
        conn.execute(update(chats).where(chats.c.chat_id == 10_000 + person).values(blocked_at=blocked))

    def _asks(self, conn: Connection, now: datetime, customer: int, contact: int) -> None:
        people = work_for(conn, RULES, now).people
        work = work_for(conn, RULES, now, account=people.account(contact))
        try:
            command = protecting.AskExtension(customer=customer, months=self.chance.randint(1, 6), reason="样机测试中")
            protecting.ask_extension(work, command)
        except Refusal:
            return  # one is pending already
        self.app.pushes.deliver(work)

    def _decides(self, conn: Connection, now: datetime, approval_id: int) -> None:
        system = work_for(conn, RULES, now)
        approver = system.approvals.get(approval_id).current.approvers[0]
        work = work_for(conn, RULES, now, account=system.people.account(approver))
        if self.chance.random() < 0.8:
            deciding.approve(work, deciding.Approve(approval=approval_id))
        else:
            deciding.reject(work, deciding.Reject(approval=approval_id, reason="没有进展"))
        self.app.pushes.deliver(work)


def _past_their_end(conn: Connection, today: date) -> list[int]:
    undecided = select(protection_requests.c.customer_id).where(protection_requests.c.state == "pending")
    past = (customers.c.state == "protected", customers.c.protected_until < today, customers.c.id.not_in(undecided))
    return list(conn.execute(select(customers.c.id).where(*past)).scalars())


def _count_released(conn: Connection) -> int:
    return conn.execute(select(func.count()).select_from(holdings)).scalar_one()


def _all_sent(conn: Connection) -> None:
    """The relay's part: what is in the outbox is sent. Its rows are dropped after a while, as in life."""
    now = datetime.now(UTC)  # noqa: TID251  the outbox's times are real
    conn.execute(update(outbox).where(outbox.c.state == "waiting").values(state="sent", ended_at=now, body=None))


async def year(address: str, size: Size, app: App, days: int) -> None:
    await upgrade(address)
    db = await Database.open(address)
    try:
        await db.transact(lambda conn: app.begin(conn, at(FIRST, 8)))
        await db.transact(lambda conn: lay(conn, size, size.customers, size.customers, 85))
        lived = Year(db, app, size, days)
        begun = time.perf_counter()
        await lived.live()
        found = await db.read(_states)
        left = found["waiting"] + found["handed"]
        print(
            f"{size.customers:,} customers, {size.people:,} people: {days} days in {time.perf_counter() - begun:,.0f} s"
        )
        print(
            f"  ticks {lived.ticks}, mean {lived.seconds / lived.ticks * 1000:,.0f} ms, slowest {lived.slowest:,.2f} s"
        )
        print(f"  released on their day: {lived.released:,}")
        print("  reminders: " + ", ".join(f"{state} {count:,}" for state, count in sorted(found.items())))
        print(f"  not ended: {left}; memory at most {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024:,} MiB")
        if left:
            raise AssertionError(f"{left} reminders have not ended")
    finally:
        await db.close()


def _states(conn: Connection) -> Counter[str]:
    query = select(reminders.c.state, func.count()).group_by(reminders.c.state)
    return Counter({row.state: row[1] for row in conn.execute(query)})


# --- a sweep ----------------------------------------------------------------------------------------------------------


async def sweep(address: str, size: Size, app: App) -> None:
    """A tick with nothing due, then one with a day's worth; beside it the steps of somebody else."""
    await upgrade(address)
    db = await Database.open(address)
    try:
        begun = time.perf_counter()
        await db.transact(lambda conn: app.begin(conn, at(FIRST, 8)))
        await db.transact(lambda conn: lay(conn, size, size.swept, size.swept // 10, 85))
        print(f"{size.swept:,} customers, {size.swept // 10:,} protected; laid in {time.perf_counter() - begun:,.0f} s")
        await _measured(db, app, at(FIRST, 8.5), "the first day's")
        await _measured(db, app, at(FIRST, 8.6), "nothing due")
        await _measured(db, app, at(FIRST + timedelta(days=1), 8.5), "a day's")
        await _measured(db, app, at(FIRST + timedelta(days=1), 8.6), "nothing due")
    finally:
        await db.close()


async def _measured(db: Database, app: App, now: datetime, what: str) -> None:
    waits: list[float] = []
    done = asyncio.Event()

    async def somebody_else() -> None:
        while not done.is_set():
            begun = time.perf_counter()
            await db.transact(lambda conn: conn.execute(select(units.c.id)).all())
            waits.append(time.perf_counter() - begun)
            await asyncio.sleep(0.01)

    count = await db.read(lambda conn: conn.execute(select(func.count()).select_from(reminders)).scalar_one())
    async with asyncio.TaskGroup() as group:
        group.create_task(somebody_else())
        begun, worked = time.perf_counter(), time.process_time()
        await duties.do_all(db, app, now)
        took, worked = time.perf_counter() - begun, time.process_time() - worked
        done.set()
    made = await db.read(lambda conn: conn.execute(select(func.count()).select_from(reminders)).scalar_one()) - count
    waits.sort()
    late = (
        f"others wait p99 {waits[int(len(waits) * 0.99)] * 1000:.0f} ms, at most {waits[-1] * 1000:.0f} ms"
        if waits
        else ""
    )
    print(f"  {what}: {took * 1000:,.0f} ms ({worked * 1000:,.0f} ms of work), {made:,} reminders; {late}")


def main(args: list[str] | None = None) -> None:
    wanted = argparse.ArgumentParser(prog="python -m benchmarks.year")
    wanted.add_argument("--quick", action="store_true", help="a small part of it")
    wanted.add_argument("--database", help="an empty database for the year; default: SQLite in a temporary folder")
    wanted.add_argument("--only", choices=["year", "sweep"])
    wanted.add_argument("--days", type=int, default=365)
    chosen = wanted.parse_args([] if args is None else args)
    size = QUICK if chosen.quick else WHOLE
    with tempfile.TemporaryDirectory() as folder:
        texts = Texts.load(strict=False)
        app = App(
            RULES, texts, ScreenRenderer(texts, RULES, FileStore(Path(folder)), lambda: at(FIRST, 9)), "baobei_bot"
        )
        if chosen.only != "sweep":
            asyncio.run(year(chosen.database or f"{folder}/year.db", size, app, chosen.days))
        if chosen.only != "year":
            asyncio.run(sweep(f"{folder}/sweep.db", size, app))


if __name__ == "__main__":
    main(sys.argv[1:])
