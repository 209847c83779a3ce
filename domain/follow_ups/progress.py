"""How projects move: what a report tells of them, and the customer's stage that follows from it (docs/follow-ups.md)."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from domain.base.errors import NotFound, Refusal
from domain.base.events import Event
from domain.base.stage import Stage
from domain.base.work import Work
from domain.projects.records import Project, ProjectItem, most_advanced, moves
from domain.protection import stages


@dataclass
class ToldTwice(Refusal):
    """A report tells of one project in two items."""

    name: str


@dataclass
class ProjectNameTaken(Refusal):
    """A project would be renamed to what another one of the customer's is called."""

    name: str


@dataclass(frozen=True, kw_only=True)
class ProjectBegan(Event, subject="customer"):
    customer: int
    project: int
    name: str
    stage: str


@dataclass(frozen=True, kw_only=True)
class ProjectMoved(Event, subject="customer"):
    """`moved` names what was told differently."""

    customer: int
    project: int
    moved: tuple[str, ...]
    old_stage: str
    stage: str


@dataclass(frozen=True, kw_only=True)
class StageChanged(Event, subject="customer"):
    """The customer's stage, which is that of its most advanced project, is another one. None: no project moves."""

    customer: int
    old: str | None
    new: str | None


@dataclass(frozen=True, slots=True)
class Aimed:
    """What is told, and of which of the customer's projects as it stands (None: of a new one)."""

    item: ProjectItem
    known: Project | None


def aim(work: Work, customer_id: int, items: Sequence[ProjectItem]) -> tuple[Aimed, ...]:
    """Which projects are meant, looked up before the first write of a use-case. Raises `ToldTwice`,
    `ProjectNameTaken`, and `NotFound` for a project of another customer."""
    seen: set[object] = set()
    aimed = tuple(Aimed(item, _meant(work, customer_id, item)) for item in items)
    for each in aimed:
        keys: set[object] = {each.item.key}
        if each.known is not None:
            keys |= {each.known.id, each.known.told.key}
            others = [other for other in work.projects.of_customer(customer_id) if other.id != each.known.id]
            if any(other.told.key == each.item.key for other in others):
                raise ProjectNameTaken(each.item.name)
        if keys & seen:
            raise ToldTwice(each.item.name)
        seen |= keys
    return aimed


def tell(
    work: Work,
    customer_id: int,
    aimed: Sequence[Aimed],
    *,
    at: datetime,
    author_id: int,
    follow_up: int | None = None,
) -> None:
    """What a report says of projects is kept as their history and as how they stand."""
    for each in aimed:
        known = each.known or work.projects.add(customer_id, each.item, at)
        work.projects.tell(known.id, each.item, at=at, author_id=author_id, follow_up=follow_up)
        if each.known is None:
            began = ProjectBegan(
                customer=customer_id, project=known.id, name=each.item.name, stage=each.item.stage.value
            )
            work.events.record(began)
        else:
            _record_move(work, customer_id, known, each.item)
    anew = work.calendar.day_of(at) == work.today  # not where an earlier report is corrected
    follow_projects(work, customer_id, told=[each.item.stage for each in aimed] if anew else ())


def follow_projects(work: Work, customer_id: int, told: Collection[Stage] = ()) -> None:
    """The customer's stage follows its projects; a change of it is an event that the clock of protection hears. It
    hears as well what a report of today (`told`) says of a customer that stands where it stood."""
    customer = work.customers.get(customer_id)
    stage = most_advanced(each.stage for each in work.projects.of_customer(customer_id))
    if stage is customer.stage:
        furthest = most_advanced(told)
        if stage is not None and furthest is not None:
            stages.stage_told(work, customer_id, furthest, stage)
        return
    work.customers.set_stage(customer_id, stage)
    work.events.record(
        StageChanged(
            customer=customer_id,
            old=customer.stage.value if customer.stage is not None else None,
            new=stage.value if stage is not None else None,
        )
    )
    stages.stage_is(work, customer_id, stage)


def _meant(work: Work, customer_id: int, item: ProjectItem) -> Project | None:
    of_customer = work.projects.of_customer(customer_id)
    if item.project is not None:
        found = next((each for each in of_customer if each.id == item.project), None)
        if found is None:
            raise NotFound("project")
        return found
    return next((each for each in of_customer if each.told.key == item.key), None)


def _record_move(work: Work, customer_id: int, before: Project, item: ProjectItem) -> None:
    moved = moves(before.told, item)
    if moved:
        work.events.record(
            ProjectMoved(
                customer=customer_id,
                project=before.id,
                moved=moved,
                old_stage=before.stage.value,
                stage=item.stage.value,
            )
        )
