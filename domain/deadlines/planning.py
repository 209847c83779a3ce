"""What is due: found by columns and walked by (day, id), so that a late tick just finds more (docs/reminders.md).

After an outage only the latest stage of a subject is sent; the stages before it are kept as superseded. Nothing here
sends: see `reminding`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta

from domain.base.walking import START, Place
from domain.base.work import Work
from domain.people import heads, standing_in
from domain.people.hearers import head_of, owners
from domain.protection import clock as protection
from domain.protection.records import Held, ProtectionRequest
from domain.reminders.moments import DAY, midnight, stages, unswept
from domain.reminders.records import FollowUpDue, LateReports, LeftDraft, Planned, Reminder, ReminderKind

FOLLOW_UPS, LATE_REPORTS = "follow_ups", "late_reports"


def above(work: Work, request: ProtectionRequest) -> tuple[int, ...]:
    """Who hears that a request is undecided: the unit's head, or the administrators where he is who is slow himself."""
    approval = work.approvals.of_subject(request.kind, request.id)
    slow = approval.current.asked_first if approval is not None else ()
    head = heads.head(work, work.people.unit(work.people.agency(request.agency_id).unit_id))
    others = tuple(each.id for each in work.people.administrators() if each.active and each.id not in slow)
    told = head_of(work, request.agency_id)
    return others or told if head is not None and head.id in slow else told


# --- the end of protection ------------------------------------------------------------------------------------------


def plan_protection(work: Work, after: Place = START, limit: int = 500) -> Place | None:
    """One batch of ends that come near; where to go on, None when there is nothing more."""
    due = work.protections.to_remind(work.today, after, limit)
    work.reminders.plan([row for (since, _), held in due for row in ending(work, held, since)])
    work.protections.remind_next({held.customer_id: _next(work, held) for _, held in due})
    return due[-1][0] if len(due) == limit else None


def _next(work: Work, held: Held) -> date | None:
    return protection.next_reminder(work.policy, held.protection.last_day, set_on=held.set_on, after=work.today)


def ending(work: Work, held: Held, since: date) -> Iterator[Planned]:
    """What is due of the end from a day until today."""
    end = held.protection.last_day
    rows = [
        Planned(
            receiver=receiver,
            kind=ReminderKind.PROTECTION,
            subject=f"customer:{held.customer_id}",
            due=midnight(work, each.due),
        )
        for each in protection.due_reminders(work.policy, end, since=since, today=work.today)
        for receiver in dict.fromkeys((held.contact_id, *(owners(work, held.agency_id) if each.to_owner else ())))
    ]
    return stages(rows, live=end is not None and work.today <= end)


def plan_late_answers(work: Work) -> None:
    """The vendor's silence past the end, about an extension or a stage: the head hears of it every day."""
    latest = protection.alarming(work.policy, work.today)
    rows = [
        Planned(
            receiver=head,
            kind=ReminderKind.EXTENSION_LATE,
            subject=f"request:{request.id}",
            due=midnight(work, work.today),
        )
        for request, _ in work.protections.undecided_past(latest)
        for head in above(work, request)
    ]
    work.reminders.plan(rows)


# --- follow-up reports ----------------------------------------------------------------------------------------------


def plan_follow_ups(work: Work, after: Place = START, limit: int = 500) -> Place | None:
    """One batch of customers whose report is due soon or late; where to go on, None when the day is done."""
    days = unswept(work, FOLLOW_UPS)
    if not days:
        return None
    due = work.reminders.follow_ups_due(_expected(work, days), after, limit)
    work.reminders.plan([row for each in due for row in late_reports(work, each, days)])
    if len(due) == limit:
        return due[-1].due, due[-1].customer_id
    work.reminders.set_swept(FOLLOW_UPS, work.today)
    return None


def _expected(work: Work, days: Sequence[date]) -> list[date]:
    """The days by which a report must have been expected for a stage of it to come on one of these."""
    policy = work.policy.follow_up
    told = {*policy.reminder_days, policy.escalate_days}
    found = {day - timedelta(days=each - policy.every_days) for day in days for each in told}
    oldest = work.reminders.oldest_follow_up_due() or work.today
    for nominal in {each for day in days for each in _comes_on(work, day)}:
        expected = nominal - timedelta(days=policy.escalate_days - policy.every_days + policy.again_days)
        while expected >= oldest:
            found.add(expected)
            expected -= timedelta(days=policy.again_days)
    return sorted(found)


def _comes_on(work: Work, day: date) -> list[date]:
    """The days whose weekly reminder comes on this one: itself, and the days off before it; none on a day off."""
    if work.policy.follow_up.on_days_off:
        return [day]
    if not work.calendar.is_working_day(day):
        return []
    found = [day]
    while not work.calendar.is_working_day(found[-1] - DAY):
        found.append(found[-1] - DAY)
    return found


