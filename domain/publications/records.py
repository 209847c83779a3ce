"""Publications and who fetched them: records and port (docs/publications.md)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import NewType, Protocol

from domain.announcements.records import Audience
from domain.base.written import KeptFile
from domain.people.records import AccountId

PublicationId = NewType("PublicationId", int)


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    """A document: a file, or else a link. `valid_until` is its last day in the vendor's zone, None without end."""

    id: PublicationId
    author_id: AccountId
    title: str
    file: KeptFile | None
    link: str
    audience: Audience
    valid_until: date | None
    created_at: datetime
    withdrawn_at: datetime | None

    def current(self, today: date) -> bool:
        """Whether readers find it."""
        return self.withdrawn_at is None and (self.valid_until is None or self.valid_until >= today)


@dataclass(frozen=True, slots=True)
class Fetched:
    """Who fetched it, and when first."""

    name: str
    company: str
    at: datetime


class Publications(Protocol):
    """The port. `get` raises `NotFound`."""

    def get(self, publication_id: int) -> Publication: ...
    def move_unit(self, gone: int, into: int) -> None:
        """What is for a unit that became another is for that one."""

    def add(
        self,
        *,
        author_id: int,
        title: str,
        content: KeptFile | str,
        audience: Audience,
        valid_until: date | None,
        at: datetime,
        replaces: int | None,
    ) -> Publication: ...
    def withdraw(self, publication_id: int, at: datetime) -> bool:
        """Whether it was there."""

    def current(self, today: date) -> Sequence[Publication]:
        """Everybody's that is there on that day, newest first."""

    def of_author(self, author_id: int | None, offset: int, limit: int) -> tuple[Sequence[Publication], int]:
        """Newest first, with what is there no more; None: everybody's."""

    def fetch(self, publication_id: int, account_id: int, at: datetime) -> None:
        """The first time counts."""

    def fetched_by(self, account_id: int) -> frozenset[PublicationId]: ...
    def fetchers(self, publication_id: int, offset: int, limit: int) -> tuple[Sequence[Fetched], int]:
        """Newest first."""
