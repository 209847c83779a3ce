"""How fast we may write to Telegram: 30 calls a second in all, one a second to a chat with short bursts, 20 a minute to a
group (docs/reliability.md). Edits count as sends do.

Kept in memory by the real monotonic clock, so only one process may send. A chat that was written to more than its due
(one screen may take two calls) is in debt and waits the longer.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final


@dataclass(frozen=True, slots=True)
class RateLimits:
    """Calls: `overall` a second in all, `chat` a second to one chat and up to `burst` at once, `group` a minute to a group.
    Of those in all `strangers` a second to chats without an account, so that a crowd at the door delays nobody inside.

    `overall_burst` lets a late wake-up catch up; it isn't a licence, so it is small: a third of a second, for on a busy
    machine a broadcast would lose a tenth of its pace otherwise.
    """

    overall: float = 30.0
    overall_burst: int = 10
    chat: float = 1.0
    burst: int = 3
    group: int = 20
    strangers: float = 10.0


LIMITS: Final = RateLimits()


@dataclass(slots=True)
class _Rate:
    """`burst` calls at once, afterwards one each `interval` seconds: all it needs is when the last one is worked off."""

    interval: float
    burst: int
    worked_off: float = 0.0

    def wait(self, now: float) -> float:
        return max(0.0, self.worked_off - (self.burst - 1) * self.interval - now)

    def spend(self, now: float) -> None:
        self.worked_off = max(now, self.worked_off) + self.interval

    def free(self, now: float) -> float:
        return self.burst - max(0.0, self.worked_off - now) / self.interval


@dataclass(slots=True)
class _Group:
    """At most so many calls within any minute."""

    times: deque[float]
    rate: _Rate = field(kw_only=True)

    def wait(self, now: float) -> float:
        full = len(self.times) == self.times.maxlen
        return max(self.rate.wait(now), self.times[0] + 60.0 - now if full else 0.0)

    def spend(self, now: float) -> None:
        self.times.append(now)
        self.rate.spend(now)

    def free(self, now: float) -> float:
        full = len(self.times) == self.times.maxlen and self.times[0] + 60.0 > now
        return 0.0 if full else self.rate.free(now)

    @property
    def worked_off(self) -> float:
        return max(self.rate.worked_off, self.times[-1] + 60.0 if self.times else 0.0)


class Pace:
    """Says how long to wait, never waits itself. All times in seconds."""

    def __init__(self, limits: RateLimits, clock: Callable[[], float]) -> None:
        self._limits = limits
        self._clock = clock
        self._overall = _Rate(1 / limits.overall, limits.overall_burst)
        self._strangers = _Rate(1 / limits.strangers, 1)
        self._chats: dict[int, _Rate | _Group] = {}

    def wait(self) -> float:
        """Until the next call to anybody; 0 for now."""
        return self._overall.wait(self._clock())

    def wait_of_strangers(self) -> float:
        """Until the next call to somebody without an account, as far as the others' share is concerned."""
        return self._strangers.wait(self._clock())

    def spend(self, chat: int, *, stranger: bool = False) -> None:
        """A call is made."""
        now = self._clock()
        self._overall.spend(now)
        if stranger:
            self._strangers.spend(now)
        self._of(chat).spend(now)

    def free(self, chat: int) -> float:
        """How many calls to the chat may be made at once just now; less than 0 for one in debt."""
        return self._chats[chat].free(self._clock()) if chat in self._chats else float(self._limits.burst)

    def until(self, chat: int, calls: float) -> float:
        """Seconds until so many calls to the chat may be made at once; for a group perhaps more."""
        return max(0.0, calls - self.free(chat)) / self._limits.chat

    def hold(self, chat: int, seconds: float) -> None:
        """The chat said so itself: no call to it for so long."""
        rate = self._of(chat)
        own = rate if isinstance(rate, _Rate) else rate.rate
        own.worked_off = max(own.worked_off, self._clock() + seconds + (own.burst - 1) * own.interval)

    def _of(self, chat: int) -> _Rate | _Group:
        if chat not in self._chats:
            rate = _Rate(1 / self._limits.chat, self._limits.burst)
            # Groups have negative numbers.
            self._chats[chat] = rate if chat > 0 else _Group(deque(maxlen=self._limits.group), rate=rate)
        return self._chats[chat]

    def held(self) -> dict[int, float]:
        """The chats that can't be written to now, and for how long."""
        now = self._clock()
        self._chats = {chat: rate for chat, rate in self._chats.items() if rate.worked_off > now}
        waits = {chat: rate.wait(now) for chat, rate in self._chats.items()}
        return {chat: wait for chat, wait in waits.items() if wait > 0}
