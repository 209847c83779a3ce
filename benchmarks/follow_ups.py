"""Lists, searches and cards at the size of a vendor: 100,000 customers, 1,000,000 follow-up reports, on SQLite.

    make bench ARGS=follow_ups
    python -m benchmarks.follow_ups --quick --database postgresql://…

Screens are made by the very pages, each in a reading transaction of its own, as the bot makes them (without sending).
`--quick` is a tenth of it. The aim: p99 under 100 ms.
"""

from __future__ import annotations

import argparse
import asyncio
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any

from sqlalchemy import Connection, Table, insert, text

from benchmarks.names.invented import names
from benchmarks.names.vendor import AGENCIES, SALESPEOPLE, account_of, lay_people
from bot.serving.work import work_for
from dialogs.core.ask import WorkAsk
from dialogs.core.page import Args
from dialogs.core.registry import Registry
from dialogs.core.texts import Texts
from dialogs.registry import for_accounts
from domain.base import policy
from domain.base.searching import customer_text, find_text
from domain.base.stage import ADVANCE, Stage
from domain.names import same_key
from domain.products.mcus import model_key
from domain.projects.records import Milestone, ProjectItem
from domain.protection.clock import Protection
from storage.engine.database import Database
from storage.migrate import upgrade
from storage.records.projects import item_to_json
from storage.records.protection import protection_to_json
from storage.tables.customers import customers
from storage.tables.follow_ups import follow_ups, project_tellings, projects

NOW = datetime(2026, 11, 22, 1, 41, tzinfo=UTC)
REPORTS_EACH = 10
CHUNK = 20_000
STAGES = (*ADVANCE, Stage.PAUSED, Stage.ENDED)
DOMAINS = ("家电 · 空调", "电机控制 · 水泵", "工业控制 · 变频器", "照明 · LED驱动", "消费电子 · 耳机")
RULES = policy.load(None)


@dataclass(frozen=True)
class Size:
    customers: int
    runs: int


