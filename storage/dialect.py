"""The little in which the two databases speak differently."""

from __future__ import annotations

from typing import TypeAlias

from sqlalchemy import Connection, Table
from sqlalchemy.dialects import postgresql, sqlite

Insert: TypeAlias = postgresql.Insert | sqlite.Insert


def is_postgres(conn: Connection) -> bool:
    return conn.dialect.name == "postgresql"


def insert(table: Table, *, postgres: bool) -> Insert:
    """An INSERT that knows ON CONFLICT. Building one takes as long as running it: keep those of the hot path."""
    return postgresql.insert(table) if postgres else sqlite.insert(table)
