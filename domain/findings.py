"""A row of a list that somebody sent: its cells, and what is wrong with them, all at once so that one mending is enough."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import StrEnum
from typing import NamedTuple

from domain import identifiers, regions
from domain.identifiers import Flaw
from domain.imports import Cells, Problem
from domain.letters import visible
from domain.naming import no_name


class Findings:
    def __init__(self, cells: Cells) -> None:
        self._cells = cells
        self.problems: list[Problem] = []

    def text(self, column: StrEnum) -> str:
        """Of a cell nothing counts but what can be seen; its lines are left."""
        return visible(self.free(column))

    def free(self, column: StrEnum) -> str:
        """Of a cell that people write freely in."""
        return self._cells.get(column.value, "")

    def wrong(self, column: StrEnum, code: str, hint: str = "") -> None:
        self.problems.append(Problem(column, code, self.text(column)[:60], hint))

    def demand(self, columns: Sequence[StrEnum]) -> None:
        """None of these may be empty."""
        for column in columns:
            if not self.text(column):
                self.wrong(column, "missing")

    def name(self, column: StrEnum) -> str:
        """A company's name, empty where the cell is or can't be one."""
        typed = self.text(column)
        why = no_name(typed) if typed else None
        if why is None:
            return typed
        self.wrong(column, f"no-name-{why.value}")
        return ""

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

    def place(self, column: StrEnum) -> Place:
        """`广东 深圳`, and what was told below it: `深圳市南山区`; both empty as `read`."""
        typed = self.text(column)
        found = regions.find(typed) if typed else ()
        city = found[0].city if len(found) == 1 and found[0].sure else None
        if city is not None:
            return Place(city.called, found[0].whole)
        if found and found[0].city is None:
            known = "、".join(each.name for each in regions.cities_of(found[0].province)[:3])
            self.wrong(column, "region-province", hint=known)
        elif typed:
            cities = "、".join(_called(each) for each in found[:3])
            self.wrong(column, "region-several" if found else "region-unknown", hint=cities)
        return Place("", "")


class Place(NamedTuple):
    """A region as it is kept, and what a cell told below its city."""

    region: str
    below: str


def _called(reading: regions.Reading) -> str:
    return " ".join(filter(None, (reading.city.called if reading.city else reading.province, reading.below)))
