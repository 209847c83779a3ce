"""What 校准 may look at: projects and orders as they were known at a month's beginning, and what was frozen before.

Estimates are floats: they are learned from a few dozen cases, and a rounding in the sixteenth digit is none of their errors.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from itertools import pairwise

from domain.base.calendar import add_months
from domain.base.stage import Stage
from domain.forecast.records import Ordered, Prospect, in_months

MONTH = 365.25 / 12
"""Days."""
TOGETHER = 2
"""Orders so many days apart are one: what was forgotten, or had another batch."""

Cell = tuple[str, int]
"""Model, folded, and agency: what is forecast is measured by."""


@dataclass(frozen=True, slots=True)
class ProjectSale:
    """A line of an order that counts; returned pieces are negative. Whose it is, is as of the contract's day."""

    project_id: int | None
    model: str
    agency_id: int
    day: date
    pieces: int
    unit_id: int = 0
    contact_id: int = 0

    @property
    def cell(self) -> Cell:
        return self.model, self.agency_id


@dataclass(frozen=True, slots=True)
class Case:
    """A project that had never ordered when a month was frozen."""

    month: date
    project_id: int
    stage: Stage
    yearly: int
    contact_id: int


def months_between(first: date, last: date) -> int:
    """From the month of one to that of the other."""
    return (last.year - first.year) * 12 + last.month - first.month


def span(since: date, until: date) -> float:
    """In months of the mean length."""
    return (until - since).days / MONTH


@dataclass
class Buying:
    """How one project ordered: all that counts, oldest first; its pieces by month; its orders, each less what came back of it."""

    sold: list[Ordered]
    months: dict[date, int]
    orders: list[tuple[date, int]]

    @classmethod
    def of(cls, sales: Iterable[Ordered]) -> Buying:
        sold = sorted(sales, key=lambda one: one.day)
        orders: list[tuple[date, int]] = []
        for each in sold:
            if each.pieces > 0 and (not orders or (each.day - orders[-1][0]).days > TOGETHER):
                orders.append((each.day, each.pieces))
            elif orders:
                orders[-1] = (orders[-1][0], orders[-1][1] + each.pieces)
        return cls(sold, in_months(sold), orders)

    @cached_property
    def gaps(self) -> list[float]:
        """Months between its orders."""
        days = [day for day, _ in self.orders]
        return [span(before, after) for before, after in pairwise(days)]

    @property
    def first(self) -> date:
        return self.orders[0][0]

    @property
    def last(self) -> date:
        return self.orders[-1][0]


@dataclass(kw_only=True)
class Known:
    """All at 00:00 of `day`, the first of a month. `sales` have contract days before it, `cases` are of months before it."""

    day: date
    prospects: Sequence[Prospect]
    sales: Sequence[ProjectSale]
    cases: Sequence[Case] = ()
    frozen_months: int = 0
    """How many months were frozen before,"""
    frozen_projects: int = 0
    """and of how many projects."""
    buying: Mapping[int, Buying] = field(init=False)
    """Of the projects that have ordered."""

    def __post_init__(self) -> None:
        holders = {each.id: each.agency_id for each in self.prospects}
        by_project: dict[int, list[Ordered]] = {}
        for each in self.sales:
            # whoever has the customer now learns nothing of what others sold him
            if each.project_id is not None and holders.get(each.project_id, each.agency_id) == each.agency_id:
                by_project.setdefault(each.project_id, []).append(Ordered(each.day, each.pieces))
        several = {project: Buying.of(sales) for project, sales in by_project.items()}
        self.buying = {project: each for project, each in several.items() if each.orders}

    def ago(self, months: int) -> date:
        """The first day of a month so many months before `day`."""
        return add_months(self.day, -months)
