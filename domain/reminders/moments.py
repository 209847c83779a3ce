"""When something is told: the days that weren't looked through yet, the hours in which nothing is said, and which of
several stages is the one to say (docs/reminders.md)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta

from domain.base.policy import Policy
from domain.base.work import Work
from domain.reminders.records import Planned, ReminderState


def is_quiet(policy: Policy, now: datetime) -> bool:
    """Whether reminders, digests and announcements wait, by the clock on the vendor's wall."""
    begin, end = policy.quiet_hours.begin, policy.quiet_hours.end
    clock = now.astimezone(policy.zone).time()
    return begin <= clock < end if begin <= end else clock >= begin or clock < end


DAY = timedelta(days=1)


def unswept(work: Work, sweep: str, until: date | None = None) -> list[date]:
    """The days, up to today (or `until`), that weren't looked through for this yet. What lies on a day is looked for
    once: a tick that comes late, or after an outage, finds all days since."""
    since = work.reminders.swept(sweep)
    last = until or work.today
    return [] if since is None else [since + DAY * passed for passed in range(1, (last - since).days + 1)]


def midnight(work: Work, day: date) -> datetime:
    return work.calendar.begin_of(day)


def stages(rows: Sequence[Planned], *, live: bool) -> Iterator[Planned]:
    """Only the latest of a receiver's stages is still to be sent, and none when the matter is over."""
    latest = {(row.receiver, row.kind): row.due for row in rows}
    for row in rows:
        last = live and row.due == latest[row.receiver, row.kind]
        state = ReminderState.WAITING if last else ReminderState.SUPERSEDED if live else ReminderState.OBSOLETE
        yield Planned(receiver=row.receiver, kind=row.kind, subject=row.subject, due=row.due, state=state)
