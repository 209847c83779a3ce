"""The administrator says what a foreign currency is worth in a month; each change is on record (docs/orders.md)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from domain.base.calendar import add_months
from domain.base.errors import Refusal
from domain.base.events import Event
from domain.base.rights import EVERYTHING, Action, demand
from domain.base.work import Work
from domain.orders.rates import month_of
from domain.orders.recording import UnknownCurrency
from domain.orders.records import YUAN

LOWEST, HIGHEST = Decimal("0.0001"), Decimal(1000)
"""Yuan: no currency is worth less or more."""
BACK = 24
"""Months: a rate of longer ago is nobody's business any more."""
FAR = Decimal("0.1")
"""So far from the month before, a rate is asked about once more."""
SHOWN, CHANGES, WANTED = 4, 5, 6


@dataclass(frozen=True, kw_only=True)
class SetRate:
    """`rate` yuan for one of the currency, in the month of that first day."""

    currency: str
    month: date
    rate: Decimal


@dataclass
class RateOutside(Refusal):
    rate: Decimal
    lowest: Decimal
    highest: Decimal


@dataclass
class MonthOutside(Refusal):
    """Only this month, and those of the last two years."""

    month: date


@dataclass
class SameRate(Refusal):
    """It is that already."""


@dataclass(frozen=True, kw_only=True)
class RateSet(Event, subject="exchange_rate"):
    exchange_rate: int
    currency: str
    month: date
    rate: Decimal
    before: Decimal | None


@dataclass(frozen=True, slots=True)
class RateChange:
    """A rate that was set, by whom and when."""

    currency: str
    month: date
    rate: Decimal
    before: Decimal | None
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class RatePage:
    """This month and those that have rates, newest first; `wanted` are those that orders are in and have none."""

    currencies: tuple[str, ...]
    months: Sequence[tuple[date, Mapping[str, Decimal]]]
    wanted: Sequence[tuple[str, date]]
    changes: Sequence[RateChange]


def set_rate(work: Work, command: SetRate) -> RateSet:
    """Raises `NotAllowed`, `UnknownCurrency`, `MonthOutside`, `RateOutside`, `SameRate`."""
    known = currencies(work)
    if command.currency not in known:
        raise UnknownCurrency(command.currency, known)
    if command.month not in months(work):
        raise MonthOutside(command.month)
    if not LOWEST <= command.rate <= HIGHEST or command.rate != round(command.rate, 6):
        raise RateOutside(command.rate, LOWEST, HIGHEST)
    made, before = work.rates.put(command.currency, command.month, command.rate, author_id=work.actor.id, at=work.now)
    if before == command.rate:
        raise SameRate
    event = RateSet(
        exchange_rate=made, currency=command.currency, month=command.month, rate=command.rate, before=before
    )
    work.events.record(event)
    return event


def currencies(work: Work) -> tuple[str, ...]:
    """The foreign ones of *policy* `orders.currencies`. Raises `NotAllowed`."""
    demand(work.actor, Action.SET_RATES)
    return tuple(each for each in work.policy.orders.currencies if each != YUAN)


def months(work: Work) -> tuple[date, ...]:
    """Those whose rate may be set, this one first."""
    return tuple(add_months(month_of(work.today), -back) for back in range(BACK))


def page(work: Work) -> RatePage:
    """Raises `NotAllowed`."""
    demand(work.actor, Action.SET_RATES)
    this = month_of(work.today)
    newest = list(work.rates.newest(SHOWN))
    shown = newest if newest and newest[0][0] == this else [(this, {}), *newest]
    found = work.events.of_kind(RateSet, EVERYTHING, 0, CHANGES)
    changes = [
        RateChange(
            each.event.currency,
            each.event.month,
            each.event.rate,
            each.event.before,
            work.people.account(each.actor).name if each.actor is not None else "",
            each.at,
        )
        for each in found
        if isinstance(each.event, RateSet)
    ]
    return RatePage(currencies(work), shown[:SHOWN], work.rates.wanted(WANTED), changes)


def far(work: Work, currency: str, month: date, rate: Decimal) -> Decimal | None:
    """What it was the month before, where the new one is far from that."""
    before = add_months(month, -1)
    last = work.rates.of([before]).get(before, {}).get(currency)
    return last if last is not None and abs(rate - last) > last * FAR else None
