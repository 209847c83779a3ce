"""Numbers without gaps among what was committed, e.g. BB-2026-01873: one row each, counted up under its lock."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, delete, select
from sqlalchemy.sql.dml import ReturningInsert

from storage.engine.dialect import insert, insert_for, is_postgres
from storage.engine.statements import each_once
from storage.tables.queues import counters


def count_up(conn: Connection, name: str, by: int = 1) -> int:
    """1 for the first of this name, and so on, the last of several at once; others who want the same wait until this
    transaction ends."""
    return int(conn.execute(_counting(is_postgres(conn)), {"name": name, "last": by}).scalar_one())


@each_once
def _counting(postgres: bool) -> ReturningInsert[Any]:
    first = insert_for(counters, postgres=postgres)
    more = first.on_conflict_do_update(
        index_elements=[counters.c.name], set_={"last": counters.c.last + first.excluded.last}
    )
    return more.returning(counters.c.last)


def add(conn: Connection, name: str, more: int) -> None:
    statement = insert(conn, counters).values(name=name, last=more)
    summed = {"last": counters.c.last + more}
    conn.execute(statement.on_conflict_do_update(index_elements=[counters.c.name], set_=summed))


def read(conn: Connection, name: str) -> int:
    return conn.execute(select(counters.c.last).where(counters.c.name == name)).scalar() or 0


def forget(conn: Connection, prefix: str, but: str) -> None:
    """Counters of other days: `prefix` begins them, `but` the ones that stay."""
    conn.execute(delete(counters).where(counters.c.name.startswith(prefix), ~counters.c.name.startswith(but)))


def number(conn: Connection, prefix: str, year: int) -> str:
    """The next number of the year, five digits at least: `number(conn, "BB", 2026)` → "BB-2026-01873"."""
    return f"{prefix}-{year}-{count_up(conn, f'{prefix}-{year}'):05}"
