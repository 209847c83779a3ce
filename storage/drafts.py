"""Half-filled forms, each owner's own. Whose they are is checked by every function: a number alone opens nothing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, delete, insert, select, update

from storage.metadata import JsonDict, JsonValue
from storage.tables.chats import drafts


@dataclass(frozen=True, slots=True)
class Draft:
    """A form's state at the form's `version`. `title` is a wording in JSON that tells it from the others."""

    id: int
    form: str
    version: int
    title: JsonValue
    state: JsonDict
    updated_at: datetime


_COLUMNS = (drafts.c.id, drafts.c.form, drafts.c.version, drafts.c.title, drafts.c.state, drafts.c.updated_at)


def keep(
    conn: Connection,
    owner: str,
    form: str,
    version: int,
    title: JsonValue,
    state: JsonDict,
    now: datetime,
    draft_id: int | None = None,
) -> int:
    """Store a draft and return its number: under `draft_id` when the owner has that one, else as a new one."""
    values = {"form": form, "version": version, "title": title, "state": state, "updated_at": now}
    if draft_id is not None:
        mine = (drafts.c.id == draft_id, drafts.c.owner == owner)
        if conn.execute(update(drafts).where(*mine).values(**values)).rowcount == 1:
            return draft_id
    return int(conn.execute(insert(drafts).values(owner=owner, **values).returning(drafts.c.id)).scalar_one())


def drop(conn: Connection, owner: str, draft_id: int) -> bool:
    """Whether there was such a draft."""
    return conn.execute(delete(drafts).where(drafts.c.id == draft_id, drafts.c.owner == owner)).rowcount == 1


def find(conn: Connection, owner: str, draft_id: int) -> Draft | None:
    row = conn.execute(select(*_COLUMNS).where(drafts.c.id == draft_id, drafts.c.owner == owner)).one_or_none()
    return None if row is None else Draft(*row)


def of(conn: Connection, owner: str) -> list[Draft]:
    """The owner's drafts, the latest first."""
    statement = (
        select(*_COLUMNS).where(drafts.c.owner == owner).order_by(drafts.c.updated_at.desc(), drafts.c.id.desc())
    )
    return [Draft(*row) for row in conn.execute(statement)]
