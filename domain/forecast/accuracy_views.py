"""How far off forecasts were, for the reader's own scope, a month and three months ahead (docs/forecast.md)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from domain.base.calendar import add_months
from domain.base.errors import NotAllowed
from domain.base.rights import Action, reach
from domain.base.work import Work
from domain.forecast.accuracy import Accuracy, score
from domain.forecast.knowledge import Cell
from domain.forecast.port import ForecastColumn, OrderedThen
from domain.statistics.measuring import ranks_people
from domain.statistics.records import Key, SalesGrouping

LOOKED_BACK = 12
"""Months that closed."""
HORIZONS = (1, 3)


GROUPINGS = (SalesGrouping.MODEL, SalesGrouping.AGENCY, SalesGrouping.UNIT, SalesGrouping.PERSON)


@dataclass(frozen=True, slots=True)
class AccuracyRow:
    """Of the last months that closed, so many of them."""

    key: Key
    name: str
    months: int
    standard: Accuracy
    calibrated: Accuracy
    naive: Accuracy


def sees_accuracy(work: Work) -> bool:
    """By groups, and so by person: owners and the vendor alone."""
    return ranks_people(work)


def accuracy_groupings(work: Work) -> tuple[SalesGrouping, ...]:
    """Raises `NotAllowed`."""
    mine = reach(work.actor, Action.SEE_FORECAST)
    hidden = set() if mine.all else {SalesGrouping.UNIT}
    if work.actor.agency_id is not None:
        hidden.add(SalesGrouping.AGENCY)
    return tuple(each for each in GROUPINGS if each not in hidden)


def accuracy(work: Work, horizon: int, by: SalesGrouping | None) -> Sequence[AccuracyRow]:
    """The largest first; None: all of the reader's scope in one row, if any month has closed. Raises `NotAllowed`."""
    mine = reach(work.actor, Action.SEE_FORECAST)
    if by is not None and (not sees_accuracy(work) or by not in accuracy_groupings(work)):
        raise NotAllowed("accuracy")
    frozen = set(work.forecasts.frozen())
    closed = [each for each in work.forecasts.closed() if add_months(each, 1 - horizon) in frozen][-LOOKED_BACK:]
    scores: dict[Key, dict[ForecastColumn, Accuracy]] = {}
    for month in closed:
        said = work.forecasts.said(add_months(month, 1 - horizon), horizon, mine, by)
        ordered: dict[Key, dict[Cell, int]] = {}
        for each in work.forecasts.ordered(month, mine):
            cells = ordered.setdefault(_key(by, each), {})
            cells[each.model, each.agency_id] = cells.get((each.model, each.agency_id), 0) + each.pieces
        for key in said.keys() | ordered.keys():
            of = scores.setdefault(key, {})
            for column in ForecastColumn:
                cells_said = {cell: values[column] for cell, values in said.get(key, {}).items()}
                of[column] = of.get(column, Accuracy()) + score(cells_said, ordered.get(key, {}))
    names = _names(work, by, scores)
    rows = [
        AccuracyRow(
            key,
            names.get(key, str(key)),
            len(closed),
            of[ForecastColumn.STANDARD],
            of[ForecastColumn.CALIBRATED],
            of[ForecastColumn.NAIVE],
        )
        for key, of in scores.items()
    ]
    return sorted(rows, key=lambda each: (-each.naive.ordered, each.name))


def _key(by: SalesGrouping | None, of: OrderedThen) -> Key:
    match by:
        case SalesGrouping.MODEL:
            return of.model
        case SalesGrouping.AGENCY:
            return of.agency_id
        case SalesGrouping.UNIT:
            return of.unit_id
        case SalesGrouping.PERSON:
            return of.contact_id
        case _:
            return ""


def _names(work: Work, by: SalesGrouping | None, scores: Mapping[Key, object]) -> Mapping[Key, str]:
    if by is None:
        return {}
    return work.statistics.names(by, list(scores), reach(work.actor, Action.SEE_FORECAST))
