"""Lists of projects over all customers: the ids of a page and the counts from covering indexes, then the page's rows."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sqlalchemy import ColumnElement, Connection, Row, and_, false, func, not_, or_, select

from domain.projects import ProjectGrouping, Sought, Stage
from domain.rights import Reach
from domain.searching import words
from storage.records.customer_lists import HELD, within
from storage.tables.followups import projects
from storage.tables.records import customers

OF_CUSTOMER = projects.join(customers, customers.c.id == projects.c.customer_id)


def page(conn: Connection, reach: Reach, sought: Sought) -> tuple[Sequence[Row[tuple[object, ...]]], int]:
    where = [*_living(reach), *_narrowed(sought)]
    total = conn.execute(select(func.count()).select_from(OF_CUSTOMER).where(*where)).scalar_one()
    if not sought.limit or not total:
        return [], total
    place: ColumnElement[object] = projects.c.changed_at
    if sought.told_before is None:
        place = func.coalesce(projects.c.milestone_on, date.max)
    ids = (
        select(projects.c.id)
        .select_from(OF_CUSTOMER)
        .where(*where)
        .order_by(place, projects.c.id)
        .limit(sought.limit)
        .offset(sought.offset)
    )
    numbers = list(conn.execute(ids).scalars())
    rows = {row.id: row for row in conn.execute(select(projects).where(projects.c.id.in_(numbers)))}
    return [rows[each] for each in numbers], total


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


def _narrowed(sought: Sought) -> list[ColumnElement[bool]]:
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
    asked = words(sought.text)
    if sought.text.strip() and not asked:
        return [false()]
    where += [_called(each) for each in asked]
    return where


def _called(word: str) -> ColumnElement[bool]:
    """The project is called so, or its customer; a customer is found by its projects as well, but where one of them is
    called so, that one is meant and none beside it."""
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
