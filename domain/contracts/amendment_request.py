"""An amendment of a contract as a kind of request."""

from __future__ import annotations

from domain.approvals.records import Approval
from domain.approvals.request_kinds import AskedAbout, RequestKind, RequestSummary, register
from domain.base.kinds import Kind
from domain.base.work import Work
from domain.contracts import amending, amendment_views


def about(work: Work, approval: Approval) -> RequestSummary:
    mine = work.amendments.get(approval.subject_id)
    person = work.people.account(approval.applicant_id).name
    return RequestSummary(mine.number, work.contracts.get(mine.contract_id).name, person, mine.submitted_at)


def wants_distributor(work: Work, approval: Approval) -> bool:
    return amending.wants_distributor(work, work.amendments.get(approval.subject_id))


def ended(work: Work, agency_id: int) -> None:
    for mine in work.amendments.open_of_agency(agency_id):
        amending.take_back(work, mine)


def asked_about(work: Work, subject_id: int) -> AskedAbout:
    return AskedAbout(amendment_views.amendment(work, subject_id).amendment.number)


register(
    RequestKind(
        kind=Kind.CONTRACT_AMENDMENT,
        about=about,
        asked_about=asked_about,
        approved=amending.approved,
        rejected=amending.rejected,
        returned=amending.returned,
        hold=amending.hold,
        demand=amending.demand_approvable,
        advanced=amending.advanced,
        signed_before=amending.demand_approvable,
        singly=wants_distributor,
        brings_new=True,
        ended=ended,
    )
)
