"""Follow-up reports (客户跟进) and what is said about them (点评): records and port (docs/follow-ups.md)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import NewType, Protocol

from domain.base.written import KeptFile, Written
from domain.customers.history import Period
from domain.customers.records import CustomerId
from domain.people.records import AccountId, AgencyId
from domain.projects.records import ProjectItem

FollowUpId = NewType("FollowUpId", int)
CommentId = NewType("CommentId", int)


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUp:
    """A report as it stands. `contact_id` is the salesperson in whose hands the customer was, `author_id` who wrote it,
    `helpers` the engineers who helped; `version` counts corrections from 1."""

    id: FollowUpId
    number: str
    customer_id: CustomerId
    agency_id: AgencyId
    contact_id: AccountId
    author_id: AccountId
    helpers: tuple[AccountId, ...]
    at: datetime
    dynamics: str
    items: tuple[ProjectItem, ...]
    version: int = 1
    corrected_at: datetime | None = None
    files: tuple[KeptFile, ...] = ()
    """Pictures to what it says."""

    @property
    def theirs(self) -> frozenset[AccountId]:
        """Who stands behind it: may correct it, and hears what is said about it."""
        return frozenset({self.author_id, self.contact_id, *self.helpers})


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUpVersion:
    """What a report said at one time. `at` and `author_id` are of this version."""

    version: int
    at: datetime
    author_id: AccountId
    dynamics: str
    items: tuple[ProjectItem, ...]
    files: tuple[KeptFile, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Comment:
    """A word on a report, a picture, or both. `asks_correction`: the vendor wants it corrected."""

    id: CommentId
    follow_up_id: FollowUpId
    author_id: AccountId
    at: datetime
    text: str
    asks_correction: bool = False
    files: tuple[KeptFile, ...] = ()


class FollowUps(Protocol):
    """The port. `get` raises `NotFound`."""

    def get(self, follow_up_id: int, *, lock: bool = False) -> FollowUp: ...
    def add(
        self,
        *,
        number: str,
        customer_id: int,
        agency_id: int,
        contact_id: int,
        author_id: int,
        helpers: Sequence[int],
        at: datetime,
        dynamics: str,
        files: Sequence[KeptFile] = (),
    ) -> FollowUpId: ...
    def correct(
        self,
        before: FollowUp,
        *,
        author_id: int,
        at: datetime,
        dynamics: str,
        helpers: Sequence[int],
        files: Sequence[KeptFile] = (),
    ) -> None:
        """The next version; what stood before is kept."""

    def versions(self, follow_up: FollowUp) -> Sequence[FollowUpVersion]:
        """Oldest first, the present one last."""

    def of_customer(self, customer_id: int, period: Period) -> tuple[Sequence[FollowUp], int]:
        """One page, and how many there are in all."""

    def move(self, gone: int, into: int) -> None:
        """Two customers turned out to be one."""

    def of_customers(self, customers: Sequence[int]) -> Mapping[int, Sequence[FollowUp]]:
        """All of several customers, by customer, oldest first."""

    def comment(self, follow_up_id: int, author_id: int, at: datetime, said: Written, *, asks: bool) -> CommentId: ...
    def comments(self, follow_up_id: int) -> Sequence[Comment]:
        """Oldest first."""

    def comments_of(self, customers: Sequence[int]) -> Mapping[int, Sequence[Comment]]:
        """All on the reports of several customers, by report, oldest first."""

    def mark_unread(self, follow_up: FollowUp, accounts: Sequence[int]) -> None: ...
    def mark_read(self, follow_up_id: int, account_id: int) -> bool:
        """Whether it was unread."""

    def unread(self, account_id: int, customer_id: int | None = None) -> Sequence[FollowUpId]:
        """Reports with words that the account hasn't opened yet, oldest first."""

    def unread_customers(self, account_id: int, among: Sequence[int]) -> frozenset[CustomerId]: ...
