"""How much a person has sent on a day: numbers of files and of bytes, whatever came of them."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Connection

from storage.records import counters

PREFIX = "files."


def count(conn: Connection, person: int, day: date, size: int) -> None:
    """One file more, of so many bytes. Counters of other days go."""
    today = f"{PREFIX}{day:%Y%m%d}."
    if counters.count_up(conn, f"{today}{person}.n") == 1:
        counters.forget(conn, PREFIX, today)
    counters.add(conn, f"{today}{person}.b", size)


def used(conn: Connection, person: int, day: date) -> tuple[int, int]:
    """Files and bytes."""
    today = f"{PREFIX}{day:%Y%m%d}.{person}"
    return counters.read(conn, f"{today}.n"), counters.read(conn, f"{today}.b")
