"""A list of existing customers taken in by the command line, stopped once on the way, while others are served.

    make bench ARGS=imports
    python -m benchmarks.imports --rows 10000

Invented names; every hundredth row can't come in. What others' steps wait for is measured before and meanwhile, on the same
machine.
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
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from sqlalchemy import Connection, func, select

from benchmarks.follow_ups import DOMAINS, some_names
from benchmarks.names.others import Others
from benchmarks.names.vendor import AGENCIES, SALESPEOPLE, lay_people
from storage.engine.database import Database
from storage.migrate import upgrade
from storage.records.jobs import counts
from storage.tables.customers import customers
from storage.tables.imports import import_rows
from storage.tables.jobs import jobs

HEADING = ("客户名称", "区域", "产品领域", "总出货量", "在用MCU", "客户背景", "代理商", "代理商联系人", "别名")
PLACES = ("广东 深圳", "广东 佛山", "江苏 苏州", "浙江 杭州")
EVERY_WRONG = 100


def main(args: Sequence[str] = ()) -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.imports")
    parser.add_argument("--rows", type=int, default=100_000)
    with tempfile.TemporaryDirectory() as folder:
        asyncio.run(_measure(Path(folder), parser.parse_args(list(args)).rows))


async def _measure(folder: Path, rows: int) -> None:
    file, address = folder / "customers.xlsx", str(folder / "baobei.sqlite")
    write(file, rows)
    print(f"{rows:,} rows, {file.stat().st_size / 1e6:.1f} MB")
    await upgrade(address)
    db = await Database.open(address)
    try:
        await db.transact(lay_people)
        others = Others(db)
        await others.serve_for(5)
        others.print("alone")
        await _taken_in(db, folder, file, rows, others)
        others.print("while rows come in")
        await db.read(_print_outcome)
    finally:
        await db.close()


async def _taken_in(db: Database, folder: Path, file: Path, rows: int, others: Others) -> None:
    """The command; Ctrl-C when half is in; the command again."""
    begun = time.monotonic()
    first = await _command(folder, file)
    while first.returncode is None and await db.read(_settled) < rows // 2:
        await others.serve_for(0.5)
    stopped = time.monotonic()
    first.send_signal(signal.SIGINT)
    await first.wait()
    print(f"stopped at {await db.read(_settled):,} rows, {time.monotonic() - stopped:.1f} s after Ctrl-C")
    second = await _command(folder, file)
    phases: Counter[str] = Counter()
    while second.returncode is None:
        since = time.monotonic()
        await others.serve_for(0.5)
        phases[await db.read(_phase)] += round((time.monotonic() - since) * 1000)
    wall = time.monotonic() - begun
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    processor = used.ru_utime + used.ru_stime
    print(
        f"taken in: {wall:.0f} s, {rows / wall:,.0f} rows a second; {processor:.0f} s of processor, {rows / processor:,.0f} rows"
        f" a second of it; after the stop: {', '.join(f'{each} {spent / 1000:.0f} s' for each, spent in phases.items())}"
    )


async def _command(folder: Path, file: Path) -> asyncio.subprocess.Process:
    env = {**os.environ, "BAOBEI_DATA": str(folder), "BAOBEI_DATABASE": f"sqlite:///{folder / 'baobei.sqlite'}"}
    command = (sys.executable, "-m", "bot", "import", "customers", str(file))
    return await asyncio.create_subprocess_exec(*command, env=env, stdout=asyncio.subprocess.DEVNULL)


def _settled(conn: Connection) -> int:
    return conn.execute(select(func.count()).select_from(import_rows)).scalar_one()


def _phase(conn: Connection) -> str:
    checkpoint: Any = conn.execute(select(jobs.c.checkpoint)).scalars().first()
    return str((checkpoint or {}).get("phase"))


def _print_outcome(conn: Connection) -> None:
    result: Any = conn.execute(select(jobs.c.result)).scalars().first()
    told = {name: value for name, value in (result or {}).items() if name != "file"}
    held = conn.execute(select(func.count()).select_from(customers)).scalar_one()
    print(f"{held:,} customers; {told}; jobs {counts(conn)}")


def write(file: Path, rows: int) -> None:
    book = Workbook(write_only=True)
    sheet = book.create_sheet("客户")
    sheet.append(HEADING)
    for row in _rows(rows):
        sheet.append(row)
    book.save(file)


def _rows(count: int) -> Iterator[tuple[str, ...]]:
    for number, name in enumerate(some_names(count)):
        agency, place = number % AGENCIES + 1, number // AGENCIES % SALESPEOPLE + 1
        person = f"人{agency}-{place}" if number % EVERY_WRONG else "无人"
        yield (
            *(name, PLACES[number % len(PLACES)], DOMAINS[number % len(DOMAINS)], "120", "STM32F103"),
            *("2010 年成立，注册资本 5000 万", f"代理商{agency}有限公司", person, ""),
        )


if __name__ == "__main__":
    main(sys.argv[1:])
