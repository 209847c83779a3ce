"""The state of each conversation as JSON, saved by compare-and-swap on its revision."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, and_, bindparam, case, select, update

from storage.engine.dialect import Insert, insert_for, is_postgres
from storage.engine.errors import Conflict
from storage.engine.metadata import JsonDict
from storage.engine.statements import each_once, fixed
from storage.tables.chats import TOUCHED, conversations


@dataclass(frozen=True, slots=True)
class KeptConversation:
    """A conversation as stored. `owner` is "account:12" or "chat:555"; `message_id` shows its present screen."""

    owner: str
    chat_id: int
    revision: int
    state: JsonDict
    message_id: int | None


_LOAD = fixed(
    select(
        conversations.c.owner,
        conversations.c.chat_id,
        conversations.c.revision,
        conversations.c.state,
        conversations.c.message_id,
    ).where(conversations.c.owner == bindparam("who"))
)


def load(conn: Connection, owner: str) -> KeptConversation | None:
    row = conn.execute(_LOAD, {"who": owner}).one_or_none()
    return None if row is None else KeptConversation(*row)


_SWAP = fixed(
    update(conversations)
    .where(conversations.c.owner == bindparam("who"), conversations.c.revision == bindparam("before"))
    .values(
        state=bindparam("state"),
        revision=bindparam("revision"),
        chat_id=bindparam("chat_id"),
        touched_at=bindparam("touched_at"),
        # a message's number means nothing in another chat: it would be somebody else's message that is edited
        message_id=case((conversations.c.chat_id == bindparam("chat_id"), conversations.c.message_id)),
    )
)


@each_once
def _beginning(postgres: bool) -> Insert:
    return insert_for(conversations, postgres=postgres).on_conflict_do_nothing()


def save(
    conn: Connection,
    owner: str,
    chat_id: int,
    state: JsonDict,
    *,
    before: int | None,
    revision: int,
    touched_at: datetime | None = None,
) -> None:
    """Store the state at `revision`, provided that it stood at `before` (None: that there was none). `touched_at` is now where
    a half-filled form is open that somebody may have to be reminded of.

    Raises `Conflict` otherwise: a forgotten lock, another door, an expired lease. The step is then run once more on what is
    there by now; if it happens again, somebody should know.
    """
    if before is None:
        new = {
            "owner": owner,
            "chat_id": chat_id,
            "revision": revision,
            "state": state,
            "touched_at": touched_at,
        }
        changed = conn.execute(_beginning(is_postgres(conn)), new).rowcount
    else:
        swap = {
            "who": owner,
            "before": before,
            "revision": revision,
            "state": state,
            "chat_id": chat_id,
            "touched_at": touched_at,
        }
        changed = conn.execute(_SWAP, swap).rowcount
    if changed != 1:
        raise Conflict(f"the conversation of {owner} is no longer at revision {before}")


def left(conn: Connection, before: datetime, limit: int) -> list[tuple[str, JsonDict, datetime]]:
    """Owner, state and time of those with a half-filled form that nobody worked on since, the oldest first; each once."""
    alone = and_(TOUCHED, conversations.c.touched_at <= before)
    query = select(conversations.c.owner, conversations.c.touched_at).where(alone)
    found = conn.execute(query.order_by(conversations.c.touched_at).limit(limit))
    since = {row.owner: row.touched_at for row in found}
    # once more under the row's lock: whose owner comes back this moment isn't left
    taken = update(conversations).where(alone, conversations.c.owner.in_(list(since))).values(touched_at=None)
    rows = {row.owner: row.state for row in conn.execute(taken.returning(conversations.c.owner, conversations.c.state))}
    return [(owner, rows[owner], at) for owner, at in since.items() if owner in rows]
