"""申请核实 as a kind of request."""

from __future__ import annotations

from collections.abc import Sequence

from domain.approvals.records import Approval
from domain.approvals.request_kinds import RequestKind, RequestSummary, register
from domain.approvals.requests import withdraw_approval
from domain.base.kinds import Kind
from domain.base.work import Work
from domain.people.records import Account
from domain.registration import agency_claims
from domain.registration.records import ClaimState


def about(work: Work, approval: Approval) -> RequestSummary:
    found = work.registrations.claim(approval.subject_id)
    return RequestSummary(found.number, found.name, found.contact, found.made_at)


def mine(work: Work, subject_id: int) -> Sequence[Account]:
    """Whoever asks has no account yet but a chat."""
    return work.people.accounts_of_chat(work.registrations.claim(subject_id).chat_id)


def chat(work: Work, subject_id: int) -> int:
    return work.registrations.claim(subject_id).chat_id


def ended(work: Work, agency_id: int) -> None:
    """Of an agency that has ended nobody is."""
    for approval in work.approvals.open_of(agency_id, (Kind.AGENCY_CLAIM,)):
        withdraw_approval(work, approval)
        work.registrations.close_claim(approval.subject_id, ClaimState.WITHDRAWN)


register(
    RequestKind(
        kind=Kind.AGENCY_CLAIM,
        about=about,
        approved=agency_claims.approved,
        rejected=agency_claims.rejected,
        demand=agency_claims.demand_works,
        mine=mine,
        chat=chat,
        ended=ended,
    )
)
