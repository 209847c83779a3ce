"""What a sentence, or a tapped group, makes of the question that a page of figures answers."""

from __future__ import annotations

from dataclasses import replace

from domain.statistics.as_json import is_id, span
from domain.statistics.measuring import FiguresQuestion
from domain.statistics.reading import Said
from domain.statistics.records import Only, SalesGrouping
from domain.statistics.spans import Span

QUARTER = 3


def said(asked: FiguresQuestion, told: Said, only: Only) -> FiguresQuestion:
    """The question as a sentence changes it; what it doesn't say stays. By the customer that it names a customer isn't grouped."""
    grouping = told.grouping or asked.grouping
    if told.grouping is None and only != asked.only:
        grouping = _beside(only)
    span = told.span or asked.span
    if told.target and not span.whole_quarters():
        span = Span.quarter(span.first)
    if told.target and told.grouping is None:
        grouping = SalesGrouping.QUARTER if span.months > QUARTER else _below(only)
    return replace(
        asked,
        span=span,
        measure=told.measure or asked.measure,
        basis=told.basis or asked.basis,
        grouping=grouping,
        only=only,
    )


def _below(only: Only) -> SalesGrouping:
    """Whose targets stand beside that of whom it is narrowed to; who may not see them is told."""
    if only.person is not None:
        return SalesGrouping.QUARTER
    if only.agency is not None:
        return SalesGrouping.PERSON
    return SalesGrouping.AGENCY if only.unit is not None else SalesGrouping.QUARTER


def within(asked: FiguresQuestion, key: object) -> FiguresQuestion | None:
    """What a tapped group opens: its own months, or it alone by what stands beside."""
    match asked.grouping:
        case SalesGrouping.MONTH | SalesGrouping.QUARTER:
            months = 1 if asked.grouping is SalesGrouping.MONTH else 3
            return replace(
                asked,
                span=span(key, months, asked.span.first),
                grouping=SalesGrouping.CUSTOMER if asked.only.customer is None else SalesGrouping.MODEL,
            )
        case SalesGrouping.MODEL if isinstance(key, str):
            only = replace(asked.only, model=key)
        case SalesGrouping.DOMAIN if isinstance(key, str):
            only = replace(asked.only, domain=key)
        case SalesGrouping.CUSTOMER if is_id(key):
            only = replace(asked.only, customer=key)
        case SalesGrouping.AGENCY if is_id(key):
            only = replace(asked.only, agency=key)
        case SalesGrouping.PERSON if is_id(key):
            only = replace(asked.only, person=key)
        case SalesGrouping.UNIT if is_id(key):
            only = replace(asked.only, unit=key)
        case _:
            return None
    return replace(asked, only=only, grouping=_beside(only))


def _beside(only: Only) -> SalesGrouping:
    """The grouping that tells most of what it is narrowed to."""
    if only.customer is None:
        return SalesGrouping.CUSTOMER
    return SalesGrouping.MODEL if not only.model else SalesGrouping.MONTH


def aim_args(only: Only) -> dict[str, str | int]:
    """Whose targets: the closest that it is narrowed to."""
    for of, subject in (("person", only.person), ("agency", only.agency), ("unit", only.unit)):
        if subject is not None:
            return {"of": of, "subject": subject}
    return {}
