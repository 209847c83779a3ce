"""The job behind 导出 Excel of 订单预期: a sheet a grouping with 标准, 校准 and the naive mean side by side, its projects, how far off all
three were, and what was asked."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from typing import Final

from dialogs.core.screen import say
from dialogs.forecast.words import calibrated, group_word, grouping_word, heading
from dialogs.statistics.words import span_word
from domain.base.bilingual import translated
from domain.base.rights import Action, reach
from domain.base.work import Work
from domain.forecast import accuracy_views, outlook
from domain.forecast.accuracy_views import HORIZONS, AccuracyRow
from domain.forecast.asking import OutlookGrouping, OutlookQuestion, question
from domain.forecast.outlook import Outlook, OutlookGroup, OutlookSum
from domain.forecast.records import Layer, shown
from domain.statistics import naming
from domain.statistics.records import Key, SalesGrouping
from notifications.documents.native_chart import NativeChart
from notifications.documents.workbook import Book, Column, Value
from notifications.jobs.outlook_picture import OutlookFound
from notifications.jobs.working import Task

PIECES, YUAN, SHARE, SIGNED, DAY = "#,##0", "#,##0.00", "0%", "+0%;-0%;0%", "yyyy-mm-dd"
FEN: Final = Decimal("0.01")
DRAWN: Final = 15
"""Rows of a chart."""
NARROW, MIDDLE, BROAD, ABOUT = 12, 20, 40, 80
FIGURES: Final = ("standard", "calibrated", "naive", "volume")


@dataclass(frozen=True, slots=True)
class OutlookSheets:
    """`several` by grouping, `projects` what they are made of; `names` of customers and agencies; `records` how far off it was, by how
    far ahead: all together, and by model for whoever may see that."""

    found: OutlookFound
    several: Sequence[Outlook]
    projects: Outlook
    names: Mapping[SalesGrouping, Mapping[Key, str]]
    records: Mapping[int, Sequence[AccuracyRow]]


def export_outlook(task: Task) -> dict[str, object]:
    """Raises `NotAllowed`, `TooManyProjects`."""
    sheets = task.read(lambda work: _found(work, question(task.args["question"], work.today)))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "outlook.xlsx"
        with Book(path, task.words) as book:
            for each in sheets.several:
                _groups(task, book, each)
            _projects(task, book, sheets)
            _records(task, book, sheets)
            _about(task, book, sheets.found)
        kept = task.keep(path)
    span, day = span_word(sheets.found.outlook.question.span), sheets.found.today.isoformat()
    return {"file": {"sha256": kept, "name": task.words(say("outlook-file", span=span, day=day))}}


def _found(work: Work, asked: OutlookQuestion) -> OutlookSheets:
    """All at one moment. That by which it was asked comes first."""
    several = sorted(outlook.groupings(work), key=lambda each: each is not asked.grouping)
    groupings = [each for each in several if each is not OutlookGrouping.PROJECT]
    *by_group, projects = outlook.outlooks(work, asked, [*groupings, OutlookGrouping.PROJECT])
    whole = {horizon: accuracy_views.accuracy(work, horizon, None) for horizon in HORIZONS}
    by_model = accuracy_views.sees_accuracy(work)
    records = {
        horizon: [*rows, *(accuracy_views.accuracy(work, horizon, SalesGrouping.MODEL) if by_model and rows else ())]
        for horizon, rows in whole.items()
    }
    record = next(iter(whole[HORIZONS[0]]), None)
    found = OutlookFound(by_group[0], naming.called(work, by_group[0].question.only), record, work.today)
    return OutlookSheets(found, by_group, projects, _names(work, projects.groups), records)


def _names(work: Work, projects: Sequence[OutlookGroup]) -> Mapping[SalesGrouping, Mapping[Key, str]]:
    mine = reach(work.actor, Action.SEE_FORECAST)
    told = [each.project for each in projects if each.project is not None]
    ids: dict[SalesGrouping, list[Key]] = {
        SalesGrouping.CUSTOMER: list({each.customer_id for each in told}),
        SalesGrouping.AGENCY: list({each.agency_id for each in told}),
    }
    return {of: work.statistics.names(of, keys, mine) if keys else {} for of, keys in ids.items()}


def _groups(task: Task, book: Book, found: Outlook) -> None:
    name = task.words(grouping_word(found.question.grouping))
    amounts = any(each.sum.amount for each in found.groups)
    columns = [*_columns(task), _column(task.words(say("outlook-column-projects")), PIECES)]
    columns += [_column(task.words(say("outlook-column-amount")), YUAN)] if amounts else []
    book.sheet(name, [Column(task.words(say("figures-column-group")), BROAD), *columns])
    for each in found.groups:
        called = task.words(translated(each.name) if each.name else group_word(each, found.question.grouping))
        book.add(name, [[called, *_cells(each.sum, amounts=amounts)]])
    book.total(name, [task.words(say("figures-column-total")), *_cells(found.total, amounts=amounts)])
    if found.groups:
        title = f"{task.words(say('outlook-unit'))} · {name}"
        drawn = (3 if found.learned else 2, 4)
        book.chart(name, NativeChart(title=title, columns=drawn, rows=min(len(found.groups), DRAWN)))


def _cells(one: OutlookSum, *, amounts: bool) -> Iterator[Value]:
    yield from _pieces(one)
    yield len(one.projects)
    if amounts:
        yield one.amount.quantize(FEN, ROUND_HALF_UP) if one.amount is not None else None


def _pieces(one: OutlookSum) -> tuple[int, int, int, int]:
    return shown(one.standard), calibrated(one), shown(one.naive), shown(one.volume)


def _projects(task: Task, book: Book, sheets: OutlookSheets) -> None:
    """What every figure is made of."""
    name = task.words(say("forecast-by-project"))
    facts = [
        Column(task.words(say(f"outlook-column-{each}")), width)
        for each, width in (
            ("project", MIDDLE),
            ("customer", BROAD),
            ("model", MIDDLE),
            ("domain", MIDDLE),
            ("agency", MIDDLE),
            ("stage", NARROW),
            ("layer", NARROW),
        )
    ]
    start = Column(task.words(say("outlook-column-start")), NARROW, DAY)
    yearly = _column(task.words(say("outlook-column-yearly")), PIECES)
    book.sheet(name, [*facts, start, Column(task.words(say("outlook-column-passed")), NARROW), yearly, *_columns(task)])
    for each in sheets.projects.groups:
        book.add(name, [list(_project(task, each, sheets))])


def _project(task: Task, group: OutlookGroup, sheets: OutlookSheets) -> Iterator[Value]:
    told = group.project
    assert told is not None
    yield from (told.name, sheets.names[SalesGrouping.CUSTOMER].get(told.customer_id, ""), told.mcu)
    yield task.words(translated(told.domain))
    yield sheets.names[SalesGrouping.AGENCY].get(told.agency_id, "")
    yield task.words(say(f"stage-{told.stage.value}"))
    layer = group.layer or Layer.PIPELINE
    yield task.words(say(f"forecast-layer-{layer.value}"))
    yield group.start
    yield task.words(say("outlook-passed")) if group.sum.passed else None
    yield told.yearly
    yield from _pieces(group.sum)


def _records(task: Task, book: Book, sheets: OutlookSheets) -> None:
    """How far off all three were, by how far ahead."""
    name = task.words(say("accuracy-key"))
    shares = [
        Column(task.words(say(f"outlook-column-{each}")), MIDDLE, SIGNED if signed else SHARE)
        for each, signed in (
            ("error-standard", False),
            ("error-calibrated", False),
            ("error-naive", False),
            ("bias-standard", True),
            ("bias-calibrated", True),
            ("bias-naive", True),
            ("gain", True),
        )
    ]
    ahead = Column(task.words(say("outlook-column-ahead")), NARROW)
    book.sheet(name, [ahead, Column(task.words(say("figures-column-group")), BROAD), *shares])
    for horizon, rows in sheets.records.items():
        for row in rows:
            called = row.name if row.key != "" else task.words(say("accuracy-total"))
            book.add(name, [[horizon, called, *map(_share, _record(row))]])
    if not any(sheets.records.values()):
        book.add(name, [[None, task.words(say("forecast-unmeasured")), *[None] * len(shares)]])


def _record(row: AccuracyRow) -> Iterator[float | None]:
    three = (row.standard, row.calibrated, row.naive)
    yield from (each.wape for each in three)
    yield from (each.bias for each in three)
    yield row.calibrated.gain(row.naive)


def _share(share: float | None) -> Value:
    return None if share is None else Decimal(f"{share:.4f}")


def _about(task: Task, book: Book, found: OutlookFound) -> None:
    """What was asked, when, and what is to be known of it."""
    name = task.words(say("figures-sheet-about"))
    book.sheet(name, [Column(name, ABOUT)])
    for line in heading(found.outlook, found.names, found.record):
        book.add(name, [[part] for part in task.words(line).split("\n")])
    book.add(name, [[task.words(say("figures-made-on", day=found.today.isoformat()))]])


def _columns(task: Task) -> Iterator[Column]:
    for each in FIGURES:
        yield _column(task.words(say(f"outlook-column-{each}")), PIECES)


def _column(title: str, look: str) -> Column:
    """Wide enough for its title, in which a Chinese character takes two places."""
    return Column(title, max(NARROW, sum(1 if each.isascii() else 2 for each in title) + 4), look)
