"""`baobei backup FILE`: a whole copy of a SQLite database while the bot works. PostgreSQL has tools of its own."""

from __future__ import annotations

import asyncio
from pathlib import Path

from bot.clock import Clock
from bot.settings import Settings
from storage.engine.database import Database
from storage.engine.urls import is_sqlite, normalise, sqlite_path
from storage.records import standing


class CannotCopy(Exception):
    """The text tells the operator why, and what to do instead."""


async def backup(settings: Settings, file: Path) -> str:
    """Returns what to tell of it. Raises `CannotCopy`."""
    target = await asyncio.to_thread(_target, settings, file)
    db = await Database.open(settings.database_url)
    try:
        await db.backup(target)
        await db.transact(lambda conn: standing.note(conn, standing.BACKED_UP, Clock(settings.clock_offset).now()))
    except OSError as error:
        raise CannotCopy(f"{target} can't be written: {error.strerror or error}") from error
    finally:
        await db.close()
    size = (await asyncio.to_thread(target.stat)).st_size / 1e6
    return f"{target}: {size:.1f} MB, whole. What people sent lies in {settings.data / 'files'}: copy that too."


def _target(settings: Settings, file: Path) -> Path:
    """Where the copy goes, once it is clear that there can be one."""
    url = normalise(settings.database_url)
    if not is_sqlite(url):
        raise CannotCopy(
            "PostgreSQL is copied by its own tools: pg_dump --format=custom --file=FILE URL, and pg_restore back."
        )
    source, target = sqlite_path(url), file.resolve()
    if not source.exists():
        raise CannotCopy(f"There is no database at {source} yet.")
    if target == source.resolve():
        raise CannotCopy("That is the database itself: name another file.")
    return target
