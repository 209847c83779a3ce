"""A file that an update carries, fetched into the content store before the update's step; failure is an outcome too."""

from __future__ import annotations

import asyncio
import logging
import tempfile
from functools import partial
from pathlib import Path

from bot.drivers.driver import Driver
from bot.drivers.patience import Patience
from bot.drivers.telegram import DOWNLOAD_LIMIT, Carried, TooBig
from dialogs.core.inputs import Failed, Stored
from notifications.parsing import Unreadable, parsed_beside
from notifications.sending.messenger import Failure, Gone, Rejected
from storage.files import spreadsheets
from storage.files.store import FileStore

log = logging.getLogger(__name__)

TRIES = 3
CHUNK = 1 << 16


async def fetch(driver: Driver, files: FileStore, file: Carried, patience: Patience) -> Stored | Failed:
    """What came of it. Only a line that breaks is tried again, three times in all; a disk of ours that is full is told like any other reason."""
    if file.size is not None and file.size > DOWNLOAD_LIMIT:
        return Failed("too_big", file.name)
    for attempt in range(1, TRIES + 1):
        try:
            return await _once(driver, files, file)
        except OSError as error:
            log.error("a person's file can't be kept: %s", error)
            return Failed("no_room", file.name)
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


async def _once(driver: Driver, files: FileStore, file: Carried) -> Stored | Failed:
    with tempfile.TemporaryFile() as half:
        if not await driver.download(file.file_id, half):
            return Failed("empty", file.name)
        half.seek(0)
        kept = await asyncio.to_thread(files.keep, iter(partial(half.read, CHUNK), b""))
    path = files.path(kept.sha256)
    try:
        wrong = await parsed_beside("storage.files.inspection:flaw", path, kept.type, file.name)
    except Unreadable as error:
        log.warning("a person's file can't be looked into: %s", error)
        wrong = "bomb" if error.over else "broken"
    if wrong is not None:
        return Failed(wrong, file.name)
    return Stored(kept.sha256, kept.type, kept.size, file.name, await _text(path, kept.type))


async def _text(path: Path, type_: str) -> str:
    """What a form that was filled in at a computer says; a workbook that can't be read just says nothing."""
    if type_ != spreadsheets.TYPE:
        return ""
    try:
        return str(await parsed_beside("storage.files.spreadsheets:text", path))
    except Unreadable as error:
        log.warning("a person's workbook can't be read as text: %s", error)
        return ""
