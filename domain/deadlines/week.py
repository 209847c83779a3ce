"""The week's beginning: on its first working day owners and managers get what was sold as a picture, and one line of what moved, is silent
and ends soon (docs/reminders.md). *Policy* `reminders.weekly` switches it off.

Absent: the drawing (`notifications.jobs.figures_picture`), and the words.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from domain.base.calendar import DAY
from domain.base.rights import Action, may, reach
from domain.base.work import Work
from domain.jobs.records import Job, JobPut
from domain.people.records import AccountType
from domain.projects import views as project_views
from domain.protection import filters as customer_filters
from domain.reminders.moments import midnight, stages, unswept
from domain.reminders.records import Planned, Reminder, ReminderKind
from domain.statistics import exporting as exporting_figures
from domain.statistics.as_json import to_json
from domain.statistics.measuring import FiguresQuestion
from domain.statistics.records import SalesGrouping
from domain.statistics.spans import Span

WEEKS = "weeks"
WEEK = timedelta(days=7)
LOOKED_AT = 50
"""Of the newest jobs of an account."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekFacts:
    """`moved`: projects that were told of since a week ago. `overdue`, of these `silent`, and `ending` customers, as in lists; red for
    `days`."""

    moved: int
    overdue: int
    silent: int
    ending: int
    days: int


def plan_weeks(work: Work, after: int = 0, limit: int = 500) -> int | None:
    """One batch of owners and managers, on a week's first working day; where to go on, None when the day is done."""
    days = unswept(work, WEEKS)
    if not days:
        return None
    begun = [day for day in days if _begins(work, day)] if work.policy.reminders.weekly else []
    receivers = work.reminders.week_receivers(after, limit) if begun else []
    rows = [
        Planned(
            receiver=each,
            kind=ReminderKind.WEEK,
            subject=f"week:{_monday(day).isoformat()}",
            due=midnight(work, day),
        )
        for each in receivers
        for day in begun
    ]
    work.reminders.plan(list(stages(rows, live=True)))
    if receivers and len(receivers) == limit:
        return receivers[-1]
    work.reminders.set_swept(WEEKS, work.today)
    return None


def _monday(day: date) -> date:
    return day - DAY * day.weekday()


def _begins(work: Work, day: date) -> bool:
    """Whether no earlier day of its week is a working day, and this one is."""
    earlier = (day - DAY * back for back in range(1, day.weekday() + 1))
    return work.calendar.is_working_day(day) and not any(map(work.calendar.is_working_day, earlier))


def is_running(work: Work, reminder: Reminder) -> bool:
    """It is still that week, and the receiver one who owns or manages, with customers in his reach."""
    receiver = work.people.account(reminder.receiver)
    if not work.policy.reminders.weekly or reminder.subject != f"week:{_monday(work.today).isoformat()}":
        return False
    if receiver.type not in (AccountType.OWNER, AccountType.MANAGER) or not may(receiver, Action.SEE_BOARD):
        return False
    within = reach(receiver, Action.SEE_BOARD)
    return work.customers.tally(within, ending_by=work.today, today=work.today).held > 0


def facts(work: Work) -> WeekFacts:
    """Of what the reader sees. Raises `NotAllowed`."""
    counts = customer_filters.counts(work)
    return WeekFacts(
        moved=project_views.moved_since(work, work.today - WEEK),
        overdue=counts.overdue,
        silent=counts.silent,
        ending=counts.ending,
        days=customer_filters.red_days(work),
    )


def picture(work: Work, reminder: Reminder) -> Job:
    """The job that draws it, as the receiver: put now, where it wasn't yet."""
    for job in work.jobs.of(reminder.receiver, LOOKED_AT):
        if job.kind == exporting_figures.DRAW and job.args.get("reminder") == reminder.id:
            return job
    manages = work.people.account(reminder.receiver).agency_id is None
    asked = FiguresQuestion(
        span=Span.month(work.today - WEEK),  # what the past week was in
        grouping=SalesGrouping.AGENCY if manages else SalesGrouping.PERSON,
    )
    args = {"question": to_json(asked), "instead": 0, "reminder": reminder.id}
    job = work.jobs.put(exporting_figures.DRAW, args, account_id=reminder.receiver, now=work.now)
    work.events.record(JobPut(job=job.id, kind=job.kind))
    return job
