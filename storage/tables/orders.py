"""Orders: contracts, their lines, batches, deliveries, what they said before; cards and drafts; short names that were meant,
customers' habits of tax; what currencies are worth."""

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
    text,
)

from storage.engine.metadata import Id, Json, Micro, UTCDateTime, metadata

OF_A_JOB = text("job_id IS NOT NULL")

orders = Table(
    "orders",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("number", String(20), nullable=False, unique=True),
    Column("state", String(10), nullable=False),
    Column("customer_id", ForeignKey("customers.id"), nullable=False),
    Column("agency_id", ForeignKey("agencies.id"), nullable=False),
    Column("unit_id", ForeignKey("units.id"), nullable=False),
    Column("contact_id", ForeignKey("accounts.id"), nullable=False),
    Column("author_id", ForeignKey("accounts.id"), nullable=False),
    Column("day", Date, nullable=False),
    Column("at", UTCDateTime, nullable=False),
    Column("reference", String(80), nullable=False, server_default=""),
    Column("late", Boolean, nullable=False, server_default=text("false")),
    Column("linked_to", ForeignKey("orders.id"), nullable=True),
    Column("version", Integer, nullable=False, server_default="1"),
    Column("message_id", BigInteger, nullable=True),
    # of the list that brought it
    Column("job_id", BigInteger, nullable=True),
    Index("ix_orders_of_job", "job_id", "id", sqlite_where=OF_A_JOB, postgresql_where=OF_A_JOB),
    Index("ix_orders_of_customer", "customer_id", "agency_id", "day", "id"),
    Index("ix_orders_listed", "day", "id", "state"),
    Index("ix_orders_of_agency", "agency_id", "day", "id"),
    Index("ix_orders_of_unit", "unit_id", "day", "id", "state"),
    Index("ix_orders_of_contact", "contact_id", "day", "id"),
    Index("ix_orders_of_author", "author_id", "at"),
    Index("ix_orders_agency_logged", "agency_id", "at"),
    Index("ix_orders_unit_logged", "unit_id", "at"),
    Index(
        "ix_orders_of_message",
        "author_id",
        "message_id",
        sqlite_where=text("message_id IS NOT NULL"),
        postgresql_where=text("message_id IS NOT NULL"),
    ),
)

order_lines = Table(
    "order_lines",
    metadata,
    # What the line's order says of day, agency and state stands there; statistics join the two.
    Column("id", Id, primary_key=True),
    Column("order_id", ForeignKey("orders.id"), nullable=False),
    Column("place", Integer, nullable=False),
    Column("project_id", ForeignKey("projects.id"), nullable=True),
    Column("project", String(120), nullable=False),
    Column("domain", String(120), nullable=False),
    Column("mcu", String(60), nullable=False),
    Column("model", String(60), nullable=False),
    Column("written", String(80), nullable=False),
    Column("quantity", BigInteger, nullable=False),
    Column("price", Micro, nullable=True),
    Column("currency", String(3), nullable=False),
    Column("batches", Json, nullable=False),
    Column("of_line", ForeignKey("order_lines.id"), nullable=True),
    UniqueConstraint("order_id", "place"),
    Index("ix_order_lines_model", "model", "order_id"),
    Index(
        "ix_order_lines_of_line",
        "of_line",
        sqlite_where=text("of_line IS NOT NULL"),
        postgresql_where=text("of_line IS NOT NULL"),
    ),
    Index("ix_order_lines_of_project", "project_id", "order_id"),
    Index(
        "ix_order_lines_foreign",
        "currency",
        "order_id",
        sqlite_where=text("currency != 'CNY'"),
        postgresql_where=text("currency != 'CNY'"),
    ),
)

order_batches = Table(
    "order_batches",
    metadata,
    # By the folded code: which lines name a batch.
    Column("code", String(60), primary_key=True),
    Column("line_id", ForeignKey("order_lines.id"), primary_key=True),
    Column("order_id", ForeignKey("orders.id"), nullable=False, index=True),
)

