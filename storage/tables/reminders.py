"""What is due and what became of it; announcements and who has read them; mail on its way."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Date, ForeignKey, Index, Integer, String, Table, Text, text

from storage.engine.metadata import Id, Json, UTCDateTime, metadata

reminders = Table(
    "reminders",
    metadata,
    Column("id", Id, primary_key=True),
    Column("receiver", Integer, nullable=False),
    Column("kind", String(20), nullable=False),
    Column("subject", String(100), nullable=False),
    Column("due", UTCDateTime, nullable=False),
    Column("state", String(12), nullable=False),
    Column("outbox_id", Integer, nullable=True),
    Column("ended_at", UTCDateTime, nullable=True),
    Column("seen_at", UTCDateTime, nullable=True),
    # Never the same reminder twice.
    Index("ix_reminders_once", "receiver", "kind", "subject", "due", unique=True),
    # What an event may have made done.
    Index("ix_reminders_about", "subject", "due"),
    Index(
        "ix_reminders_waiting",
        "receiver",
        sqlite_where=text("state = 'waiting'"),
        postgresql_where=text("state = 'waiting'"),
    ),
    Index(
        "ix_reminders_handed",
        "outbox_id",
        sqlite_where=text("state = 'handed'"),
        postgresql_where=text("state = 'handed'"),
    ),
    Index(
        "ix_reminders_missed",
        "receiver",
        sqlite_where=text("state = 'unreachable' AND seen_at IS NULL"),
        postgresql_where=text("state = 'unreachable' AND seen_at IS NULL"),
    ),
)

sweeps = Table(
    "sweeps",
    metadata,
    # The last day that was looked through for what is due.
    Column("name", String(40), primary_key=True),
    Column("day", Date, nullable=False),
)

no_orders = Table(
    "no_orders",
    metadata,
    # Who said that there were none that day.
    Column("account_id", ForeignKey("accounts.id"), primary_key=True),
    Column("day", Date, primary_key=True),
    Column("at", UTCDateTime, nullable=False),
)

watches = Table(
    "watches",
    metadata,
    Column("approval_id", ForeignKey("approvals.id"), primary_key=True),
    Column("asked_at", UTCDateTime, nullable=False),
    Column("next_at", UTCDateTime, nullable=False, index=True),
    Column("done", Integer, nullable=False),
)

announcements = Table(
    "announcements",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("author_id", ForeignKey("accounts.id"), nullable=True, index=True),
    Column("title", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("must_read", Boolean(create_constraint=False), nullable=False),
    Column("audience", Json, nullable=False),
    Column("attachments", Json, nullable=False),
    Column("created_at", UTCDateTime, nullable=False),
    Column("release", String(40), nullable=True, unique=True),
    Column("publication_id", ForeignKey("publications.id"), nullable=True),
    Column("state", String(12), nullable=False),
    Column("cursor", Integer, nullable=False),
    Column("total", Integer, nullable=False),
    Index(
        "ix_announcements_must_read",
        "created_at",
        sqlite_where=text("must_read"),
        postgresql_where=text("must_read"),
    ),
    Index(
        "ix_announcements_waiting",
        "id",
        sqlite_where=text("state = 'waiting'"),
        postgresql_where=text("state = 'waiting'"),
    ),
)

receipts = Table(
    "receipts",
    metadata,
    Column("announcement_id", ForeignKey("announcements.id"), primary_key=True),
    Column("account_id", ForeignKey("accounts.id"), primary_key=True),
    Column("state", String(12), nullable=False),
    Column("outbox_id", Integer, nullable=True),
    Column("read_at", UTCDateTime, nullable=True),
    Index("ix_receipts_of_reader", "account_id", "read_at"),
    Index(
        "ix_receipts_unread",
        "announcement_id",
        "account_id",
        sqlite_where=text("read_at IS NULL"),
        postgresql_where=text("read_at IS NULL"),
    ),
    Index(
        "ix_receipts_handed",
        "outbox_id",
        sqlite_where=text("state = 'handed'"),
        postgresql_where=text("state = 'handed'"),
    ),
)

mails = Table(
    "mails",
    metadata,
    Column("id", Id, primary_key=True),
    Column("address", String(254), nullable=False),
    Column("language", String(20), nullable=True),
    Column("screen", Json, nullable=True),
    Column("state", String(12), nullable=False),
    Column("attempts", Integer, nullable=False, server_default="0"),
    Column("not_before", UTCDateTime, nullable=True),
    Column("created_at", UTCDateTime, nullable=False),
    Column("ended_at", UTCDateTime, nullable=True),
    Column("error", Text, nullable=True),
    Index(
        "ix_mails_waiting",
        "id",
        sqlite_where=text("state = 'waiting'"),
        postgresql_where=text("state = 'waiting'"),
    ),
)
