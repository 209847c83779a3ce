"""Freezing: a month's snapshot once, by the first run that finds it open, and what was ordered once it has closed.

However late a run comes, it goes by what was known at 00:00 on the month's 1st: reports and orders of before, orders as they read
then. Who holds a customer is taken as it is when it is frozen, and so is a report that was corrected since.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from domain.base.calendar import DAY, add_months
from domain.base.rights import EVERYTHING
from domain.base.work import Work
from domain.forecast.choosing import Measured, track
from domain.forecast.knowledge import Cell, Known, ProjectSale, months_between
from domain.forecast.port import OrderedThen
from domain.forecast.records import HORIZON, month_of
from domain.forecast.snapshot import Snapshot, measure, snapshot
from domain.jobs import control
from domain.orders.months import closes_on
from domain.statistics.records import EVERYTHING as ALL

KIND = "forecast"
REMEMBERED = 60
"""Months of orders that a forecast looks back on."""
AGAIN = timedelta(hours=1)
LOOKED_AT = 50
"""Of the newest jobs."""
CASES_OF = 24
"""Months of cases that conversion is learned from."""


def plan(work: Work) -> None:
    """A job, where a month is to be frozen or closed; where one has failed, the next after a while."""
    if (open_month(work) is not None or months_to_close(work)) and not _tried(work):
        control.put(work, KIND, {}, key=KIND)


def _tried(work: Work) -> bool:
    lately, _ = work.jobs.newest(EVERYTHING, 0, LOOKED_AT)
    mine = [each for each in lately if each.kind == KIND]
    return any(each.open or work.now - each.created_at < AGAIN for each in mine)


def open_month(work: Work) -> date | None:
    """The running month, unless it is frozen or nothing was known on its 1st. One that nobody ran in stays without a snapshot."""
    month = month_of(work.today)
    if month in work.forecasts.frozen() or not work.forecasts.told_before(work.calendar.begin_of(month)):
        return None
    return month


def months_to_close(work: Work) -> Sequence[date]:
    """Those that have closed since the first snapshot, oldest first."""
    frozen = work.forecasts.frozen()
    if not frozen:
        return ()
    closed = set(work.forecasts.closed())
    months = [add_months(frozen[0], at) for at in range(months_between(frozen[0], work.today))]
    return [each for each in months if each not in closed and _closing(work, each) <= work.now]


def known_on(work: Work, day: date) -> Known:
    """What was known at 00:00 of a month's first day."""
    moment = work.calendar.begin_of(day)
    frozen = [each for each in work.forecasts.frozen() if each < day]
    return Known(
        day=day,
        prospects=work.forecasts.prospects(EVERYTHING, ALL, moment, work.zone),
        sales=work.forecasts.sales(moment, add_months(day, -REMEMBERED), day - DAY),
        cases=work.forecasts.cases(day, add_months(day, -CASES_OF)),
        frozen_months=len(frozen),
        frozen_projects=work.forecasts.frozen_projects(day),
    )


def snapshot_of(work: Work, day: date) -> Snapshot:
    """By what had closed by then."""
    past = [each for each in work.forecasts.measured() if add_months(each.origin, each.horizon + 1) <= day]
    return snapshot(known_on(work, day), work.policy.forecast, track(past))


def closing_of(work: Work, month: date) -> tuple[Sequence[OrderedThen], Sequence[Measured]]:
    """What was ordered in a month, as it stood when it closed, and how each snapshot did that spoke of it."""
    sums: dict[tuple[str, int, int, int], int] = {}
    for each in _sales_of(work, month):
        key = each.model, each.agency_id, each.unit_id, each.contact_id
        sums[key] = sums.get(key, 0) + each.pieces
    ordered = [OrderedThen(month, *key, pieces) for key, pieces in sorted(sums.items())]
    cells: dict[Cell, int] = {}
    for then in ordered:
        cells[then.model, then.agency_id] = cells.get((then.model, then.agency_id), 0) + then.pieces
    measured: list[Measured] = []
    for origin in work.forecasts.frozen():
        horizon = months_between(origin, month) + 1
        if 1 <= horizon <= HORIZON:
            said, levels = work.forecasts.cells(origin)
            measured.extend(measure(origin, horizon, said, levels, cells))
    return ordered, measured


def _sales_of(work: Work, month: date) -> Sequence[ProjectSale]:
    return work.forecasts.sales(_closing(work, month), month, add_months(month, 1) - DAY)


def _closing(work: Work, month: date) -> datetime:
    """The moment at which a month closes: the end of the *policy* day of the next."""
    return work.calendar.begin_of(closes_on(month, work.policy.orders.month_closes_on) + DAY)
