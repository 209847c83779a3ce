"""What there is to tell of the rows of a list of orders, and what a list brought: records and port. A row is settled once a
job, in the transaction that logged its order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any, Protocol

from domain.events import Event


class Fate(StrEnum):
    LOGGED = "logged"
    KNOWN = "known"
    """An order says the same already."""
    REFUSED = "refused"
    LEFT = "left"
    """Somebody said that it stays out."""


@dataclass(frozen=True, slots=True)
class RowFate:
    """`found` is what to tell of it, as JSON: problems, or the order that says the same."""

    row: int
    fate: Fate
    order_id: int | None = None
    found: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Brought:
    """Of a job's orders that stand: how many, and those of them that wait for the owner (补录)."""

    orders: int
    late: int


class OrderLists(Protocol):
    """The port. A job is one list."""

    def keep(self, job_id: int, rows: Sequence[RowFate]) -> None:
        """Those of which there is something to tell."""

    def kept(self, job_id: int, after: int, limit: int) -> Sequence[RowFate]:
        """By number."""

    def tally(self, job_id: int) -> Mapping[Fate, int]:
        """Of the rows that are kept: those that were logged without a word aren't."""

    def brought(self, job_id: int) -> Brought: ...
    def orders(self, job_id: int, below: int | None, limit: int, *, late: bool = False) -> Sequence[int]:
        """Living orders of the list, the last one first, under `below`; `late`: that wait for the owner."""

    def late_months(self, job_id: int) -> Mapping[tuple[int, int], int]:
        """Year and month → how many wait for the owner."""

    def people(self, job_id: int) -> Mapping[int, int]:
        """In whose name orders were logged, with how many."""

    def shared_batches(self, job_id: int, limit: int) -> tuple[int, Sequence[str], Sequence[int]]:
        """Batches that another agency's orders name, too: how many, some of them, and all agencies concerned."""


@dataclass(frozen=True, kw_only=True)
class OrdersBrought(Event, subject="job"):
    """A list is in: those in whose name something was logged are told, owners of what waits for them, managers of batches
    that another agency names."""

    job: int
    agency: int


@dataclass(frozen=True, kw_only=True)
class OrdersTakenBack(Event, subject="job"):
    """`count` orders of the list are void; `kept` had been built on."""

    job: int
    count: int
    kept: int


@dataclass(frozen=True, kw_only=True)
class LateOrdersCounted(Event, subject="job"):
    """The owner let `count` late orders of the list count."""

    job: int
    count: int


@dataclass(frozen=True, slots=True)
class PlannedRow:
    """A row that can come in: of a return `quantity` is negative. `price` is exact, as text."""

    row: int
    project: int
    written: str
    quantity: int
    price: str | None
    currency: str
    batches: tuple[tuple[str, int | None], ...]
    reference: str


@dataclass(frozen=True, slots=True)
class CustomerDay:
    """All rows of a customer and day."""

    customer: int
    day: date
    rows: tuple[PlannedRow, ...]

    def to_json(self) -> list[Any]:
        rows = [
            [
                each.row,
                each.project,
                each.written,
                each.quantity,
                each.price,
                each.currency,
                each.batches,
                each.reference,
            ]
            for each in self.rows
        ]
        return [self.customer, self.day.isoformat(), rows]

    @classmethod
    def of(cls, given: Sequence[Any]) -> CustomerDay:
        customer, day, rows = given
        planned = tuple(_planned(*told) for told in rows)
        return cls(customer, date.fromisoformat(day), planned)


def _planned(
    row: int,
    project: int,
    written: str,
    quantity: int,
    price: str | None,
    currency: str,
    batches: Sequence[Sequence[Any]],
    reference: str,
) -> PlannedRow:
    told = tuple((str(code), pieces) for code, pieces in batches)
    return PlannedRow(row, project, written, quantity, price, currency, told, reference)
