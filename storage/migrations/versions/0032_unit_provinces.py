"""who covers which province

What the policy named until now is filled in by the next start.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0032_unit_provinces"
down_revision = "0031_who_asked"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "unit_provinces",
        sa.Column("province", sa.String(length=20), nullable=False),
        sa.Column("unit_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["unit_id"], ["units.id"], name=op.f("fk_unit_provinces_unit_id_units")),
        sa.PrimaryKeyConstraint("province", name=op.f("pk_unit_provinces")),
    )
    op.create_index(op.f("ix_unit_provinces_unit_id"), "unit_provinces", ["unit_id"])


def downgrade() -> None:
    op.drop_table("unit_provinces")
