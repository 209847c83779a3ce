"""A month to be tapped, as rows of weeks: the one place where more than three buttons stand in a row, as on any calendar."""

from __future__ import annotations

import calendar
from collections.abc import Callable
from datetime import date, timedelta

from dialogs.core.field import answering
from dialogs.core.screen import Button, Row, Wording, say
from domain.base import dates

_BLANK = answering("·", "blank")


def month_rows(first: date, today: date, allows: Callable[[date, date], bool]) -> tuple[Row, ...]:
    """The month that begins on `first`; weeks and neighbouring months only where a day may be chosen."""
    weeks = calendar.Calendar().monthdayscalendar(first.year, first.month)
    rows = (tuple(_day(first.replace(day=day), today, allows) if day else _BLANK for day in week) for week in weeks)
    before, after = dates.month_away(first, -1), dates.month_away(first, 1)
    turns = (
        *((_month(say("core-month-before"), before),) if allows(first - timedelta(days=1), today) else ()),
        *((_month(say("core-month-after"), after),) if allows(after, today) else ()),
    )
    title = _month(say("core-month", year=str(first.year), month=first.month), first)
    return ((title,), *(week for week in rows if any(day is not _BLANK for day in week)), turns)


def _month(label: Wording, first: date) -> Button:
    return answering(label, "month", month=first.isoformat()[:7])


def _day(day: date, today: date, allows: Callable[[date, date], bool]) -> Button:
    if not allows(day, today):
        return _BLANK
    label: Wording = say("core-today-mark", day=str(day.day)) if day == today else str(day.day)
    return answering(label, "day", day=day.isoformat())
