"""Visits to customers, planned and over."""

from __future__ import annotations

from typing import Final

from sqlalchemy import Column, Date, ForeignKey, Index, Integer, String, Table, text

from storage.engine.metadata import UTCDateTime, metadata

PLANNED: Final = text("state = 'planned'")

visits = Table(
    "visits",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("customer_id", ForeignKey("customers.id"), nullable=False, index=True),
    Column("day", Date, nullable=False),
    Column("author_id", ForeignKey("accounts.id"), nullable=False),
    Column("at", UTCDateTime, nullable=False),
    Column("state", String(20), nullable=False),
    Column("ended_at", UTCDateTime, nullable=True),
    Index("ix_visits_one_planned", "customer_id", unique=True, sqlite_where=PLANNED, postgresql_where=PLANNED),
    Index("ix_visits_planned", "day", "id", sqlite_where=PLANNED, postgresql_where=PLANNED),
)
