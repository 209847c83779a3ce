"""Who hears of a job: whoever asked for it, by a card that shows its progress, and the files that come of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from dialogs.core.screen import Attached, Screen, say
from domain.base.work import Work
from domain.jobs.records import Job, JobAskedAgain, JobEnded, JobPaused, JobPut, JobResumed, ResultAsked
from notifications.hearing import figures
from notifications.hearing.pushes import Note, Push, PushedCard, Refresh, hears

QUIET: Mapping[str, Callable[[Work, Job], Iterable[Push]]] = dict.fromkeys(figures.PICTURES, figures.drawn)
"""Kinds that take a moment and have no card of their own: what comes of them when they end."""


@hears(JobPut)
def _put(work: Work, event: JobPut) -> Iterable[Push]:
    job = work.jobs.get(event.job)
    if job.account_id is not None and job.kind not in QUIET:
        yield PushedCard(job.account_id, "job", {"job": job.id}, f"job:{job.id}")


@hears(JobAskedAgain)
def _asked_again(work: Work, event: JobAskedAgain) -> Iterable[Push]:
    """Below, where whoever asks looks, be it another account than the job's; the one further up gives way."""
    job = work.jobs.get(event.job)
    account = work.account.id if work.account is not None else job.account_id
    if account is not None:
        dead = Screen((say("card-below", kind=say(f"job-{job.kind.replace('_', '-')}")),))
        yield PushedCard(account, "job", {"job": job.id}, f"job:{job.id}", dead)


@hears(JobPaused)
def _paused(work: Work, event: JobPaused) -> Iterable[Push]:
    yield Refresh(f"job:{event.job}")


@hears(JobResumed)
def _resumed(work: Work, event: JobResumed) -> Iterable[Push]:
    yield Refresh(f"job:{event.job}")


@hears(JobEnded)
def _ended(work: Work, event: JobEnded) -> Iterable[Push]:
    job = work.jobs.get(event.job)
    if (told := QUIET.get(job.kind)) is not None:
        yield from told(work, job)
        return
    yield Refresh(f"job:{event.job}")
    if job.account_id is not None:
        yield from _file(job, job.account_id)


@hears(ResultAsked)
def _asked(work: Work, event: ResultAsked) -> Iterable[Push]:
    """To whoever asks."""
    yield from _file(work.jobs.get(event.job), work.actor.id)


def _file(job: Job, account: int) -> Iterable[Push]:
    title = say(f"job-{job.kind.replace('_', '-')}")
    for file in job.files:
        attached = Attached(file["sha256"], file["name"], picture=bool(file.get("picture")))
        yield Note(Screen((say("job-file", title=title),), attached=attached), account=account)
