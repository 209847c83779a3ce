"""Lists of protected customers. Each is read from one index that holds all that is asked for, then the page's rows."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sqlalchemy import ColumnElement, Connection, case, false, func, literal_column, or_, select, true

from domain.customers import Grouping, Order, Search, Tally
from domain.rights import Reach
from domain.searching import words
from storage.tables.followups import customer_engineers
from storage.tables.records import agencies, customers

HELD: ColumnElement[bool] = customers.c.state == literal_column("'protected'")
"""Not a parameter: only so does SQLite see that the partial indexes serve."""


def within(reach: Reach) -> ColumnElement[bool]:
    """The customers that a reach covers, as `domain.scope.belongs` says it of one."""
    if reach.all:
        return true()
    if reach.unit_id is not None:
        return customers.c.agency_id.in_(select(agencies.c.id).where(agencies.c.unit_id == reach.unit_id))
    if reach.agency_id is not None:
        return customers.c.agency_id == reach.agency_id
    assigned = select(customer_engineers.c.customer_id).where(customer_engineers.c.account_id == reach.account_id)
    return or_(customers.c.contact_id == reach.account_id, customers.c.id.in_(assigned))


def page(conn: Connection, reach: Reach, search: Search) -> tuple[Sequence[int], int]:
    """The ids of one page, and how many there are in all."""
    where = [HELD, within(reach), *_wanted(search)]
    total = conn.execute(select(func.count()).select_from(customers).where(*where)).scalar_one()
    ids = conn.execute(
        select(customers.c.id).where(*where).order_by(*_ORDERS[search.order]).limit(search.limit).offset(search.offset)
    )
    return list(ids.scalars()), total


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


_ORDERS = {
    Order.ENDING: (customers.c.protected_until.asc().nulls_last(), customers.c.id),
    Order.DUE: (customers.c.follow_up_due.asc().nulls_last(), customers.c.id),
}
_GROUPS = {
    Grouping.AGENCY: customers.c.agency_id,
    Grouping.STAGE: customers.c.stage,
    Grouping.DOMAIN: customers.c.domain,
}
