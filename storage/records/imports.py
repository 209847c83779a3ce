"""Lists of customers taken in: whole batches in few statements, and what became of each row."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlalchemy import (
    ColumnElement,
    Connection,
    String,
    cast,
    delete,
    func,
    insert,
    literal,
    select,
    update,
)

from domain.base.events import to_facts
from domain.customers.lookalikes import Hit
from domain.customers.records import LIVE, CustomerState
from domain.imports.records import (
    CustomerImported,
    CustomerMatch,
    CustomerUnimported,
    FateCounts,
    Holder,
    ImportFate,
    RowOutcome,
    Taken,
    UndoneRows,
)
from domain.names.score import STRONG
from storage.engine import Found
from storage.engine.dialect import insert as upsert
from storage.engine.dialect import is_postgres, next_ids
from storage.names.build import write_postings
from storage.names.index import StoredNames
from storage.names.search import search_all
from storage.records.import_rows import HELD, has_gone_on, held_of, keeping, known_of, of_job, with_rows
from storage.tables.customers import customers, identity_locks
from storage.tables.events import events
from storage.tables.imports import import_rows, list_columns
from storage.tables.names import names
from storage.tables.people import accounts, agencies
from storage.tables.reports import reports

SHARED = 12.0
"""Of 2,900 strong look-alikes among real names none shares less; of the others every second does."""
HITS = 5


class StoredImports:
    """Fulfils `domain.imports.records.Imports`."""

    def __init__(self, conn: Connection) -> None:
        self.conn = conn

    def lock(self, keys: Sequence[str], codes: Sequence[str]) -> None:
        if not is_postgres(self.conn):  # the writer is alone
            return
        identities = sorted({f"name:{key}" for key in keys} | {f"code:{code}" for code in codes})
        if identities:
            statement = upsert(self.conn, identity_locks).values([{"identity": each, "held": 1} for each in identities])
            held = {"held": identity_locks.c.held + 1}
            self.conn.execute(statement.on_conflict_do_update(index_elements=["identity"], set_=held))

    def known(self, file: str, keys: Sequence[str], codes: Sequence[str]) -> Sequence[CustomerMatch]:
        borne: dict[int, set[str]] = {}
        for key, bearers in StoredNames(self.conn).bearers(set(keys)).items():
            for customer in bearers:
                borne.setdefault(customer, set()).add(key)
        reported = self._reported(keys, codes)
        found = {row.id: row for row in self.known_of(file, customers.c.same_key.in_(keys))} if keys else {}
        if codes:
            found |= {row.id: row for row in self.known_of(file, customers.c.credit_code.in_(codes))}
        if more := (borne.keys() | reported.keys()) - found.keys():
            found |= {row.id: row for row in self.known_of(file, customers.c.id.in_(more))}
        return [known_of(found[each], borne.get(each, set()), reported.get(each, set())) for each in sorted(found)]

    def _reported(self, keys: Sequence[str], codes: Sequence[str]) -> dict[int, set[str]]:
        """Customers with a live report under one of these names or codes, with what it says."""
        told = reports.c.same_key.in_(keys) | reports.c.credit_code.in_(codes)
        columns = (reports.c.customer_id, reports.c.same_key, reports.c.credit_code)
        found: dict[int, set[str]] = {}
        for row in self.conn.execute(select(*columns).where(told, reports.c.state.in_(sorted(LIVE)))):
            found.setdefault(row.customer_id, set()).update(filter(None, (row.same_key, row.credit_code)))
        return found

    def known_of(self, file: str, which: ColumnElement[bool]) -> Sequence[Found]:
        live = reports.c.state.in_(sorted(LIVE))
        pending = select(reports.c.id).where(reports.c.customer_id == customers.c.id, live).exists()
        columns = (customers.c.id, customers.c.name, customers.c.same_key, customers.c.credit_code, customers.c.state)
        held = (customers.c.agency_id, customers.c.contact_id, customers.c.protected_until)
        reserved = (customers.c.reserved_for, customers.c.reserved_until)
        query = with_rows(file, select(*columns, *held, *reserved, pending.label("pending"), import_rows.c.row))
        return self.conn.execute(query.where(which, customers.c.merged_into.is_(None))).all()

    def take(self, file: str, rows: Sequence[Taken], now: datetime, by: int | None) -> Sequence[int]:
        fresh = [each for each in rows if each.customer_id is None]
        made = iter(self._insert(fresh, now))
        ids = [each.customer_id if each.customer_id is not None else next(made) for each in rows]
        for customer_id, taken in zip(ids, rows, strict=True):
            if taken.customer_id is not None:
                self._revive(customer_id, taken, now)
        self._record(file, list(zip(ids, rows, strict=True)), now, by)
        return ids

    def _insert(self, rows: Sequence[Taken], now: datetime) -> Sequence[int]:
        ids = next_ids(self.conn, customers, len(rows))
        if rows:
            made = {"created_at": now}
            values = [
                {"id": id_, "same_key": each.entry.key, **made, **held_of(each, now)}
                for id_, each in zip(ids, rows, strict=True)
            ]
            self.conn.execute(insert(customers), values)
            self._index(list(zip(ids, rows, strict=True)))
        return ids

    def _index(self, rows: Sequence[tuple[int, Taken]]) -> None:
        """As `StoredNames.add` for customers that have no name yet."""
        written = [(customer, each) for customer, taken in rows for each in taken.prepared.names]
        values, postings = [], []
        for id_, (customer, each) in zip(next_ids(self.conn, names, len(written)), written, strict=True):
            values.append(
                {"id": id_, "customer_id": customer, "raw": each.raw, "alias": each.alias, **each.parts._asdict()}
            )
            postings += [(term << 32) | id_ for term in each.terms]
        self.conn.execute(insert(names), values)
        write_postings(self.conn, sorted(postings))

    def _revive(self, customer_id: int, taken: Taken, now: datetime) -> None:
        values = {"same_key": taken.entry.key, **held_of(taken, now)}
        this = customers.c.id == customer_id
        if taken.entry.profile.credit_code is None:  # a known code is never forgotten
            code = self.conn.execute(select(customers.c.credit_code).where(this)).scalar_one()
            values |= {"credit_code": code, "profile": {**values["profile"], "credit_code": code}}
        self.conn.execute(update(customers).where(this).values(**values))
        index = StoredNames(self.conn)
        index.rename(customer_id, taken.entry.profile.name)
        for alias in taken.entry.aliases:
            index.add(customer_id, alias, alias=True)

    def _record(self, file: str, rows: Sequence[tuple[int, Taken]], now: datetime, by: int | None) -> None:
        """The events of a batch at once; nobody is told of each."""
        values = []
        for customer_id, taken in rows:
            entry, until = taken.entry, taken.protection.last_day
            event = CustomerImported(
                customer=customer_id,
                agency=entry.agency_id,
                contact=entry.contact_id,
                until=until,
                file=file,
                row=entry.row,
            )
            values.append(
                {
                    "at": now,
                    "kind": type(event).__name__,
                    "subject_kind": event.subject_kind,
                    "subject_id": customer_id,
                    "actor_id": by,
                    "agency_id": entry.agency_id,
                    "facts": to_facts(event),
                }
            )
        if values:
            self.conn.execute(insert(events), values)

    # --- what became of rows ----------------------------------------------------------------------------------------

    def fates(self, file: str, rows: Sequence[int]) -> Mapping[int, ImportFate]:
        query = select(import_rows.c.row, import_rows.c.fate).where(import_rows.c.file == file)
        return {row.row: ImportFate(row.fate) for row in self.conn.execute(query.where(import_rows.c.row.in_(rows)))}

    def keep(self, file: str, job_id: int, rows: Sequence[RowOutcome]) -> None:
        if not rows:
            return
        self.conn.execute(
            keeping(is_postgres(self.conn)),
            [
                {
                    "file": file,
                    "row": each.row,
                    "job_id": job_id,
                    "fate": each.fate.value,
                    "name": each.name,
                    "customer_id": each.customer_id,
                    "account_id": each.account_id,
                    "found": [dict(fact) for fact in each.found],
                    "told": bool(each.found),
                }
                for each in rows
            ],
        )

    def kept(self, file: str, after: int, limit: int, *, telling: bool = False) -> Sequence[RowOutcome]:
        columns = (
            import_rows.c.row,
            import_rows.c.fate,
            import_rows.c.name,
            import_rows.c.customer_id,
            import_rows.c.account_id,
            import_rows.c.found,
        )
        query = select(*columns).where(import_rows.c.file == file, import_rows.c.row > after)
        query = query.where(import_rows.c.told) if telling else query
        return [
            RowOutcome(
                row=row.row,
                fate=ImportFate(row.fate),
                name=row.name,
                customer_id=row.customer_id,
                account_id=row.account_id,
                found=row.found,
            )
            for row in self.conn.execute(query.order_by(import_rows.c.row).limit(limit))
        ]

    def row_of_account(self, file: str, account_id: int) -> int | None:
        theirs = (import_rows.c.file == file) & (import_rows.c.account_id == account_id)
        row: int | None = self.conn.execute(select(func.min(import_rows.c.row)).where(theirs)).scalar_one()
        return row

    def tally(self, file: str) -> FateCounts:
        told = (ImportFate.IMPORTED.value, True)
        query = select(import_rows.c.fate, import_rows.c.told, func.count()).where(import_rows.c.file == file)
        counted = {
            (row.fate, bool(row.told)): row[2]
            for row in self.conn.execute(query.group_by(import_rows.c.fate, import_rows.c.told))
        }
        fates = {fate.value: sum(n for (each, _), n in counted.items() if each == fate.value) for fate in ImportFate}
        return FateCounts(**fates, alike=counted.get(told, 0))

    # --- taking back ------------------------------------------------------------------------------------------------

    def imported_by(self, job_id: int) -> int:
        counted: int = self.conn.execute(select(func.count()).where(*of_job(job_id))).scalar_one()
        return counted

    def told_people(self, job_id: int) -> Mapping[int, int]:
        query = select(customers.c.contact_id, func.count()).join(
            import_rows, import_rows.c.customer_id == customers.c.id
        )
        query = query.where(*of_job(job_id), customers.c.contact_id.is_not(None))
        return {row[0]: row[1] for row in self.conn.execute(query.group_by(customers.c.contact_id))}

    def built_on(self, job_id: int, limit: int) -> tuple[int, Sequence[str]]:
        query = select(customers.c.name).join(import_rows, import_rows.c.customer_id == customers.c.id)
        query = query.where(*of_job(job_id), has_gone_on())
        count: int = self.conn.execute(select(func.count()).select_from(query.subquery())).scalar_one()
        names = self.conn.execute(query.order_by(import_rows.c.row).limit(limit)).scalars().all() if count else ()
        return count, names

    def undo(self, job_id: int, after: int, limit: int, now: datetime, by: int | None) -> UndoneRows:
        columns = (import_rows.c.row, customers.c.id, customers.c.agency_id, customers.c.created_at)
        query = select(*columns, customers.c.protected_since, has_gone_on().label("gone_on"))
        query = query.join(import_rows, import_rows.c.customer_id == customers.c.id)
        query = query.where(*of_job(job_id), import_rows.c.row > after).order_by(import_rows.c.row).limit(limit)
        rows = self.conn.execute(query.with_for_update(of=customers)).all()
        free = [row for row in rows if not row.gone_on]
        self._forget([row.id for row in free if row.created_at == row.protected_since])
        if free:
            ids = [row.id for row in free]
            released = {"state": CustomerState.OPEN.value, **dict.fromkeys(HELD)}
            self.conn.execute(update(customers).where(customers.c.id.in_(ids)).values(**released))
            self.conn.execute(delete(import_rows).where(import_rows.c.customer_id.in_(ids), *of_job(job_id)))
            self._record_undone(job_id, [(row.id, row.agency_id) for row in free], now, by)
        return UndoneRows(rows[-1].row if rows else None, len(free), len(rows) - len(free))

    def _forget(self, ids: Sequence[int]) -> None:
        """Customers that the import made: no name leads to them any more."""
        index = StoredNames(self.conn)
        for each in ids:
            index.forget(each)
        if ids:
            key = literal("~").concat(cast(customers.c.id, String))
            gone = {"same_key": key, "credit_code": None, "find": ""}
            self.conn.execute(update(customers).where(customers.c.id.in_(ids)).values(**gone))

    def _record_undone(self, job_id: int, undone: Sequence[tuple[int, int]], now: datetime, by: int | None) -> None:
        values = [
            {
                "at": now,
                "kind": CustomerUnimported.__name__,
                "subject_kind": CustomerUnimported.subject_kind,
                "subject_id": customer,
                "actor_id": by,
                "agency_id": agency,
                "facts": to_facts(CustomerUnimported(customer=customer, job=job_id)),
            }
            for customer, agency in undone
        ]
        self.conn.execute(insert(events), values)

    # --- columns ----------------------------------------------------------------------------------------------------

    def columns(self, house: str, kind: str) -> Mapping[str, str]:
        theirs = (list_columns.c.house == house) & (list_columns.c.kind == kind)
        query = select(list_columns.c.heading, list_columns.c.field).where(theirs)
        return {row.heading: row.field for row in self.conn.execute(query)}

    def remember_column(self, house: str, kind: str, heading: str, field: str) -> None:
        values = {"house": house, "kind": kind, "heading": heading, "field": field}
        statement = upsert(self.conn, list_columns).values(**values)
        index = ["house", "kind", "heading"]
        self.conn.execute(statement.on_conflict_do_update(index_elements=index, set_={"field": field}))

    # --- look-alikes ------------------------------------------------------------------------------------------------

    def resembling(self, names: Sequence[str]) -> Sequence[Sequence[Hit]]:
        # one more than told: the name itself is among them
        return search_all(self.conn, names, limit=HITS + 1, least=STRONG, shared=SHARED)

    def holders(self, file: str, wanted: Sequence[int]) -> Mapping[int, Holder]:
        called = func.coalesce(func.nullif(agencies.c.short_name, ""), agencies.c.name).label("agency")
        columns = (
            customers.c.id,
            customers.c.credit_code,
            customers.c.protected_until,
            called,
            accounts.c.name.label("person"),
        )
        query = with_rows(file, select(*columns, import_rows.c.row)).where(
            customers.c.id.in_(wanted), customers.c.merged_into.is_(None)
        )
        return {
            row.id: Holder(row.agency or "", row.person or "", row.protected_until, row.credit_code, row.row)
            for row in self.conn.execute(query)
        }
