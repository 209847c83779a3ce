"""The one door: atomic, durable when it returns, waiting for what passes and telling what doesn't."""

from __future__ import annotations

import asyncio
import sqlite3
import threading
import time
from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, delete, event, insert, text
from sqlalchemy.exc import DBAPIError, IntegrityError

from storage.chat import outbox
from storage.engine.database import Database
from storage.engine.errors import Busy, DiskFull, StorageError, Unusable
from storage.records import counters, deployment
from storage.tables.forecast import forecast_closings
from tests.databases import NOW


def put(name: str, last: int = 1) -> Callable[[Connection], None]:
    def step(conn: Connection) -> None:
        conn.execute(text("INSERT INTO counters (name, last) VALUES (:name, :last)"), {"name": name, "last": last})

    return step


def names(conn: Connection) -> list[str]:
    return list(conn.execute(text("SELECT name FROM counters ORDER BY name")).scalars())


async def test_a_step_that_raises_leaves_nothing_and_its_error_comes_out(db: Database) -> None:
    def step(conn: Connection) -> None:
        put("half")(conn)
        raise KeyError("my own")

    with pytest.raises(KeyError, match="my own"):
        await db.transact(step)
    assert await db.read(names) == []


@pytest.mark.parametrize("error", [FileNotFoundError("my file"), TimeoutError("mine"), GeneratorExit()])
async def test_whatever_a_step_raises_comes_out_as_it_is_and_the_door_stays_open(
    db: Database, error: BaseException
) -> None:
    def step(conn: Connection) -> None:
        put("half")(conn)
        raise error

    with pytest.raises(type(error)):
        await db.transact(step)
    with pytest.raises(type(error)):
        await db.read(lambda _: _raise(error))
    await db.transact(put("whole"))
    assert await db.read(names) == ["whole"]


def _raise(error: BaseException) -> None:
    raise error


async def test_a_constraint_is_the_steps_own_error(db: Database) -> None:
    await db.transact(put("one"))
    with pytest.raises(IntegrityError):
        await db.transact(put("one"))


async def test_a_refusal_is_a_value_and_what_was_written_with_it_stays(db: Database) -> None:
    def step(conn: Connection) -> str:
        put("asked")(conn)
        return "refused"

    assert await db.transact(step) == "refused"
    assert await db.read(names) == ["asked"]


async def test_one_failing_step_among_many_takes_nobody_along(db: Database) -> None:
    def failing(conn: Connection) -> None:
        put("bad")(conn)
        raise ValueError("bad")

    steps = [failing if number == 17 else put(f"good {number:02}") for number in range(32)]
    ends = await asyncio.gather(*(db.transact(step) for step in steps), return_exceptions=True)
    assert [str(end) for end in ends if end is not None] == ["bad"]
    assert await db.read(names) == [f"good {number:02}" for number in range(32) if number != 17]


@pytest.mark.parametrize("count", [counters.count_up, lambda conn, name: counters.draw(conn, name)[0]])
async def test_fifty_who_count_at_once_get_the_numbers_1_to_50(
    db: Database, count: Callable[[Connection, str], int]
) -> None:
    got = await asyncio.gather(*(db.transact(lambda conn: count(conn, "BB-2026")) for _ in range(50)))
    assert sorted(got) == list(range(1, 51))


async def test_several_numbers_are_drawn_at_once_and_what_was_counted_before_goes_on(db: Database) -> None:
    await db.transact(put("XX-2026", 1873))
    assert await db.transact(lambda conn: counters.draw(conn, "XX-2026", 3)) == [1874, 1875, 1876]
    assert await db.transact(lambda conn: counters.draw(conn, "XX-2027", 2)) == [1, 2]


async def test_a_number_that_was_drawn_in_vain_is_given_to_nobody_else(db: Database) -> None:
    def in_vain(conn: Connection) -> None:
        drawn.extend(counters.draw(conn, "BB-2026"))
        raise ValueError("refused")

    drawn: list[int] = []
    await db.transact(lambda conn: counters.draw(conn, "BB-2026"))
    with pytest.raises(ValueError, match="refused"):
        await db.transact(in_vain)
    after = await db.transact(lambda conn: counters.draw(conn, "BB-2026"))
    assert after == ([2] if db.on_sqlite else [3])  # SQLite takes it back with all the rest


