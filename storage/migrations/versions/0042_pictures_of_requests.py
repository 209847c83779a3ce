"""pictures to appeals, corrections and what is said about a request; why a correction is asked for"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from storage.engine.metadata import Json

revision = "0042_pictures_of_requests"
down_revision = "0041_people_at_customers"
branch_labels = None
depends_on = None

TABLES = ("appeals", "corrections", "decisions")


def upgrade() -> None:
    for table in TABLES:
        op.add_column(table, sa.Column("files", Json, nullable=True))
    op.add_column("corrections", sa.Column("reason", sa.Text(), nullable=False, server_default=""))


def downgrade() -> None:
    op.drop_column("corrections", "reason")
    for table in TABLES:
        op.drop_column(table, "files")
