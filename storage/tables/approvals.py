"""Requests before their approvers, and the record of decisions."""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    Text,
    false,
)

from storage.engine.metadata import Json, UTCDateTime, metadata

approvals = Table(
    "approvals",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("kind", String(30), nullable=False),
    Column("subject_id", Integer, nullable=False),
    Column("agency_id", ForeignKey("agencies.id"), nullable=False, index=True),
    Column("applicant_id", ForeignKey("accounts.id"), nullable=False),
    Column("state", String(20), nullable=False),
    Column("level", Integer, nullable=False),
    Column("started_at", UTCDateTime, nullable=False),
    Column("revision", Integer, nullable=False),
    Index("ix_approvals_subject", "kind", "subject_id"),
)


approval_steps = Table(
    "approval_steps",
    metadata,
    Column("approval_id", ForeignKey("approvals.id"), primary_key=True),
    Column("level", Integer, primary_key=True),
    Column("due_at", UTCDateTime, nullable=True),
)


approval_approvers = Table(
    "approval_approvers",
    metadata,
    Column("approval_id", ForeignKey("approvals.id"), primary_key=True),
    Column("level", Integer, primary_key=True),
    Column("account_id", ForeignKey("accounts.id"), primary_key=True, index=True),
    Column("escalated", Boolean, nullable=False, server_default=false()),
)


decisions = Table(
    "decisions",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("approval_id", ForeignKey("approvals.id"), nullable=False, index=True),
    Column("verb", String(20), nullable=False),
    Column("by", ForeignKey("accounts.id"), nullable=False),
    Column("at", UTCDateTime, nullable=False),
    Column("level", Integer, nullable=False),
    Column("reason", Text, nullable=False, server_default=""),
    Column("fields", Json, nullable=False),
    Column("instead_of", ForeignKey("accounts.id"), nullable=True),
    Column("handed_to", ForeignKey("accounts.id"), nullable=True),
    Column("changes", Json, nullable=True),
    Column("files", Json, nullable=True),
)
