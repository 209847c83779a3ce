"""Pushed cards: messages beside the conversation that a person may act on, and that are edited when their subject changes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields

from sqlalchemy import Connection, bindparam, insert, select, update

from storage.engine.errors import Conflict
from storage.engine.metadata import JsonValue
from storage.engine.statements import fixed
from storage.tables.chats import cards


@dataclass(frozen=True, slots=True)
class Card:
    """A page shown outside of a conversation. `subject` is what it is about, e.g. "approval:17"; `acts` are its buttons'."""

    id: int
    account_id: int | None
    chat_id: int
    page: str
    args: Mapping[str, JsonValue]
    subject: str
    revision: int
    acts: Sequence[JsonValue]
    message_id: int | None


_COLUMNS = (
    cards.c.id,
    cards.c.account_id,
    cards.c.chat_id,
    cards.c.page,
    cards.c.args,
    cards.c.subject,
    cards.c.revision,
    cards.c.acts,
    cards.c.message_id,
)
_MAKE = fixed(insert(cards).returning(cards.c.id))
_MAKE_ALL = insert(cards).returning(cards.c.id, sort_by_parameter_order=True)


def make(
    conn: Connection,
    chat_id: int,
    account_id: int | None,
    page: str,
    args: Mapping[str, JsonValue],
    subject: str,
    acts: Sequence[JsonValue],
) -> int:
    """A new card at revision 1; returns its number, which is in its buttons."""
    (made,) = make_all(conn, [New(chat_id, account_id, page, args, subject, acts)])
    return made


@dataclass(frozen=True, slots=True)
class New:
    """A card to be made; the fields are the card's."""

    chat_id: int
    account_id: int | None
    page: str
    args: Mapping[str, JsonValue]
    subject: str
    acts: Sequence[JsonValue]


_BY_ID = fixed(select(*_COLUMNS).where(cards.c.id == bindparam("card")))
_LOCKED = fixed(_BY_ID.with_for_update())
_OF_SUBJECT = fixed(select(*_COLUMNS).where(cards.c.subject == bindparam("subject")).order_by(cards.c.id))
_CHANGE = fixed(
    update(cards)
    .where(cards.c.id == bindparam("card"), cards.c.revision == bindparam("before"))
    .values({name: bindparam(name) for name in ("page", "args", "acts", "revision")})
)


def make_all(conn: Connection, new: Sequence[New]) -> list[int]:
    """Many at once; returns their numbers in the same order."""
    values = [{**{each.name: getattr(card, each.name) for each in fields(New)}, "revision": 1} for card in new]
    if len(values) == 1:
        return [conn.execute(_MAKE, values[0]).scalar_one()]
    return list(conn.execute(_MAKE_ALL, values).scalars()) if values else []


def find(conn: Connection, card_id: int, *, lock: bool = False) -> Card | None:
    """`lock`: as it stands now, and nobody else changes it until the transaction ends."""
    row = conn.execute(_LOCKED if lock else _BY_ID, {"card": card_id}).one_or_none()
    return None if row is None else Card(*row)


def of_message(conn: Connection, chat_id: int, message_id: int) -> Card | None:
    """The card that a message of the chat shows."""
    here = (cards.c.chat_id == chat_id, cards.c.message_id == message_id)
    row = conn.execute(select(*_COLUMNS).where(*here)).first()
    return None if row is None else Card(*row)


def of_subject(conn: Connection, subject: str) -> list[Card]:
    """All cards about the subject, by number."""
    return [Card(*row) for row in conn.execute(_OF_SUBJECT, {"subject": subject})]


def latest(conn: Connection, subject: str, limit: int) -> list[Card]:
    """The last so many about the subject, the latest first."""
    statement = select(*_COLUMNS).where(cards.c.subject == subject).order_by(cards.c.id.desc()).limit(limit)
    return [Card(*row) for row in conn.execute(statement)]


def change(conn: Connection, card: Card, page: str, args: Mapping[str, JsonValue], acts: Sequence[JsonValue]) -> int:
    """Give the card as it was loaded another content; returns its new revision. Raises `Conflict` if it was changed since."""
    same = {"card": card.id, "before": card.revision}
    values = {"page": page, "args": args, "acts": acts, "revision": card.revision + 1}
    if conn.execute(_CHANGE, {**same, **values}).rowcount != 1:
        raise Conflict(f"card {card.id} is no longer at revision {card.revision}")
    return card.revision + 1
