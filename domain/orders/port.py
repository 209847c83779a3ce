"""Where orders, their cards and what was learned of them are kept."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Protocol

from domain.base.rights import Reach
from domain.customers.history import OrderTotals
from domain.orders.records import (
    CorrectionReason,
    DaySum,
    Delivery,
    Facet,
    Habit,
    NewLine,
    NewOrder,
    Order,
    OrderId,
    OrdersFound,
    OrderState,
    OrderVersion,
    Portion,
    Sale,
    WaitingOrder,
    WaitState,
    Wanted,
)


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
        self,
        before: Order,
        *,
        day: date,
        lines: Sequence[NewLine],
        author_id: int,
        at: datetime,
        why: CorrectionReason,
        contact_id: int | None = None,
    ) -> Order:
        """The next version; what stood before is kept. A line keeps its id by its place, an order its salesperson where no
        other is named."""

    def set_state(
        self, order: Order, state: OrderState, *, author_id: int, at: datetime, why: CorrectionReason
    ) -> Order: ...
    def versions(self, order_id: int) -> Sequence[OrderVersion]:
        """What stood before, oldest first; the present one isn't among them."""

    def find(self, reach: Reach, wanted: Wanted) -> OrdersFound: ...
    def newest(self, reach: Reach, wanted: Wanted) -> Sequence[Order]:
        """The same without counting them."""

    def of_days(self, agency_id: int, days: Sequence[tuple[int, date]]) -> Mapping[tuple[int, date], Sequence[Order]]:
        """Living orders of an agency by customer and contract day, oldest first."""

    def day_sums(self, reach: Reach, since: datetime, until: datetime) -> Sequence[DaySum]:
        """By agency and author, of what was logged from `since` on and before `until`."""

    def after(self, reach: Reach, wanted: Wanted, order_id: int, limit: int) -> Sequence[Order]:
        """The next ones behind that order, by id: for going through all of them in portions."""

    def facets(self, reach: Reach, wanted: Wanted, by: Facet) -> Sequence[tuple[int | str, str]]:
        """Of the newest ones, as many as are wanted."""

    def sums(self, reach: Reach, wanted: Wanted, *, shipped: bool) -> Sequence[Portion]:
        """Of what counts, returns netted: by the contract's day, or (`shipped`) by that of delivery. The days that are wanted
        are these."""

    def sold(self, reach: Reach, models: Sequence[str], since: date, until: date) -> Sequence[Sale]:
        """Of living orders, returns left out: what averages are made of."""

    def linked(self, order: Order) -> Sequence[Order]:
        """The others of one row that was split, by number."""

    def returns_of(self, lines: Sequence[int]) -> Sequence[Order]:
        """Living orders that give something of the lines back, oldest first."""

    def returned(self, lines: Sequence[int]) -> Mapping[int, int]:
        """How many pieces of each line have come back, by line."""

    def habit(self, agency_id: int, customer_id: int, mcu: str, currency: str) -> Habit:
        """Of the agency's own orders: what another one sold the customer is nothing that it may learn."""

    def last_prices(self, agency_id: int, customers: Sequence[int]) -> Mapping[tuple[int, str], Decimal]:
        """In yuan, by customer and folded model: of the newest line of each that the agency itself logged."""

    def same_batch(self, codes: Sequence[str], agency_id: int) -> Mapping[str, Sequence[OrderId]]:
        """Living orders of other agencies that name one of the batches."""

    def deliver(
        self, line_id: int, *, quantity: int, day: date, batches: Sequence[str], author_id: int, at: datetime
    ) -> None: ...
    def deliveries(self, order_id: int) -> Sequence[Delivery]: ...
    def move(self, gone: int, into: int) -> None:
        """Two customers turned out to be one."""

    def move_unit(self, gone: int, into: int) -> None:
        """A unit became another."""

    def of_unit(self, unit_id: int) -> bool:
        """Whether there are any."""

    def tally(self, customer_id: int, agency_id: int, since: date | None = None) -> OrderTotals:
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
        job: int | None = None,
    ) -> WaitingOrder: ...
    def waiting(self, waiting_id: int, *, lock: bool = False) -> WaitingOrder: ...
    def rewrite(
        self,
        before: WaitingOrder,
        rows: Sequence[Mapping[str, object]],
        state: WaitState,
        *,
        asked_id: int | None = None,
        text: str | None = None,
    ) -> WaitingOrder: ...
    def drop(self, waiting_id: int) -> None: ...
    def waiting_of(
        self, agency_id: int, *, author_id: int | None = None, customer_id: int | None = None
    ) -> Sequence[WaitingOrder]:
        """Oldest first."""

    def waiting_of_job(self, job_id: int, limit: int) -> Sequence[WaitingOrder]:
        """What a list brought and nobody has confirmed, held until the transaction ends."""

    def aliases(self, agency_id: int) -> Mapping[int, Sequence[str]]:
        """Short names that people of the agency meant, by customer."""

    def learn(self, agency_id: int, customer_id: int, name: str, *, author_id: int, at: datetime) -> bool:
        """Whether it is new. A name means one customer of an agency: the last that was meant."""

    def forget(self, agency_id: int, customer_id: int, name: str) -> None: ...
    def tax_habit(self, agency_id: int, customer_id: int) -> tuple[bool, int]:
        """Whether tax was added to the customer's last prices without it, and to how many in a row it was the same."""

    def keep_tax_answer(self, agency_id: int, customer_id: int, *, added: bool) -> None: ...
