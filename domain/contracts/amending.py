"""Amending (变更) an approved contract: ask for it, take it back, and what a decision means (docs/contracts.md).

The contract holds as it is until the amendment is approved.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from domain.approvals import paths as approval_paths
from domain.approvals.approvers import approvers_of
from domain.approvals.records import Approval, FieldChange
from domain.approvals.requests import begin_with, came_back, withdraw_approval
from domain.base.errors import NotFound, Refusal
from domain.base.events import Event
from domain.base.kinds import Kind
from domain.base.work import Work
from domain.contracts import contracting, versions
from domain.contracts.amendments import OPEN, Amendment, AmendmentState, Asked
from domain.contracts.contracting import DistributorWanted, DocumentsMissing, NotOffered, TooFewNamed
from domain.contracts.differences import Difference, changed, differences, merged
from domain.contracts.records import (
    Attachment,
    Basics,
    Binding,
    Business,
    CompanyProfile,
    Contract,
    ContractProfile,
    ContractState,
    Flat,
    Json,
    flat,
    last_day,
)
from domain.people.records import Account, Agency


@dataclass(frozen=True, kw_only=True)
class AmendContract:
    """The command behind the form 变更合同: the whole contract as it shall be. What counts is where that differs from the
    version `base`, which the form was opened with: what was amended meanwhile stays. `amendment`: the one that was sent back
    and is mended so; `reply`: a line to whoever returned it."""

    contract: int | None
    amendment: int | None = None
    base: int | None
    basics: Basics
    business: Business
    company: CompanyProfile
    attachments: tuple[Attachment, ...] = ()
    reason: str
    reply: str = ""


@dataclass(frozen=True, kw_only=True)
class WithdrawAmendment:
    amendment: int


@dataclass(frozen=True, slots=True)
class SubmittedAmendment:
    """What the applicant is told: `approvers` are names, level by level."""

    amendment: int
    number: str
    changes: tuple[Difference, ...]
    approvers: tuple[tuple[str, ...], ...]


@dataclass
class NothingAmended(Refusal):
    """It would leave the contract as it is."""

    number: str


@dataclass
class AmendmentOpen(Refusal):
    """Another amendment of the contract is being decided, or was sent back: two at once might undo each other."""

    number: str
    amendment: str
    state: str


@dataclass
class ContractOver(Refusal):
    """Its fiscal year has ended: there is nothing to amend any more. `year` is a name, no quantity."""

    number: str
    year: str


@dataclass
class NotInForce(Refusal):
    """Only an approved contract is amended; others are simply filled in."""

    number: str


@dataclass
class AmendmentClosed(Refusal):
    """It isn't being decided or mended any more."""

    number: str
    state: str


@dataclass(frozen=True, kw_only=True)
class AmendmentSubmitted(Event, subject="contract"):
    """`fields` are the questions whose answers it changes."""

    contract: int
    amendment: int
    fields: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class AmendmentWithdrawn(Event, subject="contract"):
    contract: int
    amendment: int


@dataclass(frozen=True, kw_only=True)
class AmendmentAdvanced(Event, subject="contract"):
    """A level approved it, and the next one is asked."""

    contract: int
    amendment: int
    level: int


@dataclass(frozen=True, kw_only=True)
class ContractAmended(Event, subject="contract"):
    """The amendment was approved: from now on the contract says so."""

    contract: int
    amendment: int
    fields: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class AmendmentRejected(Event, subject="contract"):
    contract: int
    amendment: int
    reason: str


@dataclass(frozen=True, kw_only=True)
class AmendmentReturned(Event, subject="contract"):
    contract: int
    amendment: int
    reason: str
    fields: tuple[str, ...]


# --- asking -------------------------------------------------------------------------------------------------------


def demand_amendable(work: Work, contract_id: int, amendment_id: int | None = None) -> Agency:
    """Whether asking leads anywhere, anew or by mending that amendment; the agency that asks. One that was asked for in time
    is mended after the year, too. Raises `NotFound`, `AgencyCannotSign`, `NotInForce`, `AmendmentOpen`, `ContractOver`."""
    agency, mine = contracting.signing_agency(work), work.contracts.get(contract_id)
    if mine.agency_id != agency.id:
        raise NotFound("contract")
    if mine.state is not ContractState.APPROVED:
        raise NotInForce(mine.number)
    standing = work.amendments.open_of(mine.id)
    mended = standing is not None and standing.state is AmendmentState.RETURNED and standing.id == amendment_id
    if standing is not None and not mended:
        raise AmendmentOpen(mine.number, standing.number, standing.state.value)
    if not mended and last_day(work.policy, mine.fiscal_year) < work.today:
        raise ContractOver(mine.number, str(mine.fiscal_year))
    return agency


