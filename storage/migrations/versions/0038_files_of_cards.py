"""which file a card's message shows, so that it isn't sent again where only its buttons change"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0038_files_of_cards"
down_revision = "0037_first_sales"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("cards", sa.Column("file", sa.String(length=64), nullable=True))


def downgrade() -> None:
    op.drop_column("cards", "file")
