"""contract amendments"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0026_contract_amendments"
down_revision = "0025_agency_files"
branch_labels = None
depends_on = None

REFERENCES = {
    "contract_id": "contracts",
    "agency_id": "agencies",
    "applicant_id": "accounts",
    "distributor_before": "agencies",
    "contact_before": "accounts",
    "distributor_after": "agencies",
    "contact_after": "accounts",
}


def upgrade() -> None:
    json = sa.JSON(none_as_null=True).with_variant(postgresql.JSONB(none_as_null=True), "postgresql")
    op.create_table(
        "contract_amendments",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("number", sa.String(length=20), nullable=False),
        sa.Column("contract_id", sa.Integer(), nullable=False),
        sa.Column("agency_id", sa.Integer(), nullable=False),
        sa.Column("applicant_id", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("before", json, nullable=False),
        sa.Column("after", json, nullable=False),
        sa.Column("distributor_before", sa.Integer(), nullable=True),
        sa.Column("contact_before", sa.Integer(), nullable=True),
        sa.Column("distributor_after", sa.Integer(), nullable=True),
        sa.Column("contact_after", sa.Integer(), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("submitted_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        *(
            sa.ForeignKeyConstraint([column], [f"{table}.id"], name=op.f(f"fk_contract_amendments_{column}_{table}"))
            for column, table in REFERENCES.items()
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contract_amendments")),
        sa.UniqueConstraint("number", name=op.f("uq_contract_amendments_number")),
    )
    for column in ("agency_id", "contract_id"):
        op.create_index(op.f(f"ix_contract_amendments_{column}"), "contract_amendments", [column])
    still_open = sa.text("state IN ('submitted', 'returned')")
    op.create_index(
        "ix_contract_amendments_one_open",
        "contract_amendments",
        ["contract_id"],
        unique=True,
        sqlite_where=still_open,
        postgresql_where=still_open,
    )


def downgrade() -> None:
    op.drop_table("contract_amendments")
