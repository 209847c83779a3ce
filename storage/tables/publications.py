"""Documents that the vendor publishes, and who fetched them."""

from __future__ import annotations

from sqlalchemy import Column, Date, ForeignKey, Index, Integer, String, Table, text

from storage.engine.metadata import Json, UTCDateTime, metadata

publications = Table(
    "publications",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("author_id", ForeignKey("accounts.id"), nullable=False),
    Column("title", String(60), nullable=False),
    # One of the two.
    Column("file", Json, nullable=True),
    Column("link", String(500), nullable=True),
    Column("audience", Json, nullable=False),
    Column("valid_until", Date, nullable=True),
    Column("created_at", UTCDateTime, nullable=False),
    Column("withdrawn_at", UTCDateTime, nullable=True),
    Column("replaces_id", ForeignKey("publications.id"), nullable=True),
    Index(
        "ix_publications_current",
        "id",
        sqlite_where=text("withdrawn_at IS NULL"),
        postgresql_where=text("withdrawn_at IS NULL"),
    ),
)

publication_fetches = Table(
    "publication_fetches",
    metadata,
    Column("publication_id", ForeignKey("publications.id"), primary_key=True),
    Column("account_id", ForeignKey("accounts.id"), primary_key=True),
    Column("at", UTCDateTime, nullable=False),
)
