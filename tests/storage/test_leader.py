"""One process sends and ticks."""

from __future__ import annotations

import asyncio
import subprocess
import sys

import pytest

from storage.engine.database import Database
from storage.engine.errors import InUse
from storage.engine.leader import leadership

HOLD = """
import asyncio, sys
from storage.engine.database import Database
from storage.engine.leader import leadership
async def main():
    leader = leadership(await Database.open(sys.argv[1]))
    await leader.begin()
    print("holds", flush=True)
    await asyncio.sleep(60)
asyncio.run(main())
"""


async def test_a_second_bot_on_the_same_file_is_told_and_may_begin_when_the_first_was_killed(
    sqlite_address: str,
) -> None:
    db = await Database.open(sqlite_address)
    first = await asyncio.create_subprocess_exec(sys.executable, "-c", HOLD, sqlite_address, stdout=subprocess.PIPE)
    try:
        assert first.stdout is not None
        assert await first.stdout.readline() == b"holds\n"
        mine = leadership(db)
        with pytest.raises(InUse, match=r"already running on .*baobei\.db"):
            await mine.begin()
        assert not mine.holds
        await db.read(lambda conn: conn.exec_driver_sql("SELECT 1").scalar_one())  # a tool may come all the same
    finally:
        first.kill()
        await first.communicate()
    await mine.begin()
    assert mine.holds
    await mine.end()
    await db.close()


@pytest.mark.pg
async def test_the_lead_passes_on_when_the_leaders_connection_ends(
    postgres_address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("storage.engine.leader.GRACE", 0.1)
    db = await Database.open(postgres_address)
    first, second = leadership(db), leadership(db)
    await first.begin()
    await second.begin()
    assert (first.holds, second.holds) == (True, False)
    await first.end()
    keeping = asyncio.gather(second.keep())
    async with asyncio.timeout(5):
        while not second.holds:  # noqa: ASYNC110  (the server frees the lock when it notices)
            await asyncio.sleep(0.02)
    assert not first.holds
    keeping.cancel()
    await second.end()
    await db.close()


@pytest.mark.pg
async def test_a_leader_whose_connection_was_cut_takes_the_lead_again(postgres_address: str) -> None:
    db = await Database.open(postgres_address)
    leader = leadership(db)
    await leader.begin()
    assert leader.holds
    # The server carries other tests' databases besides, with locks of their own.
    held = """SELECT pid FROM pg_locks JOIN pg_database ON pg_database.oid = database
        WHERE locktype = 'advisory' AND datname = current_database()"""
    cut = held.replace("pid FROM", "pg_terminate_backend(pid, 1000) FROM")
    await db.transact(lambda conn: conn.exec_driver_sql(cut).all())
    keeping = asyncio.gather(leader.keep())
    async with asyncio.timeout(5):
        while not await db.read(lambda conn: conn.exec_driver_sql(held).all()):  # noqa: ASYNC110  (the same)
            await asyncio.sleep(0.02)
        while not leader.holds:  # noqa: ASYNC110  (the server knows before he has its answer)
            await asyncio.sleep(0.02)
    keeping.cancel()
    await leader.end()
    await db.close()
