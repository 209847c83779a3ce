"""What was sold or shipped in all, as few rows as exact sums allow: pieces by currency, price and day."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import ColumnElement, Connection, Select, and_, func, select, union_all

from domain.orders.records import OrderState, Portion, Wanted
from storage.tables.orders import order_deliveries, order_lines, orders

LINES = order_lines.join(orders, orders.c.id == order_lines.c.order_id)
OF_LINE = and_(order_deliveries.c.order_id == order_lines.c.order_id, order_deliveries.c.line_id == order_lines.c.id)
COUNTED = orders.c.state == OrderState.LOGGED.value


def sold(conn: Connection, where: Sequence[ColumnElement[bool]], wanted: Wanted) -> list[Portion]:
    """By the contract's day."""
    facts = (order_lines.c.currency, order_lines.c.price, orders.c.day, orders.c.late)
    rows = conn.execute(
        select(*facts, func.sum(order_lines.c.quantity))
        .select_from(LINES)
        .where(COUNTED, *where, *_of_line(wanted), *_between(orders.c.day, wanted))
        .group_by(*facts)
    )
    return [Portion(currency, price, day, late, int(pieces)) for currency, price, day, late, pieces in rows]


def shipped(conn: Connection, where: Sequence[ColumnElement[bool]], wanted: Wanted) -> list[Portion]:
    """By the day of delivery; a line without any was shipped complete on its contract's day."""
    told = select(order_deliveries.c.id).where(OF_LINE)
    whole = _moved(orders.c.day, order_lines.c.quantity, where, wanted).where(~told.exists())
    parts = _moved(order_deliveries.c.day, order_deliveries.c.quantity, where, wanted).where(OF_LINE)
    moved = union_all(whole, parts).subquery()
    facts = (moved.c.currency, moved.c.price, moved.c.day, moved.c.late)
    rows = conn.execute(select(*facts, func.sum(moved.c.pieces)).group_by(*facts))
    return [Portion(currency, price, day, late, int(pieces)) for currency, price, day, late, pieces in rows]


def _moved(
    day: ColumnElement[object], pieces: ColumnElement[int], where: Sequence[ColumnElement[bool]], wanted: Wanted
) -> Select[tuple[object, ...]]:
    return (
        select(order_lines.c.currency, order_lines.c.price, day.label("day"), orders.c.late, pieces.label("pieces"))
        .select_from(LINES)
        .where(COUNTED, *where, *_of_line(wanted), *_between(day, wanted))
    )


def _of_line(wanted: Wanted) -> list[ColumnElement[bool]]:
    """Of an order of several lines those alone that are asked for."""
    found = []
    if wanted.project_id is not None:
        found.append(order_lines.c.project_id == wanted.project_id)
    if wanted.model:
        found.append(order_lines.c.model == wanted.model)
    return found


def _between(day: ColumnElement[object], wanted: Wanted) -> list[ColumnElement[bool]]:
    found = []
    if wanted.since is not None:
        found.append(day >= wanted.since)
    if wanted.until is not None:
        found.append(day <= wanted.until)
    return found
