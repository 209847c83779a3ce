"""What others would do: each answers a typed name with the ids of the five nearest names."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from pathlib import Path
from typing import Protocol
from zlib import crc32

from rapidfuzz import fuzz, process
from sqlalchemy import Connection, text

from benchmarks.names.engines import Postgres
from domain.names.text import same_key


class Peer(Protocol):
    name: str

    def nearest(self, typed: str) -> list[int]: ...


class FullScan:
    """All names in memory, compared one by one with rapidfuzz's `ratio`."""

    name = "full scan"

    def __init__(self, known: Sequence[str]) -> None:
        self.keys = [same_key(name) for name in known]

    def nearest(self, typed: str) -> list[int]:
        found = process.extract(same_key(typed), self.keys, scorer=fuzz.ratio, limit=5)
        return [index + 1 for _, _, index in found]


class Fts5:
    """SQLite's full text search with the trigram tokenizer: OR of all trigrams, ranked by bm25."""

    name = "FTS5"

    def __init__(self, folder: Path, known: Sequence[str]) -> None:
        self.db = sqlite3.connect(folder / "fts.db")
        self.db.execute("CREATE VIRTUAL TABLE fts USING fts5(name, tokenize = 'trigram')")
        rows = ((i, same_key(name)) for i, name in enumerate(known, 1))
        with self.db:
            self.db.executemany("INSERT INTO fts (rowid, name) VALUES (?, ?)", rows)

    def nearest(self, typed: str) -> list[int]:
        key = same_key(typed)
        wanted = " OR ".join(f'"{key[i : i + 3]}"' for i in range(len(key) - 2))
        if not wanted:
            return []
        found = self.db.execute("SELECT rowid FROM fts WHERE fts MATCH ? ORDER BY bm25(fts) LIMIT 5", (wanted,))
        return [row for (row,) in found]


class Like:
    """`LIKE '%typed%'`, what most address books do."""

    name = "LIKE"

    def __init__(self, path: Path) -> None:
        self.db = sqlite3.connect(path)

    def nearest(self, typed: str) -> list[int]:
        found = self.db.execute("SELECT id FROM names WHERE raw LIKE '%' || ? || '%' LIMIT 5", (typed,))
        return [row for (row,) in found]


def _trigrams(name: str) -> list[int]:
    padded = f"  {same_key(name)} "
    return sorted({crc32(padded[i : i + 3].encode()) - 0x80000000 for i in range(len(padded) - 2)})


class Trigrams:
    """What pg_trgm does, on a server without extensions: a GIN index over each name's trigrams, those that share at least
    0.3 of them, by the share (Jaccard)."""

    name = "trigrams (GIN)"

    def __init__(self, server: Postgres, known: Sequence[str]) -> None:
        self.server = server
        server.write(lambda conn: self._build(conn, known))

    def _build(self, conn: Connection, known: Sequence[str]) -> None:
        conn.execute(text("CREATE TABLE trigrams (id integer PRIMARY KEY, grams integer[] NOT NULL)"))
        for start in range(0, len(known), 20_000):
            rows = [
                {"id": start + i, "grams": _trigrams(name)} for i, name in enumerate(known[start : start + 20_000], 1)
            ]
            conn.execute(text("INSERT INTO trigrams VALUES (:id, :grams)"), rows)
        conn.execute(text("CREATE INDEX ON trigrams USING gin (grams)"))

    def nearest(self, typed: str) -> list[int]:
        return self.server.read(lambda conn: self._query(conn, _trigrams(typed)))

    def _query(self, conn: Connection, grams: list[int]) -> list[int]:
        query = text(
            "SELECT id FROM (SELECT id, shared * 1.0 / (cardinality(grams) + :count - shared) AS likeness FROM"
            " (SELECT id, grams, (SELECT count(*) FROM unnest(grams) g WHERE g = ANY(CAST(:grams AS integer[]))) AS shared"
            " FROM trigrams WHERE grams && CAST(:grams AS integer[])) AS found) AS ranked"
            " WHERE likeness >= 0.3 ORDER BY likeness DESC, id LIMIT 5"
        )
        return list(conn.execute(query, {"grams": grams, "count": len(grams)}).scalars())
