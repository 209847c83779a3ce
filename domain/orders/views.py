"""What screens and files show of orders, each within the reader's reach.

Whoever reads for the vendor sees prices as *policy* `orders.price_to_vendor` says, everywhere: this is the one door
through which orders are read, and what mustn't be seen never passes it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum

from domain.base.calendar import DAY, add_months
from domain.base.errors import NotFound
from domain.base.rights import Action, Belongs, Reach, demand, may, reach
from domain.base.work import Work
from domain.customers import scope as customers
from domain.orders import months
from domain.orders.rates import in_yuan, month_of
from domain.orders.records import (
    YUAN,
    CorrectionReason,
    Delivery,
    Facet,
    Line,
    Order,
    OrderState,
    OrderVersion,
    Portion,
    Wanted,
)
from domain.orders.scope import belongs, sees_prices, visible
from domain.people.records import AccountType, Agency
from domain.products.mcus import model_key

LOOKED_AT = 1_000
TEN_THOUSANDTH = Decimal("0.0001")


class PriceShown(StrEnum):
    FULL = "full"
    AVERAGE = "average"
    """In place of each price stands the mean of the model in the quarter, over all that the reader sees."""
    NONE = "none"


@dataclass(frozen=True, slots=True)
class OrderView:
    """An order as the reader may see it: prices are masked already. `rates` are yuan by currency, of the contract's month."""

    order: Order
    customer: str
    agency: str
    contact: str
    author: str
    price: PriceShown
    rates: Mapping[str, Decimal]


@dataclass(frozen=True, slots=True)
class OrderPage:
    """One order with all that hangs on it; `takes_back` is the one that a return gives something of back. `closed` is the last day on which people of the agency corrected it, None while
    they do; `versions` are what corrections changed,
    `confirmed` is when the owner let 补录 count, and who; `left` is how many pieces of each line could still come back, and `unshipped` be shipped."""

    view: OrderView
    deliveries: tuple[tuple[Delivery, str], ...]
    versions: tuple[tuple[OrderVersion, str], ...]
    confirmed: tuple[OrderVersion, str] | None
    returns: tuple[Order, ...]
    takes_back: Order | None
    linked: tuple[Order, ...]
    left: dict[int, int]
    unshipped: dict[int, int]
    may_log: bool
    may_correct: bool
    may_confirm: bool
    of_vendor: bool
    card: bool
    """Whether the reader sees the customer's card."""
    closed: date | None = None


def price_shown(work: Work) -> PriceShown:
    return PriceShown.FULL if sees_prices(work) else PriceShown(work.policy.orders.price_to_vendor)


def as_read(work: Work, orders: Sequence[Order]) -> Sequence[Order]:
    """The orders with the prices that the reader may see."""
    match price_shown(work):
        case PriceShown.FULL:
            return orders
        case PriceShown.NONE:
            return [_priced(each, {}) for each in orders]
        case PriceShown.AVERAGE:
            means = _means(work, orders)
            return [_priced(each, means) for each in orders]


Means = dict[tuple[str, str, date], Decimal]


def _priced(order: Order, means: Means) -> Order:
    begins = _quarter(order.day)
    lines = tuple(
        replace(each, price=None if each.price is None else means.get((model_key(each.mcu), each.currency, begins)))
        for each in order.lines
    )
    return replace(order, lines=lines)


def _means(work: Work, orders: Sequence[Order]) -> Means:
    models = sorted({model_key(line.mcu) for order in orders for line in order.lines})
    if not models:
        return {}
    since = _quarter(min(each.day for each in orders))
    until = add_months(_quarter(max(each.day for each in orders)), 3) - DAY
    sums: dict[tuple[str, str, date], tuple[Decimal, int]] = {}
    for each in work.orders.sold(reach(work.actor, Action.SEE_ORDERS), models, since, until):
        key = (each.model, each.currency, _quarter(each.day))
        amount, pieces = sums.get(key, (Decimal(0), 0))
        sums[key] = (amount + each.price * each.quantity, pieces + each.quantity)
    return {key: (amount / pieces).quantize(TEN_THOUSANDTH, ROUND_HALF_UP) for key, (amount, pieces) in sums.items()}


