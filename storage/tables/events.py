"""What happened."""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Column,
    Index,
    Integer,
    String,
    Table,
)

from storage.engine.metadata import Json, UTCDateTime, metadata

events = Table(
    "events",
    metadata,
    Column("id", BigInteger().with_variant(Integer, "sqlite"), primary_key=True),
    Column("at", UTCDateTime, nullable=False),
    Column("kind", String(40), nullable=False),
    Column("subject_kind", String(20), nullable=False),
    Column("subject_id", Integer, nullable=False),
    Column("actor_id", Integer, nullable=True),
    Column("agency_id", Integer, nullable=True),
    Column("facts", Json, nullable=False),
    Index("ix_events_subject", "subject_kind", "subject_id", "id"),
    Index("ix_events_actor", "actor_id", "kind", "at"),
    Index("ix_events_kind", "kind", "id"),
)
