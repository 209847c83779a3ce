"""names that became one"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007_names_that_became_one"
down_revision = "0006_forms_left_open"
branch_labels = None
depends_on = None

_ALONE = "credit_code IS NULL AND merged_into IS NULL"


def upgrade() -> None:
    op.add_column("customers", sa.Column("twin_of", sa.Integer(), nullable=True))
    op.drop_index("ix_customers_one_without_code", table_name="customers")
    _one_without_code(f"{_ALONE} AND twin_of IS NULL")
    where = sa.text("twin_of IS NOT NULL")
    op.create_index("ix_customers_twins", "customers", ["twin_of"], sqlite_where=where, postgresql_where=where)


def downgrade() -> None:
    # what stands twice under one name would be in the way of the index
    op.execute(sa.text("UPDATE customers SET same_key = same_key || '#' || id WHERE twin_of IS NOT NULL"))
    op.drop_index("ix_customers_twins", table_name="customers")
    op.drop_index("ix_customers_one_without_code", table_name="customers")
    op.drop_column("customers", "twin_of")
    _one_without_code(_ALONE)
    op.execute(sa.text("DELETE FROM name_recipe"))  # the next start makes all keys anew


def _one_without_code(where: str) -> None:
    name, this = "ix_customers_one_without_code", sa.text(where)
    op.create_index(name, "customers", ["same_key"], unique=True, sqlite_where=this, postgresql_where=this)
