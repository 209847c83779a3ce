"""Who has a number that can be said aloud."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from sqlalchemy import Connection, Table, select

from storage.tables.agencies import agency_changes
from storage.tables.contracts import contract_amendments, contracts
from storage.tables.follow_ups import follow_ups
from storage.tables.orders import orders
from storage.tables.petitions import appeals, corrections
from storage.tables.protection import protection_requests
from storage.tables.registration import agency_claims, registrations
from storage.tables.reports import reports
from storage.tables.threads import threads

_TABLES: Final[Mapping[str, Table]] = {
    "BB": reports,
    "BG": contract_amendments,
    "DD": orders,
    "GJ": follow_ups,
    "GZ": corrections,
    "HT": contracts,
    "SS": appeals,
    **dict.fromkeys(("FK", "WT"), threads),
    "HS": agency_claims,
    "ZC": registrations,
    "ZL": agency_changes,
    **dict.fromkeys(("FS", "JD", "YQ"), protection_requests),
}


def holder(conn: Connection, number: str) -> int | None:
    """The id in the table of its prefix."""
    table = _TABLES.get(number[:2])
    if table is None:
        return None
    found: int | None = conn.execute(select(table.c.id).where(table.c.number == number)).scalar_one_or_none()
    return found