def amend(work: Work, command: AmendContract) -> SubmittedAmendment:
    """Only what changes is looked at: what stands was approved. Raises as `demand_amendable`, and `NothingAmended`,
    `NotOffered`, `DocumentsMissing`."""
    work.people.lock_agency(work.actor.agency_id or 0)  # it doesn't end unseen meanwhile
    mine = contracting.own(work, command.contract or 0)
    agency = demand_amendable(work, mine.id, command.amendment)
    wished = ContractProfile(
        basics=command.basics, business=command.business, company=command.company, attachments=command.attachments
    )
    after = amended(work, mine, command.base or 0, flat(wished))
    found = differences(mine.profile, after)
    if not found:
        raise NothingAmended(mine.number)
    fields = tuple(name for name, _, _ in found)
    _demand_offered(work, mine.profile, after, fields)
    asked = Asked(
        applicant_id=work.actor.id,
        reason=command.reason,
        before=mine.profile,
        after=after,
        bound_before=mine.bound,
        bound_after=_still_bound(work, mine, after),
    )
    amendment = _handed_in(work, mine, asked, command.reply)
    work.events.record(AmendmentSubmitted(contract=mine.id, amendment=amendment.id, fields=fields))
    first, *later = levels(work, mine, after)
    kind, applicant = Kind.CONTRACT_AMENDMENT, work.actor.id
    begin_with(work, kind, amendment.id, first, agency_id=agency.id, applicant_id=applicant, later=later)
    approval = work.approvals.of_subject(kind, amendment.id)
    steps = approval.steps if approval is not None else ()
    names = tuple(tuple(work.people.account(each).name for each in step.approvers) for step in steps)
    return SubmittedAmendment(amendment.id, amendment.number, found, names)


def amended(work: Work, contract: Contract, base: int, wished: Flat) -> Flat:
    """The contract as it stands with what the wish changes of its version `base`. Raises `NotFound`."""
    return merged(versions.version(work, contract, base).contract.profile, wished, contract.profile)


def _handed_in(work: Work, mine: Contract, asked: Asked, reply: str) -> Amendment:
    """Anew, or as the one that was sent back, whoever of the agency began that."""
    standing = work.amendments.open_of(mine.id)
    if standing is None:
        return work.amendments.add(work.number("BG", 5), mine.id, mine.agency_id, asked, work.now)
    approval = work.approvals.of_subject(Kind.CONTRACT_AMENDMENT, standing.id)
    work.amendments.ask_again(standing.id, asked, work.now)
    if approval is not None:
        came_back(work, approval, _mended(standing.after, asked.after), reply)
    return work.amendments.get(standing.id)


def _mended(before: Flat, after: Flat) -> tuple[FieldChange, ...]:
    return tuple(FieldChange(name, _told(was), _told(now)) for name, was, now in differences(before, after))


def _told(value: Json) -> str:
    """In a word: of a list what its items are called."""
    match value:
        case None:
            return ""
        case list():
            return "、".join(filter(None, map(_told, value)))
        case dict():
            return next((str(value[name]) for name in ("kind", "industry", "customer") if name in value), "")
        case _:
            return str(value)


def levels(work: Work, mine: Contract, after: Flat) -> list[Sequence[Account]]:
    """The contract's own path: the agency's manager, and whom the contract shall name in his place; then the levels of
    that one's unit. Raises `NotOffered`."""
    agency = work.people.agency(mine.agency_id)
    first = approvers_of(work, agency.id)
    named = after.get("manager")
    if named == mine.manager_id or not isinstance(named, int):
        unit = approval_paths.unit_of(work, first[0], agency.unit_id)
        return [first, *approval_paths.levels(work, unit)]
    successor = contracting.manager_named(work, named)
    unit = approval_paths.unit_of(work, successor, agency.unit_id)
    return [first, (successor,), *approval_paths.levels(work, unit)]


def _so_many(profile: Flat, name: str) -> int:
    """How many different ones are named."""
    listed = profile.get(name)
    called = (
        {str(each.get(_NAMED[name])) for each in listed if isinstance(each, dict)} if isinstance(listed, list) else ()
    )
    return len(called)


_NAMED = {"industries": "industry", "key_customers": "customer"}


