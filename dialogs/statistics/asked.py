"""What a page of figures is asked, as its args keep it."""

from __future__ import annotations

from dataclasses import asdict, replace
from datetime import date
from typing import TypeGuard

from dialogs.core.page import Args
from dialogs.core.screen import Json
from dialogs.shared.words import member
from domain.statistics.measuring import Question
from domain.statistics.reading import Said
from domain.statistics.records import EVERYTHING, Basis, Measure, Only, SalesGrouping
from domain.statistics.spans import LONGEST, Span

FIRST, LAST = date(2000, 1, 1), date(2100, 12, 1)


def question(args: Args, today: date) -> Question:
    """What the args don't say, or say as nonsense, is as at first: this month's pieces by customer."""
    return Question(
        measure=member(Measure, args.get("measure")) or Measure.PIECES,
        span=_span(args.get("since"), args.get("months"), today),
        grouping=member(SalesGrouping, args.get("by")) or SalesGrouping.CUSTOMER,
        basis=member(Basis, args.get("basis")) or Basis.ORDERED,
        only=_only(args),
    )


def to_args(asked: Question) -> dict[str, Json]:
    told: dict[str, Json] = {
        "measure": asked.measure.value,
        "since": asked.span.first.isoformat(),
        "months": asked.span.months,
        "by": asked.grouping.value,
        "basis": asked.basis.value,
    }
    return told | {name: value for name, value in asdict(asked.only).items() if value}


def said(asked: Question, told: Said, only: Only) -> Question:
    """The question as a sentence changes it; what it doesn't say stays. By the customer that it names a customer isn't grouped."""
    grouping = told.grouping or asked.grouping
    if told.grouping is None and only != asked.only:
        grouping = _beside(only)
    return replace(
        asked,
        span=told.span or asked.span,
        measure=told.measure or asked.measure,
        basis=told.basis or asked.basis,
        grouping=grouping,
        only=only,
    )


def within(asked: Question, key: object) -> Question | None:
    """What a tapped group opens: its own months, or it alone by what stands beside."""
    match asked.grouping:
        case SalesGrouping.MONTH | SalesGrouping.QUARTER:
            months = 1 if asked.grouping is SalesGrouping.MONTH else 3
            span = _span(key, months, asked.span.first)
            return replace(
                asked,
                span=span,
                grouping=SalesGrouping.CUSTOMER if asked.only.customer is None else SalesGrouping.MODEL,
            )
        case SalesGrouping.MODEL if isinstance(key, str):
            only = replace(asked.only, model=key)
        case SalesGrouping.DOMAIN if isinstance(key, str):
            only = replace(asked.only, domain=key)
        case SalesGrouping.CUSTOMER if _is_id(key):
            only = replace(asked.only, customer=key)
        case SalesGrouping.AGENCY if _is_id(key):
            only = replace(asked.only, agency=key)
        case SalesGrouping.PERSON if _is_id(key):
            only = replace(asked.only, person=key)
        case SalesGrouping.UNIT if _is_id(key):
            only = replace(asked.only, unit=key)
        case _:
            return None
    return replace(asked, only=only, grouping=_beside(only))


def _is_id(key: object) -> TypeGuard[int]:
    return isinstance(key, int) and not isinstance(key, bool) and key > 0


def _beside(only: Only) -> SalesGrouping:
    """The grouping that tells most of what it is narrowed to."""
    if only.customer is None:
        return SalesGrouping.CUSTOMER
    return SalesGrouping.MODEL if not only.model else SalesGrouping.MONTH


def _span(since: object, months: object, today: date) -> Span:
    try:
        first = date.fromisoformat(str(since)).replace(day=1)
    except ValueError:
        return Span.month(today)
    many = months if isinstance(months, int) and 1 <= months <= LONGEST else 1
    return Span(first, many) if FIRST <= first <= LAST else Span.month(today)


def _only(args: Args) -> Only:
    def number(name: str) -> int | None:
        value = args.get(name)
        return value if _is_id(value) else None

    return replace(
        EVERYTHING,
        customer=number("customer"),
        agency=number("agency"),
        person=number("person"),
        unit=number("unit"),
        model=str(args.get("model") or "")[:60],
        domain=str(args.get("domain") or "")[:60],
    )
