"""Everything that is to be shown or sent, stored in the step that decided it.

A row waits, is being sent, and ends as sent, replaced (a later screen came before it was sent), dead (refused for good) or
unreachable (the person blocked the bot). Rows of a chat are sent in the order of their numbers. What was sent keeps no body:
it may have held an invitation link. Absent: the sending (`storage.chat.sending`, `notifications.sending.relay`) and the words.

A body is JSON: {"screen": …, "token": …}, for a screen of a conversation also {"place": "edit" | "new", "shrunk": wording or
null, "told": what is told above it}; after a merge `shrunk` is a list of wordings, and "unseen" what the replaced screens told.
Nothing else in it is read here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    TextClause,
    and_,
    bindparam,
    delete,
    func,
    insert,
    null,
    or_,
    select,
    text,
    update,
)
from sqlalchemy.sql.dml import ReturningInsert

from storage.engine import Found
from storage.engine.metadata import JsonDict, JsonValue
from storage.engine.statements import fixed
from storage.engine.tidings import tell
from storage.tables.chats import cards as cards_made
from storage.tables.people import accounts
from storage.tables.queues import DEAD, UNSENT, outbox
from storage.tables.reminders import receipts, reminders

SHRUNK: Final = 8
"""Lines that the screens which nobody saw leave behind; of more the last ones."""
DONE: Final = ("sent", "replaced")


@dataclass(frozen=True, slots=True)
class SetAsideMessage:
    """A row that can't be sent, and why. `state` is "dead" or "unreachable"."""

    id: int
    chat_id: int
    account_id: int | None
    kind: str
    state: str
    attempts: int
    created_at: datetime
    error: str | None
    ended_at: datetime | None = None
    again: bool = False
    """Whether sending it anew has a point."""


# --- into the outbox, inside the step -----------------------------------------------------------------------------


def show(
    conn: Connection, chat_id: int, owner: str, body: JsonDict, now: datetime, *, account_id: int | None = None
) -> int:
    """The conversation's present screen; always urgent, for somebody waits for it. Returns the row's number.

    It replaces the owner's screens that still wait, never one that is being sent. What these would have done to the chat is
    taken over: if one was to come as a new message, so does this, and the older screens shrink to all that was answered.
    """
    whose = {"chat": chat_id, "who": owner}
    mine = {"owner": owner, "account_id": account_id, "urgent": True}
    row = _row(conn, _SHOW, "show", chat_id, body, now, **mine, **whose)
    if row.first in (None, row.id):
        return int(row.id)
    earlier = [each for each in conn.execute(_WAITING_SCREENS, whose) if each.id != row.id]
    if earlier:
        _replace(conn, [each.id for each in earlier], now)
        conn.execute(_REWRITE, {"row": row.id, "body": _taking_over(body, [each.body for each in earlier])})
    return int(row.id)


def card(
    conn: Connection,
    chat_id: int,
    card_id: int,
    body: JsonDict,
    now: datetime,
    *,
    account_id: int | None = None,
    silent: bool = False,
    urgent: bool = False,
) -> int:
    """A card's first appearance; the number of its message is kept on the card."""
    return _put(conn, "card", chat_id, body, now, card_id=card_id, account_id=account_id, silent=silent, urgent=urgent)


@dataclass(frozen=True, slots=True)
class First:
    """A card's first appearance. `bulk`: it may make a sound, and gives way to whatever is urgent; else it is silent and
    urgent itself."""

    chat_id: int
    card_id: int
    body: JsonDict
    account_id: int | None
    bulk: bool


def cards(conn: Connection, firsts: Sequence[First], now: datetime) -> list[int]:
    """Many at once; returns the rows' numbers in the same order."""
    if not firsts:
        return []
    tell(conn, "outbox")
    common = {"kind": "card", "state": "waiting", "created_at": now, "owner": None}
    values = [
        {
            **common,
            "chat_id": each.chat_id,
            "card_id": each.card_id,
            "body": each.body,
            "account_id": each.account_id,
            "silent": not each.bulk,
            "urgent": not each.bulk,
        }
        for each in firsts
    ]
    if len(values) == 1:
        return [conn.execute(_PUT, values[0]).scalar_one()]
    return list(conn.execute(_PUT_ALL, values).scalars())


def recard(
    conn: Connection,
    chat_id: int,
    card_id: int,
    body: JsonDict,
    now: datetime,
    *,
    account_id: int | None = None,
    urgent: bool = False,
) -> int:
    """The card changed: edit it where it stands, after its first appearance, which stays. A later change replaces an
    earlier one that waits. A first appearance that isn't urgent, and so may wait for the morning, comes changed."""
    waiting = conn.execute(_WAITING_OF_CARD, {"chat": chat_id, "card": card_id}).all()
    for row in waiting:
        if row.kind == "card" and not row.urgent:
            conn.execute(_REWRITE, {"row": row.id, "body": body})
            return int(row.id)
    _replace(conn, [row.id for row in waiting if row.kind == "recard"], now)
    if any(row.attempts for row in waiting):  # the answer was lost: its file may stand there by now
        conn.execute(_FORGET_FILE, {"card": card_id})
    return _put(conn, "recard", chat_id, body, now, card_id=card_id, account_id=account_id, urgent=urgent)


