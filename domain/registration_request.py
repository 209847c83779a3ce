"""A registration as a kind of request."""

from __future__ import annotations

from collections.abc import Sequence

from domain import registering
from domain.approvals import Approval
from domain.kinds import Kind
from domain.people import Account
from domain.request_kinds import About, RequestKind, register
from domain.work import Work


def about(work: Work, approval: Approval) -> About:
    found = work.registrations.get(approval.subject_id)
    company = found.company
    return About(found.number, company.name, company.contact, found.submitted_at, company.region)


def mine(work: Work, subject_id: int) -> Sequence[Account]:
    """Whoever registers has no account yet but a chat."""
    return work.people.accounts_of_chat(work.registrations.get(subject_id).chat_id)


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
    )
)
