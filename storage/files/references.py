"""Which contents of the file store the database speaks of, whatever for: answers of contracts, half-filled forms, drafts,
what waits in inbox and outbox, jobs, announcements, the record of who read what.

Every column of JSON of every table is looked through, so a new table needs no word here. It takes as long as it takes: a
walk by primary key in short reads, beside everybody.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import Sequence
from functools import partial
from typing import Final

from sqlalchemy import JSON, Column, ColumnElement, Connection, String, Table, and_, cast, or_, select

from storage import tables
from storage.engine.database import Database
from storage.engine.metadata import metadata

ROWS: Final = 500
PAUSE: Final = 0.01
"""Seconds between two reads: nobody waits for this."""
_HASH: Final = re.compile(r"(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])")


async def referred(db: Database) -> set[str]:
    """Every hash that stands in a column of JSON. What moves from one table to another meanwhile may be missed: whoever
    removes something asks twice, with time between."""
    found: set[str] = set()
    for table, columns in _columns():
        place: tuple[object, ...] | None = None
        while True:
            hashes, place = await db.read(partial(_batch, table, columns, place))
            found |= hashes
            if place is None:
                break
            await asyncio.sleep(PAUSE)
    return found


def _columns() -> list[tuple[Table, Sequence[Column[object]]]]:
    assert tables.MATTERS  # whose import has filled the metadata
    found = [
        (each, [column for column in each.columns if isinstance(column.type, JSON)]) for each in metadata.sorted_tables
    ]
    return [(table, columns) for table, columns in found if columns]


def _batch(
    table: Table, columns: Sequence[Column[object]], after: tuple[object, ...] | None, conn: Connection
) -> tuple[set[str], tuple[object, ...] | None]:
    """The hashes of some rows, and where to go on."""
    key = list(table.primary_key.columns)
    words = [cast(column, String) for column in columns]
    query = select(*key, *words).order_by(*key).limit(ROWS)
    if after is not None:
        query = query.where(_beyond(key, after))
    rows = conn.execute(query).all()
    hashes = {each for row in rows for text in row[len(key) :] if text for each in _HASH.findall(text)}
    return hashes, tuple(rows[-1][: len(key)]) if len(rows) == ROWS else None


def _beyond(key: Sequence[Column[object]], after: Sequence[object]) -> ColumnElement[bool]:
    """Rows behind that key, in the order of its columns."""
    return or_(
        *(
            and_(*(column == value for column, value in zip(key[:at], after[:at], strict=True)), key[at] > after[at])
            for at in range(len(key))
        )
    )
