"""menus: which commands a chat has beside its text field"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0030_menus"
down_revision = "0029_agency_claims"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("chats", sa.Column("menu", sa.String(length=60), nullable=True))


def downgrade() -> None:
    op.drop_column("chats", "menu")
