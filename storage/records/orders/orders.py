"""Orders with their lines, batches, versions and deliveries: read one by one, and changed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime

from sqlalchemy import (
    Connection,
    delete,
    insert,
    select,
    update,
)

from domain.base.errors import NotFound
from domain.orders.records import (
    Batch,
    CorrectionReason,
    Delivery,
    Line,
    LineId,
    NewLine,
    NewOrder,
    Order,
    OrderState,
    OrderVersion,
    as_new,
)
from domain.people.records import AccountId
from storage.engine.dialect import next_ids
from storage.engine.errors import Conflict
from storage.engine.metadata import JsonDict
from storage.records.orders import sales
from storage.records.orders.cards import StoredOrderCards
from storage.records.orders.queries import OrderReads
from storage.records.orders.reach import LIVING, batch_key
from storage.records.orders.rows import as_kept, as_logged, line_from_json, line_to_json, line_values, new_values
from storage.tables.orders import (
    order_aliases,
    order_batches,
    order_cards,
    order_deliveries,
    order_lines,
    order_tax_habits,
    order_versions,
    orders,
)


class StoredOrders(OrderReads, StoredOrderCards):
    """Fulfils `domain.orders.port.Orders`."""

    def __init__(self, conn: Connection) -> None:
        self.conn = conn

    def get(self, order_id: int, *, lock: bool = False) -> Order:
        query = select(orders).where(orders.c.id == order_id)
        row = self.conn.execute(query.with_for_update() if lock else query).one_or_none()
        if row is None:
            raise NotFound("order")
        return self.with_lines([row])[0]

    def called(self, number: str) -> Order | None:
        row = self.conn.execute(select(orders).where(orders.c.number == number)).one_or_none()
        return None if row is None else self.with_lines([row])[0]

    def of_line(self, line_id: int, *, lock: bool = False) -> Order:
        owner = self.conn.execute(
            select(order_lines.c.order_id).where(order_lines.c.id == line_id)
        ).scalar_one_or_none()
        if owner is None:
            raise NotFound("order")
        return self.get(owner, lock=lock)

    def add(self, new: Sequence[NewOrder]) -> Sequence[Order]:
        values: list[JsonDict] = []
        first: int | None = None
        for made, each in zip(next_ids(self.conn, orders, len(new)), new, strict=True):
            first = first if each.linked else made
            values.append(new_values(made, each, first if each.linked else None))
        if values:
            self.conn.execute(insert(orders), values)
        told = [
            (value["id"], place, line)
            for value, each in zip(values, new, strict=True)
            for place, line in enumerate(each.lines, 1)
        ]
        ids = next_ids(self.conn, order_lines, len(told))
        rows = [
            {"id": made, "order_id": order, "place": place, **line_values(line)}
            for made, (order, place, line) in zip(ids, told, strict=True)
        ]
        if rows:
            self.conn.execute(insert(order_lines), rows)
        self._put_batches((order, made, line.batches) for made, (order, _, line) in zip(ids, told, strict=True))
        sales.keep(self.conn, [value["id"] for value in values], new=True)
        lines: dict[int, list[Line]] = {}
        for made, (order, place, line) in zip(ids, told, strict=True):
            lines.setdefault(order, []).append(as_kept(made, order, place, line))
        return [as_logged(value, tuple(lines.get(value["id"], ()))) for value in values]

    def read_from(self, author_id: int, message: int) -> Sequence[Order]:
        rows = self.conn.execute(
            select(orders)
            .where(orders.c.author_id == author_id, orders.c.message_id == message, orders.c.state.in_(LIVING))
            .order_by(orders.c.id)
        )
        return self.with_lines(rows.all())

    def _put_line(self, order_id: int, place: int, line: NewLine) -> None:
        made = self.conn.execute(
            insert(order_lines).values(order_id=order_id, place=place, **line_values(line)).returning(order_lines.c.id)
        ).scalar_one()
        self._put_batches([(order_id, made, line.batches)])

    def _put_batches(self, told: Iterable[tuple[int, int, Iterable[Batch]]]) -> None:
        """Order, line, batches."""
        rows = [
            {"code": code, "line_id": line_id, "order_id": order_id}
            for order_id, line_id, batches in told
            for code in {batch_key(each.code) for each in batches}
            if code
        ]
        if rows:
            self.conn.execute(insert(order_batches), rows)

    def change(
        self,
        before: Order,
        *,
        day: date,
        lines: Sequence[NewLine],
        author_id: int,
        at: datetime,
        why: CorrectionReason,
        contact_id: int | None = None,
    ) -> Order:
        values = {"day": day, "contact_id": before.contact_id if contact_id is None else contact_id}
        self._next_version(before, values, author_id=author_id, at=at, why=why)
        self.conn.execute(delete(order_batches).where(order_batches.c.order_id == before.id))
        standing = {each.place: each.id for each in before.lines}
        for place, line in enumerate(lines, 1):
            if (line_id := standing.pop(place, None)) is None:
                self._put_line(before.id, place, line)
                continue
            self.conn.execute(update(order_lines).where(order_lines.c.id == line_id).values(**line_values(line)))
            self._put_batches([(before.id, line_id, line.batches)])
        if standing:
            self.conn.execute(delete(order_lines).where(order_lines.c.id.in_(sorted(standing.values()))))
        sales.keep(self.conn, [before.id])
        return self.get(before.id)

    def set_state(
        self, order: Order, state: OrderState, *, author_id: int, at: datetime, why: CorrectionReason
    ) -> Order:
        self._next_version(order, {"state": state.value}, author_id=author_id, at=at, why=why)
        sales.keep(self.conn, [order.id])
        return self.get(order.id)

    def _next_version(
        self, before: Order, values: Mapping[str, object], *, author_id: int, at: datetime, why: CorrectionReason
    ) -> None:
        self.conn.execute(
            insert(order_versions).values(
                order_id=before.id,
                version=before.version,
                at=at,
                author_id=author_id,
                why=why.value,
                day=before.day,
                lines=[line_to_json(as_new(each)) for each in before.lines],
            )
        )
        changed = self.conn.execute(
            update(orders)
            .where(orders.c.id == before.id, orders.c.version == before.version)
            .values(version=before.version + 1, **values)
        )
        if changed.rowcount != 1:
            raise Conflict(f"order {before.id} is no longer at version {before.version}")

    def versions(self, order_id: int) -> Sequence[OrderVersion]:
        rows = self.conn.execute(
            select(order_versions).where(order_versions.c.order_id == order_id).order_by(order_versions.c.version)
        )
        return [
            OrderVersion(
                version=row.version,
                at=row.at,
                author_id=AccountId(row.author_id),
                why=CorrectionReason(row.why),
                day=row.day,
                lines=tuple(map(line_from_json, row.lines)),
            )
            for row in rows
        ]

    def deliver(
        self, line_id: int, *, quantity: int, day: date, batches: Sequence[str], author_id: int, at: datetime
    ) -> None:
        order_id = self.conn.execute(select(order_lines.c.order_id).where(order_lines.c.id == line_id)).scalar_one()
        self.conn.execute(
            insert(order_deliveries).values(
                order_id=order_id,
                line_id=line_id,
                quantity=quantity,
                day=day,
                batches=list(batches),
                author_id=author_id,
                at=at,
            )
        )
        sales.keep(self.conn, [order_id])

    def deliveries(self, order_id: int) -> Sequence[Delivery]:
        rows = self.conn.execute(
            select(order_deliveries)
            .where(order_deliveries.c.order_id == order_id)
            .order_by(order_deliveries.c.day, order_deliveries.c.id)
        )
        return [
            Delivery(
                id=row.id,
                line_id=LineId(row.line_id),
                quantity=row.quantity,
                day=row.day,
                batches=tuple(row.batches),
                author_id=AccountId(row.author_id),
                at=row.at,
            )
            for row in rows
        ]

    def move(self, gone: int, into: int) -> None:
        for table in (orders, order_cards, order_aliases):
            self.conn.execute(update(table).where(table.c.customer_id == gone).values(customer_id=into))
        sales.move(self.conn, gone, into)
        self.conn.execute(delete(order_tax_habits).where(order_tax_habits.c.customer_id == gone))

    def move_unit(self, gone: int, into: int) -> None:
        self.conn.execute(update(orders).where(orders.c.unit_id == gone).values(unit_id=into))
        sales.move_unit(self.conn, gone, into)

    def of_unit(self, unit_id: int) -> bool:
        return self.conn.execute(select(orders.c.id).where(orders.c.unit_id == unit_id).limit(1)).first() is not None
