"""Whom a dealer's contract is bound to: an agency that distributes this year, and its contact (docs/contracts.md)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from domain.approvals import acting
from domain.approvals.records import ApprovalState
from domain.base.errors import NotFound, NotYours
from domain.base.events import Event
from domain.base.kinds import Kind
from domain.base.work import Work
from domain.contracts.contracting import NotOffered
from domain.contracts.records import Binding, Contract
from domain.people import standing_in
from domain.people.records import Account, AccountType, Agency


@dataclass(frozen=True, kw_only=True)
class BindDistributor:
    """`contact` is an account of the distributor's."""

    contract: int
    distributor: int
    contact: int


@dataclass(frozen=True, kw_only=True)
class DistributorBound(Event, subject="contract"):
    contract: int
    distributor: int
    contact: int


def distributors(work: Work, year: int, but: int | None = None) -> Sequence[Agency]:
    """Agencies whose approved contract of that year lets them distribute; `but` the one that asks."""
    types = [each.code for each in work.policy.contract.types if each.distributes]
    found = work.contracts.distributors(year, types)
    return [work.people.agency(each) for each in found if each != but]


def for_contract(work: Work, contract_id: int) -> Sequence[Agency]:
    """Whom this contract can be bound to."""
    mine = work.contracts.get(contract_id)
    return distributors(work, mine.fiscal_year, mine.agency_id)


def contacts(work: Work, distributor: int) -> Sequence[Account]:
    """Who can be named as a distributor's contact: its owners and salespeople."""
    return [
        each
        for each in work.people.accounts_of_agency(distributor)
        if each.active and each.type in (AccountType.OWNER, AccountType.SALESPERSON)
    ]


def bind(work: Work, command: BindDistributor) -> Contract:
    """The level-1 manager binds, or who stands in for him; whoever decides after him may bind anew. Of an approved contract its
    amendment, which is what lies before him. Raises `NotFound`, `NotYours`, `NotOffered`."""
    amendment = work.amendments.open_of(command.contract)
    kind, subject = (Kind.CONTRACT, command.contract) if amendment is None else (Kind.CONTRACT_AMENDMENT, amendment.id)
    approval = work.approvals.of_subject(kind, subject)
    if approval is None or approval.state is not ApprovalState.PENDING:
        raise NotFound("contract")
    asked = approval.asked
    if work.actor.id not in (*asked, *standing_in.stand_ins(work, asked)):
        raise NotYours(acting.names(work, approval))
    mine = work.contracts.get(command.contract, lock=True)
    distributor = next(
        (each for each in distributors(work, mine.fiscal_year, mine.agency_id) if each.id == command.distributor), None
    )
    if distributor is None:
        raise NotOffered("distributor", str(command.distributor))
    contact = next((each for each in contacts(work, distributor.id) if each.id == command.contact), None)
    if contact is None:
        raise NotOffered("contact", str(command.contact))
    if amendment is None:
        work.contracts.bind(mine.id, distributor.id, contact.id)
    else:
        work.amendments.bind(amendment.id, Binding(distributor.id, contact.id))
    work.events.record(DistributorBound(contract=mine.id, distributor=distributor.id, contact=contact.id))
    return work.contracts.get(mine.id)
