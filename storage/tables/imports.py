"""What became of each row of a list that was taken in: a file's row is decided once."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, ForeignKey, Index, Integer, String, Table, Text, text

from storage.engine.metadata import Json, metadata

TOLD = text("told")

import_rows = Table(
    "import_rows",
    metadata,
    Column("file", String(64), primary_key=True),
    Column("row", Integer, primary_key=True, autoincrement=False),
    Column("job_id", ForeignKey("jobs.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("fate", String(12), nullable=False),
    Column("name", Text, nullable=False),
    Column("customer_id", Integer, nullable=True, index=True),
    # of a list of people
    Column("account_id", Integer, nullable=True, index=True),
    Column("found", Json, nullable=False),
    # whether something was found
    Column("told", Boolean(create_constraint=False), nullable=False),
    Index("ix_import_rows_told", "file", "row", sqlite_where=TOLD, postgresql_where=TOLD),
)

# What somebody said a column is, for the next list that comes from the same house (`domain.imports.columns.house`); a heading
# as `labels.read` makes it, an empty field: none.
list_columns = Table(
    "list_columns",
    metadata,
    Column("house", String(20), primary_key=True),
    Column("kind", String(20), primary_key=True),
    Column("heading", String(60), primary_key=True),
    Column("field", String(40), nullable=False),
)
