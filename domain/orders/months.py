"""When a month is closed: on the *policy* day of the next one, at the end of that day in the vendor's zone."""

from __future__ import annotations

from datetime import date

from domain.base.calendar import add_months


def closes_on(day: date, closing_day: int) -> date:
    """The last day on which what was sold in the month of `day` counts as logged in time."""
    return add_months(day.replace(day=1), 1).replace(day=closing_day)


def is_closed(day: date, on: date, closing_day: int) -> bool:
    """Whether a contract of `day`, logged or first written on `on`, comes too late for its month."""
    return on > closes_on(day, closing_day)
