"""whose first sale it was is told by an index alone"""

from __future__ import annotations

from alembic import op

revision = "0037_first_sales"
down_revision = "0036_targets"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.drop_index("ix_sales_of_customer", table_name="sales")
    op.create_index("ix_sales_of_customer", "sales", ["customer_id", "day", "ordered"])


def downgrade() -> None:
    op.drop_index("ix_sales_of_customer", table_name="sales")
    op.create_index("ix_sales_of_customer", "sales", ["customer_id", "day"])
