"""agency files"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0025_agency_files"
down_revision = "0024_submitted_messages"
branch_labels = None
depends_on = None

_REACHED_BY = (("contact", 60), ("phone", 32), ("email", 254), ("address", 200))
_PENDING = sa.text("state = 'pending'")


def upgrade() -> None:
    json = sa.JSON(none_as_null=True).with_variant(postgresql.JSONB(none_as_null=True), "postgresql")
    for name, length in _REACHED_BY:
        op.add_column("agencies", sa.Column(name, sa.String(length=length), server_default="", nullable=False))
    op.add_column("agencies", sa.Column("former_names", json, nullable=True))
    op.add_column("accounts", sa.Column("employee_number", sa.String(length=20), server_default="", nullable=False))
    op.create_table(
        "agency_changes",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("number", sa.String(length=20), nullable=False),
        sa.Column("agency_id", sa.Integer(), nullable=False),
        sa.Column("applicant_id", sa.Integer(), nullable=False),
        sa.Column("before", json, nullable=False),
        sa.Column("after", json, nullable=False),
        sa.Column("note", sa.Text(), server_default="", nullable=False),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["agency_id"], ["agencies.id"], name=op.f("fk_agency_changes_agency_id_agencies")),
        sa.ForeignKeyConstraint(
            ["applicant_id"], ["accounts.id"], name=op.f("fk_agency_changes_applicant_id_accounts")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agency_changes")),
        sa.UniqueConstraint("number", name=op.f("uq_agency_changes_number")),
    )
    op.create_index(op.f("ix_agency_changes_agency_id"), "agency_changes", ["agency_id"])
    op.create_index(
        "ix_agency_changes_one_open",
        "agency_changes",
        ["agency_id"],
        unique=True,
        sqlite_where=_PENDING,
        postgresql_where=_PENDING,
    )
    _take_over_what_was_registered()


def _take_over_what_was_registered() -> None:
    """What an agency said of itself when it registered is how it is reached."""
    registrations = sa.table(
        "registrations",
        sa.column("id"),
        sa.column("agency_id"),
        sa.column("state"),
        sa.column("company", sa.JSON().with_variant(postgresql.JSONB(), "postgresql")),
    )
    agencies = sa.table("agencies", sa.column("id"), *(sa.column(name) for name, _ in _REACHED_BY))
    conn = op.get_bind()
    approved = sa.select(registrations).where(registrations.c.state == "approved").order_by(registrations.c.id)
    for row in conn.execute(approved).all():
        said = row.company
        told = {**said, "phone": said.get("mobile") or said.get("phone")}
        values = {name: str(told.get(name) or "")[:length] for name, length in _REACHED_BY}
        conn.execute(sa.update(agencies).where(agencies.c.id == row.agency_id).values(values))


def downgrade() -> None:
    op.drop_table("agency_changes")
    op.drop_column("accounts", "employee_number")
    for name in ("former_names", *(name for name, _ in _REACHED_BY)):
        op.drop_column("agencies", name)
