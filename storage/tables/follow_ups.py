"""What is known of a customer over time: engineers who help, projects and what was told of them, follow-up reports,
what is said about them. The product table of MCUs."""

from __future__ import annotations

from typing import Final

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
    text,
)

from storage.engine.metadata import Json, UTCDateTime, metadata

customer_engineers = Table(
    "customer_engineers",
    metadata,
    Column("account_id", ForeignKey("accounts.id"), primary_key=True),
    Column("customer_id", ForeignKey("customers.id"), primary_key=True, index=True),
    Column("since", UTCDateTime, nullable=False),
)

MILESTONE: Final = text("milestone_on IS NOT NULL")

projects = Table(
    "projects",
    metadata,
    # As it stands: what was told of it last. `gone`: no report tells of it any more.
    Column("id", Integer, primary_key=True),
    Column("customer_id", ForeignKey("customers.id"), nullable=False),
    Column("key", String(120), nullable=False),
    Column("stage", String(20), nullable=False),
    # The day of the milestone that is known, NULL where the project doesn't move.
    Column("milestone_on", Date, nullable=True),
    Column("told", Json, nullable=False),
    Column("since", UTCDateTime, nullable=False),
    Column("changed_at", UTCDateTime, nullable=False),
    Column("gone", Boolean, nullable=False, server_default=text("false")),
    # For lists: the domain's first level, the folded model, all that it is found by.
    Column("domain", String(60), nullable=False, server_default=""),
    Column("model", String(60), nullable=False, server_default=""),
    Column("find", Text, nullable=False, server_default=""),
    UniqueConstraint("customer_id", "key"),
    # All that a list and its counts ask for, so that no row of a project is read but those shown.
    Index("ix_projects_listed", "customer_id", "stage", "domain", "model", "milestone_on", "changed_at", "gone"),
    # What is searched, so that a search doesn't read the rows; what was told longest ago, for the silent ones.
    Index("ix_projects_found", "customer_id", "gone", "find"),
    Index("ix_projects_changed", "changed_at", "id"),
    Index("ix_projects_milestone", "milestone_on", "id", sqlite_where=MILESTONE, postgresql_where=MILESTONE),
)

follow_ups = Table(
    "follow_ups",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("number", String(20), nullable=False, unique=True),
    Column("customer_id", ForeignKey("customers.id"), nullable=False),
    Column("agency_id", ForeignKey("agencies.id"), nullable=False),
    Column("contact_id", ForeignKey("accounts.id"), nullable=False),
    Column("author_id", ForeignKey("accounts.id"), nullable=False),
    Column("helpers", Json, nullable=False),
    Column("at", UTCDateTime, nullable=False),
    Column("dynamics", Text, nullable=False),
    Column("version", Integer, nullable=False, server_default="1"),
    Column("corrected_at", UTCDateTime, nullable=True),
    Column("corrected_by", ForeignKey("accounts.id"), nullable=True),
    Column("files", Json, nullable=True),
    Index("ix_follow_ups_of_customer", "customer_id", "at", "id"),
)

project_tellings = Table(
    "project_tellings",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("project_id", ForeignKey("projects.id"), nullable=False),
    Column("follow_up_id", ForeignKey("follow_ups.id"), nullable=True, index=True),
    Column("at", UTCDateTime, nullable=False),
    Column("author_id", ForeignKey("accounts.id"), nullable=False),
    Column("told", Json, nullable=False),
    Index("ix_project_tellings_history", "project_id", "at", "id"),
)

follow_up_versions = Table(
    "follow_up_versions",
    metadata,
    # What stood in a report before it was corrected.
    Column("follow_up_id", ForeignKey("follow_ups.id"), primary_key=True),
    Column("version", Integer, primary_key=True),
    Column("at", UTCDateTime, nullable=False),
    Column("author_id", ForeignKey("accounts.id"), nullable=False),
    Column("dynamics", Text, nullable=False),
    Column("items", Json, nullable=False),
    Column("files", Json, nullable=True),
)

comments = Table(
    "comments",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("follow_up_id", ForeignKey("follow_ups.id"), nullable=False, index=True),
    Column("author_id", ForeignKey("accounts.id"), nullable=False),
    Column("at", UTCDateTime, nullable=False),
    Column("text", Text, nullable=False),
    Column("asks_correction", Boolean, nullable=False),
    Column("files", Json, nullable=True),
)

unread_comments = Table(
    "unread_comments",
    metadata,
    Column("account_id", ForeignKey("accounts.id"), primary_key=True),
    Column("follow_up_id", ForeignKey("follow_ups.id"), primary_key=True),
    Column("customer_id", BigInteger, nullable=False),
)

mcu_models = Table(
    "mcu_models",
    metadata,
    Column("key", String(60), primary_key=True),
    Column("model", String(60), nullable=False),
    Column("series", String(60), nullable=False, server_default=""),
    Column("note", String(200), nullable=False, server_default=""),
)
