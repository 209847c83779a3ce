"""drafts of lists"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0023_drafts_of_lists"
down_revision = "0022_projects_found"
branch_labels = None
depends_on = None

OF_A_JOB = sa.text("job_id IS NOT NULL")


def upgrade() -> None:
    op.add_column("order_cards", sa.Column("job_id", sa.BigInteger(), nullable=True))
    op.create_index(
        "ix_order_cards_of_job", "order_cards", ["job_id", "id"], sqlite_where=OF_A_JOB, postgresql_where=OF_A_JOB
    )


def downgrade() -> None:
    op.drop_index("ix_order_cards_of_job", table_name="order_cards")
    op.drop_column("order_cards", "job_id")
