"""The only file that knows APScheduler: it ticks, and knows nothing of what is due; that is asked from the database."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from datetime import UTC

from apscheduler.schedulers.asyncio import AsyncIOScheduler

log = logging.getLogger(__name__)

EVERY = 20
"""Seconds between ticks: what falls due is told within a minute (domain.md, section 5)."""


class Schedule:
    """Ticks until stopped. A late tick just finds more; two never run at once."""

    def __init__(self, tick: Callable[[], Awaitable[None]], every: float = EVERY) -> None:
        self._tick = tick
        self._scheduler = AsyncIOScheduler(timezone=UTC)
        self._scheduler.add_job(self._safely, "interval", seconds=every, coalesce=True, max_instances=1)

    def start(self) -> None:
        self._scheduler.start()

    def stop(self) -> None:
        self._scheduler.shutdown(wait=False)

    async def _safely(self) -> None:
        try:
            await self._tick()
        except asyncio.CancelledError:
            log.info("a tick was cut short by the stop; the next start asks again")
        except Exception:
            log.exception("a tick failed; the next one asks again for all that is due")
