"""Reports of customers. Uniqueness that the business needs stands here."""

from __future__ import annotations

from sqlalchemy import (
    Column,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    Text,
    UniqueConstraint,
    text,
)

from storage.engine.metadata import Json, UTCDateTime, metadata

reports = Table(
    "reports",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("number", String(20), nullable=False, unique=True),
    Column("customer_id", ForeignKey("customers.id"), nullable=False),
    Column("state", String(20), nullable=False),
    Column("position", Integer, nullable=False),
    Column("agency_id", ForeignKey("agencies.id"), nullable=False, index=True),
    Column("reporter_id", ForeignKey("accounts.id"), nullable=False, index=True),
    Column("contact_id", ForeignKey("accounts.id"), nullable=False, index=True),
    Column("profile", Json, nullable=False),
    # Name and code of the profile, for whoever asks for the same customer under one of them.
    Column("same_key", String(120), nullable=False, server_default="", index=True),
    Column("credit_code", String(18), nullable=True, index=True),
    Column("project", Json, nullable=True),
    # People at the customer, as they were written: they are its from the approval on.
    Column("people", Text, nullable=False, server_default=""),
    Column("submitted_at", UTCDateTime, nullable=False),
    Column("decided_at", UTCDateTime, nullable=True),
    Column("keeps_place_until", UTCDateTime, nullable=True),
    Column("return_fields", Json, nullable=False),
    Column("reason", Text, nullable=False, server_default=""),
    UniqueConstraint("customer_id", "position"),
    # Only one report of a customer is before an approver.
    Index(
        "ix_reports_one_pending",
        "customer_id",
        unique=True,
        sqlite_where=text("state = 'pending'"),
        postgresql_where=text("state = 'pending'"),
    ),
    Index(
        "ix_reports_keeping_place",
        "keeps_place_until",
        sqlite_where=text("keeps_place_until IS NOT NULL"),
        postgresql_where=text("keeps_place_until IS NOT NULL"),
    ),
    Index(
        "ix_reports_queued",
        "customer_id",
        "position",
        sqlite_where=text("state = 'queued'"),
        postgresql_where=text("state = 'queued'"),
    ),
)
