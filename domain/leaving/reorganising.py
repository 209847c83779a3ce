"""A unit that is called otherwise from now on, or ends (docs/people.md). What hangs on it is named before; one that has anything
ends only by becoming another one, which has all of it then: nothing is without a unit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from domain.approvals import paths
from domain.base.errors import NotFound, Refusal
from domain.base.events import Event
from domain.base.naming import demand_name
from domain.base.rights import Action, Reach, demand
from domain.base.work import Work
from domain.people import coverage, heads
from domain.people.organising import NameTaken
from domain.people.records import AccountState, Unit, UnitKind


@dataclass(frozen=True, kw_only=True)
class RenameUnit:
    unit: int
    name: str


@dataclass(frozen=True, kw_only=True)
class EndUnit:
    """撤并: `to` has what it had; needed where there is anything."""

    unit: int
    to: int | None = None


@dataclass
class NoSuccessorUnit(Refusal):
    """Something hangs on the unit, and no other was named that can take it over."""

    unit: str


@dataclass(frozen=True, kw_only=True)
class UnitRenamed(Event, subject="unit"):
    unit: int
    name_before: str
    name_after: str


@dataclass(frozen=True, kw_only=True)
class UnitEnded(Event, subject="unit"):
    """`told`: its people, and those of the unit that it became."""

    unit: int
    to: int | None
    agencies: int
    told: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Hanging:
    """What hangs on a unit; `agencies` in whatever state, `people` who haven't left, `orders`: whether any was logged there."""

    unit: Unit
    provinces: tuple[str, ...]
    agencies: int
    people: tuple[str, ...]
    head: str
    own_path: bool
    orders: bool

    @property
    def nothing(self) -> bool:
        return not (self.provinces or self.agencies or self.people or self.orders)


def hanging(work: Work, unit_id: int) -> Hanging:
    """Raises `NotAllowed`, `NotFound`, also where it has ended."""
    demand(work.actor, Action.MANAGE_UNITS)
    unit = work.people.unit(unit_id)
    if unit.ended_at is not None:
        raise NotFound("unit")
    led = heads.head(work, unit)
    return Hanging(
        unit,
        coverage.provinces_of(work, unit.id),
        len(work.people.agencies(Reach(unit_id=unit.id))),
        tuple(each.name for each in work.people.managers_of_unit(unit.id) if each.state is not AccountState.LEFT),
        led.name if led is not None else "",
        work.contracts.path(unit.id) is not None,
        work.orders.of_unit(unit.id),
    )


def successors(work: Work, unit_id: int) -> Sequence[Unit]:
    """What it can become: where it covers provinces, a region."""
    found = hanging(work, unit_id)
    others = [each for each in work.people.units() if each.id != unit_id]
    return [each for each in others if each.kind is UnitKind.REGION or not found.provinces]


def rename(work: Work, command: RenameUnit) -> Unit:
    """Its path stays, also where the policy's file says it by the name. Raises `NotAllowed`, `NotFound`, `NameTaken`."""
    work.people.lock_unit(command.unit)
    unit = hanging(work, command.unit).unit
    demand_name(command.name)
    if command.name == unit.name:
        return unit
    if work.people.unit_called(command.name) is not None:
        raise NameTaken(command.name)
    renamed, steps = replace(unit, name=command.name), paths.steps_of(work, unit)
    work.people.keep_unit(renamed)
    if paths.steps_of(work, renamed) != steps:
        work.contracts.set_path(unit.id, steps)
    work.events.record(UnitRenamed(unit=unit.id, name_before=unit.name, name_after=renamed.name))
    return renamed


def end(work: Work, command: EndUnit) -> Unit:
    """What it became, or it itself. Requests on their way stay with whom they were put before. Raises `NotAllowed`, `NotFound`,
    `NoSuccessorUnit`."""
    for each in sorted(filter(None, (command.unit, command.to))):
        work.people.lock_unit(each)
    found = hanging(work, command.unit)
    unit, into = found.unit, next((each for each in successors(work, command.unit) if each.id == command.to), None)
    if into is None and (command.to is not None or not found.nothing):
        raise NoSuccessorUnit(unit.name)
    told = [each.id for some in (unit, into) if some is not None for each in work.people.managers_of_unit(some.id)]
    if into is not None:
        led = heads.head(work, unit)
        coverage.take(work, into, found.provinces)
        work.people.move_unit(unit.id, into.id)
        work.orders.move_unit(unit.id, into.id)
        work.publications.move_unit(unit.id, into.id)
        work.announcements.move_unit(unit.id, into.id)
        if led is not None and heads.head(work, into) is None:
            heads.appoint(work, into, led.id)
    work.contracts.set_path(unit.id, None)
    successor = into.id if into is not None else None
    work.people.keep_unit(replace(unit, head_id=None, ended_at=work.now, successor_id=successor))
    others = tuple(each for each in told if each != work.actor.id and work.people.account(each).active)
    work.events.record(UnitEnded(unit=unit.id, to=successor, agencies=found.agencies, told=others))
    return into or unit
