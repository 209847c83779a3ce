"""The vendor's order: units, and agencies that a manager sets up himself (docs/people.md)."""

from __future__ import annotations

from dataclasses import dataclass, replace

from domain.base.errors import Refusal
from domain.base.events import Event
from domain.base.naming import demand_name
from domain.base.rights import Action, Belongs, demand
from domain.base.work import Work
from domain.people import coverage, heads
from domain.people.records import Agency, AgencyState, Unit, UnitKind


@dataclass(frozen=True, kw_only=True)
class AddUnit:
    """`provinces`: what a region takes over from others (`coverage`)."""

    name: str
    kind: UnitKind
    provinces: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class AddAgency:
    """An agency set up by its manager; one that registers itself comes by its own form."""

    name: str
    unit: int | None = None
    credit_code: str | None = None
    province: str = ""
    city: str = ""


@dataclass
class NameTaken(Refusal):
    name: str


@dataclass(frozen=True, kw_only=True)
class UnitAdded(Event, subject="unit"):
    unit: int
    name: str


@dataclass(frozen=True, kw_only=True)
class AgencyAdded(Event, subject="agency"):
    agency: int
    name: str


def add_unit(work: Work, command: AddUnit) -> Unit:
    """Raises `NotAllowed`, `NameTaken`, `NotFound`, `NoProvinces`."""
    demand(work.actor, Action.MANAGE_UNITS)
    former = work.people.unit_called(command.name)
    if former is None:
        unit = work.people.add_unit(command.name, command.kind)
    elif former.ended_at is not None:  # it is there again, with nothing
        unit = replace(former, kind=command.kind, ended_at=None, successor_id=None)
        work.people.keep_unit(unit)
    else:
        raise NameTaken(command.name)
    work.events.record(UnitAdded(unit=unit.id, name=unit.name))
    coverage.take(work, unit, command.provinces)
    return unit


def add_agency(work: Work, command: AddAgency) -> Agency:
    """The agency is active at once; its manager is the one who sets it up, or the unit's head when an administrator
    does. Raises `NotAllowed`, `NameTaken`."""
    unit = coverage.there(work, command.unit if command.unit is not None else work.actor.unit_id or 0)
    demand(work.actor, Action.MANAGE_AGENCIES, Belongs(frozenset(), None, unit.id))
    demand_name(command.name)
    if command.credit_code is not None:
        work.people.lock_agency_code(command.credit_code)
        if work.people.agency_by_code(command.credit_code) is not None:
            raise NameTaken(command.name)
    head = work.actor if work.actor.unit_id == unit.id else heads.head(work, unit)
    agency = work.people.add_agency(
        name=command.name,
        unit_id=unit.id,
        manager_id=head.id if head is not None else None,
        state=AgencyState.ACTIVE,
        credit_code=command.credit_code,
        province=command.province,
        city=command.city,
    )
    work.events.record(AgencyAdded(agency=agency.id, name=agency.name))
    return agency
