"""the vendor's own accounts"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0013_direct_accounts"
down_revision = "0012_phones_in_one_form"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "direct_accounts",
        sa.Column("customer_id", sa.Integer(), nullable=False),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
        sa.Column("added_by", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["added_by"], ["accounts.id"], name=op.f("fk_direct_accounts_added_by_accounts")),
        sa.ForeignKeyConstraint(
            ["customer_id"], ["customers.id"], name=op.f("fk_direct_accounts_customer_id_customers")
        ),
        sa.PrimaryKeyConstraint("customer_id", name=op.f("pk_direct_accounts")),
    )


def downgrade() -> None:
    op.drop_table("direct_accounts")
