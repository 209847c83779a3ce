"""Orders (销售记录) and what hangs under them: their records (docs/orders.md).

An order records a contract: customer, day on which it was signed, one or more lines. A return is an order of its own with a
negative line. A line keeps salesperson, agency, unit, project, domain and model as they stood on that day.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import NewType

from domain.customers.records import CustomerId
from domain.people.records import AccountId, AgencyId, UnitId
from domain.projects.records import ProjectId

OrderId = NewType("OrderId", int)
LineId = NewType("LineId", int)

YUAN = "CNY"


class OrderState(StrEnum):
    LOGGED = "logged"
    LATE = "late"
    """补录: of a closed month, waits for the owner's tap and isn't counted before it."""
    VOID = "void"
    """It was never sold."""


class CorrectionReason(StrEnum):
    """Why an order was corrected."""

    SLIP = "slip"
    """写错"""
    CHANGED = "changed"
    """客户改单"""
    OTHER = "other"
    BATCHES = "batches"
    """Batches became known; no reason is asked for."""
    VOIDED = "voided"
    CONFIRMED = "confirmed"
    """补录 that the owner lets count: nothing of what it says changed."""


@dataclass(frozen=True, slots=True)
class Batch:
    """`quantity` is None where nobody said how much of the line it is."""

    code: str
    quantity: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """`price` is exact, in `currency` a piece, tax included; None where *policy* asks for none. `written` is the model as
    typed, package suffix and all. Of a return `quantity` is negative, and `of_line` the line that it takes back, None for
    one from before the system."""

    id: LineId
    order_id: OrderId
    place: int
    """Within the order, from 1."""
    project_id: ProjectId | None
    project: str
    domain: str
    mcu: str
    written: str
    quantity: int
    price: Decimal | None
    currency: str = YUAN
    batches: tuple[Batch, ...] = ()
    of_line: LineId | None = None

    @property
    def amount(self) -> Decimal | None:
        return None if self.price is None else self.price * self.quantity


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """`day` is that of the contract, `at` the moment when it was logged; `author_id` logged it, `contact_id` is the
    salesperson in whose hands the customer was. `linked_to` is the first of those that one row was split into."""

    id: OrderId
    number: str
    state: OrderState
    customer_id: CustomerId
    agency_id: AgencyId
    unit_id: UnitId
    contact_id: AccountId
    author_id: AccountId
    day: date
    at: datetime
    lines: tuple[Line, ...]
    reference: str = ""
    late: bool = False
    """Logged after its month had closed, whether the owner has confirmed it or not."""
    linked_to: OrderId | None = None
    version: int = 1
    message: int | None = None
    """Of the author's chat: the one that it was read from."""

    @property
    def is_return(self) -> bool:
        return any(each.quantity < 0 for each in self.lines)


@dataclass(frozen=True, slots=True, kw_only=True)
class NewLine:
    """What a line is logged with."""

    project_id: int | None
    project: str
    domain: str
    mcu: str
    written: str
    quantity: int
    price: Decimal | None
    currency: str = YUAN
    batches: tuple[Batch, ...] = ()
    of_line: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NewOrder:
    """What an order is logged with. `linked`: to the last one before it that isn't; `message` is of the author's chat, from
    which it was read, `job_id` of the list that brought it."""

    number: str
    state: OrderState
    customer_id: int
    agency_id: int
    unit_id: int
    contact_id: int
    author_id: int
    day: date
    at: datetime
    reference: str
    late: bool
    lines: Sequence[NewLine]
    linked: bool = False
    message: int | None = None
    job_id: int | None = None


def as_new(line: Line) -> NewLine:
    """The line as it would be logged."""
    return NewLine(
        project_id=line.project_id,
        project=line.project,
        domain=line.domain,
        mcu=line.mcu,
        written=line.written,
        quantity=line.quantity,
        price=line.price,
        currency=line.currency,
        batches=line.batches,
        of_line=line.of_line,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderVersion:
    """What an order said before it was changed, as JSON values. `at`, `author_id` and `why` are of the change that ended it."""

    version: int
    at: datetime
    author_id: AccountId
    why: CorrectionReason
    day: date
    lines: tuple[NewLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """A part of an order that was shipped on a day. An order without any was shipped complete on its contract day."""

    id: int
    line_id: LineId
    quantity: int
    day: date
    batches: tuple[str, ...]
    author_id: AccountId
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which orders: what isn't said matches all. Days are of contracts, the last one counted; newest first."""

    customer_id: int | None = None
    project_id: int | None = None
    model: str = ""
    """As `domain.products.mcus.model_key` folds it."""
    batch: str = ""
    author_id: int | None = None
    since: date | None = None
    until: date | None = None
    logged_since: datetime | None = None
    logged_until: datetime | None = None
    """Not reached by the moment of logging."""
    states: frozenset[OrderState] = frozenset({OrderState.LOGGED, OrderState.LATE})
    offset: int = 0
    limit: int = 6


class Facet(StrEnum):
    """By what of its orders a list could be narrowed."""

    PROJECT = "project"
    MODEL = "model"
    AUTHOR = "author"


@dataclass(frozen=True, slots=True)
class Sale:
    """Pieces of a model (folded) that were sold on a day at a price."""

    model: str
    currency: str
    day: date
    quantity: int
    price: Decimal


@dataclass(frozen=True, slots=True)
class Portion:
    """Pieces that were sold, or shipped, on a day at a price; returns are negative. `late` ones are 补录: they weren't in what
    was reported of their month first."""

    currency: str
    price: Decimal | None
    day: date
    late: bool
    pieces: int


@dataclass(frozen=True, slots=True)
class Habit:
    """What a customer's last orders of a model say: the price to compare a new one with, and the largest quantity so far."""

    price: Decimal | None = None
    largest: int | None = None


@dataclass(frozen=True, slots=True)
class DaySum:
    """What one person logged in a while for one agency: how many living orders, returns among them, and the pieces of those
    that count."""

    agency_id: AgencyId
    author_id: AccountId
    orders: int
    pieces: int


class WaitState(StrEnum):
    CARD = "card"
    """Understood, shown, not confirmed yet."""
    PROJECT = "project"
    """Waits for a project that the salesperson was asked to add."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitingOrder:
    """An order that isn't one yet. It belongs to the agency's assistants, not to one account: `author_id` wrote `text` at
    `at`. `rows` are the rows of the card as JSON (`domain.orders.cards`)."""

    id: int
    state: WaitState
    agency_id: AgencyId
    author_id: AccountId
    customer_id: CustomerId | None
    text: str
    rows: Sequence[Mapping[str, object]]
    at: datetime
    written_on: date
    asked_id: AccountId | None = None
    revision: int = 1
    message: int | None = None
    """Of the author's chat: the one that it was read from."""
    job: int | None = None
    """Of the list that brought it."""


COUNTED = 10_000
"""Orders of a list are counted up to so many; one more says that there are more."""


@dataclass(frozen=True, slots=True)
class OrdersFound:
    """`total` is how many there are in all, as far as they are `COUNTED`."""

    rows: Sequence[Order]
    total: int = field(default=0)
