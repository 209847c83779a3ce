"""The clocks of protection (docs/protection.md): what each stage grants, how long it lasts, what is due before its end.

All of it in days of the vendor's zone and calendar months. A *last day* is protected in full; None means without end.
Who confirms a stage, decides an extension or releases a customer is not decided here.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta

from domain.base.calendar import add_months
from domain.base.policy import Policy
from domain.base.stage import ADVANCE, Stage


@dataclass(frozen=True, slots=True)
class Entered:
    """A stage that a customer came to on a day. `left`: the day on which mass production ended again, if it did."""

    stage: Stage
    on: date
    left: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Protection:
    """What a customer's holder was granted, and what he came to that nobody decided yet.

    `until` is the latest last day ever granted; while `endless` (量产) it only waits for the end of mass production.
    `granted` are the stages that are used up: each lengthens once. `reviewed_on` is the day from which the next
    review of mass production counts. `waiting` would lengthen if it were confirmed, each from its own day. `refused`
    are the stages not confirmed, with the day of it. `told` are the stages that this holder himself has come to or told of.

    `by_orders` is the last day that the holder's orders keep him (*policy* `order_months`), where that is later. It stands
    beside `until`, which goes on as if there were no orders: so it can be taken back.
    """

    until: date
    endless: bool = False
    granted: frozenset[Stage] = frozenset()
    reviewed_on: date | None = None
    waiting: tuple[Entered, ...] = ()
    refused: Mapping[Stage, date] = field(default_factory=dict)
    told: frozenset[Stage] = frozenset()
    by_orders: date | None = None

    @property
    def end(self) -> date:
        """Where mass production isn't confirmed: what was granted, or what orders keep."""
        return max(self.until, self.by_orders or self.until)

    @property
    def last_day(self) -> date | None:
        return None if self.endless else self.end


def granted(policy: Policy, *, since: date) -> date:
    """The last day of a customer approved on a day."""
    return add_months(since, policy.protection.months.approved)


def begin(policy: Policy, day: date) -> Protection:
    """A newly approved customer's, whoever held it before and however far it was then."""
    return Protection(until=granted(policy, since=day))


# --- stages ---------------------------------------------------------------------------------------------------------


def enter(policy: Policy, held: Protection, stage: Stage, day: date) -> Protection:
    """A stage was entered on a day. If it would lengthen, it waits for its confirmation (阶段确认); what would not
    lengthen changes nothing and stays in store. While it waits its first day counts, however often it is entered."""
    held = replace(held, told=held.told | {stage})
    known = next((each for each in held.waiting if each.stage is stage and _adds(policy, held, each)), None)
    if known is not None:
        return _await(held, replace(known, left=None))
    entered = Entered(stage, day)
    if held.endless or stage in held.granted or day < _askable(policy, held, stage) or not _adds(policy, held, entered):
        return held
    return _await(held, entered)


def tell(policy: Policy, held: Protection, stage: Stage, day: date) -> Protection:
    """The holder reports that the customer stands where it stood. That is as good as entering the stage where he tells
    of it for the first time (it was reached in another's hands), or again after it was refused and some time has passed."""
    if stage in held.told and stage not in held.refused:
        return held
    return enter(policy, held, stage, day)


def due(policy: Policy, held: Protection) -> Entered | None:
    """The stage to be confirmed, one at a time: the one that gives most, of equals the furthest."""
    if held.endless:
        return None
    return max(
        (each for each in held.waiting if _adds(policy, held, each)),
        key=lambda each: (_gives(policy, each), ADVANCE.index(each.stage)),
        default=None,
    )


def confirm(policy: Policy, held: Protection, entered: Entered, day: date) -> Protection:
    """Counted from the day on which the stage was entered; confirmed late (on `day`), it still leaves some *policy* days to
    act in. What waits and gives no more than this is used up with it."""
    if held.endless:
        return held
    rest = tuple(each for each in held.waiting if each.stage is not entered.stage)
    after = replace(held, granted=held.granted | {entered.stage}, waiting=rest)
    if entered.stage is Stage.PRODUCTION and entered.left is None:
        return replace(after, endless=True, reviewed_on=max(entered.on, day))  # looked at by whoever confirms it
    least = day + timedelta(days=policy.protection.late_answer_days)
    return _use_up(policy, replace(after, until=max(held.until, _gives(policy, entered), least)))


