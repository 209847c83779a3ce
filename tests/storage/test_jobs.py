"""Durable jobs: worked by one at a time, resumed where they were, paused and cancelled between two checkpoints."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Callable
from datetime import timedelta
from typing import TypeVar

import pytest
from sqlalchemy import Connection, func, insert, select

from domain.base.errors import NotFound
from domain.jobs.records import Job, JobSignal, JobState, Lost
from storage.engine.database import Database
from storage.records import jobs
from storage.records.jobs import ClaimedJob, StoredJobs
from storage.tables.queues import counters
from tests.databases import NOW

T = TypeVar("T")
KINDS = ("count",)
LATER = NOW + jobs.LEASE + timedelta(seconds=1)


async def put(db: Database, key: str | None = None) -> Job:
    return await db.transact(lambda conn: StoredJobs(conn).put("count", {"to": 3}, account_id=None, now=NOW, key=key))


async def claim(db: Database, now: object = NOW, only: int | None = None) -> ClaimedJob | None:
    return await db.transact(lambda conn: jobs.claim(conn, KINDS, now, only=only))  # type: ignore[arg-type]


async def claimed(db: Database) -> ClaimedJob:
    found = await claim(db)
    assert found is not None
    return found


async def on(db: Database, step: Callable[[StoredJobs], T]) -> T:
    return await db.transact(lambda conn: step(StoredJobs(conn)))


async def test_each_of_many_jobs_is_claimed_by_one_of_many_workers(db: Database) -> None:
    wanted = {(await put(db)).id for _ in range(30)}
    taken: list[int] = []

    async def worker() -> None:
        while (found := await claim(db)) is not None:
            taken.append(found.job.id)

    await asyncio.gather(*(worker() for _ in range(6)))
    assert Counter(taken) == Counter(wanted)


async def test_jobs_are_worked_in_the_order_in_which_they_came(db: Database) -> None:
    first, second = await put(db), await put(db)
    assert [(await claimed(db)).job.id, (await claimed(db)).job.id] == [first.id, second.id]
    assert await claim(db) is None


async def test_one_key_has_one_open_job_however_many_ask_at_once(db: Database) -> None:
    made = await asyncio.gather(*(put(db, "import:abc") for _ in range(8)))
    assert len({job.id for job in made}) == 1
    taken = await claimed(db)
    await db.transact(lambda conn: jobs.end(conn, taken, JobState.DONE, NOW))
    assert (await put(db, "import:abc")).id != made[0].id


async def test_a_worker_that_dies_is_followed_by_one_that_goes_on_at_the_checkpoint(db: Database) -> None:
    await put(db)
    dead = await claimed(db)
    await db.transact(lambda conn: jobs.checkpoint(conn, dead, done=2, total=3, state={"row": 2}))
    assert await claim(db) is None, "its lease holds"
    heir = await claim(db, LATER)
    assert heir is not None
    assert (heir.job.done, heir.job.total, heir.job.checkpoint) == (2, 3, {"row": 2})


async def test_nobody_waits_for_the_lease_of_a_worker_that_is_known_to_be_dead(db: Database) -> None:
    await put(db)
    await db.transact(lambda conn: jobs.claim(conn, KINDS, NOW, worker="here:1"))
    await db.transact(lambda conn: jobs.bury(conn, lambda worker: worker == "here:2", NOW))
    assert await claim(db) is None
    await db.transact(lambda conn: jobs.bury(conn, lambda worker: worker == "here:1", NOW))
    assert await claim(db) is not None


async def test_a_sign_of_life_keeps_others_away(db: Database) -> None:
    await put(db)
    alive = await claimed(db)
    await db.transact(lambda conn: jobs.renew(conn, alive, LATER))
    assert await claim(db, LATER) is None


async def test_what_a_worker_without_its_lease_does_is_rolled_back(db: Database) -> None:
    await put(db)
    slow = await claimed(db)
    assert await claim(db, LATER) is not None

    def late(conn: Connection) -> None:
        conn.execute(insert(counters).values(name="done by the slow one", last=1))
        jobs.checkpoint(conn, slow, done=1)

    with pytest.raises(Lost):
        await db.transact(late)
    with pytest.raises(Lost):
        await db.transact(lambda conn: jobs.end(conn, slow, JobState.DONE, NOW))
    with pytest.raises(Lost):
        await db.transact(lambda conn: jobs.renew(conn, slow, LATER))
    assert not await db.transact(lambda conn: jobs.put_back(conn, slow))
    assert await db.read(lambda conn: conn.execute(select(func.count()).select_from(counters)).scalar_one()) == 0


async def test_of_two_workers_after_one_dead_lease_only_one_goes_on(db: Database) -> None:
    await put(db)
    await claimed(db)
    heirs = await asyncio.gather(*(claim(db, LATER) for _ in range(4)))
    assert len([each for each in heirs if each is not None]) == 1


async def test_what_nobody_works_is_cancelled_and_paused_at_once(db: Database) -> None:
    job, other = await put(db), await put(db)
    assert (await on(db, lambda stored: stored.wish(job.id, JobSignal.CANCEL, NOW))).state is JobState.CANCELLED
    assert (await on(db, lambda stored: stored.wish(other.id, JobSignal.PAUSE, NOW))).state is JobState.PAUSED
    assert await claim(db) is None


async def test_a_running_job_hears_of_a_wish_at_its_next_checkpoint_and_at_its_next_sign_of_life(db: Database) -> None:
    job = await put(db)
    mine = await claimed(db)
    assert (await on(db, lambda stored: stored.wish(job.id, JobSignal.CANCEL, NOW))).state is JobState.RUNNING
    assert (await db.transact(lambda conn: jobs.checkpoint(conn, mine, done=1))).wish is JobSignal.CANCEL
    assert (await db.transact(lambda conn: jobs.renew(conn, mine, NOW))).wish is JobSignal.CANCEL
    ended = await db.transact(lambda conn: jobs.end(conn, mine, JobState.CANCELLED, NOW))
    assert (ended.state, ended.wish) == (JobState.CANCELLED, None)


async def test_a_paused_job_goes_on_where_it_was_when_somebody_says_so(db: Database) -> None:
    job = await put(db)
    mine = await claimed(db)
    await db.transact(lambda conn: jobs.checkpoint(conn, mine, done=2, state={"row": 2}))
    await db.transact(lambda conn: jobs.end(conn, mine, JobState.PAUSED, NOW))
    assert await claim(db, LATER) is None
    await on(db, lambda stored: stored.resume(job.id))
    assert (await claimed(db)).job.checkpoint == {"row": 2}


async def test_who_goes_on_takes_back_the_wish_to_pause(db: Database) -> None:
    job = await put(db)
    await claimed(db)
    await on(db, lambda stored: stored.wish(job.id, JobSignal.PAUSE, NOW))
    assert (await on(db, lambda stored: stored.resume(job.id))).wish is None


async def test_a_job_put_back_is_taken_up_again_when_its_time_has_come(db: Database) -> None:
    await put(db)
    mine = await claimed(db)
    soon = NOW + timedelta(seconds=5)
    assert await db.transact(lambda conn: jobs.put_back(conn, mine, not_before=soon))
    assert await claim(db) is None
    assert not await db.read(lambda conn: jobs.waits(conn, NOW))
    assert await db.read(lambda conn: jobs.waits(conn, soon))
    assert await claim(db, soon) is not None


async def test_a_job_that_kills_its_worker_each_time_is_given_up(db: Database) -> None:
    await put(db)
    now, claims = NOW, []
    for _ in range(jobs.FAILURES + 1):
        claims.append(await claim(db, now))
        now += jobs.LEASE + timedelta(seconds=1)
    assert [each.hopeless for each in claims if each is not None] == [False] * jobs.FAILURES + [True]


async def test_a_job_that_gets_on_is_never_given_up(db: Database) -> None:
    await put(db)
    now = NOW
    for done in range(1, 2 * jobs.FAILURES):
        mine = await claim(db, now)
        assert mine is not None
        assert not mine.hopeless
        await db.transact(lambda conn, mine=mine, done=done: jobs.checkpoint(conn, mine, done=done))  # type: ignore[misc]
        now += jobs.LEASE + timedelta(seconds=1)


async def test_only_the_job_asked_for_is_claimed_and_only_kinds_that_are_known(db: Database) -> None:
    await put(db)
    second = await put(db)
    found = await claim(db, only=second.id)
    assert found is not None
    assert found.job.id == second.id
    assert await db.transact(lambda conn: jobs.claim(conn, ("another",), NOW)) is None


async def test_what_ended_is_cleared_away_in_time_and_what_is_open_never(db: Database) -> None:
    await put(db)
    mine = await claimed(db)
    job = mine.job
    open_ = await put(db)
    await db.transact(lambda conn: jobs.end(conn, mine, JobState.DONE, NOW, result={"rows": 3}))
    assert await db.transact(lambda conn: jobs.purge(conn, NOW)) == 0
    assert await db.transact(lambda conn: jobs.purge(conn, LATER)) == 1
    assert (await on(db, lambda stored: stored.get(open_.id))).open
    with pytest.raises(NotFound):
        await on(db, lambda stored: stored.get(job.id))
