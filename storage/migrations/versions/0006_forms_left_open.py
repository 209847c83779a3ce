"""forms left open"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006_forms_left_open"
down_revision = "0005_corrections_have_numbers"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("conversations", schema=None) as batch_op:
        batch_op.add_column(sa.Column("touched_at", sa.DateTime(timezone=True), nullable=True))
        batch_op.create_index(
            "ix_conversations_touched",
            ["touched_at"],
            unique=False,
            sqlite_where=sa.text("touched_at IS NOT NULL"),
            postgresql_where=sa.text("touched_at IS NOT NULL"),
        )


def downgrade() -> None:
    with op.batch_alter_table("conversations", schema=None) as batch_op:
        batch_op.drop_index(
            "ix_conversations_touched",
            sqlite_where=sa.text("touched_at IS NOT NULL"),
            postgresql_where=sa.text("touched_at IS NOT NULL"),
        )
        batch_op.drop_column("touched_at")
