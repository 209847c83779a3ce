"""What screens ask of contracts: lists, one in full for either side, what is known already, what differs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from domain.approvals import acting
from domain.approvals.acting import Signature
from domain.approvals.records import Approval, ApprovalState, Decision
from domain.base.errors import NotFound
from domain.base.identifiers import organisation_code_of
from domain.base.kinds import Kind
from domain.base.policy import ContractType
from domain.base.policy.people import ContractPolicy
from domain.base.rights import Action, Belongs, may, reach
from domain.base.work import Work
from domain.contracts import contracting
from domain.contracts.records import Contract, ContractQuery, ContractRow, ContractState, Flat, Json
from domain.people.records import Account, Agency

ONCE = ("accepts_letter", "fiscal_year", "distributor", "distributor_contact")
"""What belongs to one year alone and isn't taken over from the contract before."""


@dataclass(frozen=True, slots=True)
class ContractView:
    """A contract with all that its agency, its approvers and those above them may see of it."""

    contract: Contract
    agency: Agency
    creator: Account
    manager: Account | None
    type: ContractType | None
    distributor: Agency | None
    distributor_contact: Account | None
    wished: Agency | None
    """The distributor that the agency asked for."""
    names: Mapping[int, str]
    """The managers that versions of the contract name."""
    approval: Approval | None
    approvers: tuple[str, ...]
    """Whose decision it waits for."""
    levels: tuple[tuple[str, ...], ...]
    decisions: tuple[tuple[Decision, Signature], ...]
    changed: tuple[tuple[str, Json, Json], ...]
    """Of a contract that came back after a return: field, before, now."""
    rival: str
    """The number of the agency's approved contract of the same year, when there is another."""
    own: bool
    """The reader may edit and withdraw it."""
    can_decide: bool

    @property
    def unbound(self) -> bool:
        """The manager has to bind a distributor before he approves."""
        return self.type is not None and self.type.needs_distributor and self.distributor_contact is None


def contract(work: Work, contract_id: int) -> ContractView:
    """Raises `NotFound`, also when the contract is out of the reader's reach."""
    found = work.contracts.get(contract_id)
    agency, actor = work.people.agency(found.agency_id), work.actor
    approval = work.approvals.of_subject(Kind.CONTRACT, found.id)
    belongs = Belongs(frozenset(), agency.id, agency.unit_id)
    own = may(actor, Action.MANAGE_CONTRACTS, Belongs(frozenset(), agency.id))
    asked = approval is not None and acting.asked(work, approval)
    seen = own or (found.submitted_at is not None and may(actor, Action.SEE_CONTRACTS, belongs))
    if not (asked or seen):
        raise NotFound("contract")
    return _view(work, found, agency, approval, own)


def contract_of_approval(work: Work, approval_id: int) -> ContractView:
    """Raises as `contract`."""
    return contract(work, work.approvals.get(approval_id).subject_id)


def _view(work: Work, found: Contract, agency: Agency, approval: Approval | None, own: bool) -> ContractView:
    pending = approval is not None and approval.state is ApprovalState.PENDING
    bound, contact = found.distributor_id, found.distributor_contact_id
    versions = work.contracts.versions(found.id)
    wished = found.profile.get("distributor")
    rival = work.contracts.approved(found.agency_id, found.fiscal_year)
    return ContractView(
        contract=found,
        agency=agency,
        creator=work.people.account(found.created_by),
        manager=work.people.account(found.manager_id) if found.manager_id is not None else None,
        type=work.policy.contract.type(found.type),
        distributor=work.people.agency(bound) if bound is not None else None,
        distributor_contact=work.people.account(contact) if contact is not None else None,
        wished=work.people.agency(wished) if isinstance(wished, int) else None,
        names=_managers(work, versions),
        approval=approval,
        approvers=acting.names(work, approval) if approval is not None and pending else (),
        levels=tuple(_names(work, step.approvers) for step in approval.steps) if approval is not None else (),
        decisions=acting.signed(work, approval) if approval is not None else (),
        changed=differences(versions),
        rival=rival.number if rival is not None and rival.id != found.id else "",
        own=own,
        can_decide=approval is not None and pending and acting.may_decide(work, approval),
    )


def _managers(work: Work, versions: Sequence[Flat]) -> dict[int, str]:
    ids = {each["manager"] for each in versions if isinstance(each.get("manager"), int)}
    return {each: work.people.account(each).name for each in ids if isinstance(each, int)}


def _names(work: Work, ids: Sequence[int]) -> tuple[str, ...]:
    return tuple(work.people.account(each).name for each in ids)


