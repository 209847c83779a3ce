"""corrections have numbers"""

from __future__ import annotations

from collections import Counter

import sqlalchemy as sa
from alembic import op

revision = "0005_corrections_have_numbers"
down_revision = "0004_reports_that_queue"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("corrections", schema=None) as batch_op:
        batch_op.add_column(sa.Column("number", sa.String(length=20), nullable=True))
    _number()
    with op.batch_alter_table("corrections", schema=None) as batch_op:
        batch_op.alter_column("number", existing_type=sa.String(length=20), nullable=False)
        batch_op.create_unique_constraint(batch_op.f("uq_corrections_number"), ["number"])


def _number() -> None:
    """Those that stand, in their order, each of its year; the next one goes on from there."""
    conn, last = op.get_bind(), Counter[str]()
    for row in conn.execute(sa.text("SELECT id, created_at FROM corrections ORDER BY id")).all():
        name = f"GZ-{str(row.created_at)[:4]}"
        last[name] += 1
        values = {"id": row.id, "number": f"{name}-{last[name]:05}"}
        conn.execute(sa.text("UPDATE corrections SET number = :number WHERE id = :id"), values)
    for name, count in last.items():
        conn.execute(sa.text("INSERT INTO counters (name, last) VALUES (:name, :last)"), {"name": name, "last": count})


def downgrade() -> None:
    op.execute("DELETE FROM counters WHERE name LIKE 'GZ-%'")
    with op.batch_alter_table("corrections", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("uq_corrections_number"), type_="unique")
        batch_op.drop_column("number")
