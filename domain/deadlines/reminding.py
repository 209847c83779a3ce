"""Sending what is due: outside of quiet hours, one digest a person, nothing that has become pointless (docs/reminders.md)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from domain.approvals import acting
from domain.approvals.records import ApprovalState
from domain.base.errors import NotFound
from domain.base.kinds import Kind
from domain.base.work import Work
from domain.deadlines import coming_due, unreachable
from domain.deadlines.planning import above, managers_late, told_on
from domain.people.hearers import owners
from domain.people.records import AccountState, AgencyId
from domain.reminders.moments import is_quiet
from domain.reminders.records import FollowUpDue, Reminder, ReminderKind, ReminderState


@dataclass(frozen=True, slots=True)
class Digest:
    """What one person is to be reminded of now. Unreachable: it can't be shown to him, but mailed."""

    receiver: int
    ids: tuple[int, ...]
    reachable: bool


def take_back(work: Work, limit: int = 200) -> int:
    """Digests that lie unsent in quiet hours, or since another day, are not sent as they are: what they were to say waits
    again, and is told as it is true then. Returns how many: call until it is less than `limit`."""
    before = work.now if is_quiet(work.policy, work.now) else work.calendar.begin_of(work.today)
    return work.reminders.take_back(work.now, before=before, limit=limit)


def waiting(work: Work, after: int = 0, limit: int = 200) -> tuple[Sequence[Reminder], int | None]:
    """All that waits for the next so many people, and what of theirs isn't sent yet: a digest takes the place of an unsent
    one. And where to go on, None when there is nothing more (or it is quiet)."""
    if is_quiet(work.policy, work.now):
        return [], None
    receivers = work.reminders.receivers(after, limit)
    if receivers:
        work.reminders.take_back(work.now, receivers=receivers)
    found = work.reminders.waiting(receivers) if receivers else []
    return found, receivers[-1] if len(receivers) == limit else None


def collect(work: Work, found: Sequence[Reminder], says: Callable[[Reminder], bool]) -> list[Digest]:
    """One digest a person. What has become pointless ends here, and so does what can't reach anybody.

    `says`: whether a digest has something to say of it; `is_live` at least.
    """
    latest = {(each.receiver, each.kind, each.subject): each for each in found}
    superseded = [each.id for each in found if latest[each.receiver, each.kind, each.subject] is not each]
    live: dict[int, list[int]] = {}
    obsolete: list[int] = []
    for each in latest.values():
        (live.setdefault(each.receiver, []) if says(each) else obsolete).append(each.id)
    away = work.reminders.unreachable(list(live)) if live else frozenset()
    unshown = [number for receiver in sorted(away) for number in live[receiver]]
    for ids, state in (
        (superseded, ReminderState.SUPERSEDED),
        (obsolete, ReminderState.OBSOLETE),
        (unshown, ReminderState.UNREACHABLE),
    ):
        work.reminders.end(ids, state, work.now)
    for receiver in sorted(away):
        unreachable.make_known(work, receiver)
    return [Digest(receiver, tuple(ids), reachable=receiver not in away) for receiver, ids in live.items()]


def reconcile(work: Work, after: int = 0, limit: int = 200) -> tuple[list[Digest], int | None]:
    """What became of digests that were handed over: those that turned out to reach nobody; where to go on."""
    following, lost = work.reminders.reconcile(after, limit)
    unread: dict[int, list[int]] = {}
    for each in lost:
        unread.setdefault(each.receiver, []).append(each.id)
    for receiver in sorted(work.reminders.unreachable(list(unread))) if unread else ():
        unreachable.make_known(work, receiver)
    return [Digest(receiver, tuple(ids), reachable=False) for receiver, ids in unread.items()], following


# --- is there still a point? ------------------------------------------------------------------------------------------


