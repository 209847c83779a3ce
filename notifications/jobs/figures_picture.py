"""The job behind the picture of 出货统计: the figures as whoever asked may see them, what was found as its title, the largest
groups or the latest months as bars, beside those of the time before."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Final, TypeAlias

from dialogs.core.screen import Arg, Say, Wording, say, wording_to_json
from dialogs.forecast.week import told_ahead
from dialogs.orders.fields import with_cents
from dialogs.shared.words import middle
from dialogs.statistics.words import (
    changed_by,
    group_word,
    grouping_word,
    heading,
    measure_word,
    notes,
    percent,
    span_word,
)
from domain.base.work import Work
from domain.deadlines.week import WEEK
from domain.deadlines.week_ahead import ahead
from domain.statistics import measuring, naming
from domain.statistics.as_json import question
from domain.statistics.measuring import FiguresQuestion, SalesFigures, SalesGroup
from domain.statistics.records import IN_TIME, Basis, Measure
from domain.statistics.spans import Span
from notifications.documents.bar_chart import BarChart, Bars, BarValue, draw
from notifications.jobs.working import Task

Words: TypeAlias = Callable[[Wording], str]
"""Plain text in the reader's language."""

MOST: Final = 8
"""Groups: more would be taller than a phone."""
LATEST: Final = 12
"""Months or quarters."""
NAME: Final = 14
"""Characters in the title of whom it is narrowed to."""


def draw_figures(task: Task) -> dict[str, object]:
    """Raises `NotAllowed`, `TooManyLines`."""
    found, names, today = task.read(lambda work: _found(work, task))
    if task.args.get("reminder"):
        lines: tuple[Wording, ...] = tuple(told_ahead(task.read(lambda work: ahead(work, work.today - WEEK))))
    else:
        lines = (*heading(found, names, today), *notes(found))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "figures.png"
        path.write_bytes(draw(chart(task.words, found, names, today)))
        kept = task.keep(path)
    name = task.words(say("figures-picture-file", day=today.isoformat()))
    return {"picture": {"sha256": kept, "name": name}, "lines": [wording_to_json(each) for each in lines]}


def _found(work: Work, task: Task) -> tuple[SalesFigures, Sequence[str], date]:
    asked = question(task.args["question"], work.today)
    found = measuring.figures(work, asked)
    return found, naming.called(work, found.question.only), work.today


def chart(words: Words, found: SalesFigures, names: Sequence[str], today: date) -> BarChart:
    asked = found.question
    in_time = asked.grouping in IN_TIME
    there = [each for each in found.groups if each.there]
    shown = there[-LATEST:] if in_time else there[: MOST if len(there) <= MOST else MOST - 1]
    others = [each.year_ago if in_time else each.before for each in shown]
    twice = any(others)
    marks = any(_aimed(each) is not None for each in shown)
    foot = [] if in_time or len(shown) == len(there) else [_rest(there[len(shown) :], asked.measure)]
    if not there:
        foot = [say("statistics-none")]
    return BarChart(
        title=words(finding(found, names, today)),
        about=words(_about(asked)),
        series=[words(each) for each in _series(asked, today)][: 2 if twice else 1],
        groups=[
            Bars(
                words(_named(group, asked)),
                [_first_bar(words, group, asked.measure), *([_bar(words, other, asked.measure)] if twice else ())],
            )
            for group, other in zip(shown, others, strict=True)
        ],
        foot=[words(each) for each in foot],
        marks=words(say("figures-marks")) if marks else "",
    )


def finding(found: SalesFigures, names: Sequence[str], today: date) -> Say:
    """启明 2026年6月出货 12.4 万片，比上月多 18%; of what has a target how far it is attained, too."""
    asked, total = found.question, found.total
    told = say("figures-told-nothing", measure=measure_word(asked.measure))
    if total.value is not None:
        told = say(f"figures-told-{asked.measure.value}", value=_size(total.value, asked.measure))
    change = _change(total, asked, today)
    if (aimed := _aimed(total)) is not None:
        change = say("figures-attained", change=change, percent=percent(aimed[1]))
    facts: dict[str, Arg] = {"span": span_word(asked.span), "told": told, "change": change}
    if not names:
        return say("figures-finding", **facts)
    return say("figures-finding-of", who=tuple(middle(each, NAME) for each in names), **facts)


def _change(total: SalesGroup, asked: FiguresQuestion, today: date) -> Say:
    change = changed_by(total.value, total.before)
    if change is None:
        return say("figures-unchanged")
    than = say(f"figures-than-{_length(asked.span)}", months=asked.span.months)
    if asked.span.running(today):
        than = say("figures-than-so-far", than=than)
    if change == 0:
        return say("figures-same", than=than)
    way = "more" if change > 0 else "less"
    key = f"figures-{way}-price" if asked.measure is Measure.PRICE else f"figures-{way}"
    return say(key, than=than, percent=abs(change))


def _length(span: Span) -> str:
    return {1: "month", 3: "quarter", 12: "year"}.get(span.months, "months")


def _about(asked: FiguresQuestion) -> Say:
    measure = say(f"figures-unit-{asked.measure.value}")
    key = "figures-about-shipped" if asked.basis is Basis.SHIPPED else "figures-about"
    return say(key, measure=measure, by=grouping_word(asked.grouping))


def _series(asked: FiguresQuestion, today: date) -> tuple[Say, Say]:
    if asked.grouping in IN_TIME:
        return say("figures-series-this"), say("figures-series-year-ago")
    before = span_word(asked.span.moved(-asked.span.months))
    same_days = asked.span.running(today)
    return span_word(asked.span), say("figures-series-so-far", span=before) if same_days else before


def _named(group: SalesGroup, asked: FiguresQuestion) -> Wording:
    """Whole: it is cut where the picture ends."""
    if asked.grouping in IN_TIME or not group.name:
        return group_word(group, asked.grouping)
    return group.name


def _aimed(group: SalesGroup) -> tuple[Decimal, Decimal] | None:
    """The target, where all quarters that are shown have one, and how far it is attained."""
    of = group.attained
    return None if of is None or of.share is None else (of.target, of.share)


def _first_bar(words: Words, group: SalesGroup, measure: Measure) -> BarValue:
    """Beside its target, where it has one."""
    bar = _bar(words, group.value, measure)
    if (aimed := _aimed(group)) is None:
        return bar
    target, share = aimed
    told = say("figures-bar-attained", value=bar.text.strip(), percent=percent(share))
    return replace(bar, text=words(told), mark=float(target))


def _bar(words: Words, value: Decimal | None, measure: Measure) -> BarValue:
    if value is None:
        return BarValue(None, words(say("statistics-no-value")))
    return BarValue(float(value), words(say(f"figures-bar-{measure.value}", value=_size(value, measure))))


def _size(value: Decimal, measure: Measure) -> Decimal:
    return with_cents(value) if measure is Measure.PRICE else value


def _rest(groups: Sequence[SalesGroup], measure: Measure) -> Say:
    """What they are together can be said of what adds up."""
    values = [each.value for each in groups]
    if measure is Measure.PRICE or any(each is None for each in values):
        return say("figures-rest", count=len(groups))
    together = sum((each for each in values if each is not None), Decimal(0))
    return say("figures-rest-together", count=len(groups), value=say(f"figures-all-{measure.value}", value=together))
