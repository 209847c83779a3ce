"""The little in which the two databases speak differently."""

from __future__ import annotations

from typing import TypeAlias

from sqlalchemy import Connection, Table, func, select, text
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


def next_ids(conn: Connection, table: Table, count: int) -> list[int]:
    """Numbers for rows that are to be inserted at once: SQLite gives out those of many rows only one by one."""
    if count == 0:
        return []
    if is_postgres(conn):
        sequence = func.nextval(func.pg_get_serial_sequence(table.name, "id"))
        return list(conn.execute(select(sequence).select_from(func.generate_series(1, count).alias("n"))).scalars())
    last = conn.execute(select(func.coalesce(func.max(table.c.id), 0))).scalar_one()  # the writer is alone
    return list(range(last + 1, last + 1 + count))


def take_time(conn: Connection) -> None:
    """For a reading transaction that nobody waits for: its statements may take half a minute where the server is busy."""
    if is_postgres(conn):
        conn.execute(text("SET LOCAL statement_timeout = '30s'"))
