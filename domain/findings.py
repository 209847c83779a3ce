"""A row of a list that somebody sent: its cells, and what is wrong with them, all at once so that one mending is enough."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import StrEnum
from functools import lru_cache

from domain import identifiers, regions
from domain.identifiers import Flaw
from domain.imports import Cells, Problem


class Findings:
    def __init__(self, cells: Cells) -> None:
        self._cells = cells
        self.problems: list[Problem] = []

    def text(self, column: StrEnum) -> str:
        return self._cells.get(column.value, "")

    def wrong(self, column: StrEnum, code: str, hint: str = "") -> None:
        self.problems.append(Problem(column, code, self.text(column)[:60], hint))

    def demand(self, columns: Sequence[StrEnum]) -> None:
        """None of these may be empty."""
        for column in columns:
            if not self.text(column):
                self.wrong(column, "missing")

    def at_most(self, column: StrEnum, longest: int) -> None:
        if len(self.text(column)) > longest:
            self.wrong(column, "long", hint=str(longest))

    def code(self, column: StrEnum) -> str | None:
        return self.read(column, identifiers.credit_code, "code") or None

    def read(self, column: StrEnum, parse: Callable[[str], str | Flaw], code: str) -> str:
        """The one normal form; empty where the cell is, or where it can't be read."""
        typed = self.text(column)
        found = parse(typed) if typed else ""
        if isinstance(found, Flaw):
            self.wrong(column, code)
            return ""
        return found

    def region(self, column: StrEnum) -> str:
        """`广东 深圳`; empty as `read`."""
        typed = self.text(column)
        cities = _cities(typed[:40]) if typed else ()
        if typed and len(cities) != 1:
            self.wrong(column, "region-several" if cities else "region-unknown", hint="、".join(cities[:3]))
            return ""
        return cities[0] if cities else ""


@lru_cache(maxsize=4096)
def _cities(typed: str) -> tuple[str, ...]:
    return tuple(f"{city.province} {city.name}" for city in regions.find(typed))
