"""holdings of an agency are found"""

from __future__ import annotations

from alembic import op

revision = "0010_holdings_of_an_agency"
down_revision = "0009_orders"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index("ix_holdings_of_agency", "holdings", ["agency_id", "ended_at"])


def downgrade() -> None:
    op.drop_index("ix_holdings_of_agency", "holdings")
