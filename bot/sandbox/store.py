"""The sandbox's memory across restarts: JSON documents in one SQLite file, written behind, a few times a second.

A demo that is killed loses at most the last moment; ids jump ahead on loading, so that none is ever given twice.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

Dump = Callable[[], object]


class Store:
    """`file` None keeps nothing, for tests in process."""

    def __init__(self, file: Path | None) -> None:
        self._dirty: dict[tuple[str, str], Dump | None] = {}
        self._db: sqlite3.Connection | None = None
        if file is not None:
            file.parent.mkdir(parents=True, exist_ok=True)
            self._db = sqlite3.connect(file)
            self._db.execute("PRAGMA journal_mode=WAL")
            self._db.execute("PRAGMA synchronous=NORMAL")
            self._db.execute(
                "CREATE TABLE IF NOT EXISTS document (kind TEXT, key TEXT, body TEXT NOT NULL, PRIMARY KEY (kind, key))"
            )

    def put(self, kind: str, key: object, dump: Dump) -> None:
        """`dump` is called at the next flush: many changes of one document cost one writing."""
        if self._db is not None:
            self._dirty[kind, str(key)] = dump

    def drop(self, kind: str, key: object) -> None:
        if self._db is not None:
            self._dirty[kind, str(key)] = None

    def load(self, kind: str) -> list[tuple[str, Any]]:
        if self._db is None:
            return []
        rows = self._db.execute("SELECT key, body FROM document WHERE kind = ? ORDER BY rowid", (kind,))
        return [(key, json.loads(body)) for key, body in rows]

    def flush(self) -> None:
        if self._db is None or not self._dirty:
            return
        dirty, self._dirty = self._dirty, {}
        gone = [identity for identity, dump in dirty.items() if dump is None]
        kept = [(*identity, json.dumps(dump(), ensure_ascii=False)) for identity, dump in dirty.items() if dump]
        with self._db:
            self._db.executemany("DELETE FROM document WHERE kind = ? AND key = ?", gone)
            self._db.executemany(
                "INSERT INTO document VALUES (?, ?, ?) ON CONFLICT (kind, key) DO UPDATE SET body = excluded.body", kept
            )

    def close(self) -> None:
        self.flush()
        if self._db is not None:
            self._db.close()
            self._db = None
