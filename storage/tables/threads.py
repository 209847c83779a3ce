"""What is asked and answered in words."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, ForeignKey, Index, Integer, String, Table, Text

from storage.engine.metadata import Json, UTCDateTime, metadata

threads = Table(
    "threads",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("number", String(20), nullable=False, unique=True),
    Column("matter", String(20), nullable=False),
    Column("state", String(20), nullable=False),
    Column("asker_id", ForeignKey("accounts.id"), nullable=False, index=True),
    Column("agency_id", ForeignKey("agencies.id"), nullable=True),
    Column("customer_id", ForeignKey("customers.id"), nullable=True, index=True),
    Column("about", String(30), nullable=False),
    Column("about_id", Integer, nullable=True),
    Column("about_name", String(200), nullable=False),
    Column("created_at", UTCDateTime, nullable=False),
    Column("waits_since", UTCDateTime, nullable=False),
    Index("ix_threads_of_agency", "agency_id", "matter", "id"),
    Index("ix_threads_open", "matter", "state", "id"),
)

thread_messages = Table(
    "thread_messages",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("thread_id", ForeignKey("threads.id"), nullable=False, index=True),
    Column("author_id", ForeignKey("accounts.id"), nullable=False),
    Column("at", UTCDateTime, nullable=False),
    Column("answers", Boolean, nullable=False),
    Column("text", Text, nullable=False),
    Column("files", Json, nullable=False),
)
