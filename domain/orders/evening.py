"""The evening of those who log orders: who is asked, for whom one answer speaks (docs/orders.md).

One question an agency. Whoever answers 今日无订单 answers for all of it; who has logged something isn't asked. What isn't
confirmed by the evening stays where it is.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from domain.base.calendar import DAY
from domain.base.errors import NotFound, Refusal
from domain.base.events import Event
from domain.base.rights import EVERYTHING, Action, Reach, demand
from domain.base.work import Work
from domain.orders import showing
from domain.orders.records import WaitState
from domain.reminders.moments import midnight, unswept
from domain.reminders.records import NoOrdersOf, Planned, Reminder, ReminderKind

ORDERS = "orders"


@dataclass(frozen=True, kw_only=True)
class NoOrders:
    """今日无订单: to the evening's reminder, or by itself (`reminder` None) for today. `more`: none besides those of the day
    that are logged."""

    reminder: int | None = None
    more: bool = False


@dataclass
class OrdersOfTheDay(Refusal):
    """There are some: by whom, and how many."""

    by: tuple[str, ...]
    orders: int
    day: date


@dataclass(frozen=True, slots=True)
class Answered:
    """`mine`: it is the actor's own word; else a colleague's, who said it before."""

    day: date
    by: str
    at: datetime
    mine: bool


@dataclass(frozen=True, kw_only=True)
class NoOrdersSaid(Event, subject="account"):
    account: int
    day: date


def plan(work: Work, after: int = 0, limit: int = 500) -> int | None:
    """One batch of those who log orders, on a working day from the *policy* hour on; where to go on, None when it is done.

    An evening that was missed isn't made good: the next one asks again.
    """
    due = work.calendar.at(work.today, work.policy.orders.reminder_at)
    days = unswept(work, ORDERS, until=work.today if work.now >= due else work.today - DAY)
    if not days:
        return None
    loggers: Sequence[int] = ()
    if days[-1] == work.today and work.calendar.is_working_day(work.today):
        loggers = work.reminders.order_loggers(EVERYTHING, work.today, midnight(work, work.today), after, limit)
        subject = f"orders:{work.today.isoformat()}"
        work.reminders.plan(
            [Planned(receiver=each, kind=ReminderKind.ORDERS, subject=subject, due=due) for each in loggers]
        )
    if len(loggers) == limit:
        return loggers[-1]
    work.reminders.set_swept(ORDERS, days[-1])
    return None


def is_open(work: Work, reminder: Reminder) -> bool:
    """It is still that day, the receiver has logged nothing, and nobody of the agency has said that there was nothing."""
    day = work.calendar.day_of(reminder.due)
    if day != work.today or work.reminders.logged_orders(reminder.receiver, midnight(work, day)):
        return False
    agency = work.people.account(reminder.receiver).agency_id
    return agency is not None and work.reminders.no_orders_said(agency, day) is None


def no_orders(work: Work, command: NoOrders) -> Answered:
    """For the day of the reminder, whoever of the agency says it and however often. An order that is logged later lifts it.
    Raises `NotFound` for somebody else's reminder, `NotAllowed`, `OrdersOfTheDay`."""
    demand(work.actor, Action.LOG_ORDERS)
    day = work.today if command.reminder is None else _day_of(work, command.reminder)
    agency_id = work.actor.agency_id or 0
    said = work.reminders.no_orders_said(agency_id, day)
    if said is None:
        logged = _logged(work, agency_id, day)
        if logged and not command.more:
            raise OrdersOfTheDay(tuple(name for name, _ in logged), sum(count for _, count in logged), day)
        work.reminders.keep_no_orders(work.actor.id, day, work.now)
        work.events.record(NoOrdersSaid(account=work.actor.id, day=day))
        said = NoOrdersOf(work.actor.id, work.now)
    return answered(work, said, day)


def answered(work: Work, said: NoOrdersOf, day: date) -> Answered:
    mine = said.account_id == work.actor.id
    return Answered(day, work.people.account(said.account_id).name, said.at, mine)


def _day_of(work: Work, reminder_id: int) -> date:
    mine = [each for each in work.reminders.get([reminder_id]) if each.receiver == work.actor.id]
    if not mine or mine[0].kind is not ReminderKind.ORDERS:
        raise NotFound("reminder")
    return work.calendar.day_of(mine[0].due)


@dataclass(frozen=True, slots=True)
class EveningQuestion:
    """What the evening's question names: who of the agency logged how many orders, how many cards wait to be confirmed, how
    many drafts wait for a project."""

    colleagues: tuple[tuple[str, int], ...]
    cards: int
    drafts: int
    forms: tuple[tuple[str, int], ...] = ()
    """Who of the agency left how many forms of orders half-filled."""


def asked(work: Work, reminder: Reminder, form: str) -> EveningQuestion:
    """`form` is that of an order. Raises `NotFound` where the reader has no agency."""
    agency_id = work.actor.agency_id
    if agency_id is None:
        raise NotFound("agency")
    waiting = [each.state for each in showing.unsettled(work, work.orders.waiting_of(agency_id))]
    return EveningQuestion(
        _logged(work, agency_id, work.calendar.day_of(reminder.due)),
        waiting.count(WaitState.CARD),
        waiting.count(WaitState.PROJECT),
        _left(work, agency_id, form),
    )


def _left(work: Work, agency_id: int, form: str) -> tuple[tuple[str, int], ...]:
    called = {int(each.id): each.name for each in work.people.accounts_of_agency(agency_id) if each.active}
    return tuple((called[account], count) for account, count in work.reminders.forms_left(called, form).items())


def _logged(work: Work, agency_id: int, day: date) -> tuple[tuple[str, int], ...]:
    """Who of the agency logged how many orders on the day, the most first."""
    counted: dict[str, int] = {}
    for each in work.orders.day_sums(Reach(agency_id=agency_id), midnight(work, day), midnight(work, day + DAY)):
        name = work.people.account(each.author_id).name
        counted[name] = counted.get(name, 0) + each.orders
    return tuple(sorted(((name, count) for name, count in counted.items() if count), key=lambda each: -each[1]))
