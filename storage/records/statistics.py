"""Sales added up for figures, by group and month, exactly: millionths of a currency as whole numbers."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    Connection,
    Float,
    FromClause,
    String,
    Table,
    case,
    func,
    literal,
    or_,
    select,
    type_coerce,
)
from sqlalchemy.dialects.postgresql import distinct_on
from sqlalchemy.sql.roles import ColumnsClauseRole

from domain.base.rights import Reach
from domain.orders.records import YUAN, OrderState
from domain.products.domains import BETWEEN
from domain.statistics.records import EVERYTHING, IN_TIME, Basis, Key, Measure, Only, Part, SalesGrouping, SalesPortion
from domain.statistics.spans import DayRange
from storage.engine.dialect import is_postgres
from storage.engine.metadata import MILLION
from storage.records.orders.rates import YUAN as HOME
from storage.records.orders.reach import own, within
from storage.records.orders.sums import LINES
from storage.tables.customers import customers
from storage.tables.orders import exchange_rates, order_lines, orders
from storage.tables.people import accounts, agencies, units
from storage.tables.sales import sales

THOUSAND = 1_000
"""A price is added up in two parts, of which neither comes near what a whole number holds."""
AT_ONCE = 500

_KEYS: Final[Mapping[SalesGrouping, ColumnElement[Key]]] = {
    # + 0: SQLite would walk an index of them to have them in order, and look up each row of any day
    SalesGrouping.CUSTOMER: sales.c.customer_id + 0,
    SalesGrouping.AGENCY: sales.c.agency_id + 0,
    SalesGrouping.PERSON: sales.c.contact_id + 0,
    SalesGrouping.UNIT: sales.c.unit_id,
    SalesGrouping.MODEL: sales.c.model,
    SalesGrouping.DOMAIN: sales.c.domain,
}
_NAMED: Final[Mapping[SalesGrouping, Table]] = {
    SalesGrouping.CUSTOMER: customers,
    SalesGrouping.AGENCY: agencies,
    SalesGrouping.PERSON: accounts,
    SalesGrouping.UNIT: units,
}
_MILLIONTHS = type_coerce(sales.c.price, BigInteger)
_PRICED = func.sum(case((sales.c.price.is_not(None), sales.c.pieces), else_=0))
_SUMS: Final = (
    func.sum(sales.c.pieces),
    func.sum(case((sales.c.late, sales.c.pieces), else_=0)),
    _PRICED,
    func.coalesce(func.sum(sales.c.pieces * (_MILLIONTHS // THOUSAND)), 0),
    func.coalesce(func.sum(sales.c.pieces * (_MILLIONTHS % THOUSAND)), 0),
)


@dataclass(frozen=True)
class StoredStatistics:
    """Fulfils `domain.statistics.records.Statistics`."""

    conn: Connection

    def portions(
        self,
        reach: Reach,
        only: Only,
        days: DayRange,
        basis: Basis,
        grouping: SalesGrouping | None,
        keys: Collection[Key] | None = None,
    ) -> Sequence[SalesPortion]:
        where = _where(reach, only, days, basis)
        if keys is not None:
            where.append(sales.c.customer_id.in_(keys))
        key: ColumnElement[Key] = sales.c.day if grouping in IN_TIME else literal("")
        group = () if grouping is None else (key := _KEYS.get(grouping, key),)
        by: tuple[ColumnElement[str], ...] = (self._month, sales.c.currency)
        told: list[ColumnsClauseRole] = [key, *by, *_SUMS]
        home = select(*[key, *_SUMS]).where(*where, sales.c.currency == HOME).group_by(*group)
        abroad = select(*told).where(*where, sales.c.currency != HOME).group_by(*group, *by)
        at_home = [row for row in self.conn.execute(home) if row[1] is not None]
        found = [_portion(each, days.since, YUAN, sums) for each, *sums in at_home]
        for each, month, currency, *sums in self.conn.execute(abroad):
            found.append(_portion(each, date.fromisoformat(f"{month}-01"), currency, sums))
        return found

    @property
    def _month(self) -> ColumnElement[str]:
        if is_postgres(self.conn):
            return func.to_char(sales.c.day, "YYYY-MM")
        return func.substr(type_coerce(sales.c.day, String), 1, 7)

    def customers(
        self,
        reach: Reach,
        only: Only,
        days: DayRange,
        basis: Basis,
        measure: Measure,
        part: Part,
        but: DayRange | None = None,
    ) -> tuple[Sequence[int], int]:
        customer = _KEYS[SalesGrouping.CUSTOMER]
        worth, unsaid = self._worth()
        value: ColumnElement[object] = func.sum(sales.c.pieces * literal(1.0, Float))
        if measure is Measure.AMOUNT:
            value = case((func.max(unsaid) > 0, None), else_=func.sum(worth))
        elif measure is Measure.PRICE:
            value = case((or_(func.max(unsaid) > 0, _PRICED <= 0), None), else_=func.sum(worth) / _PRICED)
        groups = select(customer.label("id"), value.label("value")).where(*_where(reach, only, days, basis))
        if but is not None:
            others = select(sales.c.customer_id).where(*_where(reach, only, but, basis))
            groups = groups.where(sales.c.customer_id.not_in(others))
        found = groups.group_by(customer).subquery()
        query = select(found.c.id, func.count().over()).order_by(found.c.value.desc().nulls_last(), found.c.id)
        rows = self.conn.execute(query.offset(part.first).limit(part.many)).all()
        count = rows[0][1] if rows else self.conn.execute(select(func.count()).select_from(found)).scalar_one()
        return [row[0] for row in rows], count

    def _worth(self) -> tuple[ColumnElement[float], ColumnElement[int]]:
        """Yuan, as exact as it takes to put them in order; and whether no rate can say it."""
        rate = (
            select(type_coerce(exchange_rates.c.rate, BigInteger))
            .where(
                exchange_rates.c.currency == sales.c.currency,
                exchange_rates.c.month == func.date(self._month + literal("-01")),
            )
            .scalar_subquery()
        )
        foreign = sales.c.currency != HOME
        factor = case((foreign, rate * literal(1 / MILLION, Float)), else_=1.0)
        unsaid = case((foreign & sales.c.price.is_not(None) & rate.is_(None), 1), else_=0)
        return sales.c.pieces * literal(1.0, Float) * _MILLIONTHS * factor, unsaid

    def more_than(self, lines: int, reach: Reach, only: Only, days: DayRange) -> bool:
        found = select(sales.c.line_id).where(*_where(reach, only, days, Basis.ORDERED)).limit(lines + 1).subquery()
        return self.conn.execute(select(func.count()).select_from(found)).scalar_one() > lines

    def newcomers(self, reach: Reach, only: Only, days: DayRange) -> int:
        if reach.all and only == EVERYTHING:
            return self._newcomers_of_all(days)
        lately = select(sales.c.customer_id).where(*_where(reach, only, days, Basis.ORDERED)).distinct().subquery()
        before = sales.alias("before")
        earlier = select(before.c.line_id).where(
            before.c.customer_id == lately.c.customer_id,
            before.c.day < days.since,
            *_where(reach, only, None, Basis.ORDERED, before),
        )
        query = select(func.count()).select_from(lately).where(~earlier.exists())
        return self.conn.execute(query).scalar_one()

    def _newcomers_of_all(self, days: DayRange) -> int:
        """An index alone tells it, in the order of customers, sooner than looking each of a hundred thousand up."""
        if is_postgres(self.conn):  # which for a min would hash all rows
            by = (sales.c.customer_id, sales.c.day)
            first = select(sales.c.day).where(sales.c.ordered).order_by(*by).ext(distinct_on(by[0])).subquery()
        else:
            of_one = select(func.min(sales.c.day).label("day")).where(sales.c.ordered).group_by(sales.c.customer_id)
            first = of_one.subquery()
        query = select(func.count()).select_from(first)
        return self.conn.execute(query.where(first.c.day >= days.since, first.c.day <= days.until)).scalar_one()

    def people(self, name: str, reach: Reach) -> Mapping[int, str]:
        counted = orders.c.state == OrderState.LOGGED.value
        sold = select(orders.c.id).where(orders.c.contact_id == accounts.c.id, counted, within(reach)).exists()
        query = (
            select(accounts.c.id, agencies.c.short_name)
            .join(agencies, agencies.c.id == accounts.c.agency_id)
            .where(accounts.c.name == name, sold)
            .order_by(accounts.c.id)
        )
        return {row.id: row.short_name for row in self.conn.execute(query)}

    def names(self, grouping: SalesGrouping, keys: Collection[Key], reach: Reach) -> Mapping[Key, str]:
        if grouping is SalesGrouping.MODEL:
            return {key: name for key in keys if (name := self._model(key, reach)) is not None}
        table = _NAMED[grouping]
        column = table.c.short_name if grouping is SalesGrouping.AGENCY else table.c.name
        found: dict[Key, str] = {}
        wanted = list(keys)
        for at in range(0, len(wanted), AT_ONCE):
            query = select(table.c.id, column).where(table.c.id.in_(wanted[at : at + AT_ONCE]))
            found.update((key, name) for key, name in self.conn.execute(query))
        return found

    def _model(self, key: Key, reach: Reach) -> str | None:
        """As the latest order has it: of a model there may be as many as there are orders."""
        query = select(order_lines.c.mcu).select_from(LINES).where(order_lines.c.model == key, within(reach))
        return self.conn.execute(query.order_by(order_lines.c.order_id.desc()).limit(1)).scalar_one_or_none()


def _portion(key: Key | date, month: date, currency: str, sums: Iterable[int]) -> SalesPortion:
    pieces, late, priced, thousands, rest = map(int, sums)
    return SalesPortion(
        key="" if isinstance(key, date) else key,
        month=month,
        currency=currency,
        late=late,
        pieces=pieces,
        priced=priced,
        amount=Decimal(thousands * THOUSAND + rest) / MILLION,
        day=key if isinstance(key, date) else None,
    )


def _where(
    reach: Reach, only: Only, days: DayRange | None, basis: Basis, of: FromClause = sales
) -> list[ColumnElement[bool]]:
    """Those that a reach covers, as `storage.records.orders.reach.within` has it, and that are asked for."""
    found: list[ColumnElement[bool]] = [of.c.ordered if basis is Basis.ORDERED else of.c.shipped]
    if days is not None:
        found += [of.c.day >= days.since, of.c.day <= days.until]
    if not reach.all:
        if reach.unit_id is not None:
            found.append(of.c.unit_id == reach.unit_id)
        elif reach.agency_id is not None:
            found.append(of.c.agency_id == reach.agency_id)
        else:
            found.append(of.c.order_id.in_(own(reach.account_id)))
    pairs = (
        (of.c.customer_id, only.customer),
        (of.c.agency_id, only.agency),
        (of.c.contact_id, only.person),
        (of.c.unit_id, only.unit),
        (of.c.model, only.model or None),
    )
    found += [column == value for column, value in pairs if value is not None]
    if only.domain:
        deeper = of.c.domain.startswith(only.domain + BETWEEN, autoescape=True)
        found.append(or_(of.c.domain == only.domain, deeper))
    return found
