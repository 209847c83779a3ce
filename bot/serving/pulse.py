"""Is the bot hearing? The time of the last successful receiving, for the watchdog, `doctor` and `/health`."""

from __future__ import annotations

import time
from collections.abc import Callable


class Pulse:
    """Beats whenever Telegram gave us an answer (an empty one too) or called our webhook and everything was stored."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._started = clock()
        self._last: float | None = None
        self.trouble: str | None = None

    def beat(self) -> None:
        self._last = self._clock()
        self.trouble = None

    def miss(self, why: str) -> None:
        """A try that failed; `why` is kept until the next beat."""
        self.trouble = why

    @property
    def silence(self) -> float:
        """Seconds since the last beat, or since the start if there was none."""
        return self._clock() - (self._started if self._last is None else self._last)

    @property
    def heard(self) -> bool:
        """Whether there has been any beat."""
        return self._last is not None
