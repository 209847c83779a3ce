"""Lists of projects over all customers: the ids of a page and the counts from covering indexes, then the page's rows.

A few thousand are found and sorted. Where more fulfil what is asked, so does every few-th project: these are walked in their
order until the page is full, and counted no further than `COUNTED`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from sqlalchemy import ColumnElement, Connection, Row, and_, false, func, not_, or_, select

from domain.base.rights import Reach
from domain.base.searching import words
from domain.base.stage import Stage
from domain.projects.records import COUNTED, ProjectGrouping, ProjectQuery
from storage.records.customer_lists import HELD, PROTECTED, within
from storage.tables.customers import customers
from storage.tables.follow_ups import projects

OF_CUSTOMER = projects.join(customers, customers.c.id == projects.c.customer_id)


def page(conn: Connection, reach: Reach, sought: ProjectQuery) -> tuple[Sequence[Row[tuple[object, ...]]], int]:
    where = [*_living(reach), *_narrowed(sought), *_searched(sought.text, _called)]
    place: ColumnElement[date] = projects.c.changed_at if sought.told_before is not None else projects.c.milestone_on
    some = select(projects.c.id, place.label("place")).select_from(OF_CUSTOMER).where(*where).limit(COUNTED + 1)
    found = some.cte("found")
    counted = select(func.count()).select_from(found)
    if not sought.limit:
        return [], conn.execute(counted).scalar_one()
    first = select(found.c.id, counted.scalar_subquery()).order_by(found.c.place.is_(None), found.c.place, found.c.id)
    known = conn.execute(first.limit(sought.limit).offset(sought.offset)).all()
    total = known[0][1] if known else conn.execute(counted).scalar_one()
    numbers = [each[0] for each in known]
    if total > COUNTED:
        walk = [*_living(reach), *_narrowed(sought), *_searched(sought.text, _is_called)]
        numbers = _walked(conn, walk, sought, place)
    rows = {row.id: row for row in conn.execute(select(projects).where(projects.c.id.in_(numbers)))}
    return [rows[each] for each in numbers], total


def _walked(
    conn: Connection, where: Sequence[ColumnElement[bool]], sought: ProjectQuery, place: ColumnElement[date]
) -> list[int]:
    """By the index of the order, which a join would lose. Those without a milestone come last: a walk ends before them."""
    fulfils = select(customers.c.id).where(customers.c.id == projects.c.customer_id, *where).correlate(projects)
    ids = select(projects.c.id).where(place.is_not(None), fulfils.exists()).order_by(place, projects.c.id)
    numbers = list(conn.execute(ids.limit(sought.limit).offset(sought.offset)).scalars())
    if len(numbers) == sought.limit:
        return numbers
    every = select(projects.c.id).select_from(OF_CUSTOMER).where(*where).order_by(place.is_(None), place, projects.c.id)
    return list(conn.execute(every.limit(sought.limit).offset(sought.offset)).scalars())


def groups(conn: Connection, reach: Reach, by: ProjectGrouping) -> list[tuple[str, int]]:
    column = _GROUPS[by]
    rows = conn.execute(
        select(column, func.count())
        .select_from(OF_CUSTOMER)
        .where(*_living(reach), column.is_not(None))
        .group_by(column)
        .order_by(func.count().desc(), column)
    )
    return [(str(key), count) for key, count in rows if str(key)]


def by_stage_and_domain(conn: Connection, reach: Reach) -> list[tuple[Stage, str, int]]:
    columns = projects.c.stage, projects.c.domain
    rows = conn.execute(
        select(*columns, func.count()).select_from(OF_CUSTOMER).where(*_living(reach)).group_by(*columns)
    )
    return [(Stage(stage), domain, count) for stage, domain, count in rows]


def _living(reach: Reach) -> list[ColumnElement[bool]]:
    return [HELD, within(reach), projects.c.gone.is_(False)]


def _narrowed(sought: ProjectQuery) -> list[ColumnElement[bool]]:
    where: list[ColumnElement[bool]] = []
    for column, value in (
        (projects.c.stage, sought.stage.value if sought.stage is not None else None),
        (projects.c.domain, sought.domain),
        (projects.c.model, sought.model),
        (customers.c.agency_id, sought.agency_id),
        (customers.c.contact_id, sought.contact_id),
    ):
        if value is not None:
            where.append(column == value)
    if sought.milestone_from is not None:
        where.append(projects.c.milestone_on >= sought.milestone_from)
    if sought.milestone_to is not None:
        where.append(projects.c.milestone_on <= sought.milestone_to)
    if sought.told_before is not None:
        where.append(projects.c.changed_at < sought.told_before)
    if sought.told_since is not None:
        where.append(projects.c.changed_at >= sought.told_since)
    return where


def _searched(text: str, called: Callable[[str], ColumnElement[bool]]) -> list[ColumnElement[bool]]:
    asked = words(text)
    return [false()] if text.strip() and not asked else [called(each) for each in asked]


def _called(word: str) -> ColumnElement[bool]:
    """The project is called so, or its customer; a customer is found by its projects as well, but where one of them is
    called so, that one is meant and none beside it."""
    sister, named = projects.alias("sister"), customers.alias("named")
    has = sister.c.find.contains(word, autoescape=True)
    called_so = select(sister.c.id, sister.c.customer_id).where(sister.c.gone.is_(False), has).cte()
    of_name = select(named.c.id).where(named.c.state == PROTECTED, named.c.find.contains(word, autoescape=True))
    # sets that are made once and looked into, rather than a question of each project
    return or_(
        projects.c.id.in_(select(called_so.c.id)),
        and_(projects.c.customer_id.in_(of_name), projects.c.customer_id.not_in(select(called_so.c.customer_id))),
    )


def _is_called(word: str) -> ColumnElement[bool]:
    """The same, asked of one project at a time: for a walk, which looks at few."""
    sister = projects.alias("sister")
    called_so = select(sister.c.id).where(
        sister.c.customer_id == customers.c.id,
        sister.c.gone.is_(False),
        sister.c.find.contains(word, autoescape=True),
    )
    return or_(
        projects.c.find.contains(word, autoescape=True),
        and_(customers.c.find.contains(word, autoescape=True), not_(called_so.correlate(customers).exists())),
    )


_GROUPS: dict[ProjectGrouping, ColumnElement[object]] = {
    ProjectGrouping.STAGE: projects.c.stage,
    ProjectGrouping.DOMAIN: projects.c.domain,
    ProjectGrouping.MODEL: projects.c.model,
    ProjectGrouping.PERSON: customers.c.contact_id,
    ProjectGrouping.AGENCY: customers.c.agency_id,
}
