"""The outbox from the relay's side: what is next, and what became of it. Each method is one transaction.

Times are real, not the business's: a lease is about a process, not about a customer.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from typing import Any, Final

from sqlalchemy import (
    BigInteger,
    BindParameter,
    ColumnElement,
    Connection,
    Select,
    Update,
    all_,
    and_,
    bindparam,
    case,
    cast,
    exists,
    func,
    not_,
    null,
    or_,
    select,
    text,
    true,
    update,
)
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.sql.elements import TextClause

from storage.engine.database import Database
from storage.engine.dialect import is_postgres
from storage.engine.metadata import JsonDict
from storage.engine.statements import fixed
from storage.tables.chats import cards, chats, conversations
from storage.tables.people import accounts
from storage.tables.queues import UNSENT, UNSENT_URGENT, outbox

LEASE: Final = timedelta(seconds=30)
LEASE_OF_A_FILE: Final = timedelta(seconds=300)
"""A row that nobody answered for within its lease is sent again."""
ELSEWHERE: Final = "the account isn't bound to this chat any more"


@dataclass(frozen=True, slots=True)
class ClaimedRow:
    """A row to send. `attempt` counts from 1. `message_id` is what there is to edit: the conversation's or the card's
    present message in this chat. `keyboard` is the reply keyboard that the chat has, `menu` its menu of commands, `language` the reader's. `stranger`: the
    chat holds no account. `role` is the type of the account that the row is for, of an administrator that. `file` is the sha256 of
    what the card's message shows."""

    id: int
    attempt: int
    chat_id: int
    kind: str
    body: JsonDict
    silent: bool
    message_id: int | None
    language: str | None
    keyboard: str | None
    blocked: bool
    stranger: bool
    role: str | None = None
    menu: str | None = None
    file: str | None = None


class OutboxQueue:
    """What `notifications.sending.relay.Outbox` asks for, on a database."""

    def __init__(self, db: Database, now: Callable[[], datetime], quiet: Callable[[], bool] = lambda: False) -> None:
        """`now`: the real time, aware. `quiet`: whether what isn't urgent is to wait at present."""
        self._db = db
        self._now = now
        self._quiet = quiet

    async def claim(self, limit: int, but: Collection[int], strangers: int | None = None) -> list[ClaimedRow]:
        """At most `limit` rows, each the lowest unsent one of its chat, none of the chats in `but`. Chats in which somebody
        waits for an answer come first, then by number. Of chats without an account there are at most `strangers` among them,
        after whoever waits for an answer and has one. A chat with a row in flight or not yet due has nothing to claim.
        A message to an account that left the chat meanwhile isn't given out: it ends as unreachable.

        In quiet hours the urgent rows alone, each silent: what isn't urgent waits, and holds up nothing that stands behind it.
        """
        now, quiet = self._now(), self._quiet()
        # If the power fails, what was taken back waits again: as it would in any case, for nobody would have marked it.
        return await self._db.transact(
            lambda conn: claim(conn, limit, but, now, quiet=quiet, strangers=strangers), lasting=False
        )

    async def sent(self, id_: int, attempt: int, message_id: int | None, file: str | None = None) -> bool:
        """The messenger took it. `message_id`: the message that from now on shows this screen or card, if it is a new one; `file`: the
        sha256 of what a card shows.
        Returns whether its chat has another one to be sent; True where the lease had ended, and the row is another's by now."""
        now = self._now()

        def mark(conn: Connection) -> bool:
            chat = mark_sent(conn, id_, attempt, message_id, now, file)
            return chat is None or conn.execute(_ANOTHER, {"chat": chat}).first() is not None

        return await self._db.transact(mark)

    async def later(self, id_: int, attempt: int, seconds: float, why: str, *, counted: bool) -> None:
        """Not now; what stands behind it in its chat waits too. `counted`: as a failed attempt."""
        until = self._now() + timedelta(seconds=seconds)
        values = {"state": "waiting", "not_before": until, "lease_until": null(), "error": why}
        if not counted:
            values["attempts"] = outbox.c.attempts - 1
        await self._db.transact(lambda conn: conn.execute(_mine(id_, attempt).values(**values)).rowcount)

    async def dead(self, id_: int, attempt: int, why: str) -> None:
        """Refused for good. The body is kept, the chat goes on."""
        values = {"state": "dead", "ended_at": self._now(), "lease_until": null(), "error": why}
        await self._db.transact(lambda conn: conn.execute(_mine(id_, attempt).values(**values)).rowcount)

    async def unreachable(self, id_: int, attempt: int, why: str) -> None:
        """The person can't be written to until they write; nor with all else that waits for them."""
        now = self._now()
        await self._db.transact(lambda conn: mark_unreachable(conn, id_, attempt, why, now))

    async def keyboard(self, chat_id: int, keyboard: str | None) -> None:
        """Which reply keyboard the chat has from now on."""
        laid = {"chat": chat_id, "keys": keyboard}
        await self._db.transact(lambda conn: conn.execute(_KEYBOARD, laid).rowcount)

    async def menu(self, chat_id: int, menu: str | None) -> None:
        """Which menu of commands the chat has from now on; None: the one of all strangers."""
        set_now = {"chat": chat_id, "menu": menu}
        await self._db.transact(lambda conn: conn.execute(_MENU, set_now).rowcount)

    async def recover(self) -> int:
        """Nobody else is sending (we have just begun to lead): what was in flight is free. Returns how many rows."""
        return await self._db.transact(lambda conn: conn.execute(_FREE).rowcount)


