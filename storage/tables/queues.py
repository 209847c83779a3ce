"""What came in and what is to go out, each stored before anybody else is told."""

from __future__ import annotations

from typing import Final

from sqlalchemy import BigInteger, Boolean, Column, Index, Integer, String, Table, Text, text

from storage.engine.metadata import Id, Json, UTCDateTime, metadata

UNDONE: Final = text("done_at IS NULL AND aside IS NULL")
UNSENT: Final = text("state IN ('waiting', 'sending')")
UNSENT_URGENT: Final = text("urgent AND state IN ('waiting', 'sending')")
DONE: Final = text("done_at IS NOT NULL")
ENDED: Final = text("ended_at IS NOT NULL")
DEAD: Final = text("state IN ('dead', 'unreachable')")

inbox = Table(
    "inbox",
    metadata,
    Column("id", Id, primary_key=True),
    # NULL once it is too old to be told from another: Telegram begins its count anew after a quiet week.
    Column("update_id", BigInteger, nullable=True, unique=True),
    Column("person", BigInteger, nullable=True),
    Column("raw", Json, nullable=True),
    Column("fetched", Json, nullable=True),
    Column("stored_at", UTCDateTime, nullable=False),
    Column("done_at", UTCDateTime, nullable=True),
    Column("aside", Text, nullable=True),
    Column("attempts", Integer, nullable=False, server_default="0"),
    Column("error", Text, nullable=True),
    Index("ix_inbox_undone", "person", "id", sqlite_where=UNDONE, postgresql_where=UNDONE),
    Index("ix_inbox_done", "done_at", sqlite_where=DONE, postgresql_where=DONE),
)

outbox = Table(
    "outbox",
    metadata,
    Column("id", Id, primary_key=True),
    Column("chat_id", BigInteger, nullable=False),
    Column("account_id", BigInteger, nullable=True),
    Column("kind", String(10), nullable=False),
    Column("body", Json, nullable=True),
    Column("owner", String(40), nullable=True),
    Column("card_id", BigInteger, nullable=True),
    Column("state", String(12), nullable=False),
    Column("attempts", Integer, nullable=False, server_default="0"),
    Column("lease_until", UTCDateTime, nullable=True),
    Column("not_before", UTCDateTime, nullable=True),
    Column("silent", Boolean, nullable=False, server_default=text("false")),
    Column("urgent", Boolean, nullable=False, server_default=text("false")),
    Column("created_at", UTCDateTime, nullable=False),
    Column("ended_at", UTCDateTime, nullable=True),
    Column("message_id", BigInteger, nullable=True),
    Column("error", Text, nullable=True),
    Index("ix_outbox_unsent", "chat_id", "id", sqlite_where=UNSENT, postgresql_where=UNSENT),
    Index("ix_outbox_urgent", "chat_id", sqlite_where=UNSENT_URGENT, postgresql_where=UNSENT_URGENT),
    Index("ix_outbox_set_aside", "id", sqlite_where=DEAD, postgresql_where=DEAD),
    Index("ix_outbox_ended", "ended_at", sqlite_where=ENDED, postgresql_where=ENDED),
)

counters = Table(
    "counters",
    metadata,
    Column("name", String(40), primary_key=True),
    Column("last", Integer, nullable=False),
)
