"""Who stands in for whom, from which day to which."""

from __future__ import annotations

from sqlalchemy import Column, Date, ForeignKey, Index, Integer, String, Table, text

from storage.engine.metadata import UTCDateTime, metadata

OPEN = text("told <> 'over'")

deputyships = Table(
    "deputyships",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("principal_id", ForeignKey("accounts.id"), nullable=False, index=True),
    Column("deputy_id", ForeignKey("accounts.id"), nullable=False, index=True),
    Column("since", Date, nullable=False),
    Column("until", Date, nullable=False),
    Column("told", String(10), nullable=False),
    Column("set_by", ForeignKey("accounts.id"), nullable=False),
    Column("set_at", UTCDateTime, nullable=False),
    Column("ended_at", UTCDateTime, nullable=True),
    Index("ix_deputyships_open", "until", sqlite_where=OPEN, postgresql_where=OPEN),
)
