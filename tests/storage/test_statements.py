"""A statement that is put together once means what it says each time, and its errors are the storage's."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import Connection, bindparam, delete, insert, select, update
from sqlalchemy.exc import IntegrityError

from storage.engine.database import Database
from storage.engine.statements import fixed, once, plan_of
from storage.tables.chats import conversations as table
from tests.databases import NOW

PUT = insert(table)
FIND = select(table.c.owner, table.c.state, table.c.touched_at, table.c.message_id).where(
    table.c.owner.in_(["a", "b", "c"]), table.c.revision >= bindparam("least")
)
PAGE = FIND.order_by(table.c.owner).limit(bindparam("most")).offset(1)
TOUCH = update(table).where(table.c.owner == bindparam("who")).values(touched_at=bindparam("at"), message_id=None)
AMONG = (
    select(table.c.owner)
    .where(table.c.owner.in_(bindparam("some", expanding=True)), table.c.revision.in_([1, 2, 3]))
    .order_by(table.c.owner)
)
GONE = delete(table).where(table.c.revision == 2).returning(table.c.owner, table.c.state)
ROWS: list[dict[str, Any]] = [
    {"owner": "a", "chat_id": 1, "revision": 1, "state": {"名": ["\0", 1.5, None]}, "touched_at": NOW},
    {"owner": "b", "chat_id": 2, "revision": 2, "state": {}, "touched_at": None},
    {"owner": "c", "chat_id": 2**60, "revision": 3, "state": {"x": {}}, "touched_at": NOW - timedelta(days=9)},
]


def lived(conn: Connection, put: Any, find: Any, page: Any, among: Any, touch: Any, gone: Any) -> list[Any]:
    """Everything that comes back while rows are put, looked at, changed and taken away."""
    told: list[Any] = [conn.execute(put, ROWS[0]).rowcount, conn.execute(put, ROWS[1:]).rowcount]
    told += [tuple(row) for row in conn.execute(find, {"least": 2})]
    told += [conn.execute(among, {"some": some}).scalars().all() for some in (["a"], ["c", "a"], [], ["b"] * 30)]
    told += [row.touched_at for row in conn.execute(page, {"least": 0, "most": 5}).all()]
    told += [conn.execute(touch, {"who": who, "at": NOW}).rowcount for who in ("a", "nobody")]
    told += conn.execute(gone).scalars().all()
    told += [dict(row) for row in conn.execute(find, {"least": 0}).mappings()]
    return [
        *told,
        conn.execute(find, {"least": 9}).one_or_none(),
        conn.execute(page, {"least": 0, "most": 1}).one().owner,
    ]


async def test_it_does_what_it_does_when_it_is_put_together_each_time(db: Database) -> None:
    usual = [PUT, FIND, PAGE, AMONG, TOUCH, GONE]
    told = await db.transact(lambda conn: (lived(conn, *usual), conn.execute(delete(table)).rowcount))
    planned = [fixed(each.execution_options()) for each in usual]
    for _ in range(2):
        again = await db.transact(lambda conn: (lived(conn, *planned), conn.execute(delete(table)).rowcount))
        assert again == told
    assert await db.read(lambda conn: plan_of(planned[1], conn.dialect, {"least": 2})) is not None
    assert await db.read(lambda conn: plan_of(planned[3], conn.dialect, {"some": ["b", "d"]})) is not None


async def test_a_constraint_that_it_breaks_is_the_steps_own_error_and_takes_the_step_back(db: Database) -> None:
    put = fixed(insert(table))
    with pytest.raises(IntegrityError):
        await db.transact(lambda conn: [conn.execute(put, ROWS[0]).rowcount for _ in range(2)])
    assert await db.read(lambda conn: conn.execute(select(table.c.owner)).all()) == []


def test_what_it_hangs_on_comes_in_as_a_parameter() -> None:
    mine = "a"
    with pytest.raises(TypeError, match="mine"):
        once(lambda p: select(table).where(table.c.owner == mine), who=mine)


async def test_what_was_compiled_for_one_engine_serves_the_next(address: str) -> None:
    """The readers' and the writer's, and those of the database that is opened after this one."""
    usual = select(table.c.owner).where(table.c.chat_id == 5, table.c.revision < 77)

    def hit(conn: Connection) -> str:
        met: Any = conn.execute(usual).context
        return str(met.cache_hit.name)

    first = await Database.open(address)
    await first.transact(hit)
    found = [await first.transact(hit), await first.read(hit)]
    await first.close()
    again = await Database.open(address)
    found += [await again.read(hit), await again.transact(hit)]
    await again.close()
    assert found == ["CACHE_HIT"] * 4
