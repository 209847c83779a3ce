"""出货统计 at the size of a vendor: 100,000 customers with ten orders each, over thirty months.

    make bench ARGS=sales_figures
    python -m benchmarks.sales_figures --quick --database postgresql://… --only agency

Pages are made by the very page in a step, as the bot makes them, in processor time; what a step doesn't add up itself is looked up
beside the writer. Meanwhile other people's steps turn pages of their lists, which must not wait.
The aim: a figure's p95 at most a second, the others' p99 at most 50 ms. `--quick` is a tenth of it.
"""

from __future__ import annotations

import argparse
import asyncio
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

from sqlalchemy import Connection, text

from benchmarks.follow_ups import NOW, READERS, RULES, Size, customers_of, insert_rows, projects_of
from benchmarks.names.vendor import lay_people
from benchmarks.orders import MODELS, lines_of, orders_of
from bot.serving.work import work_for
from dialogs.core.ask import WorkAsk
from dialogs.core.page import Args
from dialogs.core.registry import Registry
from dialogs.core.texts import Texts
from dialogs.registry import for_accounts
from domain.base.beforehand import Beforehand
from domain.base.looking_first import LookFirst
from domain.statistics.records import Basis, Measure, SalesGrouping
from domain.statistics.spans import Span
from storage.engine.database import Database
from storage.engine.dialect import is_postgres, take_time
from storage.migrate import upgrade
from storage.records.orders import sales
from storage.tables.customers import customers
from storage.tables.follow_ups import projects
from storage.tables.orders import order_lines, orders

EACH, APART = 10, 90
AIM, OTHERS = 1000.0, 50.0


def main(args: Sequence[str] = ()) -> None:
    """Prints p50 and p95 in milliseconds of processor for each question and reader."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.sales_figures")
    parser.add_argument("--quick", action="store_true", help="a tenth of it")
    parser.add_argument("--database", help="PostgreSQL URL of an empty database; default: a new SQLite file")
    parser.add_argument("--only", default="", help="questions whose name holds it")
    given = parser.parse_args(list(args))
    size = Size(10_000, 10) if given.quick else Size(100_000, 20)
    with tempfile.TemporaryDirectory() as folder:
        asyncio.run(_measure(given.database or str(Path(folder) / "bench.db"), size, given.only))


async def _measure(address: str, size: Size, only: str) -> None:
    await upgrade(address)
    db = await Database.open(address)
    try:
        begun = time.monotonic()
        await db.transact(lay_people)
        for table, rows in (
            (customers, customers_of(size)),
            (projects, projects_of(size)),
            (orders, orders_of(size, EACH, APART)),
            (order_lines, lines_of(size, EACH)),
        ):
            await insert_rows(db, table, rows)
        await db.transact(_put_in_order)
        print(
            f"{size.customers * EACH:,} orders laid in {time.monotonic() - begun:.0f} s; aims: {AIM:.0f} and {OTHERS:.0f} ms"
        )
        print(f"{'figures':<52}{'p50 ms':>9}{'p95 ms':>9}{'p95 CPU ms':>12}")
        pages = for_accounts(Texts.load())
        others: list[float] = []
        stop = asyncio.Event()
        async with asyncio.TaskGroup() as group:
            group.create_task(_others(db, pages, others, stop))
            for label, account, make in _questions():
                if only not in label:
                    continue
                runs = [await _step(db, pages, account, "statistics", make(run)) for run in range(size.runs)]
                times, work = (sorted(each) for each in zip(*runs, strict=True))
                last = len(runs) * 95 // 100
                print(f"{label:<52}{times[len(runs) // 2]:>9.1f}{times[last]:>9.1f}{work[last]:>12.1f}", flush=True)
            stop.set()
        others.sort()
        print(
            f"others meanwhile: p50 {others[len(others) // 2]:.1f} ms, p99 {others[len(others) * 99 // 100]:.1f} ms of the wall"
        )
    finally:
        await db.close()


def _put_in_order(conn: Connection) -> None:
    """What orders keep as they are logged one by one, and what a database's upkeep does."""
    if is_postgres(conn):
        conn.execute(text("SET LOCAL statement_timeout = 0"))
    sales.keep(conn, None)
    conn.execute(text("ANALYZE"))


async def _step(db: Database, pages: Registry, account: int, page: str, args: Args) -> tuple[float, float]:
    """Milliseconds on the loop's side, and of the processor."""
    known = Beforehand()

    def show(conn: Connection) -> object:
        people = work_for(conn, RULES, NOW).people
        work = work_for(conn, RULES, NOW, account=people.account(account), owner=f"account:{account}", beforehand=known)
        return pages.page(page).show(args, WorkAsk(work))

    begun, worked = time.perf_counter(), time.process_time()
    while True:
        try:
            await db.transact(show)
            return (time.perf_counter() - begun) * 1000, (time.process_time() - worked) * 1000
        except LookFirst as wanted:
            known = known.with_answer(wanted.key, await db.read(partial(_look, wanted)))


def _look(wanted: LookFirst, conn: Connection) -> object:
    take_time(conn)
    account = work_for(conn, RULES, NOW).people.account(wanted.account)
    return wanted.query(work_for(conn, RULES, NOW, account=account))


async def _others(db: Database, pages: Registry, took: list[float], stop: asyncio.Event) -> None:
    """A salesperson who looks at his projects, ten times a second."""
    account = READERS[-1][1]
    while not stop.is_set():
        took.append((await _step(db, pages, account, "my_projects", {}))[0])
        await asyncio.sleep(0.1)


def _questions() -> Iterator[tuple[str, int, Callable[[int], Args]]]:
    today = NOW.date()
    month, year = Span.month(today).moved(-1), Span.year(today)
    for reader, account in READERS:
        for grouping in SalesGrouping:
            yield f"this year by {grouping.value}, {reader}", account, lambda run, by=grouping: _args(year, by=by.value)  # type: ignore[misc]
        yield f"last month by customer, {reader}", account, lambda run: _args(month)
        yield (
            f"this year's amount by model, {reader}",
            account,
            lambda run: _args(year, by="model", measure=Measure.AMOUNT.value),
        )
        yield f"this year by delivery, {reader}", account, lambda run: _args(year, basis=Basis.SHIPPED.value)
        yield f"a model by customer, {reader}", account, lambda run: _args(year, model=MODELS[run % 5].lower())


def _args(span: Span, **more: str) -> Args:
    return {"since": span.first.isoformat(), "months": span.months, **more}


if __name__ == "__main__":
    main(sys.argv[1:])
