"""Orders (销售记录) and what hangs under them: records and port (domain.md, section 10).

An order records a contract: customer, day on which it was signed, one or more lines. A return is an order of its own with a
negative line. A line keeps salesperson, agency, unit, project, domain and model as they stood on that day.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import NewType, Protocol

from domain.customers import CustomerId
from domain.people import AccountId, AgencyId, UnitId
from domain.projects import ProjectId
from domain.rights import Reach

OrderId = NewType("OrderId", int)
LineId = NewType("LineId", int)

YUAN = "CNY"


class OrderState(StrEnum):
    LOGGED = "logged"
    LATE = "late"
    """补录: of a closed month, waits for the owner's tap and isn't counted before it."""
    VOID = "void"
    """It was never sold."""


class Why(StrEnum):
    """Why an order was corrected."""

    SLIP = "slip"
    """写错"""
    CHANGED = "changed"
    """客户改单"""
    OTHER = "other"
    BATCHES = "batches"
    """Batches became known; no reason is asked for."""
    VOIDED = "voided"


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
class Version:
    """What an order said before it was changed, as JSON values. `at`, `author_id` and `why` are of the change that ended it."""

    version: int
    at: datetime
    author_id: AccountId
    why: Why
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
    """As `domain.mcus.model_key` folds it."""
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Facets:
    """By what a list of orders could be narrowed: what occurs in it."""

    authors: tuple[AccountId, ...] = ()
    projects: tuple[tuple[ProjectId, str], ...] = ()
    models: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sold:
    """Pieces of a model (folded) that were sold on a day at a price."""

    model: str
    currency: str
    day: date
    quantity: int
    price: Decimal


@dataclass(frozen=True, slots=True)
class Portion:
    """Pieces that were sold, or shipped, on a day at a price; returns are negative."""

    currency: str
    price: Decimal | None
    day: date
    pieces: int


@dataclass(frozen=True, slots=True)
class Habit:
    """What a customer's last orders of a model say: the price to compare a new one with, and the largest quantity so far."""

    price: Decimal | None = None
    largest: int | None = None


@dataclass(frozen=True, slots=True)
class Tally:
    """Of orders that count: how many, returns not among them, the pieces that remain of them, the contract's day of the last."""

    orders: int
    pieces: int
    last: date | None


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
class Waiting:
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


@dataclass(frozen=True, slots=True)
class Found:
    rows: Sequence[Order]
    total: int = field(default=0)


class Orders(Protocol):
    """The port. `get` and `line` raise `NotFound`."""

    def get(self, order_id: int, *, lock: bool = False) -> Order: ...
    def called(self, number: str) -> Order | None: ...
    def of_line(self, line_id: int, *, lock: bool = False) -> Order: ...
    def add(self, new: Sequence[NewOrder]) -> Sequence[Order]:
        """At once, however many."""

    def read_from(self, author_id: int, message: int) -> Sequence[Order]:
        """Living orders that a message of the author's chat became, by number."""

    def change(
        self, before: Order, *, day: date, lines: Sequence[NewLine], author_id: int, at: datetime, why: Why
    ) -> Order:
        """The next version; what stood before is kept. A line keeps its id by its place."""

    def set_state(self, order: Order, state: OrderState, *, author_id: int, at: datetime, why: Why) -> Order: ...
    def versions(self, order_id: int) -> Sequence[Version]:
        """What stood before, oldest first; the present one isn't among them."""

    def find(self, reach: Reach, wanted: Wanted) -> Found: ...
    def of_days(self, agency_id: int, days: Sequence[tuple[int, date]]) -> Mapping[tuple[int, date], Sequence[Order]]:
        """Living orders of an agency by customer and contract day, oldest first."""

    def day_sums(self, reach: Reach, since: datetime, until: datetime) -> Sequence[DaySum]:
        """By agency and author, of what was logged from `since` on and before `until`."""

    def after(self, reach: Reach, wanted: Wanted, order_id: int, limit: int) -> Sequence[Order]:
        """The next ones behind that order, by id: for going through all of them in portions."""

    def facets(self, reach: Reach, wanted: Wanted) -> Facets:
        """Of the newest ones, as many as are wanted."""

    def sums(self, reach: Reach, wanted: Wanted, *, shipped: bool) -> Sequence[Portion]:
        """Of what counts, returns netted: by the contract's day, or (`shipped`) by that of delivery. The days that are wanted
        are these."""

    def sold(self, reach: Reach, models: Sequence[str], since: date, until: date) -> Sequence[Sold]:
        """Of living orders, returns left out: what averages are made of."""

    def linked(self, order: Order) -> Sequence[Order]:
        """The others of one row that was split, by number."""

    def returns_of(self, lines: Sequence[int]) -> Sequence[Order]:
        """Living orders that give something of the lines back, oldest first."""

    def returned(self, lines: Sequence[int]) -> Mapping[int, int]:
        """How many pieces of each line have come back, by line."""

    def habit(self, customer_id: int, mcu: str, currency: str) -> Habit: ...
    def last_prices(self, customers: Sequence[int]) -> Mapping[tuple[int, str], Decimal]:
        """In yuan, by customer and folded model: of the newest line of each."""

    def same_batch(self, codes: Sequence[str], agency_id: int) -> Mapping[str, Sequence[OrderId]]:
        """Living orders of other agencies that name one of the batches."""

    def deliver(
        self, line_id: int, *, quantity: int, day: date, batches: Sequence[str], author_id: int, at: datetime
    ) -> None: ...
    def deliveries(self, order_id: int) -> Sequence[Delivery]: ...
    def move(self, gone: int, into: int) -> None:
        """Two customers turned out to be one."""

    def tally(self, customer_id: int, agency_id: int, since: date | None = None) -> Tally:
        """Of one agency's orders of a customer, by the contract's day."""

    def kept_by(self, customer_id: int, agency_id: int) -> Sequence[tuple[date, datetime]]:
        """The contract's day and the moment of logging of the agency's orders of the customer that count, but for returns and
        what has come back whole."""

    # cards and drafts

    def wait(
        self,
        *,
        state: WaitState,
        agency_id: int,
        author_id: int,
        customer_id: int | None,
        text: str,
        rows: Sequence[Mapping[str, object]],
        at: datetime,
        written_on: date,
        asked_id: int | None = None,
        message: int | None = None,
    ) -> Waiting: ...
    def waiting(self, waiting_id: int, *, lock: bool = False) -> Waiting: ...
    def rewrite(
        self,
        before: Waiting,
        rows: Sequence[Mapping[str, object]],
        state: WaitState,
        *,
        asked_id: int | None = None,
        text: str | None = None,
    ) -> Waiting: ...
    def drop(self, waiting_id: int) -> None: ...
    def waiting_of(
        self, agency_id: int, *, author_id: int | None = None, customer_id: int | None = None
    ) -> Sequence[Waiting]:
        """Oldest first."""

    def aliases(self, agency_id: int) -> Mapping[int, Sequence[str]]:
        """Short names that people of the agency meant, by customer."""

    def learn(self, agency_id: int, customer_id: int, name: str, *, author_id: int, at: datetime) -> bool:
        """Whether it is new. A name means one customer of an agency: the last that was meant."""

    def forget(self, agency_id: int, customer_id: int, name: str) -> None: ...
    def tax_habit(self, agency_id: int, customer_id: int) -> tuple[bool, int]:
        """Whether tax was added to the customer's last prices without it, and to how many in a row it was the same."""

    def keep_tax_answer(self, agency_id: int, customer_id: int, *, added: bool) -> None: ...