def _demand_offered(work: Work, stood: Flat, after: Flat, fields: Collection[str]) -> None:
    """What changes is among what the policy has at this moment; so are the documents, where they or what they hang on do."""
    policy = work.policy.contract
    types = policy.types_of(str(after.get("entity", "")))
    type_ = next((each for each in types if each.code == after.get("type")), None)
    offered = {
        "entity": policy.entity(str(after.get("entity", ""))) is not None,
        "type": type_ is not None,
        "level": type_ is not None and after.get("level") in type_.levels,
    }
    fits = {
        **(offered if not offered.keys().isdisjoint(fields) else {}),
        "fiscal_year": "fiscal_year" not in fields,
        "issuer": "issuer" not in fields or after.get("issuer") in policy.company_names,
    }
    for name, fit in fits.items():
        if not fit:
            raise NotOffered(name, str(after.get(name, "")))
    attached = after.get("attachments")
    kinds = tuple(str(each["kind"]) for each in attached) if isinstance(attached, list) else ()
    for name in {"industries", "key_customers"}.intersection(fields):
        named, before = _so_many(after, name), _so_many(stood, name)
        if named < min(policy.required_industries, before):
            raise TooFewNamed(name, min(policy.required_industries, before))
    missing = contracting.required_documents(policy.type(str(after.get("type", ""))), kinds)
    if missing and not {"type", "attachments"}.isdisjoint(fields):
        raise DocumentsMissing(missing)


def _still_bound(work: Work, mine: Contract, after: Flat) -> Binding | None:
    """To the same distributor, unless another one is wished for, or none is needed any more."""
    type_ = work.policy.contract.type(str(after.get("type", "")))
    wished = after.get("distributor")
    same = wished in (mine.profile.get("distributor"), mine.distributor_id)
    return mine.bound if type_ is not None and type_.needs_distributor and same else None


def withdraw(work: Work, command: WithdrawAmendment) -> Amendment:
    """Raises `NotFound`, `AmendmentClosed`."""
    mine = own(work, command.amendment)
    if mine.state not in OPEN:
        raise AmendmentClosed(mine.number, mine.state.value)
    take_back(work, mine)
    return work.amendments.get(mine.id)


def own(work: Work, amendment_id: int) -> Amendment:
    """Locked, if it is the actor's agency's; else as if it weren't there. Raises `NotFound`."""
    mine = work.amendments.get(amendment_id)
    try:
        contracting.own(work, mine.contract_id)
    except NotFound:
        raise NotFound("amendment") from None
    return work.amendments.get(amendment_id, lock=True)


def take_back(work: Work, mine: Amendment) -> None:
    """An open one is off the table, by whoever acts; what it asked for is kept."""
    approval = work.approvals.of_subject(Kind.CONTRACT_AMENDMENT, mine.id)
    if approval is not None:
        withdraw_approval(work, approval)
    work.amendments.close(mine.id, AmendmentState.WITHDRAWN, work.now)
    work.events.record(AmendmentWithdrawn(contract=mine.contract_id, amendment=mine.id))


# --- what a decision means (registered by `amendment_request`) --------------------------------------------------------------


def hold(work: Work, approval: Approval) -> None:
    """The contract before its amendment, as whoever asks for one holds it."""
    work.contracts.get(work.amendments.get(approval.subject_id).contract_id, lock=True)


def demand_approvable(work: Work, approval: Approval) -> None:
    """Raises `DistributorWanted`."""
    mine = work.amendments.get(approval.subject_id)
    if wants_distributor(work, mine):
        raise DistributorWanted(mine.number)


def wants_distributor(work: Work, mine: Amendment) -> bool:
    """The manager binds one before he approves."""
    type_ = work.policy.contract.type(str(mine.after.get("type", "")))
    return type_ is not None and type_.needs_distributor and mine.bound_after is None


def advanced(work: Work, approval: Approval) -> None:
    mine = work.amendments.get(approval.subject_id)
    work.events.record(AmendmentAdvanced(contract=mine.contract_id, amendment=mine.id, level=approval.level))


def approved(work: Work, approval: Approval) -> None:
    """The contract says so from now on; a manager whom it names newly is the agency's."""
    mine = work.amendments.get(approval.subject_id, lock=True)
    before = work.contracts.get(mine.contract_id)
    work.amendments.close(mine.id, AmendmentState.APPROVED, work.now)
    work.contracts.amend(before.id, mine.after, mine.bound_after)
    fields = changed(mine.before, mine.after)
    work.events.record(ContractAmended(contract=before.id, amendment=mine.id, fields=fields))
    after = work.contracts.get(before.id)
    if after.manager_id != before.manager_id:
        contracting.appoint(work, after)


def rejected(work: Work, approval: Approval, reason: str) -> None:
    mine = work.amendments.get(approval.subject_id)
    work.amendments.close(mine.id, AmendmentState.REJECTED, work.now)
    work.events.record(AmendmentRejected(contract=mine.contract_id, amendment=mine.id, reason=reason))


def returned(work: Work, approval: Approval, reason: str, fields: tuple[str, ...]) -> None:
    mine = work.amendments.get(approval.subject_id)
    work.amendments.send_back(mine.id)
    work.events.record(AmendmentReturned(contract=mine.contract_id, amendment=mine.id, reason=reason, fields=fields))
