"""customers are listed by region"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from domain.base.regions import once
from storage.engine.metadata import Json

revision = "0035_regions_of_customers"
down_revision = "0034_sales"
branch_labels = None
depends_on = None

_CUSTOMERS = sa.table(
    "customers",
    sa.column("id", sa.Integer),
    sa.column("profile", Json),
    sa.column("region", sa.String),
)
A_BATCH = 1000
HELD = sa.text("state = 'protected'")
BEFORE = ["agency_id", "protected_until", "follow_up_due", "stage", "domain", "contact_id"]


def upgrade() -> None:
    op.add_column("customers", sa.Column("region", sa.String(60), nullable=True))
    conn, last = op.get_bind(), 0
    filled = sa.update(_CUSTOMERS).where(_CUSTOMERS.c.id == sa.bindparam("customer")).values(region=sa.bindparam("at"))
    while rows := conn.execute(
        sa.select(_CUSTOMERS.c.id, _CUSTOMERS.c.profile)
        .where(_CUSTOMERS.c.id > last)
        .order_by(_CUSTOMERS.c.id)
        .limit(A_BATCH)
    ).all():
        told = [{"customer": row.id, "at": once(row.profile["region"])[:60]} for row in rows if row.profile]
        if told:
            conn.execute(filled, told)
        last = rows[-1].id
    _listed([*BEFORE, "region"])


def downgrade() -> None:
    _listed(BEFORE)
    op.drop_column("customers", "region")


def _listed(columns: list[str]) -> None:
    for name, others in (("ix_customers_listed", ["state"]), ("ix_customers_found", ["find", "state"])):
        op.drop_index(name, "customers")
        op.create_index(name, "customers", [*columns, *others], sqlite_where=HELD, postgresql_where=HELD)
