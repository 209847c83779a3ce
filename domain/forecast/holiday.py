"""Spring Festival: plants shut, so what would be ordered then is ordered before or after it, in other months every year.

The days of the holiday are the public calendar's; that plants shut some days earlier and open a week later, and what becomes of
their orders, is what everybody in the trade knows of it, not learned: a deployment sees it once a year.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache

import chinese_calendar

from domain.base.calendar import DAY, add_months, covers

SHUT_BEFORE, SHUT_AFTER = 5, 7
"""Days beside the holiday."""
RUSH, CATCHING_UP = 17, 15
"""Days before and after, in each of which half of what is missing is ordered."""


@cache
def opening(month: date) -> float:
    """What a month, named by its first day, has of a plain month's orders: 1 but around Spring Festival, and in years whose
    calendar isn't known yet."""
    after = add_months(month, 1)
    days = (after - month).days
    weight = float(days)
    for first, last in filter(None, map(_shut, (month.year, month.year + 1))):
        half = ((last - first).days + 1) / 2
        weight -= _common(month, after, first, last + DAY)
        weight += half / RUSH * _common(month, after, first - timedelta(RUSH), first)
        weight += half / CATCHING_UP * _common(month, after, last + DAY, last + timedelta(CATCHING_UP + 1))
    return weight / days


@cache
def _shut(year: int) -> tuple[date, date] | None:
    """The first and the last day on which plants are shut; None where the year isn't known."""
    if not covers(year):
        return None
    days = [date(year, 1, 1) + timedelta(at) for at in range(80)]
    holiday = [day for day in days if chinese_calendar.get_holiday_detail(day)[1] == "Spring Festival"]
    off = [day for day in holiday if chinese_calendar.is_holiday(day)]
    return off[0] - timedelta(SHUT_BEFORE), off[-1] + timedelta(SHUT_AFTER)


def _common(since: date, until: date, first: date, end: date) -> int:
    """Days that two times share, each without its end."""
    return max(0, (min(until, end) - max(since, first)).days)
