"""What figures add up, kept as the orders say it: rewritten for an order in the transaction that changes it.

It is never reckoned on from what was there, so it can't drift: what an order's rows are is one statement (`_said`), which makes
all of them anew as well, and tells whether those that are kept are the same.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sqlalchemy import (
    ColumnElement,
    CompoundSelect,
    Connection,
    Select,
    and_,
    delete,
    false,
    func,
    insert,
    literal,
    select,
    true,
    union_all,
    update,
)
from sqlalchemy.sql.roles import ColumnsClauseRole

from domain.orders.records import OrderState
from storage.tables.orders import order_deliveries, order_lines, orders
from storage.tables.sales import sales

_LINES = order_lines.join(orders, orders.c.id == order_lines.c.order_id)
_OF_LINE = and_(order_deliveries.c.order_id == order_lines.c.order_id, order_deliveries.c.line_id == order_lines.c.id)
_COUNTS = orders.c.state == OrderState.LOGGED.value
AT_ONCE = 1_000


def keep(conn: Connection, order_ids: Sequence[int] | None, *, new: bool = False) -> None:
    """As these orders (None: all) are now. `new`: there are no rows of them yet."""
    if order_ids is None:
        conn.execute(delete(sales))
        conn.execute(insert(sales).from_select(_columns(), _said(None)))
        return
    for at in range(0, len(order_ids), AT_ONCE):
        some = order_ids[at : at + AT_ONCE]
        if not new:
            conn.execute(delete(sales).where(sales.c.order_id.in_(some)))
        conn.execute(insert(sales).from_select(_columns(), _said(some)))


def move(conn: Connection, gone: int, into: int) -> None:
    """What was one customer's is another's."""
    conn.execute(update(sales).where(sales.c.customer_id == gone).values(customer_id=into))


def move_unit(conn: Connection, gone: int, into: int) -> None:
    """What was sold in a unit that became another."""
    conn.execute(update(sales).where(sales.c.unit_id == gone).values(unit_id=into))


def differing(conn: Connection) -> int:
    """Rows that are kept and aren't as the orders say, or that lack."""
    kept, said = select(*(sales.c[name] for name in _columns())), _said(None).subquery()
    again = select(*(said.c[name] for name in _columns()))
    either = (kept.except_(again), again.except_(kept))
    return sum(conn.execute(select(func.count()).select_from(each.subquery())).scalar_one() for each in either)


def _columns() -> list[str]:
    return [each.name for each in sales.columns]


def _said(order_ids: Sequence[int] | None) -> CompoundSelect[tuple[object, ...]]:
    told = select(order_deliveries.c.id).where(_OF_LINE).exists()
    whole = _row(orders.c.day, literal(0), true(), ~told, order_lines.c.quantity).select_from(_LINES)
    delivery = order_deliveries
    parts = _row(delivery.c.day, delivery.c.id, false(), true(), delivery.c.quantity).select_from(
        _LINES.join(order_deliveries, _OF_LINE)
    )
    if order_ids is not None:
        whole, parts = (each.where(orders.c.id.in_(order_ids)) for each in (whole, parts))
    return union_all(whole, parts)


def _row(
    day: ColumnElement[date],
    place: ColumnElement[int],
    ordered: ColumnElement[bool],
    shipped: ColumnElement[bool],
    pieces: ColumnElement[int],
) -> Select[tuple[object, ...]]:
    told: dict[str, ColumnsClauseRole] = {
        "day": day.label("day"),
        "line_id": order_lines.c.id.label("line_id"),
        "place": place.label("place"),
        "ordered": ordered.label("ordered"),
        "shipped": shipped.label("shipped"),
        "order_id": orders.c.id.label("order_id"),
        "pieces": pieces.label("pieces"),
    }
    told |= {name: orders.c[name] for name in _OF_ORDER} | {name: order_lines.c[name] for name in _OF_LINE_ITSELF}
    return select(*[told[name] for name in _columns()]).where(_COUNTS)


_OF_ORDER = ("customer_id", "agency_id", "unit_id", "contact_id", "late")
_OF_LINE_ITSELF = ("project_id", "model", "domain", "currency", "price")
