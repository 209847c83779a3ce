"""pictures to follow-up reports, to what stood in them before, and to what is said about them"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from storage.engine.metadata import Json

revision = "0040_pictures_of_reports"
down_revision = "0039_ended_units"
branch_labels = None
depends_on = None

TABLES = ("follow_ups", "follow_up_versions", "comments")


def upgrade() -> None:
    for table in TABLES:
        op.add_column(table, sa.Column("files", Json, nullable=True))


def downgrade() -> None:
    for table in TABLES:
        op.drop_column(table, "files")
