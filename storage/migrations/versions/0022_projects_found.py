"""projects found"""

from __future__ import annotations

from alembic import op

revision = "0022_projects_found"
down_revision = "0021_orders_in_lists"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index("ix_projects_found", "projects", ["customer_id", "gone", "find"])
    op.create_index("ix_projects_changed", "projects", ["changed_at", "id"])


def downgrade() -> None:
    op.drop_index("ix_projects_changed", table_name="projects")
    op.drop_index("ix_projects_found", table_name="projects")
