"""What is remembered of the deployment itself."""

from __future__ import annotations

from sqlalchemy import (
    Column,
    String,
    Table,
    Text,
)

from storage.engine.metadata import metadata

deployment = Table(
    "deployment",
    metadata,
    # What is remembered of the deployment itself, e.g. that its data is the demo's.
    Column("name", String(40), primary_key=True),
    Column("value", Text, nullable=False),
)
