"""Every update that Telegram handed over, stored before Telegram is told that we have it, until it is done.

An update is known by its number for 48 hours. Numbers may jump, downward too (after a quiet week Telegram begins anew at
random), so nothing is concluded from their order: a person's updates are taken in the order in which they were stored.
Absent: what an update means (`bot.drivers.telegram`), and the business that it sets off.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import Connection, Row, bindparam, delete, exists, func, literal_column, null, select, text, update
from sqlalchemy.sql.dml import ReturningInsert

from storage.engine.dialect import insert_for, is_postgres
from storage.engine.metadata import JsonDict
from storage.engine.statements import each_once, fixed, once
from storage.engine.tidings import tell
from storage.tables.people import accounts
from storage.tables.queues import UNDONE, inbox

KNOWN_FOR: Final = timedelta(hours=48)
"""Telegram keeps what it couldn't deliver for 24 hours; an update is recognised as a double for twice that."""

FAILURES: Final = 3
"""After so many failed steps an update is set aside instead of holding up the person's later ones."""


@dataclass(frozen=True, slots=True)
class Arrived:
    """An update to store. `person` is the sender's number. `aside` says why it can't be taken up (unparsable, no sender)."""

    update_id: int
    person: int | None
    raw: JsonDict
    aside: str | None = None


@dataclass(frozen=True, slots=True)
class PendingUpdate:
    """An update to take up. `fetched` is what came of its file, once somebody tried to fetch it."""

    id: int
    update_id: int | None
    person: int
    raw: JsonDict
    fetched: JsonDict | None
    stored_at: datetime
    attempts: int
    more: bool
    """Whether the person has another one after this."""


@dataclass(frozen=True, slots=True)
class SetAsideUpdate:
    """An update that was given up, and why."""

    id: int
    update_id: int | None
    person: int | None
    raw: JsonDict | None
    stored_at: datetime
    why: str
    error: str | None


def store(conn: Connection, arrived: Sequence[Arrived], now: datetime) -> list[Arrived]:
    """Store what isn't known yet and return it in the given order; tells the topic `inbox`.

    Stored means: once the step is committed, Telegram may be told that we have all of `arrived`.
    """
    rows = list({each.update_id: each for each in reversed(arrived)}.values())[::-1]
    new = _insert(conn, rows, now)
    if len(new) < len(rows):
        # Some numbers are taken. Those that were done long ago belong to another update.
        known = [each.update_id for each in rows if each.update_id not in new]
        if _forget(conn, known, now):
            new |= _insert(conn, [each for each in rows if each.update_id in known], now)
    if new:
        tell(conn, "inbox")
    return [each for each in rows if each.update_id in new]


@each_once
def _storing(postgres: bool) -> ReturningInsert[Any]:
    unless_known = insert_for(inbox, postgres=postgres).on_conflict_do_nothing(index_elements=[inbox.c.update_id])
    return unless_known.returning(inbox.c.update_id)


def _insert(conn: Connection, rows: Sequence[Arrived], now: datetime) -> set[int]:
    if not rows:
        return set()
    values = [
        {
            "update_id": each.update_id,
            "person": each.person,
            "raw": each.raw,
            "stored_at": now,
            "aside": "no sender" if each.person is None and each.aside is None else each.aside,
        }
        for each in rows
    ]
    found = conn.execute(_storing(is_postgres(conn)), values if len(values) > 1 else values[0])
    return {number for (number,) in found if number is not None}


def _forget(conn: Connection, numbers: Sequence[int], now: datetime) -> bool:
    old = (inbox.c.update_id.in_(numbers), inbox.c.stored_at < now - KNOWN_FOR)
    gone = conn.execute(delete(inbox).where(*old, inbox.c.done_at.is_not(None))).rowcount
    loosed = conn.execute(update(inbox).where(*old, inbox.c.aside.is_not(None)).values(update_id=None)).rowcount
    return gone + loosed > 0


_COLUMNS = (
    inbox.c.id,
    inbox.c.update_id,
    inbox.c.person,
    inbox.c.raw,
    inbox.c.fetched,
    inbox.c.stored_at,
    inbox.c.attempts,
)
_later = inbox.alias("later")
_MORE = exists().where(
    _later.c.person == inbox.c.person,
    _later.c.id > inbox.c.id,
    text("later.done_at IS NULL AND later.aside IS NULL"),
)
_NEXT = fixed(
    select(*_COLUMNS, _MORE.label("more"))
    .where(inbox.c.person == bindparam("person"), UNDONE)
    .order_by(inbox.c.id)
    .limit(1)
)


@each_once
def _storing_done(postgres: bool) -> ReturningInsert[Any]:
    values = select(
        bindparam("number", type_=inbox.c.update_id.type),
        bindparam("who", type_=inbox.c.person.type),
        bindparam("stored", type_=inbox.c.stored_at.type),
        bindparam("done", type_=inbox.c.done_at.type),
        literal_column("0"),
    ).where(
        ~exists().where(inbox.c.person == bindparam("who"), UNDONE),
        exists().where(accounts.c.chat_id == bindparam("who")),
    )
    columns = [inbox.c.update_id, inbox.c.person, inbox.c.stored_at, inbox.c.done_at, inbox.c.attempts]
    unless_known = insert_for(inbox, postgres=postgres).from_select(columns, values, include_defaults=False)
    return unless_known.on_conflict_do_nothing(index_elements=[inbox.c.update_id]).returning(inbox.c.id)


