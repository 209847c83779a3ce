"""A list of orders that is being logged by a process of its own, killed with `kill -9` at random moments: it goes on where it
was, and nothing is logged twice or lost."""

from __future__ import annotations

import asyncio
import os
import random
import sys

import pytest
from sqlalchemy import func, select

from bot.process.jobs import KINDS
from notifications.jobs.working import Runner
from storage.tables.orders import order_lines, orders
from tests.cast import Person, Scene, after, everywhere
from tests.scenarios.imports.test_import import worked
from tests.scenarios.orders.files import REMOTE, row, sends, sheet
from tests.scenarios.orders.office import STAR, stocked

pytestmark = [pytest.mark.slow, pytest.mark.timeout(300)]
ROWS, KILLS, SEED = 3000, 2, 20261203


def rows() -> list[list[object]]:
    """Each with a quantity of its own, over eight days and four contracts; every tenth is of another project."""
    return [
        row(STAR, 1000 + n, 0.85 if n % 10 == 9 else 3.2, day=f"2026-12-{1 + n % 3:02}", reference=f"HT-{n % 40}")
        if n % 10 != 9
        else row(STAR, 1000 + n, 0.85, day=f"2026-12-{1 + n % 3:02}", project=REMOTE, reference=f"HT-{n % 40}")
        for n in range(ROWS)
    ]


async def logged(scene: Scene) -> tuple[int, int, int]:
    """Lines, how many different quantities they have, and orders."""
    query = select(func.count(), func.count(order_lines.c.quantity.distinct()), func.count(orders.c.id.distinct()))
    found = await scene.db.read(
        lambda conn: conn.execute(
            query.select_from(order_lines.join(orders, orders.c.id == order_lines.c.order_id))
        ).one()
    )
    return found[0], found[1], found[2]


async def worker(scene: Scene) -> asyncio.subprocess.Process:
    settings = scene.bot.settings
    env = {**os.environ, "BAOBEI_DATA": str(settings.data), "BAOBEI_DATABASE": settings.database_url}
    env["BAOBEI_CLOCK_OFFSET"] = str(scene.bot.clock.offset.total_seconds())
    quiet = asyncio.subprocess.DEVNULL
    return await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot", "work", env=env, stdout=quiet, stderr=quiet
    )


@everywhere
@after(stocked)
async def test_a_list_killed_while_it_is_logged_goes_on_and_doubles_nothing(
    scene: Scene, li: Person, zhou: Person, chen: Person
) -> None:
    await sends(zhou, sheet(*rows()))
    zhou.sees(f"可录入 {ROWS:,} 行")
    mine = scene.bot.workers
    assert isinstance(mine, Runner)
    mine._kinds = {name: kind for name, kind in KINDS.items() if name != "import_orders"}
    await zhou.taps("开始导入")
    chance, places = random.Random(SEED), [0]
    for _ in range(KILLS):
        process = await worker(scene)
        async with asyncio.timeout(60):
            while (await logged(scene))[0] <= places[-1] and process.returncode is None:  # noqa: ASYNC110
                await asyncio.sleep(0.005)
        await asyncio.sleep(chance.uniform(0, 0.02))
        process.kill()
        await process.wait()
        places.append((await logged(scene))[0])
    assert places == sorted(places)
    assert 0 < places[1] <= places[-1] < ROWS, "killed in the middle"
    mine._kinds = KINDS
    mine.wake()
    await worked(scene)
    lines, different, several = await logged(scene)
    assert (lines, different) == (ROWS, ROWS)
    zhou.sees(f"录入 {ROWS:,} 行，{several} 单")
    await sends(zhou, sheet(*rows()), "再发.xlsx")
    zhou.sees("可录入 0 行", f"已记 {ROWS:,} 行")
