"""units that ended, and whose what they had is"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0039_ended_units"
down_revision = "0038_files_of_cards"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("units", sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True))
    op.add_column("units", sa.Column("successor_id", sa.Integer(), nullable=True))


def downgrade() -> None:
    op.drop_column("units", "successor_id")
    op.drop_column("units", "ended_at")
