"""Where forecasts are frozen, and what they are made of is found."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, tzinfo
from enum import StrEnum
from typing import Protocol

from domain.base.rights import Reach
from domain.forecast.choosing import Measured, Method
from domain.forecast.knowledge import Case, Cell, ProjectSale
from domain.forecast.records import Layer, Prospect
from domain.forecast.snapshot import Months, Snapshot
from domain.statistics.records import Key, Only, SalesGrouping


@dataclass(frozen=True, slots=True, kw_only=True)
class FrozenRow:
    """What a snapshot says of a project: by 标准, by the naive mean of its own orders, by 校准."""

    month: date
    project_id: int
    customer_id: int
    agency_id: int
    unit_id: int
    contact_id: int
    model: str
    domain: str
    layer: Layer
    standard: Months
    naive: Months
    calibrated: Months


class ForecastColumn(StrEnum):
    """What stands side by side."""

    STANDARD = "standard"
    NAIVE = "naive"
    CALIBRATED = "calibrated"


@dataclass(frozen=True, slots=True)
class OrderedThen:
    """What was ordered of a cell in a month as it stood when that closed, returns netted."""

    month: date
    model: str
    agency_id: int
    unit_id: int
    contact_id: int
    pieces: int


class Forecasts(Protocol):
    """The port. Months are named by their first days."""

    def more_than(self, projects: int, reach: Reach, only: Only) -> bool:
        """Whether more projects of protected customers are there."""

    def prospects(self, reach: Reach, only: Only, before: datetime, zone: tzinfo) -> Sequence[Prospect]:
        """Projects of protected customers as they had been told of before a moment; who holds a customer is who does now."""

    def sales(
        self, before: datetime, since: date, until: date, projects: Collection[int] | None = None
    ) -> Sequence[ProjectSale]:
        """Lines that counted at a moment, of contracts of these days, the last one counted; of these projects, or of all."""

    def told_before(self, moment: datetime) -> bool:
        """Whether any project had been told of."""

    def frozen(self) -> Sequence[date]: ...
    def closed(self) -> Sequence[date]: ...
    def frozen_projects(self, before: date) -> int:
        """Of how many projects the months before it were frozen."""

    def cases(self, before: date, since: date) -> Sequence[Case]: ...
    def measured(self) -> Sequence[Measured]: ...
    def cells(self, month: date) -> tuple[Mapping[Cell, Mapping[Method, Months]], Mapping[Method, Months]]:
        """What the methods said when that month was frozen, and their levels."""

    def methods(self, month: date) -> tuple[Method, ...] | None: ...
    def rows(self, month: date, reach: Reach, only: Only) -> Sequence[FrozenRow]: ...
    def said(
        self, month: date, horizon: int, reach: Reach, by: SalesGrouping | None
    ) -> Mapping[Key, Mapping[Cell, Mapping[ForecastColumn, float]]]:
        """What a snapshot said of the month `horizon` - 1 after it, by model, agency, unit or person; without, all together."""

    def freeze(self, found: Snapshot, at: datetime) -> bool:
        """Whether it was the first; nothing is kept of a second one."""

    def close(self, month: date, at: datetime, ordered: Sequence[OrderedThen], measured: Sequence[Measured]) -> bool:
        """The same."""

    def ordered(self, month: date, reach: Reach) -> Sequence[OrderedThen]:
        """Of a month that was closed; of a reach of one's own, what was ordered in one's hands."""
