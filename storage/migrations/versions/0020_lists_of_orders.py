"""lists of orders"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0020_lists_of_orders"
down_revision = "0019_rates_and_habits_of_orders"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "order_list_rows",
        sa.Column("job_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("row", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("fate", sa.String(length=10), nullable=False),
        sa.Column("order_id", sa.Integer(), nullable=True),
        sa.Column("found", sa.JSON().with_variant(postgresql.JSONB(), "postgresql"), nullable=False),
        sa.ForeignKeyConstraint(
            ["job_id"], ["jobs.id"], name=op.f("fk_order_list_rows_job_id_jobs"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["order_id"], ["orders.id"], name=op.f("fk_order_list_rows_order_id_orders")),
        sa.PrimaryKeyConstraint("job_id", "row", name=op.f("pk_order_list_rows")),
    )
    op.add_column("orders", sa.Column("job_id", sa.BigInteger(), nullable=True))
    of_a_job = sa.text("job_id IS NOT NULL")
    op.create_index("ix_orders_of_job", "orders", ["job_id", "id"], sqlite_where=of_a_job, postgresql_where=of_a_job)


def downgrade() -> None:
    op.drop_index("ix_orders_of_job", table_name="orders")
    op.drop_column("orders", "job_id")
    op.drop_table("order_list_rows")
