"""Once a day, by whoever leads: contents that nothing refers to any more, and halves of fetches, are thrown away.

In two steps, a day or more apart: first aside, where it is still found, then away. So it doesn't matter what a step refers to
while the tables are looked through, nor how many replicas there are. Absent: contents that are old, but referred to.
"""

from __future__ import annotations

import asyncio
import logging
from contextlib import suppress
from typing import Final

from storage.engine.database import Database
from storage.engine.errors import StorageError
from storage.files import references
from storage.files.store import FileStore

log = logging.getLogger(__name__)

EVERY: Final = 86400.0
FIRST: Final = 600.0
"""Seconds after the start: there is more urgent work at first."""


class Sweeping:
    """Beside everybody else's work; its trouble is told and tried again the next day."""

    def __init__(self, db: Database, files: FileStore) -> None:
        self._db = db
        self._files = files
        self._task: asyncio.Task[None] | None = None
        self._due = asyncio.get_running_loop().time() + FIRST

    def nudge(self) -> None:
        """Begin if a day has gone by."""
        present = asyncio.get_running_loop().time()
        if present >= self._due and (self._task is None or self._task.done()):
            self._due = present + EVERY
            self._task = asyncio.get_running_loop().create_task(self._safely())

    async def stop(self) -> None:
        if self._task is not None:
            self._task.cancel()
            with suppress(asyncio.CancelledError):
                await self._task

    async def _safely(self) -> None:
        try:
            await sweep(self._db, self._files)
        except (OSError, StorageError) as error:
            log.error("what isn't needed stays for today: %s", error)
        except Exception:
            log.exception("what isn't needed stays for today")


async def sweep(db: Database, files: FileStore) -> tuple[int, int]:
    """How many contents went aside, and how many away."""
    halves = await asyncio.to_thread(files.sweep)
    referred = await references.referred(db)
    away = await asyncio.to_thread(files.remove_aside, referred)
    aside = await asyncio.to_thread(files.set_aside, referred)
    if halves or away or aside:
        log.info("not needed: %d halves and %d contents removed, %d contents put aside", halves, away, aside)
    return aside, away
