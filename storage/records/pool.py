"""资源池: released customers until somebody has them again, who held them before, and who subscribed to what is released."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from decimal import Decimal

import sqlalchemy
from sqlalchemy import Column, ColumnElement, Connection, and_, bindparam, delete, func, or_, select, update

from domain.base import regions
from domain.base.stage import Stage
from domain.customers.records import CustomerId
from domain.protection.pool import HoldingPeriod, PoolEntry, PoolQuery, Topic
from storage.engine import Found
from storage.engine.dialect import insert
from storage.engine.statements import once
from storage.tables.people import accounts
from storage.tables.pool import holdings, pool, subscriptions

_PUT = sqlalchemy.insert(pool)
_HOLDINGS = select(
    holdings.c.customer_id, holdings.c.agency_id, holdings.c.contact_id, holdings.c.since, holdings.c.ended_at
).order_by(holdings.c.ended_at, holdings.c.id)
_ENTRY = select(pool).where(pool.c.customer_id == bindparam("customer"))


class StoredPool:
    """Fulfils `domain.protection.pool.Pool`."""

    def __init__(self, conn: Connection) -> None:
        self.conn = conn

    def put(self, entry: PoolEntry) -> None:
        values = {
            "customer_id": entry.customer_id,
            "released_at": entry.released_at,
            "open_at": entry.open_at,
            "region": entry.region,
            "province": entry.province,
            "domain": entry.domain,
            "field": entry.field,
            "volume": str(entry.volume),
            "stage": entry.stage.value if entry.stage is not None else None,
        }
        self.conn.execute(_PUT, values)

    def take_out(self, customer_id: int) -> None:
        self.conn.execute(*once(lambda p: delete(pool).where(pool.c.customer_id == p.customer), customer=customer_id))

    def entry(self, customer_id: int) -> PoolEntry | None:
        row = self.conn.execute(_ENTRY, {"customer": customer_id}).one_or_none()
        return _entry(row) if row is not None else None

    def entries(self, wish: PoolQuery) -> tuple[Sequence[PoolEntry], int]:
        where: list[ColumnElement[bool]] = []
        if wish.province:
            where.append(pool.c.province == wish.province)
        if wish.domain:
            where.append(pool.c.domain == wish.domain)
        total = self.conn.execute(select(func.count()).select_from(pool).where(*where)).scalar_one()
        query = (
            select(pool)
            .where(*where)
            .order_by(pool.c.released_at.desc(), pool.c.customer_id.desc())
            .limit(wish.limit)
            .offset(wish.offset)
        )
        return [_entry(row) for row in self.conn.execute(query)], total

    def places(self) -> Sequence[tuple[str, int]]:
        return self._grouped(pool.c.province)

    def domains(self) -> Sequence[tuple[str, int]]:
        return self._grouped(pool.c.domain)

    def _grouped(self, column: Column[str]) -> list[tuple[str, int]]:
        counted = (
            select(column, func.count()).where(column != "").group_by(column).order_by(func.count().desc(), column)
        )
        return [(value, count) for value, count in self.conn.execute(counted)]

    def move_holdings(self, gone: int, into: int) -> None:
        self.conn.execute(update(holdings).where(holdings.c.customer_id == gone).values(customer_id=into))

    def holdings_of(self, customer_id: int, agency_id: int) -> Sequence[HoldingPeriod]:
        return self.holdings_of_all([customer_id], agency_id).get(customer_id, ())

    def holdings_of_all(self, customers: Collection[int], agency_id: int) -> Mapping[int, Sequence[HoldingPeriod]]:
        theirs = once(
            lambda p: _HOLDINGS.where(holdings.c.customer_id.in_(p.customers), holdings.c.agency_id == p.agency),
            customers=sorted(customers),
            agency=agency_id,
        )
        found: dict[int, list[HoldingPeriod]] = {}
        for row in self.conn.execute(*theirs):
            found.setdefault(row.customer_id, []).append(HoldingPeriod(*row))
        return found

    def lost_by(self, agency_id: int, since: datetime) -> Sequence[HoldingPeriod]:
        lost = once(
            lambda p: _HOLDINGS.where(holdings.c.agency_id == p.agency, holdings.c.ended_at > p.since),
            agency=agency_id,
            since=since,
        )
        return [HoldingPeriod(*row) for row in self.conn.execute(*lost)]

    def held_since(self, customer_id: int, since: datetime) -> Sequence[HoldingPeriod]:
        held = once(
            lambda p: _HOLDINGS.where(holdings.c.customer_id == p.customer, holdings.c.ended_at > p.since),
            customer=customer_id,
            since=since,
        )
        return [HoldingPeriod(*row) for row in self.conn.execute(*held)]

    def subscriptions(self, account_id: int) -> frozenset[tuple[Topic, str]]:
        query = select(subscriptions.c.topic, subscriptions.c.value).where(subscriptions.c.account_id == account_id)
        return frozenset((Topic(topic), value) for topic, value in self.conn.execute(query))

    def subscribe(self, account_id: int, topic: Topic, value: str) -> None:
        statement = insert(self.conn, subscriptions).values(account_id=account_id, topic=topic.value, value=value)
        self.conn.execute(statement.on_conflict_do_nothing())

    def unsubscribe(self, account_id: int, topic: Topic, value: str) -> None:
        mine = (
            subscriptions.c.account_id == account_id,
            subscriptions.c.topic == topic.value,
            subscriptions.c.value == value,
        )
        self.conn.execute(delete(subscriptions).where(*mine))

    def subscribers(self, province: str, domain: str) -> Sequence[int]:
        about = or_(
            and_(subscriptions.c.topic == Topic.REGION.value, subscriptions.c.value == province),
            and_(subscriptions.c.topic == Topic.DOMAIN.value, subscriptions.c.value == domain),
        )
        query = (
            select(subscriptions.c.account_id)
            .join(accounts, accounts.c.id == subscriptions.c.account_id)
            .where(about, accounts.c.state == "active")
            .distinct()
            .order_by(subscriptions.c.account_id)
        )
        return list(self.conn.execute(query).scalars())


def _entry(row: Found) -> PoolEntry:
    return PoolEntry(
        customer_id=CustomerId(row.customer_id),
        released_at=row.released_at,
        open_at=row.open_at,
        region=regions.once(row.region),
        domain=row.domain,
        field=row.field,
        volume=Decimal(row.volume),
        stage=Stage(row.stage) if row.stage is not None else None,
    )
