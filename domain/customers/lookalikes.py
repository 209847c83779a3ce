"""Names that are like a customer's name: records and the port to the index of names (docs/names.md)."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from domain.names import Reason, Verdict


@dataclass(frozen=True, slots=True)
class Hit:
    """A known name that is like the one asked for; `customer` is whom it belongs to."""

    customer: int
    name: str
    verdict: Verdict
    score: float
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Lookalike:
    """A look-alike as its approver sees it: who holds it, until when, how like it is and why.

    `state` is `direct` (the vendor's own), `protected`, `pool`, `pending`, `rejected` or `open`; `at` is when it was reported, released, or the last
    report of it decided.
    """

    customer: int
    name: str
    score: float
    reasons: tuple[Reason, ...]
    strong: bool
    state: str
    agency: str = ""
    person: str = ""
    until: date | None = None
    at: datetime | None = None


class NameIndex(Protocol):
    """The port. Kept true in the transaction of the customer's record."""

    def similar(self, name: str, limit: int = 10) -> Sequence[Hit]:
        """The same and look-alike names, best first, of each customer its best."""

    def bearers(self, keys: Collection[str]) -> Mapping[str, Collection[int]]:
        """Who is called exactly so, officially or otherwise, by normalised name."""

    def add(self, customer_id: int, name: str, *, alias: bool = False) -> None: ...
    def rename(self, customer_id: int, name: str) -> None:
        """The customer's official name; the former one stays as an alias."""

    def aliases(self, customer_id: int) -> Sequence[str]: ...
    def aliases_of(self, customers: Collection[int]) -> Mapping[int, Sequence[str]]: ...
    def move(self, customer_id: int, to: int) -> None:
        """All names of one customer become aliases of another."""
