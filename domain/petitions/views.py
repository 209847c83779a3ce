"""What screens ask about appeals and corrections, each within the reader's rights."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from domain.approvals import acting, briefs, taking_back
from domain.approvals.acting import Signature
from domain.approvals.briefs import Brief
from domain.approvals.records import Approval, ApprovalState, Decision
from domain.approvals.request_kinds import KINDS
from domain.base.errors import NotAllowed, NotFound
from domain.base.events import Event
from domain.base.kinds import Kind
from domain.base.rights import Action, Belongs, may, reach
from domain.base.work import Work
from domain.customers import similar
from domain.customers.askers import askers
from domain.customers.holders import CustomerHandedOver
from domain.customers.lookalikes import Lookalike
from domain.customers.merged_customers import CustomersMerged, all_of
from domain.customers.petitions import Appeal, Correction
from domain.customers.records import Customer, Profile
from domain.imports.records import CustomerImported
from domain.petitions.appealing import AppealAccepted, AppealDismissed
from domain.petitions.parties import holder_of, who
from domain.protection.releasing import CustomerReleased
from domain.reports import queueing, reporting

TIMELINE = 8
DECISIVE: Final[tuple[type[Event], ...]] = (
    reporting.ReportSubmitted,
    reporting.ReportResubmitted,
    reporting.ReportWithdrawn,
    reporting.ReportApproved,
    reporting.ReportRejected,
    reporting.ReportReturned,
    queueing.ReportClosed,
    CustomerReleased,
    CustomerHandedOver,
    CustomerImported,
    CustomersMerged,
    AppealAccepted,
    AppealDismissed,
)
"""Submissions, decisions and holdings: what stands on a judge's card. The rest of the history has pages of its own."""


@dataclass(frozen=True, slots=True)
class Moment:
    """A line of a customer's history: when, what, who of which agency."""

    at: datetime
    event: Event
    person: str
    agency: str


@dataclass(frozen=True, slots=True)
class PetitionView:
    """What any petition shows of itself as a request."""

    approval: Approval
    customer: Customer
    agency: str
    person: str
    approvers: tuple[str, ...]
    """Whom it waits for, as long as it waits."""
    decisions: tuple[tuple[Decision, Signature], ...]
    may_take_back: bool


@dataclass(frozen=True, slots=True)
class AppealView:
    appeal: Appeal
    request: PetitionView
    holder: str
    timeline: tuple[Moment, ...]
    """What decided who has the customer, of both sides, for those who judge; empty for the appellant."""


@dataclass(frozen=True, slots=True)
class CorrectionView:
    correction: Correction
    request: PetitionView
    after: Profile
    lookalikes: tuple[Lookalike, ...]
    """For those who decide; empty for the agency's side."""


def appeal(work: Work, approval_id: int) -> AppealView:
    """Raises `NotFound`, also when the appeal is out of the reader's reach."""
    approval = _of(work, approval_id, Kind.APPEAL)
    found = work.petitions.appeal(approval.subject_id)
    request = _request(work, approval, found)
    judge = _judges(work, approval)
    timeline = _timeline(work, found.customer_id, offset=-TIMELINE, limit=TIMELINE, kinds=DECISIVE) if judge else ()
    return AppealView(found, request, holder_of(work, request.customer) if judge else "", timeline)


def correction(work: Work, approval_id: int) -> CorrectionView:
    """Raises `NotFound`, also when it is out of the reader's reach."""
    approval = _of(work, approval_id, Kind.DATA_CHANGE)
    found = work.petitions.correction(approval.subject_id)
    request = _request(work, approval, found)
    decides = work.actor.agency_id is None
    lookalikes = similar.evidence(work, found.profile.name, request.customer) if decides else ()
    return CorrectionView(found, request, found.profile, lookalikes)


def _request(work: Work, approval: Approval, found: Appeal | Correction) -> PetitionView:
    pending = approval.state is ApprovalState.PENDING
    return PetitionView(
        approval=approval,
        customer=work.customers.get(found.customer_id),
        agency=work.people.agency(found.agency_id).called,
        person=work.people.account(found.applicant_id).name,
        approvers=acting.names(work, approval) if pending else (),
        decisions=acting.signed(work, approval),
        may_take_back=pending and taking_back.may_take_back(work, approval),
    )


def petitions(work: Work, *, open_only: bool, offset: int, limit: int) -> tuple[Sequence[Brief], int]:
    """Appeals and corrections that the reader (for an owner: somebody of his agency) asked for, newest first; of a customer that
    the agency holds they are its present contact's. The vendor's
    people find what is theirs to decide in their inbox, and an appeal against one of them isn't his to look up.
    Raises `NotAllowed`."""
    if work.actor.agency_id is None:
        raise NotAllowed("petitions")
    within = reach(work.actor, Action.SEE_REQUESTS)
    kinds = [each.kind for each in KINDS.values() if each.taken_back is not None and not each.answered]
    found, total = work.approvals.asked_by(within, kinds, open_only=open_only, offset=offset, limit=limit)
    return [briefs.brief(work, each) for each in found], total


def count_open(work: Work) -> int:
    """How many of them are pending."""
    return petitions(work, open_only=True, offset=0, limit=0)[1]


def _of(work: Work, approval_id: int, kind: Kind) -> Approval:
    """The request, for its approvers, those above them, and the applicant's side."""
    approval = work.approvals.get(approval_id)
    if approval.kind is not kind:
        raise NotFound("approval")
    mine = Belongs(askers(_customer(work, approval), approval.agency_id, approval.applicant_id), approval.agency_id)
    return approval if may(work.actor, Action.SEE_REQUESTS, mine) else briefs.approval(work, approval_id)


def _customer(work: Work, approval: Approval) -> Customer:
    of_appeal = approval.kind is Kind.APPEAL
    found = (work.petitions.appeal if of_appeal else work.petitions.correction)(approval.subject_id)
    return work.customers.get(found.customer_id)


def history(work: Work, approval_id: int, offset: int, limit: int) -> tuple[Moment, ...]:
    """All that happened to the customer of an appeal, of both sides, oldest first. Raises `NotFound`; empty for the
    appellant."""
    approval = _of(work, approval_id, Kind.APPEAL)
    if not _judges(work, approval):
        return ()
    return _timeline(work, work.petitions.appeal(approval.subject_id).customer_id, offset=offset, limit=limit)


def _judges(work: Work, approval: Approval) -> bool:
    return acting.asked(work, approval) or work.actor.administrator


def _timeline(
    work: Work, customer_id: int, *, offset: int, limit: int, kinds: Collection[type[Event]] = ()
) -> tuple[Moment, ...]:
    """With what was merged into it."""
    found = work.events.of_subjects("customer", all_of(work, customer_id), offset=offset, limit=limit, kinds=kinds)
    return tuple(Moment(each.at, each.event, *who(work, each.actor)) for each in found)
