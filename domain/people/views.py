"""What screens ask of people: the vendor's units and agencies, and who works there, each within the reader's rights."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from domain.base.errors import NotFound
from domain.base.rights import EVERYTHING, Action, Belongs, Reach, demand, may, reach
from domain.base.work import Work
from domain.people import callings, coverage, heads, unit_names
from domain.people.joining import may_manage
from domain.people.records import WITH_US, Account, AccountState, Agency, Unit


@dataclass(frozen=True, slots=True)
class UnitCard:
    """A unit with its head's name, where it has one, the provinces that it covers, its managers' names, and how many agencies
    of it are with us."""

    unit: Unit
    head: str
    provinces: tuple[str, ...]
    managers: tuple[str, ...]
    agencies: int


def people_of_agency(work: Work, agency_id: int | None) -> tuple[Agency, Sequence[Account]]:
    """An agency (the reader's own when None) and its people, if he manages them. Raises `NotFound`."""
    agency = work.people.agency(agency_id if agency_id is not None else work.actor.agency_id or 0)
    if not may(work.actor, Action.MANAGE_AGENCY_PEOPLE, Belongs(frozenset(), agency.id, agency.unit_id)):
        raise NotFound("agency")
    return agency, work.people.accounts_of_agency(agency.id)


def vendor_people(work: Work) -> Sequence[Account]:
    """The vendor's people within the reader's reach."""
    within = reach(work.actor, Action.MANAGE_VENDOR_PEOPLE)
    everybody = work.people.vendor_accounts()
    return [each for each in everybody if within == EVERYTHING or each.unit_id == within.unit_id]


def numbered(work: Work, text: str) -> Sequence[Account]:
    """Those of the vendor's whose 工号, else account's number, that is."""
    found = callings.of(work, [each for each in vendor_people(work) if each.state is not AccountState.LEFT])
    return [each.account for each in found if each.number.casefold() == text.strip().casefold()]


def named(work: Work, text: str) -> Sequence[Account]:
    """Whom the reader manages, or invited, and who is called exactly so, also who has left."""
    wanted = "".join(text.split()).casefold()
    found = [work.people.account(each) for each in work.people.called(text)] if wanted else []
    return [each for each in found if "".join(each.name.split()).casefold() == wanted and may_manage(work, each)]


def person(work: Work, account_id: int) -> Account:
    """One whom the reader manages, or invited, or he himself. Raises `NotFound`."""
    account = work.people.account(account_id)
    if account.id != work.actor.id and not may_manage(work, account):
        raise NotFound("account")
    return account


def manages(work: Work, account_id: int) -> bool:
    """Whether the reader may do more about the person than look, and put his own data right."""
    return may_manage(work, work.people.account(account_id))


def units(work: Work) -> Sequence[tuple[Unit, str]]:
    """Every unit with its head's name, where it has one. Raises `NotAllowed`."""
    demand(work.actor, Action.MANAGE_UNITS)
    return [(unit, head.name if (head := heads.head(work, unit)) is not None else "") for unit in work.people.units()]


def units_called(work: Work, text: str) -> Sequence[Unit]:
    """Nothing for who doesn't look after them."""
    return unit_names.units_like(work, text) if may(work.actor, Action.MANAGE_UNITS) else ()


def unit(work: Work, unit_id: int) -> UnitCard:
    """Raises `NotAllowed`, `NotFound`."""
    demand(work.actor, Action.MANAGE_UNITS)
    found = work.people.unit(unit_id)
    led = heads.head(work, found)
    managers = tuple(each.name for each in work.people.managers_of_unit(found.id) if each.active)
    agencies = sum(each.state in WITH_US for each in work.people.agencies(Reach(unit_id=found.id)))
    return UnitCard(found, led.name if led else "", coverage.provinces_of(work, found.id), managers, agencies)


def units_to_staff(work: Work) -> Sequence[Unit]:
    """The units that the reader may invite people and set up agencies in: all, or his own."""
    everywhere = may(work.actor, Action.MANAGE_UNITS)
    return [unit for unit in work.people.units() if everywhere or unit.id == work.actor.unit_id]
