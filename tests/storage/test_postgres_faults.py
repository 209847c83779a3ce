"""What only a server can do to us: cut the line, let another win, go away and come back."""

from __future__ import annotations

import asyncio
import shutil
import tempfile
from pathlib import Path
from typing import Any

import asyncpg
import pytest
from sqlalchemy import Connection, text
from sqlalchemy.dialects.postgresql.asyncpg import AsyncAdapt_asyncpg_dbapi
from sqlalchemy.exc import InternalError

from storage.chat import outbox
from storage.engine.database import Database
from storage.engine.errors import Away, Busy, StorageError, Unusable
from storage.engine.leader import leadership
from storage.engine.postgres_errors import judge
from storage.migrate import upgrade
from tests.databases import NOW, start_postgres
from tests.storage.test_door import names, put

pytestmark = pytest.mark.pg

RAISE = "DO $$ BEGIN RAISE EXCEPTION 'once' USING ERRCODE = '{state}'; END $$"


class Once:
    """A step that meets trouble the first time only."""

    def __init__(self, trouble: str) -> None:
        self.trouble = trouble
        self.runs = 0

    def __call__(self, conn: Connection) -> str:
        put("mine")(conn)
        self.runs += 1
        if self.runs == 1:
            conn.execute(text(self.trouble))
        return "done"


@pytest.mark.parametrize(
    "trouble",
    [RAISE.format(state="40001"), RAISE.format(state="40P01"), "SELECT pg_terminate_backend(pg_backend_pid())"],
    ids=["serialization failure", "deadlock", "cut connection"],
)
async def test_a_step_of_which_nothing_was_committed_is_run_again(postgres_address: str, trouble: str) -> None:
    db = await Database.open(postgres_address)
    step = Once(trouble)
    assert await db.transact(step) == "done"
    assert step.runs == 2
    assert await db.read(names) == ["mine"]
    await db.close()


async def test_who_loses_again_and_again_is_told(postgres_address: str) -> None:
    db = await Database.open(postgres_address)
    with pytest.raises(Busy, match="3 times"):
        await db.transact(lambda conn: conn.execute(text(RAISE.format(state="40001"))).rowcount)
    await db.close()


async def test_idle_connections_that_were_cut_are_noticed_before_use(postgres_address: str) -> None:
    db = await Database.open(postgres_address)
    await asyncio.gather(*(db.transact(put(f"{number}")) for number in range(5)))
    others = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
    await db.transact(lambda conn: conn.execute(text(others)).all())
    await asyncio.gather(*(db.transact(put(f"again {number}")) for number in range(5)))
    assert len(await db.read(names)) == 10
    await db.close()


async def test_a_server_that_hangs_up_amid_the_greeting_ends_neither_the_lead_nor_a_step() -> None:
    async def hang_up(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read(8)
        writer.write(b"N")  # no TLS; what comes next never does
        await writer.drain()
        await reader.read(200)
        writer.write(b"R\x00\x00\x00\x08\x00\x00\x00\x00Z\x00\x00")
        await writer.drain()
        writer.close()

    server = await asyncio.start_server(hang_up, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    db = await Database.open(f"postgresql://nobody@127.0.0.1:{port}/nothing", patience=0.5)
    lead = leadership(db)
    await lead.begin()
    assert not lead.holds
    with pytest.raises(Away):
        await db.transact(put("never"))
    await lead.end()
    await db.close()
    server.close()


def _amid_a_statement() -> InternalError:
    """As SQLAlchemy hands it on: seen when a process that had been stopped went on amid its first statement."""
    of_the_adapter: Any = AsyncAdapt_asyncpg_dbapi.InternalServerError
    adapted = of_the_adapter("cannot switch to state 15; another operation (2) is in progress")
    adapted.__cause__ = asyncpg.InternalClientError(str(adapted))
    return InternalError(None, None, adapted)


@pytest.mark.parametrize(
    "error",
    [asyncpg.InternalClientError("unexpected"), asyncpg.InterfaceError("closed"), OSError(), _amid_a_statement()],
    ids=lambda error: type(error).__name__,
)
def test_whatever_a_broken_line_makes_the_driver_raise_is_a_server_that_is_away(error: Exception) -> None:
    assert isinstance(judge(error), Away)


async def test_a_replica_hears_what_another_committed(postgres_address: str) -> None:
    mine, theirs = await Database.open(postgres_address), await Database.open(postgres_address)
    heard = asyncio.Event()
    theirs.after_commit("outbox", heard.set)
    async with asyncio.TaskGroup() as tasks:
        listening = tasks.create_task(theirs.listen())
        while not heard.is_set():  # listening begins at some moment
            await mine.transact(lambda conn: outbox.note(conn, 1, {"screen": {}}, NOW))
            await asyncio.sleep(0.02)
        listening.cancel()
    await mine.close()
    await theirs.close()


async def test_a_wrong_name_or_an_absent_server_is_told_in_a_sentence(postgres: Any, tmp_path: Path) -> None:
    db = await Database.open(postgres.get_uri(database="no_such_database"))
    with pytest.raises(Unusable, match="no_such_database"):
        await db.transact(names)
    await db.close()
    db = await Database.open(f"postgresql://postgres@/postgres?host={tmp_path}", patience=0.1)
    with pytest.raises(Away, match="can't be reached"):
        await db.transact(names)
    await db.close()


async def test_a_backup_of_postgres_is_the_servers_own_business(postgres_address: str, tmp_path: Path) -> None:
    db = await Database.open(postgres_address)
    with pytest.raises(StorageError, match="pg_dump"):
        await db.backup(tmp_path / "x")
    await db.close()


async def test_work_goes_on_when_the_server_was_restarted() -> None:
    folder = Path(tempfile.mkdtemp(prefix="baobei-"))
    server = await asyncio.to_thread(start_postgres, folder)
    try:
        await upgrade(server.get_uri())
        db = await Database.open(server.get_uri())
        await db.transact(put("before"))
        await asyncio.to_thread(server.stop)
        waiting = asyncio.gather(*(db.transact(put(f"meanwhile {number}")) for number in range(3)))
        await asyncio.sleep(0.3)
        assert not waiting.done()
        await asyncio.to_thread(server.ensure_postgres_running)
        await waiting
        assert await db.read(names) == ["before", "meanwhile 0", "meanwhile 1", "meanwhile 2"]
        await db.close()
    finally:
        await asyncio.to_thread(server.cleanup)
        shutil.rmtree(folder, ignore_errors=True)
