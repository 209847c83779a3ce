"""The resource pool: what lies in it, who held customers before, who wants to hear of what is released."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Index, Integer, String, Table, Text

from storage.engine.metadata import UTCDateTime, metadata

pool = Table(
    "pool",
    metadata,
    Column("customer_id", ForeignKey("customers.id"), primary_key=True),
    Column("released_at", UTCDateTime, nullable=False),
    Column("open_at", UTCDateTime, nullable=False),
    Column("region", String(60), nullable=False),
    Column("province", String(20), nullable=False),
    Column("domain", String(60), nullable=False),
    Column("field", String(120), nullable=False),
    Column("volume", String(24), nullable=False),
    Column("stage", String(20), nullable=True),
    Index("ix_pool_released", "released_at", "customer_id"),
    Index("ix_pool_province", "province", "domain"),
    Index("ix_pool_domain", "domain"),
)

holdings = Table(
    "holdings",
    metadata,
    # Who held a customer and lost it: the cool-down is counted from here.
    Column("id", Integer, primary_key=True),
    Column("customer_id", ForeignKey("customers.id"), nullable=False),
    Column("agency_id", ForeignKey("agencies.id"), nullable=False),
    Column("contact_id", ForeignKey("accounts.id"), nullable=False),
    Column("since", UTCDateTime, nullable=False),
    Column("ended_at", UTCDateTime, nullable=False),
    Column("why", String(20), nullable=False),
    Column("reason", Text, nullable=False, server_default=""),
    Index("ix_holdings_of_customer", "customer_id", "ended_at"),
    Index("ix_holdings_of_agency", "agency_id", "ended_at"),
)

subscriptions = Table(
    "subscriptions",
    metadata,
    Column("topic", String(20), primary_key=True),
    Column("value", String(60), primary_key=True),
    Column("account_id", ForeignKey("accounts.id"), primary_key=True, index=True),
)
