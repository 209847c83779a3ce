"""The little in which the two databases speak differently."""

from __future__ import annotations

from typing import TypeAlias

from sqlalchemy import Connection, Table
from sqlalchemy.dialects import postgresql, sqlite

Insert: TypeAlias = postgresql.Insert | sqlite.Insert


def is_postgres(conn: Connection) -> bool:
    return conn.dialect.name == "postgresql"


def insert(conn: Connection, table: Table) -> Insert:
    """An INSERT that knows ON CONFLICT."""
    return insert_for(table, postgres=is_postgres(conn))


def insert_for(table: Table, *, postgres: bool) -> Insert:
    """The same for statements of the hot path, which are built once: building one takes as long as running it."""
    return postgresql.insert(table) if postgres else sqlite.insert(table)
