"""Projects of a customer: stages, what is told of one, how it moved (docs/follow-ups.md). Records and port."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date, datetime
from enum import StrEnum
from typing import NewType, Protocol

from domain.base.rights import Reach
from domain.base.stage import ADVANCE, Stage
from domain.names import same_key
from domain.people.records import AccountId

ProjectId = NewType("ProjectId", int)

COUNTED = 10_000
"""Projects of a list are counted up to so many; one more says that there are more."""


class Milestone(StrEnum):
    SAMPLE = "sample"
    PILOT = "pilot"
    PRODUCTION = "production"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectItem:
    """A project as a report tells it. `yearly` is in pieces a year; `due` an ISO date or month (`2027-03`).

    `project` names the one of the customer's projects that is meant; without it the name decides, and a name that the
    customer hasn't got yet is a new project.
    """

    name: str
    domain: str
    mcu: str
    stage: Stage
    progress: str
    yearly: int
    milestone: Milestone
    due: str
    note: str = ""
    project: int | None = None

    @property
    def key(self) -> str:
        return same_key(self.name) or self.name

    @property
    def milestone_on(self) -> date | None:
        """The day of the milestone, a month's first day; None for a project that doesn't move."""
        if self.stage not in ADVANCE:
            return None
        try:
            return date.fromisoformat(self.due if len(self.due) > len("2027-03") else f"{self.due}-01")
        except ValueError:  # imported or corrected by hand: a few words
            return None


TOLD = tuple(each.name for each in fields(ProjectItem) if each.name != "project")
"""What a report tells of a project, in its order."""


def moves(before: ProjectItem, after: ProjectItem) -> tuple[str, ...]:
    """The names of what is told differently."""
    return tuple(name for name in TOLD if getattr(before, name) != getattr(after, name))


@dataclass(frozen=True, slots=True, kw_only=True)
class Project:
    """One project as it stands: what was told of it last, and when."""

    id: ProjectId
    customer_id: int
    told: ProjectItem
    since: datetime
    changed_at: datetime

    @property
    def name(self) -> str:
        return self.told.name

    @property
    def stage(self) -> Stage:
        return self.told.stage


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """What one report told of a project. `follow_ups.writing` is None for the report that the customer began with."""

    project_id: ProjectId
    at: datetime
    author_id: AccountId
    follow_up: int | None
    told: ProjectItem


class ProjectGrouping(StrEnum):
    """By what projects are counted."""

    STAGE = "stage"
    DOMAIN = "domain"
    MODEL = "model"
    PERSON = "person"
    AGENCY = "agency"


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectQuery:
    """Which projects of protected customers: what isn't said matches all. `domain` is the first level, `model` folded; the
    milestone's days are counted in. Those told of before `told_before` come oldest first, others by their milestones."""

    text: str = ""
    stage: Stage | None = None
    domain: str | None = None
    model: str | None = None
    agency_id: int | None = None
    contact_id: int | None = None
    milestone_from: date | None = None
    milestone_to: date | None = None
    told_before: datetime | None = None
    told_since: datetime | None = None
    offset: int = 0
    limit: int = 6


class Projects(Protocol):
    """The port. `get` raises `NotFound`."""

    def sought(self, reach: Reach, sought: ProjectQuery) -> tuple[Sequence[Project], int]:
        """One page of those within reach, and how many there are, as far as they are `COUNTED`."""

    def groups(self, reach: Reach, by: ProjectGrouping) -> Sequence[tuple[str, int]]:
        """Key and count, the largest first."""

    def by_stage_and_domain(self, reach: Reach) -> Sequence[tuple[Stage, str, int]]: ...

    def get(self, project_id: int) -> Project: ...
    def of_customer(self, customer_id: int) -> Sequence[Project]:
        """Those that move first, most advanced in front."""

    def of_customers(self, customers: Sequence[int]) -> Mapping[int, Sequence[Project]]:
        """Of several at once, by customer."""

    def add(self, customer_id: int, told: ProjectItem, at: datetime) -> Project: ...
    def tell(self, project_id: int, told: ProjectItem, *, at: datetime, author_id: int, follow_up: int | None) -> None:
        """Keep what was told, and bring the project to what was told of it last."""

    def untell(self, follow_up: int) -> Sequence[ProjectId]:
        """Take back all that a follow-up told; the projects go back to what was told before, and one of which nothing
        else is known leaves the customer's projects. Returns those concerned."""

    def move(self, gone: int, into: int) -> None:
        """Two customers turned out to be one: of projects of one name the histories are joined."""

    def history(self, project_id: int) -> Sequence[Telling]:
        """Oldest first."""


def most_advanced(stages: Iterable[Stage]) -> Stage | None:
    """The customer's stage: that of its most advanced project that is neither paused nor ended."""
    moving = [stage for stage in stages if stage in ADVANCE]
    return max(moving, key=ADVANCE.index, default=None)
