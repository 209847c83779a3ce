"""What a forecast is made of, and what it says of a project. Pieces are exact fractions: sums are rounded once, when shown."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction
from functools import lru_cache

from domain.base.calendar import add_months
from domain.base.stage import Stage
from domain.projects.records import Milestone

HORIZON = 12
"""Months that are forecast: the running one is the first."""


class Layer(StrEnum):
    """What a project's figure stands on; each project is in exactly one."""

    RUN_RATE = "running"
    """量产 whose first order is three months old: what it ordered lately."""
    RAMP = "ramp"
    """Every other 小批 or 量产."""
    PIPELINE = "pipeline"


@dataclass(frozen=True, slots=True, kw_only=True)
class Prospect:
    """A project as it was known on a day. `stage_since` is the day of the report that set its stage, `told_on` that of the
    last one, `produced_since` that of the first that said 量产, `yearly_since` that of the one that set the expectation; `yearly` is in pieces a year; `model` is folded, `domain` as
    it is kept. Days are the vendor's."""

    id: int
    customer_id: int
    agency_id: int
    unit_id: int
    contact_id: int
    domain: str
    model: str
    stage: Stage
    stage_since: date
    told_on: date
    yearly: int
    milestone: Milestone | None = None
    milestone_on: date | None = None
    produced_since: date | None = None
    yearly_since: date | None = None
    name: str = ""
    mcu: str = ""


@dataclass(frozen=True, slots=True)
class Ordered:
    """Pieces of a project that were ordered by a contract of a day; returned ones are negative."""

    day: date
    pieces: int


@dataclass(frozen=True, slots=True)
class MonthShare:
    """What a project brings in a month, named by its first day; `volume` is the same without the stage's probability."""

    month: date
    pieces: Fraction
    volume: Fraction


@dataclass(frozen=True, slots=True, kw_only=True)
class Expected:
    """What is expected of one project. `start` is the day from which it counts, None for a run rate and where nothing is to
    come; `passed`: 节点已过, the day that was told has gone by."""

    project_id: int
    layer: Layer
    months: tuple[MonthShare, ...]
    start: date | None = None
    passed: bool = False


def month_of(day: date) -> date:
    return day.replace(day=1)


@lru_cache(maxsize=64)
def months_from(day: date, many: int = HORIZON) -> tuple[date, ...]:
    """The first days of the running month and of those that follow."""
    return tuple(add_months(month_of(day), at) for at in range(many))


def in_months(orders: Iterable[Ordered]) -> dict[date, int]:
    """Pieces by the first day of the month; returns netted."""
    found: dict[date, int] = {}
    for each in orders:
        month = month_of(each.day)
        found[month] = found.get(month, 0) + each.pieces
    return found


def shown(pieces: Fraction) -> int:
    """To the piece, halves up: for a sum that is shown, and nowhere else."""
    return (2 * pieces.numerator + pieces.denominator) // (2 * pieces.denominator)
