"""Cards and drafts of orders, short names that were meant, habits of tax."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from sqlalchemy import (
    Connection,
    bindparam,
    case,
    delete,
    insert,
    select,
    update,
)

from domain.base.errors import NotFound
from domain.customers.records import CustomerId
from domain.names import same_key
from domain.orders.records import (
    WaitingOrder,
    WaitState,
)
from domain.people.records import AccountId, AgencyId
from storage.engine import Found, Query
from storage.engine.dialect import insert as upsert
from storage.engine.errors import Conflict
from storage.engine.statements import each_once, once
from storage.records.counters import draw
from storage.tables.orders import (
    order_aliases,
    order_cards,
    order_tax_habits,
)


@each_once
def _waiting_of(names: tuple[str, ...]) -> Query:
    where = [order_cards.c[name] == bindparam(name) for name in names]
    return select(order_cards).where(*where).order_by(order_cards.c.id)


class StoredOrderCards:
    """Its part of `domain.orders.port.Orders`."""

    conn: Connection

    def wait(
        self,
        *,
        state: WaitState,
        agency_id: int,
        author_id: int,
        customer_id: int | None,
        text: str,
        rows: Sequence[Mapping[str, object]],
        at: datetime,
        written_on: date,
        asked_id: int | None = None,
        message: int | None = None,
        job: int | None = None,
    ) -> WaitingOrder:
        (number,) = draw(self.conn, "order_cards")  # it stands on messages: no other card ever has it again
        made = self.conn.execute(
            insert(order_cards)
            .values(
                id=number,
                state=state.value,
                agency_id=agency_id,
                author_id=author_id,
                customer_id=customer_id,
                text=text,
                rows=[dict(each) for each in rows],
                at=at,
                written_on=written_on,
                asked_id=asked_id,
                message_id=message,
                job_id=job,
            )
            .returning(order_cards.c.id)
        ).scalar_one()
        return self.waiting(made)

    def waiting(self, waiting_id: int, *, lock: bool = False) -> WaitingOrder:
        query = select(order_cards).where(order_cards.c.id == waiting_id)
        row = self.conn.execute(query.with_for_update() if lock else query).one_or_none()
        if row is None:
            raise NotFound("order_card")
        return _waiting(row)

    def rewrite(
        self,
        before: WaitingOrder,
        rows: Sequence[Mapping[str, object]],
        state: WaitState,
        *,
        asked_id: int | None = None,
        text: str | None = None,
    ) -> WaitingOrder:
        changed = self.conn.execute(
            update(order_cards)
            .where(order_cards.c.id == before.id, order_cards.c.revision == before.revision)
            .values(
                rows=[dict(each) for each in rows],
                state=state.value,
                asked_id=asked_id,
                text=before.text if text is None else text,
                revision=before.revision + 1,
            )
        )
        if changed.rowcount != 1:
            raise Conflict(f"the card {before.id} is no longer at revision {before.revision}")
        return self.waiting(before.id)

    def drop(self, waiting_id: int) -> None:
        self.conn.execute(delete(order_cards).where(order_cards.c.id == waiting_id))

    def waiting_of_job(self, job_id: int, limit: int) -> Sequence[WaitingOrder]:
        query = select(order_cards).where(order_cards.c.job_id == job_id).order_by(order_cards.c.id).limit(limit)
        return [_waiting(row) for row in self.conn.execute(query.with_for_update())]

    def waiting_of(
        self, agency_id: int, *, author_id: int | None = None, customer_id: int | None = None
    ) -> Sequence[WaitingOrder]:
        of = {"agency_id": agency_id, "author_id": author_id, "customer_id": customer_id}
        known = {name: value for name, value in of.items() if value is not None}
        rows = self.conn.execute(_waiting_of(tuple(known)), known)
        return [_waiting(row) for row in rows]

    def aliases(self, agency_id: int) -> Mapping[int, Sequence[str]]:
        learnt = once(
            lambda p: (
                select(order_aliases.c.customer_id, order_aliases.c.name)
                .where(order_aliases.c.agency_id == p.agency)
                .order_by(order_aliases.c.name)
            ),
            agency=agency_id,
        )
        found: dict[int, list[str]] = {}
        for customer, name in self.conn.execute(*learnt):
            found.setdefault(customer, []).append(name)
        return found

    def learn(self, agency_id: int, customer_id: int, name: str, *, author_id: int, at: datetime) -> bool:
        values = {"customer_id": customer_id, "name": name, "author_id": author_id, "at": at}
        before = self.conn.execute(
            select(order_aliases.c.customer_id).where(
                order_aliases.c.agency_id == agency_id, order_aliases.c.key == same_key(name)
            )
        ).scalar_one_or_none()
        if before == customer_id:
            return False
        self.conn.execute(
            upsert(self.conn, order_aliases)
            .values(agency_id=agency_id, key=same_key(name), **values)
            .on_conflict_do_update(index_elements=["agency_id", "key"], set_=values)
        )
        return True

    def forget(self, agency_id: int, customer_id: int, name: str) -> None:
        self.conn.execute(
            delete(order_aliases).where(
                order_aliases.c.agency_id == agency_id,
                order_aliases.c.customer_id == customer_id,
                order_aliases.c.key == same_key(name),
            )
        )

    def tax_habit(self, agency_id: int, customer_id: int) -> tuple[bool, int]:
        row = self.conn.execute(
            select(order_tax_habits.c.added, order_tax_habits.c.times).where(
                order_tax_habits.c.agency_id == agency_id, order_tax_habits.c.customer_id == customer_id
            )
        ).one_or_none()
        return (False, 0) if row is None else (row.added, row.times)

    def keep_tax_answer(self, agency_id: int, customer_id: int, *, added: bool) -> None:
        alike = case((order_tax_habits.c.added == added, order_tax_habits.c.times), else_=0)
        self.conn.execute(
            upsert(self.conn, order_tax_habits)
            .values(agency_id=agency_id, customer_id=customer_id, added=added, times=1)
            .on_conflict_do_update(
                index_elements=["agency_id", "customer_id"], set_={"added": added, "times": alike + 1}
            )
        )


def _waiting(row: Found) -> WaitingOrder:
    return WaitingOrder(
        id=row.id,
        state=WaitState(row.state),
        agency_id=AgencyId(row.agency_id),
        author_id=AccountId(row.author_id),
        customer_id=CustomerId(row.customer_id) if row.customer_id is not None else None,
        text=row.text,
        rows=row.rows,
        at=row.at,
        written_on=row.written_on,
        asked_id=AccountId(row.asked_id) if row.asked_id is not None else None,
        revision=row.revision,
        message=row.message_id,
        job=row.job_id,
    )
