"""Signing a contract: begin, submit, withdraw, and what a decision means (docs/contracts.md)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from domain.approvals import paths as approval_paths
from domain.approvals.records import Approval, ApprovalState
from domain.approvals.requests import begin_with, came_back, withdraw_approval
from domain.base.errors import NotAllowed, NotFound, Refusal
from domain.base.events import Event
from domain.base.kinds import Kind
from domain.base.policy import ContractType
from domain.base.rights import Action, Belongs, demand
from domain.base.work import Work
from domain.contracts import years
from domain.contracts.records import (
    Attachment,
    Basics,
    Business,
    CompanyProfile,
    Contract,
    ContractProfile,
    ContractState,
)
from domain.people.records import Account, Agency, AgencyState


@dataclass(frozen=True, kw_only=True)
class StartContract:
    """A contract, with its number, for a fiscal year that is open to be signed: a new one, or the one that is gone on with."""

    fiscal_year: int


@dataclass(frozen=True, slots=True)
class Started:
    contract: Contract


@dataclass(frozen=True, kw_only=True)
class SubmitContract:
    """The command behind the form 渠道签约. `reply`: a line to whoever returned it."""

    contract: int | None
    basics: Basics
    business: Business
    company: CompanyProfile
    attachments: tuple[Attachment, ...] = ()
    reply: str = ""


@dataclass(frozen=True, kw_only=True)
class WithdrawContract:
    """Take back what was submitted, or give up a draft."""

    contract: int


@dataclass(frozen=True, slots=True)
class SubmittedContract:
    """What the applicant is told: `approvers` are names, level by level."""

    contract: int
    number: str
    approvers: tuple[tuple[str, ...], ...]


@dataclass
class DocumentsMissing(Refusal):
    """Documents without which a contract of this type can't be submitted."""

    documents: tuple[str, ...]


@dataclass
class TooFewNamed(Refusal):
    """A contract names at least so many 主要行业, and 主要客户; `field` is the form's."""

    field: str
    least: int


@dataclass
class NotOffered(Refusal):
    """The policy doesn't offer this value (any more); `field` is the form's."""

    field: str
    value: str


@dataclass
class ContractNotOpen(Refusal):
    """It isn't waiting to be filled in, or withdrawn."""

    number: str
    state: str


@dataclass
class AgencyCannotSign(Refusal):
    agency: str


@dataclass
class DistributorWanted(Refusal):
    """The manager binds a distributor before he approves."""

    number: str


@dataclass(frozen=True, kw_only=True)
class ContractStarted(Event, subject="contract"):
    contract: int
    number: str


@dataclass(frozen=True, kw_only=True)
class ContractSubmitted(Event, subject="contract"):
    contract: int
    version: int


@dataclass(frozen=True, kw_only=True)
class ContractWithdrawn(Event, subject="contract"):
    contract: int


@dataclass(frozen=True, kw_only=True)
class ContractAdvanced(Event, subject="contract"):
    """A level approved it, and the next one is asked."""

    contract: int
    level: int


@dataclass(frozen=True, kw_only=True)
class ContractApproved(Event, subject="contract"):
    contract: int


@dataclass(frozen=True, kw_only=True)
class ContractOvertaken(Event, subject="contract"):
    """Another contract of the agency's year was approved: this one is over."""

    contract: int
    by: int


@dataclass(frozen=True, kw_only=True)
class ContractRejected(Event, subject="contract"):
    contract: int
    reason: str


@dataclass(frozen=True, kw_only=True)
class ContractReturned(Event, subject="contract"):
    contract: int
    reason: str
    fields: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class ManagerAppointed(Event, subject="agency"):
    """The agency's requests go to this manager from now on: its contract was approved with him; to `before` until then."""

    agency: int
    manager: int
    before: int | None = None


def start(work: Work, command: StartContract) -> Started:
    """Raises `NotAllowed`, `AgencyCannotSign`, `YearNotOpen`, `YearTaken`, `YearPending`."""
    agency = signing_agency(work)
    years.demand_open(work, agency.id, command.fiscal_year)
    begun = years.begun(work, agency.id, command.fiscal_year)
    if begun is not None:
        return Started(begun)
    (number,) = work.numbers.next("HT", command.fiscal_year)
    made = work.contracts.add(
        number=f"HT-{command.fiscal_year}-{number:04}",
        agency_id=agency.id,
        fiscal_year=command.fiscal_year,
        name=f"{agency.name} {command.fiscal_year}",
        created_by=work.actor.id,
        now=work.now,
    )
    work.events.record(ContractStarted(contract=made.id, number=made.number))
    return Started(made)


