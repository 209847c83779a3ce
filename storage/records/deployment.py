"""What is remembered of the deployment itself, by name: how its bot is called, that its data is the demo's. And the demo's
beginning anew, which is nobody else's to do. Absent: what the words mean."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager

from sqlalchemy import Connection, Table, delete, func, inspect, select, text

from storage.engine.dialect import insert, is_postgres
from storage.engine.metadata import metadata
from storage.records import counters
from storage.tables.deployment import deployment
from storage.tables.people import accounts


def remembered(conn: Connection, name: str) -> str | None:
    found: str | None = conn.execute(select(deployment.c.value).where(deployment.c.name == name)).scalar_one_or_none()
    return found


def remember(conn: Connection, name: str, value: str) -> None:
    put = insert(conn, deployment).values(name=name, value=value)
    conn.execute(put.on_conflict_do_update(index_elements=["name"], set_={"value": value}))


def is_bare(conn: Connection) -> bool:
    """Nobody works here yet."""
    return conn.execute(select(func.count()).select_from(accounts)).scalar_one() == 0


def empty(conn: Connection, *, but: Collection[str]) -> None:
    """Everything is thrown away but what is remembered under these names."""
    standing = set(inspect(conn).get_table_names())
    gone = [table for table in reversed(metadata.sorted_tables) if table.name in standing and table is not deployment]
    with _unguarded(conn, gone):
        for table in gone:
            conn.execute(delete(table))
    counters.begin_anew(conn)
    conn.execute(delete(deployment).where(deployment.c.name.not_in(but)))


@contextmanager
def _unguarded(conn: Connection, tables: Sequence[Table]) -> Iterator[None]:
    """Without the triggers that keep what may never change, which stand again afterwards."""
    if is_postgres(conn):
        for table in tables:
            conn.execute(text(f"ALTER TABLE {table.name} DISABLE TRIGGER USER"))
        yield
        for table in tables:
            conn.execute(text(f"ALTER TABLE {table.name} ENABLE TRIGGER USER"))
        return
    guards = conn.execute(text("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")).all()
    for name, _ in guards:
        conn.execute(text(f"DROP TRIGGER {name}"))
    yield
    for _, made in guards:
        conn.exec_driver_sql(made)
