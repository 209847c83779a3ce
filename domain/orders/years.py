"""A day that was written without its year is the latest one; where that one's month is closed it is asked."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from domain.base.work import Work
from domain.orders import months
from domain.orders.reading import Ask, How, Option, ReadRow, days
from domain.orders.tenure import Tenure


def asked(work: Work, row: ReadRow, written_on: date, had: Tenure | None, *, late: bool = True) -> ReadRow:
    """The row with that question: the days that are meant otherwise beside it, as far as the agency `had` the customer then.
    `late`: whether the closed month's day may be taken."""
    return question(row, written_on, had, closing=work.policy.orders.month_closes_on, late=late)


def question(row: ReadRow, written_on: date, had: Tenure | None, *, closing: int, late: bool = True) -> ReadRow:
    """`closing` is the day of the next month on which a month closes."""
    if row.day is None or row.marks.get("day") is not How.LIKELY_YEAR or Ask.DATE in row.asks:
        return row
    if not months.is_closed(row.day, written_on, closing):
        return row
    others = [
        each
        for each in days.otherwise(row.day, written_on)
        if not months.is_closed(each, written_on, closing) and (had is None or had.since <= each <= had.until)
    ]
    offered = tuple(Option({"day": each}) for each in ((row.day, *others) if late else others))
    if not offered:
        return row
    return replace(row, asks=(Ask.DATE, *row.asks), options={**row.options, Ask.DATE: offered})
