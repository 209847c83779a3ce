"""Orders in lists, and what they come to: by day, model, customer, batch."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal

from sqlalchemy import (
    Connection,
    and_,
    case,
    func,
    or_,
    select,
    tuple_,
)

from domain.base.rights import Reach
from domain.customers.history import OrderTotals
from domain.orders.records import (
    COUNTED,
    YUAN,
    DaySum,
    Facet,
    Habit,
    Line,
    Order,
    OrderId,
    OrdersFound,
    OrderState,
    Portion,
    Sale,
    Wanted,
)
from domain.people.records import AccountId, AgencyId
from domain.products.mcus import model_key
from storage.engine import Found
from storage.engine.statements import once
from storage.records.orders import sums as order_sums
from storage.records.orders.reach import LIVING, batch_key, narrowed, place, within
from storage.records.orders.rows import line_of, order_of
from storage.tables.orders import (
    order_batches,
    order_lines,
    orders,
)

AT_ONCE = 200
"""Customers and days of one question."""


class OrderReads:
    """Its part of `domain.orders.port.Orders`."""

    conn: Connection

    def find(self, reach: Reach, wanted: Wanted) -> OrdersFound:
        some = select(orders.c.id).where(within(reach), *narrowed(wanted)).limit(COUNTED + 1)
        total = self.conn.execute(select(func.count()).select_from(some.subquery())).scalar_one()
        return OrdersFound(self.newest(reach, wanted) if wanted.limit and total else [], total)

    def newest(self, reach: Reach, wanted: Wanted) -> Sequence[Order]:
        query = select(orders).where(within(reach), *narrowed(wanted)).order_by(*place(wanted))
        return self.with_lines(self.conn.execute(query.limit(wanted.limit).offset(wanted.offset)).all())

    def of_days(self, agency_id: int, days: Sequence[tuple[int, date]]) -> Mapping[tuple[int, date], Sequence[Order]]:
        found: dict[tuple[int, date], list[Order]] = {}
        for start in range(0, len(days), AT_ONCE):
            these = tuple_(orders.c.customer_id, orders.c.day).in_(days[start : start + AT_ONCE])
            query = select(orders).where(orders.c.agency_id == agency_id, orders.c.state.in_(LIVING), these)
            for order in self.with_lines(self.conn.execute(query.order_by(orders.c.id)).all()):
                found.setdefault((order.customer_id, order.day), []).append(order)
        return found

    def day_sums(self, reach: Reach, since: datetime, until: datetime) -> Sequence[DaySum]:
        counts = case((orders.c.state == OrderState.LOGGED.value, order_lines.c.quantity), else_=0)
        rows = self.conn.execute(
            select(orders.c.agency_id, orders.c.author_id, func.count(orders.c.id.distinct()), func.sum(counts))
            .select_from(order_lines.join(orders, orders.c.id == order_lines.c.order_id))
            .where(within(reach), orders.c.state.in_(LIVING), orders.c.at >= since, orders.c.at < until)
            .group_by(orders.c.agency_id, orders.c.author_id)
            .order_by(orders.c.agency_id, orders.c.author_id)
        )
        return [
            DaySum(AgencyId(agency), AccountId(author), count, int(pieces)) for agency, author, count, pieces in rows
        ]

    def after(self, reach: Reach, wanted: Wanted, order_id: int, limit: int) -> Sequence[Order]:
        where = [within(reach), orders.c.id > order_id, *narrowed(wanted)]
        rows = self.conn.execute(select(orders).where(*where).order_by(orders.c.id).limit(limit))
        return self.with_lines(rows.all())

    def facets(self, reach: Reach, wanted: Wanted, by: Facet) -> Sequence[tuple[int | str, str]]:
        newest = (
            select(orders.c.id)
            .where(within(reach), *narrowed(wanted))
            .order_by(orders.c.day.desc(), orders.c.id.desc())
            .limit(wanted.limit)
        )
        within_them = orders.c.id.in_(list(self.conn.execute(newest).scalars()))
        if by is Facet.AUTHOR:
            query = select(orders.c.author_id).where(within_them).distinct().order_by(orders.c.author_id)
            return [(each, "") for each in self.conn.execute(query).scalars()]
        key, name = order_lines.c.model, order_lines.c.mcu
        if by is Facet.PROJECT:
            key, name = order_lines.c.project_id, order_lines.c.project
        rows = self.conn.execute(
            select(key, func.max(name))
            .select_from(order_lines.join(orders, orders.c.id == order_lines.c.order_id))
            .where(within_them, key.is_not(None))
            .group_by(key)
            .order_by(key)
        )
        return [(value, called) for value, called in rows]

    def sums(self, reach: Reach, wanted: Wanted, *, shipped: bool) -> Sequence[Portion]:
        where = [within(reach), *narrowed(replace(wanted, since=None, until=None))]
        how = order_sums.shipped if shipped else order_sums.sold
        return how(self.conn, where, wanted)

    def sold(self, reach: Reach, models: Sequence[str], since: date, until: date) -> Sequence[Sale]:
        facts = (order_lines.c.model, order_lines.c.currency, orders.c.day, order_lines.c.price)
        rows = self.conn.execute(
            select(*facts, func.sum(order_lines.c.quantity))
            .select_from(order_lines.join(orders, orders.c.id == order_lines.c.order_id))
            .where(
                within(reach),
                orders.c.state.in_(LIVING),
                orders.c.day.between(since, until),
                order_lines.c.model.in_(models),
                order_lines.c.quantity > 0,
                order_lines.c.price.is_not(None),
            )
            .group_by(*facts)
        )
        return [Sale(model, currency, day, int(pieces), price) for model, currency, day, price, pieces in rows]

    def linked(self, order: Order) -> Sequence[Order]:
        first = order.linked_to or order.id
        rows = self.conn.execute(
            select(orders)
            .where(or_(orders.c.id == first, orders.c.linked_to == first), orders.c.id != order.id)
            .order_by(orders.c.id)
        )
        return self.with_lines(rows.all())

    def returns_of(self, lines: Sequence[int]) -> Sequence[Order]:
        back = select(order_lines.c.order_id).where(order_lines.c.of_line.in_(lines))
        rows = self.conn.execute(
            select(orders).where(orders.c.id.in_(back), orders.c.state.in_(LIVING)).order_by(orders.c.day, orders.c.id)
        )
        return self.with_lines(rows.all())

    def returned(self, lines: Sequence[int]) -> Mapping[int, int]:
        rows = self.conn.execute(
            select(order_lines.c.of_line, -func.sum(order_lines.c.quantity))
            .join(orders, orders.c.id == order_lines.c.order_id)
            .where(order_lines.c.of_line.in_(lines), orders.c.state.in_(LIVING))
            .group_by(order_lines.c.of_line)
        )
        return {line: int(pieces) for line, pieces in rows}

    def habit(self, agency_id: int, customer_id: int, mcu: str, currency: str) -> Habit:
        mine = and_(
            orders.c.agency_id == agency_id,
            orders.c.customer_id == customer_id,
            orders.c.state.in_(LIVING),
            order_lines.c.model == model_key(mcu),
            order_lines.c.currency == currency,
            order_lines.c.quantity > 0,
        )
        joined = order_lines.join(orders, orders.c.id == order_lines.c.order_id)
        last = self.conn.execute(
            select(order_lines.c.price)
            .select_from(joined)
            .where(mine, order_lines.c.price.is_not(None))
            .order_by(orders.c.day.desc(), order_lines.c.id.desc())
            .limit(1)
        ).scalar_one_or_none()
        largest = self.conn.execute(
            select(func.max(order_lines.c.quantity)).select_from(joined).where(mine)
        ).scalar_one()
        return Habit(last, largest)

    def last_prices(self, agency_id: int, customers: Sequence[int]) -> Mapping[tuple[int, str], Decimal]:
        told = once(
            lambda p: (
                select(orders.c.customer_id, order_lines.c.model, order_lines.c.price)
                .join(orders, orders.c.id == order_lines.c.order_id)
                .where(
                    orders.c.agency_id == p.agency,
                    orders.c.customer_id.in_(p.customers),
                    orders.c.state.in_(LIVING),
                    order_lines.c.currency == YUAN,
                    order_lines.c.price.is_not(None),
                    order_lines.c.quantity > 0,
                )
                .order_by(orders.c.day, order_lines.c.id)
            ),
            agency=agency_id,
            customers=list(customers),
        )
        return {(customer, model): price for customer, model, price in self.conn.execute(*told)}

    def same_batch(self, codes: Sequence[str], agency_id: int) -> Mapping[str, Sequence[OrderId]]:
        rows = self.conn.execute(
            select(order_batches.c.code, orders.c.id)
            .join(orders, orders.c.id == order_batches.c.order_id)
            .where(
                order_batches.c.code.in_([batch_key(each) for each in codes]),
                orders.c.agency_id != agency_id,
                orders.c.state.in_(LIVING),
            )
            .order_by(orders.c.id)
        )
        found: dict[str, list[OrderId]] = {}
        for code, order_id in rows:
            found.setdefault(code, []).append(OrderId(order_id))
        return found

    def tally(self, customer_id: int, agency_id: int, since: date | None = None) -> OrderTotals:
        sold = case((order_lines.c.quantity > 0, orders.c.id))
        day = case((order_lines.c.quantity > 0, orders.c.day))
        where = [
            orders.c.customer_id == customer_id,
            orders.c.agency_id == agency_id,
            orders.c.state == OrderState.LOGGED.value,
        ]
        if since is not None:
            where.append(orders.c.day >= since)
        count, pieces, last = self.conn.execute(
            select(func.count(sold.distinct()), func.coalesce(func.sum(order_lines.c.quantity), 0), func.max(day))
            .select_from(order_lines.join(orders, orders.c.id == order_lines.c.order_id))
            .where(*where)
        ).one()
        return OrderTotals(count, int(pieces), last)

    def kept_by(self, customer_id: int, agency_id: int) -> Sequence[tuple[date, datetime]]:
        back, given = order_lines.alias("back"), orders.alias("given")
        returned = (
            select(func.coalesce(func.sum(-back.c.quantity), 0))
            .join(given, given.c.id == back.c.order_id)
            .where(back.c.of_line == order_lines.c.id, given.c.state.in_(LIVING))
            .scalar_subquery()
        )
        some = select(order_lines.c.id).where(
            order_lines.c.order_id == orders.c.id, order_lines.c.quantity > 0, order_lines.c.quantity > returned
        )
        rows = self.conn.execute(
            select(orders.c.day, orders.c.at)
            .where(
                orders.c.customer_id == customer_id,
                orders.c.agency_id == agency_id,
                orders.c.state == OrderState.LOGGED.value,
                some.exists(),
            )
            .order_by(orders.c.at, orders.c.id)
        )
        return [(day, at) for day, at in rows]

    def with_lines(self, rows: Sequence[Found]) -> list[Order]:
        lines: dict[int, list[Line]] = {row.id: [] for row in rows}
        told = self.conn.execute(
            select(order_lines)
            .where(order_lines.c.order_id.in_(sorted(lines)))
            .order_by(order_lines.c.order_id, order_lines.c.place)
        )
        for each in told:
            lines[each.order_id].append(line_of(each))
        return [order_of(row, tuple(lines[row.id])) for row in rows]
