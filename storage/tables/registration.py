"""Registrations of agencies, and who stands before the door."""

from __future__ import annotations

from sqlalchemy import BigInteger, Boolean, Column, Date, ForeignKey, Index, Integer, String, Table, Text, text

from storage.engine.metadata import Json, UTCDateTime, metadata

_OPEN = text("state IN ('pending', 'returned')")

registrations = Table(
    "registrations",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("number", String(20), nullable=False, unique=True),
    Column("chat_id", BigInteger, nullable=False, index=True),
    Column("agency_id", ForeignKey("agencies.id"), nullable=False, index=True),
    Column("applicant_id", ForeignKey("accounts.id"), nullable=False),
    Column("company", Json, nullable=False),
    Column("state", String(20), nullable=False),
    Column("submitted_at", UTCDateTime, nullable=False),
    Column("return_fields", Json, nullable=False),
    Column("reason", Text, nullable=False, server_default=""),
    # One at a time of a chat.
    Index("ix_registrations_one_open", "chat_id", unique=True, sqlite_where=_OPEN, postgresql_where=_OPEN),
)

agency_claims = Table(
    "agency_claims",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("number", String(20), nullable=False, unique=True),
    Column("chat_id", BigInteger, nullable=False, index=True),
    Column("agency_id", ForeignKey("agencies.id"), nullable=False),
    Column("applicant_id", ForeignKey("accounts.id"), nullable=False),
    Column("name", String(200), nullable=False),
    Column("contact", String(60), nullable=False),
    Column("mobile", String(32), nullable=False),
    Column("mobile_shared", Boolean, nullable=False),
    Column("note", Text, nullable=False),
    Column("state", String(20), nullable=False),
    Column("made_at", UTCDateTime, nullable=False),
)

doorways = Table(
    "doorways",
    metadata,
    Column("chat_id", BigInteger, primary_key=True, autoincrement=False),
    Column("day", Date, nullable=False),
    Column("begun", Integer, nullable=False),
    Column("wrong", Integer, nullable=False),
    Column("refreshed", Integer, nullable=False),
    # What the picture says that is shown now; empty once it was answered.
    Column("answer", String(10), nullable=False, server_default=""),
    Column("expires_at", UTCDateTime, nullable=True),
    Column("passed", Boolean, nullable=False),
)
