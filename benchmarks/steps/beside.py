"""How long a step takes at fifty a second with the relay, while a sweep looks for what is due and a list is taken in.

    python -m benchmarks.steps beside [--seconds 30] [--rows 100000] [--database postgresql://…]

The sweep runs in the bot's process round after round, the import in one of its own. A step that took more than a tenth of a
second is told with what it waited for: its turn (the person's last one, or its screen), the writer (another step, a batch of
the sweep, the other process), its own lines, the COMMIT.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from statistics import quantiles

from benchmarks.imports import write
from benchmarks.steps.growth import lay_customers
from benchmarks.steps.ours import Bot, Took, telegram, working
from bot.process import duties

RATE = 50
SLOW = 0.1
CUSTOMERS = 10_000
PAUSE = 2.0
"""Between two rounds of the sweep; the bot's own pause is ten times as long."""


def main(args: Sequence[str] = ()) -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.steps beside")
    parser.add_argument("--seconds", type=int, default=24, help="so long alone, and so long beside the others")
    parser.add_argument("--rows", type=int, default=100_000, help="of the list that is taken in")
    parser.add_argument("--database", help="PostgreSQL URL of an empty database; default: SQLite")
    given = parser.parse_args(list(args))
    with tempfile.TemporaryDirectory(prefix="baobei-") as folder:
        address = given.database or f"sqlite:///{Path(folder) / 'baobei.sqlite'}"
        asyncio.run(measure(Path(folder), address, given.seconds, given.rows))


async def measure(folder: Path, address: str, seconds: int, rows: int) -> None:
    file = folder / "customers.xlsx"
    await asyncio.to_thread(write, file, rows)
    with telegram() as api:
        async with working(address, folder / "files", api) as bot:
            await lay_customers(bot.db, CUSTOMERS)
            await bot.begin()
            tell("alone", await bot.stroll(seconds * RATE, RATE))
            async with _sweeping(bot), _importing(folder, file, address):
                tell("beside a sweep and an import", await bot.stroll(seconds * RATE, RATE))


def tell(when: str, took: Sequence[Took]) -> None:
    cuts = quantiles([each.whole for each in took], n=100)
    slow = sorted((each for each in took if each.whole > SLOW), key=lambda each: -each.whole)
    print(
        f"\n{when}: p50 {cuts[49] * 1000:.1f} ms, p99 {cuts[98] * 1000:.1f} ms; {len(slow)} of {len(took)} over 100 ms"
    )
    for each in slow[:20]:
        parts = (("its turn", each.turn), ("the writer", each.writer), ("itself", each.own), ("COMMIT", each.commit))
        print(f"  {each.kind:12}{each.whole * 1000:6.0f} ms:", ", ".join(f"{what} {s * 1000:.0f}" for what, s in parts))


@asynccontextmanager
async def _sweeping(bot: Bot) -> AsyncIterator[None]:
    async def sweep() -> None:
        while True:
            await duties.do_all(bot.db, bot.app, bot.now())
            await asyncio.sleep(PAUSE)

    async with asyncio.TaskGroup() as group:
        task = group.create_task(sweep())
        yield
        task.cancel()


@asynccontextmanager
async def _importing(folder: Path, file: Path, address: str) -> AsyncIterator[None]:
    env = {**os.environ, "BAOBEI_DATA": str(folder), "BAOBEI_DATABASE": address}
    command = (sys.executable, "-m", "bot", "import", "customers", str(file))
    nowhere = asyncio.subprocess.DEVNULL
    begun = time.monotonic()
    child = await asyncio.create_subprocess_exec(*command, env=env, stdout=nowhere)
    await asyncio.sleep(10)  # until it has read its list
    yield
    if child.returncode is not None:
        print(f"(the import was over by then, with {child.returncode}, or within {time.monotonic() - begun:.0f} s)")
    else:
        child.terminate()
        await child.wait()
