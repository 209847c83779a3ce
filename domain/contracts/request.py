"""A contract as a kind of request."""

from __future__ import annotations

from domain.approvals.records import Approval
from domain.approvals.request_kinds import AskedAbout, RequestKind, RequestSummary, register
from domain.base.kinds import Kind
from domain.base.work import Work
from domain.contracts import contracting, views


def about(work: Work, approval: Approval) -> RequestSummary:
    contract = work.contracts.get(approval.subject_id)
    person = work.people.account(approval.applicant_id).name
    return RequestSummary(contract.number, contract.name, person, contract.submitted_at or contract.created_at)


def wants_distributor(work: Work, approval: Approval) -> bool:
    return contracting.wants_distributor(work, work.contracts.get(approval.subject_id))


def demand_bound(work: Work, approval: Approval) -> None:
    """A signer has no distributor to bind, so that is done first."""
    contracting.demand_bound(work, work.contracts.get(approval.subject_id))


def ended(work: Work, agency_id: int) -> None:
    for contract in work.contracts.open_of(agency_id):
        contracting.take_back(work, contract)


def asked_about(work: Work, subject_id: int) -> AskedAbout:
    return AskedAbout(views.contract(work, subject_id).contract.number)


register(
    RequestKind(
        kind=Kind.CONTRACT,
        about=about,
        asked_about=asked_about,
        approved=contracting.approved,
        rejected=contracting.rejected,
        returned=contracting.returned,
        demand=contracting.demand_approvable,
        advanced=contracting.advanced,
        signed_before=demand_bound,
        singly=wants_distributor,
        brings_new=True,
        ended=ended,
    )
)
