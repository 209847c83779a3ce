"""Telegram's limits as far as they are known: about 30 messages a second in all, about one a second a chat.

Normally only noted in the log (`would_be_429`); a fault of kind `pacing` makes them bite.
"""

from __future__ import annotations

import math
import time
from dataclasses import dataclass, field

from bot.sandbox.call import ReceivedCall

OVERALL_RATE, OVERALL_BURST = 30.0, 30.0
CHAT_RATE, CHAT_BURST = 1.0, 10.0
_COUNTED = ("send", "edit", "copy", "forward")
_FREE = ("sendchataction",)


@dataclass
class Bucket:
    rate: float
    burst: float
    level: float = 0.0
    at: float = field(default_factory=time.monotonic)

    def wait(self, now: float) -> float:
        """Seconds until one more message fits."""
        self.level = max(0.0, self.level - (now - self.at) * self.rate)
        self.at = now
        return max(0.0, (self.level + 1 - self.burst) / self.rate)


class Pacing:
    def __init__(self) -> None:
        self._all = Bucket(OVERALL_RATE, OVERALL_BURST)
        self._chats: dict[int, Bucket] = {}
        self.exceeded = 0

    def retry_after(self, call: ReceivedCall, *, enforced: bool) -> int:
        """Seconds to wait, 0 when the call is within the limits; a call that is let through is counted."""
        if not call.method.startswith(_COUNTED) or call.method in _FREE:
            return 0
        now = time.monotonic()
        chat = self._chats.setdefault(call.person or 0, Bucket(CHAT_RATE, CHAT_BURST))
        wait = math.ceil(max(self._all.wait(now), chat.wait(now)))
        self.exceeded += wait > 0
        if not (wait and enforced):
            for bucket in (self._all, chat):
                bucket.level = min(bucket.level + 1, bucket.burst)
        return wait
