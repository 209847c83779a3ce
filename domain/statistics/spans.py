"""Which months a figure is of, and what they are compared with.

A span is of whole calendar months in the vendor's zone. One that isn't over yet counts up to today, and is compared with as
much of the months before and of the year before: up to the same day.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from domain.base.calendar import DAY, add_months

LONGEST = 60
"""Months."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """So many months from that first day on."""

    first: date
    months: int

    @classmethod
    def month(cls, day: date) -> Span:
        return cls(day.replace(day=1), 1)

    @classmethod
    def quarter(cls, day: date) -> Span:
        return cls(day.replace(month=(day.month - 1) // 3 * 3 + 1, day=1), 3)

    @classmethod
    def half(cls, day: date) -> Span:
        return cls(day.replace(month=(day.month - 1) // 6 * 6 + 1, day=1), 6)

    @classmethod
    def year(cls, day: date) -> Span:
        return cls(day.replace(month=1, day=1), 12)

    @classmethod
    def last(cls, today: date, months: int) -> Span:
        """The running month and those before it, so many in all."""
        return cls(add_months(today.replace(day=1), 1 - months), months)

    @property
    def starts(self) -> tuple[date, ...]:
        """The first day of each month of it."""
        return tuple(add_months(self.first, at) for at in range(self.months))

    @property
    def end(self) -> date:
        """The last day of it."""
        return add_months(self.first, self.months) - DAY

    def moved(self, months: int) -> Span:
        return Span(add_months(self.first, months), self.months)

    def running(self, today: date) -> bool:
        return self.first <= today < self.end

    def inside(self, other: Span) -> bool:
        """The other has all of its months."""
        return other.first <= self.first and self.end <= other.end

    def whole_quarters(self) -> bool:
        return self.first.month % 3 == 1 and self.months % 3 == 0


@dataclass(frozen=True, slots=True)
class DayRange:
    """From the first to the last, which is counted."""

    since: date
    until: date


def counted(span: Span, today: date) -> DayRange:
    """The days of it that have been."""
    return DayRange(span.first, min(span.end, max(today, span.first)))


def within(days: DayRange, others: DayRange) -> DayRange:
    """Those of the days that are among the others; there is one at least."""
    return DayRange(max(days.since, others.since), min(days.until, others.until))


def compared(span: Span, today: date, back: int) -> DayRange:
    """The same days so many months before: of a span that isn't over up to the same day."""
    moved = span.moved(-back)
    until = add_months(today, -back) if span.running(today) else moved.end
    return DayRange(moved.first, min(until, moved.end))
