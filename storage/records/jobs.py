"""The durable jobs: put by a step, claimed by one worker under a lease, resumed by another where its lease ended.

What a worker does and its checkpoint are one transaction: `checkpoint` raises `Lost` when the job is no longer the
worker's, and everything of that step is rolled back. So each stretch between two checkpoints takes effect exactly once,
whatever is killed when. Times of leases are real, not the business's. Absent: what the kinds of jobs do.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import (
    ColumnElement,
    Connection,
    TextClause,
    Update,
    and_,
    bindparam,
    case,
    delete,
    func,
    insert,
    literal,
    null,
    or_,
    select,
    true,
    update,
)

from domain.base.errors import NotFound
from domain.base.rights import Reach
from domain.jobs.records import Job, JobId, JobSignal, JobState, Lost
from domain.people.records import AccountId
from storage.engine import Found
from storage.engine.locks import exclusively
from storage.engine.statements import fixed
from storage.engine.tidings import tell
from storage.tables.jobs import OPEN, TO_WORK, jobs

LEASE: Final = timedelta(seconds=20)
FAILURES: Final = 5
"""Claims without any progress in between, after which a job is given up."""


@dataclass(frozen=True, slots=True)
class ClaimedJob:
    """A job to work. `attempt` names the claim in everything that the worker says of it."""

    job: Job
    attempt: int
    hopeless: bool = False
    """It was claimed too often without getting anywhere."""


_FIELDS = ("id", "kind", "key", "account_id", "state", "args", "done", "total", "checkpoint", "result", "why", "wish")
_COLUMNS = (*(jobs.c[name] for name in _FIELDS), jobs.c.created_at)


def _job(row: Found) -> Job:
    known = row._asdict()
    account = known["account_id"]
    known["id"], known["state"] = JobId(known["id"]), JobState(known["state"])
    known["account_id"] = AccountId(account) if account is not None else None
    known["wish"] = JobSignal(known["wish"]) if known["wish"] is not None else None
    return Job(**{name: known[name] for name in (*_FIELDS, "created_at")})


class StoredJobs:
    """Fulfils `domain.jobs.records.Jobs`."""

    def __init__(self, conn: Connection) -> None:
        self.conn = conn

    def put(
        self, kind: str, args: Mapping[str, object], *, account_id: int | None, now: datetime, key: str | None = None
    ) -> Job:
        if key is not None:
            exclusively(self.conn, f"job:{key}")
            if (known := self.open_with(key)) is not None:
                return known
        values = {"kind": kind, "args": dict(args), "account_id": account_id, "key": key, "created_at": now}
        made = insert(jobs).values(state=JobState.WAITING.value, **values).returning(*_COLUMNS)
        tell(self.conn, "jobs")
        return _job(self.conn.execute(made).one())

    def get(self, job_id: int) -> Job:
        row = self.conn.execute(select(*_COLUMNS).where(jobs.c.id == job_id)).one_or_none()
        if row is None:
            raise NotFound("job")
        return _job(row)

    def open_with(self, key: str) -> Job | None:
        row = self.conn.execute(select(*_COLUMNS).where(jobs.c.key == key, OPEN)).one_or_none()
        return _job(row) if row is not None else None

    def of(self, account_id: int, limit: int = 10) -> Sequence[Job]:
        rows = select(*_COLUMNS).where(jobs.c.account_id == account_id).order_by(jobs.c.id.desc()).limit(limit)
        return [_job(row) for row in self.conn.execute(rows)]

    def newest(self, reach: Reach, offset: int, limit: int, *, open_only: bool = False) -> tuple[Sequence[Job], int]:
        where = [true() if reach.all else jobs.c.account_id == reach.account_id, *((OPEN,) if open_only else ())]
        total = self.conn.execute(select(func.count()).select_from(jobs).where(*where)).scalar_one()
        rows = select(*_COLUMNS).where(*where).order_by(jobs.c.id.desc()).offset(offset).limit(limit)
        return [_job(row) for row in self.conn.execute(rows)] if limit else [], total

    def wish(self, job_id: int, wish: JobSignal, now: datetime) -> Job:
        ended = wish is JobSignal.CANCEL
        at_once = JobState.CANCELLED if ended else JobState.PAUSED
        idle = (JobState.WAITING.value, JobState.PAUSED.value)
        # Where nobody works it the wish is fulfilled by this very statement: no worker can slip in between.
        stand = update(jobs).where(jobs.c.id == job_id, jobs.c.state.in_(idle))
        values = {"state": at_once.value, "wish": null(), "ended_at": now if ended else null()}
        if self.conn.execute(stand.values(**values)).rowcount == 0:
            running = update(jobs).where(jobs.c.id == job_id, jobs.c.state == JobState.RUNNING.value)
            self.conn.execute(running.values(wish=wish.value))
        return self.get(job_id)

    def resume(self, job_id: int) -> Job:
        rest = (JobState.PAUSED.value, JobState.FAILED.value, JobState.CANCELLED.value)
        again = {"state": JobState.WAITING.value, "wish": null(), "failures": 0, "ended_at": null(), "why": null()}
        self.conn.execute(update(jobs).where(jobs.c.id == job_id, jobs.c.state.in_(rest)).values(**again))
        self.conn.execute(update(jobs).where(jobs.c.id == job_id).values(wish=null()))
        tell(self.conn, "jobs")
        return self.get(job_id)

    def again(self, job_id: int, args: Mapping[str, object]) -> Job:
        rest = (JobState.PAUSED.value, JobState.CANCELLED.value)
        fresh = {"state": JobState.WAITING.value, "args": dict(args), "done": 0, "total": null(), "failures": 0}
        emptied = dict.fromkeys(("checkpoint", "result", "wish", "why", "ended_at"), null())
        self.conn.execute(update(jobs).where(jobs.c.id == job_id, jobs.c.state.in_(rest)).values(**fresh, **emptied))
        tell(self.conn, "jobs")
        return self.get(job_id)

    def add_to_result(self, job_id: int, facts: Mapping[str, object]) -> None:
        result = {**(self.get(job_id).result or {}), **facts}
        self.conn.execute(update(jobs).where(jobs.c.id == job_id).values(result=result))


# --- the worker's side ------------------------------------------------------------------------------------------------


def waits(conn: Connection, now: datetime) -> bool:
    """Whether there is a job to claim."""
    return conn.execute(select(jobs.c.id).where(TO_WORK, _due(now)).limit(1)).first() is not None


def claim(
    conn: Connection,
    kinds: Collection[str],
    now: datetime,
    *,
    lease: timedelta = LEASE,
    only: int | None = None,
    worker: str | None = None,
) -> ClaimedJob | None:
    """The oldest job that waits or whose worker's lease ended; `only` this one. Two at once never get the same.
    `worker` is what this process is called, for `bury`."""
    which: list[ColumnElement[bool] | TextClause] = [TO_WORK, _due(now), jobs.c.kind.in_(sorted(kinds))]
    if only is not None:
        which.append(jobs.c.id == only)
    first = select(jobs.c.id).where(*which).order_by(jobs.c.id).limit(1).with_for_update(skip_locked=True)
    job_id = conn.execute(first).scalar_one_or_none()
    if job_id is None:
        return None
    taken = (
        update(jobs)
        .where(jobs.c.id == job_id, *which)
        .values(
            state=JobState.RUNNING.value,
            attempt=jobs.c.attempt + 1,
            failures=jobs.c.failures + 1,
            lease_until=now + lease,
            worker=worker,
            not_before=null(),
        )
        .returning(*_COLUMNS, jobs.c.attempt, jobs.c.failures)
    )
    row = conn.execute(taken).one()
    return ClaimedJob(_job(row), row.attempt, row.failures > FAILURES)


_RUNNING = fixed(
    select(jobs.c.id, jobs.c.worker).where(
        TO_WORK, jobs.c.state == JobState.RUNNING.value, jobs.c.lease_until > bindparam("now")
    )
)


def bury(conn: Connection, is_dead: Callable[[str], bool], now: datetime) -> None:
    """End the leases of workers that are known to be dead: nobody has to wait for these."""
    for job_id, worker in conn.execute(_RUNNING, {"now": now}).all():
        if worker is not None and is_dead(worker):
            theirs = update(jobs).where(jobs.c.id == job_id, jobs.c.worker == worker)
            conn.execute(theirs.values(lease_until=now))


def _due(now: datetime) -> ColumnElement[bool]:
    waiting = and_(jobs.c.state == JobState.WAITING.value, or_(jobs.c.not_before.is_(None), jobs.c.not_before <= now))
    return or_(waiting, and_(jobs.c.state == JobState.RUNNING.value, jobs.c.lease_until <= now))


def renew(conn: Connection, claimed: ClaimedJob, now: datetime, *, lease: timedelta = LEASE) -> Job:
    """The worker is alive. What it hears: the job as it stands, with a wish perhaps. Raises `Lost`."""
    return _changed(conn, claimed, {"lease_until": now + lease})


def checkpoint(
    conn: Connection,
    claimed: ClaimedJob,
    *,
    done: int | None = None,
    total: int | None = None,
    state: Mapping[str, object] | None = None,
) -> Job:
    """Where the job stands, together with what this transaction did for it. Raises `Lost`."""
    values: dict[str, object] = {}
    if done is not None:
        values = {"done": done, "failures": case((jobs.c.done < done, literal(0)), else_=jobs.c.failures)}
    values |= {"total": total} if total is not None else {}
    values |= {"checkpoint": dict(state)} if state is not None else {}
    values = values or {"attempt": claimed.attempt}  # an UPDATE of nothing would hold nobody off
    return _changed(conn, claimed, values)


def end(
    conn: Connection,
    claimed: ClaimedJob,
    state: JobState,
    now: datetime,
    *,
    result: Mapping[str, object] | None = None,
    why: object = None,
) -> Job:
    """How it ended (done, failed, cancelled) or that it rests (paused). Raises `Lost`."""
    values: dict[str, object] = {"state": state.value, "wish": null(), "lease_until": null(), "why": why}
    values |= {"ended_at": now} if state is not JobState.PAUSED else {}
    values |= {"result": dict(result)} if result is not None else {}
    return _changed(conn, claimed, values)


def put_back(
    conn: Connection, claimed: ClaimedJob, *, not_before: datetime | None = None, blameless: bool = True
) -> bool:
    """The worker stops, or met trouble that isn't the job's: somebody goes on from the checkpoint. False: it was lost.

    `blameless`: not counted against the job.
    """
    tell(conn, "jobs")
    failures = case((jobs.c.failures > 0, jobs.c.failures - 1), else_=literal(0)) if blameless else jobs.c.failures
    values = {"state": JobState.WAITING.value, "lease_until": null(), "not_before": not_before, "failures": failures}
    return conn.execute(_mine(claimed).values(**values)).rowcount == 1


def _changed(conn: Connection, claimed: ClaimedJob, values: Mapping[str, object]) -> Job:
    row = conn.execute(_mine(claimed).values(**values).returning(*_COLUMNS)).one_or_none()
    if row is None:
        raise Lost(f"job {claimed.job.id}")
    return _job(row)


def _mine(claimed: ClaimedJob) -> Update:
    return update(jobs).where(
        jobs.c.id == claimed.job.id, jobs.c.state == JobState.RUNNING.value, jobs.c.attempt == claimed.attempt
    )


def purge(conn: Connection, before: datetime, limit: int = 100) -> int:
    """Drop up to `limit` jobs that ended before then; returns how many. Call until it is 0."""
    old = select(jobs.c.id).where(jobs.c.ended_at < before).order_by(jobs.c.id).limit(limit)
    ids = list(conn.execute(old).scalars())
    if ids:
        conn.execute(delete(jobs).where(jobs.c.id.in_(ids)))
    return len(ids)


def counts(conn: Connection) -> dict[str, int]:
    """How many jobs are in which state."""
    return {row.state: row[1] for row in conn.execute(select(jobs.c.state, func.count()).group_by(jobs.c.state))}
