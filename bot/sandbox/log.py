"""Every call of the Bot API, the last 100,000; answers kept as the text that went out."""

from __future__ import annotations

import json
from collections import deque
from dataclasses import dataclass
from itertools import islice

from bot.sandbox.bot_api_error import Json
from bot.sandbox.clock import iso, wall

KEPT = 100_000


@dataclass(frozen=True)
class LoggedCall:
    n: int
    at: float
    method: str
    params: Json
    status: int
    answer: str
    ms: float
    notes: Json

    def shown(self) -> str:
        head = {"n": self.n, "at": iso(self.at), "method": self.method, "params": self.params, "status": self.status}
        tail = {"ms": round(self.ms, 1), **self.notes}
        return f'{_inner(head)}, "answer": {self.answer or "null"}, {_inner(tail)}'


def _inner(part: Json) -> str:
    return json.dumps(part, ensure_ascii=False)[1:-1]


class CallLog:
    def __init__(self) -> None:
        self._entries: deque[LoggedCall] = deque(maxlen=KEPT)
        self.count = 0

    def add(self, method: str, params: Json, status: int, answer: str, ms: float, notes: Json) -> None:
        """Status 0: the connection was cut. `notes` say what befell the call, a fault say."""
        self.count += 1
        self._entries.append(LoggedCall(self.count, wall() - ms / 1000, method, params, status, answer, ms, notes))

    def wrote(self, n: int) -> bool:
        """Whether the bot sent somebody something after call number `n`."""
        return any(each.n > n and each.method.startswith("send") and each.status == 200 for each in self._entries)

    def after(self, n: int) -> str:
        """A JSON list of what came after number `n`."""
        skipped = max(0, len(self._entries) - (self.count - n))
        return "[" + ",\n".join("{" + e.shown() + "}" for e in islice(self._entries, skipped, None)) + "]"