def of_stage(policy: Policy, entered: Entered) -> date | None:
    """The last day that a stage gives by itself, None when it has none: what a prompt answer would have granted."""
    endless = entered.stage is Stage.PRODUCTION and entered.left is None
    return None if endless else _gives(policy, entered)


def refuse(policy: Policy, held: Protection, stage: Stage, day: date) -> Protection:
    """Not confirmed. What else waits is still to be asked. Refused only after the end, it leaves as many days to act in as
    were left when the stage was entered, at most the *policy*'s: a prompt answer would have left them, too."""
    rest = tuple(each for each in held.waiting if each.stage is not stage)
    entered = next((each.on for each in held.waiting if each.stage is stage), held.end)
    left = min(held.end - entered, timedelta(days=policy.protection.late_answer_days))
    until = max(held.until, day + left) if day > held.end and left > timedelta() else held.until
    after = replace(held, until=until, refused={**held.refused, stage: day})
    return replace(after, waiting=tuple(each for each in rest if until == held.until or _adds(policy, after, each)))


def ask_again_on(policy: Policy, day: date) -> date:
    """The first day on which a stage that was refused on a day may be asked for again."""
    return day + timedelta(days=policy.protection.refused_stage_days)


def leave_production(policy: Policy, held: Protection, day: date) -> Protection:
    """The last project in mass production ended. What was granted before and lasts longer stays. Before it was
    confirmed it waits on, for as much as it would have given: that nobody decided costs nobody a customer. What was
    entered and left on one day was a slip of the pen."""
    if held.endless:
        rest = max(held.until, _after_production(policy, day))
        return _use_up(policy, replace(held, endless=False, until=rest, reviewed_on=None))
    waiting = [_left(each, day) if each.stage is Stage.PRODUCTION else each for each in held.waiting]
    return replace(held, waiting=tuple(each for each in waiting if each.on != each.left and _adds(policy, held, each)))


def _left(entered: Entered, day: date) -> Entered:
    return entered if entered.left is not None else replace(entered, left=day)


def _await(held: Protection, entered: Entered) -> Protection:
    others = tuple(each for each in held.waiting if each.stage is not entered.stage)
    refused = {stage: day for stage, day in held.refused.items() if stage is not entered.stage}
    return replace(held, waiting=(*others, entered), refused=refused)


def _askable(policy: Policy, held: Protection, stage: Stage) -> date:
    refused = held.refused.get(stage)
    return date.min if refused is None else ask_again_on(policy, refused)


def _use_up(policy: Policy, held: Protection) -> Protection:
    over = {each.stage for each in held.waiting if not _adds(policy, held, each)}
    rest = tuple(each for each in held.waiting if each.stage not in over)
    return replace(held, granted=held.granted | over, waiting=rest)


def _adds(policy: Policy, held: Protection, entered: Entered) -> bool:
    return _gives(policy, entered) > held.until


def _gives(policy: Policy, entered: Entered) -> date:
    """The last day by this stage alone; the last of all days when it has none."""
    months = policy.protection.months
    match entered.stage:
        case Stage.DEVELOPMENT:
            return add_months(entered.on, months.development)
        case Stage.PILOT:
            return add_months(entered.on, months.pilot)
        case Stage.PRODUCTION:
            return date.max if entered.left is None else _after_production(policy, entered.left)
        case _:
            return date.min


def _after_production(policy: Policy, day: date) -> date:
    return add_months(day, policy.protection.months.after_production)


# --- extension and review -------------------------------------------------------------------------------------------


def may_extend(held: Protection, day: date) -> bool:
    """Whether more months can be asked for: before the end only, and where there is one."""
    return not held.endless and day <= held.end


def extend(policy: Policy, held: Protection, months: int, day: date) -> Protection:
    """Months granted on a day, counted from the end; from the day itself when the decision came after the end. Where orders
    keep the customer longer, they count from that end, and without the orders from the other one.
    A stage that waits and gives no more than that goes back in store."""
    if held.endless:
        return held
    kept = add_months(max(held.by_orders, day), months) if held.by_orders is not None else None
    after = replace(held, until=add_months(max(held.until, day), months), by_orders=kept)
    return replace(after, waiting=tuple(each for each in held.waiting if _adds(policy, after, each)))


def keep(held: Protection, day: date) -> Protection:
    """The manager reviewed mass production and keeps the customer protected."""
    return replace(held, reviewed_on=day) if held.endless else held


