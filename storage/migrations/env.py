"""Alembic's door: migrates on the connection that `storage.migrate` hands over, inside its transaction."""

from __future__ import annotations

from alembic import context

import storage.tables  # noqa: F401  (fills the metadata)
from storage.engine.metadata import metadata
from storage.migrations.render import render_item

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,  # SQLite changes a table by copying it
    render_item=render_item,
    compare_type=True,
    transactional_ddl=True,  # on SQLite too, since BEGIN is ours
)
with context.begin_transaction():
    context.run_migrations()
