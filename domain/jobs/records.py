"""Jobs: what takes too long for a step (imports, exports, pictures, broadcasts), as records; and their port.

A job waits, is worked by one worker at a time from checkpoint to checkpoint, may be paused or cancelled by whom it belongs
to, and ends done, failed or cancelled. Its `args`, `checkpoint` and `result` are JSON whose inside is its kind's business;
a result with a `file` ({"sha256", "name"}), or several `files`, is sent to whoever asked for it. Absent: how it is worked
(`notifications.jobs.working`), who may what (`domain.jobs.control`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import NewType, Protocol

from domain.base.events import Event
from domain.base.json_values import Json, JsonObject
from domain.base.rights import Reach
from domain.people.records import AccountId

JobId = NewType("JobId", int)


class JobState(StrEnum):
    WAITING = "waiting"
    RUNNING = "running"
    PAUSED = "paused"
    """Nobody works it until somebody says so; its checkpoint stays."""
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"


class Lost(Exception):
    """A worker's job isn't its own any more: another took it over, or it was cleared away."""


class JobSignal(StrEnum):
    """What a running job was asked for; its worker obeys at the next checkpoint."""

    PAUSE = "pause"
    CANCEL = "cancel"


OPEN = frozenset({JobState.WAITING, JobState.RUNNING, JobState.PAUSED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """`total` is None until it is known. `why` is the wording (JSON) of what went wrong."""

    id: JobId
    kind: str
    key: str | None
    account_id: AccountId | None
    state: JobState
    args: JsonObject = field(default_factory=dict)
    done: int = 0
    total: int | None = None
    checkpoint: JsonObject | None = None
    result: JsonObject | None = None
    why: Json = None
    wish: JobSignal | None = None
    created_at: datetime

    @property
    def open(self) -> bool:
        return self.state in OPEN

    @property
    def files(self) -> Sequence[JsonObject]:
        """What came of it."""
        result = self.result or {}
        return [result["file"]] if result.get("file") else list(result.get("files", ()))

    @property
    def percent(self) -> int:
        """Whole percent done; never 100 before it is."""
        if self.state is JobState.DONE:
            return 100
        return min(99, self.done * 100 // self.total) if self.total else 0


class Jobs(Protocol):
    """The port. `get` raises `NotFound`."""

    def put(
        self, kind: str, args: Mapping[str, object], *, account_id: int | None, now: datetime, key: str | None = None
    ) -> Job:
        """A new job that waits; the open one with the same key if there is one."""

    def get(self, job_id: int) -> Job: ...
    def open_with(self, key: str) -> Job | None: ...
    def of(self, account_id: int, limit: int = 10) -> Sequence[Job]:
        """The account's jobs, newest first."""

    def newest(self, reach: Reach, offset: int, limit: int, *, open_only: bool = False) -> tuple[Sequence[Job], int]:
        """A part of all within the reach, newest first, and how many there are. Those of an account, or everybody's."""

    def wish(self, job_id: int, wish: JobSignal, now: datetime) -> Job:
        """Ask for it: at once where nobody works the job, else at its next checkpoint."""

    def resume(self, job_id: int) -> Job:
        """Let a paused (or cancelled, or failed) job wait again, from its checkpoint; one that runs forgets its wish."""

    def again(self, job_id: int, args: Mapping[str, object]) -> Job:
        """Let a paused or cancelled job wait again, from its very beginning, with these args."""

    def add_to_result(self, job_id: int, facts: Mapping[str, object]) -> None:
        """What became of it after it was done."""


@dataclass(frozen=True, kw_only=True)
class JobPut(Event, subject="job"):
    job: int
    kind: str


@dataclass(frozen=True, kw_only=True)
class JobAskedAgain(Event, subject="job"):
    """What it does was asked for once more while it is open: its card is wanted, not another job."""

    job: int


@dataclass(frozen=True, kw_only=True)
class JobPaused(Event, subject="job"):
    job: int


@dataclass(frozen=True, kw_only=True)
class JobResumed(Event, subject="job"):
    job: int


@dataclass(frozen=True, kw_only=True)
class JobEnded(Event, subject="job"):
    """`state` is how: done, failed or cancelled."""

    job: int
    state: str


@dataclass(frozen=True, kw_only=True)
class ResultAsked(Event, subject="job"):
    """Somebody wants the result's file once more."""

    job: int
