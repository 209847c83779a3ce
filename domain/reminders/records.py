"""Reminders: each (receiver, kind, subject, due moment) exists once and ends as exactly one of sent, superseded, obsolete,
unreachable. Records and port (docs/reminders.md); `planning` finds what is due, `reminding` sends it.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Protocol

from domain.base.rights import Reach
from domain.base.walking import Place


class ReminderKind(StrEnum):
    PROTECTION = "protection"
    """The end comes near."""
    EXTENSION_LATE = "extension_late"
    """An extension or a stage is undecided though the end is past: the head, daily."""
    FOLLOW_UP = "follow_up"
    FOLLOW_UP_LATE = "follow_up_late"
    """The same, to owner and manager."""
    FOLLOW_UPS_LATE = "follow_ups_late"
    """All that are late for long, in one line: the manager, weekly."""
    APPROVAL = "approval"
    CONTRACT = "contract"
    """The fiscal year ends, and nothing is submitted for the next."""
    DOCUMENT = "document"
    """Documents of the year's contract run out."""
    MILESTONE = "milestone"
    """A project's milestone comes near."""
    VISIT = "visit"
    """A visit to a customer comes near."""
    VISIT_PAST = "visit_past"
    """It passed, and nobody has written of it."""
    ORDERS = "orders"
    """The orders of the day are to be logged."""
    DRAFT = "draft"
    POOL = "pool"
    """A customer was released that the receiver subscribed to."""
    ANNOUNCEMENT = "announcement"
    WEEK = "week"
    """What the week begins with: what was sold as a picture, what moved, is silent, ends."""
    UNREACHABLE = "unreachable"
    """A colleague can't be reached."""


URGENT = frozenset(
    {
        ReminderKind.PROTECTION,
        ReminderKind.EXTENSION_LATE,
        ReminderKind.FOLLOW_UP_LATE,
        ReminderKind.APPROVAL,
    }
)
"""What goes by mail to somebody who can't be reached otherwise."""


class ReminderState(StrEnum):
    WAITING = "waiting"
    """Due; quiet hours may hold it back."""
    HANDED = "handed"
    """In the outbox."""
    SENT = "sent"
    SUPERSEDED = "superseded"
    """A later one of the same subject came before it was sent."""
    OBSOLETE = "obsolete"
    """What it would have reminded of is done, or somebody else's business by now."""
    UNREACHABLE = "unreachable"


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """One to be kept. `subject` names a record, e.g. `customer:12`."""

    receiver: int
    kind: ReminderKind
    subject: str
    due: datetime
    state: ReminderState = ReminderState.WAITING


@dataclass(frozen=True, slots=True, kw_only=True)
class Reminder(Planned):
    id: int

    @property
    def about(self) -> int:
        """The number in the subject; 0 when it is no number."""
        number = self.subject.partition(":")[2]
        return int(number) if number.isdigit() else 0


@dataclass(frozen=True, slots=True)
class FollowUpDue:
    """A protected customer and the day by which its next report is expected."""

    customer_id: int
    agency_id: int
    contact_id: int
    due: date


@dataclass(frozen=True, slots=True)
class LateReports:
    """Of an agency: how many protected customers are without a report for long. `due` is the oldest day by which one was
    expected."""

    agency_id: int
    customers: int
    due: date


@dataclass(frozen=True, slots=True)
class MilestoneDue:
    """A project of a protected customer and the day of its milestone."""

    project_id: int
    contact_id: int
    on: date


@dataclass(frozen=True, slots=True)
class ContractEnding:
    contract_id: int
    agency_id: int
    fiscal_year: int


@dataclass(frozen=True, slots=True)
class NoOrdersOf:
    """That somebody had no orders on a day, and when he said so."""

    account_id: int
    at: datetime


@dataclass(frozen=True, slots=True)
class Unread:
    """A must-read announcement, and somebody who hasn't read it."""

    announcement_id: int
    account_id: int
    announced_at: datetime


@dataclass(frozen=True, slots=True)
class Watch:
    """An undecided request whose approvers may need a nudge. `done` stages have been dealt with."""

    approval_id: int
    asked_at: datetime
    done: int


@dataclass(frozen=True, slots=True)
class LeftDraft:
    """A half-filled form that nobody touched for a while."""

    account_id: int
    name: str
    touched_at: datetime


@dataclass(frozen=True, slots=True)
class Matters:
    """What reminders may be about: records by name, e.g. `customer:12`; the projects of customers; and, by (receiver,
    subject), what is one receiver's matter alone."""

    subjects: Collection[str]
    customers: Collection[int]
    own: Collection[tuple[int, str]]


OWN = (ReminderKind.DRAFT, ReminderKind.ANNOUNCEMENT, ReminderKind.ORDERS)
"""Done by each receiver for himself: what one does with it is done for nobody else."""


