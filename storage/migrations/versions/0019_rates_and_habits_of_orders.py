"""rates and habits of orders"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0019_rates_and_habits_of_orders"
down_revision = "0018_columns_of_a_house"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "exchange_rates",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("currency", sa.String(length=3), nullable=False),
        sa.Column("month", sa.Date(), nullable=False),
        sa.Column("rate", sa.BigInteger(), nullable=False),
        sa.Column("author_id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["author_id"], ["accounts.id"], name=op.f("fk_exchange_rates_author_id_accounts")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_exchange_rates")),
        sa.UniqueConstraint("currency", "month", name=op.f("uq_exchange_rates_currency_month")),
    )
    op.create_index("ix_exchange_rates_month", "exchange_rates", ["month"])
    op.create_table(
        "order_tax_habits",
        sa.Column("agency_id", sa.Integer(), nullable=False),
        sa.Column("customer_id", sa.Integer(), nullable=False),
        sa.Column("added", sa.Boolean(), nullable=False),
        sa.Column("times", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["agency_id"], ["agencies.id"], name=op.f("fk_order_tax_habits_agency_id_agencies")),
        sa.ForeignKeyConstraint(
            ["customer_id"], ["customers.id"], name=op.f("fk_order_tax_habits_customer_id_customers")
        ),
        sa.PrimaryKeyConstraint("agency_id", "customer_id", name=op.f("pk_order_tax_habits")),
    )
    op.create_index(op.f("ix_order_tax_habits_customer_id"), "order_tax_habits", ["customer_id"])
    foreign = sa.text("currency != 'CNY'")
    op.create_index(
        "ix_order_lines_foreign",
        "order_lines",
        ["currency", "order_id"],
        sqlite_where=foreign,
        postgresql_where=foreign,
    )
    op.add_column("orders", sa.Column("message_id", sa.BigInteger(), nullable=True))
    written = sa.text("message_id IS NOT NULL")
    op.create_index(
        "ix_orders_of_message",
        "orders",
        ["author_id", "message_id"],
        sqlite_where=written,
        postgresql_where=written,
    )


def downgrade() -> None:
    op.drop_index("ix_orders_of_message", table_name="orders")
    with op.batch_alter_table("orders") as batch:
        batch.drop_column("message_id")
    op.drop_index("ix_order_lines_foreign", table_name="order_lines")
    op.drop_table("order_tax_habits")
    op.drop_table("exchange_rates")
