"""What a chat still shows of an account that was taken from it: every message that we know the number of is to go.

All cards and notes are known, the present screen, and what else was sent while the outbox keeps its rows (files, screens
that shrank). What waited for the account in that chat isn't sent any more. Absent: the calls (`notifications.sending.delivery`).
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import Connection, delete, insert, null, select, update

from storage.engine.metadata import JsonDict
from storage.engine.tidings import tell
from storage.tables.chats import cards, conversations
from storage.tables.queues import UNSENT, outbox

DELETABLE: Final = timedelta(hours=47)
"""Telegram says 48."""
MOST: Final = 300
"""Messages, the newest first: a chat takes one call a second."""


def blank(conn: Connection, chat_id: int, account_id: int, screen: JsonDict, now: datetime, *, real: datetime) -> int:
    """Returns how many messages are to go. `screen` stands where one can't be deleted any more; how old a message is, is
    a matter between Telegram and us (`real`)."""
    owner = f"account:{account_id}"
    theirs = (outbox.c.chat_id == chat_id, outbox.c.account_id == account_id)
    waiting = update(outbox).where(*theirs, UNSENT, outbox.c.state == "waiting")
    conn.execute(waiting.values(state="replaced", body=null(), ended_at=now))
    here = (conversations.c.owner == owner, conversations.c.chat_id == chat_id)
    shown: Any = (
        select(conversations.c.message_id)
        .where(*here)
        .union(
            select(cards.c.message_id).where(cards.c.account_id == account_id, cards.c.chat_id == chat_id),
            select(outbox.c.message_id).where(*theirs),
        )
    )
    numbers = sorted({each for each in conn.execute(shown).scalars() if each is not None})[-MOST:]
    sent = select(outbox.c.message_id).where(*theirs, outbox.c.ended_at > real - DELETABLE)
    fresh = set(conn.execute(sent).scalars())
    conn.execute(update(conversations).where(*here).values(message_id=null()))
    conn.execute(delete(cards).where(cards.c.account_id == account_id, cards.c.chat_id == chat_id))
    row = {"kind": "blank", "chat_id": chat_id, "created_at": now, "state": "waiting", "silent": True, "urgent": True}
    if numbers:
        tell(conn, "outbox")
        bodies = [{"screen": screen, "message": each, "fresh": each in fresh} for each in reversed(numbers)]
        conn.execute(insert(outbox), [{**row, "body": each} for each in bodies])
    return len(numbers)
