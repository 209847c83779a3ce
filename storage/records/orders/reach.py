"""Which orders: those that a reader sees, those that are wanted."""

from __future__ import annotations

from sqlalchemy import (
    ColumnElement,
    CompoundSelect,
    select,
    true,
    union_all,
)

from domain.base.rights import Reach
from domain.names import same_key
from domain.orders.records import (
    OrderState,
    Wanted,
)
from storage.records.customer_lists import PROTECTED
from storage.tables.customers import customers
from storage.tables.orders import (
    order_batches,
    order_lines,
    orders,
)

LIVING = (OrderState.LOGGED.value, OrderState.LATE.value)


def batch_key(code: str) -> str:
    """Width, case, blanks and marks don't tell batches apart."""
    return same_key(code)[:60]


def within(reach: Reach) -> ColumnElement[bool]:
    """The orders that a reach covers. One's own are those of the customers in one's hands, as far as the own agency logged
    them; of a customer that the agency has lost, those from when it was in one's hands."""
    if reach.all:
        return true()
    if reach.unit_id is not None:
        return orders.c.unit_id == reach.unit_id
    if reach.agency_id is not None:
        return orders.c.agency_id == reach.agency_id
    return orders.c.id.in_(own(reach.account_id))


def own(account_id: int | None) -> CompoundSelect[tuple[int]]:
    """Two ways to one's own, each by an index: either database would look at every order for an OR of both."""
    one = orders.alias("one")
    theirs = select(one.c.id).join(customers, customers.c.id == one.c.customer_id)
    held = theirs.where(
        customers.c.state == PROTECTED,
        customers.c.contact_id == account_id,
        customers.c.agency_id == one.c.agency_id,
    )
    lost = theirs.where(one.c.contact_id == account_id, customers.c.agency_id.is_distinct_from(one.c.agency_id))
    return union_all(held, lost)


def place(wanted: Wanted) -> tuple[ColumnElement[object], ...]:
    """Newest first: by the contract's day; of what was logged in a while by that moment, whose index is walked then."""
    by_moment = wanted.logged_since is not None or wanted.logged_until is not None
    return (orders.c.at.desc() if by_moment else orders.c.day.desc(), orders.c.id.desc())


def narrowed(wanted: Wanted) -> list[ColumnElement[bool]]:
    where: list[ColumnElement[bool]] = [orders.c.state.in_(sorted(each.value for each in wanted.states))]
    for column, value in (
        (orders.c.customer_id, wanted.customer_id),
        (orders.c.author_id, wanted.author_id),
    ):
        if value is not None:
            where.append(column == value)
    if wanted.since is not None:
        where.append(orders.c.day >= wanted.since)
    if wanted.until is not None:
        where.append(orders.c.day <= wanted.until)
    if wanted.logged_since is not None:
        where.append(orders.c.at >= wanted.logged_since)
    if wanted.logged_until is not None:
        where.append(orders.c.at < wanted.logged_until)
    if wanted.project_id is not None:
        where.append(
            orders.c.id.in_(select(order_lines.c.order_id).where(order_lines.c.project_id == wanted.project_id))
        )
    if wanted.model:
        where.append(orders.c.id.in_(select(order_lines.c.order_id).where(order_lines.c.model == wanted.model)))
    if wanted.batch:
        where.append(
            orders.c.id.in_(select(order_batches.c.order_id).where(order_batches.c.code == batch_key(wanted.batch)))
        )
    return where
