"""The only file that knows APScheduler: it ticks, and knows nothing of what is due; that is asked from the database.

APScheduler plans by the time of day. Whoever puts the clock back by an hour would put off the next tick by as much, so it is
looked at by the loop's own clock, which nobody sets; and a tick that is late is better than none.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta

from apscheduler.schedulers.asyncio import AsyncIOScheduler

log = logging.getLogger(__name__)

EVERY = 20
"""Seconds between ticks: what falls due is told within a minute (docs/reliability.md)."""


class Schedule:
    """Ticks until stopped. A late tick just finds more; two never run at once. `now`: the real time, aware."""

    def __init__(
        self,
        tick: Callable[[], Awaitable[None]],
        now: Callable[[], datetime],
        every: float = EVERY,
    ) -> None:
        self._tick = tick
        self._every = every
        self._now = now
        self._watch: asyncio.TimerHandle | None = None
        self._scheduler = AsyncIOScheduler(timezone=UTC)
        self._job = self._scheduler.add_job(
            self._safely, "interval", seconds=every, coalesce=True, max_instances=1, misfire_grace_time=None
        )

    def start(self) -> None:
        self._scheduler.start()
        self._look()

    def stop(self) -> None:
        if self._watch is not None:
            self._watch.cancel()
        self._scheduler.shutdown(wait=False)

    def _look(self) -> None:
        self._watch = asyncio.get_running_loop().call_later(self._every, self._look)
        now = self._now()
        if self._job.next_run_time > now + timedelta(seconds=2 * self._every):
            log.warning("The clock was put back: the next tick comes now instead of at %s", self._job.next_run_time)
            self._job.modify(next_run_time=now)

    async def _safely(self) -> None:
        try:
            await self._tick()
        except asyncio.CancelledError:
            log.info("a tick was cut short by the stop; the next start asks again")
        except Exception:
            log.exception("a tick failed; the next one asks again for all that is due")
