"""Half-filled forms, each owner's own: a draft is known by its owner and the name that the conversation gave it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, delete, select

from storage.engine.dialect import insert
from storage.engine.metadata import JsonDict, JsonValue
from storage.engine.statements import once
from storage.tables.chats import drafts


@dataclass(frozen=True, slots=True)
class Draft:
    """A form's state at the form's `version`. `title` is a wording in JSON that tells it from the others."""

    name: str
    form: str
    version: int
    title: JsonValue
    state: JsonDict
    updated_at: datetime


_COLUMNS = (drafts.c.name, drafts.c.form, drafts.c.version, drafts.c.title, drafts.c.state, drafts.c.updated_at)


def keep(conn: Connection, owner: str, draft: Draft) -> None:
    """Store a draft, in place of the owner's one of that name."""
    values = {
        "form": draft.form,
        "version": draft.version,
        "title": draft.title,
        "state": draft.state,
        "updated_at": draft.updated_at,
        "reminded": False,
    }
    statement = insert(conn, drafts).on_conflict_do_update(index_elements=[drafts.c.owner, drafts.c.name], set_=values)
    conn.execute(statement, {"owner": owner, "name": draft.name, **values})


def drop(conn: Connection, owner: str, name: str) -> bool:
    """Whether there was such a draft."""
    this = once(
        lambda p: delete(drafts).where(drafts.c.owner == p.owner, drafts.c.name == p.name), owner=owner, name=name
    )
    return conn.execute(*this).rowcount == 1


def of(conn: Connection, owner: str) -> list[Draft]:
    """The owner's drafts, the latest first."""
    theirs = once(
        lambda p: (
            select(*_COLUMNS).where(drafts.c.owner == p.owner).order_by(drafts.c.updated_at.desc(), drafts.c.name)
        ),
        owner=owner,
    )
    return [Draft(*row) for row in conn.execute(*theirs)]
