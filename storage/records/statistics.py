"""Orders added up for figures, by month and group, exactly: millionths of a currency as whole numbers."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    Connection,
    Date,
    Select,
    String,
    Table,
    case,
    func,
    literal,
    or_,
    select,
    type_coerce,
    union_all,
)

from domain.base.rights import Reach
from domain.orders.records import YUAN, OrderState
from domain.products.domains import BETWEEN
from domain.statistics.records import IN_TIME, Basis, Key, Only, SalesGrouping, SalesPortion
from domain.statistics.spans import DayRange
from storage.engine.dialect import is_postgres
from storage.engine.metadata import MILLION
from storage.records.orders.reach import within
from storage.records.orders.sums import LINES, OF_LINE
from storage.tables.customers import customers
from storage.tables.orders import order_deliveries, order_lines, orders
from storage.tables.people import accounts, agencies, units

COUNTED: Final = orders.c.state == OrderState.LOGGED.value
THOUSAND = 1_000
"""A price is added up in two parts, of which neither comes near what a whole number holds."""
AT_ONCE = 500

_KEYS: Final[Mapping[SalesGrouping, ColumnElement[Key]]] = {
    SalesGrouping.CUSTOMER: orders.c.customer_id,
    SalesGrouping.MODEL: order_lines.c.model,
    SalesGrouping.DOMAIN: order_lines.c.domain,
    SalesGrouping.AGENCY: orders.c.agency_id,
    SalesGrouping.PERSON: orders.c.contact_id,
    SalesGrouping.UNIT: orders.c.unit_id,
}
_NAMED: Final[Mapping[SalesGrouping, Table]] = {
    SalesGrouping.CUSTOMER: customers,
    SalesGrouping.AGENCY: agencies,
    SalesGrouping.PERSON: accounts,
    SalesGrouping.UNIT: units,
}


@dataclass(frozen=True)
class StoredStatistics:
    """Fulfils `domain.statistics.records.Statistics`."""

    conn: Connection

    def portions(
        self, reach: Reach, only: Only, days: DayRange, basis: Basis, grouping: SalesGrouping | None
    ) -> Sequence[SalesPortion]:
        where = (COUNTED, within(reach), *_narrowed(only))
        in_time = grouping in IN_TIME
        key: ColumnElement[Key] = literal("") if grouping is None or in_time else _KEYS[grouping]
        if basis is Basis.ORDERED:
            rows = self._moved(key, orders.c.day, order_lines.c.quantity, where, days).subquery()
        else:
            told = select(order_deliveries.c.id).where(OF_LINE)
            whole = self._moved(key, orders.c.day, order_lines.c.quantity, where, days).where(~told.exists())
            parts = self._moved(key, order_deliveries.c.day, order_deliveries.c.quantity, where, days).where(OF_LINE)
            rows = union_all(whole, parts).subquery()
        first = f"{days.since:%Y-%m}"
        month = rows.c.month if in_time else case((rows.c.currency == YUAN, literal(first)), else_=rows.c.month)
        by = (rows.c.key, month, rows.c.currency, rows.c.late)
        priced = rows.c.price.is_not(None)
        query = select(
            *by,
            func.sum(rows.c.pieces),
            func.sum(case((priced, rows.c.pieces), else_=0)),
            func.coalesce(func.sum(rows.c.pieces * (rows.c.price // THOUSAND)), 0),
            func.coalesce(func.sum(rows.c.pieces * (rows.c.price % THOUSAND)), 0),
        ).group_by(*by)
        return [
            SalesPortion(
                key=key,
                month=date.fromisoformat(f"{month}-01"),
                currency=currency,
                late=bool(late),
                pieces=int(pieces),
                priced=int(counted),
                amount=Decimal(int(thousands) * THOUSAND + int(rest)) / MILLION,
            )
            for key, month, currency, late, pieces, counted, thousands, rest in self.conn.execute(query)
        ]

    def more_than(self, lines: int, reach: Reach, only: Only, days: DayRange) -> bool:
        where = (COUNTED, within(reach), *_narrowed(only), orders.c.day >= days.since, orders.c.day <= days.until)
        found = select(order_lines.c.id).select_from(LINES).where(*where).limit(lines + 1).subquery()
        return self.conn.execute(select(func.count()).select_from(found)).scalar_one() > lines

    def _moved(
        self,
        key: ColumnElement[Key],
        day: ColumnElement[date],
        pieces: ColumnElement[int],
        where: Sequence[ColumnElement[bool]],
        days: DayRange,
    ) -> Select[tuple[object, ...]]:
        return (
            select(
                key.label("key"),
                self._month(day).label("month"),
                order_lines.c.currency.label("currency"),
                orders.c.late.label("late"),
                pieces.label("pieces"),
                type_coerce(order_lines.c.price, BigInteger).label("price"),
            )
            .select_from(LINES)
            .where(*where, day >= days.since, day <= days.until)
        )

    def _month(self, day: ColumnElement[date]) -> ColumnElement[str]:
        if is_postgres(self.conn):
            return func.to_char(day, "YYYY-MM")
        return func.substr(type_coerce(day, String), 1, 7)

    def newcomers(self, reach: Reach, only: Only, days: DayRange) -> int:
        lately = select(orders.c.customer_id).where(
            COUNTED, within(reach), *_of_order(only), orders.c.day >= days.since, orders.c.day <= days.until
        )  # who didn't order in these days isn't looked up in all that was ever sold
        first = (
            select(orders.c.customer_id, func.min(orders.c.day).label("day"))
            .where(COUNTED, within(reach), *_of_order(only), orders.c.customer_id.in_(lately))
            .group_by(orders.c.customer_id)
        )
        if only.model or only.domain:
            first = first.select_from(LINES).where(*_of_line(only))
        found = first.subquery()
        day = type_coerce(found.c.day, Date)
        return self.conn.execute(
            select(func.count()).select_from(found).where(day >= days.since, day <= days.until)
        ).scalar_one()

    def people(self, name: str, reach: Reach) -> Mapping[int, str]:
        sold = select(orders.c.id).where(orders.c.contact_id == accounts.c.id, COUNTED, within(reach)).exists()
        query = (
            select(accounts.c.id, agencies.c.short_name)
            .join(agencies, agencies.c.id == accounts.c.agency_id)
            .where(accounts.c.name == name, sold)
            .order_by(accounts.c.id)
        )
        return {row.id: row.short_name for row in self.conn.execute(query)}

    def names(self, grouping: SalesGrouping, keys: Collection[Key], reach: Reach) -> Mapping[Key, str]:
        found: dict[Key, str] = {}
        wanted = list(keys)
        for at in range(0, len(wanted), AT_ONCE):
            some = wanted[at : at + AT_ONCE]
            if grouping is SalesGrouping.MODEL:
                query = (
                    select(order_lines.c.model, func.max(order_lines.c.mcu))
                    .select_from(LINES)
                    .where(order_lines.c.model.in_(some), within(reach))
                    .group_by(order_lines.c.model)
                )
            else:
                table = _NAMED[grouping]
                name = table.c.short_name if grouping is SalesGrouping.AGENCY else table.c.name
                query = select(table.c.id, name).where(table.c.id.in_(some))
            found.update((key, name) for key, name in self.conn.execute(query))
        return found


def _narrowed(only: Only) -> list[ColumnElement[bool]]:
    return [*_of_order(only), *_of_line(only)]


def _of_order(only: Only) -> list[ColumnElement[bool]]:
    pairs = (
        (orders.c.customer_id, only.customer),
        (orders.c.agency_id, only.agency),
        (orders.c.contact_id, only.person),
        (orders.c.unit_id, only.unit),
    )
    return [column == value for column, value in pairs if value is not None]


def _of_line(only: Only) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    if only.model:
        found.append(order_lines.c.model == only.model)
    if only.domain:
        deeper = order_lines.c.domain.startswith(only.domain + BETWEEN, autoescape=True)
        found.append(or_(order_lines.c.domain == only.domain, deeper))
    return found
