"""What goes wrong beyond a single row: when to pause for all, and when a message is hopeless."""

from __future__ import annotations

import logging
import random
from collections import deque
from collections.abc import Callable
from typing import Final

log = logging.getLogger(__name__)

SEVERAL: Final = 3
"""Chats that fail within a second: then it isn't about the chat."""
HOPELESS: Final = 20
"""A message that the server failed at so often, while it took as many others, is a dead letter."""
LONGEST_PAUSE: Final = 30.0


def backoff(attempt: int) -> float:
    """Seconds before the next attempt after an outage: 1 to 2, doubling, at most 60, never the same for all."""
    return min(60.0, 2.0 ** min(attempt, 7) * random.uniform(0.5, 1.0))


class CircuitBreaker:
    """Listens to how calls end. In memory: after a restart the first few calls find out again."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._throttles: deque[tuple[float, int]] = deque()
        self._outages: deque[tuple[float, int]] = deque()
        self._paused_until = 0.0
        self._streak = 0
        self._successes = 0
        self._successes_before: dict[int, int] = {}

    def wait(self) -> float:
        """Seconds for which nothing is to be sent to anybody."""
        return max(0.0, self._paused_until - self._clock())

    def well(self, row: int) -> None:
        """A call succeeded: the server is there."""
        self._successes += 1
        self._streak = 0
        self.forget(row)

    def throttled(self, chat: int, seconds: float) -> None:
        """429. Where several chats within a second are told so, it is meant for the bot: pause all."""
        if self._several(self._throttles, chat):
            self._pause(seconds)

    def outage(self, chat: int) -> None:
        """No use trying a thousand chats one by one while the server is away: a few at growing intervals."""
        if self._several(self._outages, chat):
            self._streak += 1
            self._pause(min(LONGEST_PAUSE, backoff(self._streak)))

    def hopeless(self, row: int, attempt: int) -> bool:
        """Whether the row's outage is the row's own: the server takes others all the time."""
        before = self._successes_before.setdefault(row, self._successes)
        return attempt >= HOPELESS and self._successes - before >= HOPELESS

    def forget(self, row: int) -> None:
        self._successes_before.pop(row, None)

    def _several(self, seen: deque[tuple[float, int]], chat: int) -> bool:
        now = self._clock()
        seen.append((now, chat))
        while seen[0][0] < now - 1.0:
            seen.popleft()
        return len({each for _, each in seen}) >= SEVERAL

    def _pause(self, seconds: float) -> None:
        log.warning("Sending pauses for %.1f s", seconds)
        self._paused_until = max(self._paused_until, self._clock() + seconds)
