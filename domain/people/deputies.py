"""Deputies while away (请假代理; docs/approvals.md): records and port.

A deputyship is only days and two names. Nothing is rewritten when it begins or ends: who may decide is asked at the
moment of the act (`acting`), so it covers what came before and what comes, and no clock is touched.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import NewType, Protocol

from domain.people.records import AccountId

DeputyshipId = NewType("DeputyshipId", int)


class DeputyshipPhase(StrEnum):
    """What those concerned have been told of so far; whether it covers a day is `covers`."""

    PLANNED = "planned"
    RUNNING = "running"
    OVER = "over"


@dataclass(frozen=True, slots=True, kw_only=True)
class Deputyship:
    """`since` and `until` are days in the vendor's zone, both included; `ended_at` when it was ended before its time."""

    id: DeputyshipId
    principal_id: AccountId
    deputy_id: AccountId
    since: date
    until: date
    told: DeputyshipPhase
    ended_at: datetime | None = None

    def covers(self, day: date) -> bool:
        return self.ended_at is None and self.since <= day <= self.until

    def meets(self, since: date, until: date) -> bool:
        """Whether it has a day in common with that time."""
        return self.ended_at is None and self.since <= until and since <= self.until


class Deputies(Protocol):
    """The port. `get` raises `NotFound`."""

    def lock(self, account_id: int) -> None:
        """Nobody else gives this account a deputy until the transaction ends."""

    def get(self, deputyship_id: int, *, lock: bool = False) -> Deputyship: ...
    def add(
        self, *, principal_id: int, deputy_id: int, since: date, until: date, set_by: int, now: datetime
    ) -> Deputyship: ...
    def tell(self, deputyship_id: int, told: DeputyshipPhase, ended_at: datetime | None = None) -> Deputyship: ...
    def covering(self, day: date) -> Sequence[Deputyship]:
        """All that cover this day; no account has two of them."""

    def open(self) -> Sequence[Deputyship]:
        """All that aren't over, by their first day."""

    def due(self, day: date, limit: int) -> Sequence[Deputyship]:
        """Those that have begun or ended by this day and of which nobody was told."""