def _quarter(day: date) -> date:
    """Its first day."""
    return day.replace(month=(day.month - 1) // 3 * 3 + 1, day=1)


def orders(work: Work, wanted: Wanted) -> tuple[Sequence[OrderView], int]:
    """One page, newest first, and how many there are. Raises `NotAllowed`."""
    found = work.orders.find(reach(work.actor, Action.SEE_ORDERS), wanted)
    return viewed(work, found.rows), found.total


@dataclass(frozen=True, slots=True)
class Summed:
    """What the listed orders come to, returns netted, without those that wait for the owner. `amounts` are by currency, None
    where the reader sees no single prices; `yuan` is all of it, None where a month has no rate."""

    pieces: int
    amounts: Mapping[str, Decimal] | None
    yuan: Decimal | None
    late: int = 0
    """Pieces of them that are 补录: what was reported of those months first was without them."""


def summed(work: Work, wanted: Wanted, shipped: bool) -> Summed:
    """By the contract's day, or by that of delivery (按发货). Raises `NotAllowed`."""
    return _summed(work, work.orders.sums(reach(work.actor, Action.SEE_ORDERS), wanted, shipped=shipped))


def summed_of(work: Work, agency: Agency, wanted: Wanted) -> Summed:
    """Of one agency, by the contract's day. Raises `NotAllowed`."""
    demand(work.actor, Action.SEE_ORDERS, Belongs(frozenset(), agency.id, agency.unit_id))
    return _summed(work, work.orders.sums(Reach(agency_id=agency.id), wanted, shipped=False))


def _summed(work: Work, found: Sequence[Portion]) -> Summed:
    pieces = sum(each.pieces for each in found)
    late = sum(each.pieces for each in found if each.late)
    if not sees_prices(work):
        return Summed(pieces, None, None, late)
    amounts: dict[str, Decimal] = {}
    rates = work.rates.of({month_of(each.day) for each in found if each.currency != YUAN})
    yuan: Decimal | None = Decimal(0)
    for each in found:
        if each.price is None:
            continue
        amount = each.price * each.pieces
        amounts[each.currency] = amounts.get(each.currency, Decimal(0)) + amount
        known = in_yuan(amount, each.currency, rates.get(month_of(each.day), {}))
        yuan = None if known is None or yuan is None else yuan + known
    return Summed(pieces, amounts, yuan, late)


def portion(work: Work, wanted: Wanted, after: int, limit: int) -> Sequence[OrderView]:
    """The next ones behind an order, by id; none at the end. Raises `NotAllowed`."""
    return viewed(work, work.orders.after(reach(work.actor, Action.SEE_ORDERS), wanted, after, limit))


def count(work: Work, wanted: Wanted) -> int:
    """Raises `NotAllowed`."""
    return work.orders.find(reach(work.actor, Action.SEE_ORDERS), replace(wanted, offset=0, limit=0)).total


def facets(
    work: Work, wanted: Wanted, by: Facet, offset: int, limit: int
) -> tuple[Sequence[tuple[int | str, str]], int]:
    """By what a list could be narrowed, as its newest thousand say: a page of values with what they are called, and how many
    there are. Raises `NotAllowed`."""
    found = work.orders.facets(reach(work.actor, Action.SEE_ORDERS), replace(wanted, limit=LOOKED_AT), by)
    page = found[offset : offset + limit]
    if by is Facet.AUTHOR:
        return [(value, work.people.account(int(value)).name) for value, _ in page], len(found)
    return page, len(found)


def narrowed_to(work: Work, wanted: Wanted) -> tuple[str, ...]:
    """What the project and the author are called that a list is narrowed to, as one of its orders says. Raises
    `NotAllowed`."""
    found = work.orders.newest(reach(work.actor, Action.SEE_ORDERS), replace(wanted, offset=0, limit=1))
    if not found:
        return ()
    project = next((each.project for each in found[0].lines if each.project_id == wanted.project_id), None)
    author = work.people.account(found[0].author_id).name if wanted.author_id is not None else None
    return tuple(each for each in (project if wanted.project_id is not None else None, author) if each is not None)


def viewed(work: Work, found: Sequence[Order]) -> list[OrderView]:
    shown = price_shown(work)
    rates = work.rates.of(month_of(each.day) for each in found if any(line.currency != YUAN for line in each.lines))
    return [
        OrderView(
            order=each,
            customer=customers.called(work, each.customer_id),
            agency=work.people.agency(each.agency_id).called,
            contact=work.people.account(each.contact_id).name,
            author=work.people.account(each.author_id).name,
            price=shown,
            rates=rates.get(month_of(each.day), {}),
        )
        for each in as_read(work, found)
    ]


def page(work: Work, order_id: int) -> OrderPage:
    """Raises `NotFound`."""
    order = visible(work, order_id)
    (view,) = viewed(work, [order])
    of = belongs(work, order)
    logs = may(work.actor, Action.LOG_ORDERS, of)
    closing = work.policy.orders.month_closes_on
    closed = months.is_closed(order.day, work.today, closing)
    deliveries = work.orders.deliveries(order.id)
    lines = [each.id for each in order.lines]
    returned = work.orders.returned(lines)
    living = order.state is not OrderState.VOID
    versions = work.orders.versions(order.id)
    confirmed = [each for each in versions if each.why is CorrectionReason.CONFIRMED]
    changed = [
        replace(each, version=at) for at, each in enumerate((each for each in versions if each not in confirmed), 1)
    ]
    return OrderPage(
        view=view,
        deliveries=tuple((each, work.people.account(each.author_id).name) for each in deliveries),
        versions=tuple((_masked(each, view.price), _name(work, each)) for each in changed),
        confirmed=next(((each, _name(work, each)) for each in confirmed), None),
        returns=tuple(as_read(work, work.orders.returns_of(lines))),
        takes_back=_taken_back(work, order),
        linked=tuple(as_read(work, work.orders.linked(order))),
        left={each.id: max(0, each.quantity - returned.get(each.id, 0)) for each in order.lines},
        unshipped={
            each.id: each.quantity - sum(told.quantity for told in deliveries if told.line_id == each.id)
            for each in order.lines
        },
        may_log=logs and living,
        may_correct=logs and living and (not closed or work.actor.type is AccountType.OWNER),
        may_confirm=order.state is OrderState.LATE and may(work.actor, Action.CONFIRM_LATE_ORDERS, of),
        of_vendor=work.actor.agency_id is None,
        card=_sees_card(work, order),
        closed=months.closes_on(order.day, closing) if closed else None,
    )


def _taken_back(work: Work, order: Order) -> Order | None:
    of_line = next((each.of_line for each in order.lines if each.of_line is not None), None)
    return None if of_line is None else as_read(work, [work.orders.of_line(of_line)])[0]


def _name(work: Work, version: OrderVersion) -> str:
    return work.people.account(version.author_id).name


def _masked(version: OrderVersion, shown: PriceShown) -> OrderVersion:
    """What an order said before has no mean: where prices aren't seen as they are, it has none."""
    if shown is PriceShown.FULL:
        return version
    return replace(version, lines=tuple(replace(each, price=None) for each in version.lines))


def _sees_card(work: Work, order: Order) -> bool:
    try:
        customers.visible(work, order.customer_id)
    except NotFound:
        return False
    return True


def line(work: Work, line_id: int) -> tuple[OrderPage, Line]:
    """The order of a line that the reader sees, and the line. Raises `NotFound`."""
    found = page(work, work.orders.of_line(line_id).id)
    return found, next(each for each in found.view.order.lines if each.id == line_id)
