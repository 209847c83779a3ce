"""The vendor of the simulation: one unit, its managers, the agencies and their people, customers at all stages of their
protection. Laid by plain INSERTs: what a year's duties find is what counts, not how it came there."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from datetime import time as clock
from itertools import islice
from typing import Any

from sqlalchemy import Connection, insert, text

from benchmarks.names.invented import names
from domain.base import policy
from domain.base.calendar import add_months
from domain.base.stage import Stage
from domain.customers import next_report
from domain.names import same_key
from domain.protection import clock as protection
from domain.protection.clock import Protection
from storage.engine.database import Database
from storage.records.protection import protection_to_json
from storage.tables.chats import chats
from storage.tables.customers import customers
from storage.tables.people import accounts, agencies, units

RULES = policy.load(None)
FIRST = date(2026, 11, 23)
CHUNK = 2_000
SEED = 7
MANAGERS = 10
UNIT = 1000


@dataclass(frozen=True)
class Size:
    agencies: int
    people: int
    customers: int
    protected: int


def at(day: date, hour: float) -> datetime:
    moment = datetime.combine(day, clock(), RULES.zone) + timedelta(hours=hour)
    return moment.astimezone(UTC)


def chat_of(account: int) -> int:
    return 10_000 + account


async def lay(db: Database, size: Size) -> None:
    """All of it, in transactions of some thousand rows."""
    await db.transact(lambda conn: _people(conn, size))
    rows = _customers(size)
    while chunk := await asyncio.to_thread(lambda: list(islice(rows, CHUNK))):
        await db.transact(lambda conn, chunk=chunk: conn.execute(insert(customers), chunk).rowcount)  # type: ignore[misc]
    await db.transact(_count_on)


def _people(conn: Connection, size: Size) -> None:
    conn.execute(insert(units).values(id=UNIT, name="全国", kind="region", head_id=1))
    conn.execute(insert(agencies), [_agency(each) for each in range(1, size.agencies + 1)])
    people = [_person(each, size) for each in range(1, size.people + 1)]
    conn.execute(insert(accounts), people)
    met = [{"chat_id": each["chat_id"], "name": each["name"], "met_at": at(FIRST, 0)} for each in people]
    conn.execute(insert(chats), met)


def _count_on(conn: Connection) -> None:
    """What comes later is numbered on from what was laid."""
    if conn.dialect.name == "postgresql":
        for table in ("units", "agencies", "accounts", "customers"):
            conn.execute(text(f"SELECT setval('{table}_id_seq', (SELECT max(id) FROM {table}))"))  # noqa: S608


def _agency(number: int) -> dict[str, Any]:
    manager = number % MANAGERS + 1
    return {"id": number, "name": f"第{number}代理有限公司", "state": "active", "unit_id": UNIT, "manager_id": manager}


def _person(number: int, size: Size) -> dict[str, Any]:
    """The first are managers, then come an owner and an assistant of each agency, then salespeople in turn."""
    place, round_ = (number - MANAGERS - 1) % size.agencies, (number - MANAGERS - 1) // size.agencies
    manager = number <= MANAGERS
    return {
        "id": number,
        "name": f"第{number}人",
        "state": "active",
        "administrator": number == MANAGERS,
        "chat_id": chat_of(number),
        "type": "manager" if manager else ("owner", "assistant")[round_] if round_ < 2 else "salesperson",
        "unit_id": UNIT if manager else None,
        "agency_id": None if manager else place + 1,
    }


def salesperson(size: Size, number: int) -> tuple[int, int]:
    """The account and the agency of the salesperson of that number, counted round and round."""
    first = MANAGERS + 2 * size.agencies + 1
    account = first + number % (size.people - first + 1)
    return account, (account - MANAGERS - 1) % size.agencies + 1


def _customers(size: Size) -> Iterator[dict[str, Any]]:
    for number, name in zip(range(1, size.customers + 1), names(size.customers, SEED), strict=True):
        row = {
            "id": number,
            "name": name,
            "same_key": f"{same_key(name)}{number}",
            "created_at": at(FIRST, 0),
            "state": "open",
            **dict.fromkeys(HOLDING),
        }
        if number <= size.protected:
            row |= {"state": "protected", **holding(size, number, name, _laid(number))}
        yield row


def _laid(number: int) -> tuple[date, Protection]:
    """Since when, and the clock: a sixth in mass production, the others with ends in the next half year."""
    since = FIRST - timedelta(days=number % 85)
    if number % 6 == 0:
        reviewed = FIRST - timedelta(days=number // 6 % 150)
        return since, Protection(until=since, endless=True, granted=frozenset({Stage.PRODUCTION}), reviewed_on=reviewed)
    begun = protection.begin(RULES, since)
    return since, Protection(until=add_months(begun.until, number % 4))


HOLDING = (
    "profile",
    "agency_id",
    "contact_id",
    "protected_since",
    "protected_until",
    "protection",
    "end_set_on",
    "remind_on",
    "review_on",
    "follow_up_due",
)


def holding(size: Size, number: int, name: str, held: tuple[date, Protection]) -> dict[str, Any]:
    """The columns of a protected customer."""
    since, protected = held
    contact, agency = salesperson(size, number)
    profile = {
        "name": name, "credit_code": None, "region": "广东 深圳", "domain": "家电 · 空调", "volume": "120",
        "mcus": "STM32F103", "buyer": "", "factory": "", "background": "",
    }  # fmt: skip
    yesterday = max(since, FIRST) - timedelta(days=1)
    return {
        "profile": profile,
        "agency_id": agency,
        "contact_id": contact,
        "protected_since": at(since, 9),
        "protected_until": protected.last_day,
        "protection": protection_to_json(protected),
        "end_set_on": since,
        "remind_on": protection.next_reminder(RULES, protected.last_day, set_on=since, after=yesterday),
        "review_on": protection.next_review(RULES, protected),
        "follow_up_due": next_report.next_due(RULES, max(since, FIRST - timedelta(days=number % 8))),
    }
