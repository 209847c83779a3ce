"""Database addresses as operators write them → as SQLAlchemy wants them."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError

from storage.engine.errors import Unusable

_POSTGRES: Final = {"postgresql", "postgres", "postgresql+asyncpg", "postgresql+psycopg", "postgresql+psycopg2"}
_SQLITE: Final = {"sqlite", "sqlite+aiosqlite", "sqlite+pysqlite"}
_EXAMPLES: Final = "write a path (data/baobei.db), sqlite:///data/baobei.db or postgresql://user:password@host/name"


def normalise(address: str) -> URL:
    """A path, `sqlite:…` or `postgresql:…` as a URL whose driver is plain `sqlite` or `postgresql+asyncpg`.

    Raises `Unusable` with a sentence. The password is in the URL: print it by `str(url)`, which hides it.
    """
    if not re.match(r"[a-z][a-z0-9+]+:", address):
        if not address.strip():
            raise Unusable(f"The database address is empty; {_EXAMPLES}.")
        return _sqlite(str(Path(address).expanduser()))
    try:
        url = make_url(address)
    except (ArgumentError, ValueError):
        raise Unusable(f"The database address can't be understood; {_EXAMPLES}.") from None
    if url.drivername in _SQLITE:
        if not url.database or url.database == ":memory:":
            raise Unusable(f"A database in memory would forget everything; {_EXAMPLES}.")
        return _sqlite(url.database)
    if url.drivername in _POSTGRES:
        return _postgres(url)
    raise Unusable(f"{url.drivername} is not a database that is supported; {_EXAMPLES}.")


def is_sqlite(url: URL) -> bool:
    return url.get_backend_name() == "sqlite"


def sqlite_path(url: URL) -> Path:
    """The file of a normalised SQLite URL."""
    if url.database is None:
        raise ValueError(f"not a SQLite file: {url!r}")
    return Path(url.database)


def _sqlite(path: str) -> URL:
    return URL.create("sqlite", database=path)


def _postgres(url: URL) -> URL:
    # libpq calls it sslmode, asyncpg calls it ssl, with the same values; the rest of libpq's words it doesn't know.
    query = {name: value for name, value in url.query.items() if name in {"host", "port", "ssl"}}
    if "sslmode" in url.query:
        query["ssl"] = url.query["sslmode"]
    return url.set(drivername="postgresql+asyncpg", query=query)
