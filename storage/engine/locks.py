"""Locks that last until the transaction ends. On SQLite the writer is alone anyway: nothing to do."""

from __future__ import annotations

from sqlalchemy import Connection, func, select

from storage.engine.dialect import is_postgres


def exclusively(conn: Connection, name: str) -> None:
    """Wait until nobody else holds the name, and hold it: for what has no row yet that could be locked."""
    if is_postgres(conn):
        conn.execute(select(func.pg_advisory_xact_lock(func.hashtextextended(name, 0))))