_FREE = fixed(update(outbox).where(UNSENT, outbox.c.state == "sending").values(state="waiting", lease_until=null()))
_KEYBOARD = fixed(update(chats).where(chats.c.chat_id == bindparam("chat")).values(keyboard=bindparam("keys")))
_MENU = fixed(update(chats).where(chats.c.chat_id == bindparam("chat")).values(menu=bindparam("menu")))


# --- claim ----------------------------------------------------------------------------------------------------------

_o = outbox.alias("o")
_head = outbox.alias("head")


_bound = accounts.alias("bound")
_KNOWN = exists().where(_bound.c.chat_id == _o.c.chat_id)
_STRANGER = not_(_KNOWN)


def _not_among(postgres: bool) -> ColumnElement[bool]:
    """One parameter for all chats that are left out, so that the statement stays the same."""
    if postgres:
        return _o.c.chat_id != all_(cast(bindparam("but"), ARRAY(BigInteger)))
    return _o.c.chat_id.not_in(select(func.json_each(bindparam("but")).table_valued("value").c.value))


def _heads(postgres: bool, *which: ColumnElement[bool] | TextClause, quiet: bool = False) -> Select[Any]:
    """The lowest unsent row of each chat, where it is due, with what is known of the chat. `quiet`: each is silent, and
    has nothing before it that isn't urgent, unless that is on its way."""
    now: BindParameter[datetime] = bindparam("now")
    # Conditions on the state stand as text: SQLite uses a partial index only for literals.
    heads: list[ColumnElement[bool] | TextClause] = [
        _head.c.chat_id == _o.c.chat_id,
        text("head.state IN ('waiting', 'sending')"),
    ]
    if quiet:
        heads.append(or_(_head.c.urgent, and_(_head.c.state == "sending", _head.c.lease_until > now)))
    # As the least of its chat, not as one that has none before it: PostgreSQL makes a join of that, and where it last
    # counted when nothing was to be sent, one of all rows with all.
    head = select(func.min(_head.c.id)).where(*heads).scalar_subquery()
    due = or_(
        and_(_o.c.state == "waiting", or_(_o.c.not_before.is_(None), _o.c.not_before <= now)),
        and_(_o.c.state == "sending", _o.c.lease_until <= now),
    )
    theirs = and_(conversations.c.owner == _o.c.owner, conversations.c.chat_id == _o.c.chat_id, _o.c.kind == "show")
    joined = (
        _o.outerjoin(conversations, theirs)
        .outerjoin(cards, and_(cards.c.id == _o.c.card_id, cards.c.chat_id == _o.c.chat_id))
        .outerjoin(chats, chats.c.chat_id == _o.c.chat_id)
        .outerjoin(accounts, accounts.c.id == _o.c.account_id)
    )
    return (
        select(
            _o.c.id,
            (_o.c.attempts + 1).label("attempt"),
            _o.c.chat_id,
            _o.c.kind,
            _o.c.body,
            (true() if quiet else _o.c.silent).label("silent"),
            func.coalesce(conversations.c.message_id, cards.c.message_id).label("message_id"),
            chats.c.language,
            chats.c.keyboard,
            chats.c.blocked_at.is_not(None).label("blocked"),
            _STRANGER.label("stranger"),
            case((accounts.c.administrator, "administrator"), else_=accounts.c.type).label("role"),
            chats.c.menu,
            cards.c.file,
            and_(
                _o.c.kind != "recard",  # what stands there already loses its keys
                accounts.c.id.is_not(None),
                accounts.c.chat_id.is_distinct_from(_o.c.chat_id),
            ).label("elsewhere"),
        )
        .select_from(joined)
        .where(
            text("o.state IN ('waiting', 'sending')"),
            due,
            _o.c.id == head,
            _not_among(postgres),
            *which,
        )
        .order_by(_o.c.id)
        .limit(bindparam("most"))
        .with_for_update(of=_o, skip_locked=True)
    )


