"""visits that are planned"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0043_visits"
down_revision = "0042_pictures_of_requests"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "visits",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("customer_id", sa.Integer(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("author_id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["author_id"], ["accounts.id"], name=op.f("fk_visits_author_id_accounts")),
        sa.ForeignKeyConstraint(["customer_id"], ["customers.id"], name=op.f("fk_visits_customer_id_customers")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_visits")),
    )
    planned = sa.text("state = 'planned'")
    op.create_index(op.f("ix_visits_customer_id"), "visits", ["customer_id"])
    op.create_index(
        "ix_visits_one_planned",
        "visits",
        ["customer_id"],
        unique=True,
        sqlite_where=planned,
        postgresql_where=planned,
    )
    op.create_index("ix_visits_planned", "visits", ["day", "id"], sqlite_where=planned, postgresql_where=planned)


def downgrade() -> None:
    op.drop_table("visits")
