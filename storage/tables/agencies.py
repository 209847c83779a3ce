"""Names and codes of agencies that wait to be others. Uniqueness that the business needs stands here."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Index, Integer, String, Table, Text, text

from storage.engine.metadata import Json, UTCDateTime, metadata

_PENDING = text("state = 'pending'")

agency_changes = Table(
    "agency_changes",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("number", String(20), nullable=False, unique=True),
    Column("agency_id", ForeignKey("agencies.id"), nullable=False, index=True),
    Column("applicant_id", ForeignKey("accounts.id"), nullable=False),
    Column("before", Json, nullable=False),
    Column("after", Json, nullable=False),
    Column("note", Text, nullable=False, server_default=""),
    Column("state", String(20), nullable=False),
    Column("created_at", UTCDateTime, nullable=False),
    # One at a time of an agency.
    Index("ix_agency_changes_one_open", "agency_id", unique=True, sqlite_where=_PENDING, postgresql_where=_PENDING),
)
