"""phones in one form"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from domain.base import identifiers
from storage.engine.metadata import Json

revision = "0012_phones_in_one_form"
down_revision = "0011_columns_of_lists"
branch_labels = None
depends_on = None

_ACCOUNTS = sa.table("accounts", sa.column("id", sa.Integer), sa.column("phone", sa.String))
_KEEPERS = (
    sa.table("registrations", sa.column("id", sa.Integer), sa.column("company", Json)),
    sa.table("contracts", sa.column("id", sa.Integer), sa.column("profile", Json)),
)
"""What was submitted of a contract (`contract_versions`) stays as it was; it is shown in the one form all the same."""
_CALLED = ("phone", "mobile", "fax")


def upgrade() -> None:
    conn = op.get_bind()
    for id_, phone in conn.execute(sa.select(_ACCOUNTS.c.id, _ACCOUNTS.c.phone).where(_ACCOUNTS.c.phone != "")).all():
        conn.execute(sa.update(_ACCOUNTS).where(_ACCOUNTS.c.id == id_).values(phone=_in_one_form(phone)))
    for table in _KEEPERS:
        column = table.c[1]
        for id_, kept in conn.execute(sa.select(table.c.id, column)).all():
            changed = {
                name: _in_one_form(value) if name.endswith(_CALLED) and isinstance(value, str) else value
                for name, value in kept.items()
            }
            if changed != kept:
                conn.execute(sa.update(table).where(table.c.id == id_).values({column.name: changed}))


def _in_one_form(written: str) -> str:
    found = identifiers.phone(written)
    return written if isinstance(found, identifiers.Flaw) else found


def downgrade() -> None:
    """The form before was several; each reads this one."""
