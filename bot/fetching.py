"""A file that an update carries, fetched into the content store before the update's step; failure is an outcome too."""

from __future__ import annotations

import asyncio
import logging
import tempfile
from pathlib import Path
from typing import Protocol

from bot.driver import Driver
from bot.patience import Patience
from bot.telegram import DOWNLOAD_LIMIT, Carried, TooBig
from dialogs.core.said import Failed, Stored
from notifications.messenger import Failure, Gone, Rejected

log = logging.getLogger(__name__)

TRIES = 3


class Keep(Protocol):
    """The content store: copies the file at a path. Raises what the storage raises."""

    async def __call__(self, path: Path, name: str) -> Stored: ...


async def fetch(driver: Driver, keep: Keep, file: Carried, patience: Patience) -> Stored | Failed:
    """What came of it. Only a line that breaks is tried again, three times in all."""
    if file.size is not None and file.size > DOWNLOAD_LIMIT:
        return Failed("too_big", file.name)
    for attempt in range(1, TRIES + 1):
        try:
            return await _once(driver, keep, file)
        except TooBig:
            return Failed("too_big", file.name)
        except (Gone, Rejected) as error:
            log.warning("a person's file can't be had: %s", error)
            return Failed("gone", file.name)
        except Failure as error:
            log.warning("a person's file didn't come (try %d of %d): %s", attempt, TRIES, error)
            if attempt < TRIES:
                await asyncio.sleep(patience.after(error))
    return Failed("network", file.name)


async def _once(driver: Driver, keep: Keep, file: Carried) -> Stored | Failed:
    with tempfile.NamedTemporaryFile(prefix="baobei-") as into:
        size = await driver.download(file.file_id, into)
        into.flush()
        return await keep(Path(into.name), file.name) if size else Failed("empty", file.name)
