"""Whom somebody logs orders for, as the form asks it: customers of the agency, or one's own, and their projects."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from domain.base.errors import NotAllowed, NotFound
from domain.base.policy.model import OrdersPolicy as Rules
from domain.base.rights import Action, reach
from domain.base.searching import fits, words
from domain.base.work import Work
from domain.customers.records import Customer, Search
from domain.orders import knowing, logged, months
from domain.orders.logged import Slip
from domain.orders.recording import check_day, of_customer
from domain.orders.records import Wanted
from domain.orders.scope import logged_for
from domain.orders.tenure import Tenure
from domain.projects.records import Project

LATELY = 40
"""Among so many orders it is looked for whom was logged lately."""


@dataclass(frozen=True, slots=True)
class OrderCustomer:
    """A customer to log for; `lost`: the agency doesn't have it any more, only contracts from before count."""

    customer: int
    name: str
    contact: str
    lost: bool = False
    projects: bool = True
    """Whether there is one that an order may name."""


def customers(work: Work, text: str, offset: int, limit: int) -> tuple[Sequence[OrderCustomer], int]:
    """One page, and how many there are: those in hand first, then those lost lately. Raises `NotAllowed`."""
    mine = reach(work.actor, Action.LOG_ORDERS)
    held = work.customers.held(mine, Search(text=text, offset=offset, limit=limit))
    asked = words(text)
    lost = [each for each in knowing.lost(work, mine) if fits(each.name, asked)]
    begin = max(0, offset - held.total)
    more = lost[begin : begin + max(0, limit - len(held.rows))]
    rows = [*_told(work, held.rows, lost=False), *_told(work, more, lost=True)]
    return rows, held.total + len(lost)


def lately(work: Work, limit: int) -> Sequence[OrderCustomer]:
    """Those for whom something was logged last. Raises `NotAllowed`."""
    mine = reach(work.actor, Action.LOG_ORDERS)
    found: dict[int, Customer] = {}
    for order in work.orders.newest(mine, Wanted(limit=LATELY)):
        customer = work.customers.get(order.customer_id)
        if customer.agency_id == work.actor.agency_id:
            found.setdefault(customer.id, customer)
    return _told(work, list(found.values())[:limit], lost=False)


def _told(work: Work, customers: Sequence[Customer], *, lost: bool) -> list[OrderCustomer]:
    known = work.projects.of_customers([each.id for each in customers])
    return [
        OrderCustomer(
            each.id,
            each.name,
            work.people.account(each.contact_id).name if each.contact_id is not None and not lost else "",
            lost=lost,
            projects=any(project.told.mcu.strip() for project in known.get(each.id, ())),
        )
        for each in customers
    ]


def whom(work: Work, customer_id: int) -> tuple[OrderCustomer, Tenure]:
    """Raises `NotFound`, `NotAllowed`."""
    customer, had = logged_for(work, customer_id)
    contact = work.people.account(had.contact_id).name
    return OrderCustomer(customer.id, customer.name, contact, lost=not had.held), had


def customer_of(work: Work, project_id: int) -> int:
    """Raises `NotFound`, `NotAllowed`."""
    customer, _ = logged_for(work, work.projects.get(project_id).customer_id)
    return customer.id


def projects(work: Work, customer_id: int) -> Sequence[Project]:
    """Those that an order may name: with a model. Raises `NotFound`, `NotAllowed`."""
    logged_for(work, customer_id)
    return [each for each in work.projects.of_customer(customer_id) if each.told.mcu.strip()]


def rules(work: Work) -> Rules:
    return work.policy.orders


def slip(
    work: Work,
    customer_id: int,
    project_id: int,
    *,
    quantity: int | None = None,
    price: Decimal | None = None,
    currency: str = "",
) -> Slip:
    """Whether a figure is far from the customer's habit with the model. Raises `NotFound`, `NotAllowed`."""
    logged_for(work, customer_id)
    mcu = of_customer(work, customer_id, project_id).told.mcu
    return logged.unusual(work, customer_id, mcu, quantity=quantity, price=price, currency=currency or "CNY")


def last_price(work: Work, customer_id: int, project_id: int, currency: str) -> Decimal | None:
    """What the customer paid for the model last. Raises `NotFound`, `NotAllowed`."""
    logged_for(work, customer_id)
    return logged.habit(work, customer_id, of_customer(work, customer_id, project_id).told.mcu, currency).price


def is_late(work: Work, customer_id: int, day: date, written_on: date | None) -> bool:
    """Whether it would be 补录. Raises `NotFound`, `NotAllowed`, `DayOutside`."""
    _, had = logged_for(work, customer_id)
    check_day(had, day)
    return months.is_closed(day, min(written_on or work.today, work.today), work.policy.orders.month_closes_on)


def may_log(work: Work, customer_id: int) -> tuple[bool, bool]:
    """Whether the actor may log for the customer, and whether it has a project that an order may name."""
    try:
        return True, bool(projects(work, customer_id))
    except (NotFound, NotAllowed):
        return False, False


def is_closed(work: Work, day: date) -> bool:
    """Whether what is of that day comes too late for its month."""
    return months.is_closed(day, work.today, work.policy.orders.month_closes_on)
