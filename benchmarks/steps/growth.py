"""Whether a step costs the same where the vendor has a thousand customers and where it has a million.

    python -m benchmarks.steps growth [--sizes 1000 1000000] [--database postgresql://…]

The customers are held by five hundred other agencies and stand in the index of names; they are laid by plain INSERTs.
"""

from __future__ import annotations

import argparse
import asyncio
import statistics
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import AsyncExitStack
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, insert, select, text

from benchmarks.follow_ups import Size, customers_of, insert_rows
from benchmarks.names.vendor import AGENCIES, SALESPEOPLE, account_of
from benchmarks.steps.ours import telegram, working
from storage.engine.database import Database
from storage.names import build as name_build
from storage.tables.customers import customers
from storage.tables.people import accounts, agencies, units

SIZES = (1_000, 1_000_000)
ROUNDS, REPORTS = 5, 16
FLAT = 1.3
ON = 10_000
"""Laid numbers begin here: the benchmark's own people have the first ones."""


def main(args: Sequence[str] = ()) -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.steps growth")
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES, help="numbers of customers")
    parser.add_argument("--database", help="PostgreSQL URL of an empty database, for one size; default: SQLite")
    given = parser.parse_args(list(args))
    with tempfile.TemporaryDirectory(prefix="baobei-") as folder:
        asyncio.run(grow(Path(folder), given.sizes, given.database))


async def grow(folder: Path, sizes: Sequence[int], address: str | None = None) -> None:
    """Prints milliseconds of processor a step, by kind and number of customers: medians of rounds in turn, for what else the
    machine does must not tell for one size alone."""
    found: dict[str, dict[int, list[float]]] = defaultdict(lambda: defaultdict(list))
    async with AsyncExitStack() as stack:
        api = stack.enter_context(telegram())
        bots = {}
        for size in sizes:
            at = address or str(folder / f"{size}.db")
            bots[size] = await stack.enter_async_context(working(at, folder / str(size), api))
            await lay_customers(bots[size].db, size)
            await bots[size].begin()
        for _ in range(ROUNDS):
            for size, bot in bots.items():
                for kind, (cost, _) in (await bot.kinds(REPORTS)).items():
                    found[kind][size].append(cost)
    print(f"\none step at a time, without relay: processor ms by number of customers; flat is within {FLAT}")
    print("| |", *(f"{size:,} |" for size in sizes), "last ÷ first |")
    print("|---|" + "---|" * (len(sizes) + 1))
    for kind, by_size in found.items():
        costs = [statistics.median(by_size[size]) for size in sizes]
        ratios = [last / first for first, last in zip(by_size[sizes[0]], by_size[sizes[-1]], strict=True)]
        print(f"| {kind} |", *(f"{cost:.2f} |" for cost in costs), f"{statistics.median(ratios):.2f} |")


async def lay_customers(db: Database, count: int) -> None:
    await db.transact(_lay_agencies)
    await insert_rows(db, customers, _elsewhere(count))
    known = await db.read(lambda conn: [tuple(row) for row in conn.execute(select(customers.c.id, customers.c.name))])
    await db.transact(lambda conn: sum(1 for _ in name_build.load(conn, known)))
    await db.transact(_settle)


def _lay_agencies(conn: Connection) -> None:
    unit = conn.execute(select(units.c.id).limit(1)).scalar_one()
    held = range(1, AGENCIES + 1)
    conn.execute(
        insert(agencies),
        [{"id": ON + each, "name": f"代理商{each}有限公司", "state": "active", "unit_id": unit} for each in held],
    )
    people = [(each, place) for each in held for place in range(1, SALESPEOPLE + 1)]
    common = {"type": "salesperson", "administrator": False, "state": "active"}
    conn.execute(
        insert(accounts),
        [
            {"id": ON + account_of(each, place), "name": f"人{each}-{place}", "agency_id": ON + each, **common}
            for each, place in people
        ],
    )


def _elsewhere(count: int) -> Iterator[dict[str, Any]]:
    for row in customers_of(Size(count, 0)):
        yield row | {"agency_id": ON + row["agency_id"], "contact_id": ON + row["contact_id"]}


def _settle(conn: Connection) -> None:
    """Numbers go on after those that were laid; statistics, as a database's own upkeep makes them."""
    if conn.dialect.name == "postgresql":
        for table in ("agencies", "accounts", "customers"):
            conn.execute(text(f"SELECT setval('{table}_id_seq', (SELECT max(id) FROM {table}))"))  # noqa: S608
        conn.execute(text("ANALYZE"))