def join(one: Protection, other: Protection) -> Protection:
    """Of two customers that are one: neither is shortened, and neither's stages are asked twice."""
    reviewed = [each.reviewed_on for each in (one, other) if each.endless and each.reviewed_on is not None]
    granted = one.granted | other.granted
    waiting: dict[Stage, Entered] = {}
    for each in sorted((*one.waiting, *other.waiting), key=lambda each: each.on):
        first = waiting.setdefault(each.stage, each)
        if each.left is None:
            waiting[each.stage] = replace(first, left=None)
    days = [*one.refused.items(), *other.refused.items()]
    return Protection(
        until=max(one.until, other.until),
        endless=one.endless or other.endless,
        granted=granted,
        reviewed_on=max(reviewed, default=None),
        waiting=tuple(each for each in waiting.values() if each.stage not in granted),
        refused={stage: day for stage, day in sorted(days, key=lambda each: each[1]) if stage not in waiting},
        told=one.told | other.told,
        by_orders=max((each.by_orders for each in (one, other) if each.by_orders is not None), default=None),
    )


# --- orders -----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class KeepingOrder:
    """An order that keeps its customer: the contract's day, and when it was logged."""

    day: date
    at: datetime


@dataclass(frozen=True, slots=True)
class Extended:
    """Months that were granted on a day, at that moment of it."""

    on: date
    at: datetime
    months: int


def kept_by(policy: Policy, sold: Iterable[KeepingOrder], extended: Iterable[Extended]) -> date | None:
    """The last day that these orders keep their customer, in the order in which all this happened: an extension counts from
    the end that stood there. None where *policy* gives nothing for orders."""
    months = policy.protection.order_months
    if not months:
        return None
    end: date | None = None
    happened: list[KeepingOrder | Extended] = [*sold, *extended]
    for each in sorted(happened, key=lambda one: one.at):
        if isinstance(each, KeepingOrder):
            end = max(end or each.day, add_months(each.day, months))
        elif end is not None:
            end = add_months(max(end, each.on), each.months)
    return end


def sell(policy: Policy, held: Protection, day: date) -> Protection:
    """An order of that contract day: the customer is kept at least so many *policy* months from it."""
    months = policy.protection.order_months
    return _kept(held, max(add_months(day, months), held.by_orders or day)) if months else held


def take_back(policy: Policy, held: Protection, end: date | None, day: date) -> Protection:
    """An order was voided, given back or corrected; `end` is what the others keep. The customer falls back to what it would
    have been, but not at once: some *policy* days are left to act in, of those that there were."""
    if held.by_orders is None:
        return held if end is None else _kept(held, end)
    notice = day + timedelta(days=policy.protection.order_notice_days)
    least = min(held.by_orders, notice)
    return _kept(held, max(end or least, least))


def _kept(held: Protection, end: date) -> Protection:
    return replace(held, by_orders=end if end > held.until else None)


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


def alarming(policy: Policy, today: date) -> date:
    """Whose last day is this one or an earlier: what is undecided there (an extension, a stage) is so late that the unit's
    head is told, each day."""
    return today - timedelta(days=policy.protection.alarm_days)


@dataclass(frozen=True, slots=True)
class EndReminder:
    """Due on a day, so many days before the end; to the owner as well from a *policy* day on."""

    due: date
    days: int
    to_owner: bool


def reminders(policy: Policy, last_day: date | None) -> tuple[EndReminder, ...]:
    """All reminders of an end, in the order of their days."""
    if last_day is None:
        return ()
    ahead = sorted(policy.protection.reminder_days, reverse=True)
    return tuple(EndReminder(last_day - timedelta(days), days, days <= policy.protection.owner_days) for days in ahead)


def next_reminder(policy: Policy, last_day: date | None, *, set_on: date, after: date | None) -> date | None:
    """The next day on which one is due, later than `after`; None when no more is."""
    days = [each.due for each in reminders(policy, last_day) if each.due >= set_on]
    return next((due for due in days if after is None or due > after), None)


def due_reminders(policy: Policy, last_day: date | None, *, since: date, today: date) -> tuple[EndReminder, ...]:
    """Those of the days from one until today: after an outage several, of which the last is worth sending.

    `since` is at least the day on which this end came to be: what would have been due before is nobody's business any more.
    """
    return tuple(each for each in reminders(policy, last_day) if since <= each.due <= today)
