"""who asked for a name or a code

The events that say so are found by what they say.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0031_who_asked"
down_revision = "0030_menus"
branch_labels = None
depends_on = None

_ASKED = sa.text("kind = 'CustomerChecked'")


def upgrade() -> None:
    for name in ("key", "code"):
        op.create_index(
            f"ix_events_asked_{name}",
            "events",
            [sa.text(f"(facts ->> '{name}')"), "kind"],
            sqlite_where=_ASKED,
            postgresql_where=_ASKED,
        )


def downgrade() -> None:
    for name in ("code", "key"):
        op.drop_index(f"ix_events_asked_{name}", table_name="events")
