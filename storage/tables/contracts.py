"""Contracts, what was submitted of them, and the approval paths that were set in the chat."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Index, Integer, String, Table, Text, text

from storage.engine.metadata import Json, UTCDateTime, metadata

contracts = Table(
    "contracts",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("number", String(20), nullable=False, unique=True),
    Column("agency_id", ForeignKey("agencies.id"), nullable=False),
    Column("fiscal_year", Integer, nullable=False),
    Column("state", String(20), nullable=False),
    Column("name", String(120), nullable=False),
    Column("type", String(60), nullable=False, server_default=""),
    Column("level", String(60), nullable=False, server_default=""),
    Column("manager_id", ForeignKey("accounts.id"), nullable=True, index=True),
    Column("distributor_id", ForeignKey("agencies.id"), nullable=True),
    Column("distributor_contact_id", ForeignKey("accounts.id"), nullable=True),
    Column("created_by", ForeignKey("accounts.id"), nullable=False),
    Column("created_at", UTCDateTime, nullable=False),
    Column("submitted_at", UTCDateTime, nullable=True),
    Column("approved_at", UTCDateTime, nullable=True),
    Column("profile", Json, nullable=False),
    Index("ix_contracts_agency_id_fiscal_year", "agency_id", "fiscal_year"),
    # One approved contract of an agency and fiscal year.
    Index(
        "ix_contracts_one_approved",
        "agency_id",
        "fiscal_year",
        unique=True,
        sqlite_where=text("state = 'approved'"),
        postgresql_where=text("state = 'approved'"),
    ),
)

contract_versions = Table(
    "contract_versions",
    metadata,
    Column("contract_id", ForeignKey("contracts.id"), primary_key=True),
    Column("version", Integer, primary_key=True),
    Column("submitted_at", UTCDateTime, nullable=False),
    Column("profile", Json, nullable=False),
)

contract_amendments = Table(
    "contract_amendments",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("number", String(20), nullable=False, unique=True),
    Column("contract_id", ForeignKey("contracts.id"), nullable=False, index=True),
    Column("agency_id", ForeignKey("agencies.id"), nullable=False, index=True),
    Column("applicant_id", ForeignKey("accounts.id"), nullable=False),
    Column("state", String(20), nullable=False),
    Column("reason", Text, nullable=False),
    Column("before", Json, nullable=False),
    Column("after", Json, nullable=False),
    Column("distributor_before", ForeignKey("agencies.id"), nullable=True),
    Column("contact_before", ForeignKey("accounts.id"), nullable=True),
    Column("distributor_after", ForeignKey("agencies.id"), nullable=True),
    Column("contact_after", ForeignKey("accounts.id"), nullable=True),
    Column("created_at", UTCDateTime, nullable=False),
    Column("submitted_at", UTCDateTime, nullable=False),
    Column("closed_at", UTCDateTime, nullable=True),
    # One of a contract that is being decided or mended.
    Index(
        "ix_contract_amendments_one_open",
        "contract_id",
        unique=True,
        sqlite_where=text("state IN ('submitted', 'returned')"),
        postgresql_where=text("state IN ('submitted', 'returned')"),
    ),
)

contract_years = Table(
    "contract_years",
    metadata,
    # Whoever decides about an agency's fiscal year holds its row until the COMMIT.
    Column("agency_id", ForeignKey("agencies.id"), primary_key=True),
    Column("fiscal_year", Integer, primary_key=True),
    Column("held", Integer, nullable=False, server_default="0"),
)

approval_paths = Table(
    "approval_paths",
    metadata,
    Column("unit_id", ForeignKey("units.id"), primary_key=True),
    Column("steps", Json, nullable=False),
)
