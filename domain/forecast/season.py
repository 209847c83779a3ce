"""Seasons: when in the year a product is ordered, learned from orders; and Spring Festival."""

from __future__ import annotations

import cmath
import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from domain.base.calendar import add_months
from domain.forecast.holiday import opening
from domain.forecast.knowledge import Buying, Known, months_between
from domain.forecast.records import month_of

YEAR = 12
STRONGEST = 1.0
"""Of a season's logarithm: e times the mean at its peak."""


@dataclass(frozen=True, slots=True)
class Seasons:
    """By product as it is kept: strength and peak of its year as a complex number. Without any, every month is alike."""

    peaks: Mapping[str, complex] = field(default_factory=dict)
    holiday: bool = True

    def factor(self, product: str, month: date) -> float:
        """What a month is of a mean one."""
        peak = self.peaks.get(product)
        shape = 1.0
        if peak is not None:
            shape = math.exp((peak * _turn(month).conjugate()).real - abs(peak) ** 2 / 4)
        return shape * (opening(month) if self.holiday else 1.0)


ALIKE = Seasons(holiday=False)


@dataclass(slots=True)
class _Year:
    """What the orders of a product say of its year, weighted by the root of what is ordered."""

    turned: complex = 0j
    whole: float = 0.0
    squares: float = 0.0

    def add(self, weight: float, share: float, month: date) -> None:
        self.turned += weight * share * _turn(month)
        self.whole += weight * share
        self.squares += (weight * share) ** 2

    def peak(self) -> complex:
        """The first harmonic of the logarithm, shrunk by its own noise: of few orders nothing is left."""
        if not self.whole:
            return 0j
        found = self.turned / self.whole
        noise = self.squares / self.whole**2
        strength = min(STRONGEST, 2 * abs(found) * max(0.0, 1 - noise / abs(found) ** 2)) if found else 0.0
        return cmath.rect(strength, cmath.phase(found))


def learned(known: Known) -> Seasons:
    """From projects that have ordered for a year, each against its own level."""
    years: dict[str, _Year] = {}
    for each in known.prospects:
        buying = known.buying.get(each.id)
        if buying is not None:
            year = years.setdefault(each.domain, _Year())
            for weight, share, month in _shares(buying, known.day):
                year.add(weight, share, month)
    return Seasons({product: year.peak() for product, year in years.items()})


def _shares(buying: Buying, day: date) -> Iterable[tuple[float, float, date]]:
    """Of whole years up to its last order: the month's pieces ÷ the mean of the year around it, its weight in front."""
    first = month_of(buying.first)
    end = min(months_between(first, day), months_between(first, buying.last) + 2)
    pieces = [float(buying.months.get(add_months(first, at), 0)) for at in range(end)]
    for at in range(end - end // YEAR * YEAR, end):
        around = pieces[max(0, at - YEAR // 2) : at + YEAR // 2]
        level = sum(around) / len(around)
        month = add_months(first, at)
        if level > 0:
            yield math.sqrt(level), pieces[at] / level / opening(month), month


def _turn(month: date) -> complex:
    """Where in the year the middle of a month is."""
    return cmath.rect(1, 2 * math.pi * (month.month - 0.5) / YEAR)