def demand_fillable(work: Work, contract_id: int) -> None:
    """Whether filling it in leads anywhere. Raises `AgencyCannotSign`, `YearTaken`, `ContractNotOpen`."""
    agency, mine = signing_agency(work), work.contracts.get(contract_id)
    years.demand_free(work, agency.id, mine.fiscal_year)
    if not mine.editable:
        raise ContractNotOpen(mine.number, mine.state.value)


def submit(work: Work, command: SubmitContract) -> SubmittedContract:
    """Everything is looked at once more, then the levels are asked. Raises `NotFound`, `ContractNotOpen`,
    `AgencyCannotSign`, `YearTaken`, `NotOffered`, `TooFewNamed`, `DocumentsMissing`."""
    work.people.lock_agency(work.actor.agency_id or 0)  # it doesn't end unseen meanwhile
    mine = own(work, command.contract or 0)
    agency = signing_agency(work)
    if not mine.editable:
        raise ContractNotOpen(mine.number, mine.state.value)
    years.demand_free(work, agency.id, mine.fiscal_year)
    manager = manager_named(work, command.basics.manager)
    _demand_offered(work, mine, command)
    profile = ContractProfile(
        basics=command.basics, business=command.business, company=command.company, attachments=command.attachments
    )
    work.contracts.submit(mine.id, profile, work.now)
    work.events.record(ContractSubmitted(contract=mine.id, version=len(work.contracts.versions(mine.id))))
    before = work.approvals.of_subject(Kind.CONTRACT, mine.id)
    if before is not None and before.state is ApprovalState.RETURNED:
        came_back(work, before, reply=command.reply)
    first, *later = levels(work, manager, agency.unit_id)
    names = begin_with(
        work, Kind.CONTRACT, mine.id, first, agency_id=agency.id, applicant_id=work.actor.id, later=later
    )
    asked = work.approvals.of_subject(Kind.CONTRACT, mine.id)
    after = asked.steps[1:] if asked is not None else ()
    told = tuple(tuple(work.people.account(each).name for each in step.approvers) for step in after)
    return SubmittedContract(mine.id, mine.number, (names, *told))


def withdraw(work: Work, command: WithdrawContract) -> Contract:
    """Raises `NotFound`, `ContractNotOpen`."""
    mine = own(work, command.contract)
    if mine.state not in (ContractState.DRAFT, ContractState.SUBMITTED, ContractState.RETURNED):
        raise ContractNotOpen(mine.number, mine.state.value)
    take_back(work, mine)
    return work.contracts.get(mine.id)


def take_back(work: Work, mine: Contract) -> None:
    """An open contract is off the table, by whoever acts."""
    approval = work.approvals.of_subject(Kind.CONTRACT, mine.id)
    if approval is not None:
        withdraw_approval(work, approval)
    work.contracts.set_state(mine.id, ContractState.WITHDRAWN, work.now)
    work.events.record(ContractWithdrawn(contract=mine.id))


# --- what a decision means (registered by `contracts.request`) ------------------------------------------------------------------


def demand_approvable(work: Work, approval: Approval) -> None:
    """Before anything is written: raises `YearTaken` for the second contract of a year, `DistributorWanted`."""
    mine = work.contracts.get(approval.subject_id, lock=True)
    work.contracts.lock_year(mine.agency_id, mine.fiscal_year)
    years.demand_free(work, mine.agency_id, mine.fiscal_year)
    demand_bound(work, mine)


def demand_bound(work: Work, mine: Contract) -> None:
    """Raises `DistributorWanted`."""
    if wants_distributor(work, mine):
        raise DistributorWanted(mine.number)


def wants_distributor(work: Work, mine: Contract) -> bool:
    """Its manager binds one before he approves."""
    type_ = work.policy.contract.type(mine.type)
    return type_ is not None and type_.needs_distributor and mine.distributor_contact_id is None


def advanced(work: Work, approval: Approval) -> None:
    work.events.record(ContractAdvanced(contract=approval.subject_id, level=approval.level))


def approved(work: Work, approval: Approval) -> None:
    """The contract holds, and its manager is the agency's from now on."""
    mine = work.contracts.get(approval.subject_id)
    work.contracts.set_state(mine.id, ContractState.APPROVED, work.now)
    work.events.record(ContractApproved(contract=mine.id))
    for other in work.contracts.open_of(mine.agency_id):
        if other.fiscal_year == mine.fiscal_year:
            _overtaken(work, other, mine)
    appoint(work, mine)