class Reminders(Protocol):
    """The port."""

    def plan(self, rows: Sequence[Planned]) -> int:
        """Keep those that aren't there yet. Returns how many are new."""

    def receivers(self, after: int, limit: int) -> Sequence[int]:
        """Accounts for which something waits, in the order of their ids."""

    def waiting(self, receivers: Sequence[int]) -> Sequence[Reminder]:
        """Oldest first, locked."""

    def end(self, ids: Sequence[int], state: ReminderState, at: datetime) -> None: ...
    def hand(self, handed: Mapping[int, int]) -> None:
        """By reminder, the outbox row that it went into."""

    def take_back(
        self,
        at: datetime,
        *,
        receivers: Sequence[int] | None = None,
        before: datetime | None = None,
        limit: int | None = None,
    ) -> int:
        """What is in the outbox and not on its way yet waits again: so many digests of these receivers, made before that
        moment; None: of anybody, whenever, all. Returns how many."""

    def reconcile(self, after: int, limit: int) -> tuple[int | None, Sequence[Reminder]]:
        """What became of those in the outbox, from a row of it on: where to go on, None when all were looked at; and which
        of them couldn't be delivered."""

    def get(self, ids: Sequence[int]) -> Sequence[Reminder]: ...
    def about(self, matters: Matters, since: datetime, limit: int) -> Sequence[Reminder]:
        """Those that were due since then and are with their receivers, or on their way; the latest first."""

    def missed(self, receiver: int) -> Sequence[Reminder]:
        """Those that couldn't reach him and that he hasn't looked at since, oldest first."""

    def count_missed(self, receiver: int) -> int: ...
    def looked_at(self, receiver: int, at: datetime) -> None: ...
    def unreachable(self, accounts_: Sequence[int]) -> frozenset[int]:
        """Those of them that have no chat, or whose chat is blocked."""

    # --- where to look for what is due ---

    def follow_ups_due(self, days: Sequence[date], after: Place, limit: int) -> Sequence[FollowUpDue]:
        """Protected customers whose next report is expected on one of the days, by (day, id)."""

    def oldest_follow_up_due(self) -> date | None:
        """The earliest day by which a report of a protected customer is expected."""

    def late_reports(
        self, before: date, after: int = 0, limit: int | None = None, *, manager: int | None = None
    ) -> Sequence[LateReports]:
        """Reports that were expected before that day, by agency, in the order of their ids; of all agencies or of one
        manager's (0: of those that have none)."""

    def milestones_due(self, days: Sequence[date], after: Place, limit: int) -> Sequence[MilestoneDue]:
        """Milestones of protected customers on one of the days, by (day, id)."""

    def contracts_ending(self, years: Sequence[int], after: int, limit: int) -> Sequence[ContractEnding]:
        """Approved contracts of these fiscal years, by id."""

    def order_loggers(self, within: Reach, day: date, since: datetime, after: int, limit: int | None) -> Sequence[int]:
        """Who logs orders and hasn't said anything on a day that began then, by id: assistants of active agencies that hold
        customers; where an agency has none, the salespeople and owners who hold them."""

    def week_receivers(self, after: int, limit: int) -> Sequence[int]:
        """Active owners, and managers of a unit, by id."""

    def logged_orders(self, account_id: int, since: datetime) -> bool:
        """Whether the account has logged one since then."""

    def unread(self, begin: datetime, end: datetime, after: tuple[int, int], limit: int) -> Sequence[Unread]:
        """Must-read announcements made from `begin` on and before `end`, with each who hasn't read one, by both ids."""

    def keep_no_orders(self, account_id: int, day: date, at: datetime) -> None: ...
    def lift_no_orders(self, agency_id: int, day: date) -> None:
        """Nobody of the agency has said so of the day any more."""

    def no_orders_said(self, agency_id: int, day: date) -> NoOrdersOf | None:
        """Who of the agency said so first, if anybody did."""

    def no_orders_of(self, within: Reach, day: date) -> Mapping[int, NoOrdersOf]:
        """The same for all agencies within reach, by agency."""

    def swept(self, sweep: str) -> date | None:
        """The last day that was looked through for this."""

    def set_swept(self, sweep: str, day: date) -> None: ...
    def watch(self, approval_id: int, asked_at: datetime, next_at: datetime, done: int = 0) -> None: ...
    def watches_due(self, now: datetime, limit: int) -> Sequence[Watch]: ...
    def unwatch(self, approval_id: int) -> None: ...
    def drafts_left(self, before: datetime, limit: int) -> Sequence[LeftDraft]:
        """Drafts untouched since then of which nobody was reminded since they were touched last."""

    def told_of_drafts(self, told: Sequence[LeftDraft]) -> None: ...

    def forms_left(self, accounts: Collection[int], form: str) -> Mapping[int, int]:
        """How many half-filled ones of the form lie there, by account."""

    def draft_there(self, account_id: int, name: str) -> bool: ...
