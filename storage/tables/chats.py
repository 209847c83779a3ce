"""Whom the bot talks to, and what stands in their chats.

Nothing references `chats` by foreign key: on PostgreSQL the check would lock the other person's row, and two people who
write to each other at once would wait for each other.
"""

from __future__ import annotations

from typing import Final

from sqlalchemy import BigInteger, Boolean, Column, Index, Integer, String, Table, Text, text

from storage.engine.metadata import Id, Json, UTCDateTime, metadata

LEFT: Final = text("NOT reminded AND owner LIKE 'account:%'")
"""Drafts of which their owners, people with an account, may have to be reminded."""
TOUCHED: Final = text("touched_at IS NOT NULL")
"""Conversations with a half-filled form of which somebody may have to be reminded."""

chats = Table(
    "chats",
    metadata,
    Column("chat_id", BigInteger, primary_key=True, autoincrement=False),
    Column("name", Text, nullable=False),
    Column("username", Text, nullable=True),
    Column("language", String(20), nullable=True),
    Column("current_account", BigInteger, nullable=True),
    Column("front_account", BigInteger, nullable=True),
    Column("blocked_at", UTCDateTime, nullable=True),
    # Which reply keyboard lies beneath the text field, e.g. "standing:zh"; NULL: none that we know of.
    Column("keyboard", String(40), nullable=True),
    # Which menu of commands the chat has of its own, e.g. "owner:zh:8c1f20aa"; NULL: that of all strangers.
    Column("menu", String(60), nullable=True),
    Column("met_at", UTCDateTime, nullable=False),
)

conversations = Table(
    "conversations",
    metadata,
    Column("owner", String(40), primary_key=True),
    Column("chat_id", BigInteger, nullable=False),
    Column("revision", Integer, nullable=False),
    Column("state", Json, nullable=False),
    # The message that shows the present screen; the relay's column, it doesn't count as a revision.
    Column("message_id", BigInteger, nullable=True),
    # When a half-filled form was last worked on; NULL: none is open, or it lies among the drafts since.
    Column("touched_at", UTCDateTime, nullable=True),
    Index("ix_conversations_touched", "touched_at", sqlite_where=TOUCHED, postgresql_where=TOUCHED),
)

# What came of the messages whose answers were submitted, for whoever edits one. Beside the conversation, which is read and
# written at every step.
submitted = Table(
    "submitted",
    metadata,
    Column("id", Id, primary_key=True),
    Column("owner", String(40), nullable=False),
    Column("stamp", String(60), nullable=False),
    Column("became", Json, nullable=False),
    Index("ix_submitted_owner", "owner", "id"),
)

drafts = Table(
    "drafts",
    metadata,
    Column("owner", String(40), primary_key=True),
    # The conversation's name for it: form and session, neither of which comes again for this owner.
    Column("name", String(80), primary_key=True),
    Column("form", String(60), nullable=False),
    Column("version", Integer, nullable=False),
    Column("title", Json, nullable=True),
    Column("state", Json, nullable=False),
    Column("updated_at", UTCDateTime, nullable=False),
    # Whether its owner was reminded of it since then.
    Column("reminded", Boolean, nullable=False, server_default=text("false")),
    Index("ix_drafts_left", "updated_at", sqlite_where=LEFT, postgresql_where=LEFT),
)

cards = Table(
    "cards",
    metadata,
    Column("id", Id, primary_key=True),
    Column("account_id", BigInteger, nullable=True),
    Column("chat_id", BigInteger, nullable=False),
    Column("page", String(60), nullable=False),
    Column("args", Json, nullable=False),
    Column("subject", String(60), nullable=False, index=True),
    Column("revision", Integer, nullable=False),
    Column("acts", Json, nullable=False),
    Column("message_id", BigInteger, nullable=True),
    Column("file", String(64), nullable=True),  # the sha256 of what the message shows, as far as that is known
    Index("ix_cards_of_message", "chat_id", "message_id"),
    sqlite_autoincrement=True,
)