def differences(versions: Sequence[Flat]) -> tuple[tuple[str, Json, Json], ...]:
    """What the last submission changed against the one before."""
    if len(versions) < 2:
        return ()
    before, now = versions[-2:]
    names = dict.fromkeys((*before, *now))
    return tuple((name, before.get(name), now.get(name)) for name in names if before.get(name) != now.get(name))


def contracts(work: Work, sought: ContractQuery) -> tuple[Sequence[ContractRow], int]:
    """渠道签约: the contracts within the reader's reach, newest first. Raises `NotAllowed`."""
    rows, total = work.contracts.found(reach(work.actor, Action.SEE_CONTRACTS), sought)
    return [replace(each, waits_for=_deciders(work, each)) for each in rows], total


def _deciders(work: Work, row: ContractRow) -> tuple[str, ...]:
    approval = work.approvals.of_subject(Kind.CONTRACT, row.id) if row.state is ContractState.SUBMITTED else None
    return acting.names(work, approval) if approval is not None else ()


@dataclass(frozen=True, slots=True)
class OpenYear:
    """A fiscal year that can be signed for; `renews` is the number of the contract that a renewal copies."""

    year: int
    renews: str


def open_years(work: Work) -> list[OpenYear]:
    """For whoever may sign: the years without an approved contract, the nearest first."""
    agency = work.actor.agency_id
    if agency is None or not may(work.actor, Action.MANAGE_CONTRACTS):
        return []
    found = []
    for year in contracting.open_years(work):
        if work.contracts.approved(agency, year) is None:
            before = work.contracts.newest_approved(agency, year)
            found.append(OpenYear(year, before.number if before is not None else ""))
    return found


def known(work: Work, contract_id: int, *, renew: bool) -> Mapping[str, Json]:
    """What need not be asked: the contract's own answers, or else those of the newest approved one (with its documents
    when it is renewed) over what the agency's record says. JSON by question."""
    mine = work.contracts.get(contract_id)
    fresh: dict[str, Json] = {"contract": mine.id, "fiscal_year": mine.fiscal_year, "name": mine.name}
    if mine.profile:
        return {**mine.profile, **fresh}
    before = work.contracts.newest_approved(mine.agency_id, mine.fiscal_year)
    agency = work.people.agency(mine.agency_id)
    found = _of_agency(agency) | _of_registration(work, agency) | (dict(before.profile) if before is not None else {})
    if not renew:
        found.pop("attachments", None)
    for name in ONCE:
        found.pop(name, None)
    found |= _of_today(agency, found)
    if "manager" not in found and agency.manager_id is not None:
        found["manager"] = int(agency.manager_id)
    return found | fresh


def _of_agency(agency: Agency) -> dict[str, Json]:
    found: dict[str, Json] = {"registered_name": agency.name, "province": agency.province, "city": agency.city}
    if agency.credit_code:
        found["credit_code"] = found["tax_number"] = agency.credit_code
        found["organisation_code"] = organisation_code_of(agency.credit_code)
    return {name: value for name, value in found.items() if value}


def _of_today(agency: Agency, told: Mapping[str, Json]) -> dict[str, Json]:
    """What was signed or registered under a former name or code goes by today's."""
    found: dict[str, Json] = {name: agency.name for name, value in told.items() if value in agency.former_names}
    if agency.credit_code:
        coded = ("credit_code", "tax_number", "organisation_code")
        found |= {name: value for name, value in _of_agency(agency).items() if name in coded}
    return found


def _of_registration(work: Work, agency: Agency) -> dict[str, Json]:
    """What the agency said of itself when it registered."""
    registered = work.registrations.of_agency(agency.id)
    if registered is None:
        return {}
    said = registered.company
    phone = said.phone or said.mobile
    found: dict[str, Json] = {
        "credit_code": said.credit_code,
        "organisation_code": said.organisation_code,
        "tax_number": said.tax_number,
        "province": said.province,
        "city": said.city,
        "office_address": said.address,
        "registered_address": said.address,
        "contact_position": said.position,
        "contact_phone": phone,
        "phone": phone,
        "fax": said.fax,
        "recipient_fax": said.fax,
        "invoice_name": said.name,
        "invoice_address": said.address,
        "invoice_contact": said.contact,
        "invoice_phone": phone,
        "delivery_name": said.name,
        "delivery_address": said.address,
    }
    return {name: value for name, value in found.items() if value}


def policy(work: Work) -> ContractPolicy:
    return work.policy.contract


def year_of(work: Work, contract_id: int) -> int:
    """The fiscal year of a contract that the actor may fill in. Raises `NotFound`."""
    return contract(work, contract_id).contract.fiscal_year


def vendor(work: Work) -> str:
    return work.policy.vendor
