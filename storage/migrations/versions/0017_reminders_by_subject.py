"""reminders by subject"""

from __future__ import annotations

from alembic import op

revision = "0017_reminders_by_subject"
down_revision = "0016_projects_in_lists"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index("ix_reminders_about", "reminders", ["subject", "due"])


def downgrade() -> None:
    op.drop_index("ix_reminders_about", table_name="reminders")
