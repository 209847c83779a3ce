"""Visits that are planned (下次拜访): records and port (docs/visits.md)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import NewType, Protocol

from domain.base.rights import Reach
from domain.base.walking import Place
from domain.customers.records import CustomerId
from domain.people.records import AccountId

VisitId = NewType("VisitId", int)


class VisitState(StrEnum):
    PLANNED = "planned"
    DONE = "done"
    """A report was written on its day or later."""
    MOVED = "moved"
    """Another day was set."""
    CANCELLED = "cancelled"
    """Called off, or the customer was lost."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """Of each customer one at most is planned. `author_id` set the day; who goes is whoever has the customer then."""

    id: VisitId
    customer_id: CustomerId
    on: date
    author_id: AccountId
    at: datetime
    state: VisitState = VisitState.PLANNED


@dataclass(frozen=True, slots=True)
class VisitDue:
    """A planned visit to a held customer, and whose customer it is."""

    visit_id: int
    contact_id: int
    on: date


class Visits(Protocol):
    """The port. `get` raises `NotFound`."""

    def get(self, visit_id: int) -> Visit: ...
    def of_customer(self, customer_id: int) -> Visit | None:
        """The one that is planned."""

    def plan(self, customer_id: int, on: date, author_id: int, at: datetime) -> VisitId: ...
    def end(self, visit_id: int, state: VisitState, at: datetime) -> None: ...
    def give(self, gone: int, into: int) -> None:
        """Two customers turned out to be one."""

    def due(self, first: date, last: date, after: Place, limit: int) -> Sequence[VisitDue]:
        """Planned ones of held customers on these days, by (day, id)."""

    def planned(self, reach: Reach, offset: int, limit: int) -> tuple[Sequence[Visit], int]:
        """Those to customers within the reach, the next in front; and how many."""

    def count(self, contact_id: int, until: date) -> int:
        """Those to the customers of this contact until that day."""
