"""Visits come near, and pass: whoever has the customer is told on the working day before and on the morning of the day; of one that
passed without a report he is asked once, on the working day behind it (docs/reminders.md)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from domain.base.walking import START, Place
from domain.base.work import Work
from domain.protection.records import Held
from domain.reminders.moments import DAY, midnight, stages, unswept
from domain.reminders.records import Planned, Reminder, ReminderKind
from domain.visits.records import VisitDue, VisitState

VISITS = "visits"
LONGEST_REST = 16
"""Days off in a row, at most, that a reminder steps over."""


def plan_visits(work: Work, after: Place = START, limit: int = 500) -> Place | None:
    """One batch of visits that come near or have passed; where to go on, None when the day is done."""
    days = unswept(work, VISITS)
    if not days:
        return None
    ahead = max(work.policy.reminders.visit_days, default=0) + LONGEST_REST
    first, last = days[0] - timedelta(days=LONGEST_REST), days[-1] + timedelta(days=ahead)
    due = work.visits.due(first, last, after, limit)
    work.reminders.plan([row for each in due for row in _rows(work, each, days)])
    if len(due) == limit:
        return due[-1].on, due[-1].visit_id
    work.reminders.set_swept(VISITS, work.today)
    return None


def of_customer(work: Work, held: Held) -> list[Planned]:
    """What today brings of a customer that somebody else has from now on."""
    found = work.visits.of_customer(held.customer_id)
    return [] if found is None else list(_rows(work, VisitDue(found.id, held.contact_id, found.on), [work.today]))


def _rows(work: Work, due: VisitDue, days: Sequence[date]) -> Iterator[Planned]:
    """Of the stages that fell on these days the latest alone is told."""
    rows = [
        Planned(
            receiver=due.contact_id,
            kind=ReminderKind.VISIT if day <= due.on else ReminderKind.VISIT_PAST,
            subject=f"visit:{due.visit_id}",
            due=midnight(work, day),
        )
        for day in sorted(told_on(work, due.on) & set(days))
    ]
    past = [each for each in rows if each.kind is ReminderKind.VISIT_PAST]
    before = [each for each in rows if each.kind is ReminderKind.VISIT]
    yield from stages(before, live=work.today <= due.on)
    yield from stages(past, live=True)


def told_on(work: Work, on: date) -> set[date]:
    """The days on which somebody is told of a visit: before it on working days, on its own, and once behind it."""
    before = {
        _working(work, on - timedelta(days=each), -DAY) if each else on for each in work.policy.reminders.visit_days
    }
    return {*before, _working(work, on + DAY, DAY)}


def _working(work: Work, day: date, step: timedelta) -> date:
    for _ in range(LONGEST_REST):
        if work.calendar.is_working_day(day):
            break
        day += step
    return day


def is_near(work: Work, reminder: Reminder) -> bool:
    """It stands on a day of which he was to be told then, and the customer is still his."""
    visit = work.visits.get(reminder.about)
    held = work.protections.held(visit.customer_id)
    if visit.state is not VisitState.PLANNED or held is None or held.contact_id != reminder.receiver:
        return False
    day = work.calendar.day_of(reminder.due)
    if reminder.kind is ReminderKind.VISIT:
        return day in told_on(work, visit.on) and day <= visit.on and work.today <= visit.on
    return visit.on < work.today
