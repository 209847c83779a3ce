"""The rows of a list by field: whatever sheet, heading, manner of merging and hiding it has."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from typing import TypeAlias

from domain.base import labels, quantities
from domain.base.nothing import says_nothing
from domain.lists import headings, rivals
from domain.lists.cells import Fault, Value, clean, lossy, text
from domain.lists.headings import Layout
from domain.lists.matter import Matter
from domain.lists.report import ListReport
from domain.lists.sheets import Sheet

MOST_COLUMNS = 256
MOST_ROWS = 100_000
GAPS = 200_000
"""Rows without a value that are passed over: a sheet that was cleared keeps them."""
NUMBERED = frozenset({"序号", "行号", "no", "num", "number", "index", "#", "sn"})
"""Columns that only count the rows."""
TOTALS = frozenset(
    {"合计", "总计", "小计", "共计", "总共", "累计", "汇总", "total", "totals", "subtotal", "grandtotal", "sum"}
)


class Mark:
    """What a cell's text doesn't say of it."""

    FORMULA = "formula"
    ERROR = "error"
    LOST = "lost"
    """A code that was kept as a number: its last digits are gone."""
    OWN_UNIT = "own-unit"
    """A unit of its own that isn't the heading's."""
    MERGED = "merged"


Line: TypeAlias = tuple[int, dict[str, str], dict[str, str]]
"""The row's number, field → text, field → mark."""


class TooMany(Exception):
    """More rows than are taken."""


class Empty(Exception):
    """No sheet with a value."""


@dataclass
class Opened:
    """A sheet whose first rows were looked at."""

    sheet: Sheet
    first: list[tuple[int, Sequence[Value]]]
    rest: Iterator[tuple[int, Sequence[Value]]]
    layout: Layout | None
    cut: list[int] = field(default_factory=list)
    """Rows that have a value beyond the columns that are read."""

    @property
    def rows(self) -> Iterator[tuple[int, Sequence[Value]]]:
        return chain(self.first, self.rest)


def open_best(sheets: Iterable[Sheet], matter: Matter) -> tuple[Opened, ListReport]:
    """The sheet that was asked for, else the one with the best heading, the first of equals; hidden ones are told and left
    alone. Raises `Empty`."""
    report, opened = ListReport(), []
    for sheet in sheets:
        looked = _look(sheet, matter)
        if looked is None:
            continue
        if sheet.visible:
            opened.append(looked)
        else:
            report.hidden_sheets.append(sheet.name)
    if not opened:
        raise Empty
    named = [each for each in opened if each.sheet.name == matter.sheet != ""]
    best = max(
        named or opened, key=lambda each: each.layout.worth(matter) if each.layout else (-len(matter.words) - 1, 0, 0)
    )
    report.sheet, report.blind = best.sheet.name, best.sheet.blind
    others = [each for each in opened if each is not best and not _is_ours(each, matter)]
    report.other_sheets = [each.sheet.name for each in others]
    report.lists = [each.sheet.name for each in others if each.layout is not None and each.layout.is_list]
    return best, report


def _is_ours(opened: Opened, matter: Matter) -> bool:
    _, values = opened.first[0]
    return tuple(str(each) for each in values if _has(each)) in matter.beside


def _look(sheet: Sheet, matter: Matter) -> Opened | None:
    cut: list[int] = []
    rows = _numbered(sheet.rows, cut)
    first: list[tuple[int, Sequence[Value]]] = []
    for number, values in rows:
        first.append((number, values))
        if len(first) >= headings.LOOKED_AT:
            break
    if not first:
        return None
    layout = headings.find(first, sheet.merges, sheet.hidden_places, matter)
    layout = rivals.by_cells(layout, first, matter) if layout is not None else None
    if layout is None and matter.positions:
        layout = Layout(places=dict(enumerate(matter.positions)))
    return Opened(sheet, first, rows, layout, cut)


def _numbered(rows: Iterable[Sequence[Value]], cut: list[int]) -> Iterator[tuple[int, Sequence[Value]]]:
    """Those that have a value, with the number that a spreadsheet shows."""
    found = 0
    for number, values in enumerate(rows, 1):
        some = values[:MOST_COLUMNS]
        if len(values) > MOST_COLUMNS and not cut and any(map(_has, values[MOST_COLUMNS:])):
            cut.append(number)
        if any(_has(each) for each in some):
            found += 1
            yield number, some
        if number - found > GAPS:
            raise TooMany


def _has(value: Value) -> bool:
    if not isinstance(value, str):
        return value is not None
    return value[:1].isalnum() or (bool(value) and bool(clean(value[:100])))


