"""orders"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0009_orders"
down_revision = "0008_escalated_and_mended"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "order_aliases",
        sa.Column("agency_id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(length=60), nullable=False),
        sa.Column("customer_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=60), nullable=False),
        sa.Column("author_id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["agency_id"], ["agencies.id"], name=op.f("fk_order_aliases_agency_id_agencies")),
        sa.ForeignKeyConstraint(["author_id"], ["accounts.id"], name=op.f("fk_order_aliases_author_id_accounts")),
        sa.ForeignKeyConstraint(["customer_id"], ["customers.id"], name=op.f("fk_order_aliases_customer_id_customers")),
        sa.PrimaryKeyConstraint("agency_id", "key", name=op.f("pk_order_aliases")),
    )
    with op.batch_alter_table("order_aliases", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_order_aliases_customer_id"), ["customer_id"], unique=False)

    op.create_table(
        "order_cards",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("agency_id", sa.Integer(), nullable=False),
        sa.Column("author_id", sa.Integer(), nullable=False),
        sa.Column("customer_id", sa.Integer(), nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("rows", sa.JSON().with_variant(postgresql.JSONB(), "postgresql"), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("written_on", sa.Date(), nullable=False),
        sa.Column("asked_id", sa.Integer(), nullable=True),
        sa.Column("revision", sa.Integer(), server_default="1", nullable=False),
        sa.ForeignKeyConstraint(["agency_id"], ["agencies.id"], name=op.f("fk_order_cards_agency_id_agencies")),
        sa.ForeignKeyConstraint(["asked_id"], ["accounts.id"], name=op.f("fk_order_cards_asked_id_accounts")),
        sa.ForeignKeyConstraint(["author_id"], ["accounts.id"], name=op.f("fk_order_cards_author_id_accounts")),
        sa.ForeignKeyConstraint(["customer_id"], ["customers.id"], name=op.f("fk_order_cards_customer_id_customers")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_order_cards")),
    )
    with op.batch_alter_table("order_cards", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_order_cards_customer_id"), ["customer_id"], unique=False)
        batch_op.create_index("ix_order_cards_of_agency", ["agency_id", "id"], unique=False)

    op.create_table(
        "orders",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("number", sa.String(length=20), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("customer_id", sa.Integer(), nullable=False),
        sa.Column("agency_id", sa.Integer(), nullable=False),
        sa.Column("unit_id", sa.Integer(), nullable=False),
        sa.Column("contact_id", sa.Integer(), nullable=False),
        sa.Column("author_id", sa.Integer(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("reference", sa.String(length=80), server_default="", nullable=False),
        sa.Column("late", sa.Boolean(), server_default=sa.text("(false)"), nullable=False),
        sa.Column("linked_to", sa.Integer(), nullable=True),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.ForeignKeyConstraint(["agency_id"], ["agencies.id"], name=op.f("fk_orders_agency_id_agencies")),
        sa.ForeignKeyConstraint(["author_id"], ["accounts.id"], name=op.f("fk_orders_author_id_accounts")),
        sa.ForeignKeyConstraint(["contact_id"], ["accounts.id"], name=op.f("fk_orders_contact_id_accounts")),
        sa.ForeignKeyConstraint(["customer_id"], ["customers.id"], name=op.f("fk_orders_customer_id_customers")),
        sa.ForeignKeyConstraint(["linked_to"], ["orders.id"], name=op.f("fk_orders_linked_to_orders")),
        sa.ForeignKeyConstraint(["unit_id"], ["units.id"], name=op.f("fk_orders_unit_id_units")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_orders")),
        sa.UniqueConstraint("number", name=op.f("uq_orders_number")),
    )
    with op.batch_alter_table("orders", schema=None) as batch_op:
        batch_op.create_index("ix_orders_of_agency", ["agency_id", "day", "id"], unique=False)
        batch_op.create_index("ix_orders_of_author", ["author_id", "at"], unique=False)
        batch_op.create_index("ix_orders_of_customer", ["customer_id", "agency_id", "day", "id"], unique=False)

    op.create_table(
        "order_lines",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("order_id", sa.Integer(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("project_id", sa.Integer(), nullable=True),
        sa.Column("project", sa.String(length=120), nullable=False),
        sa.Column("domain", sa.String(length=120), nullable=False),
        sa.Column("mcu", sa.String(length=60), nullable=False),
        sa.Column("model", sa.String(length=60), nullable=False),
        sa.Column("written", sa.String(length=80), nullable=False),
        sa.Column("quantity", sa.BigInteger(), nullable=False),
        sa.Column("price", sa.BigInteger(), nullable=True),
        sa.Column("currency", sa.String(length=3), nullable=False),
        sa.Column("batches", sa.JSON().with_variant(postgresql.JSONB(), "postgresql"), nullable=False),
        sa.Column("of_line", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.ForeignKeyConstraint(["of_line"], ["order_lines.id"], name=op.f("fk_order_lines_of_line_order_lines")),
        sa.ForeignKeyConstraint(["order_id"], ["orders.id"], name=op.f("fk_order_lines_order_id_orders")),
        sa.ForeignKeyConstraint(["project_id"], ["projects.id"], name=op.f("fk_order_lines_project_id_projects")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_order_lines")),
        sa.UniqueConstraint("order_id", "place", name=op.f("uq_order_lines_order_id_place")),
    )
    with op.batch_alter_table("order_lines", schema=None) as batch_op:
        batch_op.create_index("ix_order_lines_model", ["model", "order_id"], unique=False)
        batch_op.create_index(
            "ix_order_lines_of_line",
            ["of_line"],
            unique=False,
            sqlite_where=sa.text("of_line IS NOT NULL"),
            postgresql_where=sa.text("of_line IS NOT NULL"),
        )
        batch_op.create_index("ix_order_lines_of_project", ["project_id", "order_id"], unique=False)

    op.create_table(
        "order_versions",
        sa.Column("order_id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("author_id", sa.Integer(), nullable=False),
        sa.Column("why", sa.String(length=10), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("lines", sa.JSON().with_variant(postgresql.JSONB(), "postgresql"), nullable=False),
        sa.ForeignKeyConstraint(["author_id"], ["accounts.id"], name=op.f("fk_order_versions_author_id_accounts")),
        sa.ForeignKeyConstraint(["order_id"], ["orders.id"], name=op.f("fk_order_versions_order_id_orders")),
        sa.PrimaryKeyConstraint("order_id", "version", name=op.f("pk_order_versions")),
    )
    op.create_table(
        "order_batches",
        sa.Column("code", sa.String(length=60), nullable=False),
        sa.Column("line_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("order_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["line_id"], ["order_lines.id"], name=op.f("fk_order_batches_line_id_order_lines")),
        sa.ForeignKeyConstraint(["order_id"], ["orders.id"], name=op.f("fk_order_batches_order_id_orders")),
        sa.PrimaryKeyConstraint("code", "line_id", name=op.f("pk_order_batches")),
    )
    with op.batch_alter_table("order_batches", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_order_batches_order_id"), ["order_id"], unique=False)

    op.create_table(
        "order_deliveries",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("order_id", sa.Integer(), nullable=False),
        sa.Column("line_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("quantity", sa.BigInteger(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("batches", sa.JSON().with_variant(postgresql.JSONB(), "postgresql"), nullable=False),
        sa.Column("author_id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["author_id"], ["accounts.id"], name=op.f("fk_order_deliveries_author_id_accounts")),
        sa.ForeignKeyConstraint(["line_id"], ["order_lines.id"], name=op.f("fk_order_deliveries_line_id_order_lines")),
        sa.ForeignKeyConstraint(["order_id"], ["orders.id"], name=op.f("fk_order_deliveries_order_id_orders")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_order_deliveries")),
    )
    with op.batch_alter_table("order_deliveries", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_order_deliveries_order_id"), ["order_id"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("order_deliveries", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_order_deliveries_order_id"))

    op.drop_table("order_deliveries")
    with op.batch_alter_table("order_batches", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_order_batches_order_id"))

    op.drop_table("order_batches")
    op.drop_table("order_versions")
    with op.batch_alter_table("order_lines", schema=None) as batch_op:
        batch_op.drop_index("ix_order_lines_of_project")
        batch_op.drop_index(
            "ix_order_lines_of_line",
            sqlite_where=sa.text("of_line IS NOT NULL"),
            postgresql_where=sa.text("of_line IS NOT NULL"),
        )
        batch_op.drop_index("ix_order_lines_model")

    op.drop_table("order_lines")
    with op.batch_alter_table("orders", schema=None) as batch_op:
        batch_op.drop_index("ix_orders_of_customer")
        batch_op.drop_index("ix_orders_of_author")
        batch_op.drop_index("ix_orders_of_agency")

    op.drop_table("orders")
    with op.batch_alter_table("order_cards", schema=None) as batch_op:
        batch_op.drop_index("ix_order_cards_of_agency")
        batch_op.drop_index(batch_op.f("ix_order_cards_customer_id"))

    op.drop_table("order_cards")
    with op.batch_alter_table("order_aliases", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_order_aliases_customer_id"))

    op.drop_table("order_aliases")