def main(args: Sequence[str] = ()) -> None:
    """Prints p50 and p99 in milliseconds for each screen and reader."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.follow_ups")
    parser.add_argument("--quick", action="store_true", help="a tenth of the customers and reports")
    parser.add_argument("--database", help="PostgreSQL URL of an empty database; default: a new SQLite file")
    given = parser.parse_args(list(args))
    size = Size(10_000, 100) if given.quick else Size(100_000, 300)
    with tempfile.TemporaryDirectory() as folder:
        asyncio.run(_measure(given.database or str(Path(folder) / "bench.db"), size))


async def _measure(address: str, size: Size) -> None:
    await upgrade(address)
    db = await Database.open(address)
    try:
        begun = time.monotonic()
        await _fill(db, size, address)
        reports = size.customers * REPORTS_EACH
        print(f"{size.customers:,} customers, {reports:,} reports laid in {time.monotonic() - begun:.0f} s")
        print(f"{'screen':<42}{'p50 ms':>9}{'p99 ms':>9}{'p99 CPU ms':>12}")
        pages = for_accounts(Texts.load())
        for label, account, page, make in _screens(size):
            runs = [await once(db, pages, account, page, make(run)) for run in range(size.runs)]
            times, work = (sorted(each) for each in zip(*runs, strict=True))
            last = len(runs) * 99 // 100
            print(f"{label:<42}{times[len(runs) // 2]:>9.1f}{times[last]:>9.1f}{work[last]:>12.1f}", flush=True)
    finally:
        await db.close()


async def once(db: Database, pages: Registry, account: int, page: str, args: Args) -> tuple[float, float]:
    """Milliseconds from the question to the screen, on the loop's side; those of CPU, which a busy machine doesn't change."""

    def show(conn: Connection) -> object:
        people = work_for(conn, RULES, NOW).people
        work = work_for(conn, RULES, NOW, account=people.account(account), owner=f"account:{account}")
        return pages.page(page).show(args, WorkAsk(work))

    begun, worked = time.perf_counter(), time.process_time()
    await (db.transact if page == "customer" else db.read)(show)  # who opened a customer's card is on record
    return (time.perf_counter() - begun) * 1000, (time.process_time() - worked) * 1000


# --- what is shown ------------------------------------------------------------------------------------------------

READERS = (("administrator", 1), ("manager of a unit", 2), ("owner", 20), ("salesperson", 21))


def _screens(size: Size) -> Iterator[tuple[str, int, str, Callable[[int], Args]]]:
    random = Random(7)
    found = [find_text(each).split("\n") for each in some_names(200)]
    for reader, account in READERS:
        yield f"home, {reader}", account, "home", lambda run: {}
        yield f"list, {reader}", account, "customers", lambda run: {"page": run % 20}
        yield f"list of the overdue, {reader}", account, "customers", lambda run: {"due": "overdue"}
        yield f"list by stage, {reader}", account, "customers", lambda run: {"stage": STAGES[run % 5].value}
        for how, place in (("characters", 0), ("pinyin", 1), ("initials", 2)):
            yield (
                f"search by {how}, {reader}",
                account,
                "customers",
                lambda run, place=place: {"text": part_of(found[run % 200][place], random)},  # type: ignore[misc]
            )
    yield "customer filter, administrator", 1, "customer_filter", lambda run: {}
    yield "groups by agency, administrator", 1, "customer_filter", lambda run: {"by": "agency"}
    for label, page in (("card", "customer"), ("reports of a customer", "follow_ups"), ("projects", "projects")):
        yield f"{label}, administrator", 1, page, lambda run: {"customer": random.randrange(size.customers) + 1}
    yield "whom to write for, salesperson", 21, "write_follow_up", lambda run: {}


def part_of(text: str, random: Random) -> str:
    """Three to six characters from the middle of a name, as somebody remembers it."""
    begin = random.randrange(max(len(text) - 8, 1))
    return text[begin : begin + random.randint(3, 6)]


# --- what there is ------------------------------------------------------------------------------------------------


def some_names(count: int) -> Iterator[str]:
    """Each name once."""
    seen: set[str] = set()
    for name in names(count * 2):
        if name not in seen and len(seen) < count:
            seen.add(name)
            yield name


async def _fill(db: Database, size: Size, address: str) -> None:
    await db.transact(lay_people)
    for table, rows in (
        (customers, customers_of(size)),
        (projects, projects_of(size)),
        (follow_ups, _reports(size)),
        (project_tellings, _tellings(size)),
    ):
        await insert_rows(db, table, rows)
    if "postgresql" in address:
        await db.transact(lambda conn: conn.execute(text("ANALYZE")))  # as its autovacuum does


async def insert_rows(db: Database, table: Table, rows: Iterator[dict[str, Any]]) -> None:
    chunk: list[dict[str, Any]] = []
    for row in rows:
        chunk.append(row)
        if len(chunk) == CHUNK:
            await _insert_chunk(db, table, chunk)
            chunk = []
    if chunk:
        await _insert_chunk(db, table, chunk)


async def _insert_chunk(db: Database, table: Table, rows: list[dict[str, Any]]) -> None:
    def step(conn: Connection) -> None:
        conn.execute(insert(table), rows)

    await db.transact(step)


def holder(customer: int) -> tuple[int, int]:
    """Agency and contact."""
    agency = customer % AGENCIES + 1
    return agency, account_of(agency, 1 + customer // AGENCIES % SALESPEOPLE)


def customers_of(size: Size) -> Iterator[dict[str, Any]]:
    random = Random(1)
    for each, name in enumerate(some_names(size.customers), 1):
        agency, contact = holder(each)
        domain = DOMAINS[each % len(DOMAINS)]
        until = None if each % 20 == 0 else (NOW + timedelta(days=random.randrange(180))).date()
        yield {
            "id": each, "name": name, "same_key": f"{same_key(name)}#{each}", "state": "protected", "agency_id": agency,
            "contact_id": contact, "protected_since": NOW - timedelta(days=90), "protected_until": until,
            "protection": protection_to_json(Protection(until=until or NOW.date(), endless=until is None)),
            "end_set_on": NOW.date(),
            "profile": {"name": name, "credit_code": None, "region": "广东 深圳", "domain": domain, "volume": "120",
                        "mcus": "STM32F103", "buyer": "", "factory": "", "background": "2010 年成立" * 20},
            "stage": STAGES[each % 5].value, "followed_up_at": NOW - timedelta(days=random.randrange(30)),
            "follow_up_due": (NOW + timedelta(days=random.randrange(-15, 15))).date(),
            "domain": domain.partition(" · ")[0], "find": customer_text(name, None, (), "STM32F103", [("变频主控", "BAT32G135")]), "created_at": NOW,
        }  # fmt: skip


def _item(each: int) -> dict[str, Any]:
    return item_to_json(
        ProjectItem(
            name="变频主控", domain=DOMAINS[each % len(DOMAINS)], mcu="BAT32G135", stage=STAGES[each % 5],
            progress="样片已寄出，等待测试结果", yearly=50_000, milestone=Milestone.PILOT, due="2027-03",
        )
    )  # fmt: skip


def projects_of(size: Size) -> Iterator[dict[str, Any]]:
    for each in range(1, size.customers + 1):
        told = _item(each)
        yield {
            "id": each, "customer_id": each, "key": "变频主控", "stage": told["stage"], "told": told, "since": NOW,
            "changed_at": NOW - timedelta(days=each % 200), "gone": False, "domain": DOMAINS[each % len(DOMAINS)].partition(" · ")[0],
            "model": model_key("BAT32G135"), "milestone_on": date(2027, 3, 1) - timedelta(days=each % 300),
            "find": find_text("变频主控", "BAT32G135"),
        }  # fmt: skip


def _reports(size: Size) -> Iterator[dict[str, Any]]:
    for each in range(1, size.customers * REPORTS_EACH + 1):
        customer = (each - 1) % size.customers + 1
        agency, contact = holder(customer)
        yield {
            "id": each, "number": f"GJ-2026-{each:07}", "customer_id": customer, "agency_id": agency,
            "contact_id": contact, "author_id": contact, "helpers": [],
            "at": NOW - timedelta(days=150 - each // size.customers * 15), "version": 1,
            "dynamics": "客户扩产，第二条线年后投产，首批样机测试通过，竞品价格低 5%。",
        }  # fmt: skip


def _tellings(size: Size) -> Iterator[dict[str, Any]]:
    for row in _reports(size):
        yield {
            "id": row["id"], "project_id": row["customer_id"], "follow_up_id": row["id"], "at": row["at"],
            "author_id": row["author_id"], "told": _item(row["customer_id"]),
        }  # fmt: skip


if __name__ == "__main__":
    main(sys.argv[1:])
