"""How projects move: what a report tells of them, and the customer's stage that follows from it (domain.md, section 7)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from domain import protecting
from domain.errors import NotFound, Refusal
from domain.events import Event
from domain.projects import Project, ProjectItem, most_advanced, moves
from domain.work import Work


@dataclass
class ToldTwice(Refusal):
    """A report tells of one project in two items."""

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


def tell(
    work: Work,
    customer_id: int,
    items: Sequence[ProjectItem],
    *,
    at: datetime,
    author_id: int,
    follow_up: int | None = None,
) -> None:
    """What a report says of projects is kept as their history and as how they stand. Check with `check` before the
    first write of the use-case."""
    for item in items:
        known = _meant(work, customer_id, item)
        if known is None:
            made = work.projects.add(customer_id, item, at)
            work.projects.tell(made.id, item, at=at, author_id=author_id, follow_up=follow_up)
            work.events.record(
                ProjectBegan(customer=customer_id, project=made.id, name=item.name, stage=item.stage.value)
            )
        else:
            work.projects.tell(known.id, item, at=at, author_id=author_id, follow_up=follow_up)
            _record_move(work, customer_id, known, item)
    settle_stage(work, customer_id)


def check(work: Work, customer_id: int, items: Sequence[ProjectItem]) -> None:
    """Raises `ToldTwice`, and `NotFound` for a project of another customer."""
    seen: set[object] = set()
    for item in items:
        known = _meant(work, customer_id, item)
        keys: set[object] = {item.key} if known is None else {item.key, known.id, known.told.key}
        if keys & seen:
            raise ToldTwice(item.name)
        seen |= keys


def settle_stage(work: Work, customer_id: int) -> None:
    """The customer's stage follows its projects; a change of it is an event that the clock of protection hears."""
    customer = work.customers.get(customer_id)
    stage = most_advanced(each.stage for each in work.projects.of_customer(customer_id))
    if stage is customer.stage:
        return
    work.customers.set_stage(customer_id, stage)
    work.events.record(
        StageChanged(
            customer=customer_id,
            old=customer.stage.value if customer.stage is not None else None,
            new=stage.value if stage is not None else None,
        )
    )
    protecting.stage_is(work, customer_id, stage)


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
