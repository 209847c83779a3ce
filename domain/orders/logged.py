"""What was logged before: rows that are known already, figures that are far from the customer's habit, the last order."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from domain.orders.reading import Row
from domain.orders.records import Line, Order, Wanted
from domain.rights import Action, Reach, reach
from domain.work import Work

MOST = 200


@dataclass(frozen=True, slots=True)
class Known:
    """A row that stands in an order: with whose, where it isn't the reader's own."""

    number: str
    author: str
    at: datetime
    mine: bool


@dataclass(frozen=True, slots=True)
class Slip:
    """A figure far from what was usual: shown with the former one, and needs its own tap."""

    price_before: Decimal | None = None
    quantity_before: int | None = None

    def __bool__(self) -> bool:
        return self.price_before is not None or self.quantity_before is not None


def known(work: Work, row: Row) -> Known | None:
    """The order that says the same: customer, project, day, quantity, price and batches (those not told yet don't count)."""
    if row.customer is None or row.project is None or row.day is None:
        return None
    for order in _of_day(work, row.customer.id, row.day):
        if any(_is_same(row, line) for line in order.lines):
            author = work.people.account(order.author_id)
            return Known(order.number, author.name, order.at, author.id == work.actor.id)
    return None


def _of_day(work: Work, customer_id: int, day: date) -> list[Order]:
    """All of the agency's, whoever of it logged them."""
    mine = Reach(agency_id=work.actor.agency_id or 0)
    return list(work.orders.find(mine, Wanted(customer_id=customer_id, since=day, until=day, limit=MOST)).rows)


def _is_same(row: Row, line: Line) -> bool:
    codes = {each.code.casefold() for each in row.batches}
    theirs = {each.code.casefold() for each in line.batches}
    project = row.project.id if row.project is not None else None
    figures = (project, row.quantity, row.price, row.currency) == (
        line.project_id,
        line.quantity,
        line.price,
        line.currency,
    )
    return figures and (codes == theirs or not codes or not theirs)


def slip(work: Work, row: Row) -> Slip:
    """Of a row of a card."""
    if row.customer is None or row.mcu is None:
        return Slip()
    return unusual(work, row.customer.id, row.mcu, quantity=row.quantity, price=row.price, currency=row.currency)


def unusual(
    work: Work, customer_id: int, mcu: str, *, quantity: int | None, price: Decimal | None, currency: str
) -> Slip:
    """Compared with the customer's last order of the model (*policy* `orders.price_slip_percent`, `quantity_slip_times`)."""
    habit = work.orders.habit(customer_id, mcu, currency)
    rules = work.policy.orders
    price_before = quantity_before = None
    if habit.price and price is not None and abs(price - habit.price) * 100 > habit.price * rules.price_slip_percent:
        price_before = habit.price
    if habit.largest and quantity is not None and quantity > habit.largest * rules.quantity_slip_times:
        quantity_before = habit.largest
    return Slip(price_before, quantity_before)


def last(work: Work, customer_id: int, project_id: int | None) -> Order | None:
    """The newest order of the customer, or of that project, which is to be repeated."""
    wanted = Wanted(customer_id=customer_id, project_id=project_id, limit=MOST)
    rows = work.orders.find(reach(work.actor, Action.LOG_ORDERS), wanted).rows
    return next((each for each in rows if not each.is_return), None)
