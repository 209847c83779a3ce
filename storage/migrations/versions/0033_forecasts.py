"""forecasts as they were frozen: nothing of them can be changed or taken away"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0033_forecasts"
down_revision = "0032_unit_provinces"
branch_labels = None
depends_on = None

JSON = sa.JSON(none_as_null=True).with_variant(postgresql.JSONB(none_as_null=True, astext_type=sa.Text()), "postgresql")
FROZEN = (
    "forecast_snapshots",
    "forecast_projects",
    "forecast_cells",
    "forecast_closings",
    "forecast_ordered",
    "forecast_measured",
)


def upgrade() -> None:
    op.create_table(
        "forecast_snapshots",
        sa.Column("month", sa.Date(), nullable=False),
        sa.Column("frozen_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("methods", JSON, nullable=True),
        sa.Column("levels", JSON, nullable=False),
        sa.PrimaryKeyConstraint("month", name=op.f("pk_forecast_snapshots")),
    )
    op.create_table(
        "forecast_projects",
        sa.Column("month", sa.Date(), nullable=False),
        sa.Column("project_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("customer_id", sa.BigInteger(), nullable=False),
        sa.Column("agency_id", sa.BigInteger(), nullable=False),
        sa.Column("unit_id", sa.BigInteger(), nullable=False),
        sa.Column("contact_id", sa.BigInteger(), nullable=False),
        sa.Column("model", sa.String(length=60), nullable=False),
        sa.Column("domain", sa.String(length=120), nullable=False),
        sa.Column("stage", sa.String(length=20), nullable=False),
        sa.Column("yearly", sa.BigInteger(), nullable=False),
        sa.Column("layer", sa.String(length=20), nullable=False),
        sa.Column("bought", sa.Boolean(), nullable=False),
        sa.Column("said", JSON, nullable=False),
        sa.PrimaryKeyConstraint("month", "project_id", name=op.f("pk_forecast_projects")),
    )
    for name in ("unit", "agency", "contact"):
        op.create_index(f"ix_forecast_projects_of_{name}", "forecast_projects", ["month", f"{name}_id"])
    op.create_table(
        "forecast_cells",
        sa.Column("month", sa.Date(), nullable=False),
        sa.Column("model", sa.String(length=60), nullable=False),
        sa.Column("agency_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("said", JSON, nullable=False),
        sa.PrimaryKeyConstraint("month", "model", "agency_id", name=op.f("pk_forecast_cells")),
    )
    op.create_table(
        "forecast_closings",
        sa.Column("month", sa.Date(), nullable=False),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("month", name=op.f("pk_forecast_closings")),
    )
    op.create_table(
        "forecast_ordered",
        sa.Column("month", sa.Date(), nullable=False),
        sa.Column("model", sa.String(length=60), nullable=False),
        sa.Column("agency_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("contact_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("unit_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("pieces", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint(
            "month", "model", "agency_id", "contact_id", "unit_id", name=op.f("pk_forecast_ordered")
        ),
    )
    op.create_table(
        "forecast_measured",
        sa.Column("month", sa.Date(), nullable=False),
        sa.Column("horizon", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("method", sa.String(length=30), nullable=False),
        sa.Column("missed", sa.Float(), nullable=False),
        sa.Column("forecast", sa.Float(), nullable=False),
        sa.Column("ordered", sa.Float(), nullable=False),
        sa.Column("raw", sa.Float(), nullable=False),
        sa.PrimaryKeyConstraint("month", "horizon", "method", name=op.f("pk_forecast_measured")),
    )
    if op.get_bind().dialect.name == "postgresql":
        op.execute(
            "CREATE FUNCTION forecast_is_frozen() RETURNS trigger LANGUAGE plpgsql AS "
            "$$ BEGIN RAISE EXCEPTION 'a forecast that is frozen cannot change'; END $$"
        )
        for table in FROZEN:
            op.execute(
                f"CREATE TRIGGER {table}_frozen BEFORE UPDATE OR DELETE ON {table} "
                "FOR EACH ROW EXECUTE FUNCTION forecast_is_frozen()"
            )
            op.execute(
                f"CREATE TRIGGER {table}_kept BEFORE TRUNCATE ON {table} "
                "FOR EACH STATEMENT EXECUTE FUNCTION forecast_is_frozen()"
            )
        return
    for table in FROZEN:
        for act in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER {table}_{act.lower()} BEFORE {act} ON {table} "
                "BEGIN SELECT RAISE(ABORT, 'a forecast that is frozen cannot change'); END"
            )


def downgrade() -> None:
    for table in reversed(FROZEN):
        op.drop_table(table)
    if op.get_bind().dialect.name == "postgresql":
        op.execute("DROP FUNCTION forecast_is_frozen()")
