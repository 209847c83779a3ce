"""The vendor's calendar: working days and hours, calendar months, and when a day ends.

Days are dates in the vendor's zone, moments are aware and come out in UTC. Wall-clock times are resolved as the
reminders' are: one that occurs twice (clocks set back) is the first, one that doesn't occur (set forward) moves forward.
Working days come from `chinese_calendar` for the years that it knows; other years have weekends and the holidays with
a fixed date, so Spring Festival and make-up days are missing there until the policy names them.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from zoneinfo import ZoneInfo

import chinese_calendar

from domain.base.policy import Policy

DAY = timedelta(days=1)

FIXED_HOLIDAYS = frozenset({(1, 1), (5, 1), (5, 2), (10, 1), (10, 2), (10, 3)})
"""Statutory holidays of a fixed date, month and day (State Council order 795 of 2024)."""


def add_months(day: date, months: int) -> date:
    """The same day of the month, so many calendar months later, or that month's last: 31 Aug + 6 = 28 or 29 Feb."""
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


@cache
def covers(year: int) -> bool:
    """Whether the library knows the year's holidays. They are published late in the year before."""
    try:
        _, holiday = chinese_calendar.get_holiday_detail(date(year, 10, 1))
    except NotImplementedError:
        return False
    # a year of which only the first days are known (they belong to the bridge over New Year) is not covered
    return holiday is not None


def _working_by_rule(day: date) -> bool:
    if covers(day.year):
        return bool(chinese_calendar.is_workday(day))
    return day.weekday() < 5 and (day.month, day.day) not in FIXED_HOLIDAYS


class WorkingCalendar:
    """Working days and hours of one vendor: the public calendar with the policy's days on and off."""

    def __init__(self, policy: Policy) -> None:
        self._zone: ZoneInfo = policy.zone
        self._opens, self._closes = policy.calendar.opens, policy.calendar.closes
        self._off, self._on = frozenset(policy.calendar.days_off), frozenset(policy.calendar.days_on)

    @property
    def hours_a_day(self) -> timedelta:
        """One working day in working hours."""
        return datetime.combine(date.min, self._closes) - datetime.combine(date.min, self._opens)

    def day_of(self, moment: datetime) -> date:
        """The vendor's day."""
        return moment.astimezone(self._zone).date()

    def at(self, day: date, clock: time) -> datetime:
        """The moment of a wall-clock time in the vendor's zone."""
        return datetime.combine(day, clock, self._zone).astimezone(UTC)

    def begin_of(self, day: date) -> datetime:
        """The moment at which a day begins, and the one before is over."""
        return self.at(day, time())

    def is_working_day(self, day: date) -> bool:
        if day in self._on:
            return True
        return day not in self._off and _working_by_rule(day)

    def add_working_hours(self, moment: datetime, hours: float | timedelta) -> datetime:
        """When so many working hours will have passed. From outside of working hours it counts from the next opening;
        what ends with the day ends at closing, not at the next opening."""
        left = hours if isinstance(hours, timedelta) else timedelta(hours=hours)
        if not left:
            return moment.astimezone(UTC)
        for opens, closes in self._shifts(moment):
            begins = max(opens, moment)
            if left <= closes - begins:
                return begins.astimezone(UTC) + left
            left -= closes - begins
        raise AssertionError("there is always another working day")

    def add_working_days(self, moment: datetime, days: int) -> datetime:
        """So many working days of working hours later: from Wednesday 14:00 two are Friday 14:00."""
        return self.add_working_hours(moment, self.hours_a_day * days)

    def _shifts(self, since: datetime) -> Iterator[tuple[datetime, datetime]]:
        """Opening and closing of working days that close after a moment, without end."""
        day = self.day_of(since)
        while True:
            if self.is_working_day(day) and (closes := self.at(day, self._closes)) > since:
                yield self.at(day, self._opens), closes
            day += DAY
