"""What whoever sent a list may say before anything is taken in: what a column is, whether hidden rows and columns count.

Each answer has the file read anew, for it changes what would come in.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from domain.base.errors import NotFound
from domain.base.rights import Action, demand
from domain.base.work import Work
from domain.imports import columns as list_columns
from domain.jobs import control as job_control
from domain.jobs.control import JobIsOver
from domain.jobs.records import Job, JobAskedAgain, JobResumed, JobState
from domain.lists.report import ListReport

Offer = Callable[[Work, Mapping[str, Any], str], Sequence[tuple[str, str]]]
"""What a field may be, of a job's args and a searched text: as a cell would say it, and as people call it. None at all where
something else is to be said first."""


@dataclass(frozen=True)
class ListKind:
    """A kind of list: by `stem` what is remembered of columns is kept, `action` is what whoever sends it may do, `key` names the
    one open job that works such args."""

    stem: str
    action: Action
    columns: tuple[str, ...]
    key: Callable[[Work, Mapping[str, object]], str]
    same: Mapping[str, Offer] = field(default_factory=dict)
    """Fields that may be the same in all rows instead of having a column, with what can be chosen."""


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
class UseSame:
    """The field has no column, but says `value` in every row; empty: not any more."""

    job: int
    field: str
    value: str


@dataclass(frozen=True, kw_only=True)
class ReadSheet:
    """Another sheet of the same file: instead of the one that was checked, or after it came in."""

    job: int
    sheet: str


@dataclass(frozen=True, kw_only=True)
class TakePlainNames:
    """Whether the names that were proposed are taken (`domain.names.noise`)."""

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
    kind = LISTS[job.kind]
    if command.heading not in headings(job) or command.field not in ("", *kind.columns):
        raise NotFound("column")
    list_columns.remember(work, kind.stem, command.heading, command.field)
    return again(work, job, job.args)


def headings(job: Job) -> tuple[str, ...]:
    """Of the list's columns, those that aren't used first; what has no title can't be known by it."""
    told = ListReport.of((job.checkpoint or {}).get("told", {}))
    several = (*told.unused, *told.remembered, *told.columns.values())
    return tuple(dict.fromkeys(each for each in several if each and each not in told.untitled))


def offered(work: Work, job_id: int, field_: str, text: str) -> Sequence[tuple[str, str]]:
    """What may be said of a field for all rows. Raises `NotFound`, `NotAllowed`, `JobIsOver`."""
    job = waiting(work, job_id)
    offer = LISTS[job.kind].same.get(field_)
    return offer(work, job.args, text) if offer is not None else ()


def use_same(work: Work, command: UseSame) -> Job:
    """What was chosen of an earlier field may say what this one can be. Raises `NotFound`, `JobIsOver`."""
    job = waiting(work, command.job)
    if command.value and command.value not in [value for value, _ in offered(work, command.job, command.field, "")]:
        raise NotFound("value")
    fields = tuple(LISTS[job.kind].same)
    before = fields[: fields.index(command.field)] if command.field in fields else ()
    same = {key: value for key, value in job.args.get("same", {}).items() if key in before}
    if command.value:
        same[command.field] = command.value
    begun = again(work, job, {**job.args, "same": same})
    work.events.record(JobAskedAgain(job=job.id))  # it was said on another page: the card comes below
    return begun


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


def again(work: Work, job: Job, args: Mapping[str, object]) -> Job:
    """From its beginning."""
    begun = work.jobs.again(job.id, args)
    work.events.record(JobResumed(job=job.id))
    return begun
