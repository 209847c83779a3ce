"""What a date brings: milestones of projects, the end of a fiscal year, documents that run out, announcements that must be read and weren't
(docs/reminders.md); the hour of logging orders is `orders.evening`'s.

Each day is looked through once, in batches. As in `planning`, nothing here sends; whether a reminder still has a point when
it is sent or looked at stands beside what makes it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta

from domain.base.walking import START, Place
from domain.base.work import Work
from domain.contracts import expiry
from domain.contracts import records as contracts
from domain.contracts.records import ContractState
from domain.deadlines import planning, visits, week
from domain.deadlines.planning import FOLLOW_UPS, LATE_REPORTS
from domain.deadlines.visits import VISITS
from domain.orders import evening
from domain.orders.evening import ORDERS
from domain.people.hearers import owners
from domain.people.records import AgencyState
from domain.protection.records import Held
from domain.reminders.moments import DAY, midnight, stages, unswept
from domain.reminders.records import FollowUpDue, Planned, Reminder, ReminderKind

MILESTONES, CONTRACTS, DOCUMENTS, MUST_READ = "milestones", "contracts", "documents", "must_read"


def begin(work: Work) -> None:
    """A deployment that begins today has nothing due from before; the evening is still to come."""
    for sweep in (FOLLOW_UPS, LATE_REPORTS, MILESTONES, VISITS, CONTRACTS, DOCUMENTS, MUST_READ, ORDERS, week.WEEKS):
        if work.reminders.swept(sweep) is None:
            work.reminders.set_swept(sweep, work.today - DAY if sweep == ORDERS else work.today)


def to_another(work: Work, customer_id: int) -> None:
    """Somebody else has the customer from now on, or one that it was merged with: what today brings is told to him too,
    though the day was looked through before."""
    held = work.protections.held(customer_id)
    if held is None:
        return
    due = work.customers.get(customer_id).follow_up_due
    rows = list(planning.ending(work, held, work.today))
    if due is not None and work.reminders.swept(FOLLOW_UPS) == work.today:
        expected = FollowUpDue(held.customer_id, held.agency_id, held.contact_id, due)
        rows += planning.late_reports(work, expected, [work.today])
    if work.reminders.swept(MILESTONES) == work.today:
        rows += _milestones_of(work, held)
    if work.reminders.swept(VISITS) == work.today:
        rows += visits.of_customer(work, held)
    work.reminders.plan(rows)


# --- milestones of projects -------------------------------------------------------------------------------------------


def plan_milestones(work: Work, after: Place = START, limit: int = 500) -> Place | None:
    """One batch of milestones that come near; where to go on, None when the day is done."""
    days = unswept(work, MILESTONES)
    if not days:
        return None
    ahead = work.policy.reminders.milestone_days
    wanted = sorted({day + timedelta(days=each) for day in days for each in ahead})
    due = work.reminders.milestones_due(wanted, after, limit)
    rows: list[Planned] = []
    for each in due:
        moments = sorted(day for day in days if (each.on - day).days in ahead)
        rows += stages(
            [
                Planned(
                    receiver=each.contact_id,
                    kind=ReminderKind.MILESTONE,
                    subject=f"project:{each.project_id}",
                    due=midnight(work, day),
                )
                for day in moments
            ],
            live=True,
        )
    work.reminders.plan(rows)
    if len(due) == limit:
        return due[-1].on, due[-1].project_id
    work.reminders.set_swept(MILESTONES, work.today)
    return None


def _milestones_of(work: Work, held: Held) -> list[Planned]:
    """Those that come near today."""
    return [
        Planned(
            receiver=held.contact_id,
            kind=ReminderKind.MILESTONE,
            subject=f"project:{each.id}",
            due=midnight(work, work.today),
        )
        for each in work.projects.of_customer(held.customer_id)
        if (on := each.told.milestone_on) is not None and (on - work.today).days in work.policy.reminders.milestone_days
    ]


def milestone_is_near(work: Work, reminder: Reminder) -> bool:
    """It stands where it stood, and the customer is still the receiver's."""
    project = work.projects.get(reminder.about)
    held, on = work.protections.held(project.customer_id), project.told.milestone_on
    if held is None or on is None or held.contact_id != reminder.receiver:
        return False
    return (on - work.calendar.day_of(reminder.due)).days in work.policy.reminders.milestone_days


# --- the contract of the year -----------------------------------------------------------------------------------------


