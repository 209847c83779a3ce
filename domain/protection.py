"""The clocks of protection (domain.md, section 6): what each stage grants, how long it lasts, what is due before its end.

All of it in days of the vendor's zone and calendar months. A *last day* is protected in full; None means without end.
Who confirms a stage, decides an extension or releases a customer is not decided here.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from domain.calendar import add_months
from domain.policy import Policy
from domain.projects import Stage


@dataclass(frozen=True, slots=True, kw_only=True)
class Protection:
    """What a customer's holder was granted.

    `until` is the latest last day ever granted; while `endless` (量产) it only waits for the end of mass production.
    `granted` are the stages that have lengthened it: each does so once. `reviewed_on` is the day from which the next
    review of mass production counts.
    """

    until: date
    endless: bool = False
    granted: frozenset[Stage] = frozenset()
    reviewed_on: date | None = None

    @property
    def last_day(self) -> date | None:
        return None if self.endless else self.until


def granted(policy: Policy, *, since: date) -> date:
    """The last day of a customer approved on a day."""
    return add_months(since, policy.protection.months.approved)


def begin(policy: Policy, day: date) -> Protection:
    """A newly approved customer's."""
    return Protection(until=granted(policy, since=day))


def lengthens(policy: Policy, held: Protection, stage: Stage, day: date) -> bool:
    """Whether entering a stage on a day would lengthen the protection, and so has to be confirmed (阶段确认)."""
    if held.endless or stage in held.granted:
        return False
    return stage is Stage.PRODUCTION or _until(policy, held, stage, day) > held.until


def enter(policy: Policy, held: Protection, stage: Stage, day: date) -> Protection:
    """A stage entered on a day, confirmed then or later. What would not lengthen changes nothing and stays in store."""
    if not lengthens(policy, held, stage, day):
        return held
    used = held.granted | {stage}
    if stage is Stage.PRODUCTION:
        return replace(held, endless=True, granted=used, reviewed_on=day)
    return replace(held, until=_until(policy, held, stage, day), granted=used)


def _until(policy: Policy, held: Protection, stage: Stage, day: date) -> date:
    months = policy.protection.months
    match stage:
        case Stage.DEVELOPMENT:
            return max(held.until, add_months(day, months.development))
        case Stage.PILOT:
            return max(held.until, add_months(day, months.pilot))
        case _:
            return held.until


def leave_production(policy: Policy, held: Protection, day: date) -> Protection:
    """The last project in mass production ended. What was granted before and lasts longer stays."""
    if not held.endless:
        return held
    rest = add_months(day, policy.protection.months.after_production)
    return replace(held, endless=False, until=max(held.until, rest), reviewed_on=None)


def extend(held: Protection, months: int, day: date) -> Protection:
    """Months granted on a day, counted from the end; from the day itself when the decision came after the end."""
    if held.endless:
        return held
    return replace(held, until=add_months(max(held.until, day), months))


def keep(held: Protection, day: date) -> Protection:
    """The manager reviewed mass production and keeps the customer protected."""
    return replace(held, reviewed_on=day) if held.endless else held


def join(one: Protection, other: Protection) -> Protection:
    """Of two customers that are one: neither is shortened."""
    reviewed = [each.reviewed_on for each in (one, other) if each.endless and each.reviewed_on is not None]
    return Protection(
        until=max(one.until, other.until),
        endless=one.endless or other.endless,
        granted=one.granted | other.granted,
        reviewed_on=max(reviewed, default=None),
    )


def next_review(policy: Policy, held: Protection) -> date | None:
    """The day on which the manager is asked whether mass production goes on."""
    if not held.endless or held.reviewed_on is None:
        return None
    return add_months(held.reviewed_on, policy.protection.review_months)


# --- reading the clock --------------------------------------------------------------------------------------------


def remaining_days(last_day: date | None, today: date) -> int | None:
    """Whole days left after today: 0 on the last day, negative past it, None without end."""
    return None if last_day is None else (last_day - today).days


def is_over(last_day: date | None, today: date, *, undecided: bool) -> bool:
    """Whether the customer is free. While a stage's confirmation or an extension is undecided it isn't."""
    left = remaining_days(last_day, today)
    return left is not None and left < 0 and not undecided


def is_red(policy: Policy, last_day: date | None, today: date) -> bool:
    """Whether the customer shows as about to expire (🔴), or past its end and undecided."""
    left = remaining_days(last_day, today)
    return left is not None and left <= policy.protection.red_days


def alarms_head(policy: Policy, last_day: date | None, today: date) -> bool:
    """Whether an undecided extension is so late that the unit's head is told, each day."""
    left = remaining_days(last_day, today)
    return left is not None and -left >= policy.protection.alarm_days


@dataclass(frozen=True, slots=True)
class Reminder:
    """Due on a day, so many days before the end; to the owner as well from a *policy* day on."""

    due: date
    days: int
    to_owner: bool


def reminders(policy: Policy, last_day: date | None) -> tuple[Reminder, ...]:
    """All reminders of an end, in the order of their days."""
    if last_day is None:
        return ()
    ahead = sorted(policy.protection.reminder_days, reverse=True)
    return tuple(Reminder(last_day - timedelta(days), days, days <= policy.protection.owner_days) for days in ahead)


def next_reminder(policy: Policy, last_day: date | None, *, set_on: date, after: date | None) -> date | None:
    """The next day on which one is due, later than `after`; None when no more is."""
    days = [each.due for each in reminders(policy, last_day) if each.due >= set_on]
    return next((due for due in days if after is None or due > after), None)


def due_reminder(policy: Policy, last_day: date | None, *, set_on: date, today: date) -> Reminder | None:
    """The one to send today if it wasn't sent yet: after an outage only the latest, past the end none.

    `set_on` is the day on which this end came to be: what would have been due before is nobody's business any more.
    """
    if last_day is None or today > last_day:
        return None
    due = [each for each in reminders(policy, last_day) if set_on <= each.due <= today]
    return due[-1] if due else None
