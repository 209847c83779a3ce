"""People at customers, and what was said of them before."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, ForeignKey, Index, Integer, Table, Text, text

from storage.engine.metadata import Json, UTCDateTime, metadata

counterparts = Table(
    "counterparts",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("customer_id", ForeignKey("customers.id"), nullable=False),
    Column("told", Json, nullable=False),
    # All that somebody is found by: name, pinyin, initials, the digits of his number.
    Column("find", Text, nullable=False, server_default=""),
    Column("author_id", ForeignKey("accounts.id"), nullable=False),
    Column("at", UTCDateTime, nullable=False),
    Column("version", Integer, nullable=False, server_default="1"),
    Column("removed", Boolean, nullable=False, server_default=text("false")),
    Index("ix_counterparts_of_customer", "customer_id", "removed", "id"),
)

counterpart_versions = Table(
    "counterpart_versions",
    metadata,
    # What was said of somebody before it was changed.
    Column("counterpart_id", ForeignKey("counterparts.id"), primary_key=True),
    Column("version", Integer, primary_key=True),
    Column("told", Json, nullable=False),
    Column("author_id", ForeignKey("accounts.id"), nullable=False),
    Column("at", UTCDateTime, nullable=False),
)
