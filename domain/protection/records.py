"""Protected customers over time, and what is asked for them: more months, a stage's confirmation, the review of mass
production. Records and port (docs/protection.md); `protecting` and `releasing` are the use-cases.

While a request is pending the customer stays protected, whatever the day.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import NewType, Protocol

from domain.base.kinds import Kind
from domain.base.rights import Reach
from domain.base.stage import Stage
from domain.base.walking import Place
from domain.customers.records import CustomerId
from domain.people.records import AccountId, AgencyId
from domain.protection.clock import Protection

ProtectionRequestId = NewType("ProtectionRequestId", int)


class ProtectionRequestState(StrEnum):
    PENDING = "pending"
    APPROVED = "approved"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"
    DROPPED = "dropped"
    """There is nothing to decide any more: the customer was released, or the stage was left."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProtectionRequest:
    """`kind` is its approval's. `day` is when it was asked, or the stage was entered; `months` are those wished for,
    `granted` those given."""

    id: ProtectionRequestId
    number: str
    kind: Kind
    customer_id: CustomerId
    agency_id: AgencyId
    contact_id: AccountId
    state: ProtectionRequestState
    asked_at: datetime
    day: date
    stage: Stage | None = None
    months: int | None = None
    reason: str = ""
    granted: int | None = None
    decided_at: datetime | None = None

    @property
    def pending(self) -> bool:
        return self.state is ProtectionRequestState.PENDING

    @property
    def to_grant(self) -> int:
        """The months of an extension that an approval gives: those wished for, unless others were set."""
        return self.granted or self.months or 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A protected customer as the clock sees it. `set_on` is the day on which its present end came to be."""

    customer_id: CustomerId
    name: str
    agency_id: AgencyId
    contact_id: AccountId
    protection: Protection
    set_on: date
    since: datetime


class LossReason(StrEnum):
    """Why a holder lost a customer."""

    ENDED = "ended"
    REFUSED = "refused"
    """An extension or a stage was refused, and the last day is past."""
    GIVEN_UP = "given_up"
    REVIEWED = "reviewed"
    """Mass production was reviewed and not kept."""
    AGENCY_ENDED = "agency_ended"
    """Its agency ended, and nobody took the customer over."""
    APPEALED = "appealed"
    """Another agency's appeal was accepted."""
    MERGED = "merged"
    """It turned out to be the same as a customer that another agency holds."""
    HANDED_OVER = "handed_over"
    """The vendor gave it to another agency."""


class Protections(Protocol):
    """The port."""

    def held(self, customer_id: int, *, lock: bool = False) -> Held | None:
        """None when nobody holds the customer."""

    def hold(
        self, customer_id: int, protection: Protection, *, set_on: date, remind_on: date | None, review_on: date | None
    ) -> None:
        """`remind_on` and `review_on` are the next days on which something is due."""

    def remind_next(self, days: Mapping[int, date | None]) -> None:
        """By customer, the next day on which a reminder is due."""

    def remember(self, held: Held, *, at: datetime, why: LossReason, reason: str) -> None:
        """Who held the customer, from when to when."""

    # --- what is due: walked by (day, id), so that a long backlog costs no more per row ---

    def over(self, today: date, limit: int) -> Sequence[int]:
        """Customers whose last day is past and for whom nothing is pending."""

    def to_remind(self, today: date, after: Place, limit: int) -> Sequence[tuple[Place, Held]]: ...
    def to_review(self, today: date, limit: int) -> Sequence[Held]: ...

    # --- requests ---

    def request(self, request_id: int) -> ProtectionRequest: ...
    def add_request(
        self,
        *,
        number: str,
        kind: Kind,
        held: Held,
        asked_at: datetime,
        day: date,
        stage: Stage | None = None,
        months: int | None = None,
        reason: str = "",
    ) -> ProtectionRequest: ...
    def close_request(
        self, request_id: int, state: ProtectionRequestState, *, at: datetime, granted: int | None = None
    ) -> None: ...
    def set_granted(self, request_id: int, months: int) -> None:
        """Before it is approved: other months than were wished for."""

    def pending_of(self, customer_id: int) -> Sequence[ProtectionRequest]: ...
    def move(self, gone: int, into: int, contact_id: int) -> None:
        """All requests of a customer are the other one's; those that are pending this contact's. None of a kind is then
        pending twice."""

    def extended(self, customer_id: int, agency_id: int) -> Sequence[ProtectionRequest]:
        """The agency's extensions of the customer that were granted, oldest first."""

    def requests(
        self, reach: Reach, *, open_only: bool, offset: int, limit: int
    ) -> tuple[Sequence[ProtectionRequest], int]:
        """Newest first; with how many there are."""

    def undecided_past(self, last_day: date) -> Sequence[tuple[ProtectionRequest, date]]:
        """Pending extensions and stages, with the customer's last protected day, where that was `last_day` or earlier."""
