"""A question as a page, a job or a card keeps it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, replace
from datetime import date
from enum import StrEnum
from typing import TypeGuard, TypeVar

from domain.base.json_values import Json
from domain.statistics.measuring import FiguresQuestion
from domain.statistics.records import EVERYTHING, Basis, Measure, Only, SalesGrouping
from domain.statistics.spans import LONGEST, Span

E = TypeVar("E", bound=StrEnum)
LARGEST_ID = 2**31 - 1
"""As PostgreSQL keeps them."""
FIRST, LAST = date(2000, 1, 1), date(2100, 12, 1)


def question(given: Mapping[str, Json], today: date) -> FiguresQuestion:
    """What isn't said, or said as nonsense, is as at first: this month's pieces by customer."""
    return FiguresQuestion(
        measure=member(given.get("measure"), Measure.PIECES),
        span=span(given.get("since"), given.get("months"), today),
        grouping=member(given.get("by"), SalesGrouping.CUSTOMER),
        basis=member(given.get("basis"), Basis.ORDERED),
        only=only(given),
    )


def to_json(asked: FiguresQuestion) -> dict[str, Json]:
    told: dict[str, Json] = {
        "measure": asked.measure.value,
        "since": asked.span.first.isoformat(),
        "months": asked.span.months,
        "by": asked.grouping.value,
        "basis": asked.basis.value,
    }
    return told | {name: value for name, value in asdict(asked.only).items() if value}


def is_id(value: object) -> TypeGuard[int]:
    return isinstance(value, int) and not isinstance(value, bool) and 0 < value <= LARGEST_ID


def span(since: object, months: object, today: date) -> Span:
    """Nonsense is this month."""
    try:
        first = date.fromisoformat(str(since)).replace(day=1)
    except ValueError:
        return Span.month(today)
    many = months if isinstance(months, int) and 1 <= months <= LONGEST else 1
    return Span(first, many) if FIRST <= first <= LAST else Span.month(today)


def member(value: object, default: E) -> E:
    return next((each for each in type(default) if each.value == value), default)


def only(given: Mapping[str, Json]) -> Only:
    def number(name: str) -> int | None:
        value = given.get(name)
        return value if is_id(value) else None

    return replace(
        EVERYTHING,
        customer=number("customer"),
        agency=number("agency"),
        person=number("person"),
        unit=number("unit"),
        model=str(given.get("model") or "")[:60],
        domain=str(given.get("domain") or "")[:60],
    )
