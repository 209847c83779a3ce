"""我的项目, 销售记录 and the search for a batch at the size of a vendor: 100,000 customers with a project and four orders each.

    make bench ARGS=orders
    python -m benchmarks.orders --quick --database postgresql://…

Screens are made by the very pages, as `benchmarks.follow_ups` does it. `--quick` is a tenth of it. The aim: p99 of the
processor under 100 ms.
"""

from __future__ import annotations

import argparse
import asyncio
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import timedelta
from decimal import Decimal
from pathlib import Path
from random import Random
from typing import Any

from sqlalchemy import text

from benchmarks.follow_ups import DOMAINS, NOW, READERS, Size, customers_of, holder, insert_rows, once, projects_of
from benchmarks.names.vendor import AGENCIES, UNITS, lay_people
from dialogs.core.page import Args
from dialogs.core.texts import Texts
from dialogs.registry import for_accounts
from domain.products.mcus import model_key
from storage.engine.database import Database
from storage.migrate import upgrade
from storage.records.orders.reach import batch_key
from storage.tables.customers import customers
from storage.tables.follow_ups import projects
from storage.tables.orders import order_batches, order_lines, orders

EACH = 4
"""Orders of a customer, a month apart; each of one line."""
MODELS = ("BAT32G135", "BAT32G139", "HC32F005", "STM32F103", "N32G031")


def main(args: Sequence[str] = ()) -> None:
    """Prints p50 and p99 in milliseconds for each screen and reader."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.orders")
    parser.add_argument("--quick", action="store_true", help="a tenth of it")
    parser.add_argument("--database", help="PostgreSQL URL of an empty database; default: a new SQLite file")
    given = parser.parse_args(list(args))
    size = Size(10_000, 60) if given.quick else Size(100_000, 100)
    with tempfile.TemporaryDirectory() as folder:
        asyncio.run(_measure(given.database or str(Path(folder) / "bench.db"), size))


async def _measure(address: str, size: Size) -> None:
    await upgrade(address)
    db = await Database.open(address)
    try:
        begun = time.monotonic()
        await db.transact(lay_people)
        for table, rows in (
            (customers, customers_of(size)),
            (projects, projects_of(size)),
            (orders, orders_of(size)),
            (order_lines, lines_of(size)),
            (order_batches, _batches(size)),
        ):
            await insert_rows(db, table, rows)
        if "postgresql" in address:
            await db.transact(lambda conn: conn.execute(text("ANALYZE")))  # as its autovacuum does
        print(
            f"{size.customers:,} customers, {size.customers * EACH:,} orders laid in {time.monotonic() - begun:.0f} s"
        )
        print(f"{'screen':<46}{'p50 ms':>9}{'p99 ms':>9}{'p99 CPU ms':>12}")
        pages = for_accounts(Texts.load())
        for label, account, page, make in _screens(size):
            runs = [await once(db, pages, account, page, make(run)) for run in range(size.runs)]
            times, work = (sorted(each) for each in zip(*runs, strict=True))
            last = len(runs) * 99 // 100
            print(f"{label:<46}{times[len(runs) // 2]:>9.1f}{times[last]:>9.1f}{work[last]:>12.1f}", flush=True)
    finally:
        await db.close()


def _screens(size: Size) -> Iterator[tuple[str, int, str, Callable[[int], Args]]]:
    random = Random(7)

    def somebody() -> int:
        return random.randrange(size.customers) + 1

    for reader, account in READERS:
        yield f"projects, {reader}", account, "my_projects", lambda run: {"page": run % 20}
        yield f"projects by characters, {reader}", account, "my_projects", lambda run: {"text": MODELS[run % 5][:4]}
        yield f"projects of a customer's name, {reader}", account, "my_projects", lambda run: {"text": "科技"}
        yield f"silent projects, {reader}", account, "my_projects", lambda run: {"when": "silent"}
        yield f"projects by stage × domain, {reader}", account, "project_table", lambda run: {}
        yield f"filter of projects, {reader}", account, "project_filter", lambda run: {}
        yield f"orders, {reader}", account, "sales", lambda run: {"page": run % 20}
        yield f"orders of this month, {reader}", account, "sales", lambda run: {"period": "month"}
        yield f"orders of this year, {reader}", account, "sales", lambda run: {"period": "year"}
        yield f"this year by delivery, {reader}", account, "sales", lambda run: {"period": "year", "shipped": True}
        yield f"orders of a model, {reader}", account, "sales", lambda run: {"model": MODELS[run % 5]}
        yield f"orders by a batch, {reader}", account, "batch", lambda run: {"code": f"B{somebody() % 5000}"}
        yield f"filter by model, {reader}", account, "sales_filter", lambda run: {"by": "model"}
        yield f"filter by author, {reader}", account, "sales_filter", lambda run: {"by": "author"}
        yield f"filter by project, {reader}", account, "sales_filter", lambda run: {"by": "project"}
        yield f"day's sheet, {reader}", account, "orders_day", lambda run: {}
    yield "orders of a customer, administrator", 1, "sales", lambda run: {"customer": somebody()}
    yield "one order, administrator", 1, "sales_order", lambda run: {"order": somebody()}
    for reader, account in READERS[2:]:
        yield f"whom to log for, {reader}", account, "log_orders", lambda run: {}
    yield "rates, administrator", 1, "exchange_rates", lambda run: {}


def orders_of(size: Size, several: int = EACH, apart: int = 30) -> Iterator[dict[str, Any]]:
    """`several` of each customer, so many days `apart`."""
    for each in range(1, size.customers * several + 1):
        customer = (each - 1) % size.customers + 1
        agency, contact = holder(customer)
        day = (NOW - timedelta(days=each // AGENCIES % 30 + apart * ((each - 1) // size.customers))).date()
        yield {
            "id": each, "number": f"DD-2026-{each:06}", "state": "logged", "customer_id": customer, "agency_id": agency,
            "unit_id": agency % UNITS + 1, "contact_id": contact, "author_id": contact, "day": day,
            "at": NOW - timedelta(days=each // AGENCIES % 30), "reference": "", "late": False, "version": 1,
        }  # fmt: skip


def lines_of(size: Size, several: int = EACH) -> Iterator[dict[str, Any]]:
    for each in range(1, size.customers * several + 1):
        customer = (each - 1) % size.customers + 1
        model = MODELS[each % len(MODELS)]
        yield {
            "id": each, "order_id": each, "place": 1, "project_id": customer, "project": "变频主控",
            "domain": DOMAINS[each % len(DOMAINS)], "mcu": model, "model": model_key(model), "written": model,
            "quantity": 1000 + each % 9000, "price": Decimal(200 + each % 400) / 100, "currency": "CNY" if each % 50 else "USD",
            "batches": [[f"B{each % 5000}", None]],
        }  # fmt: skip


def _batches(size: Size) -> Iterator[dict[str, Any]]:
    for each in range(1, size.customers * EACH + 1):
        yield {"code": batch_key(f"B{each % 5000}"), "line_id": each, "order_id": each}


if __name__ == "__main__":
    main(sys.argv[1:])
