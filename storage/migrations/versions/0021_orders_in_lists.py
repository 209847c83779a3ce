"""orders in lists"""

from __future__ import annotations

from alembic import op

revision = "0021_orders_in_lists"
down_revision = "0020_lists_of_orders"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index("ix_orders_listed", "orders", ["day", "id", "state"])
    op.create_index("ix_orders_of_unit", "orders", ["unit_id", "day", "id", "state"])
    op.create_index("ix_orders_of_contact", "orders", ["contact_id", "day", "id"])


def downgrade() -> None:
    for name in ("ix_orders_of_contact", "ix_orders_of_unit", "ix_orders_listed"):
        op.drop_index(name, table_name="orders")
