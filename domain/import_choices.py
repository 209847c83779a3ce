"""What whoever sent a list may say before anything is taken in: what a column is, whether hidden rows and columns count.

Each answer has the file read anew, for it changes what would come in.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from domain import job_control, list_columns
from domain.errors import NotFound
from domain.job_control import JobIsOver
from domain.jobs import Job, JobResumed, JobState
from domain.rights import Action, demand
from domain.work import Work


@dataclass(frozen=True)
class ListKind:
    """A kind of list: by `stem` what is remembered of columns is kept, `action` is what whoever sends it may do, `key` names the
    one open job that works such args."""

    stem: str
    action: Action
    columns: tuple[str, ...]
    key: Callable[[Work, Mapping[str, Any]], str]


LISTS: dict[str, ListKind] = {}
"""By kind of job: each matter with lists adds its line."""

TEMPLATE = "list_template"


@dataclass(frozen=True, kw_only=True)
class MakeListTemplate:
    """An empty list with its headings, examples and what belongs into each column."""


@dataclass(frozen=True, kw_only=True)
class UseColumn:
    """`heading` as the list has it; an empty `field` says that it is none of ours."""

    job: int
    heading: str
    field: str


@dataclass(frozen=True, kw_only=True)
class ReadSheet:
    """Another sheet of the same file: instead of the one that was checked, or after it came in."""

    job: int
    sheet: str


@dataclass(frozen=True, kw_only=True)
class TakePlainNames:
    """Whether the names that were proposed are taken (`domain.name_noise`)."""

    job: int
    take: bool


@dataclass(frozen=True, kw_only=True)
class TakeHidden:
    """None leaves it as it is."""

    job: int
    rows: bool | None = None
    columns: bool | None = None


def waits(job: Job) -> bool:
    """Whether the list was checked and nothing is taken in before somebody says so: it rests, or was cancelled."""
    checkpoint = job.checkpoint or {}
    untouched = checkpoint.get("phase") == "take" and job.done == 0 and "foreseen" in checkpoint
    return untouched and job.state in (JobState.PAUSED, JobState.CANCELLED)


def make_template(work: Work, command: MakeListTemplate) -> Job:
    """It comes as a message."""
    demand(work.actor, Action.IMPORT_CUSTOMERS)
    return job_control.put(work, TEMPLATE, {}, key=f"{TEMPLATE}:{work.actor.id}")


def use_column(work: Work, command: UseColumn) -> Job:
    """Kept for the next list that comes from the same house. Raises `NotFound`, `JobIsOver`."""
    job = waiting(work, command.job)
    told, kind = (job.checkpoint or {}).get("told", {}), LISTS[job.kind]
    headings = (*told.get("unused", ()), *told.get("remembered", ()))
    if command.heading not in headings or command.field not in ("", *kind.columns):
        raise NotFound("column")
    list_columns.remember(work, kind.stem, command.heading, command.field)
    return again(work, job, job.args)


def read_sheet(work: Work, command: ReadSheet) -> Job:
    """Raises `NotFound`, `JobIsOver`."""
    job = job_control.view(work, command.job)
    if job.kind not in LISTS or command.sheet not in unread(job):
        raise NotFound("sheet")
    kind = LISTS[job.kind]
    demand(work.actor, kind.action)
    if job.state is not JobState.DONE:
        job = waiting(work, command.job)
        return again(work, job, {**job.args, "sheet": command.sheet})
    args = {"file": job.args["file"], "name": job.args["name"], "ask": True, "sheet": command.sheet}
    args["read"] = [*job.args.get("read", ()), (job.checkpoint or {})["told"]["sheet"]]
    return job_control.put(work, job.kind, args, key=kind.key(work, args))


def unread(job: Job) -> tuple[str, ...]:
    """The sheets of the file that look like lists, and from which nothing was taken in."""
    told, read = (job.checkpoint or {}).get("told", {}), job.args.get("read", ())
    return tuple(each for each in told.get("lists", ()) if each not in read)


def take_plain_names(work: Work, command: TakePlainNames) -> Job:
    job = waiting(work, command.job)
    return again(work, job, {**job.args, "plain_names": command.take})


def take_hidden(work: Work, command: TakeHidden) -> Job:
    job = waiting(work, command.job)
    said = {"hidden_rows": command.rows, "hidden_columns": command.columns}
    return again(work, job, {**job.args, **{key: value for key, value in said.items() if value is not None}})


def waiting(work: Work, job_id: int) -> Job:
    """A list that was checked. Raises `NotFound`, `NotAllowed`, `JobIsOver`."""
    job = job_control.view(work, job_id)
    if job.kind not in LISTS:
        raise NotFound("job")
    demand(work.actor, LISTS[job.kind].action)
    other = work.jobs.open_with(job.key) if job.key is not None else None
    if not waits(job) or (other is not None and other.id != job.id):
        raise JobIsOver
    return job


def again(work: Work, job: Job, args: Mapping[str, Any]) -> Job:
    """From its beginning."""
    begun = work.jobs.again(job.id, args)
    work.events.record(JobResumed(job=job.id))
    return begun
