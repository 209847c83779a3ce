"""What is asked for a protected customer."""

from __future__ import annotations

from sqlalchemy import Column, Date, ForeignKey, Index, Integer, String, Table, Text, text

from storage.engine.metadata import UTCDateTime, metadata

PENDING = text("state = 'pending'")

protection_requests = Table(
    "protection_requests",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("number", String(20), nullable=False, unique=True),
    Column("kind", String(30), nullable=False),
    Column("customer_id", ForeignKey("customers.id"), nullable=False, index=True),
    Column("agency_id", ForeignKey("agencies.id"), nullable=False, index=True),
    Column("contact_id", ForeignKey("accounts.id"), nullable=False, index=True),
    Column("state", String(20), nullable=False),
    Column("asked_at", UTCDateTime, nullable=False),
    Column("day", Date, nullable=False),
    Column("stage", String(20), nullable=True),
    Column("months", Integer, nullable=True),
    Column("reason", Text, nullable=False, server_default=""),
    Column("granted", Integer, nullable=True),
    Column("decided_at", UTCDateTime, nullable=True),
    # One pending request of a kind a customer.
    Index(
        "ix_protection_requests_one_pending",
        "customer_id",
        "kind",
        unique=True,
        sqlite_where=PENDING,
        postgresql_where=PENDING,
    ),
)
