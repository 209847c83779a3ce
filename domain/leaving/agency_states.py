"""An agency's life after its registration: suspended, resumed, ended; another manager; its customers handed on
(docs/people.md). Suspended: nothing new, protection runs on. Ended: after *policy* days its customers go to the pool,
unless its manager has handed them to another agency."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from domain.approvals import winding_up
from domain.base.errors import NotAllowed, NotFound, Refusal
from domain.base.events import Event
from domain.base.rights import EVERYTHING, Action, Belongs, demand, may, reach
from domain.base.work import Work
from domain.leaving import handovers
from domain.leaving.handovers import HandedNames
from domain.people import heads
from domain.people.records import WITH_US, Account, AccountType, Agency, AgencyState
from domain.protection import releasing
from domain.protection.records import LossReason


@dataclass(frozen=True, kw_only=True)
class SetAgencyState:
    """`active`, `suspended` or `ended`."""

    agency: int
    state: AgencyState


@dataclass(frozen=True, kw_only=True)
class ChangeManager:
    """更换渠道经理, by the head of the agency's unit or an administrator: its requests go to another one from now on, and it
    belongs to his unit."""

    agency: int
    manager: int


@dataclass(frozen=True, kw_only=True)
class HandAgencyOver:
    """`to`: a contact of another agency."""

    agency: int
    to: int


@dataclass
class NotThatWay(Refusal):
    """An agency can't come from its present state to that one."""

    agency: str


@dataclass(frozen=True, kw_only=True)
class AgencyStateSet(Event, subject="agency"):
    agency: int
    before: str
    after: str


@dataclass(frozen=True, kw_only=True)
class ManagerChanged(Event, subject="agency"):
    agency: int
    before: int | None
    manager: int


@dataclass(frozen=True, slots=True)
class AgencyView:
    """An agency before its manager. `pool_at` is when the customers of an ended one go to the pool."""

    agency: Agency
    manager: str
    customers: int
    pool_at: datetime | None
    may_change_manager: bool


WAYS = {
    AgencyState.ACTIVE: (AgencyState.SUSPENDED, AgencyState.ENDED),
    AgencyState.SUSPENDED: (AgencyState.ACTIVE, AgencyState.ENDED),
    AgencyState.ENDED: (AgencyState.ACTIVE,),
    AgencyState.PENDING: (),
    AgencyState.REJECTED: (),
}


def view(work: Work, agency_id: int) -> AgencyView:
    """Raises `NotFound`, also when it is out of the reader's reach."""
    agency = _managed(work, agency_id)
    manager = work.people.account(agency.manager_id).name if agency.manager_id is not None else ""
    customers = len(work.hand_overs.customers_of_agency(agency.id))
    return AgencyView(agency, manager, customers, pool_at(work, agency), may_change_manager(work, agency))


def set_state(work: Work, command: SetAgencyState) -> Agency:
    """Raises `NotFound`, `NotThatWay`."""
    work.people.lock_agency(_managed(work, command.agency).id)  # what its people report just now is there then
    agency = work.people.agency(command.agency)
    if command.state not in WAYS[agency.state]:
        raise NotThatWay(agency.called)
    ended_at = work.now if command.state is AgencyState.ENDED else None
    if ended_at is not None:
        winding_up.close_open(work, agency.id)
    work.people.keep_agency(replace(agency, state=command.state, ended_at=ended_at))
    work.events.record(AgencyStateSet(agency=agency.id, before=agency.state.value, after=command.state.value))
    return work.people.agency(agency.id)


def may_change_manager(work: Work, agency: Agency) -> bool:
    """Whether the reader is an administrator, or the head of the agency's unit."""
    belongs = Belongs(frozenset(), agency.id, agency.unit_id)
    if agency.state not in WITH_US or not may(work.actor, Action.MANAGE_AGENCIES, belongs):
        return False
    head = heads.head(work, work.people.unit(agency.unit_id))
    return work.actor.administrator or (head is not None and head.id == work.actor.id)


def managers(work: Work, agency_id: int) -> Sequence[Account]:
    """Who can look after the agency: managers of its unit; for an administrator those of all units. Raises `NotAllowed`."""
    agency = _managed(work, agency_id)
    if not may_change_manager(work, agency):
        raise NotAllowed(Action.MANAGE_AGENCIES.value)
    everywhere = reach(work.actor, Action.MANAGE_AGENCIES) == EVERYTHING
    found = work.people.vendor_accounts() if everywhere else work.people.managers_of_unit(agency.unit_id)
    return [each for each in found if each.active and each.unit_id is not None and each.id != agency.manager_id]


def change_manager(work: Work, command: ChangeManager) -> Agency:
    """Requests on their way stay with whom they were put before. Raises `NotAllowed`, `NotFound`."""
    work.people.lock_agency(_managed(work, command.agency).id)  # its file may be changing just now
    agency = work.people.agency(command.agency)
    manager = next((each for each in managers(work, agency.id) if each.id == command.manager), None)
    if manager is None or manager.unit_id is None:
        raise NotFound("account")
    work.people.keep_agency(replace(agency, manager_id=manager.id, unit_id=manager.unit_id))
    work.events.record(ManagerChanged(agency=agency.id, before=agency.manager_id, manager=manager.id))
    return work.people.agency(agency.id)


def successors(work: Work, agency_id: int) -> Sequence[tuple[Account, str]]:
    """The owners of other active agencies that the actor manages, with the agency's name."""
    return [
        (account, agency.called)
        for agency in work.people.agencies(reach(work.actor, Action.MANAGE_AGENCIES))
        if agency.id != agency_id and agency.state is AgencyState.ACTIVE
        for account in work.people.accounts_of_agency(agency.id)
        if account.active and account.type is AccountType.OWNER
    ]


def hand_over(work: Work, command: HandAgencyOver) -> HandedNames:
    """All customers of an ended agency, to the owner of another one. Raises `NotFound`, `NotThatWay`."""
    agency = _managed(work, command.agency)
    if agency.state is not AgencyState.ENDED:
        raise NotThatWay(agency.called)
    to = next((account for account, _ in successors(work, agency.id) if account.id == command.to), None)
    if to is None:
        raise NotFound("account")
    return handovers.names(work, handovers.to_another_agency(work, agency.id, to))


def release_of_ended(work: Work, limit: int) -> int:
    """The time of an ended agency is over: its customers go to the pool. Returns how many did."""
    count = 0
    for agency in work.people.agencies(EVERYTHING):
        due = pool_at(work, agency)
        if due is None or work.now < due:
            continue
        for customer in work.hand_overs.customers_of_agency(agency.id)[: limit - count]:
            held = work.protections.held(customer, lock=True)
            if held is not None and held.agency_id == agency.id:  # not handed over while its lock was waited for
                releasing.release(work, held, LossReason.AGENCY_ENDED)
                count += 1
    return count


def pool_at(work: Work, agency: Agency) -> datetime | None:
    """When the customers of an ended agency go to the pool; None while it is none."""
    if agency.state is not AgencyState.ENDED or agency.ended_at is None:
        return None
    return agency.ended_at + timedelta(days=work.policy.people.ended_agency_days)


def _managed(work: Work, agency_id: int) -> Agency:
    agency = work.people.agency(agency_id)
    demand(work.actor, Action.MANAGE_AGENCIES, Belongs(frozenset(), agency.id, agency.unit_id))
    return agency
