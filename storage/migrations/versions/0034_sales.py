"""sales: what was sold and shipped, as figures add it up

Filled from the orders that are there.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0034_sales"
down_revision = "0033_forecasts"
branch_labels = None
depends_on = None

_WHOLE = """
    INSERT INTO sales (day, line_id, place, ordered, shipped, order_id, customer_id, agency_id, unit_id, contact_id, project_id,
        model, domain, currency, late, pieces, price)
    SELECT o.day, l.id, 0, true, NOT EXISTS (SELECT 1 FROM order_deliveries d WHERE d.order_id = o.id AND d.line_id = l.id),
        o.id, o.customer_id, o.agency_id, o.unit_id, o.contact_id,
        l.project_id, l.model, l.domain, l.currency, o.late, l.quantity, l.price
    FROM orders o JOIN order_lines l ON l.order_id = o.id WHERE o.state = 'logged'
"""
_PARTS = """
    INSERT INTO sales (day, line_id, place, ordered, shipped, order_id, customer_id, agency_id, unit_id, contact_id, project_id,
        model, domain, currency, late, pieces, price)
    SELECT d.day, l.id, d.id, false, true, o.id, o.customer_id, o.agency_id, o.unit_id, o.contact_id,
        l.project_id, l.model, l.domain, l.currency, o.late, d.quantity, l.price
    FROM order_deliveries d JOIN order_lines l ON l.id = d.line_id JOIN orders o ON o.id = d.order_id
    WHERE o.state = 'logged' AND l.order_id = o.id
"""


def upgrade() -> None:
    op.create_table(
        "sales",
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("line_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("place", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("ordered", sa.Boolean(), nullable=False),
        sa.Column("shipped", sa.Boolean(), nullable=False),
        sa.Column("order_id", sa.Integer(), nullable=False),
        sa.Column("customer_id", sa.Integer(), nullable=False),
        sa.Column("agency_id", sa.Integer(), nullable=False),
        sa.Column("unit_id", sa.Integer(), nullable=False),
        sa.Column("contact_id", sa.Integer(), nullable=False),
        sa.Column("project_id", sa.Integer(), nullable=True),
        sa.Column("model", sa.String(length=60), nullable=False),
        sa.Column("domain", sa.String(length=120), nullable=False),
        sa.Column("currency", sa.String(length=3), nullable=False),
        sa.Column("late", sa.Boolean(), nullable=False),
        sa.Column("pieces", sa.BigInteger(), nullable=False),
        sa.Column("price", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["order_id"], ["orders.id"], name=op.f("fk_sales_order_id_orders")),
        sa.PrimaryKeyConstraint("day", "line_id", "place", name=op.f("pk_sales")),
        sqlite_with_rowid=False,
    )
    op.execute(_WHOLE)
    op.execute(_PARTS)
    op.create_index("ix_sales_of_order", "sales", ["order_id"])
    op.create_index("ix_sales_of_customer", "sales", ["customer_id", "day"])
    op.create_index("ix_sales_of_agency", "sales", ["agency_id", "day"])
    op.create_index("ix_sales_of_contact", "sales", ["contact_id", "day"])
    foreign = sa.text("currency != 'CNY'")
    op.create_index("ix_sales_foreign", "sales", ["day"], sqlite_where=foreign, postgresql_where=foreign)


def downgrade() -> None:
    op.drop_table("sales")
