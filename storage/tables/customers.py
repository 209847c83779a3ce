"""Customers, and the locks on what they are called. Uniqueness that the business needs stands here."""

from __future__ import annotations

from sqlalchemy import (
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    Text,
    text,
)

from storage.engine.metadata import Json, UTCDateTime, metadata

LISTED = ("agency_id", "protected_until", "follow_up_due", "stage", "domain", "contact_id", "region")


customers = Table(
    "customers",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("name", String(120), nullable=False),
    Column("same_key", String(120), nullable=False, index=True),
    Column("credit_code", String(18), nullable=True, unique=True),
    Column("state", String(20), nullable=False),
    Column("agency_id", ForeignKey("agencies.id"), nullable=True),
    Column("contact_id", ForeignKey("accounts.id"), nullable=True),
    Column("protected_since", UTCDateTime, nullable=True),
    # The last protected day, NULL without end. The clock behind it, and the next days on which something is due.
    Column("protected_until", Date, nullable=True),
    Column("protection", Json, nullable=True),
    Column("end_set_on", Date, nullable=True),
    Column("remind_on", Date, nullable=True),
    Column("review_on", Date, nullable=True),
    Column("profile", Json, nullable=True),
    Column("stage", String(20), nullable=True),
    # The present holder's last follow-up report, and the day by which the next one is expected.
    Column("followed_up_at", UTCDateTime, nullable=True),
    Column("follow_up_due", Date, nullable=True),
    # For lists: the product domain's first level; the city, as the profile says it; all that it is found by
    # (storage.names.finding).
    Column("domain", String(60), nullable=True),
    Column("region", String(60), nullable=True),
    Column("find", Text, nullable=False, server_default=""),
    Column("last_position", Integer, nullable=False, server_default="0"),
    Column("reserved_for", ForeignKey("agencies.id"), nullable=True),
    Column("reserved_until", UTCDateTime, nullable=True),
    Column("merged_into", ForeignKey("customers.id"), nullable=True),
    # Of two that turned out to bear one name when names were read anew: the later one names the other. They stay two until
    # somebody merges them. No foreign key: SQLite would have to copy the table for it.
    Column("twin_of", Integer, nullable=True),
    Column("created_at", UTCDateTime, nullable=False),
    # One living customer a name, unless credit codes tell them apart.
    Index(
        "ix_customers_one_without_code",
        "same_key",
        unique=True,
        sqlite_where=text("credit_code IS NULL AND merged_into IS NULL AND twin_of IS NULL"),
        postgresql_where=text("credit_code IS NULL AND merged_into IS NULL AND twin_of IS NULL"),
    ),
    Index(
        "ix_customers_twins",
        "twin_of",
        sqlite_where=text("twin_of IS NOT NULL"),
        postgresql_where=text("twin_of IS NOT NULL"),
    ),
    Index(
        "ix_customers_ending",
        "protected_until",
        "id",
        sqlite_where=text("state = 'protected'"),
        postgresql_where=text("state = 'protected'"),
    ),
    Index(
        "ix_customers_to_remind",
        "remind_on",
        "id",
        sqlite_where=text("remind_on IS NOT NULL"),
        postgresql_where=text("remind_on IS NOT NULL"),
    ),
    Index(
        "ix_customers_to_review",
        "review_on",
        "id",
        sqlite_where=text("review_on IS NOT NULL"),
        postgresql_where=text("review_on IS NOT NULL"),
    ),
    Index(
        "ix_customers_follow_up_due",
        "follow_up_due",
        "id",
        sqlite_where=text("state = 'protected'"),
        postgresql_where=text("state = 'protected'"),
    ),
    Index(
        "ix_customers_held",
        "contact_id",
        "protected_until",
        sqlite_where=text("state = 'protected'"),
        postgresql_where=text("state = 'protected'"),
    ),
    # Two that hold all that a list of customers can be asked for, so that lists don't touch the rows: without the text that
    # is searched, and with it (four times as wide).
    Index(
        "ix_customers_listed",
        *LISTED,
        "state",  # SQLite looks at it, though the index holds but one value
        sqlite_where=text("state = 'protected'"),
        postgresql_where=text("state = 'protected'"),
    ),
    Index(
        "ix_customers_found",
        *LISTED,
        "find",
        "state",
        sqlite_where=text("state = 'protected'"),
        postgresql_where=text("state = 'protected'"),
    ),
)


identity_locks = Table(
    "identity_locks",
    metadata,
    # Who reports a name or a code holds its row until the COMMIT: two spellings of one key can't pass each other.
    Column("identity", String(130), primary_key=True),
    Column("held", Integer, nullable=False, server_default="0"),
)
