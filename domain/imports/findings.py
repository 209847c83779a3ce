"""A row of a list that somebody sent: its cells, and what is wrong with them, all at once so that one mending is enough."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple

from domain.base import identifiers, regions
from domain.base.identifiers import Flaw, Scientific, SeveralPhones, Whereabouts
from domain.base.naming import no_name
from domain.base.nothing import says_nothing
from domain.imports.records import Cells, Problem
from domain.letters import visible
from domain.lists.reading import Mark

Marks = Mapping[str, str]
"""What the cells' texts don't say of them (`domain.lists.reading.Mark`), by column."""


class Findings:
    def __init__(self, cells: Cells, marks: Marks = MappingProxyType({})) -> None:
        self._cells = cells
        self._marks = marks
        self._texts: dict[str, str] = {}
        self.problems: list[Problem] = []
        self.remarks: list[Problem] = []
        """What is taken in a certain way: no reason to refuse the row, but told."""

    def text(self, column: StrEnum) -> str:
        """Of a cell nothing counts but what can be seen; its lines are left."""
        known = self._texts.get(column)
        if known is None:
            known = self._texts[column] = visible(self.free(column))
        return known

    def free(self, column: StrEnum) -> str:
        """Of a cell that people write freely in; `/` and 无 are an empty one."""
        said = self.cell(column)
        return "" if not said or says_nothing(said) else said

    def cell(self, column: StrEnum) -> str:
        """Just as it stands."""
        return self._cells.get(column.value, "")

    def wrong(self, column: StrEnum, code: str, hint: str = "") -> None:
        self.problems.append(Problem(column, code, visible(self.cell(column))[:60], hint))

    def noted(self, column: StrEnum, code: str, hint: str = "") -> None:
        self.remarks.append(Problem(column, code, visible(self.cell(column))[:60], hint))

    def mark(self, column: StrEnum) -> str:
        return self._marks.get(column.value, "")

    def demand(self, columns: Sequence[StrEnum]) -> None:
        """None of these may be empty."""
        for column in columns:
            if not self.text(column):
                self.wrong(column, self.mark(column) if self.mark(column) in (Mark.FORMULA, Mark.ERROR) else "missing")

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
        """Of a number nothing is taken, for its last digits may be gone without a trace."""
        if self.mark(column) == Mark.LOST:
            self.wrong(column, "code-number")
            return None
        typed = self.text(column)
        found = identifiers.credit_code(typed) if typed else ""
        if isinstance(found, Flaw):
            self.wrong(column, "code-scientific" if isinstance(found, Scientific) else "code")
            return None
        return found or None

    def read(self, column: StrEnum, parse: Callable[[str], str | Flaw], code: str) -> str:
        """The one normal form; empty where the cell is, or where it can't be read."""
        typed = self.text(column)
        found = parse(typed) if typed else ""
        if isinstance(found, Flaw):
            self.wrong(column, code)
            return ""
        return found

    def phone(self, column: StrEnum) -> str:
        """As `read`; of several numbers none is picked."""
        match identifiers.phone(self.text(column)) if self.text(column) else "":
            case SeveralPhones():
                self.wrong(column, "phone-several")
            case Whereabouts(likely=likely):
                self.wrong(column, "phone-where", hint=likely)
            case Flaw():
                self.wrong(column, "phone")
            case str(found):
                return found
        return ""

    def place(self, column: StrEnum) -> PlacedRegion:
        """`广东 深圳`, and what was told below it: `深圳市南山区`; both empty as `read`."""
        typed = self.text(column)
        found = regions.find(typed) if typed else ()
        city = found[0].city if len(found) == 1 and found[0].sure else None
        if city is not None:
            return PlacedRegion(city.called, found[0].whole)
        if found and found[0].city is None:
            known = "、".join(each.name for each in regions.cities_of(found[0].province)[:3])
            self.wrong(column, "region-province", hint=known)
        elif typed:
            cities = "、".join(_called(each) for each in found[:3])
            self.wrong(column, "region-several" if found else "region-unknown", hint=cities)
        return PlacedRegion("", "")


class PlacedRegion(NamedTuple):
    """A region as it is kept, and what a cell told below its city."""

    region: str
    below: str


def _called(reading: regions.PlaceReading) -> str:
    return " ".join(filter(None, (reading.city.called if reading.city else reading.province, reading.below)))
