"""Misbehaviour on request: what may befall a call or an update, whom, how often."""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random
from typing import Any

from bot.sandbox.bot_api_error import BotApiError, Json
from bot.sandbox.store import Store

CALL_KINDS = ("error", "nonsense", "cut_before", "cut_after", "delay", "pacing")
UPDATE_KINDS = ("duplicate", "reorder", "garbage")
KINDS = (*CALL_KINDS, *UPDATE_KINDS, "blocked")

_TEXTS = {
    400: "Bad Request",
    401: "Unauthorized",
    403: "Forbidden: bot was blocked by the user",
    404: "Not Found",
    409: "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
    500: "Internal Server Error",
    502: "Bad Gateway",
    503: "Service Unavailable",
    504: "Gateway Timeout",
}


class FaultError(ValueError):
    """What was asked for is no fault that the sandbox knows."""


@dataclass
class Fault:
    """`method`: of the Bot API, for calls; the update's kind (`message`, `callback_query`), for updates."""

    id: int
    kind: str
    method: str | None = None
    person: int | None = None
    count: int | None = None
    probability: float = 1.0
    code: int = 500
    retry_after: int | None = None
    description: str | None = None
    ms: float = 0.0
    hits: int = 0
    seed: int | None = None
    random: Random = field(default_factory=Random, repr=False)

    def strikes(self, method: str, person: int | None) -> bool:
        """Draws and counts, so ask once per call."""
        if self.count is not None and self.hits >= self.count:
            return False
        if self.method is not None and self.method != method.lower():
            return False
        if self.person is not None and self.person != person:
            return False
        if self.random.random() >= self.probability:
            return False
        self.hits += 1
        return True

    def nonsense(self) -> tuple[int, str]:
        """What no Bot API says: the page of a proxy, half an answer. By default the first."""
        return self.code, self.description or "<!doctype html><title>502 Bad Gateway</title><h1>502 Bad Gateway</h1>"

    def refusal(self) -> BotApiError:
        # with a description of its own, as a proxy before the server writes it, a 429 needs none
        unsaid = 1 if self.code == 429 and self.description is None else None
        wait = self.retry_after if self.retry_after is not None else unsaid
        default = f"Too Many Requests: retry after {wait}" if self.code == 429 else _TEXTS.get(self.code, "Error")
        parameters = {} if wait is None else {"retry_after": wait}
        return BotApiError(self.code, self.description or default, **parameters)

    def shown(self) -> Json:
        names = ["method", "person", "count", "probability", "seed", "code", "retry_after", "description", "ms"]
        told = {name: getattr(self, name) for name in names if getattr(self, name) is not None}
        return {"fault": self.id, "kind": self.kind, **told, "hits": self.hits}


class Faults:
    def __init__(self, store: Store) -> None:
        self.all: list[Fault] = []
        self._store = store
        self._count = 0
        for _, kept in store.load("faults"):
            for given in kept:
                self.add(given, given.get("person")).hits = given["hits"]

    def _keep(self) -> None:
        self._store.put("faults", "", lambda: [fault.shown() for fault in self.all])

    def add(self, given: Json, person: int | None) -> Fault:
        """Without `count` it lasts until cleared. Raises `FaultError`."""
        kind = given.get("kind")
        if kind not in KINDS:
            raise FaultError(f"kind must be one of {', '.join(KINDS)}, not {kind!r}")
        if kind == "blocked" and person is None:
            raise FaultError('kind "blocked" needs a person')
        self._count += 1
        method = str(given["method"]).lower() if given.get("method") else None
        fault = Fault(self._count, kind, method, person, **_numbers(given))
        fault.description = str(given["description"]) if given.get("description") else None
        fault.random = Random(fault.seed)
        self.all.append(fault)
        self._keep()
        return fault

    def on_call(self, method: str, person: int | None) -> list[Fault]:
        return self._striking(CALL_KINDS, method, person)

    def on_update(self, kind: str, person: int | None) -> set[str]:
        return {fault.kind for fault in self._striking(UPDATE_KINDS, kind, person)}

    def _striking(self, kinds: tuple[str, ...], method: str, person: int | None) -> list[Fault]:
        struck = [fault for fault in self.all if fault.kind in kinds and fault.strikes(method, person)]
        if struck:
            self._keep()
        return struck

    def clear(self) -> None:
        self.all.clear()
        self._keep()


def _numbers(given: Json) -> dict[str, Any]:
    taken: dict[str, Any] = {}
    for name, least in (("count", 0), ("retry_after", 0), ("code", 400), ("seed", None)):
        if given.get(name) is not None:
            taken[name] = _number(given, name, int, 200 if name == "code" and given["kind"] == "nonsense" else least)
    for name in ("probability", "ms"):
        if given.get(name) is not None:
            taken[name] = _number(given, name, float, 0)
    return taken


def _number(given: Json, name: str, kind: type[int] | type[float], least: int | None) -> int | float:
    value = given[name]
    if isinstance(value, bool) or not isinstance(value, (int, float)) or (least is not None and value < least):
        raise FaultError(f"{name} must be a number{'' if least is None else f' from {least}'}, not {value!r}")
    return kind(value)
