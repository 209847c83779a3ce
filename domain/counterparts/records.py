"""People at a customer (客户联系人): records and port (docs/counterparts.md)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import NewType, Protocol

from domain.base.rights import Reach
from domain.customers.records import CustomerId
from domain.people.records import AccountId

CounterpartId = NewType("CounterpartId", int)
LONGEST_NAME, LONGEST_NOTE = 40, 500


@dataclass(frozen=True, slots=True, kw_only=True)
class CounterpartTold:
    """What is said of somebody. `role` is one of the policy's, or nothing; a phone is kept as `identifiers.phone` has it. Without
    a name he is known by role and number."""

    name: str = ""
    phone: str = ""
    role: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Counterpart:
    """Somebody at a customer as he stands; `version` counts changes from 1, the removal among them."""

    id: CounterpartId
    customer_id: CustomerId
    told: CounterpartTold
    author_id: AccountId
    """Who said it last."""
    at: datetime
    version: int = 1
    removed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class CounterpartVersion:
    """What stood there at one time, since when, by whom."""

    version: int
    told: CounterpartTold
    author_id: AccountId
    at: datetime


class Counterparts(Protocol):
    """The port. `get` raises `NotFound`."""

    def get(self, counterpart_id: int, *, lock: bool = False) -> Counterpart: ...
    def of_customer(self, customer_id: int) -> Sequence[Counterpart]:
        """Those who are there, in the order in which they were added."""

    def of_customers(self, customers: Sequence[int]) -> dict[int, list[Counterpart]]:
        """The same of several, by customer."""

    def add(self, customer_id: int, told: CounterpartTold, author_id: int, at: datetime) -> CounterpartId: ...
    def change(
        self, before: Counterpart, told: CounterpartTold, author_id: int, at: datetime, *, removed: bool = False
    ) -> None:
        """The next version; what stood before is kept."""

    def versions(self, counterpart_id: int) -> Sequence[CounterpartVersion]:
        """What stood there before, oldest first."""

    def found(self, reach: Reach, text: str, limit: int) -> tuple[Sequence[Counterpart], int]:
        """Those of held customers within the reach who are found by name, its pinyin, or number; and how many."""

    def move(self, gone: int, into: int) -> None:
        """Two customers turned out to be one."""