_AWAITED = _o.c.chat_id.in_(select(outbox.c.chat_id).where(UNSENT_URGENT))
# SQLite walks by id, so that a few are found soon: past all that was sent this week, if it isn't told where to begin. As a
# sum the id is looked for in the index of what is unsent.
_FROM = _o.c.id >= select(func.min(outbox.c.id + 0)).where(UNSENT).scalar_subquery()


@cache
def _whose_turn(postgres: bool, quiet: bool) -> tuple[tuple[Select[Any], bool], ...]:
    """One after the other; each with whether it is of strangers."""
    if quiet:
        urgent = (_AWAITED, text("o.urgent"))
        found = [(_heads(postgres, *urgent, whose, quiet=True), whose is _STRANGER) for whose in (_KNOWN, _STRANGER)]
    else:
        ways = ((_AWAITED, _KNOWN), (_AWAITED, _STRANGER), (_FROM, _STRANGER), (_FROM, _KNOWN))
        found = [(_heads(postgres, where, whose), whose is _STRANGER) for where, whose in ways]
    return tuple((fixed(statement), strange) for statement, strange in found)


_TAKEN = fixed(
    update(outbox)
    .where(outbox.c.id == bindparam("row"))
    .values(state="sending", lease_until=bindparam("until"), attempts=outbox.c.attempts + 1)
)


def claim(
    conn: Connection,
    limit: int,
    but: Collection[int],
    now: datetime,
    *,
    quiet: bool = False,
    strangers: int | None = None,
) -> list[ClaimedRow]:
    """`strangers` None: as many as there are."""
    taken: list[ClaimedRow] = []
    for statement, strange in _whose_turn(is_postgres(conn), quiet):
        most = limit - len(taken)
        if strange and strangers is not None:
            most = min(most, strangers - sum(each.stranger for each in taken))
        taken += _found(conn, statement, most, [*but, *(each.chat_id for each in taken)], now)
    for lease, ids in (
        (LEASE, [each.id for each in taken if each.kind != "file"]),
        (LEASE_OF_A_FILE, [each.id for each in taken if each.kind == "file"]),
    ):
        if ids:
            conn.execute(_TAKEN, [{"row": each, "until": now + lease} for each in ids])
    return taken


