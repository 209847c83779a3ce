"""The business records: people, customers, approvals, events. Uniqueness that the business needs stands here."""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    ForeignKey,
    Integer,
    String,
    Table,
    Text,
    text,
)

from storage.engine.metadata import Json, UTCDateTime, metadata

units = Table(
    "units",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("name", String(60), nullable=False, unique=True),
    Column("kind", String(20), nullable=False),
    Column("head_id", Integer, nullable=True),
    # What it had is the successor's since then; nobody's where it had nothing.
    Column("ended_at", UTCDateTime, nullable=True),
    Column("successor_id", Integer, nullable=True),
)

unit_provinces = Table(
    "unit_provinces",
    metadata,
    # By short name; each belongs to one unit.
    Column("province", String(20), primary_key=True),
    Column("unit_id", ForeignKey("units.id"), nullable=False, index=True),
)

agencies = Table(
    "agencies",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("name", String(120), nullable=False),
    Column("short_name", String(60), nullable=False, server_default=""),
    Column("state", String(20), nullable=False),
    Column("unit_id", ForeignKey("units.id"), nullable=False, index=True),
    Column("manager_id", Integer, nullable=True),
    Column("credit_code", String(18), nullable=True, unique=True),
    Column("province", String(20), nullable=False, server_default=""),
    Column("city", String(40), nullable=False, server_default=""),
    Column("contact", String(60), nullable=False, server_default=""),
    Column("phone", String(32), nullable=False, server_default=""),
    Column("email", String(254), nullable=False, server_default=""),
    Column("address", String(200), nullable=False, server_default=""),
    # None: it was never called otherwise.
    Column("former_names", Json, nullable=True),
    Column("ended_at", UTCDateTime, nullable=True),
    Column("find", Text, nullable=False, server_default=""),
)

accounts = Table(
    "accounts",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("name", String(60), nullable=False),
    Column("type", String(20), nullable=False),
    Column("state", String(20), nullable=False),
    Column("email", String(254), nullable=False, server_default=""),
    Column("phone", String(32), nullable=False, server_default=""),
    Column("employee_number", String(20), nullable=False, server_default=""),
    Column("administrator", Boolean, nullable=False, server_default=text("false")),
    Column("agency_id", ForeignKey("agencies.id"), nullable=True, index=True),
    Column("unit_id", ForeignKey("units.id"), nullable=True, index=True),
    Column("chat_id", BigInteger, nullable=True, index=True),
    Column("find", Text, nullable=False, server_default=""),
)

invitations = Table(
    "invitations",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("account_id", ForeignKey("accounts.id"), nullable=False, index=True),
    Column("token_hash", String(64), nullable=False, unique=True),
    Column("invited_by", ForeignKey("accounts.id"), nullable=True),
    Column("created_at", UTCDateTime, nullable=False),
    Column("expires_at", UTCDateTime, nullable=False),
    Column("used_at", UTCDateTime, nullable=True),
    Column("revoked_at", UTCDateTime, nullable=True),
)
