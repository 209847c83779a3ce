"""The job behind the picture of 订单预期: what is expected as whoever asked may see it, beside the naive mean; 标准, 校准 and how far off
both were stand beneath."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Final, TypeAlias

from dialogs.core.screen import Arg, Say, Wording, say, wording_to_json
from dialogs.forecast.words import calibrated, group_word, grouping_word, heading, told_record
from dialogs.shared.words import middle
from dialogs.statistics.words import changed_by, span_word
from domain.base.work import Work
from domain.forecast import accuracy_views, outlook
from domain.forecast.accuracy_views import AccuracyRow
from domain.forecast.asking import IN_TIME, OutlookGrouping, question
from domain.forecast.outlook import Outlook, OutlookGroup, OutlookSum
from domain.forecast.port import ForecastColumn
from domain.forecast.records import shown
from domain.statistics import naming
from notifications.documents.bar_chart import BarChart, Bars, BarValue, draw
from notifications.jobs.working import Task

Words: TypeAlias = Callable[[Wording], str]
"""Plain text in the reader's language."""

MOST: Final = 8
"""Groups, months aside: more would be taller than a phone."""
NAME: Final = 14
"""Characters in the title of whom it is narrowed to."""


@dataclass(frozen=True, slots=True)
class OutlookFound:
    """`names` are whom it is narrowed to, `record` how far off such figures were."""

    outlook: Outlook
    names: Sequence[str]
    record: AccuracyRow | None
    today: date

    @property
    def column(self) -> ForecastColumn:
        """Which is drawn beside the naive mean: 校准 isn't, as long as it is 标准."""
        return self.outlook.question.drawn if self.outlook.learned else ForecastColumn.STANDARD


def draw_outlook(task: Task) -> dict[str, object]:
    """Raises `NotAllowed`, `TooManyProjects`."""
    found = task.read(lambda work: _found(work, task))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "outlook.png"
        path.write_bytes(draw(chart(task.words, found)))
        kept = task.keep(path)
    name = task.words(say("outlook-picture-file", day=found.today.isoformat()))
    lines = [wording_to_json(each) for each in heading(found.outlook, found.names, found.record)]
    return {"picture": {"sha256": kept, "name": name}, "lines": lines, "learned": found.outlook.learned}


def _found(work: Work, task: Task) -> OutlookFound:
    asked = question(task.args["question"], work.today)
    found = outlook.outlook(work, asked, outlook.MOST_BESIDE)
    record = next(iter(accuracy_views.accuracy(work, 1, None)), None)
    return OutlookFound(found, naming.called(work, found.question.only), record, work.today)


def chart(words: Words, found: OutlookFound) -> BarChart:
    asked, groups = found.outlook.question, [each for each in found.outlook.groups if each.sum.there]
    if asked.grouping not in IN_TIME:
        groups.sort(key=lambda each: -_pieces(each.sum, found.column))
    shown_ = groups if asked.grouping in IN_TIME or len(groups) <= MOST else groups[: MOST - 1]
    foot: list[Wording] = [] if shown_ == groups else [_rest(groups[len(shown_) :], found.column)]
    if not groups:
        foot.append(say("forecast-none"))
    elif found.outlook.learned:
        other = ForecastColumn.STANDARD if found.column is ForecastColumn.CALIBRATED else ForecastColumn.CALIBRATED
        foot.append(say(f"outlook-{other.value}", value=_pieces(found.outlook.total, other)))
    else:
        foot.append(say("forecast-few-cases"))
    foot.append(told_record(found.record))
    return BarChart(
        title=words(finding(found)),
        about=words(say("outlook-about", by=grouping_word(asked.grouping))),
        series=[words(say(f"outlook-series-{each.value}")) for each in (found.column, ForecastColumn.NAIVE)],
        groups=[
            Bars(
                words(_named(group, asked.grouping)),
                [_bar(words, _pieces(group.sum, each)) for each in (found.column, ForecastColumn.NAIVE)],
            )
            for group in shown_
        ],
        foot=[words(each) for each in foot],
    )


def finding(found: OutlookFound) -> Say:
    """启明 2026年12月 预期（校准）12.4 万片，比近三月均值多 18%"""
    total = found.outlook.total
    pieces, naive = _pieces(total, found.column), shown(total.naive)
    facts: dict[str, Arg] = {
        "span": span_word(found.outlook.question.span),
        "value": pieces,
        "column": say(f"outlook-series-{found.column.value}"),
        "change": _change(changed_by(Decimal(pieces), Decimal(naive))),
    }
    if not found.names:
        return say("outlook-finding", **facts)
    return say("outlook-finding-of", who=tuple(middle(each, NAME) for each in found.names), **facts)


def _change(change: int | None) -> Say:
    if change is None:
        return say("figures-unchanged")
    than = say("outlook-than-naive")
    if change == 0:
        return say("figures-same", than=than)
    return say("figures-more" if change > 0 else "figures-less", than=than, percent=abs(change))


def _pieces(one: OutlookSum, column: ForecastColumn) -> int:
    match column:
        case ForecastColumn.STANDARD:
            return shown(one.standard)
        case ForecastColumn.NAIVE:
            return shown(one.naive)
        case ForecastColumn.CALIBRATED:
            return calibrated(one)


def _named(group: OutlookGroup, grouping: OutlookGrouping) -> Wording:
    """Whole: it is cut where the picture ends."""
    return group_word(group, grouping) if grouping in IN_TIME or not group.name else group.name


def _bar(words: Words, pieces: int) -> BarValue:
    return BarValue(float(pieces), words(say("figures-bar-pieces", value=Decimal(pieces))))


def _rest(groups: Sequence[OutlookGroup], column: ForecastColumn) -> Say:
    together = Decimal(sum(_pieces(each.sum, column) for each in groups))
    return say("figures-rest-together", count=len(groups), value=say("figures-all-pieces", value=together))
