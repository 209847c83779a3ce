"""Exchange rates by month, and which are wanted."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal

from sqlalchemy import ColumnElement, Connection, literal_column, select

from domain.orders.rates import month_of
from domain.orders.records import OrderState
from storage.engine.dialect import insert
from storage.tables.orders import exchange_rates, order_lines, orders

YUAN: ColumnElement[str] = literal_column("'CNY'")
"""As the index of lines in other currencies says it: a parameter wouldn't be known to match."""


class StoredRates:
    """Fulfils `domain.orders.rates.Rates`."""

    def __init__(self, conn: Connection) -> None:
        self.conn = conn

    def of(self, months: Iterable[date]) -> Mapping[date, Mapping[str, Decimal]]:
        wanted = sorted(set(months))
        if not wanted:
            return {}
        rows = self.conn.execute(
            select(exchange_rates.c.month, exchange_rates.c.currency, exchange_rates.c.rate).where(
                exchange_rates.c.month.in_(wanted)
            )
        )
        found: dict[date, dict[str, Decimal]] = {}
        for month, currency, rate in rows:
            found.setdefault(month, {})[currency] = rate
        return found

    def put(
        self, currency: str, month: date, rate: Decimal, *, author_id: int, at: datetime
    ) -> tuple[int, Decimal | None]:
        same = (exchange_rates.c.currency == currency, exchange_rates.c.month == month)
        before = self.conn.execute(select(exchange_rates.c.rate).where(*same).with_for_update()).scalar_one_or_none()
        values = {"rate": rate, "author_id": author_id, "at": at}
        made = self.conn.execute(
            insert(self.conn, exchange_rates)
            .values(currency=currency, month=month, **values)
            .on_conflict_do_update(index_elements=["currency", "month"], set_=values)
            .returning(exchange_rates.c.id)
        ).scalar_one()
        return made, before

    def newest(self, limit: int) -> Sequence[tuple[date, Mapping[str, Decimal]]]:
        months = self.conn.execute(
            select(exchange_rates.c.month).distinct().order_by(exchange_rates.c.month.desc()).limit(limit)
        ).scalars()
        return sorted(self.of(months).items(), reverse=True)

    def wanted(self, limit: int) -> Sequence[tuple[str, date]]:
        days = self.conn.execute(
            select(order_lines.c.currency, orders.c.day)
            .join(orders, orders.c.id == order_lines.c.order_id)
            .where(order_lines.c.currency != YUAN, orders.c.state != OrderState.VOID.value)
            .distinct()
        )
        sold = {(currency, month_of(day)) for currency, day in days}
        known = self.of(month for _, month in sold)
        open_ = [each for each in sold if each[0] not in known.get(each[1], {})]
        return sorted(open_, key=lambda each: (each[1], each[0]), reverse=True)[:limit]