def note(
    conn: Connection,
    chat_id: int,
    body: JsonDict,
    now: datetime,
    *,
    account_id: int | None = None,
    silent: bool = False,
    urgent: bool = False,
) -> int:
    """A message that stands for itself and is never replaced."""
    return _put(conn, "note", chat_id, body, now, account_id=account_id, silent=silent, urgent=urgent)


def file(
    conn: Connection,
    chat_id: int,
    body: JsonDict,
    now: datetime,
    *,
    account_id: int | None = None,
    urgent: bool = False,
) -> int:
    """Like a note, with a file that takes its time: its lease is longer."""
    return _put(conn, "file", chat_id, body, now, account_id=account_id, urgent=urgent)


_WAITING = (
    select(outbox.c.id, outbox.c.body, outbox.c.kind, outbox.c.urgent, outbox.c.attempts)
    .where(outbox.c.chat_id == bindparam("chat"), UNSENT, outbox.c.state == "waiting")
    .order_by(outbox.c.id)
    .with_for_update()  # the relay may be about to take it: then it isn't waiting any more
)
_WAITING_SCREENS = fixed(_WAITING.where(outbox.c.kind == "show", outbox.c.owner == bindparam("who")))
_WAITING_OF_CARD = fixed(_WAITING.where(outbox.c.card_id == bindparam("card")))
_FORGET_FILE = fixed(update(cards_made).where(cards_made.c.id == bindparam("card")).values(file=null()))
_PUT = fixed(insert(outbox).returning(outbox.c.id))
_earlier = outbox.alias("earlier")
_FIRST = select(func.min(_earlier.c.id)).where(
    _earlier.c.chat_id == bindparam("chat"),
    _earlier.c.owner == bindparam("who"),
    _earlier.c.kind == "show",
    text("earlier.state IN ('waiting', 'sending')"),
    _earlier.c.state == "waiting",
)
_SHOW = fixed(insert(outbox).returning(outbox.c.id, _FIRST.scalar_subquery().label("first")))
"""Nearly always nothing else waits: SQLite's first is the row itself then, PostgreSQL's none."""
_REWRITE = fixed(update(outbox).where(outbox.c.id == bindparam("row")).values(body=bindparam("body")))
_PUT_ALL = insert(outbox).returning(outbox.c.id, sort_by_parameter_order=True)
_REPLACE = fixed(
    update(outbox)
    .where(outbox.c.id == bindparam("row"))
    .values(state="replaced", body=null(), ended_at=bindparam("now"))
)


def _put(conn: Connection, kind: str, chat_id: int, body: JsonDict, now: datetime, **more: object) -> int:
    return int(_row(conn, _PUT, kind, chat_id, body, now, **more).id)


def _row(
    conn: Connection,
    put: ReturningInsert[*tuple[object, ...]],
    kind: str,
    chat_id: int,
    body: JsonDict,
    now: datetime,
    **more: object,
) -> Found:
    tell(conn, "outbox")
    values = {"silent": False, "urgent": False, "owner": None, "card_id": None, "account_id": None, **more}
    return conn.execute(
        put, {"kind": kind, "chat_id": chat_id, "body": body, "created_at": now, "state": "waiting", **values}
    ).one()


def _replace(conn: Connection, ids: Sequence[int], now: datetime) -> None:
    if ids:
        conn.execute(_REPLACE, [{"row": each, "now": now} for each in ids])


def _taking_over(body: JsonDict, earlier: Sequence[JsonDict]) -> JsonDict:
    body = _with_unseen(body, earlier)
    new = [each for each in (*earlier, body) if each.get("place") == "new"]
    if not new:
        return body
    shrunk = [line for each in new for line in _lines(each.get("shrunk"))]
    if len(shrunk) > SHRUNK:  # while nothing can be sent somebody may type on for hours
        shrunk = ["…", *[line for line in shrunk if line != "…"][-SHRUNK:]]
    return {**body, "place": "new", "shrunk": shrunk or None}


def _with_unseen(body: JsonDict, earlier: Sequence[JsonDict]) -> JsonDict:
    """A warning that nobody can have read stands above what took its place."""
    told = _lines(body.get("told"))
    unseen: list[JsonValue] = []
    for line in (line for each in earlier for name in ("unseen", "told") for line in _lines(each.get(name))):
        if line and line not in told and line not in unseen:
            unseen.append(line)
    return {**body, "unseen": unseen[-SHRUNK:]} if unseen else body


