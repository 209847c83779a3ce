"""What came of a person's messages whose answers were submitted: for whoever edits one of them.

Kept beside the conversation and not in it: a hundred of them are four times as much as the rest, and are asked for rarely.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from sqlalchemy import Connection, bindparam, delete, insert, select

from storage.engine.metadata import JsonValue
from storage.engine.statements import fixed
from storage.tables.chats import submitted

KEPT: Final = 100
"""Messages of an owner, the last ones."""

_OF = fixed(
    select(submitted.c.became)
    .where(submitted.c.owner == bindparam("who"), submitted.c.stamp == bindparam("which"))
    .order_by(submitted.c.id)
)
_PUT = fixed(insert(submitted))
_LAST_OF_ALL = (
    select(submitted.c.id)
    .where(submitted.c.owner == bindparam("who"))
    .order_by(submitted.c.id.desc())
    .limit(1)
    .offset(KEPT)
)
_PRUNE = fixed(
    delete(submitted).where(submitted.c.owner == bindparam("who"), submitted.c.id <= _LAST_OF_ALL.scalar_subquery())
)


def add(conn: Connection, owner: str, messages: Sequence[tuple[str, JsonValue]]) -> None:
    """Each with its stamp, and what came of it."""
    if messages:
        conn.execute(_PUT, [{"owner": owner, "stamp": stamp, "became": became} for stamp, became in messages])
        conn.execute(_PRUNE, {"who": owner})


def of(conn: Connection, owner: str, stamp: str) -> list[JsonValue]:
    """What came of that message; nothing where it isn't known."""
    return list(conn.execute(_OF, {"who": owner, "which": stamp}).scalars())
