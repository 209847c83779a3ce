"""A registration as a kind of request."""

from __future__ import annotations

from collections.abc import Sequence

from domain.approvals.records import Approval
from domain.approvals.request_kinds import RequestKind, RequestSummary, register
from domain.base.bilingual import translated
from domain.base.kinds import Kind
from domain.base.work import Work
from domain.people.records import Account
from domain.registration import registering


def about(work: Work, approval: Approval) -> RequestSummary:
    found = work.registrations.get(approval.subject_id)
    company = found.company
    return RequestSummary(found.number, company.name, company.contact, found.submitted_at, translated(company.region))


def mine(work: Work, subject_id: int) -> Sequence[Account]:
    """Whoever registers has no account yet but a chat."""
    return work.people.accounts_of_chat(work.registrations.get(subject_id).chat_id)


def chat(work: Work, subject_id: int) -> int:
    return work.registrations.get(subject_id).chat_id


register(
    RequestKind(
        kind=Kind.AGENCY_REGISTRATION,
        about=about,
        approved=registering.approved,
        rejected=registering.rejected,
        returned=registering.returned,
        hold=registering.hold,
        demand=registering.demand_free,
        mine=mine,
        chat=chat,
    )
)
