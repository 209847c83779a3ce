"""The ticks: they go on whatever happens to the clock on the wall, or to one of them."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta

import pytest

from bot.clock import Clock
from notifications.schedule import Schedule

EVERY = 0.05


class Ticks:
    def __init__(self, *, fails: bool = False) -> None:
        self.ticked = asyncio.Semaphore(0)
        self.fails = fails

    async def tick(self) -> None:
        self.ticked.release()
        if self.fails:
            raise OSError("the database is away")

    async def go_on(self) -> None:
        """Three more within a few seconds, on however busy a machine."""
        async with asyncio.timeout(20):
            for _ in range(3):
                await self.ticked.acquire()


@asynccontextmanager
async def ticking(ticks: Ticks) -> AsyncIterator[Schedule]:
    schedule = Schedule(ticks.tick, Clock().now, EVERY)
    schedule.start()
    yield schedule
    schedule.stop()


async def test_a_clock_that_is_put_back_by_an_hour_puts_off_no_tick() -> None:
    ticks = Ticks()
    async with ticking(ticks) as schedule:
        await ticks.go_on()
        # what the next tick looks like to whoever reads the clock afterwards
        schedule._job.modify(next_run_time=Clock().now() + timedelta(hours=1))
        await ticks.go_on()


async def test_a_tick_that_fails_leaves_the_next_one_alone(caplog: pytest.LogCaptureFixture) -> None:
    ticks = Ticks(fails=True)
    async with ticking(ticks):
        await ticks.go_on()
    assert "the next one asks again" in caplog.text