def late_reports(work: Work, due: FollowUpDue, asked: Sequence[date]) -> Iterator[Planned]:
    """What is due of the next report on these days. Of days that were missed the manager's line of all may tell of a
    customer already: then he has none of its own."""
    weekly = [day for day in asked if due.due < _late_since(work, day) and _is_managers(work, day)]
    managing = _managing(work, due.agency_id) if weekly else ()
    rows = [
        Planned(receiver=receiver, kind=kind, subject=f"customer:{due.customer_id}", due=midnight(work, day))
        for day in sorted(asked)
        for receiver, kind in told_on(work, due, day)
        if kind is not ReminderKind.FOLLOW_UP_LATE or receiver not in managing or day > max(weekly)
    ]
    return stages(rows, live=True)


def told_on(work: Work, due: FollowUpDue, day: date) -> list[tuple[int, ReminderKind]]:
    """Who is to hear on a day that a report is missing: the salesperson when it is due, his superiors when it is late, then
    he and the owners again and again. The manager then has one line of all: see `plan_late_reports`."""
    policy = work.policy.follow_up
    contact = (due.contact_id, ReminderKind.FOLLOW_UP)
    days = (day - due.due).days + policy.every_days
    found = [contact] if days in policy.reminder_days else []
    if days == policy.escalate_days:
        late_for = told_when_late(work, due.agency_id)
        found += [(each, ReminderKind.FOLLOW_UP_LATE) if each != due.contact_id else contact for each in late_for]
    late = [(each - due.due).days + policy.every_days - policy.escalate_days for each in _comes_on(work, day)]
    if any(each > 0 and each % policy.again_days == 0 for each in late):
        superiors = (each for each in owners(work, due.agency_id) if each != due.contact_id)
        found += [contact, *((each, ReminderKind.FOLLOW_UP_LATE) for each in superiors)]
    return list(dict.fromkeys(found))


def told_when_late(work: Work, agency_id: int) -> tuple[int, ...]:
    """Who hears that a customer is long without a report: the owners and the manager, or who stands in for him."""
    return tuple(dict.fromkeys((*owners(work, agency_id), *_managing(work, agency_id))))


def _managing(work: Work, agency_id: int) -> tuple[int, ...]:
    agency = work.people.agency(agency_id)
    return standing_in.present(work, agency.manager_id) if agency.manager_id is not None else head_of(work, agency.id)


def plan_late_reports(work: Work, after: int = 0, limit: int = 500) -> int | None:
    """One batch of agencies whose customers are without a report for long: a line a week to the manager of them; where to
    go on, None when the day is done."""
    days = unswept(work, LATE_REPORTS)
    if not days:
        return None
    weekly = [day for day in days if _is_managers(work, day)]
    found = work.reminders.late_reports(_late_since(work, work.today), after, limit) if weekly else []
    for each in found:
        manager = work.people.agency(each.agency_id).manager_id or 0
        rows = [
            Planned(
                receiver=receiver,
                kind=ReminderKind.FOLLOW_UPS_LATE,
                subject=f"manager:{manager}",
                due=midnight(work, day),
            )
            for day in weekly
            if each.due < _late_since(work, day)
            for receiver in _managing(work, each.agency_id)
        ]
        work.reminders.plan(list(stages(rows, live=True)))
    if len(found) == limit:
        return found[-1].agency_id
    work.reminders.set_swept(LATE_REPORTS, work.today)
    return None


def managers_late(work: Work, reminder: Reminder) -> Sequence[LateReports]:
    """What the line tells its receiver now; nothing where that isn't his any more, or another day than it was made for."""
    if not _is_managers(work, work.calendar.day_of(reminder.due)):
        return ()
    found = work.reminders.late_reports(_late_since(work, work.today), manager=reminder.about)
    return [each for each in found if reminder.receiver in _managing(work, each.agency_id)]


def _is_managers(work: Work, day: date) -> bool:
    """Whether the managers' day of the week comes on it."""
    return any(each.isoweekday() == work.policy.follow_up.manager_weekday for each in _comes_on(work, day))


def _late_since(work: Work, day: date) -> date:
    """What was expected before that, is late on the day for longer than was told of by itself."""
    policy = work.policy.follow_up
    return day - timedelta(days=policy.escalate_days - policy.every_days)


# --- drafts, and what was released ------------------------------------------------------------------------------------


def plan_drafts(work: Work, has_a_point: Callable[[LeftDraft], bool], limit: int = 200) -> None:
    """Half-filled forms that were left alone for *policy* days: once each time that they are left, as long as there is a
    point in going on."""
    left = timedelta(days=work.policy.reminders.draft_days)
    drafts = work.reminders.drafts_left(work.now - left, limit)
    rows = [
        Planned(
            receiver=draft.account_id,
            kind=ReminderKind.DRAFT,
            subject=f"draft:{draft.name}",
            due=draft.touched_at + left,
        )
        for draft in drafts
        if has_a_point(draft)
    ]
    work.reminders.plan(rows)
    work.reminders.told_of_drafts(drafts)