def _found(
    conn: Connection, statement: Select[Any], most: int, but: Collection[int], now: datetime
) -> list[ClaimedRow]:
    left_out: Any = list(but) if is_postgres(conn) else json.dumps(list(but))
    while most > 0:
        rows = conn.execute(statement, {"now": now, "but": left_out, "most": most}).all()
        elsewhere = [row.id for row in rows if row.elsewhere]
        if not elsewhere:
            return [ClaimedRow(*row[:-1]) for row in rows]
        values = {"state": "unreachable", "ended_at": now, "lease_until": null(), "error": ELSEWHERE}
        conn.execute(update(outbox).where(outbox.c.id.in_(elsewhere)).values(**values))
    return []


_LEFT = fixed(select(func.count().label("unsent")).select_from(outbox).where(UNSENT))
_LEFT_URGENT = fixed(select(func.count().label("unsent")).select_from(outbox).where(UNSENT_URGENT))


def left(conn: Connection, *, quiet: bool) -> int:
    """How many rows there are yet to send, before quiet hours end."""
    return conn.execute(_LEFT_URGENT if quiet else _LEFT).scalar_one()


# --- mark -----------------------------------------------------------------------------------------------------------


def _mine(id_: int, attempt: int) -> Update:
    # The attempt tells our lease from that of somebody who took the row over when ours had ended.
    return update(outbox).where(outbox.c.id == id_, outbox.c.state == "sending", outbox.c.attempts == attempt)


_SENT = fixed(
    update(outbox)
    .where(outbox.c.id == bindparam("row"), outbox.c.state == "sending", outbox.c.attempts == bindparam("attempt"))
    .values(
        state="sent",
        ended_at=bindparam("now"),
        body=null(),
        lease_until=null(),
        error=null(),
        message_id=bindparam("message"),
    )
    .returning(outbox.c.kind, outbox.c.chat_id, outbox.c.owner, outbox.c.card_id)
)
_SHOWS_SCREEN = fixed(
    update(conversations)
    .where(conversations.c.owner == bindparam("who"), conversations.c.chat_id == bindparam("chat"))
    .values(message_id=bindparam("message"))
)
_card = cards.c.id == bindparam("card")
_SHOWS_CARD = fixed(update(cards).where(_card).values(message_id=bindparam("message"), file=bindparam("file")))
_SHOWS_FILE = fixed(update(cards).where(_card).values(file=bindparam("file")))


_ANOTHER = fixed(select(outbox.c.id).where(outbox.c.chat_id == bindparam("chat"), UNSENT).limit(1))


def mark_sent(
    conn: Connection, id_: int, attempt: int, message_id: int | None, now: datetime, file: str | None = None
) -> int | None:
    """Returns the row's chat; None where it is another's by now."""
    this = {"row": id_, "attempt": attempt, "now": now, "message": message_id}
    row = conn.execute(_SENT, this).one_or_none()
    if row is None:
        return None
    if message_id is not None and row.kind == "show":
        conn.execute(_SHOWS_SCREEN, {"who": row.owner, "chat": row.chat_id, "message": message_id})
    elif message_id is not None and row.card_id is not None:
        conn.execute(_SHOWS_CARD, {"card": row.card_id, "message": message_id, "file": file})
    elif row.card_id is not None and file is not None:  # words never come in place of a file
        conn.execute(_SHOWS_FILE, {"card": row.card_id, "file": file})
    return int(row.chat_id)


def mark_unreachable(conn: Connection, id_: int, attempt: int, why: str, now: datetime) -> None:
    values = {"state": "unreachable", "ended_at": now, "lease_until": null(), "error": why}
    chat_id = conn.execute(_mine(id_, attempt).values(**values).returning(outbox.c.chat_id)).scalar_one_or_none()
    if chat_id is not None:
        rest = (outbox.c.chat_id == chat_id, UNSENT, outbox.c.state == "waiting")
        conn.execute(update(outbox).where(*rest).values(**values))
        unmarked = (chats.c.chat_id == chat_id, chats.c.blocked_at.is_(None))
        conn.execute(update(chats).where(*unmarked).values(blocked_at=now))
