"""An import taken back as a whole, as long as nothing was built on it.

Whatever is built on a customer (a report of it, a follow-up, a project, a request, a correction, an alias, a helper) leaves
an event of that customer: one after its import holds the whole back, and is told. The customers are then known to nobody:
their names can be reported and imported again. In batches, for a list may be long; what somebody builds on in the
meantime stays, and is told, too.
"""

from __future__ import annotations

from dataclasses import dataclass

from domain.base.errors import NotFound, Refusal
from domain.base.events import Event
from domain.base.rights import Action, demand
from domain.base.work import Work
from domain.jobs import control as job_control
from domain.jobs.records import Job, JobState

JOB = "take_back_import"
TOLD = 5


@dataclass(frozen=True, kw_only=True)
class TakeBackImport:
    """`job` is the one that took the list in."""

    job: int


@dataclass
class BuiltOn(Refusal):
    """`count` customers of the list have gone on since; `names` are some of them."""

    count: int
    names: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class ImportTakenBack(Event, subject="job"):
    """`count` customers of the import are nobody's again."""

    job: int
    count: int


def may_take_back(work: Work, job: Job) -> bool:
    """Whether there is something to take back; what holds it back is told when it is tried."""
    return job.state is JobState.DONE and work.imports.imported_by(job.id) > 0


def take_back(work: Work, command: TakeBackImport) -> Job:
    """A job. Raises `BuiltOn`, `NotFound`."""
    demand(work.actor, Action.IMPORT_CUSTOMERS)
    job = job_control.view(work, command.job)
    if not may_take_back(work, job):
        raise NotFound("import")
    count, names = work.imports.built_on(job.id, TOLD)
    if count:
        raise BuiltOn(count, tuple(names))
    args = {"import": job.id, "name": str(job.args.get("name", ""))}
    return job_control.put(work, JOB, args, key=f"{JOB}:{job.id}")
