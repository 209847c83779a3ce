"""Names of customers taken apart, and the one posting table under whose terms they are found (docs/names.md)."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, ForeignKey, Integer, Table, Text

from storage.engine.metadata import metadata

names = Table(
    "names",
    metadata,
    # 32 bits: the number stands in ten postings a name
    Column("id", Integer, primary_key=True),
    Column("customer_id", ForeignKey("customers.id", ondelete="CASCADE"), nullable=False, index=True),
    # short, English and former names point to the same customer
    Column("alias", Boolean(create_constraint=False), nullable=False),
    Column("raw", Text, nullable=False),
    # domain.names.parts.Parts: kept, so that judging a hundred candidates parses nothing
    Column("region", Text, nullable=False),
    Column("town", Text, nullable=False),
    Column("core", Text, nullable=False),
    Column("trade", Text, nullable=False),
    Column("legal", Text, nullable=False),
    Column("branch", Text, nullable=False),
)

name_postings = Table(
    "name_postings",
    metadata,
    Column("term", Integer, primary_key=True, autoincrement=False),
    # no foreign key: ten checks a name on PostgreSQL, and the index is rebuilt from `names` at any time
    Column("name_id", Integer, primary_key=True, autoincrement=False),
    sqlite_with_rowid=False,
)

name_recipe = Table(
    "name_recipe",
    metadata,
    # one row: the recipe that all parts and postings were made by
    Column("version", Integer, primary_key=True, autoincrement=False),
)
