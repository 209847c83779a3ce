"""What a week's beginning tells of shipments against target, and of what is expected: asked by the job that draws its picture, for figures
and forecasts may take longer than a step has (docs/reminders.md)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from domain.base.errors import Refusal
from domain.base.rights import Action, may
from domain.base.work import Work
from domain.forecast import accuracy_views, outlook
from domain.forecast.asking import OutlookGrouping, OutlookQuestion
from domain.forecast.outlook import Outlook
from domain.forecast.records import month_of, shown
from domain.statistics import measuring, targets
from domain.statistics.attaining import Attained
from domain.statistics.measuring import FiguresQuestion
from domain.statistics.records import EVERYTHING, Measure, SalesGrouping
from domain.statistics.spans import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class QuarterSoFar:
    quarter: Span
    measure: Measure
    attained: Attained


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthsAhead:
    """Pieces: what the running month brings yet, and the next one, by 校准 where it has `learned` enough, else by 标准; of `naive` a
    month. `bias` is that of 标准, where it is what is told and any month has closed."""

    this: int
    next: int
    naive: int
    learned: bool
    bias: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekAhead:
    quarter: QuarterSoFar | None
    months: MonthsAhead | None


def ahead(work: Work, day: date) -> WeekAhead:
    """`day` is in the week that is over. What the reader may not see, or is too much to be reckoned, is left out."""
    return WeekAhead(quarter=_quarter(work, day), months=_months(work))


def _quarter(work: Work, day: date) -> QuarterSoFar | None:
    quarter = Span.quarter(day)
    measure = targets.measured(work, EVERYTHING, quarter)
    asked = FiguresQuestion(span=quarter, measure=measure, grouping=SalesGrouping.QUARTER)
    try:
        attained = measuring.figures(work, asked).total.attained
    except Refusal:
        return None
    return QuarterSoFar(quarter=quarter, measure=measure, attained=attained) if attained is not None else None


def _months(work: Work) -> MonthsAhead | None:
    if not may(work.actor, Action.SEE_FORECAST):
        return None
    asked = OutlookQuestion(span=Span(month_of(work.today), 2), grouping=OutlookGrouping.MONTH)
    try:
        found = outlook.outlook(work, asked, outlook.MOST_BESIDE)
    except Refusal:
        return None
    if not found.total.there:
        return None
    this, following = (_told(found, at) for at in range(2))
    row = None if found.learned else next(iter(accuracy_views.accuracy(work, 1, None)), None)
    return MonthsAhead(
        this=this,
        next=following,
        naive=shown(found.total.naive / 2),
        learned=found.learned,
        bias=row.standard.bias if row is not None else None,
    )


def _told(found: Outlook, month: int) -> int:
    one = found.groups[month].sum
    return max(0, round(one.calibrated)) if found.learned else shown(one.standard)
