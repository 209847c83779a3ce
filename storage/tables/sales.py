"""What was sold and shipped, as figures add it up: kept beside the orders, in the transactions that change them."""

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
    UniqueConstraint,
    text,
)

from storage.engine.metadata import Micro, UTCDateTime, metadata

FOREIGN = text("currency != 'CNY'")

sales = Table(
    "sales",
    metadata,
    # A row for each day of a line that counts. `ordered`: on the contract's day; `shipped`: on that of a delivery (`place` is its id),
    # or both, where none is told. In the order of days, for figures are of days and read all of a row.
    Column("day", Date, primary_key=True),
    Column("line_id", BigInteger, primary_key=True, autoincrement=False),
    Column("place", BigInteger, primary_key=True, autoincrement=False),
    Column("ordered", Boolean, nullable=False),
    Column("shipped", Boolean, nullable=False),
    Column("order_id", ForeignKey("orders.id"), nullable=False),
    Column("customer_id", Integer, nullable=False),
    Column("agency_id", Integer, nullable=False),
    Column("unit_id", Integer, nullable=False),
    Column("contact_id", Integer, nullable=False),
    Column("project_id", Integer, nullable=True),
    Column("model", String(60), nullable=False),
    Column("domain", String(120), nullable=False),
    Column("currency", String(3), nullable=False),
    Column("late", Boolean, nullable=False),
    Column("pieces", BigInteger, nullable=False),
    Column("price", Micro, nullable=True),
    Index("ix_sales_of_order", "order_id"),
    Index("ix_sales_of_customer", "customer_id", "day", "ordered"),
    Index("ix_sales_of_agency", "agency_id", "day"),
    Index("ix_sales_of_contact", "contact_id", "day"),
    Index("ix_sales_foreign", "day", sqlite_where=FOREIGN, postgresql_where=FOREIGN),
    sqlite_with_rowid=False,
)

sales_targets = Table(
    "sales_targets",
    metadata,
    # Of a unit, an agency or a salesperson; quarter is its first day, 0 none any more.
    Column("id", Integer, primary_key=True),
    Column("of", String(10), nullable=False),
    Column("subject_id", Integer, nullable=False),
    Column("quarter", Date, nullable=False),
    Column("measure", String(10), nullable=False),
    Column("value", Micro, nullable=False),
    Column("author_id", ForeignKey("accounts.id"), nullable=False),
    Column("at", UTCDateTime, nullable=False),
    UniqueConstraint("of", "subject_id", "quarter", "measure"),
)
