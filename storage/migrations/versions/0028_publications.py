"""publications: documents of the vendor's, and who fetched them"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0028_publications"
down_revision = "0027_threads"
branch_labels = None
depends_on = None


def upgrade() -> None:
    json = sa.JSON(none_as_null=True).with_variant(postgresql.JSONB(none_as_null=True), "postgresql")
    moment = sa.DateTime(timezone=True)
    op.create_table(
        "publications",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("author_id", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(length=60), nullable=False),
        sa.Column("file", json, nullable=True),
        sa.Column("link", sa.String(length=500), nullable=True),
        sa.Column("audience", json, nullable=False),
        sa.Column("valid_until", sa.Date(), nullable=True),
        sa.Column("created_at", moment, nullable=False),
        sa.Column("withdrawn_at", moment, nullable=True),
        sa.Column("replaces_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["author_id"], ["accounts.id"], name=op.f("fk_publications_author_id_accounts")),
        sa.ForeignKeyConstraint(
            ["replaces_id"], ["publications.id"], name=op.f("fk_publications_replaces_id_publications")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_publications")),
    )
    current = sa.text("withdrawn_at IS NULL")
    op.create_index("ix_publications_current", "publications", ["id"], sqlite_where=current, postgresql_where=current)
    op.create_table(
        "publication_fetches",
        sa.Column("publication_id", sa.Integer(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("at", moment, nullable=False),
        sa.ForeignKeyConstraint(
            ["publication_id"], ["publications.id"], name=op.f("fk_publication_fetches_publication_id_publications")
        ),
        sa.ForeignKeyConstraint(
            ["account_id"], ["accounts.id"], name=op.f("fk_publication_fetches_account_id_accounts")
        ),
        sa.PrimaryKeyConstraint("publication_id", "account_id", name=op.f("pk_publication_fetches")),
    )
    with op.batch_alter_table("announcements") as batch:
        batch.add_column(sa.Column("publication_id", sa.Integer(), nullable=True))
        batch.create_foreign_key(
            op.f("fk_announcements_publication_id_publications"), "publications", ["publication_id"], ["id"]
        )


def downgrade() -> None:
    with op.batch_alter_table("announcements") as batch:
        batch.drop_constraint(op.f("fk_announcements_publication_id_publications"), type_="foreignkey")
        batch.drop_column("publication_id")
    op.drop_table("publication_fetches")
    op.drop_table("publications")
