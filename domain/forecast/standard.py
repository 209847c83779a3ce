"""标准: what projects bring by their own expectations, weighted by the policy's probability of their stage.

Exact, because the worked example must come out to the piece: yearly ÷ 12 × curve × probability × days are fractions of
whole numbers, and nothing is rounded before it is shown. Rule: docs/forecast.md.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Sequence
from datetime import date
from fractions import Fraction

from domain.base.calendar import add_months
from domain.base.policy.model import ForecastPolicy
from domain.base.stage import Stage
from domain.forecast.records import (
    HORIZON,
    Expected,
    Layer,
    MonthShare,
    Ordered,
    Prospect,
    in_months,
    month_of,
    months_from,
)
from domain.products.domains import BETWEEN
from domain.projects.records import Milestone

RUN_RATE_MONTHS = 3
NOTHING = Fraction(0)
STARTING = frozenset({Milestone.PILOT, Milestone.PRODUCTION})
"""Milestones from whose day on something is ordered."""


def standard(
    prospect: Prospect, orders: Sequence[Ordered], day: date, rules: ForecastPolicy, many: int = HORIZON
) -> Expected:
    """What the project brings in the month of `day` and those after it, so many in all. `orders` are its own that count, as
    they were known at 00:00 of that day, in any order."""
    if _runs(prospect, orders, day):
        return _run_rate(prospect, orders, day, many)
    start, passed = (None, False) if prospect.stage is Stage.ENDED else start_of(prospect, day, rules)
    bought = in_months(orders).get(month_of(day), 0)
    chance = Fraction(rules.probability.of(prospect.stage), 100)
    shares = []
    for month in months_from(day, many):
        volume = _volume(prospect, start, month, rules)
        pieces = volume * chance if volume else volume
        if month <= day:
            pieces, volume = _rest(pieces, bought), _rest(volume, bought)
        shares.append(MonthShare(month, pieces, volume))
    return Expected(
        project_id=prospect.id, layer=layer_of(prospect, orders, day), months=tuple(shares), start=start, passed=passed
    )


def layer_of(prospect: Prospect, orders: Sequence[Ordered], day: date) -> Layer:
    if _runs(prospect, orders, day):
        return Layer.RUN_RATE
    return Layer.RAMP if prospect.stage in (Stage.PILOT, Stage.PRODUCTION) else Layer.PIPELINE


def start_of(prospect: Prospect, day: date, rules: ForecastPolicy) -> tuple[date, bool]:
    """The day from which it counts, and whether the one that was told has gone by."""
    lead = rules.lead_months.of(prospect.stage)
    told = prospect.milestone_on if prospect.milestone in STARTING else None
    start = told or add_months(prospect.stage_since, lead)
    if start < day and prospect.stage is not Stage.PRODUCTION:
        return add_months(day, lead), True
    return start, False


def _runs(prospect: Prospect, orders: Sequence[Ordered], day: date) -> bool:
    first = min((each.day for each in orders if each.pieces > 0), default=None)
    return prospect.stage is Stage.PRODUCTION and first is not None and add_months(first, RUN_RATE_MONTHS) <= day


def _run_rate(prospect: Prospect, orders: Sequence[Ordered], day: date, many: int) -> Expected:
    sums = in_months(orders)
    lately = sum(sums.get(add_months(month_of(day), -back), 0) for back in range(1, RUN_RATE_MONTHS + 1))
    mean = Fraction(max(lately, 0), RUN_RATE_MONTHS)
    rest = _rest(mean, sums.get(month_of(day), 0))
    first, *later = months_from(day, many)
    shares = (MonthShare(first, rest, rest), *(MonthShare(month, mean, mean) for month in later))
    return Expected(project_id=prospect.id, layer=Layer.RUN_RATE, months=shares)


def _volume(prospect: Prospect, start: date | None, month: date, rules: ForecastPolicy) -> Fraction:
    """Of a month, all of the expectation: by days in the one in which it starts."""
    if start is None or month_of(start) > month:
        return NOTHING
    whole = Fraction(prospect.yearly, 12) * curve_of(prospect.domain, month, rules)
    if month_of(start) < month:
        return whole
    days = monthrange(month.year, month.month)[1]
    return whole * Fraction(days - start.day + 1, days)


def curve_of(domain: str, month: date, rules: ForecastPolicy) -> Fraction:
    """What a month is of a mean one: by *policy* for the product domain as it is kept, else for its first level; else 1."""
    curves = {each.of: each.months for each in rules.curves}
    curve = curves.get(domain) or curves.get(domain.split(BETWEEN)[0])
    return Fraction(curve[month.month - 1], 100) if curve else Fraction(1)


def _rest(pieces: Fraction, already: int) -> Fraction:
    """What is still to come of a month: what is ordered is taken off, and never more than there was."""
    return max(pieces - max(already, 0), NOTHING)
