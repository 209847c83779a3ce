"""Logging an order: a contract with one or more lines, for a customer that the agency has or had (docs/orders.md)."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from itertools import islice

from domain.base.errors import NotFound, Refusal
from domain.base.events import Event
from domain.base.policy import Policy
from domain.base.work import Work
from domain.customers.records import Customer
from domain.names import same_key
from domain.orders import months, tenure
from domain.orders.records import YUAN, Batch, Line, NewLine, NewOrder, Order, OrderState
from domain.orders.scope import HeldCustomers, for_logging
from domain.orders.tenure import Tenure
from domain.people.records import Agency, AgencyState
from domain.products.mcus import is_of
from domain.projects.records import Project, ProjectItem, Telling
from domain.protection import stages

LONGEST_BATCH = 40
LONGEST_REFERENCE = 80


@dataclass(frozen=True, kw_only=True)
class LineToLog:
    """One row. Model and domain come from the project; `written` is the model as typed, where it was. `price` is yuan, or
    `currency`, a piece, tax included."""

    project: int
    quantity: int
    price: Decimal | None = None
    currency: str = YUAN
    batches: tuple[Batch, ...] = ()
    written: str = ""


@dataclass(frozen=True, kw_only=True)
class LogOrder:
    """`day` is that of the contract. `written_on` is the day on which it was first written, where it lay as a card or draft
    since: what was kept before its month closed counts as in time."""

    customer: int
    day: date
    lines: tuple[LineToLog, ...]
    reference: str = ""
    written_on: date | None = None
    message: int | None = None
    """Of the actor's chat: the one that it was read from, by which it is found when that is edited."""


@dataclass(frozen=True, slots=True)
class Recorded:
    """`orders` are linked where more batches were told than one order holds. `late`: they wait for the owner."""

    orders: tuple[Order, ...]
    late: bool


@dataclass
class NoLines(Refusal):
    """An order says what was sold."""


@dataclass
class DayOutside(Refusal):
    """The contract's day isn't one on which the agency had the customer; `since` and `until` are the first and last one."""

    day: date
    since: date
    until: date


@dataclass
class QuantityOutside(Refusal):
    quantity: int
    largest: int


@dataclass
class PriceOutside(Refusal):
    price: Decimal
    lowest: Decimal
    highest: Decimal


@dataclass
class PriceMissing(Refusal):
    """*Policy* wants one."""


@dataclass
class UnknownCurrency(Refusal):
    currency: str
    known: tuple[str, ...]


@dataclass
class BatchesDontAddUp(Refusal):
    """The quantities of the batches must sum up to the line's; with more batches than one order holds each needs one."""

    quantity: int
    told: int
    missing: int


@dataclass
class BadBatch(Refusal):
    code: str


@dataclass
class ProjectWithoutModel(Refusal):
    project: str


@dataclass
class AgencySuspended(Refusal):
    """Nothing new while the agency is suspended."""


@dataclass(frozen=True, kw_only=True)
class OrderLogged(Event, subject="customer"):
    """It stands in the customer's history; so do its corrections, and what became of it."""

    order: int
    customer: int
    late: bool
    job: int | None = None
    """Of the list that brought it."""


@dataclass(frozen=True, kw_only=True)
class BatchSharedWithAnother(Event, subject="order"):
    """A batch that another agency's order names, too: the vendor's business."""

    order: int
    batch: str
    others: tuple[int, ...]
    job: int | None = None


def log(work: Work, command: LogOrder) -> Recorded:
    """Raises `NotFound`, `NotAllowed` and the refusals above."""
    return _write(work, [_planned(work, command, None)], None)[0]


def log_all(work: Work, commands: Sequence[LogOrder], job: int) -> list[Recorded | Refusal]:
    """Orders that the list of a job brought, read and written at once: people are told of the whole, not of each. What is
    refused costs the others nothing."""
    among = HeldCustomers.of(work, {each.customer for each in commands})
    planned: list[_Planned | Refusal] = []
    for command in commands:
        try:
            planned.append(_planned(work, command, among))
        except Refusal as refusal:
            planned.append(refusal)
    written = iter(_write(work, [each for each in planned if isinstance(each, _Planned)], job))
    return [next(written) if isinstance(each, _Planned) else each for each in planned]