def store_done(conn: Connection, arrived: Arrived, now: datetime) -> PendingUpdate | None:
    """Store an update as done: it is to be applied in this very transaction. None where it can't be, for the person has
    others that aren't done, or no account, or its number is known: then nothing was stored. Lock the person before."""
    assert arrived.person is not None
    given = {"number": arrived.update_id, "who": arrived.person, "stored": now, "done": now}
    number = conn.execute(_storing_done(is_postgres(conn)), given).scalar_one_or_none()
    if number is None:
        return None
    return PendingUpdate(number, arrived.update_id, arrived.person, arrived.raw, None, now, 0, more=False)


def next_undone(conn: Connection, person: int) -> PendingUpdate | None:
    """The person's lowest update that isn't done. Lock the person before: on PostgreSQL locks alone do not order."""
    row = conn.execute(_NEXT, {"person": person}).one_or_none()
    return None if row is None else PendingUpdate(*row)


_DONE = fixed(
    update(inbox)
    .where(inbox.c.id == bindparam("row"), inbox.c.done_at.is_(None))
    .values(done_at=bindparam("now"), raw=null(), fetched=null(), error=None)
)


def done(conn: Connection, id_: int, now: datetime) -> bool:
    """The update is applied, in this very transaction; what it said is no longer kept. False: it was done already."""
    return conn.execute(_DONE, {"row": id_, "now": now}).rowcount == 1


def keep_fetched(conn: Connection, id_: int, fetched: JsonDict) -> None:
    """What came of the update's file, before its step."""
    conn.execute(update(inbox).where(inbox.c.id == id_).values(fetched=fetched))


def failed(conn: Connection, id_: int, error: str) -> int:
    """The update's step raised (and was rolled back). Returns how often by now; at the third time it is set aside."""
    attempts = conn.execute(
        update(inbox)
        .where(inbox.c.id == id_, UNDONE)
        .values(attempts=inbox.c.attempts + 1, error=error)
        .returning(inbox.c.attempts)
    ).scalar_one_or_none()
    if attempts is not None and attempts >= FAILURES:
        set_aside(conn, id_, f"failed {attempts} times")
    return attempts or 0


def set_aside(conn: Connection, id_: int, why: str) -> None:
    """Give an update up, visibly: the person's later ones go on."""
    conn.execute(update(inbox).where(inbox.c.id == id_, inbox.c.done_at.is_(None)).values(aside=why))


def take_up_again(conn: Connection, id_: int) -> bool:
    """The operator mended what was wrong. Its turn is its old one: before everything that came later and isn't done."""
    aside = (inbox.c.id == id_, inbox.c.aside.is_not(None), inbox.c.person.is_not(None), inbox.c.raw.is_not(None))
    tell(conn, "inbox")
    return conn.execute(update(inbox).where(*aside).values(aside=None, attempts=0)).rowcount == 1


_WITH_WORK = fixed(select(inbox.c.person).where(UNDONE).group_by(inbox.c.person).order_by(func.min(inbox.c.id)))


def people_with_work(conn: Connection) -> list[int]:
    """Who has updates that aren't done, those who have waited longest first: at the start, and for replicas that poll."""
    return list(conn.execute(_WITH_WORK).scalars())


def strangers(conn: Connection, people: Sequence[int]) -> set[int]:
    """Those of them whose chat holds no account: they wait for everybody else."""
    if not people:
        return set()
    if len(people) == 1:  # as nearly always
        known = once(lambda p: select(accounts.c.chat_id).where(accounts.c.chat_id == p.chat), chat=people[0])
        return set(people) - set(conn.execute(*known).scalars())
    statement = select(accounts.c.chat_id).where(accounts.c.chat_id.in_(bindparam("people", expanding=True)))
    return set(people) - set(conn.execute(statement, {"people": list(people)}).scalars())


def aside(conn: Connection, limit: int = 100) -> list[SetAsideUpdate]:
    """What was given up, newest first."""
    statement = (
        select(
            inbox.c.id,
            inbox.c.update_id,
            inbox.c.person,
            inbox.c.raw,
            inbox.c.stored_at,
            inbox.c.aside,
            inbox.c.error,
        )
        .where(inbox.c.aside.is_not(None))
        .order_by(inbox.c.id.desc())
        .limit(limit)
    )
    return [SetAsideUpdate(*row) for row in conn.execute(statement)]


_COUNT_UNDONE = fixed(select(func.count().label("undone")).select_from(inbox).where(UNDONE))
_GIVEN_UP = fixed(select(func.count().label("aside")).select_from(inbox).where(inbox.c.aside.is_not(None)))


def counts(conn: Connection) -> tuple[int, int]:
    """How many are undone, and how many were set aside."""
    return undone(conn), conn.execute(_GIVEN_UP).scalar_one()


def undone(conn: Connection) -> int:
    """How many there are yet to do."""
    return conn.execute(_COUNT_UNDONE).scalar_one()


def purge(conn: Connection, now: datetime, limit: int = 1000) -> int:
    """Drop up to `limit` done updates that no longer need to be recognised; returns how many. Call until it is 0."""
    old: Sequence[Row[tuple[int]]] = conn.execute(
        select(inbox.c.id).where(inbox.c.done_at < now - KNOWN_FOR).limit(limit)
    ).all()
    if old:
        conn.execute(delete(inbox).where(inbox.c.id.in_([id_ for (id_,) in old])))
    return len(old)
