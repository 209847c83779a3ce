"""SQLite's error codes → what they mean for the bot and for the operator."""

from __future__ import annotations

import sqlite3
from typing import Final

from sqlalchemy.exc import DBAPIError

from storage.engine.errors import Busy, DiskFull, StorageError, Unusable

_KINDS: Final[dict[int, tuple[type[StorageError], str]]] = {
    sqlite3.SQLITE_BUSY: (Busy, "Another process is writing to the database."),
    sqlite3.SQLITE_LOCKED: (Busy, "Another process is writing to the database."),
    sqlite3.SQLITE_FULL: (DiskFull, "The disk is full; nothing can be stored until there is room again."),
    sqlite3.SQLITE_IOERR: (Unusable, "The disk doesn't answer as it should."),
    sqlite3.SQLITE_CANTOPEN: (Unusable, "The database file can't be opened."),
    sqlite3.SQLITE_READONLY: (Unusable, "The database file may not be written to."),
    sqlite3.SQLITE_PERM: (Unusable, "The database file may not be written to."),
    sqlite3.SQLITE_CORRUPT: (Unusable, "The database file is damaged; restore it from a backup."),
    sqlite3.SQLITE_NOTADB: (Unusable, "The file is not a SQLite database."),
}


def translate(error: DBAPIError) -> StorageError | None:
    """The storage's trouble behind the error, or None when it is the step's own (a constraint, a mistake)."""
    code = getattr(error.orig, "sqlite_errorcode", None)
    if not isinstance(code, int):
        return None
    known = _KINDS.get(code & 0xFF)  # the extended code carries the kind in its low byte
    if known is None:
        return None
    kind, sentence = known
    return kind(f"{sentence} ({error.orig})")
