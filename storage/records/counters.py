"""Two ways to count.

`draw` gives numbers that are said aloud, e.g. BB-2026-01873, and nobody waits for another's COMMIT to get one: on PostgreSQL they
come from a sequence for each name, so one that was drawn in vain is left out. SQLite, where one step writes at a time, counts them
in the table and leaves no gap.

`count_up` is exact and taken back with its transaction: one row each, under whose lock others who count the same wait.
"""

from __future__ import annotations

from typing import Any, Final

from sqlalchemy import Connection, Integer, Select, Sequence, String, bindparam, delete, func, inspect, select
from sqlalchemy.schema import CreateSequence, DropSequence
from sqlalchemy.sql.dml import ReturningInsert

from storage.engine.dialect import insert, insert_for, is_postgres
from storage.engine.locks import exclusively
from storage.engine.statements import each_once, fixed
from storage.tables.queues import counters

_SEQUENCES: Final = "numbers_"
"""Begins the names of those that are drawn from."""


def draw(conn: Connection, name: str, several: int = 1) -> list[int]:
    """So many, ascending; 1 is the first of this name (letters, digits, - and _). Never the same twice."""
    if not is_postgres(conn):
        last = count_up(conn, name, several)
        return list(range(last - several + 1, last + 1))
    wanted = {"sequence": _sequence(name), "several": several}
    drawn = conn.execute(_DRAW, wanted).scalars().all()
    if None in drawn:
        _begin(conn, name)
        drawn = conn.execute(_DRAW, wanted).scalars().all()
    return list(drawn)


_NEXT = func.nextval(func.to_regclass(bindparam("sequence", type_=String))).label("drawn")
_DRAW: Final[Select[Any]] = fixed(
    select(_NEXT).select_from(func.generate_series(1, bindparam("several", type_=Integer)).alias("each"))
)
"""NULL while there is no such sequence: `nextval` is strict."""


def _sequence(name: str) -> str:
    return _SEQUENCES + name.lower().replace("-", "_")


def _begin(conn: Connection, name: str) -> None:
    """Once in its life, at the number behind those that were counted before: whoever comes this moment, too, waits. The server
    looks whether it is there: a session remembers that it wasn't, and a lock of ours doesn't make it look again."""
    sequence = _sequence(name)
    exclusively(conn, sequence)
    conn.execute(CreateSequence(Sequence(sequence, start=read(conn, name) + 1), if_not_exists=True))


def begin_anew(conn: Connection) -> None:
    """Every number that is drawn is 1 again: for a deployment that is emptied, its counters, too."""
    if is_postgres(conn):
        for each in inspect(conn).get_sequence_names():
            if each.startswith(_SEQUENCES):
                conn.execute(DropSequence(Sequence(each)))


def count_up(conn: Connection, name: str, by: int = 1) -> int:
    """1 for the first of this name, and so on, the last of several at once; others who want the same wait until this
    transaction ends."""
    return int(conn.execute(_counting(is_postgres(conn)), {"name": name, "last": by}).scalar_one())


@each_once
def _counting(postgres: bool) -> ReturningInsert[int]:
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
