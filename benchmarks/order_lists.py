"""A list of 100,000 orders of one agency, foreseen and logged by the worker's process, while others are served.

    make bench ARGS=order_lists
    python -m benchmarks.order_lists --rows 10000 --database postgresql://…

2,000 customers with a project each; nearly every row is an order of its own. Every fiftieth can't come in, every hundredth is a
return. The aim: 200 s of processor, and p99 of other people's steps under 100 ms meanwhile.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import resource
import signal
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from datetime import timedelta
from functools import partial
from pathlib import Path
from random import Random
from typing import Any

from openpyxl import Workbook
from sqlalchemy import Connection, func, select

from benchmarks.follow_ups import RULES, Size, customers_of, insert_rows, projects_of
from benchmarks.names.others import Others
from benchmarks.names.vendor import account_of, lay_people
from bot.clock import Clock
from bot.serving.work import DeskWork, work_for
from domain.jobs import control as job_control
from domain.orders.listing import asking
from storage.engine.database import Database
from storage.files.store import FileStore
from storage.migrate import upgrade
from storage.tables.customers import customers
from storage.tables.follow_ups import projects
from storage.tables.jobs import jobs
from storage.tables.orders import orders

CUSTOMERS, DAYS = 2_000, 80
AGENCY = 2
OWNER = account_of(AGENCY, 0)
HEADING = ("单据日期", "单据编号", "购货单位", "物料名称", "实发数量", "含税单价", "批号", "仓库")
EVERY_WRONG, EVERY_RETURN = 50, 100
NOW = Clock().now()


def main(args: Sequence[str] = ()) -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.order_lists")
    parser.add_argument("--rows", type=int, default=100_000)
    parser.add_argument("--database", help="PostgreSQL URL of an empty database; default: a new SQLite file")
    given = parser.parse_args(list(args))
    with tempfile.TemporaryDirectory() as folder:
        address = given.database or f"sqlite:///{Path(folder) / 'baobei.sqlite'}"
        asyncio.run(_measure(Path(folder), address, given.rows))


async def _measure(folder: Path, address: str, rows: int) -> None:
    opened = address.removeprefix("sqlite:///")
    await upgrade(opened)
    db = await Database.open(opened)
    try:
        await db.transact(lay_people)
        await insert_rows(db, customers, _customers())
        await insert_rows(db, projects, projects_of(Size(CUSTOMERS, 1)))
        file = folder / "orders.xlsx"
        write(file, rows, [each["name"] for each in _customers()])
        print(f"{rows:,} rows, {file.stat().st_size / 1e6:.1f} MB")
        with file.open("rb") as content:
            kept = FileStore(folder / "files").keep(iter(partial(content.read, 1 << 16), b""))
        others = Others(db)
        await others.serve_for(5)
        others.print("alone")
        await _worked(db, folder, address, kept.sha256, others)
        await db.read(_print_outcome)
    finally:
        await db.close()


def _customers() -> Iterator[dict[str, Any]]:
    for each in customers_of(Size(CUSTOMERS, 1)):
        contact = account_of(AGENCY, 1 + each["id"] % 9)
        yield {**each, "agency_id": AGENCY, "contact_id": contact, "protected_since": NOW - timedelta(days=DAYS + 10)}


async def _worked(db: Database, folder: Path, address: str, sha256: str, others: Others) -> None:
    bring = asking.BringOrders(sha256=sha256, name="orders.xlsx")
    job = await db.transact(lambda conn: asking.bring(_work(conn), bring))
    env = {**os.environ, "BAOBEI_DATA": str(folder), "BAOBEI_DATABASE": address}
    quiet = asyncio.subprocess.DEVNULL
    worker = await asyncio.create_subprocess_exec(sys.executable, "-m", "bot", "work", env=env, stdout=quiet)
    for label, ends in (("foreseen", "paused"), ("logged", "done")):
        begun = time.monotonic()
        while (state := await db.read(_state)) != ends:
            if state in ("failed", "cancelled") or worker.returncode is not None:
                raise SystemExit(f"the job is {state}")
            await others.serve_for(0.5)
        print(f"{label} in {time.monotonic() - begun:.0f} s")
        others.print(f"while rows are {label}")
        if ends == "paused":
            resume = job_control.ResumeJob(job=int(job.id))
            await db.transact(lambda conn, resume=resume: job_control.resume(_work(conn), resume))  # type: ignore[misc]
    worker.send_signal(signal.SIGINT)
    await worker.wait()
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    print(f"{used.ru_utime + used.ru_stime:.0f} s of processor, {used.ru_maxrss / 1024:.0f} MiB")


def _work(conn: Connection) -> DeskWork:
    account = work_for(conn, RULES, NOW).people.account(OWNER)
    return work_for(conn, RULES, NOW, account=account, owner=f"account:{OWNER}")


def _state(conn: Connection) -> str:
    return str(conn.execute(select(jobs.c.state)).scalar_one())


def _print_outcome(conn: Connection) -> None:
    result: Any = conn.execute(select(jobs.c.result)).scalar_one()
    told = {name: value for name, value in (result or {}).items() if name != "file"}
    logged = conn.execute(select(func.count()).select_from(orders)).scalar_one()
    print(f"{logged:,} orders; {told}")


def write(file: Path, rows: int, names: Sequence[str]) -> None:
    book = Workbook(write_only=True)
    sheet = book.create_sheet("出库")
    sheet.append(HEADING)
    random, today = Random(7), NOW.date()
    for number in range(rows):
        quantity: Any = random.randrange(1, 900) * 10
        if number % EVERY_RETURN == EVERY_RETURN - 1:
            quantity = -10
        elif number % EVERY_WRONG == 0:
            quantity = "约5000"
        day = today - timedelta(days=1 + random.randrange(DAYS))
        price = round(2 + random.random(), 2)
        batch = f"B{random.randrange(30_000)}" if number % 3 else None
        sheet.append((day, f"XS-{number:06}", random.choice(names), "BAT32G135", quantity, price, batch, "SZ"))
    book.save(file)


if __name__ == "__main__":
    main(sys.argv[1:])
