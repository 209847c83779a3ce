"""What becomes of an order: corrected, its batches told, voided, confirmed though it came late, given back, delivered."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from domain.base.errors import Refusal
from domain.base.events import Event
from domain.base.rights import Action, demand
from domain.base.work import Work
from domain.customers.records import CustomerId
from domain.orders import months, tenure
from domain.orders.recording import (
    LONGEST_REFERENCE,
    DayOutside,
    LineToLog,
    NoLines,
    OrderLogged,
    check_day,
    check_figures,
    checked,
    new_line,
    split,
    tell_of_shared_batches,
)
from domain.orders.records import YUAN, Batch, CorrectionReason, Line, NewLine, NewOrder, Order, OrderState, as_new
from domain.orders.scope import belongs, for_logging, held, within
from domain.people.records import AccountType
from domain.products.mcus import model_key
from domain.protection import stages


@dataclass(frozen=True, kw_only=True)
class CorrectOrder:
    """The lines as they should be, in their order; `why` by one tap."""

    order: int
    day: date
    lines: tuple[LineToLog, ...]
    why: CorrectionReason = CorrectionReason.SLIP


@dataclass(frozen=True, kw_only=True)
class AddBatches:
    """Batches that became known, to those of the line."""

    line: int
    batches: tuple[Batch, ...]


@dataclass(frozen=True, kw_only=True)
class VoidOrder:
    """For what was never sold."""

    order: int


@dataclass(frozen=True, kw_only=True)
class ConfirmLate:
    """补录: the owner lets it count in its own month."""

    order: int


@dataclass(frozen=True, kw_only=True)
class ReturnGoods:
    """退货: pieces of a line that come back, on a day of their own."""

    line: int
    quantity: int
    day: date
    reference: str = ""


@dataclass(frozen=True, kw_only=True)
class ReturnFromBefore:
    """上线前订单: a return of what was sold before the system knew of it."""

    customer: int
    mcu: str
    quantity: int
    day: date
    price: Decimal | None = None
    currency: str = YUAN
    reference: str = ""


@dataclass(frozen=True, kw_only=True)
class Deliver:
    """A part of a line was shipped."""

    line: int
    quantity: int
    day: date
    batches: tuple[str, ...] = ()


@dataclass
class MonthClosed(Refusal):
    """From then on the owner corrects it."""

    on: date


@dataclass
class AlreadyVoid(Refusal):
    number: str


@dataclass
class NothingChanged(Refusal):
    """The correction says what stands there."""


@dataclass
class ReturnsOrDeliveries(Refusal):
    """Something was given back or shipped of it: these are taken back first, and it can't become less than they are."""

    number: str


@dataclass
class MoreThanSold(Refusal):
    """`left` pieces could still come back, or be shipped."""

    quantity: int
    left: int


@dataclass
class TooManyBatches(Refusal):
    most: int


@dataclass
class ReturnIsVoided(Refusal):
    """A return isn't corrected: it is voided, and given back anew."""

    number: str


@dataclass
class NotLate(Refusal):
    number: str


@dataclass(frozen=True, kw_only=True)
class OrderCorrected(Event, subject="customer"):
    customer: int
    order: int
    version: int
    why: str


@dataclass(frozen=True, kw_only=True)
class OrderVoided(Event, subject="customer"):
    order: int
    customer: int


@dataclass(frozen=True, kw_only=True)
class LateOrderConfirmed(Event, subject="customer"):
    customer: int
    order: int
    job: int | None = None


@dataclass(frozen=True, kw_only=True)
class OrderDelivered(Event, subject="order"):
    order: int
    line: int
    quantity: int
    day: date


