"""Gaps: projects whose expectation and whose orders don't fit, each to be looked into at its customer (docs/forecast.md)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from domain.base.calendar import add_months
from domain.base.rights import Action, reach
from domain.base.stage import ADVANCE, Stage
from domain.base.work import Work
from domain.customers.scope import called
from domain.forecast.knowledge import Buying
from domain.forecast.outlook import known_of, told_of
from domain.forecast.records import Prospect
from domain.statistics.records import EVERYTHING, Only
from domain.statistics.spans import Span

QUARTER = 3


class GapKind(StrEnum):
    SILENT = "silent"
    """量产, and no order for *policy* `forecast.silent_days`."""
    BEHIND = "behind"
    """量产, and the last quarter's orders are under *policy* `forecast.behind_percent` of the expectation."""
    PASSED = "passed"
    """Its milestone has gone by."""
    UNREVISED = "unrevised"
    """Its expectation is older than *policy* `forecast.unrevised_days`."""


@dataclass(frozen=True, slots=True)
class Gap:
    """`days` since the last order, the milestone or the last revision; of one that is behind the per cent that was ordered.
    `days` is None for a 量产 project that has never ordered."""

    kind: GapKind
    prospect: Prospect
    days: int | None


def gaps(work: Work, only: Only = EVERYTHING) -> Sequence[Gap]:
    """The largest expectations first, within a kind. Raises `NotAllowed`, `TooManyProjects`."""
    mine = reach(work.actor, Action.SEE_FORECAST)
    told = told_of(work, mine, only)
    going = [each for each in told if each.stage in ADVANCE]
    known = known_of(work, going)
    found = [gap for each in going for gap in _of_project(work, each, known.buying.get(each.id))]
    kinds = list(GapKind)
    return sorted(found, key=lambda each: (kinds.index(each.kind), -each.prospect.yearly, each.prospect.id))


def customer_of(work: Work, prospect: Prospect) -> str:
    return called(work, prospect.customer_id)


def _of_project(work: Work, prospect: Prospect, buying: Buying | None) -> Iterator[Gap]:
    rules, today = work.policy.forecast, work.today
    if prospect.stage is Stage.PRODUCTION:
        since = prospect.produced_since or prospect.stage_since
        last = max(since, buying.last) if buying is not None else since
        if (today - last).days >= rules.silent_days:
            yield Gap(GapKind.SILENT, prospect, (today - buying.last).days if buying is not None else None)
        elif (share := _of_the_quarter(prospect, buying, since, today)) is not None and share < rules.behind_percent:
            yield Gap(GapKind.BEHIND, prospect, share)
    elif prospect.milestone_on is not None and prospect.milestone_on < today:
        yield Gap(GapKind.PASSED, prospect, (today - prospect.milestone_on).days)
    revised = prospect.yearly_since or prospect.told_on
    if (today - revised).days >= rules.unrevised_days:
        yield Gap(GapKind.UNREVISED, prospect, (today - revised).days)


def _of_the_quarter(prospect: Prospect, buying: Buying | None, since: date, today: date) -> int | None:
    """Per cent of the expectation that the last full quarter brought; None where it wasn't 量产 all of it."""
    first = Span.quarter(today).moved(-QUARTER).first
    if since > first or prospect.yearly <= 0:
        return None
    months = [add_months(first, at) for at in range(QUARTER)]
    ordered = sum(buying.months.get(month, 0) for month in months) if buying is not None else 0
    return max(0, ordered) * 400 // prospect.yearly