def lines(opened: Opened, report: ListReport, matter: Matter) -> Iterator[Line]:
    """The list's rows; `report` is whole when they were gone through. Raises `TooMany`."""
    layout = opened.layout or Layout()
    report.heading = list(layout.rows)
    report.missing = list(layout.missing(matter))
    report.turned = bool(report.missing) and headings.turned(opened.first, matter)
    report.columns = {name: layout.titles.get(place, "") for place, name in layout.places.items()}
    report.remembered = {
        title: field_
        for place, field_ in layout.places.items()
        if labels.read(title := layout.titles.get(place, "")).plain in matter.learned
    }
    report.units = {name: "".join(inside[:1]) for name, inside in layout.units.items()}
    reader = _Reader(opened.sheet, layout, report, matter)
    taken = 0
    for number, values in opened.rows:
        if number in layout.rows or (layout.rows and number < layout.rows[0]):
            continue
        if (other := _other_table(number, values, layout, opened.sheet, matter)) is not None:
            _tell_columns(opened.sheet, layout, reader.seen, report)
            layout = other
            report.note("tables", (number, [other.titles[place] for place in other.places]))
            units = dict(report.units)
            reader = _Reader(opened.sheet, layout, report, matter)
            report.units = units
            continue
        line = reader.line(number, values)
        if line is not None and not report.missing:
            taken += 1
            yield line
        if taken > MOST_ROWS:
            raise TooMany
    _tell_columns(opened.sheet, layout, reader.seen, report)
    report.cut = letter(MOST_COLUMNS - 1) if opened.cut else ""


def _other_table(number: int, values: Sequence[Value], layout: Layout, sheet: Sheet, matter: Matter) -> Layout | None:
    """Another heading than the last one, where a row is one."""
    if not layout.rows or not headings.is_title(next((each for each in values if _has(each)), None), matter):
        return None
    found = headings.again(number, values, sheet.hidden_places, matter)
    return None if found is None or found.places == layout.places else found


def _tell_columns(sheet: Sheet, layout: Layout, seen: set[int], report: ListReport) -> None:
    """Which columns with a value weren't used, and which of all are hidden."""
    for place in sorted(seen - layout.places.keys()):
        title = layout.titles.get(place, "")
        if labels.read(title).plain in NUMBERED:
            continue
        called = title or letter(place)
        if called in report.unused and place not in layout.rivals:
            continue
        report.unused.append(called)
        if not title:
            report.untitled.append(called)
        if place in layout.rivals:
            report.rivals[called] = layout.rivals[place]
    for place in sorted(sheet.hidden_places & seen):
        report.hidden_columns[layout.titles.get(place, "") or letter(place)] = layout.places.get(place, "")


def letter(place: int) -> str:
    """A, B, … Z, AA."""
    name = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