def correct(work: Work, command: CorrectOrder) -> Order:
    """Raises `NotFound`, `NotAllowed`, `AlreadyVoid`, `MonthClosed`, `NothingChanged`, `ReturnsOrDeliveries`,
    `ReturnIsVoided`, `TooManyBatches`, and what `recording` raises of lines."""
    order = _to_change(work, command.order)
    if order.is_return:
        raise ReturnIsVoided(order.number)
    if not command.lines:
        raise NoLines
    customer = work.customers.get(order.customer_id)
    had = tenure.of(work, customer, order.agency_id)
    if had is not None:
        check_day(had, command.day)
    lines = tuple(new_line(work, customer, each, command.day) for each in command.lines)
    if any(len(each.batches) > work.policy.orders.batches for each in lines):
        raise TooManyBatches(work.policy.orders.batches)
    split(lines, work.policy.orders.batches)
    if command.day == order.day and lines == tuple(map(as_new, order.lines)):
        raise NothingChanged
    if months.is_closed(command.day, work.today, work.policy.orders.month_closes_on):
        demand(work.actor, Action.CONFIRM_LATE_ORDERS, belongs(work, order))
    _keeps_what_hangs(work, order, lines)
    contact_id: int = order.contact_id
    if command.day != order.day and had is not None:
        handed = tenure.handed_over(work, [customer.id]).get(customer.id, ())
        contact_id = tenure.contact_on(command.day, order.agency_id, had, handed)
    after = work.orders.change(
        order,
        day=command.day,
        lines=lines,
        author_id=work.actor.id,
        at=work.now,
        why=command.why,
        contact_id=contact_id,
    )
    work.events.record(
        OrderCorrected(customer=order.customer_id, order=order.id, version=after.version, why=command.why.value)
    )
    tell_of_shared_batches(work, [after], order.lines)
    stages.orders_changed(work, order.customer_id)
    return after


def _keeps_what_hangs(work: Work, order: Order, lines: tuple[NewLine, ...]) -> None:
    returned = work.orders.returned([each.id for each in order.lines])
    delivered: dict[int, int] = {}
    for each in work.orders.deliveries(order.id):
        delivered[each.line_id] = delivered.get(each.line_id, 0) + each.quantity
    for line in order.lines:
        least = max(returned.get(line.id, 0), delivered.get(line.id, 0))
        if least and (line.place > len(lines) or lines[line.place - 1].quantity < least):
            raise ReturnsOrDeliveries(order.number)


def _to_change(work: Work, order_id: int) -> Order:
    order = within(work, order_id)
    if order.state is OrderState.VOID:
        raise AlreadyVoid(order.number)
    closing = work.policy.orders.month_closes_on
    if months.is_closed(order.day, work.today, closing) and work.actor.type is not AccountType.OWNER:
        raise MonthClosed(months.closes_on(order.day, closing))
    return order


def add_batches(work: Work, command: AddBatches) -> Order:
    """At any time, without a reason. Raises `NotFound`, `NotAllowed`, `AlreadyVoid`, `TooManyBatches`, `BadBatch`."""
    order = within(work, work.orders.of_line(command.line).id)
    if order.state is OrderState.VOID:
        raise AlreadyVoid(order.number)
    line = _line(order, command.line)
    fresh = {each.code.casefold(): each for each in map(checked, command.batches)}
    known = {each.code.casefold() for each in line.batches}
    batches = (*line.batches, *(each for code, each in fresh.items() if code not in known))
    if len(batches) > work.policy.orders.batches:
        raise TooManyBatches(work.policy.orders.batches)
    if batches == line.batches:
        return order
    lines = [replace(as_new(each), batches=batches if each.id == line.id else each.batches) for each in order.lines]
    after = work.orders.change(
        order, day=order.day, lines=lines, author_id=work.actor.id, at=work.now, why=CorrectionReason.BATCHES
    )
    work.events.record(
        OrderCorrected(
            customer=order.customer_id, order=order.id, version=after.version, why=CorrectionReason.BATCHES.value
        )
    )
    tell_of_shared_batches(work, [after], order.lines)
    return after


def voids(work: Work, order_id: int) -> Refusal | None:
    """Why the actor can't void it; None where he can. Raises `NotFound`, `NotAllowed`."""
    try:
        _keeps_what_hangs(work, _to_change(work, order_id), ())
    except (AlreadyVoid, MonthClosed, ReturnsOrDeliveries) as refusal:
        return refusal
    return None


def void(work: Work, command: VoidOrder) -> Order:
    """Raises `NotFound`, `NotAllowed`, `AlreadyVoid`, `MonthClosed`, `ReturnsOrDeliveries`."""
    order = _to_change(work, command.order)
    _keeps_what_hangs(work, order, ())
    after = work.orders.set_state(
        order, OrderState.VOID, author_id=work.actor.id, at=work.now, why=CorrectionReason.VOIDED
    )
    work.events.record(OrderVoided(order=order.id, customer=order.customer_id))
    stages.orders_changed(work, order.customer_id)
    return after


