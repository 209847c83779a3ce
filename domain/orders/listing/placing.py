"""Whose the rows of a list are: placed at a customer and a project, or asked about once a name; and what they come to by month."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from domain.base.work import Work
from domain.imports.records import Problem
from domain.orders import knowing
from domain.orders.listing.cells import OrderRow
from domain.orders.listing.columns import OrderColumn
from domain.orders.listing.records import PlannedRow
from domain.orders.listing.whom import NameResolver, Which, Whose
from domain.orders.reading import KnownCustomer, KnownProject
from domain.orders.standing import Says


@dataclass(frozen=True, slots=True)
class Placed:
    """A row whose customer and project are known."""

    row: OrderRow
    customer: KnownCustomer
    project: KnownProject

    @property
    def planned(self) -> PlannedRow:
        row = self.row
        price = None if row.price is None else f"{row.price:f}"
        batches = tuple((each.code, each.quantity) for each in row.batches)
        return PlannedRow(row.row, self.project.id, row.mcu, row.quantity, price, row.currency, batches, row.reference)

    @property
    def says(self) -> Says:
        row, project = self.row, self.project
        return Says(
            self.customer.id, row.day, project.id, project.mcu, row.quantity, row.batches, row.reference, row.number
        )


@dataclass(frozen=True, slots=True)
class Unplaced:
    """A row whose customer is known and hasn't the project. `said`: somebody answered that it is a new one."""

    row: OrderRow
    customer: KnownCustomer
    why: Problem
    said: bool = False

    @property
    def planned(self) -> PlannedRow:
        row = self.row
        price = None if row.price is None else f"{row.price:f}"
        batches = tuple((each.code, each.quantity) for each in row.batches)
        told = row.row, 0, row.mcu, row.quantity, price, row.currency, batches, row.reference
        return PlannedRow(*told, called=row.project)


WITHOUT = ("no-project", "mcu-none")
"""The customer has no project, or none of the model: there may be one soon."""


@dataclass(slots=True)
class UnclearName:
    """A name that isn't clear: how many rows have it, the first of them, and who may be meant."""

    kind: str
    key: str
    typed: str
    row: int
    offered: tuple[int, ...]
    of: int = 0
    """Of a project: the customer."""
    count: int = 0


@dataclass
class Placing:
    """Goes through rows that could be read, and gathers what has to be asked, once a name."""

    whom: NameResolver
    asked: dict[tuple[str, str], UnclearName] = field(default_factory=dict)
    meant: dict[tuple[str, str], tuple[str, int]] = field(default_factory=dict)
    """Names that were found otherwise than by the records: (kind, typed) → whom they were taken for, and how often."""

    def place(self, row: OrderRow) -> Placed | Unplaced | Problem | None:
        """None: somebody said that the row stays out."""
        whose = self.whom.customer(row.customer)
        if whose.left:
            return None
        if whose.customer is None:
            return self._ask_customer(row, whose)
        if whose.how is not None:
            self._note("customer", row.customer, whose.customer.name)
        which = self.whom.project(whose.customer, row.project, row.mcu)
        if which.left:
            return None
        if which.project is None:
            problem = self._ask_project(row, whose.customer, which)
            waits = which.wanted or which.wrong in WITHOUT
            return Unplaced(row, whose.customer, problem, which.wanted) if waits else problem
        if which.how is not None and row.project:
            self._note("project", row.project, which.project.name)
        return Placed(row, whose.customer, which.project)

    def _note(self, kind: str, typed: str, meant: str) -> None:
        before = self.meant.get((kind, typed), (meant, 0))
        self.meant[kind, typed] = meant, before[1] + 1

    def _ask_customer(self, row: OrderRow, whose: Whose) -> Problem:
        key = self.whom.key(row.customer)
        asked = self.asked.setdefault(
            ("customer", key),
            UnclearName("customer", key, row.customer, row.row, tuple(each.id for each in whose.offered)),
        )
        asked.count += 1
        names = "、".join(each.name for each in whose.offered[:3])
        code = "customer-several" if len(whose.offered) > 1 else "customer-like" if names else "customer-unknown"
        return Problem(OrderColumn.CUSTOMER, code, row.customer[:60], names)

    def _ask_project(self, row: OrderRow, customer: KnownCustomer, which: Which) -> Problem:
        typed = row.project or row.mcu
        column = OrderColumn.PROJECT if row.project or not row.mcu else OrderColumn.MCU
        if which.wrong:
            return Problem(column, which.wrong, (row.mcu if which.wrong.startswith("mcu") else typed)[:60], which.hint)
        key = self.whom.project_key(customer, row.project, row.mcu)
        asked = self.asked.setdefault(
            ("project", key),
            UnclearName("project", key, typed, row.row, tuple(each.id for each in which.offered), customer.id),
        )
        asked.count += 1
        names = "、".join(each.name for each in which.offered[:3])
        return Problem(column, "project-several" if not row.project else "project-like", typed[:60], names)


@dataclass
class Sums:
    """By month of the contract."""

    rows: Counter[str] = field(default_factory=Counter)
    pieces: Counter[str] = field(default_factory=Counter)
    amounts: dict[str, dict[str, Decimal]] = field(default_factory=dict)

    def add(self, row: OrderRow) -> None:
        month = row.day.isoformat()[:7]
        self.rows[month] += 1
        self.pieces[month] += row.quantity
        if row.price is not None:
            by_currency = self.amounts.setdefault(month, {})
            amount = row.price * row.quantity
            by_currency[row.currency] = by_currency.get(row.currency, Decimal(0)) + amount

    def to_json(self) -> list[dict[str, object]]:
        """Oldest first."""
        return [
            {
                "month": month,
                "rows": self.rows[month],
                "pieces": self.pieces[month],
                "amounts": {code: f"{value:f}" for code, value in sorted(self.amounts.get(month, {}).items())},
            }
            for month in sorted(self.rows)
        ]


def whom_of(work: Work, names: Mapping[str, int], projects: Mapping[str, int]) -> NameResolver:
    """With what was answered. Raises `NotAllowed`."""
    return NameResolver(knowing.catalogue(work), names, projects)
