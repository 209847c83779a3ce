"""Rows of lists of customers, as statements and as values."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import (
    ColumnElement,
    func,
    select,
)

from domain.customers.records import CustomerState
from domain.imports.records import CustomerImported, CustomerMatch, ImportFate, Taken
from storage.engine import Found, Query
from storage.engine.dialect import Insert, insert_for
from storage.records.profiles import listed, profile_to_json
from storage.records.protection import protection_to_json
from storage.tables.customers import customers
from storage.tables.events import events
from storage.tables.imports import import_rows
from storage.tables.people import accounts, agencies

HELD = (
    *("agency_id", "contact_id", "protected_since", "protected_until", "protection", "end_set_on", "remind_on"),
    *("review_on", "follow_up_due", "followed_up_at", "stage"),
)
"""What a customer has while somebody holds it."""


def of_job(job_id: int) -> tuple[ColumnElement[bool], ...]:
    return import_rows.c.job_id == job_id, import_rows.c.fate == ImportFate.IMPORTED.value


def has_gone_on() -> ColumnElement[bool]:
    """Something happened to the customer after it came in."""
    mine = (events.c.subject_kind == CustomerImported.subject_kind) & (events.c.subject_id == customers.c.id)
    came = select(func.max(events.c.id)).where(mine, events.c.kind == CustomerImported.__name__).scalar_subquery()
    later = events.alias("later")
    its = (later.c.subject_kind == CustomerImported.subject_kind) & (later.c.subject_id == customers.c.id)
    return select(later.c.id).where(its, later.c.id > came).correlate(customers).exists()


@cache
def keeping(postgres: bool) -> Insert:
    statement = insert_for(import_rows, postgres=postgres)
    fields = ("job_id", "fate", "name", "customer_id", "account_id", "found", "told")
    replaced = {field: statement.excluded[field] for field in fields}
    return statement.on_conflict_do_update(index_elements=["file", "row"], set_=replaced)


def with_rows(file: str, query: Query) -> Query:
    """Customers with the row of the file that took each in."""
    taken = (import_rows.c.customer_id == customers.c.id) & (import_rows.c.file == file)
    return query.select_from(
        customers.outerjoin(import_rows, taken & (import_rows.c.fate == ImportFate.IMPORTED.value))
        .outerjoin(agencies, agencies.c.id == customers.c.agency_id)
        .outerjoin(accounts, accounts.c.id == customers.c.contact_id)
    )


def known_of(row: Found, borne: Collection[str], reported: Collection[str]) -> CustomerMatch:
    return CustomerMatch(
        customer_id=row.id,
        name=row.name,
        key=row.same_key,
        keys=frozenset({row.same_key, *borne}),
        code=row.credit_code,
        reported=frozenset(reported),
        state=CustomerState(row.state),
        agency_id=row.agency_id,
        contact_id=row.contact_id,
        until=row.protected_until,
        reserved_for=row.reserved_for,
        reserved_until=row.reserved_until,
        pending=bool(row.pending),
        row=row.row,
    )


def held_of(taken: Taken, now: datetime) -> dict[str, Any]:
    """A customer held from now on, as `StoredCustomers.protect` and `StoredProtections.hold` leave it."""
    entry, profile = taken.entry, taken.entry.profile
    return {
        "name": profile.name,
        "find": taken.prepared.find,
        "credit_code": profile.credit_code,
        "state": CustomerState.PROTECTED.value,
        "agency_id": entry.agency_id,
        "contact_id": entry.contact_id,
        "protected_since": now,
        "protected_until": taken.protection.last_day,
        "protection": protection_to_json(taken.protection),
        "end_set_on": taken.set_on,
        "remind_on": taken.remind_on,
        "profile": profile_to_json(profile),
        **listed(profile),
        "followed_up_at": None,
        "follow_up_due": taken.follow_up_due,
    }
