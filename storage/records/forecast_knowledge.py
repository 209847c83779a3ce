"""What a forecast is made of: projects as they had been told of, orders as they counted at a moment."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date, datetime, tzinfo
from itertools import groupby, takewhile

from sqlalchemy import ColumnElement, Connection, Select, func, select

from domain.base.rights import Reach
from domain.base.stage import Stage
from domain.forecast.knowledge import ProjectSale
from domain.forecast.records import Prospect
from domain.products.mcus import model_key
from domain.statistics.records import Only
from storage.engine import Found
from storage.records.customer_lists import HELD, within
from storage.records.orders.rows import line_from_json
from storage.records.orders.sums import COUNTED, LINES
from storage.records.projects import item_from_json
from storage.tables.customers import customers
from storage.tables.follow_ups import project_tellings, projects
from storage.tables.orders import order_lines, order_versions, orders
from storage.tables.people import agencies

AT_ONCE = 500
OF_HOLDER = projects.join(customers, customers.c.id == projects.c.customer_id).join(
    agencies, agencies.c.id == customers.c.agency_id
)


def more_than(conn: Connection, many: int, reach: Reach, only: Only) -> bool:
    some = _held(reach, only).with_only_columns(projects.c.id).limit(many + 1).subquery()
    return conn.execute(select(func.count()).select_from(some)).scalar_one() > many


def prospects(conn: Connection, reach: Reach, only: Only, before: datetime, zone: tzinfo) -> Sequence[Prospect]:
    held = {row.id: row for row in conn.execute(_held(reach, only).order_by(projects.c.id))}
    found = []
    for some in _portions(list(held)):
        told = (
            select(project_tellings.c.project_id, project_tellings.c.at, project_tellings.c.told)
            .where(project_tellings.c.project_id.in_(some), project_tellings.c.at < before)
            .order_by(project_tellings.c.project_id, project_tellings.c.at, project_tellings.c.id)
        )
        for project, history in groupby(conn.execute(told), key=lambda row: row.project_id):
            found.append(_prospect(held[project], list(history), zone))
    return found


def _held(reach: Reach, only: Only) -> Select[tuple[int, int, int | None, int, int | None]]:
    return (
        select(projects.c.id, projects.c.customer_id, customers.c.agency_id, agencies.c.unit_id, customers.c.contact_id)
        .select_from(OF_HOLDER)
        .where(HELD, within(reach), projects.c.gone.is_(False), customers.c.contact_id.is_not(None), *_narrowed(only))
    )


def told_before(conn: Connection, moment: datetime) -> bool:
    """By the oldest that is there, which is nearly always among the first."""
    oldest = select(project_tellings.c.at).order_by(project_tellings.c.id).limit(1)
    first = conn.execute(oldest).scalar_one_or_none()
    return first is not None and first < moment


def _prospect(held: Found, history: Sequence[Found], zone: tzinfo) -> Prospect:
    told = item_from_json(history[-1].told)
    stages = [(Stage(each.told["stage"]), each.at.astimezone(zone).date()) for each in history]
    return Prospect(
        id=held.id,
        customer_id=held.customer_id,
        agency_id=held.agency_id,
        unit_id=held.unit_id,
        contact_id=held.contact_id,
        domain=told.domain,
        model=model_key(told.mcu)[:60],
        stage=told.stage,
        stage_since=_since(history, "stage", zone),
        told_on=stages[-1][1],
        yearly=told.yearly,
        milestone=told.milestone,
        milestone_on=told.milestone_on,
        yearly_since=_since(history, "yearly", zone),
        name=told.name,
        mcu=told.mcu,
        produced_since=next((day for stage, day in stages if stage is Stage.PRODUCTION), None),
    )


def _since(history: Sequence[Found], fact: str, zone: tzinfo) -> date:
    """The day of the report since which it is told as it is."""
    same = takewhile(lambda each: each.told[fact] == history[-1].told[fact], reversed(history))
    at: datetime = list(same)[-1].at
    return at.astimezone(zone).date()


def _narrowed(only: Only) -> Iterator[ColumnElement[bool]]:
    pairs = (
        (customers.c.id, only.customer),
        (customers.c.agency_id, only.agency),
        (customers.c.contact_id, only.person),
        (agencies.c.unit_id, only.unit),
        (projects.c.model, only.model or None),
        (projects.c.domain, only.domain or None),
    )
    return (column == value for column, value in pairs if value is not None)


def sales(
    conn: Connection, before: datetime, since: date, until: date, wanted: Collection[int] | None
) -> Sequence[ProjectSale]:
    return [*_unchanged(conn, before, since, until, wanted), *_as_they_read(conn, before, since, until, wanted)]


def _unchanged(
    conn: Connection, before: datetime, since: date, until: date, wanted: Collection[int] | None
) -> Iterator[ProjectSale]:
    later = select(order_versions.c.order_id).where(order_versions.c.at >= before)
    query = (
        select(
            order_lines.c.project_id,
            order_lines.c.model,
            orders.c.agency_id,
            orders.c.day,
            order_lines.c.quantity,
            orders.c.unit_id,
            orders.c.contact_id,
        )
        .select_from(LINES)
        .where(COUNTED, orders.c.at < before, orders.c.day >= since, orders.c.day <= until, orders.c.id.not_in(later))
        .order_by(orders.c.day, order_lines.c.id)
    )
    queries = (
        [query]
        if wanted is None
        else [query.where(order_lines.c.project_id.in_(some)) for some in _portions(list(wanted))]
    )
    for each in queries:
        yield from (ProjectSale(*row) for row in conn.execute(each))


def _as_they_read(
    conn: Connection, before: datetime, since: date, until: date, wanted: Collection[int] | None
) -> Iterator[ProjectSale]:
    """Orders that were changed since, as they read before it. What was late and isn't known to have been confirmed by then
    didn't count."""
    first = (
        select(order_versions.c.order_id, func.min(order_versions.c.version).label("version"))
        .where(order_versions.c.at >= before)
        .group_by(order_versions.c.order_id)
        .subquery()
    )
    query = (
        select(order_versions.c.day, order_versions.c.lines, orders.c.agency_id, orders.c.unit_id, orders.c.contact_id)
        .join(first, (first.c.order_id == order_versions.c.order_id) & (first.c.version == order_versions.c.version))
        .join(orders, orders.c.id == order_versions.c.order_id)
        .where(
            orders.c.at < before, orders.c.late.is_(False), order_versions.c.day >= since, order_versions.c.day <= until
        )
    )
    for row in conn.execute(query):
        for line in map(line_from_json, row.lines):
            if wanted is None or line.project_id in wanted:
                model = model_key(line.mcu)[:60]
                yield ProjectSale(
                    line.project_id, model, row.agency_id, row.day, line.quantity, row.unit_id, row.contact_id
                )


def _portions(numbers: Sequence[int]) -> Iterable[Sequence[int]]:
    return (numbers[at : at + AT_ONCE] for at in range(0, len(numbers), AT_ONCE))
