"""The people in their chats: the chat is private, so person and chat are one number."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, bindparam, null, select, update

from storage.engine.dialect import insert, is_postgres
from storage.engine.locks import exclusively
from storage.engine.statements import fixed
from storage.tables.chats import chats


@dataclass(frozen=True, slots=True)
class Chat:
    """A person as met in the chat. The accounts are whatever the business noted; they aren't read here."""

    chat_id: int
    name: str
    username: str | None
    language: str | None
    current_account: int | None
    front_account: int | None
    blocked_at: datetime | None
    met_at: datetime


_COLUMNS = (
    chats.c.chat_id,
    chats.c.name,
    chats.c.username,
    chats.c.language,
    chats.c.current_account,
    chats.c.front_account,
    chats.c.blocked_at,
    chats.c.met_at,
)
_FIND = fixed(select(*_COLUMNS).where(chats.c.chat_id == bindparam("chat")))
_LOCK = fixed(_FIND.with_for_update())  # SQLite's dialect leaves it out: there the writer thread is the lock


def find(conn: Connection, chat_id: int) -> Chat | None:
    row = conn.execute(_FIND, {"chat": chat_id}).one_or_none()
    return None if row is None else Chat(*row)


def everybody(conn: Connection) -> Sequence[Chat]:
    """All that there are: of a demo, not of a deployment."""
    return [Chat(*row) for row in conn.execute(select(*_COLUMNS).order_by(chats.c.chat_id))]


def lock(conn: Connection, chat_id: int) -> Chat | None:
    """Hold the person until the transaction ends, known or not: nobody else takes this person's updates meanwhile.

    The first thing a step does; business rows come after, by id, so that no two steps wait for each other.
    """
    row = conn.execute(_LOCK, {"chat": chat_id}).one_or_none()
    if row is None and is_postgres(conn):
        exclusively(conn, f"person:{chat_id}")
        # Whoever held it may have met them.
        row = conn.execute(_LOCK, {"chat": chat_id}).one_or_none()
    return None if row is None else Chat(*row)


def meet(conn: Connection, chat_id: int, name: str, username: str | None, now: datetime) -> Chat:
    """Note who they are, or that they changed their name. `language` and the accounts are left alone."""
    statement = insert(conn, chats).values(chat_id=chat_id, name=name, username=username, met_at=now)
    renamed = {"name": statement.excluded.name, "username": statement.excluded.username}
    statement = statement.on_conflict_do_update(index_elements=[chats.c.chat_id], set_=renamed)
    return Chat(*conn.execute(statement.returning(*_COLUMNS)).one())


def set_language(conn: Connection, chat_id: int, language: str) -> None:
    _set(conn, chat_id, language=language)


def set_current_account(conn: Connection, chat_id: int, account_id: int | None) -> None:
    _set(conn, chat_id, current_account=account_id)


def set_front_account(conn: Connection, chat_id: int, account_id: int | None) -> None:
    _set(conn, chat_id, front_account=account_id)


def blocked(conn: Connection, chat_id: int, now: datetime) -> None:
    """They can't be written to until they write."""
    _set(conn, chat_id, blocked_at=now)


def unblocked(conn: Connection, chat_id: int) -> None:
    """They wrote, or let the bot in again. The reply keyboard may be gone with the chat's history."""
    _set(conn, chat_id, blocked_at=null(), keyboard=null())


def _set(conn: Connection, chat_id: int, **values: object) -> None:
    conn.execute(update(chats).where(chats.c.chat_id == chat_id).values(**values))
