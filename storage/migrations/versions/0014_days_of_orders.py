"""orders of a day are found"""

from __future__ import annotations

from alembic import op

revision = "0014_days_of_orders"
down_revision = "0013_direct_accounts"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index("ix_orders_agency_logged", "orders", ["agency_id", "at"])
    op.create_index("ix_orders_unit_logged", "orders", ["unit_id", "at"])


def downgrade() -> None:
    op.drop_index("ix_orders_unit_logged", "orders")
    op.drop_index("ix_orders_agency_logged", "orders")
