"""whom a request was escalated to, and what was mended when it came back"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0008_escalated_and_mended"
down_revision = "0007_names_that_became_one"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("approval_approvers", schema=None) as batch_op:
        batch_op.add_column(sa.Column("escalated", sa.Boolean(), server_default=sa.false(), nullable=False))
    with op.batch_alter_table("decisions", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("changes", sa.JSON().with_variant(postgresql.JSONB(), "postgresql"), nullable=True)
        )


def downgrade() -> None:
    with op.batch_alter_table("decisions", schema=None) as batch_op:
        batch_op.drop_column("changes")
    with op.batch_alter_table("approval_approvers", schema=None) as batch_op:
        batch_op.drop_column("escalated")
