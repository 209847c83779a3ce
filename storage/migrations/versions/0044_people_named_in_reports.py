"""people at the customer, as a report names them"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0044_people_named_in_reports"
down_revision = "0043_visits"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("reports", sa.Column("people", sa.Text(), nullable=False, server_default=""))


def downgrade() -> None:
    op.drop_column("reports", "people")
