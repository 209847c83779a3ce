"""The job behind 导出 Excel of 出货统计: a sheet a grouping that the reader may see, each with all measures, totals and a chart of
Excel's own; what was asked stands on the last one."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Final

from dialogs.core.screen import say
from dialogs.statistics.words import group_word, grouping_word, heading, notes, span_word
from domain.base.bilingual import translated
from domain.base.work import Work
from domain.statistics import measuring, naming
from domain.statistics.as_json import question
from domain.statistics.measuring import FiguresQuestion, SalesFigures, SalesGroup
from domain.statistics.records import Key, Measure
from notifications.documents.native_chart import NativeChart
from notifications.documents.workbook import Book, Column, Value
from notifications.jobs.working import Task

FORMATS: Final[Mapping[Measure, str]] = {
    Measure.PIECES: "#,##0",
    Measure.AMOUNT: "#,##0.00",
    Measure.PRICE: "#,##0.00##",
}
SHARE: Final = "0%"
CHANGE: Final = "+0%;-0%;0%"
DRAWN: Final = 15
"""Rows of a chart."""
NARROW, BROAD, ABOUT = 12, 40, 80


@dataclass(frozen=True, slots=True)
class FiguresSheets:
    """`sheets` by grouping, in each the same figures by each measure that can be said of it."""

    asked: SalesFigures
    sheets: Sequence[Sequence[SalesFigures]]
    names: Sequence[str]
    today: date


def export_figures(task: Task) -> dict[str, object]:
    """Raises `NotAllowed`, `TooManyLines`."""
    found = task.read(lambda work: _found(work, question(task.args["question"], work.today)))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "figures.xlsx"
        with Book(path, task.words) as book:
            for sheet in found.sheets:
                _sheet(task, book, sheet)
            _about(task, book, found)
        kept = task.keep(path)
    span = span_word(found.asked.question.span)
    return {"file": {"sha256": kept, "name": task.words(say("figures-file", span=span, day=found.today.isoformat()))}}


def _found(work: Work, asked: FiguresQuestion) -> FiguresSheets:
    """All at one moment. That by which it was asked comes first."""
    first = measuring.figures(work, asked)
    groupings = sorted(first.groupings, key=lambda each: each is not first.question.grouping)
    sheets = [list(_measured(work, replace(first.question, grouping=each), first.measures)) for each in groupings]
    return FiguresSheets(first, [each for each in sheets if each], naming.called(work, asked.only), work.today)


def _measured(work: Work, asked: FiguresQuestion, measures: Sequence[Measure]) -> Iterator[SalesFigures]:
    for measure in measures:
        wanted = replace(asked, measure=measure)
        found = measuring.figures(work, wanted)
        if found.question == wanted:  # else the reader may see it only otherwise
            yield found


def _sheet(task: Task, book: Book, measured: Sequence[SalesFigures]) -> None:
    asked = measured[0].question
    name = task.words(grouping_word(asked.grouping))
    aimed = [any(each.attained for each in figures.groups) for figures in measured]
    columns = [
        column
        for figures, has in zip(measured, aimed, strict=True)
        for column in _columns(task, figures.question.measure, aimed=has)
    ]
    book.sheet(name, [Column(task.words(say("figures-column-group")), BROAD), *columns])
    groups = [{each.key: each for each in figures.groups if each.there or each.before} for figures in measured]
    named = {key: task.words(group_word(each, asked.grouping)) for by_key in groups for key, each in by_key.items()}
    for key, called in named.items():
        book.add(name, [[_whole(task, groups, key, called), *_cells((by_key.get(key) for by_key in groups), aimed)]])
    totals = _cells((figures.total for figures in measured), aimed)
    book.total(name, [task.words(say("figures-column-total")), *totals])
    if named:
        title = f"{task.words(say(f'figures-unit-{asked.measure.value}'))} · {name}"
        book.chart(name, NativeChart(title=title, columns=(2, 3), rows=min(len(named), DRAWN)))


def _whole(task: Task, groups: Sequence[Mapping[Key, SalesGroup]], key: Key, called: str) -> str:
    """A name as long as it is; what has none is called as on screens."""
    name = next((each[key].name for each in groups if key in each), "")
    return task.words(translated(name)) if name else called


def _columns(task: Task, measure: Measure, *, aimed: bool) -> Iterator[Column]:
    """With the target, where a group of the sheet has one."""
    called = task.words(say(f"figures-unit-{measure.value}"))
    yield _column(called, FORMATS[measure])
    for earlier in ("before", "year-ago"):
        yield _column(task.words(say(f"figures-column-{earlier}", measure=called)), FORMATS[measure])
        yield _column(task.words(say(f"figures-column-change-{earlier}")), CHANGE)
    if aimed:
        yield _column(task.words(say("figures-column-target", measure=called)), FORMATS[measure])
        yield _column(task.words(say("figures-column-attained")), SHARE)
        yield _column(task.words(say("figures-column-lacking", measure=called)), FORMATS[measure])


def _column(title: str, look: str) -> Column:
    """Wide enough for its title, in which a Chinese character takes two places, and for any figure."""
    return Column(title, max(NARROW, sum(1 if each.isascii() else 2 for each in title) + 4), look)


def _cells(groups: Iterable[SalesGroup | None], aimed: Sequence[bool]) -> Iterator[Value]:
    for group, has in zip(groups, aimed, strict=True):
        value = group.value if group is not None else None
        yield value
        for earlier in (group.before, group.year_ago) if group is not None else (None, None):
            yield earlier
            yield (value - earlier) / earlier if value is not None and earlier is not None and earlier > 0 else None
        if has:
            target = group.attained if group is not None else None
            yield from (target.target, target.share, target.lacking) if target is not None else (None, None, None)


def _about(task: Task, book: Book, found: FiguresSheets) -> None:
    """What was asked, when, and what is to be known of it."""
    name = task.words(say("figures-sheet-about"))
    lines = (*heading(found.asked, found.names, found.today), *notes(found.asked))
    book.sheet(name, [Column(name, ABOUT)])
    book.add(name, [[task.words(each)] for each in lines])
    book.add(name, [[task.words(say("figures-made-on", day=found.today.isoformat()))]])
