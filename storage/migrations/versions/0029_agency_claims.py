"""agency claims: who says that an agency that is known is his"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0029_agency_claims"
down_revision = "0028_publications"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "agency_claims",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("number", sa.String(length=20), nullable=False),
        sa.Column("chat_id", sa.BigInteger(), nullable=False),
        sa.Column("agency_id", sa.Integer(), nullable=False),
        sa.Column("applicant_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("contact", sa.String(length=60), nullable=False),
        sa.Column("mobile", sa.String(length=32), nullable=False),
        sa.Column("mobile_shared", sa.Boolean(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["agency_id"], ["agencies.id"], name=op.f("fk_agency_claims_agency_id_agencies")),
        sa.ForeignKeyConstraint(["applicant_id"], ["accounts.id"], name=op.f("fk_agency_claims_applicant_id_accounts")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agency_claims")),
        sa.UniqueConstraint("number", name=op.f("uq_agency_claims_number")),
    )
    op.create_index(op.f("ix_agency_claims_chat_id"), "agency_claims", ["chat_id"])


def downgrade() -> None:
    op.drop_table("agency_claims")
