"""`getUpdates`: the long poll, and what happens when two poll or one polls too eagerly.

Timings are the real server's: a poll lasts at most 50 s; the same offset again within 3 s waits at least 3 s, within
0.5 s gets one update; of two polls the older is told 409, at most every 3 s.
"""

from __future__ import annotations

import asyncio
import time

from bot.sandbox.bot_api_error import BotApiError, Json, conflict
from bot.sandbox.updates import Updates

MAX_TIMEOUT = 50
EAGER_SECONDS, EAGER_TIMEOUT = 3.0, 3.0
HASTY_SECONDS, HASTY_LIMIT = 0.5, 1
CONFLICT_SPACING = 3.0

TERMINATED = "terminated by other getUpdates request; make sure that only one bot instance is running"
BY_WEBHOOK = "terminated by setWebhook request"


class Polling:
    def __init__(self, updates: Updates) -> None:
        self._updates = updates
        self._waiting: asyncio.Future[BotApiError | None] | None = None
        self._offset: int | None = None
        self._started = self._finished = self._refused = float("-inf")
        updates.watchers.append(lambda: self._end(None))

    async def poll(self, offset: int, limit: int, wait: float) -> list[Json]:
        """Waits at most `wait` seconds. Raises the 409 that another poll, or a webhook, makes of this one."""
        now = time.monotonic()
        wait = min(max(wait, 0.0), MAX_TIMEOUT)
        limit = min(max(limit, 1), 100)
        if offset == self._offset and wait < EAGER_TIMEOUT and now < self._started + EAGER_SECONDS:
            wait = EAGER_TIMEOUT
        if offset == self._offset and now < self._finished + HASTY_SECONDS:
            limit = HASTY_LIMIT
        self._offset, self._started = offset, now
        self.terminate(TERMINATED)
        self._updates.confirm(offset)
        self._updates.expire()
        if wait and not self._updates.pending:
            await self._wait(wait)
        self._finished = time.monotonic()
        return [pending.body for pending in self._updates.pending[:limit]]

    async def _wait(self, seconds: float) -> None:
        ended = self._waiting = asyncio.get_running_loop().create_future()
        try:
            async with asyncio.timeout(seconds):
                refusal = await ended
        except TimeoutError:
            return
        finally:
            if self._waiting is ended:
                self._waiting = None
        if refusal is not None:
            await asyncio.sleep(max(0.0, self._refused + CONFLICT_SPACING - time.monotonic()))
            self._refused = time.monotonic()
            raise refusal

    def terminate(self, reason: str) -> None:
        """Ends the poll that waits, if one does."""
        self._end(conflict(reason))

    def _end(self, refusal: BotApiError | None) -> None:
        if self._waiting is not None and not self._waiting.done():
            self._waiting.set_result(refusal)
