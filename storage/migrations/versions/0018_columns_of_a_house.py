"""columns of lists are remembered for the agency, the unit or the vendor, no more for a person"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0018_columns_of_a_house"
down_revision = "0017_reminders_by_subject"
branch_labels = None
depends_on = None

_OLD = sa.table("list_columns", *(sa.column(each) for each in ("account_id", "kind", "heading", "field")))
_ACCOUNTS = sa.table("accounts", *(sa.column(each) for each in ("id", "agency_id", "unit_id", "administrator")))


def upgrade() -> None:
    conn = op.get_bind()
    query = sa.select(_OLD, _ACCOUNTS).join(_ACCOUNTS, _ACCOUNTS.c.id == _OLD.c.account_id)
    kept: dict[tuple[str, str, str], str] = {}
    for row in conn.execute(query.order_by(_OLD.c.account_id)):
        kept.setdefault((_house(row), row.kind, row.heading), row.field)  # of two words the first account's
    op.drop_table("list_columns")
    made = op.create_table(
        "list_columns",
        sa.Column("house", sa.String(length=20), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("heading", sa.String(length=60), nullable=False),
        sa.Column("field", sa.String(length=40), nullable=False),
        sa.PrimaryKeyConstraint("house", "kind", "heading", name=op.f("pk_list_columns")),
    )
    if kept:
        op.bulk_insert(
            made,
            [
                {"house": house, "kind": kind, "heading": heading, "field": field}
                for (house, kind, heading), field in kept.items()
            ],
        )


def _house(row: sa.Row[tuple[object, ...]]) -> str:
    """As `domain.imports.columns.house` said it then."""
    if row.agency_id is not None:
        return f"agency:{row.agency_id}"
    return "vendor" if row.administrator or row.unit_id is None else f"unit:{row.unit_id}"


def downgrade() -> None:
    """Nobody's any more: whose words they were isn't kept."""
    op.drop_table("list_columns")
    op.create_table(
        "list_columns",
        sa.Column("account_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("heading", sa.String(length=60), nullable=False),
        sa.Column("field", sa.String(length=40), nullable=False),
        sa.PrimaryKeyConstraint("account_id", "kind", "heading", name=op.f("pk_list_columns")),
    )