@dataclass
class _Reader:
    """Goes down the rows and remembers what merged cells above say."""

    sheet: Sheet
    layout: Layout
    report: ListReport
    matter: Matter
    units: dict[str, str] = field(default_factory=dict)
    """Units of measured columns that a bare number gets; none where they are the form's own."""
    above: dict[tuple[int, int], Value] = field(default_factory=dict)
    spans: dict[int, list[tuple[int, int, int]]] = field(default_factory=dict)
    """Row → (place, first row, last row) of vertical merges that cover it."""
    monthly: set[str] = field(default_factory=set)
    """Yearly columns that say what a month comes to."""
    seen: set[int] = field(default_factory=set)
    """Columns with a value."""

    def __post_init__(self) -> None:
        for name, per in self.matter.measured.items():
            inside = self.layout.units.get(name, ())
            if name in self.matter.yearly and name in self.layout.units and _by_month(self._title(name)):
                self.monthly.add(name)
                self.report.monthly = sorted({*self.report.monthly, name})
                inside = tuple(quantities.of_a_month(each) or each for each in inside)
            unit = next((each for each in inside if quantities.one_of(each, per) is not None), None)
            if unit is None and per > 1 and name in self.layout.units and self._title(name).isascii():
                unit = PIECES
            if unit is not None and quantities.one_of(unit, per) != 1:
                self.units[name] = unit
            if unit is None and name in self.layout.units:
                self.report.units[name] = ""
            elif unit is not None:
                self.report.units[name] = unit
        begins = max(self.layout.rows, default=0)
        for merge in self.sheet.merges:
            if merge.bottom > merge.top > begins and merge.left in self.layout.places:
                for row in range(merge.top, min(merge.bottom, merge.top + 1000) + 1):
                    self.spans.setdefault(row, []).append((merge.left, merge.top, merge.bottom))

    def _title(self, name: str) -> str:
        return next(
            (self.layout.titles.get(place, "") for place, each in self.layout.places.items() if each == name), ""
        )

    def line(self, number: int, values: Sequence[Value]) -> Line | None:
        own = {place: each for place, each in enumerate(values) if _has(each)}
        mine = {place for place in own if place in self.layout.places}
        if not mine or self._is_total(own) or self._is_heading(own) or _is_footer(own):
            self._passed_over(number, own, mine)
            return None
        hidden = number in self.sheet.hidden_rows
        if hidden:
            self.report.note("hidden_rows", number)
            if not self.matter.hidden_rows:
                return None
        self.seen.update(own)
        filled = self._filled(number, own)
        cells, marks = self._cells(number, filled, own)
        return number, cells, marks

    def _passed_over(self, number: int, own: Mapping[int, Value], mine: set[int]) -> None:
        if self._is_total(own):
            self.report.note("totals", number)
        elif _is_footer(own):
            self.report.note("strays", number)
        elif mine:
            self.report.note("headings_again", number)
        elif any(not self._counts(place) for place in own):
            self.seen.update(own)
            if self.layout.places:
                self.report.note("strays", number)

    def _counts(self, place: int) -> bool:
        return labels.read(self.layout.titles.get(place, "")).plain in NUMBERED

    def _is_total(self, own: Mapping[int, Value]) -> bool:
        """合计 stands for the name, or in a row without one."""
        named = next((place for place, each in self.layout.places.items() if each == self.matter.called), None)
        if named is not None and named in own:
            return _total(own[named])
        return any(_total(each) for each in own.values())

    def _is_heading(self, own: Mapping[int, Value]) -> bool:
        """A printed list repeats its heading on every page."""
        mine = [place for place in own if place in self.layout.places]
        return len(mine) > 1 and all(text(own[place]) == self.layout.titles.get(place) for place in mine)

    def _filled(self, number: int, own: dict[int, Value]) -> dict[int, Value]:
        """With what a merged cell says that begins further up."""
        filled = dict(own)
        for place, top, bottom in self.spans.get(number, ()):
            if number == top:
                self.above[place, top] = own.get(place)
            elif place not in own and (said := self.above.get((place, top))) is not None:
                filled[place] = said
                if self.layout.places[place] == self.matter.called and (top, bottom) not in self.report.merged:
                    self.report.note("merged", (top, bottom))
        return filled

    def _cells(
        self, number: int, filled: Mapping[int, Value], own: Mapping[int, Value]
    ) -> tuple[dict[str, str], dict[str, str]]:
        cells: dict[str, str] = {}
        marks: dict[str, str] = {}
        for place, name in self.layout.places.items():
            value = filled.get(place)
            if value is None:
                continue
            if isinstance(value, Fault):
                marks[name] = value.value
                self.report.note("formulas" if value is Fault.FORMULA else "errors", (number, name))
                continue
            if name in self.matter.codes and lossy(value):
                marks[name] = Mark.LOST
            elif place not in own:
                marks[name] = Mark.MERGED
            written = text(value, lines=name in self.matter.lines)
            if name in self.units or name in self.monthly:
                written = self._measured(name, written, marks)
            if written:
                cells[name] = written
        for name, (before, behind) in self.matter.joined.items():
            parts = (cells.pop(before, ""), cells.get(name, ""), cells.pop(behind, ""))
            if any(parts):
                cells[name] = " ".join(each for each in parts if each and not says_nothing(each))
        return cells, marks

    def _measured(self, name: str, written: str, marks: dict[str, str]) -> str:
        """A bare number gets the heading's unit; one with its own keeps it, and that is told where they differ."""
        if name in self.units:
            written = self._with_unit(name, written, marks)
        silent = name in self.monthly and written and not _YEAR.search(written) and not quantities.of_a_month(written)
        return f"{written}/月" if silent else written

    def _with_unit(self, name: str, written: str, marks: dict[str, str]) -> str:
        found = quantities.parse(written)
        if found is None:
            return written
        if not found.unit.strip("/ 年") and not found.scaled:
            return quantities.so_many(written, self.units[name])
        per = self.matter.measured[name]
        mine = quantities.in_units(written, per)
        theirs = quantities.in_units(quantities.so_many(f"{found.value}", self.units[name]), per)
        if mine is not None and mine != theirs:
            marks[name] = Mark.OWN_UNIT
        return written


PIECES = "pcs"
"""In English nobody counts by ten thousands: what an English title without a unit counts in."""
_MONTH, _YEAR = re.compile(r"(?<![\d个上本])月|month", re.IGNORECASE), re.compile(r"年|year|yr", re.IGNORECASE)


def _by_month(title: str) -> bool:
    """月用量, 用量（K/月）; neither 1-12月 nor 近12个月."""
    return _MONTH.search(title) is not None


_SIGNED = re.compile(
    r"\s*(?:制单|审核|复核|审批|经办|记账|打印|填表|制表|批准|主管|prepared by|checked by|approved by|printed)\S{0,2}\s*[:：].*",
    re.IGNORECASE | re.DOTALL,
)


def _is_footer(own: Mapping[int, Value]) -> bool:
    """制单人：周, as a printed list ends."""
    first = own[min(own)]
    return isinstance(first, str) and _SIGNED.fullmatch(first[:60]) is not None


_CHINESE_TOTALS = "|".join(sorted(each for each in TOTALS if not each.isascii()))
_SPELT_OUT = re.compile(
    rf"(?:本|当|每|全|上)?[页月日年季表]?(?:{_CHINESE_TOTALS})(?:大写|小写|金额|数量|人民币)*[零壹贰叁肆伍陆柒捌玖拾佰仟万亿元圆角分整\d]*"
)
"""本页小计, 合计（大写）壹仟元整."""


def _total(value: Value) -> bool:
    if not isinstance(value, str):
        return False
    plain = "".join(each for each in clean(value[:60]).casefold() if each.isalnum())
    return plain in TOTALS or _SPELT_OUT.fullmatch(plain) is not None
