"""Threads and their messages: records and port (docs/questions.md)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NewType, Protocol

from domain.base.rights import Reach
from domain.base.written import Written
from domain.customers.records import CustomerId
from domain.people.records import AccountId, AgencyId

ThreadId = NewType("ThreadId", int)


class ThreadMatter(StrEnum):
    """What a thread is."""

    QUESTION = "question"
    """To the agency's manager."""
    FEEDBACK = "feedback"
    """To the administrators."""


class ThreadState(StrEnum):
    OPEN = "open"
    """It waits for an answer."""
    ANSWERED = "answered"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True, kw_only=True)
class Thread:
    """`asker_id` is whose it is by now, `customer_id` whom it concerns. `about` says on what kind of record it was asked,
    `about_id` on which, `about_name` what that was called then beside its customer: a number, a project. `waits_since` is when the last question was asked."""

    id: ThreadId
    number: str
    matter: ThreadMatter
    state: ThreadState
    asker_id: AccountId
    agency_id: AgencyId | None
    customer_id: CustomerId | None
    about: str
    about_id: int | None
    about_name: str
    created_at: datetime
    waits_since: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class ThreadMessage:
    """`answers`: it is of the side that was asked."""

    id: int
    thread_id: ThreadId
    author_id: AccountId
    at: datetime
    answers: bool
    written: Written


@dataclass(frozen=True, slots=True, kw_only=True)
class ThreadQuery:
    """Which threads of a matter. Own are whoever's asked, and those about customers in his hands."""

    matter: ThreadMatter
    reach: Reach
    open_only: bool = False
    customer: int | None = None


class Threads(Protocol):
    """The port. `get` raises `NotFound`."""

    def get(self, thread_id: int, *, lock: bool = False) -> Thread: ...
    def add(
        self,
        *,
        number: str,
        matter: ThreadMatter,
        asker_id: int,
        agency_id: int | None,
        customer_id: int | None,
        about: str,
        about_id: int | None,
        about_name: str,
        now: datetime,
    ) -> Thread: ...
    def write(self, thread_id: int, author_id: int, at: datetime, written: Written, *, answers: bool) -> int:
        """One more message; its id."""

    def messages(self, thread_id: int) -> Sequence[ThreadMessage]:
        """Oldest first."""

    def set_state(self, thread_id: int, state: ThreadState, *, since: datetime | None = None) -> None:
        """`since`: from when on it waits anew."""

    def found(self, query: ThreadQuery, offset: int, limit: int) -> tuple[Sequence[Thread], int]:
        """Newest first, and how many there are in all."""

    def give(self, matter: ThreadMatter, before: int, successor: int) -> None:
        """All that an account asked of that matter is a colleague's."""

    def move(self, gone: int, into: int) -> None:
        """Two customers turned out to be one."""
