"""projects are listed over all customers"""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

from domain.base.searching import find_text
from domain.products.mcus import model_key
from storage.engine.metadata import Json

revision = "0016_projects_in_lists"
down_revision = "0015_messages_of_order_cards"
branch_labels = None
depends_on = None

_PROJECTS = sa.table(
    "projects",
    sa.column("id", sa.Integer),
    sa.column("told", Json),
    sa.column("domain", sa.String),
    sa.column("model", sa.String),
    sa.column("find", sa.Text),
)
A_BATCH = 1000


def upgrade() -> None:
    op.add_column("projects", sa.Column("domain", sa.String(60), nullable=False, server_default=""))
    op.add_column("projects", sa.Column("model", sa.String(60), nullable=False, server_default=""))
    op.add_column("projects", sa.Column("find", sa.Text(), nullable=False, server_default=""))
    conn, last = op.get_bind(), 0
    this = sa.update(_PROJECTS).where(_PROJECTS.c.id == sa.bindparam("project"))
    filled = this.values(
        domain=sa.bindparam("first_level"), model=sa.bindparam("folded"), find=sa.bindparam("found_by")
    )
    while rows := conn.execute(
        sa.select(_PROJECTS.c.id, _PROJECTS.c.told).where(_PROJECTS.c.id > last).order_by(_PROJECTS.c.id).limit(A_BATCH)
    ).all():
        conn.execute(filled, [{"project": row.id, **_listed(row.told)} for row in rows])
        last = rows[-1].id
    op.create_index(
        "ix_projects_listed",
        "projects",
        ["customer_id", "stage", "domain", "model", "milestone_on", "changed_at", "gone"],
    )


def _listed(told: dict[str, Any]) -> dict[str, str]:
    return {
        "first_level": told["domain"].split(" · ")[0][:60],
        "folded": model_key(told["mcu"])[:60],
        "found_by": find_text(told["name"], told["mcu"]),
    }


def downgrade() -> None:
    op.drop_index("ix_projects_listed", "projects")
    with op.batch_alter_table("projects") as batch:
        batch.drop_column("find")
        batch.drop_column("model")
        batch.drop_column("domain")
