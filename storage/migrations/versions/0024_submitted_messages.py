"""submitted messages"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0024_submitted_messages"
down_revision = "0023_drafts_of_lists"
branch_labels = None
depends_on = None

MOVED = {
    "sqlite": (
        """INSERT INTO submitted (owner, stamp, became)
           SELECT owner, iif(each.type = 'array', json_extract(each.value, '$[0]'), each.value),
               iif(each.type = 'array', each.value, json_quote(each.value))
           FROM conversations, json_each(state, '$.spent') AS each ORDER BY owner, each.id""",
        "UPDATE conversations SET state = json_remove(state, '$.spent')",
    ),
    "postgresql": (
        """INSERT INTO submitted (owner, stamp, became)
           SELECT owner, CASE jsonb_typeof(one) WHEN 'array' THEN one ->> 0 ELSE one #>> '{}' END, one
           FROM conversations, jsonb_array_elements(coalesce(state -> 'spent', '[]')) WITH ORDINALITY AS each (one, place)
           ORDER BY owner, place""",
        "UPDATE conversations SET state = state - 'spent'",
    ),
}


def upgrade() -> None:
    json = sa.JSON(none_as_null=True).with_variant(postgresql.JSONB(none_as_null=True), "postgresql")
    number = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
    op.create_table(
        "submitted",
        sa.Column("id", number, nullable=False),
        sa.Column("owner", sa.String(length=40), nullable=False),
        sa.Column("stamp", sa.String(length=60), nullable=False),
        sa.Column("became", json, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_submitted")),
    )
    op.create_index("ix_submitted_owner", "submitted", ["owner", "id"])
    for statement in MOVED[op.get_bind().dialect.name]:
        op.execute(statement)


def downgrade() -> None:
    op.drop_table("submitted")