def is_live(work: Work, reminder: Reminder) -> bool:
    """Whether the matter is still open and still this receiver's; who left, or whose agency ended, has nothing to do any
    more."""
    receiver = work.people.account(reminder.receiver)
    if receiver.state is AccountState.LEFT or receiver.former:
        return False
    try:
        return LIVE[reminder.kind](work, reminder)
    except NotFound:
        return False


def _protection(work: Work, reminder: Reminder) -> bool:
    held = work.protections.held(reminder.about)
    if held is None or held.protection.last_day is None or not _holds(work, held.agency_id, held.contact_id, reminder):
        return False
    left = (held.protection.last_day - _day(work, reminder)).days
    # what else may be undecided, a refusal of it releases at once: only who asked for more time has nothing left to do
    extends = any(each.kind is Kind.EXTENSION for each in work.protections.pending_of(held.customer_id))
    return left in work.policy.protection.reminder_days and work.today <= held.protection.last_day and not extends


def _follow_up(work: Work, reminder: Reminder) -> bool:
    customer = work.customers.get(reminder.about)
    if customer.agency_id is None or customer.contact_id is None or customer.follow_up_due is None:
        return False
    due = FollowUpDue(customer.id, customer.agency_id, customer.contact_id, customer.follow_up_due)
    return (reminder.receiver, reminder.kind) in told_on(work, due, _day(work, reminder))


def _follow_ups_late(work: Work, reminder: Reminder) -> bool:
    return bool(managers_late(work, reminder))


def _extension_late(work: Work, reminder: Reminder) -> bool:
    request = work.protections.request(reminder.about)
    today = _day(work, reminder) == work.today
    return request.pending and today and reminder.receiver in above(work, request)


def _approval(work: Work, reminder: Reminder) -> bool:
    approval = work.approvals.get(reminder.about)
    return approval.state is ApprovalState.PENDING and reminder.receiver in acting.deciders(work, approval)


def _draft(work: Work, reminder: Reminder) -> bool:
    return work.reminders.draft_there(reminder.receiver, reminder.subject.partition(":")[2])


def _pool(work: Work, reminder: Reminder) -> bool:
    return work.pool.entry(reminder.about) is not None


LIVE: dict[ReminderKind, Callable[[Work, Reminder], bool]] = {
    ReminderKind.PROTECTION: _protection,
    ReminderKind.EXTENSION_LATE: _extension_late,
    ReminderKind.FOLLOW_UP: _follow_up,
    ReminderKind.FOLLOW_UP_LATE: _follow_up,
    ReminderKind.FOLLOW_UPS_LATE: _follow_ups_late,
    ReminderKind.APPROVAL: _approval,
    ReminderKind.DRAFT: _draft,
    ReminderKind.POOL: _pool,
    ReminderKind.UNREACHABLE: unreachable.is_so,
    **coming_due.LIVE,
}


def _holds(work: Work, agency_id: AgencyId, contact_id: int, reminder: Reminder) -> bool:
    return reminder.receiver == contact_id or reminder.receiver in owners(work, agency_id)


def _day(work: Work, reminder: Reminder) -> date:
    return work.calendar.day_of(reminder.due)


# --- what the reader sees ---------------------------------------------------------------------------------------------


def mine(work: Work, ids: Sequence[int]) -> Sequence[Reminder]:
    """Those of these reminders that are the reader's."""
    return [each for each in work.reminders.get(ids) if each.receiver == work.actor.id]


def missed(work: Work) -> Sequence[Reminder]:
    """What couldn't reach the reader and still matters, each matter once, however often he was to be reminded of it."""
    latest = {(each.kind, each.subject): each for each in work.reminders.missed(work.actor.id)}
    return [each for each in latest.values() if is_live(work, each)]


def count_missed(work: Work) -> int:
    return len(missed(work)) if work.reminders.count_missed(work.actor.id) else 0


@dataclass(frozen=True, kw_only=True)
class LookedAt:
    """The reader has seen what he missed."""


def looked_at(work: Work, command: LookedAt) -> None:
    work.reminders.looked_at(work.actor.id, work.now)
