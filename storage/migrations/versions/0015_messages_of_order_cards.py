"""messages of order cards"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0015_messages_of_order_cards"
down_revision = "0014_days_of_orders"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("order_cards") as batch:
        batch.add_column(sa.Column("message_id", sa.BigInteger(), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("order_cards") as batch:
        batch.drop_column("message_id")
