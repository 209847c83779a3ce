"""The record of what happened: of what kind, about which record, by whom, with its facts."""

from __future__ import annotations

from typing import Final

from sqlalchemy import (
    BigInteger,
    Column,
    Index,
    Integer,
    String,
    Table,
    literal_column,
    text,
)

from storage.engine.metadata import Json, UTCDateTime, metadata

ASKED: Final = "CustomerChecked"
_ASKED: Final = text(f"kind = '{ASKED}'")

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
    # Who asked for a name or a code, whether there was such a customer or not: what a dispute looks for. With the kind, or
    # SQLite would rather look through all of that kind.
    Index("ix_events_asked_key", text("(facts ->> 'key')"), "kind", sqlite_where=_ASKED, postgresql_where=_ASKED),
    Index("ix_events_asked_code", text("(facts ->> 'code')"), "kind", sqlite_where=_ASKED, postgresql_where=_ASKED),
)

ASKED_KEY: Final = literal_column("(events.facts ->> 'key')", String)
ASKED_CODE: Final = literal_column("(events.facts ->> 'code')", String)
"""As the indexes have them, to the letter: neither database looks into one for anything else."""
