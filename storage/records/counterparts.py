"""People at customers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import datetime

from sqlalchemy import Connection, func, insert, select, update

from domain.base import identifiers
from domain.base.errors import NotFound
from domain.base.rights import Reach
from domain.base.searching import find_text, words
from domain.counterparts.records import Counterpart, CounterpartId, CounterpartTold, CounterpartVersion
from domain.customers.records import CustomerId
from domain.people.records import AccountId
from storage.engine import Found
from storage.engine.errors import Conflict
from storage.records.customer_lists import HELD, within
from storage.tables.counterparts import counterpart_versions, counterparts
from storage.tables.customers import customers


def told_to_json(told: CounterpartTold) -> dict[str, str]:
    return {name: value for name, value in asdict(told).items() if value}


def told_from_json(value: Mapping[str, object]) -> CounterpartTold:
    known = {name: str(value.get(name, "")) for name in ("name", "phone", "role", "note")}
    return CounterpartTold(**known)


class StoredCounterparts:
    """Fulfils `domain.counterparts.records.Counterparts`."""

    def __init__(self, conn: Connection) -> None:
        self.conn = conn

    def get(self, counterpart_id: int, *, lock: bool = False) -> Counterpart:
        query = select(counterparts).where(counterparts.c.id == counterpart_id)
        row = self.conn.execute(query.with_for_update() if lock else query).one_or_none()
        if row is None:
            raise NotFound("counterpart")
        return _counterpart(row)

    def of_customer(self, customer_id: int) -> Sequence[Counterpart]:
        return self.of_customers([customer_id]).get(customer_id, [])

    def of_customers(self, customers_: Sequence[int]) -> dict[int, list[Counterpart]]:
        rows = self.conn.execute(
            select(counterparts)
            .where(counterparts.c.customer_id.in_(customers_), counterparts.c.removed.is_(False))
            .order_by(counterparts.c.id)
        )
        found: dict[int, list[Counterpart]] = {}
        for row in rows:
            found.setdefault(row.customer_id, []).append(_counterpart(row))
        return found

    def add(self, customer_id: int, told: CounterpartTold, author_id: int, at: datetime) -> CounterpartId:
        values = {"customer_id": customer_id, "author_id": author_id, "at": at, **_columns(told)}
        made = self.conn.execute(insert(counterparts).values(**values).returning(counterparts.c.id)).scalar_one()
        return CounterpartId(made)

    def change(
        self, before: Counterpart, told: CounterpartTold, author_id: int, at: datetime, *, removed: bool = False
    ) -> None:
        stood = {"counterpart_id": before.id, "version": before.version, "told": told_to_json(before.told)}
        self.conn.execute(insert(counterpart_versions).values(**stood, author_id=before.author_id, at=before.at))
        changed = self.conn.execute(
            update(counterparts)
            .where(counterparts.c.id == before.id, counterparts.c.version == before.version)
            .values(author_id=author_id, at=at, version=before.version + 1, removed=removed, **_columns(told))
        )
        if changed.rowcount != 1:
            raise Conflict(f"counterpart {before.id} is no longer at version {before.version}")

    def versions(self, counterpart_id: int) -> Sequence[CounterpartVersion]:
        rows = self.conn.execute(
            select(counterpart_versions)
            .where(counterpart_versions.c.counterpart_id == counterpart_id)
            .order_by(counterpart_versions.c.version)
        )
        return [
            CounterpartVersion(
                version=row.version, told=told_from_json(row.told), author_id=AccountId(row.author_id), at=row.at
            )
            for row in rows
        ]

    def found(self, reach: Reach, text: str, limit: int) -> tuple[Sequence[Counterpart], int]:
        number = identifiers.phone(text)
        asked = [number] if isinstance(number, str) else words(text)
        if not asked:
            return [], 0
        here = (HELD, within(reach), counterparts.c.removed.is_(False))
        has = [counterparts.c.find.contains(word.partition(";")[0], autoescape=True) for word in asked]
        query = select(counterparts).join(customers, customers.c.id == counterparts.c.customer_id).where(*here, *has)
        total = self.conn.execute(select(func.count()).select_from(query.subquery())).scalar_one()
        rows = self.conn.execute(query.order_by(counterparts.c.id).limit(limit)) if total and limit else ()
        return [_counterpart(row) for row in rows], total

    def move(self, gone: int, into: int) -> None:
        self.conn.execute(update(counterparts).where(counterparts.c.customer_id == gone).values(customer_id=into))


def _columns(told: CounterpartTold) -> dict[str, object]:
    phone = (told.phone.partition(";")[0], *identifiers.phone_digits(told.phone).split()) if told.phone else ()
    return {"told": told_to_json(told), "find": "\n".join(filter(None, (find_text(told.name), *phone)))}


def _counterpart(row: Found) -> Counterpart:
    return Counterpart(
        id=CounterpartId(row.id),
        customer_id=CustomerId(row.customer_id),
        told=told_from_json(row.told),
        author_id=AccountId(row.author_id),
        at=row.at,
        version=row.version,
        removed=row.removed,
    )
