"""The resource pool (资源池): what lies in it, who held it, who wants to hear of it. Records and port (docs/protection.md)."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from typing import Protocol

from domain.base.stage import Stage
from domain.customers.records import CustomerId

BANDS = (Decimal(10), Decimal(50), Decimal(100), Decimal(500))
"""Where the volume bands of the list part, in 万 a year."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PoolEntry:
    """What the list shows of a customer: no name. `domain` is the top level, `field` the product domain as it was said."""

    customer_id: CustomerId
    released_at: datetime
    open_at: datetime
    region: str
    domain: str
    field: str
    volume: Decimal
    stage: Stage | None

    @property
    def province(self) -> str:
        return self.region.split(" ")[0]

    @property
    def band(self) -> int:
        """How many of `BANDS` the volume reaches."""
        return sum(1 for bound in BANDS if self.volume >= bound)


class Topic(StrEnum):
    """What a subscription is about."""

    REGION = "region"
    DOMAIN = "domain"


@dataclass(frozen=True, slots=True)
class PoolQuery:
    """What the list is asked for; an empty text asks for all."""

    province: str = ""
    domain: str = ""
    offset: int = 0
    limit: int = 6


@dataclass(frozen=True, slots=True)
class HoldingPeriod:
    """Who held a customer, from when until when."""

    customer_id: int
    agency_id: int
    contact_id: int
    since: datetime
    ended_at: datetime


class Pool(Protocol):
    """The port."""

    def put(self, entry: PoolEntry) -> None: ...
    def take_out(self, customer_id: int) -> None: ...
    def entry(self, customer_id: int) -> PoolEntry | None: ...
    def entries(self, wish: PoolQuery) -> tuple[Sequence[PoolEntry], int]:
        """The latest released in front; with how many there are."""

    def places(self) -> Sequence[tuple[str, int]]:
        """The provinces in which there is something, with how many; of what came with a list it may not be known."""

    def domains(self) -> Sequence[tuple[str, int]]: ...
    def move_holdings(self, gone: int, into: int) -> None: ...
    def holdings_of(self, customer_id: int, agency_id: int) -> Sequence[HoldingPeriod]:
        """All that this agency had of it and lost, oldest first."""

    def holdings_of_all(self, customers: Collection[int], agency_id: int) -> Mapping[int, Sequence[HoldingPeriod]]:
        """The same of several, by customer."""

    def lost_by(self, agency_id: int, since: datetime) -> Sequence[HoldingPeriod]:
        """What this agency has lost since then."""

    def held_since(self, customer_id: int, since: datetime) -> Sequence[HoldingPeriod]:
        """Who held it and lost it since then."""

    def subscriptions(self, account_id: int) -> frozenset[tuple[Topic, str]]: ...
    def subscribe(self, account_id: int, topic: Topic, value: str) -> None: ...
    def unsubscribe(self, account_id: int, topic: Topic, value: str) -> None: ...
    def subscribers(self, province: str, domain: str) -> Sequence[int]:
        """Accounts that wished to hear of the region or the domain, once each."""
