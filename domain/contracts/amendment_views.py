"""What screens ask of amendments: one in full for either side, a contract's, what the form opens with and would change."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from domain.approvals import acting
from domain.approvals.acting import Signature
from domain.approvals.records import Approval, ApprovalState, Decision
from domain.base.errors import NotFound, Refusal
from domain.base.kinds import Kind
from domain.base.rights import Action, Belongs, may
from domain.base.work import Work
from domain.contracts import amending, contracting, expiry, versions, years
from domain.contracts import views as contract_views
from domain.contracts.amendments import OPEN, Amendment, AmendmentState
from domain.contracts.called import Called, names_in
from domain.contracts.differences import Difference, changed, differences, merged
from domain.contracts.expiry import DatedDocument
from domain.contracts.records import Contract, Flat, with_answers
from domain.people.records import Account, Agency


@dataclass(frozen=True, slots=True)
class AmendmentView:
    """An amendment with all that its agency, its approvers and those above them may see of it."""

    amendment: Amendment
    contract: Contract
    """As it stands."""
    agency: Agency
    applicant: Account
    changes: tuple[Difference, ...]
    called: Called
    binding: tuple[Agency, Account] | None
    """The distributor that it is newly bound to, and the contact there."""
    unbound: bool
    """The manager has to bind a distributor before he approves."""
    expired: tuple[DatedDocument, ...]
    """Of the documents as it would have them, those whose last day has passed."""
    version: int
    """The one that it made, counted from 1; 0 while it made none."""
    approval: Approval | None
    approvers: tuple[str, ...]
    """Whose decision it waits for."""
    levels: tuple[tuple[str, ...], ...]
    decisions: tuple[tuple[Decision, Signature], ...]
    own: bool
    """The reader may mend and withdraw it, or ask again."""
    can_decide: bool


def amendment(work: Work, amendment_id: int) -> AmendmentView:
    """Raises `NotFound`, also when it is out of the reader's reach."""
    found = work.amendments.get(amendment_id)
    approval = work.approvals.of_subject(Kind.CONTRACT_AMENDMENT, found.id)
    if approval is None or not acting.asked(work, approval):
        contract_views.contract(work, found.contract_id)
    return _view(work, found, approval)


def of_approval(work: Work, approval_id: int) -> AmendmentView:
    """Raises as `amendment`."""
    return amendment(work, work.approvals.get(approval_id).subject_id)


def _view(work: Work, found: Amendment, approval: Approval | None) -> AmendmentView:
    contract = work.contracts.get(found.contract_id)
    pending = approval is not None and approval.state is ApprovalState.PENDING
    made = (
        each.number for each in versions.versions(work, contract) if each.amendment and each.amendment.id == found.id
    )
    bound = found.bound_after if found.bound_after != found.bound_before else None
    return AmendmentView(
        amendment=found,
        contract=contract,
        agency=work.people.agency(found.agency_id),
        applicant=work.people.account(found.applicant_id),
        changes=differences(found.before, found.after),
        called=names_in(work, (found.before, found.after)),
        binding=(work.people.agency(bound.distributor), work.people.account(bound.contact))
        if bound is not None
        else None,
        unbound=found.state in OPEN and amending.wants_distributor(work, found),
        expired=expiry.expired(work, with_answers(contract, found.after, found.bound_after)),
        version=next(made, 0),
        approval=approval,
        approvers=acting.names(work, approval) if approval is not None and pending else (),
        levels=tuple(_names(work, step.approvers) for step in approval.steps) if approval is not None else (),
        decisions=acting.signed(work, approval) if approval is not None else (),
        own=_is_own(work, found.agency_id),
        can_decide=approval is not None and pending and acting.may_decide(work, approval),
    )


def _names(work: Work, ids: Sequence[int]) -> tuple[str, ...]:
    return tuple(work.people.account(each).name for each in ids)


def _is_own(work: Work, agency_id: int) -> bool:
    return may(work.actor, Action.MANAGE_CONTRACTS, Belongs(frozenset(), agency_id))


# --- of a contract ------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class AmendmentRow:
    """`fields` are the questions that it changes; `waits_for` who has it, while it is being decided."""

    amendment: Amendment
    fields: tuple[str, ...]
    waits_for: tuple[str, ...]