def plan_contracts(work: Work, after: int = 0, limit: int = 500) -> int | None:
    """One batch of agencies whose year ends without a contract for the next; where to go on, None when the day is done."""
    days = unswept(work, CONTRACTS)
    if not days:
        return None
    moments: dict[int, list[date]] = {}
    for day in days:
        year = contracts.fiscal_year(work.policy, day)
        if _days_left(work, year, day) in work.policy.reminders.contract_days:
            moments.setdefault(year, []).append(day)
    ending = work.reminders.contracts_ending(sorted(moments), after, limit) if moments else []
    rows: list[Planned] = []
    for each in ending:
        if not work.contracts.is_under_way(each.agency_id, each.fiscal_year + 1):
            rows += stages(
                [
                    Planned(
                        receiver=owner,
                        kind=ReminderKind.CONTRACT,
                        subject=f"contract:{each.contract_id}",
                        due=midnight(work, day),
                    )
                    for day in moments[each.fiscal_year]
                    for owner in owners(work, each.agency_id)
                ],
                live=True,
            )
    work.reminders.plan(rows)
    if len(ending) == limit:
        return ending[-1].contract_id
    work.reminders.set_swept(CONTRACTS, work.today)
    return None


def _days_left(work: Work, year: int, day: date) -> int:
    return (contracts.last_day(work.policy, year) - day).days


def contract_ends(work: Work, reminder: Reminder) -> bool:
    """The agency works with us, and has submitted nothing for the next year yet."""
    contract = work.contracts.get(reminder.about)
    if contract.state is not ContractState.APPROVED or reminder.receiver not in owners(work, contract.agency_id):
        return False
    active = work.people.agency(contract.agency_id).state is AgencyState.ACTIVE
    return active and not work.contracts.is_under_way(contract.agency_id, contract.fiscal_year + 1)


def plan_documents(work: Work, after: int = 0, limit: int = 500) -> int | None:
    """One batch of the year's contracts whose documents run out; where to go on, None when the day is done."""
    days = unswept(work, DOCUMENTS)
    if not days:
        return None
    ahead = work.policy.reminders.document_days
    years = sorted({contracts.fiscal_year(work.policy, day) for day in days})
    found = work.reminders.contracts_ending(years, after, limit)
    rows: list[Planned] = []
    for each in found:
        ends = [document.until for document in expiry.dated(work.contracts.get(each.contract_id))]
        rows += stages(
            [
                Planned(
                    receiver=owner,
                    kind=ReminderKind.DOCUMENT,
                    subject=f"contract:{each.contract_id}",
                    due=midnight(work, day),
                )
                for day in days
                if any((end - day).days in ahead for end in ends)
                for owner in owners(work, each.agency_id)
            ],
            live=True,
        )
    work.reminders.plan(rows)
    if len(found) == limit:
        return found[-1].contract_id
    work.reminders.set_swept(DOCUMENTS, work.today)
    return None


def documents_run_out(work: Work, reminder: Reminder) -> bool:
    """The contract holds, and nothing newer was handed in."""
    contract = work.contracts.get(reminder.about)
    if contract.state is not ContractState.APPROVED or reminder.receiver not in owners(work, contract.agency_id):
        return False
    active = work.people.agency(contract.agency_id).state is AgencyState.ACTIVE
    return active and bool(expiry.to_renew(work, contract))


# --- what must be read ------------------------------------------------------------------------------------------------


def plan_unread(work: Work, after: tuple[int, int] = (0, 0), limit: int = 500) -> tuple[int, int] | None:
    """One batch of must-read announcements that weren't read; where to go on, None when the day is done."""
    days = unswept(work, MUST_READ)
    if not days:
        return None
    waits = work.policy.reminders.must_read_days
    first, last = days[0] - timedelta(days=max(waits)), days[-1] - timedelta(days=min(waits))
    unread = work.reminders.unread(midnight(work, first), midnight(work, last + DAY), after, limit)
    rows: list[Planned] = []
    for each in unread:
        announced = work.calendar.day_of(each.announced_at)
        rows += stages(
            [
                Planned(
                    receiver=each.account_id,
                    kind=ReminderKind.ANNOUNCEMENT,
                    subject=f"announcement:{each.announcement_id}",
                    due=midnight(work, day),
                )
                for day in days
                if (day - announced).days in waits
            ],
            live=True,
        )
    work.reminders.plan(rows)
    if len(unread) == limit:
        return unread[-1].announcement_id, unread[-1].account_id
    work.reminders.set_swept(MUST_READ, work.today)
    return None


def is_unread(work: Work, reminder: Reminder) -> bool:
    return not work.announcements.has_read(reminder.about, reminder.receiver)


LIVE: dict[ReminderKind, Callable[[Work, Reminder], bool]] = {
    ReminderKind.MILESTONE: milestone_is_near,
    ReminderKind.VISIT: visits.is_near,
    ReminderKind.VISIT_PAST: visits.is_near,
    ReminderKind.CONTRACT: contract_ends,
    ReminderKind.DOCUMENT: documents_run_out,
    ReminderKind.ORDERS: evening.is_open,
    ReminderKind.ANNOUNCEMENT: is_unread,
    ReminderKind.WEEK: week.is_running,
}

BY_DAY: Sequence[Callable[[Work, Place, int], Place | None]] = (plan_milestones, visits.plan_visits)
BY_NUMBER: Sequence[Callable[[Work, int, int], int | None]] = (plan_contracts, plan_documents, week.plan_weeks)
"""What is looked through each day, by where it goes on: after a day and a number, after a number."""
