"""Lists of protected customers. Each is read from one index that holds all that is asked for, then the page's rows.

A search looks at each customer within the reader's reach: two hundred nanoseconds a customer, and no index of words to
be kept.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    Table,
    bindparam,
    case,
    false,
    func,
    literal_column,
    or_,
    select,
    true,
    union_all,
)

from domain.base.rights import Reach
from domain.base.searching import words
from domain.customers.records import CustomerSorting, Grouping, HeldBy, HeldCounts, Search
from storage.engine.reach import WHOSE, shape
from storage.engine.statements import each_once
from storage.tables.customers import customers
from storage.tables.follow_ups import customer_engineers, projects
from storage.tables.people import accounts, agencies

PROTECTED: ColumnElement[str] = literal_column("'protected'")
HELD: ColumnElement[bool] = customers.c.state == PROTECTED
"""Not a parameter: only so does SQLite see that the partial indexes serve."""


def within(reach: Reach) -> ColumnElement[bool]:
    """The customers that a reach covers, as `domain.customers.scope.belongs` says it of one."""
    by, of = shape(reach)
    return _within(by, of.get("whose"))


def _within(by: str, whose: object = WHOSE) -> ColumnElement[bool]:
    match by:
        case "all":
            return true()
        case "unit":
            return customers.c.agency_id.in_(select(agencies.c.id).where(agencies.c.unit_id == whose))
        case "agency":
            own_agency: ColumnElement[bool] = customers.c.agency_id == whose
            return own_agency
        case _:  # two short lists rather than an OR, which would look at every customer there is
            own = customers.alias("own")
            held = select(own.c.id).where(own.c.state == PROTECTED, own.c.contact_id == whose)
            helped = select(customer_engineers.c.customer_id).where(customer_engineers.c.account_id == whose)
            return customers.c.id.in_(union_all(held, helped))


def of_a_colleague(asked: Table) -> ColumnElement[bool]:
    """Of what an account asked for: another of its agency has the customer by now (`domain.customers.askers`)."""
    has = (
        customers.c.id == asked.c.customer_id,
        customers.c.agency_id == asked.c.agency_id,
        customers.c.contact_id != WHOSE,
    )
    return select(customers.c.id).where(HELD, *has).exists()


def wanted(conn: Connection, reach: Reach, search: Search) -> list[ColumnElement[bool]]:
    """What the customers searched for fulfil."""
    return [HELD, within(reach), *_narrowed(search), *_searched(conn, reach, search.text)]


def page(conn: Connection, reach: Reach, search: Search) -> tuple[Sequence[int], int]:
    """The ids of one page, and how many there are in all."""
    where = wanted(conn, reach, search)
    if not search.limit:
        return [], _count(conn, where)
    if reach.all and _stand_in_order(search):
        return _walked(conn, where, search), _count(conn, where)
    found = (
        select(customers.c.id, func.coalesce(_column(search.order), date.max).label("place")).where(*where).cte("found")
    )
    rows = conn.execute(
        select(found.c.id, select(func.count()).select_from(found).scalar_subquery())
        .order_by(found.c.place, found.c.id)
        .limit(search.limit)
        .offset(search.offset)
    ).all()
    if not rows:  # a page behind the last one; the first is empty where there is nothing
        return [], _count(conn, where) if search.offset else 0
    return [row[0] for row in rows], rows[0][1]


def _stand_in_order(search: Search) -> bool:
    """Whether an index has just those that are wanted, in their order. Where fewer are, it would lead a database row by
    row to the few; so these are found in a covering index and sorted."""
    asked = (search.text.strip(), search.agency_id, search.stage, search.domain, search.region, search.contact_id)
    return not (any(asked) or search.without_project) and (
        search.due_before is None or search.order is CustomerSorting.DUE
    )


def _walked(conn: Connection, where: Sequence[ColumnElement[bool]], search: Search) -> list[int]:
    ids = (
        select(customers.c.id)
        .where(*where)
        .order_by(_column(search.order).asc().nulls_last(), customers.c.id)
        .limit(search.limit)
        .offset(search.offset)
    )
    return list(conn.execute(ids).scalars())


def _count(conn: Connection, where: Sequence[ColumnElement[bool]]) -> int:
    return conn.execute(select(func.count()).select_from(customers).where(*where)).scalar_one()


def tally(conn: Connection, reach: Reach, ending_by: date, today: date) -> HeldCounts:
    by, of = shape(reach)
    counted = conn.execute(_tally(by), {**of, "ending_by": ending_by, "today": today}).one()
    return HeldCounts(held=counted.held, ending=counted.ending, overdue=counted.overdue)


@each_once
def _tally(by: str) -> Select[object]:
    """Three counts, each from the index that suits it: held, ending, overdue."""
    held = select(func.count()).where(HELD, _within(by))
    ending = held.where(customers.c.protected_until <= bindparam("ending_by"))
    overdue = held.where(customers.c.follow_up_due < bindparam("today"))
    return select(
        *(
            each.scalar_subquery().label(name)
            for each, name in ((held, "held"), (ending, "ending"), (overdue, "overdue"))
        )
    )


def tallies(conn: Connection, reach: Reach, by: Grouping, ending_by: date, today: date) -> list[HeldBy]:
    column = _GROUPS[by]
    ends, is_due = customers.c.protected_until <= ending_by, customers.c.follow_up_due < today
    counts = (func.count(), *(func.count(case((each, 1))) for each in (ends, is_due)))
    rows = conn.execute(select(column, *counts).where(HELD, within(reach), column.is_not(None)).group_by(column))
    return [
        HeldBy(int(key), HeldCounts(held=held, ending=ending, overdue=overdue)) for key, held, ending, overdue in rows
    ]


def groups(conn: Connection, reach: Reach, by: Grouping) -> list[tuple[str, int]]:
    column = _GROUPS[by]
    rows = conn.execute(
        select(column, func.count())
        .where(HELD, within(reach), column.is_not(None))
        .group_by(column)
        .order_by(func.count().desc(), column)
    )
    return [(str(key), count) for key, count in rows]


def _narrowed(search: Search) -> list[ColumnElement[bool]]:
    narrowed: list[ColumnElement[bool]] = []
    if search.agency_id is not None:
        narrowed.append(customers.c.agency_id == search.agency_id)
    if search.stage is not None:
        narrowed.append(customers.c.stage == search.stage.value)
    if search.domain is not None:
        narrowed.append(customers.c.domain == search.domain)
    if search.due_before is not None:
        narrowed.append(customers.c.follow_up_due < search.due_before)
    if search.contact_id is not None:
        narrowed.append(customers.c.contact_id == search.contact_id)
    if search.region is not None:
        lies_in = customers.c.region.startswith(f"{search.region} ", autoescape=True)
        narrowed.append(or_(customers.c.region == search.region, lies_in))
    if search.ending_by is not None:
        narrowed.append(customers.c.protected_until <= search.ending_by)
    if search.without_project:  # one that was told of, and stopped, leaves no stage either
        told = select(projects.c.id).where(projects.c.customer_id == customers.c.id).exists()
        narrowed += [customers.c.stage.is_(None), ~told]
    return narrowed


def _searched(conn: Connection, reach: Reach, text: str) -> list[ColumnElement[bool]]:
    """Each word is in what the customer is found by, or in the name of whose it is."""
    asked = words(text)
    if text.strip() and not asked:
        return [false()]  # nothing but punctuation: no name has that
    return [or_(_has(customers, word), *_theirs(conn, reach, word)) for word in asked]


def _theirs(conn: Connection, reach: Reach, word: str) -> list[ColumnElement[bool]]:
    """The customers of agencies and people of that name, where the reader's reach holds more than one of them."""
    if reach.account_id is not None:
        return []
    people = select(accounts.c.id).where(_has(accounts, word), accounts.c.agency_id.is_not(None))
    ways = [(customers.c.contact_id, people)]
    if reach.agency_id is None:
        ways.append((customers.c.agency_id, select(agencies.c.id).where(_has(agencies, word))))
    # Mostly nobody is called so; then customers are looked at more quickly.
    return [column.in_(named) for column, named in ways if conn.execute(named.limit(1)).first() is not None]


def _has(table: Table, word: str) -> ColumnElement[bool]:
    return table.c.find.contains(word, autoescape=True)


def _column(by: CustomerSorting) -> ColumnElement[object]:
    return customers.c.protected_until if by is CustomerSorting.ENDING else customers.c.follow_up_due


_GROUPS = {
    Grouping.AGENCY: customers.c.agency_id,
    Grouping.STAGE: customers.c.stage,
    Grouping.DOMAIN: customers.c.domain,
    Grouping.REGION: customers.c.region,
    Grouping.PERSON: customers.c.contact_id,
}
