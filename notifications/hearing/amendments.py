"""Who hears of amendments of contracts: whoever asked for one, of the outcome all who sign for the agency."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from dialogs.contracts.differences import lines
from dialogs.core.screen import Row, Screen, Wording, say
from dialogs.shared.words import HOME, opens, signed
from domain.approvals import acting
from domain.base.kinds import Kind
from domain.base.work import Work
from domain.contracts import amending
from domain.contracts.amendments import Amendment
from domain.contracts.called import names_in
from domain.contracts.differences import differences
from domain.people.hearers import owners
from notifications.hearing.pushes import Note, Push, PushedCard, Refresh, hears

TOLD = 6
"""How many changes a notice names."""


@hears(amending.AmendmentSubmitted)
def _submitted(work: Work, event: amending.AmendmentSubmitted) -> Iterable[Push]:
    yield from _refresh(work, event.contract, event.amendment)


@hears(amending.AmendmentWithdrawn)
def _withdrawn(work: Work, event: amending.AmendmentWithdrawn) -> Iterable[Push]:
    """Whoever asked hears of it where somebody else took it back."""
    mine = work.amendments.get(event.amendment)
    yield from _refresh(work, event.contract, mine.id)
    if work.account is None or work.account.id != mine.applicant_id:
        yield from _tell(mine, (mine.applicant_id,), (say("notice-amendment-withdrawn", number=mine.number),))


@hears(amending.AmendmentAdvanced)
def _advanced(work: Work, event: amending.AmendmentAdvanced) -> Iterable[Push]:
    mine = work.amendments.get(event.amendment)
    approval = work.approvals.of_subject(Kind.CONTRACT_AMENDMENT, mine.id)
    told = (
        say("notice-contract-advanced", number=mine.number, by=_by(work, mine)),
        say("approval-waits", approvers=acting.names(work, approval) if approval is not None else ()),
    )
    yield from _refresh(work, event.contract, mine.id)
    yield from _tell(mine, (mine.applicant_id,), told)


@hears(amending.ContractAmended)
def _amended(work: Work, event: amending.ContractAmended) -> Iterable[Push]:
    mine, contract = work.amendments.get(event.amendment), work.contracts.get(event.contract)
    told = (
        say("notice-contract-amended", number=mine.number, contract=contract.number),
        *lines(names_in(work, (mine.before, mine.after)), differences(mine.before, mine.after), TOLD),
    )
    yield from _refresh(work, contract.id, mine.id)
    everybody = dict.fromkeys((mine.applicant_id, contract.created_by, *owners(work, mine.agency_id)))
    yield from _tell(mine, tuple(everybody), told)


@hears(amending.AmendmentRejected)
def _rejected(work: Work, event: amending.AmendmentRejected) -> Iterable[Push]:
    mine, contract = work.amendments.get(event.amendment), work.contracts.get(event.contract)
    told = (
        say("notice-amendment-rejected", number=mine.number, contract=contract.number),
        say("notice-by-reason", by=_by(work, mine), reason=event.reason),
    )
    yield from _refresh(work, contract.id, mine.id)
    yield from _tell(mine, (mine.applicant_id,), told)


@hears(amending.AmendmentReturned)
def _returned(work: Work, event: amending.AmendmentReturned) -> Iterable[Push]:
    """Its own card, with what to mend one tap away."""
    mine = work.amendments.get(event.amendment)
    yield from _refresh(work, event.contract, mine.id)
    yield PushedCard(mine.applicant_id, "amendment", {"amendment": mine.id}, _subject(mine.id))


def _tell(mine: Amendment, accounts: Collection[int], told: tuple[Wording, ...]) -> Iterable[Push]:
    row: Row = (opens(say("look-key"), "amendment", amendment=mine.id), HOME)
    for account in accounts:
        yield Note(Screen(told, (row,)), account=account)


def _refresh(work: Work, contract_id: int, amendment_id: int) -> Iterable[Push]:
    approval = work.approvals.of_subject(Kind.CONTRACT_AMENDMENT, amendment_id)
    yield Refresh(f"contract:{contract_id}")
    yield Refresh(_subject(amendment_id))
    if approval is not None:
        yield Refresh(f"approval:{approval.id}")


def _subject(amendment_id: int) -> str:
    return f"amendment:{amendment_id}"


def _by(work: Work, mine: Amendment) -> Wording:
    return signed(acting.last_signature(work, Kind.CONTRACT_AMENDMENT, mine.id))
