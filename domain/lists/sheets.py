"""A sheet as its file tells it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from domain.lists.cells import Value


@dataclass(frozen=True, slots=True)
class Merge:
    """Cells that are one: rows from 1 as a spreadsheet shows them, places from 0, all inclusive."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """`rows` begin with row 1, blank ones among them, and can be gone through once. `blind`: the format keeps errors and
    what is hidden from us."""

    name: str
    rows: Iterable[Sequence[Value]]
    visible: bool = True
    merges: Sequence[Merge] = ()
    hidden_rows: frozenset[int] = frozenset()
    hidden_places: frozenset[int] = frozenset()
    blind: bool = False
