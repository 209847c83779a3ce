"""Rows of a list that wait for somebody's word, as a row of a card does: one tap answers for all of a kind.

A kind that isn't answered keeps its rows out; they come back with the result.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Any, Final

from domain.imports.records import Problem
from domain.orders.records import CorrectionReason

NAMED: Final = 6
"""Rows of a kind that the card names; the file has them all."""
ADD: Final = "add"
"""It is another order, though one of the same contract, batch or workbook stands."""
RIGHT: Final = "right"
ASK: Final = "ask"
"""The salesperson is asked to add it; meanwhile they are drafts."""
INCLUDED: Final = "included"
"""What was written is with tax, whatever the list says."""


class Hold(StrEnum):
    ABOVE = "above"
    """Whose it is, or when it was, isn't said: as the row above."""
    CHANGED = "changed"
    """An order says it otherwise: corrected, or another one."""
    SLIP = "slip"
    """A figure far from the habit."""
    NET = "net"
    """A price without tax."""
    CURRENCY = "currency"
    """A price that isn't in yuan."""
    BEFORE = "before"
    """A return of what no order knows."""
    PROJECT = "project"
    """The customer hasn't the project yet."""


ANSWERS: Final[Mapping[Hold, tuple[str, ...]]] = {
    Hold.ABOVE: (RIGHT,),
    Hold.CHANGED: (CorrectionReason.SLIP.value, CorrectionReason.CHANGED.value, ADD),
    Hold.SLIP: (RIGHT,),
    Hold.NET: ("excluded", INCLUDED),
    Hold.CURRENCY: (RIGHT,),
    Hold.BEFORE: (RIGHT,),
    Hold.PROJECT: (ASK,),
}


class HeldRows:
    """Gathers what waits, by kind: how many rows, and the first of them with what is to be told."""

    def __init__(self) -> None:
        self._kinds: dict[Hold, dict[str, Any]] = {}

    def add(self, row: int, hold: Hold, problems: Iterable[Problem], order: str = "") -> None:
        kind = self._kinds.setdefault(hold, {"hold": hold.value, "count": 0, "rows": []})
        kind["count"] += 1
        if len(kind["rows"]) < NAMED:
            told = [
                {"column": each.column.value, "code": each.code, "typed": each.typed, "hint": each.hint}
                for each in problems
            ]
            kind["rows"].append({"row": row, "told": told, "order": order})

    def to_json(self) -> list[dict[str, object]]:
        return [self._kinds[each] for each in Hold if each in self._kinds]
