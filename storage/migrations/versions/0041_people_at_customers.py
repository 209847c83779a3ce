"""people at customers"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0041_people_at_customers"
down_revision = "0040_pictures_of_reports"
branch_labels = None
depends_on = None


def upgrade() -> None:
    json = sa.JSON(none_as_null=True).with_variant(postgresql.JSONB(none_as_null=True), "postgresql")
    op.create_table(
        "counterparts",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("customer_id", sa.Integer(), nullable=False),
        sa.Column("told", json, nullable=False),
        sa.Column("find", sa.Text(), server_default="", nullable=False),
        sa.Column("author_id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.Column("removed", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.ForeignKeyConstraint(["author_id"], ["accounts.id"], name=op.f("fk_counterparts_author_id_accounts")),
        sa.ForeignKeyConstraint(["customer_id"], ["customers.id"], name=op.f("fk_counterparts_customer_id_customers")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_counterparts")),
    )
    op.create_index("ix_counterparts_of_customer", "counterparts", ["customer_id", "removed", "id"])
    op.create_table(
        "counterpart_versions",
        sa.Column("counterpart_id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("told", json, nullable=False),
        sa.Column("author_id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["author_id"], ["accounts.id"], name=op.f("fk_counterpart_versions_author_id_accounts")
        ),
        sa.ForeignKeyConstraint(
            ["counterpart_id"], ["counterparts.id"], name=op.f("fk_counterpart_versions_counterpart_id_counterparts")
        ),
        sa.PrimaryKeyConstraint("counterpart_id", "version", name=op.f("pk_counterpart_versions")),
    )


def downgrade() -> None:
    op.drop_table("counterpart_versions")
    op.drop_table("counterparts")
