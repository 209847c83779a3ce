"""The process beside the bot that works jobs: there when there is something to do, gone with the bot."""

from __future__ import annotations

import asyncio
import os
import signal
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from bot.process.workers import Workers
from notifications.jobs.working import Runner
from storage.engine.database import Database
from storage.records import jobs
from tests.cast import Person, Scene, after
from tests.documents.workbooks import customer, listing
from tests.scenarios.orders.test_logging import logs, star

pytestmark = pytest.mark.slow

STAR = "深圳市星河联创电子有限公司"


@asynccontextmanager
async def workers(scene: Scene) -> AsyncIterator[Workers]:
    """In place of the thread that works the scene's jobs otherwise."""
    assert isinstance(scene.bot.workers, Runner)
    scene.bot.workers._kinds = {}
    keeper = Workers(scene.db, scene.bot.settings, scene.bot.clock)
    scene.db.after_commit("jobs", keeper.wake)
    async with asyncio.TaskGroup() as group:
        task = group.create_task(keeper.run())
        yield keeper
        keeper.stop()
        await task


async def until(db: Database, state: str) -> None:
    async with asyncio.timeout(60):
        while (await db.read(jobs.counts)).get(state) != 1:  # noqa: ASYNC110  another process sets no event of ours
            await asyncio.sleep(0.05)


async def sends_list(admin: Person) -> None:
    await admin.goes_home()
    await admin.taps("管理")
    await admin.taps("导入客户")
    await admin.sends("清单.xlsx", listing(customer(STAR)))
    await admin.taps("提交")


@pytest.mark.timeout(180)
async def test_a_process_of_its_own_works_the_job_and_another_one_follows_when_it_is_killed(
    scene: Scene, admin: Person
) -> None:
    async with workers(scene) as keeper:
        await sends_list(admin)
        await until(scene.db, "paused")
        async with asyncio.timeout(10):
            while "尚未导入" not in admin.screen:  # noqa: ASYNC110  the relay looks for others' rows once a second
                await asyncio.sleep(0.05)
        killed = keeper._process
        assert killed is not None
        assert killed.pid != os.getpid()
        os.kill(killed.pid, signal.SIGKILL)
        await killed.wait()
        await admin.taps("开始导入")
        await until(scene.db, "done")
        process = keeper._process
        assert process is not None
        assert process is not killed
    assert process.returncode == 0
    async with asyncio.timeout(10):
        while "导入 1 个客户" not in admin.screen:  # noqa: ASYNC110
            await asyncio.sleep(0.05)


@pytest.mark.timeout(180)
@after(star)
async def test_a_job_after_the_clock_was_moved_is_as_of_the_new_day(scene: Scene, zhou: Person, sun: Person) -> None:
    await logs(zhou)

    async def has_file(name: str) -> bytes:
        async with asyncio.timeout(60):
            while True:
                try:
                    return sun.received(name)
                except AssertionError:
                    await asyncio.sleep(0.05)

    async with workers(scene) as keeper:
        await sun.goes_home()
        await sun.says("本月 出货")
        await sun.taps("导出 Excel")
        assert await has_file("出货统计 2026年11月 2026-11-26.xlsx")
        first = keeper._process
        await scene.later(days=12)
        keeper.shift()  # as whoever moves the demo's clock does
        await sun.goes_home()
        await sun.says("上月 出货")
        await sun.taps("导出 Excel")
        assert await has_file("出货统计 2026年11月 2026-12-08.xlsx")
        assert keeper._process is first, "kept"


@pytest.mark.timeout(120)
async def test_the_process_ends_when_its_keeper_dies(scene: Scene) -> None:
    keeper = Workers(scene.db, scene.bot.settings, scene.bot.clock)
    await keeper._start()
    process = keeper._process
    assert process is not None
    assert process.stdin is not None
    process.stdin.close()  # as the system does when the keeper is gone
    at_the_overview = time.monotonic()
    await process.wait()
    assert time.monotonic() - at_the_overview < 60