def confirm_late(work: Work, command: ConfirmLate, *, job: int | None = None) -> Order:
    """`job`: with all that its list brought, of which people are told as a whole. Raises `NotFound`, `NotAllowed`, `NotLate`."""
    order = held(work, command.order)
    demand(work.actor, Action.CONFIRM_LATE_ORDERS, belongs(work, order))
    if order.state is not OrderState.LATE:
        raise NotLate(order.number)
    after = work.orders.set_state(
        order, OrderState.LOGGED, author_id=work.actor.id, at=work.now, why=CorrectionReason.CONFIRMED
    )
    work.events.record(LateOrderConfirmed(customer=order.customer_id, order=order.id, job=job))
    if not order.is_return:
        stages.order_logged(work, order.customer_id, order.agency_id, order.day)
    return after


def give_back(work: Work, command: ReturnGoods, *, job: int | None = None) -> Order:
    """At the price of the line, counted on its own day; `job` as of `recording.log`. Raises `NotFound`, `NotAllowed`, `AlreadyVoid`, `MoreThanSold`,
    `DayOutside`."""
    sold = within(work, work.orders.of_line(command.line).id)
    if sold.state is OrderState.VOID:
        raise AlreadyVoid(sold.number)
    line = _line(sold, command.line)
    left = line.quantity - work.orders.returned([line.id]).get(line.id, 0)
    if not 1 <= command.quantity <= left:
        raise MoreThanSold(command.quantity, max(0, left))
    back = replace(as_new(line), quantity=-command.quantity, batches=(), of_line=line.id)
    return _add_return(work, sold.customer_id, sold.contact_id, command, sold.day, back, job)


def give_back_from_before(work: Work, command: ReturnFromBefore, *, job: int | None = None) -> Order:
    """`job` as of `recording.log`. Raises `NotFound`, `NotAllowed`, `QuantityOutside`, `PriceOutside`, `DayOutside`."""
    customer, had = for_logging(work, command.customer)
    check_figures(work.policy, command.quantity, command.price, command.currency)
    model = next((each for each in work.mcus.all() if each.key == model_key(command.mcu)), None)
    mcu = model.model if model is not None else command.mcu.strip()
    back = NewLine(
        project_id=None,
        project="",
        domain=customer.profile.domain if customer.profile is not None else "",
        mcu=mcu,
        written=command.mcu.strip(),
        quantity=-command.quantity,
        price=command.price,
        currency=command.currency,
    )
    return _add_return(work, customer.id, had.contact_id, command, had.since, back, job)


def _add_return(
    work: Work,
    customer_id: CustomerId,
    contact_id: int,
    command: ReturnGoods | ReturnFromBefore,
    since: date,
    back: NewLine,
    job: int | None,
) -> Order:
    day = command.day
    if not since <= day <= work.today:
        raise DayOutside(day, since, work.today)
    agency = work.people.agency(work.actor.agency_id or 0)
    late = months.is_closed(day, work.today, work.policy.orders.month_closes_on)
    new = NewOrder(
        number=work.number("DD", 5),
        state=OrderState.LATE if late else OrderState.LOGGED,
        customer_id=customer_id,
        agency_id=agency.id,
        unit_id=agency.unit_id,
        contact_id=contact_id,
        author_id=work.actor.id,
        day=day,
        at=work.now,
        reference=command.reference.strip()[:LONGEST_REFERENCE],
        late=late,
        lines=[back],
        job_id=job,
    )
    (made,) = work.orders.add([new])
    work.events.record(OrderLogged(order=made.id, customer=customer_id, late=late, job=job))
    work.reminders.lift_no_orders(agency.id, work.today)
    stages.orders_changed(work, customer_id)
    return made


def deliver(work: Work, command: Deliver) -> Order:
    """Raises `NotFound`, `NotAllowed`, `AlreadyVoid`, `MoreThanSold`, `DayOutside`, `BadBatch`."""
    order = within(work, work.orders.of_line(command.line, lock=True).id)
    if order.state is OrderState.VOID:
        raise AlreadyVoid(order.number)
    line = _line(order, command.line)
    shipped = sum(each.quantity for each in work.orders.deliveries(order.id) if each.line_id == line.id)
    if not 1 <= command.quantity <= line.quantity - shipped:
        raise MoreThanSold(command.quantity, max(0, line.quantity - shipped))
    if not order.day <= command.day <= work.today:
        raise DayOutside(command.day, order.day, work.today)
    work.orders.deliver(
        line.id,
        quantity=command.quantity,
        day=command.day,
        batches=[checked(Batch(each)).code for each in command.batches],
        author_id=work.actor.id,
        at=work.now,
    )
    work.events.record(OrderDelivered(order=order.id, line=line.id, quantity=command.quantity, day=command.day))
    return order


def _line(order: Order, line_id: int) -> Line:
    return next(each for each in order.lines if each.id == line_id)