@dataclass(frozen=True, slots=True)
class _Planned:
    """An order that is checked and not written yet; `parts` are linked."""

    command: LogOrder
    agency: Agency
    contact_id: int
    parts: Sequence[Sequence[NewLine]]
    late: bool


def _planned(work: Work, command: LogOrder, among: HeldCustomers | None) -> _Planned:
    customer, had = for_logging(work, command.customer, among)
    agency = work.people.agency(work.actor.agency_id or 0)
    if agency.state is not AgencyState.ACTIVE:
        raise AgencySuspended
    if not command.lines:
        raise NoLines
    check_day(had, command.day)
    lines = [new_line(work, customer, each, command.day, among) for each in command.lines]
    written_on = min(command.written_on or work.today, work.today)
    late = months.is_closed(command.day, written_on, work.policy.orders.month_closes_on)
    contact_id = had.contact_id
    if command.day < work.today:
        handed = among.handed if among is not None else tenure.handed_over(work, [customer.id])
        contact_id = tenure.contact_on(command.day, agency.id, had, handed.get(customer.id, ()))
    return _Planned(command, agency, contact_id, split(lines, work.policy.orders.batches), late)


def _write(work: Work, planned: Sequence[_Planned], job: int | None) -> list[Recorded]:
    numbers = iter(work.several_numbers("DD", 5, sum(len(each.parts) for each in planned)))
    made = iter(work.orders.add([each for plan in planned for each in _orders(work, plan, numbers, job)]))
    recorded = [Recorded(tuple(islice(made, len(plan.parts))), plan.late) for plan in planned]
    orders = [order for each in recorded for order in each.orders]
    work.events.record(
        *(OrderLogged(order=each.id, customer=each.customer_id, late=each.late, job=job) for each in orders)
    )
    tell_of_shared_batches(work, orders, job=job)
    for agency_id in {plan.agency.id for plan in planned}:
        work.reminders.lift_no_orders(agency_id, work.today)
    for plan in planned:
        if not plan.late:
            stages.order_logged(work, plan.command.customer, plan.agency.id, plan.command.day)
    return recorded


def _orders(work: Work, plan: _Planned, numbers: Iterator[str], job: int | None) -> Iterator[NewOrder]:
    command = plan.command
    for place, part in enumerate(plan.parts):
        yield NewOrder(
            number=next(numbers),
            state=OrderState.LATE if plan.late else OrderState.LOGGED,
            customer_id=command.customer,
            agency_id=plan.agency.id,
            unit_id=plan.agency.unit_id,
            contact_id=plan.contact_id,
            author_id=work.actor.id,
            day=command.day,
            at=work.now,
            reference=command.reference.strip()[:LONGEST_REFERENCE],
            late=plan.late,
            linked=place > 0,
            lines=part,
            message=command.message,
            job_id=job,
        )


def check_day(had: Tenure, day: date) -> None:
    """Raises `DayOutside`. No day is ever changed to fit."""
    if not had.since <= day <= had.until:
        raise DayOutside(day, had.since, had.until)


def new_line(work: Work, customer: Customer, told: LineToLog, day: date, among: HeldCustomers | None = None) -> NewLine:
    """With the project as it stood on the contract's day. Raises what is wrong with the row."""
    project = of_customer(work, customer.id, told.project, among)
    if not project.told.mcu.strip():
        raise ProjectWithoutModel(project.name)
    written = told.written.strip()[:80]
    then = _as_told(work, project, day, {} if among is None else among.told)
    if not then.mcu.strip() or (not is_of(written, then.mcu) and is_of(written, project.told.mcu)):
        then = project.told
    check_figures(work.policy, told.quantity, told.price, told.currency)
    batches = tuple(map(checked, told.batches))
    return NewLine(
        project_id=project.id,
        project=then.name,
        domain=then.domain,
        mcu=then.mcu,
        written=written if is_of(written, then.mcu) else then.mcu,
        quantity=told.quantity,
        price=told.price,
        currency=told.currency,
        batches=batches,
    )


