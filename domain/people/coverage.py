"""Which unit covers which province: each province has exactly one (docs/people.md). The policy's units are where a deployment
begins; from then on the chat says it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from domain.base import regions
from domain.base.errors import NotFound, Refusal
from domain.base.events import Event
from domain.base.rights import Action, demand
from domain.base.work import Work
from domain.people.records import Unit, UnitId, UnitKind


@dataclass(frozen=True, kw_only=True)
class TakeProvinces:
    """调入省份: they come from whichever units had them, so none is left without one."""

    unit: int
    provinces: tuple[str, ...]


@dataclass
class NoProvinces(Refusal):
    """An industry's unit covers none."""


@dataclass(frozen=True, kw_only=True)
class ProvincesTaken(Event, subject="unit"):
    """`provinces` came to the unit from `before`."""

    unit: int
    before: int
    provinces: tuple[str, ...]


def there(work: Work, unit_id: int) -> Unit:
    """A unit that something can be given to, held until the transaction ends. Raises `NotFound`, also where it has ended."""
    work.people.lock_unit(unit_id)
    unit = work.people.unit(unit_id)
    if unit.ended_at is not None:
        raise NotFound("unit")
    return unit


def covering(work: Work, province: str) -> Unit:
    """The unit that covers a province, by the province's short name. Raises `NotFound` where that is none."""
    unit = work.people.provinces().get(province)
    if unit is None:
        raise NotFound("unit")
    return work.people.unit(unit)


def provinces_of(work: Work, unit_id: int) -> tuple[str, ...]:
    """In the order of the standard."""
    covered = work.people.provinces()
    return tuple(each for each in regions.provinces() if covered.get(each) == unit_id)


def of_others(work: Work, unit_id: int | None) -> Sequence[tuple[str, str]]:
    """What a unit could take, and whose it is. Raises `NotAllowed`."""
    demand(work.actor, Action.MANAGE_UNITS)
    names = {unit.id: unit.name for unit in work.people.units()}
    covered = work.people.provinces()
    return [(each, names[covered[each]]) for each in regions.provinces() if covered.get(each, unit_id) != unit_id]


def take_provinces(work: Work, command: TakeProvinces) -> Unit:
    """Registrations on their way stay with whom they were put before, agencies with their units. Raises `NotAllowed`,
    `NotFound`, `NoProvinces`."""
    demand(work.actor, Action.MANAGE_UNITS)
    unit = there(work, command.unit)
    take(work, unit, command.provinces)
    return unit


def take(work: Work, unit: Unit, provinces: Sequence[str]) -> None:
    """For whoever has looked whether that may be. Raises `NotFound`, `NoProvinces`."""
    if provinces and unit.kind is not UnitKind.REGION:
        raise NoProvinces
    covered = work.people.provinces()
    if any(each not in covered for each in provinces):
        raise NotFound("province")
    moved: dict[UnitId, list[str]] = {}
    for each in provinces:
        if covered[each] != unit.id:
            moved.setdefault(covered[each], []).append(each)
    for before, some in moved.items():
        work.people.cover(unit.id, some)
        work.events.record(ProvincesTaken(unit=unit.id, before=before, provinces=tuple(some)))


def begin(work: Work) -> None:
    """At every start: a deployment without units has those that the policy names, and a province that nobody covers is whose
    the policy says."""
    known = {unit.name: unit.id for unit in work.people.units()}
    covered, bare = work.people.provinces(), not known
    for named in work.policy.units:
        free = [each for each in named.provinces if each not in covered]
        if bare or (free and named.name not in known):
            known[named.name] = _begun(work, named.name, UnitKind(named.kind)).id
        if free:
            work.people.cover(known[named.name], free)


def _begun(work: Work, name: str, kind: UnitKind) -> Unit:
    """Of one that has ended, what it became; one that became nothing is there again."""
    unit = work.people.unit_called(name)
    if unit is None:
        return work.people.add_unit(name, kind)
    while unit.ended_at is not None and unit.successor_id is not None:
        unit = work.people.unit(unit.successor_id)
    if unit.ended_at is not None:
        unit = replace(unit, ended_at=None)
        work.people.keep_unit(unit)
    return unit
