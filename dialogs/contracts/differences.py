"""What differs between two profiles of a contract, line by line: 到站：深圳 → 深圳北."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from dialogs.contracts import values as contract_values
from dialogs.contracts.contract import Contract
from dialogs.core import words
from dialogs.core.screen import Json, Wording, say
from domain.contracts.called import Called
from domain.contracts.differences import Difference

LONG = 40
"""Characters from which on of a text only the part is told that differs."""
AROUND = 6
"""So much of what is the same is told with it."""


def lines(called: Called, found: Sequence[Difference], most: int | None = None) -> tuple[Wording, ...]:
    """The first so many, and how many more there are."""
    asked = [each for each in found if each[0] in Contract.declared.fields]
    told = tuple(_line(called, *each) for each in asked[:most])
    return (*told, say("core-and-more", count=len(asked) - len(told))) if len(told) < len(asked) else told


def _line(called: Called, name: str, before: Json, now: Json) -> Wording:
    was, becomes = _apart(before, now)
    return say(
        "contract-changed",
        label=contract_values.label(name),
        before=_shown(called, name, was),
        now=_shown(called, name, becomes),
    )


def _shown(called: Called, name: str, value: Json) -> Wording:
    if name == "attachments" and isinstance(value, list):
        return say("core-list", items=tuple(_document(called, each) for each in value))
    return contract_values.shown(called, name, value)


def _document(called: Called, item: Json) -> Wording:
    """With its first page's name: a document that was replaced is of the same type."""
    match item:
        case {"kind": str(kind), "pages": [{"name": str(name)} | {"link": str(name)}, *others], **more}:
            told = say("contract-document", kind=called.told(kind), name=words.head(name, 30), count=1 + len(others))
            until = more.get("valid_until")
            known = date.fromisoformat(until) if isinstance(until, str) else None
            return told if known is None else say("contract-document-until", document=told, until=known)
        case _:
            return say("core-none")


def _apart(before: Json, now: Json) -> tuple[Json, Json]:
    """Of two long texts what differs, with a little of what is the same: else both would be cut where they are still alike."""
    if not isinstance(before, str) or not isinstance(now, str) or max(len(before), len(now)) <= LONG:
        return before, now
    front = _alike(before, now)
    back = _alike(before[front:][::-1], now[front:][::-1])
    return _piece(before, front, back), _piece(now, front, back)


def _alike(one: str, other: str) -> int:
    """So many characters are the same at the beginning."""
    apart = (place for place, (a, b) in enumerate(zip(one, other, strict=False)) if a != b)
    return next(apart, min(len(one), len(other)))


def _piece(text: str, front: int, back: int) -> str:
    start, end = max(front - AROUND, 0), min(len(text) - back + AROUND, len(text))
    return f"{'…' if start else ''}{text[start:end]}{'…' if end < len(text) else ''}"