def appoint(work: Work, mine: Contract) -> None:
    """The manager whom an approved contract names is the agency's, which belongs to his unit then."""
    work.people.lock_agency(mine.agency_id)  # its file may be changing just now
    agency = work.people.agency(mine.agency_id)
    if mine.manager_id is None or agency.manager_id == mine.manager_id:
        return
    unit = work.people.account(mine.manager_id).unit_id
    work.people.keep_agency(
        replace(agency, manager_id=mine.manager_id, unit_id=agency.unit_id if unit is None else unit)
    )
    work.events.record(ManagerAppointed(agency=agency.id, manager=mine.manager_id, before=agency.manager_id))


def _overtaken(work: Work, other: Contract, by: Contract) -> None:
    """The year has its contract: nobody need decide the other one, and its people are told."""
    approval = work.approvals.of_subject(Kind.CONTRACT, other.id)
    if approval is not None and approval.state in (ApprovalState.PENDING, ApprovalState.RETURNED):
        work.approvals.change(approval, state=ApprovalState.WITHDRAWN, level=approval.level)
    work.contracts.set_state(other.id, ContractState.WITHDRAWN, work.now)
    work.events.record(ContractOvertaken(contract=other.id, by=by.id))


def rejected(work: Work, approval: Approval, reason: str) -> None:
    work.contracts.set_state(approval.subject_id, ContractState.REJECTED, work.now)
    work.events.record(ContractRejected(contract=approval.subject_id, reason=reason))


def returned(work: Work, approval: Approval, reason: str, fields: tuple[str, ...]) -> None:
    work.contracts.set_state(approval.subject_id, ContractState.RETURNED, work.now)
    work.events.record(ContractReturned(contract=approval.subject_id, reason=reason, fields=fields))


# --- the pieces ---------------------------------------------------------------------------------------------------


def own(work: Work, contract_id: int) -> Contract:
    """The contract, locked, if it is the actor's agency's; else as if it weren't there."""
    mine = work.contracts.get(contract_id, lock=True)
    try:
        demand(work.actor, Action.MANAGE_CONTRACTS, Belongs(frozenset(), mine.agency_id))
    except NotAllowed:
        raise NotFound("contract") from None
    return mine


def own_draft(work: Work, contract_id: int) -> bool:
    """Whether the actor began it, and nobody handed it in. Raises `NotFound`."""
    mine = work.contracts.get(contract_id)
    return mine.state is ContractState.DRAFT and mine.created_by == work.actor.id


def managers(work: Work) -> list[Account]:
    """签约渠道经理: every active vendor account in a unit."""
    return [each for each in work.people.vendor_accounts() if each.active and each.unit_id is not None]


def required_documents(type_: ContractType | None, attached: tuple[str, ...]) -> tuple[str, ...]:
    """Those of the type that aren't attached yet."""
    return tuple(each for each in type_.documents if each not in attached) if type_ is not None else ()


def signing_agency(work: Work) -> Agency:
    """The actor's, where he may sign for it. Raises `NotAllowed`, `AgencyCannotSign`."""
    demand(work.actor, Action.MANAGE_CONTRACTS)
    agency = work.people.agency(work.actor.agency_id or 0)
    if agency.state is not AgencyState.ACTIVE:
        raise AgencyCannotSign(agency.called)
    return agency


def levels(work: Work, manager: Account, agency_unit: int) -> list[Sequence[Account]]:
    """The manager whom the contract names, then his unit's path."""
    return [(manager,), *approval_paths.levels(work, approval_paths.unit_of(work, manager, agency_unit))]


def manager_named(work: Work, account_id: int) -> Account:
    """Raises `NotOffered`."""
    found = next((each for each in managers(work) if each.id == account_id), None)
    if found is None:
        raise NotOffered("manager", str(account_id))
    return found


def _demand_offered(work: Work, mine: Contract, command: SubmitContract) -> None:
    """The cascade, and the documents, as the policy has them at this moment."""
    policy, basics = work.policy.contract, command.basics
    type_ = next((each for each in policy.types_of(basics.entity) if each.code == basics.type), None)
    offered = {
        "fiscal_year": basics.fiscal_year == mine.fiscal_year,
        "entity": policy.entity(basics.entity) is not None,
        "type": type_ is not None,
        "level": type_ is not None and basics.level in type_.levels,
        "issuer": command.business.issuer in policy.company_names,
    }
    for field, fits in offered.items():
        if not fits:
            values = {"issuer": command.business.issuer}
            raise NotOffered(field, values.get(field) or str(getattr(basics, field)))
    company = command.company
    named = {
        "industries": {each.industry for each in company.industries},
        "key_customers": {each.customer for each in company.key_customers},
    }
    for field, different in named.items():
        if len(different) < policy.required_industries:
            raise TooFewNamed(field, policy.required_industries)
    missing = required_documents(type_, tuple(each.kind for each in command.attachments))
    if missing:
        raise DocumentsMissing(missing)
