"""The index of customers' names kept true, in the transaction of the customer's record."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Row, bindparam, delete, insert, select, update

from domain.customers.lookalikes import Hit
from domain.names.parts import parse
from domain.names.terms import key_term, terms
from domain.names.text import same_key
from storage.engine.statements import fixed, once
from storage.names import finding
from storage.names.search import search
from storage.tables.names import name_postings, names

_POSTINGS = fixed(insert(name_postings))
_TAKE_OUT = fixed(
    delete(name_postings).where(name_postings.c.term == bindparam("term"), name_postings.c.name_id == bindparam("name"))
)
_CARRYING = select(names.c.customer_id, names.c.raw).join(name_postings, name_postings.c.name_id == names.c.id)


class StoredNames:
    """Fulfils `domain.customers.lookalikes.NameIndex`."""

    def __init__(self, conn: Connection) -> None:
        self.conn = conn

    def similar(self, name: str, limit: int = 10) -> Sequence[Hit]:
        return search(self.conn, name, limit=limit)

    def bearers(self, keys: Collection[str]) -> Mapping[str, Collection[int]]:
        wanted = {key_term(key) for key in keys if key}
        if not wanted:
            return {}
        found: dict[str, set[int]] = {}
        for customer, raw in self._carrying(wanted):
            if (key := same_key(raw)) in keys:  # a term is a checksum, which others may share
                found.setdefault(key, set()).add(customer)
        return found

    def _carrying(self, terms_: Collection[int]) -> Iterable[Any]:
        return self.conn.execute(
            *once(lambda p: _CARRYING.where(name_postings.c.term.in_(p.terms)), terms=sorted(terms_))
        )

    def add(self, customer_id: int, name: str, *, alias: bool = False) -> None:
        """Nothing happens when the customer has that name already, but an alias can become the official one."""
        if not same_key(name):
            return
        known = self._of(customer_id, name)
        if known is not None:
            if not alias:
                self.conn.execute(update(names).where(names.c.id == known.id).values(alias=False))
                finding.refresh(self.conn, customer_id)
            return
        parts = parse(name)
        row = {"customer_id": customer_id, "alias": alias, "raw": name, **parts._asdict()}
        name_id = self.conn.execute(*once(lambda _: insert(names).returning(names.c.id), **row)).scalar_one()
        postings = [{"term": number, "name_id": name_id} for number in terms(name, parts)]
        self.conn.execute(_POSTINGS, postings)
        if alias:
            finding.refresh(self.conn, customer_id)

    def rename(self, customer_id: int, name: str) -> None:
        """The customer's official name; the former one stays as an alias, unless it is the same in another writing."""
        known = self._of(customer_id, name)
        if known is not None and known.raw == name:  # as nearly always where a report is approved
            official = once(
                lambda p: update(names).where(names.c.customer_id == p.customer).values(alias=names.c.id != p.name),
                customer=customer_id,
                name=known.id,
            )
            self.conn.execute(*official)
            finding.refresh(self.conn, customer_id)
            return
        if known is not None:
            self._remove(known.id)
        earlier = once(
            lambda p: update(names).where(names.c.customer_id == p.customer).values(alias=True), customer=customer_id
        )
        self.conn.execute(*earlier)
        self.add(customer_id, name)
        finding.refresh(self.conn, customer_id)

    def aliases(self, customer_id: int) -> Sequence[str]:
        found = select(names.c.raw).where(names.c.customer_id == customer_id, names.c.alias).order_by(names.c.id)
        return self.conn.execute(found).scalars().all()

    def aliases_of(self, customers: Collection[int]) -> Mapping[int, Sequence[str]]:
        theirs = once(
            lambda p: (
                select(names.c.customer_id, names.c.raw)
                .where(names.c.alias, names.c.customer_id.in_(p.customers))
                .order_by(names.c.id)
            ),
            customers=list(customers),
        )
        found: dict[int, list[str]] = {}
        for customer, raw in self.conn.execute(*theirs):
            found.setdefault(customer, []).append(raw)
        return found

    def move(self, customer_id: int, to: int) -> None:
        """All names of one customer become aliases of another, but for those that the other has already."""
        rows = self.conn.execute(select(names.c.id, names.c.raw).where(names.c.customer_id == customer_id)).all()
        for name_id, raw in rows:
            if self._of(to, raw) is not None:
                self._remove(name_id)
            else:
                moved = update(names).where(names.c.id == name_id).values(customer_id=to, alias=True)
                self.conn.execute(moved)
        finding.refresh(self.conn, to)

    def remove(self, customer_id: int, name: str) -> None:
        """Take one name of the customer out. Nothing happens when it has no such name."""
        if (known := self._of(customer_id, name)) is not None:
            self._remove(known.id)
            finding.refresh(self.conn, customer_id)

    def forget(self, customer_id: int) -> None:
        """Take all names of the customer out."""
        for name_id in self.conn.execute(select(names.c.id).where(names.c.customer_id == customer_id)).scalars().all():
            self._remove(name_id)

    def _of(self, customer_id: int, name: str) -> Row[Any] | None:
        """The customer's row with that name, in whatever writing."""
        key = same_key(name)
        rows = self.conn.execute(
            *once(
                lambda p: select(names.c.id, names.c.raw).where(names.c.customer_id == p.customer), customer=customer_id
            )
        )
        return next((row for row in rows if same_key(row.raw) == key), None)

    def _remove(self, name_id: int) -> None:
        """The postings are found by the terms that the name has by the present recipe: with another one, the index was
        built anew at the start."""
        raw = self.conn.execute(
            *once(lambda p: select(names.c.raw).where(names.c.id == p.name), name=name_id)
        ).scalar_one()
        self.conn.execute(_TAKE_OUT, [{"term": each, "name": name_id} for each in terms(raw, parse(raw))])
        self.conn.execute(*once(lambda p: delete(names).where(names.c.id == p.name), name=name_id))