async def test_a_deployment_that_is_emptied_begins_at_one(db: Database) -> None:
    await db.transact(lambda conn: counters.draw(conn, "BB-2026", 7))
    await db.transact(lambda conn: deployment.empty(conn, but=()))
    assert await db.transact(lambda conn: counters.draw(conn, "BB-2026")) == [1]


async def test_emptied_it_is_of_what_may_never_change_too_and_keeps_its_guards(db: Database) -> None:
    closed = insert(forecast_closings).values(month=date(2026, 11, 1), closed_at=NOW)
    await db.transact(lambda conn: conn.execute(closed).rowcount)
    await db.transact(lambda conn: deployment.empty(conn, but=()))
    await db.transact(lambda conn: conn.execute(closed).rowcount)
    with pytest.raises(DBAPIError, match="cannot change"):
        await db.transact(lambda conn: conn.execute(delete(forecast_closings)).rowcount)


async def test_reading_sees_what_was_committed_and_cant_write(db: Database) -> None:
    await db.transact(put("one"))
    assert await db.read(names) == ["one"]
    with pytest.raises(DBAPIError, match=r"read-?only"):
        await db.read(put("two"))
    assert await db.read(names) == ["one"]


async def test_a_listener_is_woken_after_the_commit_and_not_by_a_rollback(db: Database) -> None:
    heard: list[str] = []
    db.after_commit("outbox", lambda: heard.append("outbox"))

    def failing(conn: Connection) -> None:
        outbox.note(conn, 1, {"screen": {}}, NOW)
        raise ValueError("no")

    with pytest.raises(ValueError, match="no"):
        await db.transact(failing)
    await db.transact(put("something else"))
    assert heard == []
    await db.transact(lambda conn: outbox.note(conn, 1, {"screen": {}}, NOW))
    await asyncio.sleep(0)
    assert heard == ["outbox"]


async def test_somebody_who_gave_up_waiting_disturbs_nobody(db: Database) -> None:
    async def impatient() -> None:
        async with asyncio.timeout(0):
            await db.transact(put("perhaps"))

    ends = await asyncio.gather(impatient(), db.transact(put("surely")), return_exceptions=True)
    assert isinstance(ends[0], TimeoutError)
    assert "surely" in await db.read(names)


async def test_a_closed_door_says_so(sqlite_address: str) -> None:
    db = await Database.open(sqlite_address)
    await db.close()
    with pytest.raises(StorageError, match="closed"):
        await db.transact(names)


# --- SQLite -----------------------------------------------------------------------------------------------------------


def engine_of(db: Database) -> Any:
    return db._behind._engine


async def test_waiting_steps_share_one_commit(sqlite_address: str) -> None:
    db = await Database.open(sqlite_address)
    commits: list[object] = []
    event.listen(engine_of(db), "commit", commits.append)
    await asyncio.gather(*(db.transact(put(f"{number:03}")) for number in range(96)))
    assert len(await db.read(names)) == 96
    # 96 steps are three full groups; the first may have gone ahead with whoever was there.
    assert 3 <= len(commits) <= 5
    await db.close()


async def test_sqlite_is_set_up_to_survive_a_power_cut(sqlite_address: str) -> None:
    db = await Database.open(sqlite_address)

    def pragmas(conn: Connection) -> list[Any]:
        wanted = ("journal_mode", "synchronous", "foreign_keys")
        return [conn.exec_driver_sql(f"PRAGMA {name}").scalar_one() for name in wanted]

    assert await db.transact(pragmas) == ["wal", 2, 1]
    assert await db.transact(pragmas, lasting=False) == ["wal", 1, 1]  # what nobody is told of waits for no disk
    assert await db.transact(pragmas) == ["wal", 2, 1]
    await db.close()


async def test_who_waits_for_an_answer_shares_no_commit_with_what_only_machines_wait_for(sqlite_address: str) -> None:
    db = await Database.open(sqlite_address)
    order: list[str] = []

    def long(conn: Connection) -> None:
        time.sleep(0.2)
        put("sweep")(conn)
        order.append("sweep")

    async def asks(name: str, *, lasting: bool) -> None:
        await db.transact(long if not lasting else put(name), lasting=lasting)
        order.append(f"{name} is told")

    def hold(conn: Connection) -> None:
        time.sleep(0.1)

    # The first is run at once; meanwhile the others come to wait together.
    await asyncio.gather(db.transact(hold), asks("person", lasting=True), asks("machine", lasting=False))
    assert order == ["person is told", "sweep", "machine is told"]
    assert await db.read(names) == ["person", "sweep"]
    await db.close()


