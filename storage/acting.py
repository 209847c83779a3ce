"""What every step begins with, in one statement: the accounts of a chat, and their conversations.

Read under the person's lock, and after it: a statement that waits for a lock itself shows the other rows as they stood before.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, String, cast, literal

from domain.people.records import Account
from storage.chat.conversations import KeptConversation
from storage.engine.statements import fixed
from storage.records.people import OF_CHAT
from storage.records.people_rows import account_of
from storage.tables.chats import conversations
from storage.tables.people import accounts


@dataclass(frozen=True, slots=True)
class Present:
    """The active accounts of a chat, by number, and their conversations, by owner; None where an account has none yet."""

    accounts: Sequence[Account]
    conversations: Mapping[str, KeptConversation | None]


_owner = literal("account:").concat(cast(accounts.c.id, String))
_PRESENT = fixed(
    OF_CHAT.add_columns(
        _owner.label("owner"),
        conversations.c.chat_id.label("of_chat"),
        conversations.c.revision,
        conversations.c.state.label("talk"),
        conversations.c.message_id,
    ).outerjoin(conversations, conversations.c.owner == _owner)
)


def present(conn: Connection, chat_id: int) -> Present:
    rows = conn.execute(_PRESENT, {"chat": chat_id}).all()
    return Present(
        [account_of(row) for row in rows],
        {
            row.owner: KeptConversation(row.owner, row.of_chat, row.revision, row.talk, row.message_id)
            if row.revision is not None
            else None
            for row in rows
        },
    )
