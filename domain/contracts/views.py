"""What screens ask of contracts: lists, one in full for either side, what differs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from domain.approvals import acting
from domain.approvals.acting import Signature
from domain.approvals.records import Approval, ApprovalState, Decision
from domain.base.errors import NotFound
from domain.base.kinds import Kind
from domain.base.policy import ContractType
from domain.base.policy.people import ContractPolicy
from domain.base.rights import Action, Belongs, may, reach
from domain.base.searching import fits, words
from domain.base.work import Work
from domain.contracts import expiry, versions, years
from domain.contracts.called import Called, names_in
from domain.contracts.differences import Difference, differences
from domain.contracts.expiry import DatedDocument
from domain.contracts.known_answers import OF_ONE_YEAR
from domain.contracts.records import (
    Contract,
    ContractId,
    ContractQuery,
    ContractRow,
    ContractState,
    ContractWord,
    with_answers,
)
from domain.people.records import Account, Agency

NOT_COMPARED = frozenset({*OF_ONE_YEAR, "contract", "name"})
"""What differs from year to year and says nothing."""


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
    called: Called
    """What it and the versions before it name."""
    approval: Approval | None
    approvers: tuple[str, ...]
    """Whose decision it waits for."""
    levels: tuple[tuple[str, ...], ...]
    decisions: tuple[tuple[Decision, Signature], ...]
    changed: tuple[Difference, ...]
    """Of a contract that came again after it was sent back, or taken back."""
    last: Contract | None
    """The agency's approved contract of the latest fiscal year before."""
    against_last: tuple[Difference, ...]
    expired: tuple[DatedDocument, ...]
    rival: str
    """The number of the agency's approved contract of the same year, when there is another."""
    own: bool
    """The reader may edit and withdraw it."""
    can_decide: bool

    @property
    def unbound(self) -> bool:
        """The manager has to bind a distributor before he approves."""
        return self.type is not None and self.type.needs_distributor and self.distributor_contact is None


def contract(work: Work, contract_id: int, *, version: int = 0, amendment: int = 0) -> ContractView:
    """As it stands; else as it stood in that version (from 1), or as that amendment would have it. Raises `NotFound`, also
    when the contract is out of the reader's reach."""
    found = work.contracts.get(contract_id)
    agency, actor = work.people.agency(found.agency_id), work.actor
    approval = work.approvals.of_subject(Kind.CONTRACT, found.id)
    belongs = Belongs(frozenset(), agency.id, agency.unit_id)
    own = may(actor, Action.MANAGE_CONTRACTS, Belongs(frozenset(), agency.id))
    asked = any(acting.asked(work, each) for each in (approval, *_of_amendments(work, found)) if each is not None)
    seen = own or (found.submitted_at is not None and may(actor, Action.SEE_CONTRACTS, belongs))
    if not (asked or seen):
        raise NotFound("contract")
    if version:
        held = versions.version(work, found, version)
        if held.amendment is not None:
            approval = work.approvals.of_subject(Kind.CONTRACT_AMENDMENT, held.amendment.id)
        found = held.contract
    elif amendment:
        asked_for = work.amendments.get(amendment)
        if asked_for.contract_id != found.id:
            raise NotFound("amendment")
        approval = work.approvals.of_subject(Kind.CONTRACT_AMENDMENT, asked_for.id)
        found = with_answers(found, asked_for.after, asked_for.bound_after)
    return _view(work, found, agency, approval, own)


def _of_amendments(work: Work, found: Contract) -> Iterable[Approval | None]:
    """Whoever is asked about one of them looks at the contract, too."""
    for each in work.amendments.of_contract(found.id) if found.approved_at is not None else ():
        yield work.approvals.of_subject(Kind.CONTRACT_AMENDMENT, each.id)


def before_its_manager(work: Work, contract_id: int) -> ContractView:
    """As it was submitted; an approved one as the amendment would have it that waits. Raises as `contract`."""
    waiting = work.amendments.open_of(contract_id)
    return contract(work, contract_id, amendment=waiting.id if waiting is not None else 0)


def contract_of_approval(work: Work, approval_id: int) -> ContractView:
    """Raises as `contract`."""
    return contract(work, work.approvals.get(approval_id).subject_id)