async def test_what_needs_not_last_fails_alone_and_leaves_those_who_wait_in_peace(db: Database) -> None:
    def broken(conn: Connection) -> None:
        put("half")(conn)
        raise KeyError("mine")

    told = await asyncio.gather(
        db.transact(broken, lasting=False),
        db.transact(put("soft"), lasting=False),
        db.transact(put("hard")),
        return_exceptions=True,
    )
    assert isinstance(told[0], KeyError)
    assert told[1] is None
    assert told[2] is None
    assert await db.read(names) == ["hard", "soft"]


async def test_a_database_that_another_process_holds_is_waited_for(sqlite_address: str) -> None:
    db = await Database.open(sqlite_address, patience=5)
    with closing(sqlite3.connect(sqlite_address, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        waiting = asyncio.gather(db.transact(put("patient")))
        await asyncio.sleep(0.1)
        assert not waiting.done()
        other.execute("COMMIT")
        await waiting
    assert await db.read(names) == ["patient"]
    await db.close()


async def test_between_two_transactions_of_a_process_that_takes_the_lock_again_and_again_a_step_gets_in(
    sqlite_address: str,
) -> None:
    db = await Database.open(sqlite_address)
    turns, over = 0, threading.Event()

    def keep_taking() -> None:
        nonlocal turns
        with closing(sqlite3.connect(sqlite_address, isolation_level=None)) as other:
            while not over.is_set():
                other.execute("BEGIN IMMEDIATE")
                time.sleep(0.04)
                other.execute("COMMIT")
                turns += 1
                time.sleep(0.01)  # as a job rests

    await db.transact(put("first"))
    job = threading.Thread(target=keep_taking)
    job.start()
    waited = []
    for number in range(30):
        before = turns
        await db.transact(put(f"{number}"))
        waited.append(turns - before)
        await asyncio.sleep(0.007 * (number % 7))
    over.set()
    job.join()
    assert sum(waited) <= 2 * len(waited)
    await db.close()


async def test_when_it_is_held_too_long_the_step_fails_with_a_sentence_and_can_be_tried_again(
    sqlite_address: str,
) -> None:
    db = await Database.open(sqlite_address, patience=0.1)
    with closing(sqlite3.connect(sqlite_address, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(Busy, match="Another process is writing"):
            await db.transact(put("impatient"))
        other.execute("COMMIT")
    await db.transact(put("later"))
    assert await db.read(names) == ["later"]
    await db.close()


async def test_a_full_disk_is_told_loses_nothing_and_work_goes_on_when_there_is_room(sqlite_address: str) -> None:
    db = await Database.open(sqlite_address)
    await db.transact(put("before"))

    def limit(pages: int) -> Callable[[Connection], None]:
        def step(conn: Connection) -> None:
            conn.exec_driver_sql(f"PRAGMA max_page_count={pages}")

        return step

    def large(conn: Connection) -> None:
        outbox.note(conn, 1, {"screen": "x" * 5_000_000}, NOW)

    await db.transact(limit(1))  # SQLite keeps at least what is there
    ends = await asyncio.gather(db.transact(large), db.transact(put("beside")), return_exceptions=True)
    assert isinstance(ends[0], DiskFull)
    assert "disk is full" in str(ends[0])
    await db.transact(limit(1_000_000_000))
    await db.transact(large)
    assert "before" in await db.read(names)
    assert (await db.read(outbox.counts))["waiting"] == 1
    await db.close()


async def test_a_file_that_is_no_database_is_told(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("these are my notes, and quite a lot of them\n" * 100)
    db = await Database.open(str(path))
    with pytest.raises(Unusable, match="not a SQLite database"):
        await db.transact(names)
    await db.close()


async def test_a_backup_taken_amid_the_work_is_whole(sqlite_address: str, tmp_path: Path) -> None:
    db = await Database.open(sqlite_address)
    target = tmp_path / "backups" / "today.db"

    async def work() -> None:
        for number in range(200):
            await db.transact(put(f"{number:03}"))

    await db.transact(put("before"))
    await asyncio.gather(work(), db.backup(target))
    with closing(sqlite3.connect(target)) as copy:
        assert copy.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        copied = [name for (name,) in copy.execute("SELECT name FROM counters ORDER BY name")]
    assert copied[-1] == "before"
    assert copied[:-1] == [f"{number:03}" for number in range(len(copied) - 1)]
    assert not list(target.parent.glob("*.part"))
    await db.close()
