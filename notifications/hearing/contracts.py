"""Who hears of contracts: the agency's people who began and submitted one; its approvers have their cards."""

from __future__ import annotations

from collections.abc import Iterable

from dialogs.core.screen import Row, Screen, Wording, say
from dialogs.shared.words import HOME, opens, signed
from domain.approvals import acting
from domain.base.kinds import Kind
from domain.base.work import Work
from domain.contracts import contracting, distributors
from domain.contracts.records import Contract
from notifications.hearing.pushes import Note, Push, PushedCard, Refresh, hears


@hears(contracting.ContractSubmitted)
def _submitted(work: Work, event: contracting.ContractSubmitted) -> Iterable[Push]:
    yield Refresh(_subject(event.contract))


@hears(contracting.ContractWithdrawn)
def _withdrawn(work: Work, event: contracting.ContractWithdrawn) -> Iterable[Push]:
    yield from _refresh(work, event.contract)


@hears(distributors.DistributorBound)
def _bound(work: Work, event: distributors.DistributorBound) -> Iterable[Push]:
    yield from _refresh(work, event.contract)


@hears(contracting.ContractAdvanced)
def _advanced(work: Work, event: contracting.ContractAdvanced) -> Iterable[Push]:
    contract = work.contracts.get(event.contract)
    approval = work.approvals.of_subject(Kind.CONTRACT, contract.id)
    next_ = acting.names(work, approval) if approval is not None else ()
    lines = (
        say("notice-contract-advanced", number=contract.number, by=_by(work, contract)),
        say("approval-waits", approvers=next_),
    )
    yield Refresh(_subject(contract.id))
    yield from _tell(work, contract, lines)


@hears(contracting.ContractApproved)
def _approved(work: Work, event: contracting.ContractApproved) -> Iterable[Push]:
    contract = work.contracts.get(event.contract)
    lines = (
        say("notice-contract-approved", number=contract.number, year=str(contract.fiscal_year)),
        say("strong", text=work.people.agency(contract.agency_id).name),
    )
    yield Refresh(_subject(contract.id))
    yield from _tell(work, contract, lines)


@hears(contracting.ContractOvertaken)
def _overtaken(work: Work, event: contracting.ContractOvertaken) -> Iterable[Push]:
    contract, by = work.contracts.get(event.contract), work.contracts.get(event.by)
    yield from _refresh(work, contract.id)
    yield from _tell(work, contract, (say("notice-contract-overtaken", number=contract.number, by=by.number),))


@hears(contracting.ContractRejected)
def _rejected(work: Work, event: contracting.ContractRejected) -> Iterable[Push]:
    contract = work.contracts.get(event.contract)
    lines = (
        say("notice-contract-rejected", number=contract.number),
        say("notice-by-reason", by=_by(work, contract), reason=event.reason),
    )
    yield Refresh(_subject(contract.id))
    yield from _tell(work, contract, lines)


@hears(contracting.ContractReturned)
def _returned(work: Work, event: contracting.ContractReturned) -> Iterable[Push]:
    """The contract's own card, with what to mend one tap away."""
    contract = work.contracts.get(event.contract)
    yield Refresh(_subject(contract.id))
    for account in _theirs(work, contract):
        yield PushedCard(account, "contract_card", {"contract": contract.id}, _subject(contract.id))


def _tell(work: Work, contract: Contract, lines: tuple[Wording, ...]) -> Iterable[Push]:
    row: Row = (opens(say("look-key"), "contract_card", contract=contract.id), HOME)
    for account in _theirs(work, contract):
        yield Note(Screen(lines, (row,)), account=account)


def _theirs(work: Work, contract: Contract) -> tuple[int, ...]:
    """Whoever began it and whoever submitted it, once each."""
    approval = work.approvals.of_subject(Kind.CONTRACT, contract.id)
    return tuple(dict.fromkeys((contract.created_by, *((approval.applicant_id,) if approval is not None else ()))))


def _refresh(work: Work, contract_id: int) -> Iterable[Push]:
    approval = work.approvals.of_subject(Kind.CONTRACT, contract_id)
    yield Refresh(_subject(contract_id))
    if approval is not None:
        yield Refresh(f"approval:{approval.id}")


def _subject(contract_id: int) -> str:
    return f"contract:{contract_id}"


def _by(work: Work, contract: Contract) -> Wording:
    return signed(acting.last_signature(work, Kind.CONTRACT, contract.id))
