"""The vendor's own accounts."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import Connection, delete, func, select

from domain.base.searching import words
from domain.direct.records import DirectAccount
from storage.engine import Found
from storage.engine.dialect import insert
from storage.engine.statements import once
from storage.names import finding
from storage.tables.customers import customers
from storage.tables.direct import direct_accounts


class StoredDirectAccounts:
    """Fulfils `domain.direct.records.DirectAccounts`."""

    def __init__(self, conn: Connection) -> None:
        self.conn = conn

    def among(self, customers: Collection[int]) -> frozenset[int]:
        if not customers:
            return frozenset()
        column = direct_accounts.c.customer_id
        if len(customers) == 1:
            this = once(
                lambda p: select(direct_accounts.c.customer_id).where(direct_accounts.c.customer_id == p.one),
                one=next(iter(customers)),
            )
            return frozenset(self.conn.execute(*this).scalars())
        return frozenset(self.conn.execute(select(column).where(column.in_(sorted(customers)))).scalars())

    def put(self, customer_id: int, added_by: int | None, now: datetime) -> bool:
        made = self.conn.execute(
            insert(self.conn, direct_accounts)
            .values(customer_id=customer_id, since=now, added_by=added_by)
            .on_conflict_do_nothing(index_elements=["customer_id"])
        )
        finding.refresh(self.conn, customer_id)  # of a customer that nobody held before it isn't made
        return made.rowcount > 0

    def drop(self, customer_id: int) -> bool:
        gone = self.conn.execute(delete(direct_accounts).where(direct_accounts.c.customer_id == customer_id))
        return gone.rowcount > 0

    def move(self, gone: int, into: int) -> None:
        known = self.get(gone)
        if known is not None:
            self.drop(gone)
            self.put(into, known.added_by, known.since)

    def get(self, customer_id: int) -> DirectAccount | None:
        row = self.conn.execute(_ROWS.where(direct_accounts.c.customer_id == customer_id)).one_or_none()
        return None if row is None else _account(row)

    def listed(self, text: str, offset: int, limit: int) -> tuple[Sequence[DirectAccount], int]:
        asked = [customers.c.find.contains(word, autoescape=True) for word in words(text)]
        count = select(func.count()).select_from(direct_accounts.join(customers)).where(*asked)
        rows = self.conn.execute(
            _ROWS.where(*asked)
            .order_by(direct_accounts.c.since.desc(), direct_accounts.c.customer_id.desc())
            .offset(offset)
            .limit(limit)
        )
        return [_account(row) for row in rows], self.conn.execute(count).scalar_one()


_ROWS = select(direct_accounts, customers.c.name, customers.c.credit_code).select_from(
    direct_accounts.join(customers, customers.c.id == direct_accounts.c.customer_id)
)


def _account(row: Found) -> DirectAccount:
    return DirectAccount(row.customer_id, row.name, row.credit_code, row.since, row.added_by)
