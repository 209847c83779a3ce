"""Lists of protected customers. Each is read from one index that holds all that is asked for, then the page's rows."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, case, false, func, literal_column, select, true, union_all

from domain.customers import Grouping, Order, Search, Tally
from domain.rights import Reach
from domain.searching import words
from storage.tables.followups import customer_engineers
from storage.tables.records import agencies, customers

PROTECTED: ColumnElement[str] = literal_column("'protected'")
HELD: ColumnElement[bool] = customers.c.state == PROTECTED
"""Not a parameter: only so does SQLite see that the partial indexes serve."""


def within(reach: Reach) -> ColumnElement[bool]:
    """The customers that a reach covers, as `domain.scope.belongs` says it of one."""
    if reach.all:
        return true()
    if reach.unit_id is not None:
        return customers.c.agency_id.in_(select(agencies.c.id).where(agencies.c.unit_id == reach.unit_id))
    if reach.agency_id is not None:
        return customers.c.agency_id == reach.agency_id
    # Two short lists rather than an OR, which would look at every customer there is.
    own = customers.alias("own")
    held = select(own.c.id).where(own.c.state == PROTECTED, own.c.contact_id == reach.account_id)
    helped = select(customer_engineers.c.customer_id).where(customer_engineers.c.account_id == reach.account_id)
    return customers.c.id.in_(union_all(held, helped))


def page(conn: Connection, reach: Reach, search: Search) -> tuple[Sequence[int], int]:
    """The ids of one page, and how many there are in all."""
    wanted = _wanted(search)
    where = [HELD, within(reach), *wanted]
    count = select(func.count()).select_from(customers).where(*where)
    if reach.all and not wanted:
        return _walked(conn, where, search), conn.execute(count).scalar_one()
    rows = conn.execute(
        select(customers.c.id, func.count().over())
        .where(*where)
        .order_by(func.coalesce(_column(search.order), date.max), customers.c.id)
        .limit(search.limit)
        .offset(search.offset)
    ).all()
    return [row[0] for row in rows], rows[0][1] if rows else conn.execute(count).scalar_one()


def _walked(conn: Connection, where: Sequence[ColumnElement[bool]], search: Search) -> list[int]:
    """All are wanted: an index has them in their order. Where fewer are, that order would lead a database row by row to
    the few; so these are found in the covering index and sorted by what no index has."""
    ids = (
        select(customers.c.id)
        .where(*where)
        .order_by(_column(search.order).asc().nulls_last(), customers.c.id)
        .limit(search.limit)
        .offset(search.offset)
    )
    return list(conn.execute(ids).scalars())


def tally(conn: Connection, reach: Reach, ending_by: date, today: date) -> Tally:
    row = conn.execute(
        select(
            func.count(),
            func.count(case((customers.c.protected_until <= ending_by, 1))),
            func.count(case((customers.c.follow_up_due < today, 1))),
        )
        .select_from(customers)
        .where(HELD, within(reach))
    ).one()
    return Tally(held=row[0], ending=row[1], overdue=row[2])


def groups(conn: Connection, reach: Reach, by: Grouping) -> list[tuple[str, int]]:
    column = _GROUPS[by]
    rows = conn.execute(
        select(column, func.count())
        .where(HELD, within(reach), column.is_not(None))
        .group_by(column)
        .order_by(func.count().desc(), column)
    )
    return [(str(key), count) for key, count in rows]


def _wanted(search: Search) -> list[ColumnElement[bool]]:
    asked = words(search.text)
    wanted: list[ColumnElement[bool]] = [customers.c.find.contains(word, autoescape=True) for word in asked]
    if search.text.strip() and not asked:
        wanted.append(false())  # nothing but punctuation: no name has that
    if search.agency_id is not None:
        wanted.append(customers.c.agency_id == search.agency_id)
    if search.stage is not None:
        wanted.append(customers.c.stage == search.stage.value)
    if search.domain is not None:
        wanted.append(customers.c.domain == search.domain)
    if search.due_before is not None:
        wanted.append(customers.c.follow_up_due < search.due_before)
    return wanted


def _column(by: Order) -> ColumnElement[Any]:
    return customers.c.protected_until if by is Order.ENDING else customers.c.follow_up_due


_GROUPS = {
    Grouping.AGENCY: customers.c.agency_id,
    Grouping.STAGE: customers.c.stage,
    Grouping.DOMAIN: customers.c.domain,
}
