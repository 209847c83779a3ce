"""Appeals and corrections. Uniqueness that the business needs stands here."""

from __future__ import annotations

from sqlalchemy import (
    Column,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    Text,
    text,
)

from storage.engine.metadata import Json, UTCDateTime, metadata

appeals = Table(
    "appeals",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("number", String(20), nullable=False, unique=True),
    Column("customer_id", ForeignKey("customers.id"), nullable=False),
    Column("report_id", ForeignKey("reports.id"), nullable=True),
    Column("agency_id", ForeignKey("agencies.id"), nullable=False),
    Column("applicant_id", ForeignKey("accounts.id"), nullable=False),
    Column("name", String(120), nullable=False),
    Column("reason", Text, nullable=False),
    Column("state", String(20), nullable=False),
    Column("created_at", UTCDateTime, nullable=False),
    Column("files", Json, nullable=True),
    # One open appeal of an agency about a customer.
    Index(
        "ix_appeals_one_open",
        "customer_id",
        "agency_id",
        unique=True,
        sqlite_where=text("state = 'pending'"),
        postgresql_where=text("state = 'pending'"),
    ),
)


corrections = Table(
    "corrections",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("number", String(20), nullable=False, unique=True),
    Column("customer_id", ForeignKey("customers.id"), nullable=False, index=True),
    Column("applicant_id", ForeignKey("accounts.id"), nullable=False),
    Column("agency_id", ForeignKey("agencies.id"), nullable=False),
    Column("profile", Json, nullable=False),
    Column("state", String(20), nullable=False),
    Column("created_at", UTCDateTime, nullable=False),
    Column("reason", Text, nullable=False, server_default=""),
    Column("files", Json, nullable=True),
    Index(
        "ix_corrections_one_open",
        "customer_id",
        unique=True,
        sqlite_where=text("state = 'pending'"),
        postgresql_where=text("state = 'pending'"),
    ),
)
