"""The naive guess: what was ordered in the last three months goes on. Nothing is shown without what it would have said."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from fractions import Fraction

from domain.base.calendar import add_months
from domain.forecast.records import month_of

NAIVE_MONTHS = 3


def naive(sums: Mapping[date, int], day: date) -> Fraction:
    """The mean of the last three full months before `day`, of whatever the sums by month are of; never below nothing."""
    lately = sum(sums.get(add_months(month_of(day), -back), 0) for back in range(1, NAIVE_MONTHS + 1))
    return Fraction(max(lately, 0), NAIVE_MONTHS)
