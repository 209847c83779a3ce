"""Announcements (公告) and who has read them: records and port (docs/announcements.md)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NewType, Protocol

from domain.base.written import KeptFile
from domain.people.records import AccountId, AccountType

AnnouncementId = NewType("AnnouncementId", int)


@dataclass(frozen=True, slots=True, kw_only=True)
class Audience:
    """For whom: account types × units × agencies. Nothing named of a kind means all of it."""

    types: tuple[AccountType, ...] = ()
    units: tuple[int, ...] = ()
    agencies: tuple[int, ...] = ()

    def covers(self, type_: AccountType, unit_id: int | None, agency_id: int | None) -> bool:
        """Whether somebody of that account type, unit and agency is among them."""
        return (
            (not self.types or type_ in self.types)
            and (not self.units or unit_id in self.units)
            and (not self.agencies or agency_id in self.agencies)
        )


class BroadcastState(StrEnum):
    WAITING = "waiting"
    """Quiet hours, or the last batch isn't out yet."""
    DONE = "done"
    """Everybody's is in the outbox."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Announcement:
    """`author_id` is None and `release` a version where the bot announces what changed; its words are the catalogues'.
    `cursor` is the account that the broadcast has come to."""

    id: AnnouncementId
    author_id: AccountId | None
    title: str
    text: str
    must_read: bool
    audience: Audience
    attachments: tuple[KeptFile, ...]
    created_at: datetime
    release: str
    publication: int | None
    """The document that it tells of."""
    state: BroadcastState
    cursor: int


@dataclass(frozen=True, slots=True)
class Counts:
    """How far it has come: of `total` receivers, so many handed to the outbox, arrived, not to be reached, read. Who has
    left without having read it isn't counted."""

    total: int
    handed: int
    arrived: int
    unreachable: int
    read: int

    @property
    def unread(self) -> int:
        """Those whose it is and who haven't read it."""
        return self.handed - self.read


@dataclass(frozen=True, slots=True)
class Receiver:
    account_id: int
    reachable: bool


@dataclass(frozen=True, slots=True)
class ReadReceipt:
    """Who has (or hasn't) read it."""

    account_id: int
    name: str
    company: str
    read_at: datetime | None


class Announcements(Protocol):
    """The port. `get` raises `NotFound`."""

    def get(self, announcement_id: int, *, lock: bool = False) -> Announcement: ...
    def move_unit(self, gone: int, into: int) -> None:
        """What is for a unit that became another is for that one."""

    def add(
        self,
        *,
        author_id: int | None,
        title: str,
        text: str,
        must_read: bool,
        audience: Audience,
        attachments: Sequence[KeptFile],
        at: datetime,
        release: str = "",
        publication: int | None = None,
    ) -> Announcement: ...
    def of_release(self, release: str) -> Announcement | None: ...
    def waiting(self) -> Sequence[int]:
        """Broadcasts that aren't out, oldest first."""

    def count_audience(self, audience: Audience, author_id: int | None, *, once_a_chat: bool = False) -> int:
        """The author isn't told what he wrote himself. `once_a_chat`: people count, not their accounts."""

    def next_receivers(self, announcement: Announcement, limit: int) -> Sequence[Receiver]:
        """Active accounts of the audience behind the cursor, by id; of a release one of each person's."""

    def advance(self, announcement_id: int, cursor: int, state: BroadcastState) -> None: ...
    def receipts(self, announcement_id: int, account_ids: Sequence[int]) -> None:
        """It is these accounts' now, who can't be reached unless it is `handed` to the outbox."""

    def handed(self, announcement_id: int, rows: Mapping[int, int]) -> None:
        """By account, the outbox row that it went into."""

    def reconcile(self, after: int, limit: int) -> tuple[int | None, frozenset[int]]:
        """What became of what was handed out, from a row of the outbox on: where to go on (None when all was looked at)
        and the announcements concerned."""

    def counts(self, announcement_id: int) -> Counts: ...
    def mark_read(self, announcement_id: int, account_id: int, at: datetime) -> bool:
        """Whether it was unread, and his."""

    def has_read(self, announcement_id: int, account_id: int) -> bool: ...
    def is_receiver(self, announcement_id: int, account_id: int) -> bool: ...
    def first_unread(self, account_id: int) -> Announcement | None:
        """The oldest that must be read and isn't."""

    def count_unread(self, account_id: int) -> int: ...
    def of_reader(self, account_id: int, offset: int, limit: int) -> tuple[Sequence[tuple[Announcement, bool]], int]:
        """Newest first, each with whether it was read; and how many there are."""

    def of_author(self, author_id: int | None, offset: int, limit: int) -> tuple[Sequence[Announcement], int]:
        """None: everybody's."""

    def readers(
        self, announcement_id: int, *, read: bool, offset: int, limit: int
    ) -> tuple[Sequence[ReadReceipt], int]: ...
    def unread_receivers(self, announcement_id: int) -> Sequence[int]: ...
