"""targets: what a unit, an agency or a salesperson is to sell in a quarter"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0036_targets"
down_revision = "0035_regions_of_customers"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "sales_targets",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("of", sa.String(length=10), nullable=False),
        sa.Column("subject_id", sa.Integer(), nullable=False),
        sa.Column("quarter", sa.Date(), nullable=False),
        sa.Column("measure", sa.String(length=10), nullable=False),
        sa.Column("value", sa.BigInteger(), nullable=False),
        sa.Column("author_id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["author_id"], ["accounts.id"], name=op.f("fk_sales_targets_author_id_accounts")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sales_targets")),
        sa.UniqueConstraint(
            "of", "subject_id", "quarter", "measure", name=op.f("uq_sales_targets_of_subject_id_quarter_measure")
        ),
    )


def downgrade() -> None:
    op.drop_table("sales_targets")
