"""校准: the same projects with rates learned from the deployment's own frozen history, each step a method of its own, so that
it is used only where it gains (`domain.forecast.choosing`)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from domain.base.policy.model import ForecastPolicy
from domain.base.stage import Stage
from domain.forecast.knowledge import Buying, Known, span
from domain.forecast.learning import Honesty, conversion, honesty
from domain.forecast.records import Prospect, months_from
from domain.forecast.rhythm import due, gap_of, mean_log_gap, months_of
from domain.forecast.run_rate import run_rate
from domain.forecast.season import ALIKE, Seasons, learned

PAUSED_SHARE = 0.3
"""What a paused project that has ordered goes on with."""

Months = tuple[float, ...]


@dataclass(frozen=True, slots=True)
class LearnedRates:
    """What a month's forecast goes by."""

    day: date
    honest: Honesty
    shares: Mapping[Stage, Months]
    mean_gap: float
    seasons: Seasons


def learn(known: Known, rules: ForecastPolicy) -> LearnedRates:
    honest = honesty(known)
    mean = mean_log_gap(list(known.buying.values()))
    return LearnedRates(known.day, honest, conversion(known, honest, rules), mean, learned(known))


def by_rates(prospect: Prospect, buying: Buying | None, by: LearnedRates) -> Months:
    """Run rate, conversion and salesperson."""
    return _expected(prospect, buying, by, ALIKE, rhythm=False)


def by_season(prospect: Prospect, buying: Buying | None, by: LearnedRates) -> Months:
    """The same with the season of the product."""
    return _expected(prospect, buying, by, by.seasons, rhythm=False)


def by_rhythm(prospect: Prospect, buying: Buying | None, by: LearnedRates) -> Months:
    """The same with the rhythm of the project's own orders."""
    return _expected(prospect, buying, by, by.seasons, rhythm=True)


def _expected(prospect: Prospect, buying: Buying | None, by: LearnedRates, seasons: Seasons, *, rhythm: bool) -> Months:
    months = months_from(by.day)
    factors = [seasons.factor(prospect.domain, month) for month in months]
    honest = by.honest.of(prospect.contact_id)
    if buying is None:
        shares = by.shares.get(prospect.stage, (0.0,) * len(months))
        level = prospect.yearly / 12 * honest
        return tuple(share * level * factor for share, factor in zip(shares, factors, strict=True))
    centre, spread = gap_of(buying, by.mean_gap)
    gap = months_of(centre, spread)
    rate = run_rate(prospect, buying, by.day, honest=honest, seasons=seasons, gap=gap)
    orders, going = due(centre, spread, span(buying.last, by.day))
    rate *= PAUSED_SHARE if prospect.stage is Stage.PAUSED else 1.0
    if rhythm:
        return tuple(rate * gap * many * factor for many, factor in zip(orders, factors, strict=True))
    return tuple(rate * going * factor for factor in factors)
