"""What was logged before: rows that are known already, figures that are far from the customer's habit, the last order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import NamedTuple, Protocol

from domain.base.policy.model import OrdersPolicy as Rules
from domain.base.rights import Action, reach
from domain.base.work import Work
from domain.orders.reading import ReadRow
from domain.orders.records import Habit, Line, Order, WaitingOrder, Wanted
from domain.products.mcus import model_key

MOST = 200


@dataclass(frozen=True, slots=True)
class LoggedRow:
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


def drafted(
    row: ReadRow, drafts: Sequence[tuple[WaitingOrder, ReadRow]], author: Callable[[int], str], mine: int
) -> LoggedRow | None:
    """The draft that says the same and waits for its project."""
    for waiting, other in drafts:
        alike = (row.customer, row.day, row.quantity, row.price, row.currency) == (
            other.customer,
            other.day,
            other.quantity,
            other.price,
            other.currency,
        )
        same_model = not row.written or not other.written or model_key(row.written) == model_key(other.written)
        if alike and same_model and row.customer is not None and same_batches(row.batches, other.batches):
            return LoggedRow(f"#{waiting.id}", author(waiting.author_id), waiting.at, waiting.author_id == mine)
    return None


class Figures(NamedTuple):
    """By what a row is known, besides customer and day, and its batches."""

    project: int | None
    quantity: int | None
    price: Decimal | None
    currency: str


def figures_of(line: Line) -> Figures:
    return Figures(line.project_id, line.quantity, line.price, line.currency)


class Coded(Protocol):
    @property
    def code(self) -> str: ...


def same_batches(told: Iterable[Coded], theirs: Iterable[Coded]) -> bool:
    """Those not told yet don't count."""
    one, other = ({each.code.casefold() for each in several} for several in (told, theirs))
    return one == other or not one or not other


def slip(work: Work, row: ReadRow) -> Slip:
    """Of a row of a card."""
    if row.customer is None or row.mcu is None:
        return Slip()
    return unusual(work, row.customer.id, row.mcu, quantity=row.quantity, price=row.price, currency=row.currency)


def unusual(
    work: Work, customer_id: int, mcu: str, *, quantity: int | None, price: Decimal | None, currency: str
) -> Slip:
    """Compared with the customer's last order of the model."""
    return against(habit(work, customer_id, mcu, currency), work.policy.orders, quantity, price)


def habit(work: Work, customer_id: int, mcu: str, currency: str) -> Habit:
    """What the actor's agency sold the customer of the model."""
    return work.orders.habit(work.actor.agency_id or 0, customer_id, mcu, currency)


def against(usual: Habit, rules: Rules, quantity: int | None, price: Decimal | None) -> Slip:
    """By *policy* `orders.price_slip_percent`, `quantity_slip_times`."""
    price_before = quantity_before = None
    if usual.price and price is not None and abs(price - usual.price) * 100 > usual.price * rules.price_slip_percent:
        price_before = usual.price
    if usual.largest and quantity is not None and quantity > usual.largest * rules.quantity_slip_times:
        quantity_before = usual.largest
    return Slip(price_before, quantity_before)


def last(work: Work, customer_id: int, project_id: int | None) -> Order | None:
    """The newest order of the customer, or of that project, which is to be repeated."""
    wanted = Wanted(customer_id=customer_id, project_id=project_id, limit=MOST)
    rows = work.orders.newest(reach(work.actor, Action.LOG_ORDERS), wanted)
    return next((each for each in rows if not each.is_return), None)
