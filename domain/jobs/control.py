"""Putting a job, looking at it, pausing, going on, cancelling: whose it is may, and administrators."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from hashlib import sha256

from domain.base.errors import NotFound, Refusal
from domain.base.rights import Action, Belongs, Reach, may
from domain.base.work import Work
from domain.jobs.records import (
    Job,
    JobAskedAgain,
    JobEnded,
    JobPaused,
    JobPut,
    JobResumed,
    JobSignal,
    JobState,
    ResultAsked,
)

MOMENTS = timedelta(minutes=1)
"""So long a card that was told just now is still in sight."""
MOST = 1000
"""Open jobs of one person; there are a few."""


@dataclass(frozen=True, kw_only=True)
class PauseJob:
    job: int


@dataclass(frozen=True, kw_only=True)
class ResumeJob:
    job: int


@dataclass(frozen=True, kw_only=True)
class CancelJob:
    job: int


@dataclass(frozen=True, kw_only=True)
class SendResult:
    """Send the result's file again."""

    job: int


@dataclass
class JobIsOver(Refusal):
    """It ended meanwhile: there is nothing to pause, resume or cancel."""


def put(work: Work, kind: str, args: Mapping[str, object], *, key: str | None = None, sent: bool = False) -> Job:
    """A job for whoever acts (None: for the operator, who watches it himself). With a `key`: once at a time; whoever asks once more
    within moments has its card before his eyes, unless what he `sent` for it lies below."""
    owner = work.account.id if work.account is not None else None
    known = work.jobs.open_with(key) if key is not None else None
    job = known or work.jobs.put(kind, args, account_id=owner, now=work.now, key=key)
    if known is None:
        work.events.record(JobPut(job=job.id, kind=kind))
    elif sent or known.account_id != owner or work.now - known.created_at >= MOMENTS:
        work.events.record(JobAskedAgain(job=job.id))
    return job


def key_of(work: Work, kind: str, args: object) -> str:
    """Of a job that its asker has once at a time: who taps twice asks for the same, and whatever differs is another one."""
    return f"{kind}:{work.actor.id}:{sha256(repr(args).encode()).hexdigest()[:32]}"


def view(work: Work, job_id: int) -> Job:
    """Raises `NotFound`, also when it is somebody else's."""
    job = work.jobs.get(job_id)
    owner = frozenset({int(job.account_id)} if job.account_id is not None else ())
    if not may(work.actor, Action.SEE_JOBS, Belongs(owner)):
        raise NotFound("job")
    return job


def sender(work: Work, job_id: int) -> str:
    """Who put it, where that is another account than the one that looks. Raises `NotFound`."""
    job = view(work, job_id)
    other = job.account_id is not None and job.account_id != work.actor.id
    return work.people.account(job.account_id).name if other and job.account_id is not None else ""


def pause(work: Work, command: PauseJob) -> Job:
    return _wish(work, command.job, JobSignal.PAUSE)


def cancel(work: Work, command: CancelJob) -> Job:
    return _wish(work, command.job, JobSignal.CANCEL)


def may_go_on(work: Work, job: Job) -> bool:
    """It is done as whoever put it: not once he has left."""
    return job.state is not JobState.DONE and (job.account_id is None or work.people.account(job.account_id).active)


def end_all_of(work: Work, account_id: int) -> None:
    """What somebody put who leaves: nobody waits for it any more."""
    found, _ = work.jobs.newest(Reach(account_id=account_id), 0, MOST, open_only=True)
    for each in found:
        _wished(work, each, JobSignal.CANCEL)


def resume(work: Work, command: ResumeJob) -> Job:
    """Go on from the checkpoint. Raises `JobIsOver`."""
    job = view(work, command.job)
    other = work.jobs.open_with(job.key) if job.key is not None else None
    if not may_go_on(work, job) or (other is not None and other.id != job.id):
        raise JobIsOver
    resumed = work.jobs.resume(job.id)
    work.events.record(JobResumed(job=job.id))
    return resumed


def send_result(work: Work, command: SendResult) -> Job:
    job = view(work, command.job)
    if not job.files:
        raise NotFound("file")
    work.events.record(ResultAsked(job=job.id))
    return job


def _wish(work: Work, job_id: int, wish: JobSignal) -> Job:
    job = view(work, job_id)
    if not job.open:
        raise JobIsOver
    return _wished(work, job, wish)


def _wished(work: Work, job: Job, wish: JobSignal) -> Job:
    changed = work.jobs.wish(job.id, wish, work.now)
    if changed.state is JobState.CANCELLED:
        work.events.record(JobEnded(job=job.id, state=changed.state.value))
    elif changed.state is JobState.PAUSED and job.state is not JobState.PAUSED:
        work.events.record(JobPaused(job=job.id))
    return changed