def _as_told(work: Work, project: Project, day: date, known: dict[int, Sequence[Telling]]) -> ProjectItem:
    """What was told of it last by the end of that day; of one that was told of later its first telling."""
    if work.calendar.day_of(project.changed_at) <= day:
        return project.told
    if project.id not in known:
        known[project.id] = work.projects.history(project.id)
    by_then = [each.told for each in known[project.id] if work.calendar.day_of(each.at) <= day]
    first = [each.told for each in known[project.id][:1]]
    return next(iter([*by_then[-1:], *first]), project.told)


def of_customer(work: Work, customer_id: int, project_id: int, among: HeldCustomers | None = None) -> Project:
    project = among.projects.get(project_id) if among is not None else None
    project = project or work.projects.get(project_id)
    if project.customer_id != customer_id:
        raise NotFound("project")
    return project


def check_figures(policy: Policy, quantity: int, price: Decimal | None, currency: str) -> None:
    rules = policy.orders
    if not 1 <= quantity <= rules.largest_quantity:
        raise QuantityOutside(quantity, rules.largest_quantity)
    if currency not in rules.currencies:
        raise UnknownCurrency(currency, rules.currencies)
    if price is None:
        if rules.price == "required":
            raise PriceMissing
    elif not rules.lowest_price <= price <= rules.highest_price or price != round(price, 6):
        raise PriceOutside(price, rules.lowest_price, rules.highest_price)


def checked(batch: Batch) -> Batch:
    """Kept in one width, however it was typed."""
    code = unicodedata.normalize("NFKC", batch.code).strip()
    if not code or len(code) > LONGEST_BATCH or not any(char.isalnum() for char in code):
        raise BadBatch(batch.code)
    return replace(batch, code=code)


def split(lines: Sequence[NewLine], most: int) -> list[tuple[NewLine, ...]]:
    """Lines as they go into orders: together, but for one that has more batches than an order holds, which becomes linked
    ones of at most so many. Raises `BatchesDontAddUp`."""
    for each in lines:
        add_up(each.quantity, each.batches, most)
    whole = [each for each in lines if len(each.batches) <= most]
    parts: list[tuple[NewLine, ...]] = [tuple(whole)] if whole else []
    for line in lines:
        if len(line.batches) > most:
            parts += [(replace(line, batches=group, quantity=pieces(group)),) for group in groups(line.batches, most)]
    return parts


def groups(batches: Sequence[Batch], most: int) -> list[tuple[Batch, ...]]:
    """The batches of linked orders."""
    return [tuple(batches[start : start + most]) for start in range(0, len(batches), most)]


def pieces(batches: Sequence[Batch]) -> int:
    return sum(each.quantity or 0 for each in batches)


def add_up(quantity: int, batches: Sequence[Batch], most: int) -> None:
    """Raises `BatchesDontAddUp`."""
    quantities = [each.quantity for each in batches if each.quantity is not None]
    missing = len(batches) - len(quantities)
    if not quantities and len(batches) <= most:
        return
    if missing or sum(quantities) != quantity or min(quantities, default=0) < 1:
        raise BatchesDontAddUp(quantity, sum(quantities), missing)


def tell_of_shared_batches(
    work: Work, orders: Sequence[Order], before: Sequence[Line] = (), *, job: int | None = None
) -> None:
    """Of those batches that the orders, all of one agency, didn't name `before`."""
    known = {same_key(batch.code) for line in before for batch in line.batches}
    named: list[tuple[Order, str]] = [
        (order, batch.code)
        for order in orders
        if not order.is_return
        for line in order.lines
        for batch in line.batches
        if same_key(batch.code) not in known
    ]
    if not named:
        return
    shared = work.orders.same_batch([code for _, code in named], orders[0].agency_id)
    told: dict[tuple[int, str], BatchSharedWithAnother] = {}
    for order, code in named:
        key = next((each for each in shared if same_key(code).startswith(each)), None)
        if key is not None:
            others = tuple(shared[key])
            told[order.id, key] = BatchSharedWithAnother(order=order.id, batch=code, others=others, job=job)
    work.events.record(*told.values())
