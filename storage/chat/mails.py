"""Mail on its way: what is urgent, for people whom the chat can't reach. Absent: words and sending (`notifications.sending.smtp`).

A mail waits and ends as sent or dead. What was sent keeps no content. Times are real, not the business's.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import Connection, null, or_, select, text, update
from sqlalchemy import insert as plain_insert

from storage.engine.database import Database
from storage.engine.metadata import JsonDict
from storage.tables.chats import chats
from storage.tables.reminders import mails

LEASE: Final = timedelta(minutes=5)
WAITING: Final = text("state = 'waiting'")


@dataclass(frozen=True, slots=True)
class Letter:
    """A mail to send; `attempt` counts from 1. `made_at`: when what it says came about."""

    id: int
    attempt: int
    made_at: datetime
    address: str
    language: str | None
    screen: JsonDict


def put(conn: Connection, address: str, chat_id: int | None, screen: JsonDict, now: datetime) -> None:
    """In the language that the receiver chose in the chat, if he was ever there."""
    language = conn.execute(select(chats.c.language).where(chats.c.chat_id == chat_id)).scalar_one_or_none()
    conn.execute(
        plain_insert(mails).values(
            address=address, language=language, screen=screen, state="waiting", attempts=0, created_at=now
        )
    )


class MailQueue:
    """What `notifications.sending.smtp.MailOutbox` asks for, on a database."""

    def __init__(self, db: Database, now: Callable[[], datetime]) -> None:
        """`now`: the real time, aware."""
        self._db = db
        self._now = now

    async def claim(self) -> Letter | None:
        """The oldest that is due. Nobody else is given it while the lease lasts."""
        now = self._now()
        return await self._db.transact(lambda conn: _claim(conn, now))

    async def sent(self, id_: int) -> None:
        await self._end(id_, state="sent", screen=null(), ended_at=self._now())

    async def later(self, id_: int, seconds: float, why: str) -> None:
        await self._end(id_, not_before=self._now() + timedelta(seconds=seconds), error=why)

    async def dead(self, id_: int, why: str) -> None:
        """Refused for good, or too often."""
        await self._end(id_, state="dead", ended_at=self._now(), error=why)

    async def _end(self, id_: int, **values: object) -> None:
        this = update(mails).where(mails.c.id == id_)
        await self._db.transact(lambda conn: conn.execute(this.values(**values)).rowcount)


def _claim(conn: Connection, now: datetime) -> Letter | None:
    due = or_(mails.c.not_before.is_(None), mails.c.not_before <= now)
    query = select(mails).where(WAITING, due).order_by(mails.c.id).limit(1).with_for_update(skip_locked=True)
    row = conn.execute(query).one_or_none()
    if row is None:
        return None
    taken = update(mails).where(mails.c.id == row.id)
    conn.execute(taken.values(attempts=row.attempts + 1, not_before=now + LEASE))
    return Letter(row.id, row.attempts + 1, row.created_at, row.address, row.language, row.screen)
