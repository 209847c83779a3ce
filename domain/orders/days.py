"""What was logged on a day: the sheet of an agency to be forwarded, and for the vendor who has said something and who hasn't
(docs/orders.md).

A day's orders are those that were logged on it, whatever day their contracts have.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from domain.base.calendar import DAY
from domain.base.errors import NotFound
from domain.base.rights import Action, Belongs, Reach, reach
from domain.base.work import Work
from domain.orders.evening import Answered, answered
from domain.orders.rates import month_of, sum_in_yuan
from domain.orders.records import YUAN, DaySum, Order, OrderState, Wanted
from domain.orders.scope import sees_prices
from domain.people.records import Agency, AgencyId
from domain.reminders.moments import midnight

MOST = 1_000
"""More than that nobody logs by hand on a day; a file of orders has a sheet of its own."""


@dataclass(frozen=True, slots=True)
class DaySheet:
    """The orders of an agency's day in the order of their logging, each with its customer's name. `late` of them (补录) wait
    for the owner and aren't summed up yet. `amounts` are by currency, None where the reader sees no prices; `yuan` is all of it by the rates of the contracts'
    months, None where one is missing: `unrated` says which. `silent` are those
    who would have to say something and haven't: nobody, once somebody said that there was nothing."""

    day: date
    agency: str
    orders: Sequence[tuple[Order, str]]
    returns: int
    late: int
    pieces: int
    amounts: Mapping[str, Decimal] | None
    yuan: Decimal | None
    unrated: tuple[tuple[str, date], ...]
    said: Answered | None
    silent: tuple[str, ...]

    @property
    def counted(self) -> int:
        return len(self.orders) - self.late


@dataclass(frozen=True, slots=True)
class AgencyDay:
    """An agency's day in one line."""

    agency_id: AgencyId
    name: str
    orders: int
    pieces: int
    said: Answered | None
    silent: bool


def sheet(work: Work, agency_id: int | None, day: date) -> DaySheet:
    """The reader's own agency's, or of one within reach; a salesperson's holds his own customers' orders alone. Raises
    `NotFound`, `NotAllowed`."""
    within, agency = _agency(work, agency_id)
    mine = within if within.account_id is not None else Reach(agency_id=agency.id)
    since, until = _bounds(work, day)
    found = work.orders.newest(mine, Wanted(logged_since=since, logged_until=until, limit=MOST))
    orders = sorted(found, key=lambda each: each.id)
    counted = [each for each in orders if each.state is OrderState.LOGGED]
    months = work.rates.of(month_of(each.day) for each in counted)
    rated = [(line, months.get(month_of(each.day), {}), each.day) for each in counted for line in each.lines]
    unrated = {
        (line.currency, month_of(day))
        for line, rates, day in rated
        if line.currency not in (YUAN, *rates) and line.amount is not None
    }
    amounts: dict[str, Decimal] = {}
    for line in (line for each in counted for line in each.lines):
        if line.amount is not None:
            amounts[line.currency] = amounts.get(line.currency, Decimal(0)) + line.amount
    said = work.reminders.no_orders_of(Reach(agency_id=agency.id), day).get(agency.id)
    return DaySheet(
        day,
        agency.called,
        [(each, work.customers.get(each.customer_id).name) for each in orders],
        sum(each.is_return for each in counted),
        len(orders) - len(counted),
        sum(line.quantity for each in counted for line in each.lines),
        amounts if sees_prices(work) else None,
        sum_in_yuan((line, rates) for line, rates, _ in rated) if sees_prices(work) else None,
        tuple(sorted(unrated)),
        answered(work, said, day) if said is not None else None,
        tuple(_silent(work, Reach(agency_id=agency.id), day).get(agency.id, ())),
    )


def _agency(work: Work, agency_id: int | None) -> tuple[Reach, Agency]:
    within = reach(work.actor, Action.SEE_ORDERS)
    number = agency_id if agency_id is not None else work.actor.agency_id
    if number is None:
        raise NotFound("agency")
    agency = work.people.agency(number)
    own = frozenset({work.actor.id} if work.actor.agency_id == agency.id else ())
    if not within.covers(Belongs(own, agency.id, agency.unit_id)):
        raise NotFound("agency")
    return within, agency


def by_agency(work: Work, day: date, offset: int, limit: int) -> tuple[Sequence[AgencyDay], int]:
    """For the vendor: the agencies that log orders, those that haven't said anything in front. Raises `NotAllowed`."""
    within = reach(work.actor, Action.SEE_ORDERS)
    sums: dict[int, list[DaySum]] = {}
    for each in work.orders.day_sums(within, *_bounds(work, day)):
        sums.setdefault(each.agency_id, []).append(each)
    silent = {number for number in _silent(work, within, day) if number not in sums}
    said = work.reminders.no_orders_of(within, day)
    numbers = sorted({*sums, *silent, *said}, key=lambda each: (each not in silent, each))
    rows = []
    for number in numbers[offset : offset + limit]:
        agency, told, theirs = work.people.agency(number), said.get(number), sums.get(number, ())
        rows.append(
            AgencyDay(
                agency.id,
                agency.called,
                sum(each.orders for each in theirs),
                sum(each.pieces for each in theirs),
                answered(work, told, day) if told is not None else None,
                number in silent,
            )
        )
    return rows, len(numbers)


def _bounds(work: Work, day: date) -> tuple[datetime, datetime]:
    return midnight(work, day), midnight(work, day + DAY)


def _silent(work: Work, within: Reach, day: date) -> dict[int, list[str]]:
    """By agency, who logs orders and has said nothing. Only of today: who would have had to on another day isn't known any
    more; and of a working day."""
    if day != work.today or not work.calendar.is_working_day(day):
        return {}
    found: dict[int, list[str]] = {}
    for each in work.reminders.order_loggers(within, day, midnight(work, day), 0, None):
        account = work.people.account(each)
        found.setdefault(account.agency_id or 0, []).append(account.name)
    return found
