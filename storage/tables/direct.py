"""The vendor's own accounts: customers that nobody may report."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Table

from storage.engine.metadata import UTCDateTime, metadata

direct_accounts = Table(
    "direct_accounts",
    metadata,
    Column("customer_id", ForeignKey("customers.id"), primary_key=True),
    Column("since", UTCDateTime, nullable=False),
    Column("added_by", ForeignKey("accounts.id"), nullable=True),
)
