"""Deputyships: who stands in for whom, and what was told of it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy import Connection, and_, bindparam, insert, or_, select, update

from domain.base.errors import NotFound
from domain.people.deputies import Deputyship, DeputyshipId, DeputyshipPhase
from domain.people.records import AccountId
from storage.engine import Found, Query
from storage.engine.statements import fixed
from storage.tables.deputies import deputyships
from storage.tables.people import accounts

_OPEN = deputyships.c.told != DeputyshipPhase.OVER.value
_COVERING = fixed(
    select(deputyships)
    .where(
        _OPEN,
        deputyships.c.since <= bindparam("day"),
        deputyships.c.until >= bindparam("day"),
        deputyships.c.ended_at.is_(None),
    )
    .order_by(deputyships.c.id)
)


class StoredDeputies:
    """Fulfils `domain.people.deputies.Deputies`."""

    def __init__(self, conn: Connection) -> None:
        self.conn = conn
        self._covering: tuple[date, list[Deputyship]] | None = None
        """Asked for with each approver."""

    def lock(self, account_id: int) -> None:
        self.conn.execute(select(accounts.c.id).where(accounts.c.id == account_id).with_for_update())

    def get(self, deputyship_id: int, *, lock: bool = False) -> Deputyship:
        query = select(deputyships).where(deputyships.c.id == deputyship_id)
        found = self._read(query.with_for_update() if lock else query)
        if not found:
            raise NotFound("deputyship")
        return found[0]

    def add(
        self, *, principal_id: int, deputy_id: int, since: date, until: date, set_by: int, now: datetime
    ) -> Deputyship:
        self._covering = None
        made = self.conn.execute(
            insert(deputyships)
            .values(
                principal_id=principal_id,
                deputy_id=deputy_id,
                since=since,
                until=until,
                told=DeputyshipPhase.PLANNED.value,
                set_by=set_by,
                set_at=now,
            )
            .returning(deputyships.c.id)
        ).scalar_one()
        return self.get(made)

    def tell(self, deputyship_id: int, told: DeputyshipPhase, ended_at: datetime | None = None) -> Deputyship:
        self._covering = None
        changed = update(deputyships).where(deputyships.c.id == deputyship_id)
        self.conn.execute(changed.values(told=told.value, ended_at=ended_at))
        return self.get(deputyship_id)

    def covering(self, day: date) -> Sequence[Deputyship]:
        if self._covering is None or self._covering[0] != day:
            rows = self.conn.execute(_COVERING, {"day": day})
            self._covering = day, [_deputyship(row) for row in rows]
        return self._covering[1]

    def open(self) -> Sequence[Deputyship]:
        return self._read(select(deputyships).where(_OPEN).order_by(deputyships.c.since, deputyships.c.id))

    def due(self, day: date, limit: int) -> Sequence[Deputyship]:
        begun = and_(deputyships.c.told == DeputyshipPhase.PLANNED.value, deputyships.c.since <= day)
        query = select(deputyships).where(_OPEN, or_(deputyships.c.until < day, begun))
        return self._read(query.order_by(deputyships.c.id).limit(limit).with_for_update())

    def _read(self, query: Query) -> list[Deputyship]:
        return [_deputyship(row) for row in self.conn.execute(query).all()]


def _deputyship(row: Found) -> Deputyship:
    return Deputyship(
        id=DeputyshipId(row.id),
        principal_id=AccountId(row.principal_id),
        deputy_id=AccountId(row.deputy_id),
        since=row.since,
        until=row.until,
        told=DeputyshipPhase(row.told),
        ended_at=row.ended_at,
    )
