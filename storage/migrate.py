"""Bring a database to the schema of this version.

    await upgrade("data/baobei.db")      # at the start of the bot, or `baobei migrate`
    python -m storage.migrate revision "orders"       # for developers: writes the next migration from the tables

Each call holds the database's own lock (SQLite: BEGIN IMMEDIATE, PostgreSQL: an advisory lock), so processes that start
together migrate once, and is one transaction: a migration that fails leaves the schema as it was.
"""

from __future__ import annotations

import asyncio
import logging
import sys
import tempfile
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, inspect, text
from sqlalchemy.engine import URL
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import create_async_engine
from sqlalchemy.pool import NullPool

from storage.engine import private
from storage.engine.dialect import is_postgres
from storage.engine.errors import StorageError, Unusable
from storage.engine.locks import exclusively
from storage.engine.postgres_errors import judge
from storage.engine.sqlite import writing_engine
from storage.engine.sqlite_errors import translate
from storage.engine.urls import is_sqlite, normalise, sqlite_path

log = logging.getLogger(__name__)
T = TypeVar("T")
PATIENCE = 600.0
"""Seconds that a process waits while another one migrates the same file: a large one takes minutes."""


@cache
def head() -> str:
    """The newest revision that this version knows."""
    newest = ScriptDirectory.from_config(_config()).get_current_head()
    if newest is None:
        raise RuntimeError("the migrations are missing from the package")
    return newest


async def current(address: str) -> str | None:
    """The revision of a database, None for an empty one."""
    return await _on(normalise(address), _current)


async def upgrade(address: str, to: str = "head") -> bool:
    """Migrate up; whether there was anything to do. Raises `Unusable` for a database that a later version has migrated."""
    return await _on(normalise(address), lambda conn: _move(conn, to, command.upgrade))


async def downgrade(address: str, to: str) -> bool:
    """Migrate down, to "base" for an empty database. Loses what later columns held."""
    return await _on(normalise(address), lambda conn: _move(conn, to, command.downgrade))


def write_revision(message: str, folder: Path | None = None) -> Path:
    """Write the migration from what the history makes of an empty database to what the tables say."""
    with tempfile.TemporaryDirectory() as scratch:
        url = normalise(str(Path(scratch) / "scratch.db"))
        return _on_sqlite(url, lambda conn: _autogenerate(conn, message, folder))


def _config(conn: Connection | None = None) -> Config:
    # Not from pyproject.toml: an installed wheel has none.
    config = Config()
    config.set_main_option("script_location", "storage:migrations")
    config.set_main_option("file_template", "%%(rev)s")
    config.attributes["connection"] = conn
    return config


def _current(conn: Connection) -> str | None:
    if not inspect(conn).has_table("alembic_version"):
        return None
    found: str | None = conn.exec_driver_sql("SELECT version_num FROM alembic_version").scalar()
    return found


def _move(conn: Connection, to: str, how: Callable[[Config, str], None]) -> bool:
    before = _current(conn)
    if before == head() and to == "head":
        return False  # the usual start, which needn't read every migration
    config = _config(conn)
    known = {script.revision for script in ScriptDirectory.from_config(config).walk_revisions()}
    if before is not None and before not in known:
        raise Unusable(f"The database was made by a later version (revision {before}); install that one.")
    how(config, to)
    after = _current(conn)
    if before != after:
        log.info("Schema migrated from %s to %s", before or "nothing", after or "nothing")
    return before != after


def _autogenerate(conn: Connection, message: str, folder: Path | None) -> Path:
    config = _config(conn)
    command.upgrade(config, "head")
    hooks = {
        "hooks": "sort, format",
        "sort.type": "module",
        "sort.module": "ruff",
        "sort.options": "check --fix --quiet REVISION_SCRIPT_FILENAME",
        "format.type": "module",
        "format.module": "ruff",
        "format.options": "format --quiet REVISION_SCRIPT_FILENAME",
    }
    for name, value in hooks.items():
        config.set_section_option("post_write_hooks", name, value)
    count = sum(1 for _ in ScriptDirectory.from_config(config).walk_revisions())
    made: Any = command.revision(
        config,
        message,
        autogenerate=True,
        rev_id=f"{count + 1:04}_{message.replace(' ', '_')}",
        version_path=None if folder is None else str(folder),
    )
    return Path(made.path)


# --- on a connection of its own -------------------------------------------------------------------------------------


async def _on(url: URL, step: Callable[[Connection], T]) -> T:
    if is_sqlite(url):
        return await asyncio.to_thread(_on_sqlite, url, step)
    return await _on_postgres(url, step)


def _on_sqlite(url: URL, step: Callable[[Connection], T]) -> T:
    # Foreign keys are off meanwhile: copying a table drops the old one, which would take its children along.
    private.database(sqlite_path(url))
    engine = writing_engine(url, foreign_keys=False, busy_timeout=PATIENCE)
    try:
        with engine.begin() as conn:
            result = step(conn)
            broken = conn.execute(text("PRAGMA foreign_key_check")).all()
            if broken:
                raise Unusable(f"The migration would break references: {broken[:5]}")
            return result
    except DBAPIError as error:
        raise translate(error) or error from error
    finally:
        engine.dispose()


async def _on_postgres(url: URL, step: Callable[[Connection], T]) -> T:
    engine = create_async_engine(url, poolclass=NullPool, hide_parameters=True)
    try:
        async with engine.begin() as conn:
            return await conn.run_sync(_alone, step)
    except (DBAPIError, OSError) as error:
        trouble: StorageError | None = judge(error)
        raise trouble or error from error
    finally:
        await engine.dispose()


def _alone(conn: Connection, step: Callable[[Connection], T]) -> T:
    if is_postgres(conn):
        exclusively(conn, "migration")
    return step(conn)


def main(args: list[str]) -> int:
    match args:
        case ["revision", message]:
            sys.stdout.write(f"{write_revision(message)}\n")
        case ["upgrade", address]:
            sys.stdout.write(f"{'migrated' if asyncio.run(upgrade(address)) else 'nothing to do'}\n")
        case _:
            sys.stderr.write("python -m storage.migrate revision WORDS | upgrade ADDRESS\n")
            return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
