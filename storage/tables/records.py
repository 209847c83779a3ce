"""The business records: people, customers, approvals, events. Uniqueness that the business needs stands here."""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    Text,
    UniqueConstraint,
    false,
    text,
)

from storage.metadata import Json, UTCDateTime, metadata

deployment = Table(
    "deployment",
    metadata,
    # What is remembered of the deployment itself, e.g. that its data is the demo's.
    Column("name", String(40), primary_key=True),
    Column("value", Text, nullable=False),
)

units = Table(
    "units",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("name", String(60), nullable=False, unique=True),
    Column("kind", String(20), nullable=False),
    Column("head_id", Integer, nullable=True),
)

agencies = Table(
    "agencies",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("name", String(120), nullable=False),
    Column("short_name", String(60), nullable=False, server_default=""),
    Column("state", String(20), nullable=False),
    Column("unit_id", ForeignKey("units.id"), nullable=False, index=True),
    Column("manager_id", Integer, nullable=True),
    Column("credit_code", String(18), nullable=True, unique=True),
    Column("province", String(20), nullable=False, server_default=""),
    Column("city", String(40), nullable=False, server_default=""),
    Column("ended_at", UTCDateTime, nullable=True),
    Column("find", Text, nullable=False, server_default=""),
)

accounts = Table(
    "accounts",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("name", String(60), nullable=False),
    Column("type", String(20), nullable=False),
    Column("state", String(20), nullable=False),
    Column("email", String(254), nullable=False, server_default=""),
    Column("phone", String(32), nullable=False, server_default=""),
    Column("administrator", Boolean, nullable=False, server_default=text("false")),
    Column("agency_id", ForeignKey("agencies.id"), nullable=True, index=True),
    Column("unit_id", ForeignKey("units.id"), nullable=True, index=True),
    Column("chat_id", BigInteger, nullable=True, index=True),
    Column("find", Text, nullable=False, server_default=""),
)

invitations = Table(
    "invitations",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("account_id", ForeignKey("accounts.id"), nullable=False, index=True),
    Column("token_hash", String(64), nullable=False, unique=True),
    Column("invited_by", ForeignKey("accounts.id"), nullable=True),
    Column("created_at", UTCDateTime, nullable=False),
    Column("expires_at", UTCDateTime, nullable=False),
    Column("used_at", UTCDateTime, nullable=True),
    Column("revoked_at", UTCDateTime, nullable=True),
)

LISTED = ("agency_id", "protected_until", "follow_up_due", "stage", "domain", "contact_id")

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
    # For lists: the product domain's first level; all that it is found by (storage.finding).
    Column("domain", String(60), nullable=True),
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

reports = Table(
    "reports",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("number", String(20), nullable=False, unique=True),
    Column("customer_id", ForeignKey("customers.id"), nullable=False),
    Column("state", String(20), nullable=False),
    Column("position", Integer, nullable=False),
    Column("agency_id", ForeignKey("agencies.id"), nullable=False, index=True),
    Column("reporter_id", ForeignKey("accounts.id"), nullable=False, index=True),
    Column("contact_id", ForeignKey("accounts.id"), nullable=False, index=True),
    Column("profile", Json, nullable=False),
    # Name and code of the profile, for whoever asks for the same customer under one of them.
    Column("same_key", String(120), nullable=False, server_default="", index=True),
    Column("credit_code", String(18), nullable=True, index=True),
    Column("project", Json, nullable=True),
    Column("submitted_at", UTCDateTime, nullable=False),
    Column("decided_at", UTCDateTime, nullable=True),
    Column("keeps_place_until", UTCDateTime, nullable=True),
    Column("return_fields", Json, nullable=False),
    Column("reason", Text, nullable=False, server_default=""),
    UniqueConstraint("customer_id", "position"),
    # Only one report of a customer is before an approver.
    Index(
        "ix_reports_one_pending",
        "customer_id",
        unique=True,
        sqlite_where=text("state = 'pending'"),
        postgresql_where=text("state = 'pending'"),
    ),
    Index(
        "ix_reports_keeping_place",
        "keeps_place_until",
        sqlite_where=text("keeps_place_until IS NOT NULL"),
        postgresql_where=text("keeps_place_until IS NOT NULL"),
    ),
    Index(
        "ix_reports_queued",
        "customer_id",
        "position",
        sqlite_where=text("state = 'queued'"),
        postgresql_where=text("state = 'queued'"),
    ),
)

approvals = Table(
    "approvals",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("kind", String(30), nullable=False),
    Column("subject_id", Integer, nullable=False),
    Column("agency_id", ForeignKey("agencies.id"), nullable=False, index=True),
    Column("applicant_id", ForeignKey("accounts.id"), nullable=False),
    Column("state", String(20), nullable=False),
    Column("level", Integer, nullable=False),
    Column("started_at", UTCDateTime, nullable=False),
    Column("revision", Integer, nullable=False),
    Index("ix_approvals_subject", "kind", "subject_id"),
)

approval_steps = Table(
    "approval_steps",
    metadata,
    Column("approval_id", ForeignKey("approvals.id"), primary_key=True),
    Column("level", Integer, primary_key=True),
    Column("due_at", UTCDateTime, nullable=True),
)

approval_approvers = Table(
    "approval_approvers",
    metadata,
    Column("approval_id", ForeignKey("approvals.id"), primary_key=True),
    Column("level", Integer, primary_key=True),
    Column("account_id", ForeignKey("accounts.id"), primary_key=True, index=True),
    Column("escalated", Boolean, nullable=False, server_default=false()),
)

decisions = Table(
    "decisions",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("approval_id", ForeignKey("approvals.id"), nullable=False, index=True),
    Column("verb", String(20), nullable=False),
    Column("by", ForeignKey("accounts.id"), nullable=False),
    Column("at", UTCDateTime, nullable=False),
    Column("level", Integer, nullable=False),
    Column("reason", Text, nullable=False, server_default=""),
    Column("fields", Json, nullable=False),
    Column("instead_of", ForeignKey("accounts.id"), nullable=True),
    Column("handed_to", ForeignKey("accounts.id"), nullable=True),
    Column("changes", Json, nullable=True),
)

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

appeals = Table(
    "appeals",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("number", String(20), nullable=False, unique=True),
    Column("customer_id", ForeignKey("customers.id"), nullable=False),
    Column("report_id", ForeignKey("reports.id"), nullable=True),
    Column("agency_id", ForeignKey("agencies.id"), nullable=False),
    Column("applicant_id", ForeignKey("accounts.id"), nullable=False),
    Column("name", String(120), nullable=False),
    Column("reason", Text, nullable=False),
    Column("state", String(20), nullable=False),
    Column("created_at", UTCDateTime, nullable=False),
    # One open appeal of an agency about a customer.
    Index(
        "ix_appeals_one_open",
        "customer_id",
        "agency_id",
        unique=True,
        sqlite_where=text("state = 'pending'"),
        postgresql_where=text("state = 'pending'"),
    ),
)

corrections = Table(
    "corrections",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("number", String(20), nullable=False, unique=True),
    Column("customer_id", ForeignKey("customers.id"), nullable=False, index=True),
    Column("applicant_id", ForeignKey("accounts.id"), nullable=False),
    Column("agency_id", ForeignKey("agencies.id"), nullable=False),
    Column("profile", Json, nullable=False),
    Column("state", String(20), nullable=False),
    Column("created_at", UTCDateTime, nullable=False),
    Index(
        "ix_corrections_one_open",
        "customer_id",
        unique=True,
        sqlite_where=text("state = 'pending'"),
        postgresql_where=text("state = 'pending'"),
    ),
)