def _view(work: Work, found: Contract, agency: Agency, approval: Approval | None, own: bool) -> ContractView:
    pending = approval is not None and approval.state is ApprovalState.PENDING
    bound, contact = found.distributor_id, found.distributor_contact_id
    submitted = work.contracts.versions(found.id)
    last = work.contracts.newest_approved(found.agency_id, found.fiscal_year)
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
        called=names_in(work, (found.profile, *submitted, *((last.profile,) if last is not None else ()))),
        approval=approval,
        approvers=acting.names(work, approval) if approval is not None and pending else (),
        levels=tuple(_names(work, step.approvers) for step in approval.steps) if approval is not None else (),
        decisions=acting.signed(work, approval) if approval is not None else (),
        changed=differences(*submitted[-2:]) if len(submitted) > 1 else (),
        last=last,
        against_last=_against(last, found),
        expired=expiry.expired(work, found),
        rival=rival.number if rival is not None and rival.id != found.id else "",
        own=own,
        can_decide=approval is not None and pending and acting.may_decide(work, approval),
    )


def _names(work: Work, ids: Sequence[int]) -> tuple[str, ...]:
    return tuple(work.people.account(each).name for each in ids)


def _against(last: Contract | None, found: Contract) -> tuple[Difference, ...]:
    """What isn't as in the contract before; nothing of one that wasn't submitted yet."""
    if last is None or not found.profile:
        return ()
    return tuple(each for each in differences(last.profile, found.profile) if each[0] not in NOT_COMPARED)


StateNames: TypeAlias = Mapping[ContractState, Sequence[str]]
"""What the states are called, in each language."""


def contracts(
    work: Work, text: str = "", offset: int = 0, limit: int = 6, called: StateNames | None = None
) -> tuple[Sequence[ContractRow], int]:
    """渠道签约: the contracts within the reader's reach, newest first. `text`: words for number, names, type, level and, as
    they are `called`, state. Raises `NotAllowed`."""
    found = tuple(_meant(work.policy.contract, each, called or {}) for each in text.split())
    sought = ContractQuery(words=found, offset=offset, limit=limit)
    rows, total = work.contracts.found(reach(work.actor, Action.SEE_CONTRACTS), sought)
    return [_standing(work, each) for each in rows], total


def _standing(work: Work, row: ContractRow) -> ContractRow:
    """With whom it waits for, or what goes on about one that holds."""
    if row.state is not ContractState.APPROVED:
        return replace(row, waits_for=_deciders(work, row))
    amended = work.amendments.open_of(row.id)
    run_out = bool(expiry.lapsed(work, work.contracts.get(row.id)))
    return replace(row, amending=amended.state.value if amended is not None else "", run_out=run_out)


def _meant(policy: ContractPolicy, word: str, called: StateNames) -> ContractWord:
    asked = words(word)
    levels = dict.fromkeys(level for each in policy.types for level in each.levels)
    return ContractWord(
        text=word,
        types=tuple(
            each.code
            for each in policy.types
            if any(fits(f"{name} {each.code}", asked) for name in policy.words.called(each.name))
        ),
        levels=tuple(each for each in levels if any(fits(name, asked) for name in policy.words.called(each))),
        states=tuple(state for state, names in called.items() if any(fits(name, asked) for name in names)),
    )


def _deciders(work: Work, row: ContractRow) -> tuple[str, ...]:
    approval = work.approvals.of_subject(Kind.CONTRACT, row.id) if row.state is ContractState.SUBMITTED else None
    return acting.names(work, approval) if approval is not None else ()


@dataclass(frozen=True, slots=True)
class OpenYear:
    """A fiscal year that can be signed for; `renews` is the number of the contract that a renewal copies, `begun` the contract
    that the reader goes on with instead."""

    year: int
    renews: str
    begun: ContractId | None


def open_years(work: Work) -> list[OpenYear]:
    """For whoever may sign: the years without a contract that is approved or being decided, the nearest first."""
    agency = work.actor.agency_id
    if agency is None or not may(work.actor, Action.MANAGE_CONTRACTS):
        return []
    found = []
    for year in years.open_years(work):
        if work.contracts.approved(agency, year) is None and years.pending(work, agency, year) is None:
            before = work.contracts.newest_approved(agency, year)
            begun = years.begun(work, agency, year)
            renews = before.number if before is not None else ""
            found.append(OpenYear(year, renews, begun.id if begun is not None else None))
    return found


def policy(work: Work) -> ContractPolicy:
    return work.policy.contract


def year_of(work: Work, contract_id: int) -> int:
    """The fiscal year of a contract that the actor may fill in. Raises `NotFound`."""
    return contract(work, contract_id).contract.fiscal_year


def vendor(work: Work) -> str:
    return work.policy.vendor