def of_contract(work: Work, contract_id: int) -> list[AmendmentRow]:
    """The newest first. Raises `NotFound`."""
    contract_views.contract(work, contract_id)
    return [_row(work, each) for each in work.amendments.of_contract(contract_id)]


def _row(work: Work, found: Amendment) -> AmendmentRow:
    waiting = found.state is AmendmentState.SUBMITTED
    approval = work.approvals.of_subject(Kind.CONTRACT_AMENDMENT, found.id) if waiting else None
    names = acting.names(work, approval) if approval is not None else ()
    return AmendmentRow(found, changed(found.before, found.after), names)


def number_of(work: Work, contract_id: int) -> str:
    """The contract's. Raises `NotFound`."""
    return contract_views.contract(work, contract_id).contract.number


def amendable(work: Work) -> list[Contract]:
    """The reader's contracts of which he could ask for an amendment now, the nearest year first."""
    agency = work.actor.agency_id
    if agency is None or not _is_own(work, agency):
        return []
    found = (work.contracts.approved(agency, year) for year in years.open_years(work))
    return [each for each in found if each is not None and is_amendable(work, each)]


def is_amendable(work: Work, contract: Contract) -> bool:
    """Whether the reader could ask for one now."""
    if not _is_own(work, contract.agency_id):
        return False
    try:
        amending.demand_amendable(work, contract.id)
    except Refusal:
        return False
    return True


# --- the form -----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Start:
    """What the form opens with: the contract as it stands, or as an earlier amendment would have had it. `base` is the
    version that it stands on, `mends` the amendment that was sent back, with the questions `only` to mend."""

    profile: Flat
    base: int
    mends: int | None = None
    reason: str = ""
    only: tuple[str, ...] = ()


def start(work: Work, contract_id: int, again: int = 0) -> Start:
    """`again`: what that amendment asked for, whatever became of it. One that was sent back is gone on with in any case.
    Raises `NotFound`."""
    mine = contract_views.contract(work, contract_id).contract
    base = len(versions.versions(work, mine))
    standing = work.amendments.open_of(mine.id)
    if standing is not None and standing.state is AmendmentState.RETURNED:
        return _resumed(work, standing, mine, base, mends=standing.id)
    if not again:
        return Start(mine.profile, base)
    earlier = work.amendments.get(again)
    if earlier.contract_id != mine.id:
        raise NotFound("amendment")
    return _resumed(work, earlier, mine, base, mends=None)


def managers(work: Work, contract_id: int) -> list[Account]:
    """Whom the contract can name; whom it names already stays one of them, wherever he is by now."""
    stands = contract_views.contract(work, contract_id).manager
    found = contracting.managers(work)
    return found if stands is None or stands in found else [*found, stands]


def least(work: Work, contract_id: int, name: str) -> int:
    """How many main industries or customers it needs: as many as it had is enough."""
    before = contract_views.contract(work, contract_id).contract.profile.get(name)
    return min(work.policy.contract.required_industries, len(before) if isinstance(before, list) else 1)


def _resumed(work: Work, earlier: Amendment, mine: Contract, base: int, *, mends: int | None) -> Start:
    """With what was amended otherwise meanwhile."""
    approval = work.approvals.of_subject(Kind.CONTRACT_AMENDMENT, earlier.id) if mends is not None else None
    decisions = work.approvals.decisions(approval.id) if approval is not None else ()
    only = decisions[-1].fields if decisions else ()
    return Start(merged(earlier.before, earlier.after, mine.profile), base, mends, earlier.reason, only)


@dataclass(frozen=True, slots=True)
class Wished:
    """What a half-filled form would change, and what was amended by others since it was opened."""

    changes: tuple[Difference, ...]
    meanwhile: tuple[str, ...]
    """The questions that others changed."""
    by: tuple[str, ...]
    """The numbers of those amendments."""
    called: Called


def wished(work: Work, contract_id: int, base: int, answers: Flat) -> Wished:
    """Raises `NotFound`."""
    mine = contract_views.contract(work, contract_id).contract
    known = versions.versions(work, mine)
    stood = versions.version(work, mine, base).contract.profile
    after = amending.amended(work, mine, base, answers)
    return Wished(
        differences(mine.profile, after),
        changed(stood, mine.profile),
        tuple(each.amendment.number for each in known[base:] if each.amendment is not None),
        names_in(work, (stood, mine.profile, after)),
    )