order_versions = Table(
    "order_versions",
    metadata,
    # What an order said before it was changed; at, author and why are of the change.
    Column("order_id", ForeignKey("orders.id"), primary_key=True),
    Column("version", Integer, primary_key=True),
    Column("at", UTCDateTime, nullable=False),
    Column("author_id", ForeignKey("accounts.id"), nullable=False),
    Column("why", String(10), nullable=False),
    Column("day", Date, nullable=False),
    Column("lines", Json, nullable=False),
)

order_deliveries = Table(
    "order_deliveries",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("order_id", ForeignKey("orders.id"), nullable=False, index=True),
    Column("line_id", ForeignKey("order_lines.id"), nullable=False),
    Column("quantity", BigInteger, nullable=False),
    Column("day", Date, nullable=False),
    Column("batches", Json, nullable=False),
    Column("author_id", ForeignKey("accounts.id"), nullable=False),
    Column("at", UTCDateTime, nullable=False),
)

order_cards = Table(
    "order_cards",
    metadata,
    # What was understood and isn't confirmed, or waits for a project: the agency's, whoever wrote it.
    Column("id", Integer, primary_key=True),
    Column("state", String(10), nullable=False),
    Column("agency_id", ForeignKey("agencies.id"), nullable=False),
    Column("author_id", ForeignKey("accounts.id"), nullable=False),
    Column("customer_id", ForeignKey("customers.id"), nullable=True, index=True),
    Column("text", Text, nullable=False),
    Column("rows", Json, nullable=False),
    Column("at", UTCDateTime, nullable=False),
    Column("written_on", Date, nullable=False),
    Column("asked_id", ForeignKey("accounts.id"), nullable=True),
    Column("revision", Integer, nullable=False, server_default="1"),
    Column("message_id", BigInteger, nullable=True),
    # of the list that brought it
    Column("job_id", BigInteger, nullable=True),
    Index("ix_order_cards_of_agency", "agency_id", "id"),
    Index("ix_order_cards_of_job", "job_id", "id", sqlite_where=OF_A_JOB, postgresql_where=OF_A_JOB),
)

order_aliases = Table(
    "order_aliases",
    metadata,
    # A short name that somebody of the agency meant; of one agency it means one customer.
    Column("agency_id", ForeignKey("agencies.id"), primary_key=True),
    Column("key", String(60), primary_key=True),
    Column("customer_id", ForeignKey("customers.id"), nullable=False, index=True),
    Column("name", String(60), nullable=False),
    Column("author_id", ForeignKey("accounts.id"), nullable=False),
    Column("at", UTCDateTime, nullable=False),
)

order_tax_habits = Table(
    "order_tax_habits",
    metadata,
    # What a customer's prices without a word of tax turned out to be the last times, and how often in a row.
    Column("agency_id", ForeignKey("agencies.id"), primary_key=True),
    Column("customer_id", ForeignKey("customers.id"), primary_key=True, index=True),
    Column("added", Boolean, nullable=False),
    Column("times", Integer, nullable=False),
)

exchange_rates = Table(
    "exchange_rates",
    metadata,
    # Yuan for one of the currency; month is its first day.
    Column("id", Integer, primary_key=True),
    Column("currency", String(3), nullable=False),
    Column("month", Date, nullable=False),
    Column("rate", Micro, nullable=False),
    Column("author_id", ForeignKey("accounts.id"), nullable=False),
    Column("at", UTCDateTime, nullable=False),
    UniqueConstraint("currency", "month"),
    Index("ix_exchange_rates_month", "month"),
)

order_list_rows = Table(
    "order_list_rows",
    metadata,
    # What there is to tell of rows of a list of orders that a job took in; `order_id` says the same already.
    Column("job_id", ForeignKey("jobs.id", ondelete="CASCADE"), primary_key=True),
    Column("row", Integer, primary_key=True, autoincrement=False),
    Column("fate", String(10), nullable=False),
    Column("order_id", ForeignKey("orders.id"), nullable=True),
    Column("found", Json, nullable=False),
)
