"""Folders and files that only the bot's own user may read, whatever the umask says."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from typing import Final

FOLDER: Final = 0o700
FILE: Final = 0o600
BESIDE: Final = ("", "-wal", "-shm")
"""What SQLite keeps of a database; the last two get the rights of the first when it makes them."""


def folder(path: Path) -> Path:
    """One of our own: made, or closed to others if it is there. A stranger's that we may only write to stays as it is."""
    path.mkdir(parents=True, exist_ok=True, mode=FOLDER)
    _close(path, FOLDER)
    return path


def database(path: Path) -> None:
    """A SQLite file, made or closed to others before anything is written. Its folder may be somebody else's.

    By name, never by opening what is there: closing a file takes away the locks that SQLite holds on it in this process.
    """
    path.parent.mkdir(parents=True, exist_ok=True, mode=FOLDER)
    with suppress(FileExistsError):
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, FILE))
    for ending in BESIDE:
        _close(path.with_name(path.name + ending), FILE)


def open_to_others(path: Path) -> bool:
    return bool(path.stat().st_mode & 0o077)


def _close(path: Path, mode: int) -> None:
    with suppress(FileNotFoundError, PermissionError):
        if open_to_others(path):
            path.chmod(mode)
