"""Where a contract, as it is filled in or asked for, isn't what the agency's file says."""

from __future__ import annotations

from dataclasses import dataclass, replace

from domain.base.kinds import Kind
from domain.base.work import Work
from domain.contracts.records import Contract, Flat
from domain.names.text import look
from domain.people.records import Agency


@dataclass(frozen=True, slots=True)
class OtherName:
    """公司注册名称 of the contract, and the agency's."""

    written: str
    registered: str


@dataclass(frozen=True, slots=True)
class OtherManager:
    """`named` by the contract: the agency is his as soon as it is approved; `present` until then."""

    named: str
    present: str


@dataclass(frozen=True, slots=True)
class LastManager:
    """With whom the contract before was signed, where the agency is somebody else's now."""

    number: str
    name: str
    present: str


@dataclass(frozen=True, slots=True)
class AtOdds:
    name: OtherName | None
    manager: OtherManager | None
    last: LastManager | None = None


def of_answers(work: Work, contract_id: int, registered_name: str | None, manager: int | None) -> AtOdds:
    """Of a contract that is being filled in. Raises `NotFound`."""
    contract = work.contracts.get(contract_id)
    agency = work.people.agency(contract.agency_id)
    found = between(work, agency, registered_name, manager)
    present = manager is not None and manager == agency.manager_id
    return replace(found, last=_last(work, contract, agency)) if present else found


def _last(work: Work, contract: Contract, agency: Agency) -> LastManager | None:
    before = work.contracts.newest_approved(agency.id, contract.fiscal_year)
    if before is None or before.manager_id is None or agency.manager_id in (None, before.manager_id):
        return None
    present = work.people.account(agency.manager_id or 0).name
    return LastManager(before.number, work.people.account(before.manager_id).name, present)


def of_approval(work: Work, approval_id: int) -> AtOdds:
    """Of what its approvers are asked; an amendment that leaves the manager as he is appoints nobody. Raises `NotFound`."""
    approval = work.approvals.get(approval_id)
    if approval.kind is Kind.CONTRACT:
        contract = work.contracts.get(approval.subject_id)
        return of_profile(work, contract.agency_id, contract.profile)
    wish = work.amendments.get(approval.subject_id)
    same = wish.before.get("manager") == wish.after.get("manager")
    found = of_profile(work, wish.agency_id, wish.after)
    return replace(found, manager=None) if same else found


def of_profile(work: Work, agency_id: int, profile: Flat) -> AtOdds:
    """Of a contract of the agency that says this."""
    written, manager = profile.get("registered_name"), profile.get("manager")
    return between(
        work,
        work.people.agency(agency_id),
        written if isinstance(written, str) else None,
        manager if isinstance(manager, int) else None,
    )


def between(work: Work, agency: Agency, registered_name: str | None, manager: int | None) -> AtOdds:
    """Another writing of the same name isn't another name."""
    named = OtherName(registered_name, agency.name) if registered_name else None
    present = agency.manager_id
    return AtOdds(
        named if named is not None and look(named.written) != look(named.registered) else None,
        OtherManager(work.people.account(manager).name, work.people.account(present).name)
        if manager is not None and present is not None and manager != present
        else None,
    )
