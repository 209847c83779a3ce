"""What is asked of a forecast: which months, by what grouped, narrowed to what; and as a page, a job or a card keeps it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from datetime import date
from enum import StrEnum

from domain.base.calendar import add_months
from domain.base.json_values import Json
from domain.forecast.knowledge import months_between
from domain.forecast.port import ForecastColumn
from domain.forecast.records import HORIZON, Layer, month_of
from domain.statistics import as_json
from domain.statistics.records import EVERYTHING, Only
from domain.statistics.spans import Span


class OutlookGrouping(StrEnum):
    MONTH = "month"
    QUARTER = "quarter"
    MODEL = "model"
    DOMAIN = "domain"
    CUSTOMER = "customer"
    AGENCY = "agency"
    UNIT = "unit"
    PROJECT = "project"


IN_TIME = (OutlookGrouping.MONTH, OutlookGrouping.QUARTER)
NARROWED_BY: Mapping[OutlookGrouping, str] = {
    each: each.value
    for each in (
        OutlookGrouping.MODEL,
        OutlookGrouping.DOMAIN,
        OutlookGrouping.CUSTOMER,
        OutlookGrouping.AGENCY,
        OutlookGrouping.UNIT,
    )
}
"""To what the key of such a group narrows: a field of `Only`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OutlookQuestion:
    """`span` begins with the running month or later, within the twelve that are forecast. `drawn`: what a picture shows beside the naive
    mean, 标准 or 校准."""

    span: Span
    grouping: OutlookGrouping = OutlookGrouping.MODEL
    layer: Layer | None = None
    only: Only = EVERYTHING
    drawn: ForecastColumn = ForecastColumn.CALIBRATED


def first_span(today: date) -> Span:
    """The running month and the two after it."""
    return Span(month_of(today), 3)


def within_reach(span: Span, today: date) -> Span:
    """The months of it that are forecast; of one that has none the nearest month that is."""
    begins, ends = (months_between(today, span.first) + at for at in (0, max(span.months, 1)))
    first = min(max(begins, 0), HORIZON - 1)
    return Span(add_months(month_of(today), first), max(1, min(ends, HORIZON) - first))


def is_forecast(span: Span, today: date) -> bool:
    """Whether any month of it is."""
    begins = months_between(today, span.first)
    return begins < HORIZON and begins + span.months > 0


def question(given: Mapping[str, Json], today: date) -> OutlookQuestion:
    """What isn't said, or said as nonsense, is as at first: three months by model."""
    told = "since" in given
    span = as_json.span(given["since"], given.get("months"), today) if told else first_span(today)
    drawn = as_json.member(given.get("drawn"), ForecastColumn.CALIBRATED)
    return OutlookQuestion(
        span=span,
        grouping=as_json.member(given.get("by"), OutlookGrouping.MODEL),
        layer=next((each for each in Layer if each.value == given.get("layer")), None),
        only=as_json.only(given),
        drawn=drawn if drawn is not ForecastColumn.NAIVE else ForecastColumn.CALIBRATED,
    )


def to_json(asked: OutlookQuestion) -> dict[str, Json]:
    told: dict[str, Json] = {
        "since": asked.span.first.isoformat(),
        "months": asked.span.months,
        "by": asked.grouping.value,
        "layer": asked.layer.value if asked.layer is not None else "",
        "drawn": asked.drawn.value,
    }
    return told | {name: value for name, value in asdict(asked.only).items() if value}


def opened(asked: OutlookQuestion, key: object, today: date) -> OutlookQuestion:
    """A figure opens to the projects that it is made of: those of its months, or its own."""
    by_project = replace(asked, grouping=OutlookGrouping.PROJECT)
    if asked.grouping in IN_TIME:
        months = 1 if asked.grouping is OutlookGrouping.MONTH else 3
        return replace(by_project, span=as_json.span(key, months, today))
    name = NARROWED_BY.get(asked.grouping)
    narrowed = as_json.only({name: key if isinstance(key, str | int) else None} if name is not None else {})
    told = {field: value for field, value in asdict(narrowed).items() if value}
    return replace(by_project, only=Only(**{**asdict(asked.only), **told}))