def _lines(shrunk: JsonValue) -> list[JsonValue]:
    if shrunk is None:
        return []
    return shrunk if isinstance(shrunk, list) else [shrunk]


def withdraw(
    conn: Connection, rows: Select[tuple[int]], now: datetime, *, before: datetime | None, limit: int | None
) -> list[int]:
    """Of these rows, cards that are to appear, so many of those that were made before that moment (None: all) end as
    replaced where they still wait, and the cards are forgotten. Returns which."""
    unsent = select(outbox.c.id, outbox.c.card_id).where(outbox.c.id.in_(rows), UNSENT, outbox.c.state == "waiting")
    if before is not None:
        unsent = unsent.where(outbox.c.created_at < before)
    found = conn.execute(unsent.order_by(outbox.c.id).limit(limit).with_for_update(skip_locked=True)).all()
    _replace(conn, [row.id for row in found], now)
    if found:
        conn.execute(delete(cards_made).where(cards_made.c.id.in_([row.card_id for row in found])))
    return [row.id for row in found]


# --- for the operator and for the person's return -------------------------------------------------------------------


_REMINDS = select(reminders.c.id).where(
    reminders.c.receiver == outbox.c.account_id, reminders.c.outbox_id == outbox.c.id
)
_MOVED = select(accounts.c.id).where(
    accounts.c.id == outbox.c.account_id, accounts.c.chat_id.is_distinct_from(outbox.c.chat_id)
)
_WORTH_SENDING: Final = (outbox.c.kind != "show", ~_REMINDS.exists(), ~_MOVED.exists())


def revive(conn: Connection, chat_id: int) -> int:
    """The person can be reached again: what was put aside for that is sent after all, but for screens, of which only the
    present one counts, for reminders, which stand on the home screen as far as they still matter, and for what is an
    account's that left the chat. Returns how many."""
    return _wait_again(conn, outbox.c.chat_id == chat_id, DEAD, outbox.c.state == "unreachable", *_WORTH_SENDING)


def send_again(conn: Connection, id_: int) -> bool:
    """The operator mended what made the row a dead letter. False where it is none, or there is no point in it (`revive`)."""
    return _wait_again(conn, outbox.c.id == id_, DEAD, outbox.c.state == "dead", *_WORTH_SENDING) == 1


def _wait_again(conn: Connection, *which: ColumnElement[bool] | TextClause) -> int:
    tell(conn, "outbox")
    again = {"state": "waiting", "attempts": 0, "not_before": null(), "ended_at": null()}
    statement = update(outbox).where(*which).values(**again).returning(outbox.c.id, outbox.c.account_id)
    rows = conn.execute(statement).all()
    readers = {row.account_id for row in rows if row.account_id is not None}
    if readers:  # an announcement among them is on its way again: its author sees when it arrives
        its = (receipts.c.account_id.in_(readers), receipts.c.outbox_id.in_([row.id for row in rows]))
        conn.execute(update(receipts).where(*its).values(state="handed"))
    return len(rows)


def aside(conn: Connection, limit: int = 100) -> list[SetAsideMessage]:
    """Dead letters and what couldn't reach anybody, newest first."""
    return _aside(conn, limit, DEAD)


def dead(conn: Connection, limit: int) -> list[SetAsideMessage]:
    """Dead letters alone."""
    return _aside(conn, limit, DEAD, outbox.c.state == "dead")


def _aside(conn: Connection, limit: int, *which: ColumnElement[bool] | TextClause) -> list[SetAsideMessage]:
    columns = (
        outbox.c.id,
        outbox.c.chat_id,
        outbox.c.account_id,
        outbox.c.kind,
        outbox.c.state,
        outbox.c.attempts,
        outbox.c.created_at,
        outbox.c.error,
        outbox.c.ended_at,
        and_(*_WORTH_SENDING).label("again"),
    )
    statement = select(*columns).where(*which).order_by(outbox.c.id.desc()).limit(limit)
    return [SetAsideMessage(*row) for row in conn.execute(statement)]


def counts(conn: Connection) -> Counter[str]:
    """How many rows are in which state."""
    statement = select(outbox.c.state, func.count()).group_by(outbox.c.state)
    return Counter({row.state: row[1] for row in conn.execute(statement)})


def purge(conn: Connection, done: datetime, aside: datetime, limit: int = 1000) -> int:
    """Drop up to `limit` rows that were sent or replaced before `done`, or set aside before `aside`; returns how many.
    Call until it is 0."""
    over = or_(outbox.c.state.in_(DONE), outbox.c.ended_at < aside)
    old = select(outbox.c.id).where(outbox.c.ended_at < done, over).limit(limit)
    ids = list(conn.execute(old).scalars())
    if ids:
        conn.execute(delete(outbox).where(outbox.c.id.in_(ids)))
    return len(ids)
