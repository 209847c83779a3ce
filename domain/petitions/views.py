"""What screens ask about appeals, corrections, look-alikes and refused attempts, each within the reader's rights."""

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
from domain.base import identifiers
from domain.base.errors import NotAllowed, NotFound
from domain.base.events import Event
from domain.base.kinds import Kind
from domain.base.rights import Action, Belongs, demand, may, reach
from domain.base.work import Work
from domain.customers import similar
from domain.customers.holders import CustomerHandedOver
from domain.customers.lookalikes import Lookalike
from domain.customers.merged_customers import CustomersMerged, all_of
from domain.customers.petitions import Appeal, Correction
from domain.customers.records import Customer, CustomerState, Profile, Report
from domain.imports.records import CustomerImported
from domain.petitions.appealing import AppealAccepted, AppealDismissed
from domain.protection.releasing import CustomerReleased
from domain.reports import queueing, reporting
from domain.reports.conflict import CheckRefused

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
class AppealView:
    appeal: Appeal
    approval: Approval
    agency: str
    person: str
    customer: Customer
    holder: str
    approvers: tuple[str, ...]
    """Whom it waits for, as long as it waits."""
    decisions: tuple[tuple[Decision, Signature], ...]
    may_take_back: bool
    timeline: tuple[Moment, ...]
    """What decided who has the customer, of both sides, for those who judge; empty for the appellant."""


@dataclass(frozen=True, slots=True)
class CorrectionView:
    correction: Correction
    approval: Approval
    customer: Customer
    before: Profile
    after: Profile
    agency: str
    person: str
    approvers: tuple[str, ...]
    decisions: tuple[tuple[Decision, Signature], ...]
    may_take_back: bool
    lookalikes: tuple[Lookalike, ...]
    """For those who decide; empty for the agency's side."""


@dataclass(frozen=True, slots=True)
class RefusedAttempt:
    at: datetime
    name: str
    person: str
    agency: str
    direct: bool = False
    """It is the vendor's own account."""


def appeal(work: Work, approval_id: int) -> AppealView:
    """Raises `NotFound`, also when the appeal is out of the reader's reach."""
    approval = _of(work, approval_id, Kind.APPEAL)
    found = work.petitions.appeal(approval.subject_id)
    customer = work.customers.get(found.customer_id)
    judge = _judges(work, approval)
    holder = ""
    if judge and customer.state is CustomerState.PROTECTED and customer.agency_id is not None:
        holder = _held_by(work, customer)
    return AppealView(
        appeal=found,
        approval=approval,
        agency=work.people.agency(found.agency_id).called,
        person=work.people.account(found.applicant_id).name,
        customer=customer,
        holder=holder,
        approvers=_waits_for(work, approval),
        decisions=acting.signed(work, approval),
        may_take_back=_may_take_back(work, approval),
        timeline=_timeline(work, customer.id, offset=-TIMELINE, limit=TIMELINE, kinds=DECISIVE) if judge else (),
    )


def correction(work: Work, approval_id: int) -> CorrectionView:
    """Raises `NotFound`, also when it is out of the reader's reach."""
    approval = _of(work, approval_id, Kind.DATA_CHANGE)
    found = work.petitions.correction(approval.subject_id)
    customer = work.customers.get(found.customer_id)
    return CorrectionView(
        correction=found,
        approval=approval,
        customer=customer,
        before=customer.profile or found.profile,
        after=found.profile,
        agency=work.people.agency(found.agency_id).called,
        person=work.people.account(found.applicant_id).name,
        approvers=_waits_for(work, approval),
        decisions=acting.signed(work, approval),
        may_take_back=_may_take_back(work, approval),
        lookalikes=similar.evidence(work, found.profile.name, customer) if work.actor.agency_id is None else (),
    )


def petitions(work: Work, *, open_only: bool, offset: int, limit: int) -> tuple[Sequence[Brief], int]:
    """Appeals and corrections that the reader (for an owner: somebody of his agency) asked for, newest first. The vendor's
    people find what is theirs to decide in their inbox, and an appeal against one of them isn't his to look up.
    Raises `NotAllowed`."""
    if work.actor.agency_id is None:
        raise NotAllowed("petitions")
    within = reach(work.actor, Action.SEE_REQUESTS)
    kinds = [each.kind for each in KINDS.values() if each.taken_back is not None]
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
    mine = Belongs(frozenset({approval.applicant_id}), approval.agency_id)
    return approval if may(work.actor, Action.SEE_REQUESTS, mine) else briefs.approval(work, approval_id)


def _waits_for(work: Work, approval: Approval) -> tuple[str, ...]:
    return acting.names(work, approval) if approval.state is ApprovalState.PENDING else ()


def _may_take_back(work: Work, approval: Approval) -> bool:
    return approval.state is ApprovalState.PENDING and taking_back.may_take_back(work, approval)


def _held_by(work: Work, customer: Customer) -> str:
    agency = work.people.agency(customer.agency_id or 0).called
    person = work.people.account(customer.contact_id).name if customer.contact_id is not None else ""
    return f"{agency} {person}".strip()


def holder(work: Work, customer_id: int) -> str:
    """Agency and person who hold it; empty where nobody does. Raises `NotAllowed`."""
    demand(work.actor, Action.MERGE_CUSTOMERS)
    customer = work.customers.get(customer_id)
    held = customer.state is CustomerState.PROTECTED and customer.agency_id is not None
    return _held_by(work, customer) if held else ""


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
    return tuple(Moment(each.at, each.event, *_who(work, each.actor)) for each in found)


def _who(work: Work, account_id: int | None) -> tuple[str, str]:
    if account_id is None:
        return "", ""
    account = work.people.account(account_id)
    agency = work.people.agency(account.agency_id).called if account.agency_id is not None else work.policy.vendor
    return account.name, agency


def lookalikes(work: Work, report: Report) -> tuple[Lookalike, ...]:
    """Side by side for the approver of a report. Raises `NotAllowed`."""
    demand(work.actor, Action.DECIDE)
    return similar.evidence(work, report.profile.name, work.customers.get(report.customer_id))


def lookalikes_of(work: Work, approval_id: int) -> tuple[Lookalike, ...]:
    """The same for a request; of one that isn't about a report there are none."""
    approval = briefs.approval(work, approval_id)
    if approval.kind is not Kind.CUSTOMER_REPORT:
        return ()
    return lookalikes(work, work.customers.report(approval.subject_id))


def refused_attempts(work: Work, offset: int, limit: int) -> Sequence[RefusedAttempt]:
    """Who asked for customers that another agency holds, newest first. Raises `NotAllowed`."""
    within = reach(work.actor, Action.SEE_REFUSED)
    found = [
        (each, each.event)
        for each in work.events.of_kind(CheckRefused, within, offset, limit)
        if isinstance(each.event, CheckRefused)
    ]
    direct = work.directs.among({event.customer for _, event in found})
    return [
        RefusedAttempt(each.at, event.name, *_who(work, each.actor), event.customer in direct) for each, event in found
    ]


def may_correct(work: Work, customer_id: int) -> bool:
    customer = work.customers.get(customer_id)
    contact = frozenset({customer.contact_id}) if customer.contact_id is not None else frozenset()
    return may(work.actor, Action.CORRECT_CUSTOMER, Belongs(contact, customer.agency_id))


def aliases(work: Work, customer_id: int) -> Sequence[str]:
    """The other names of a customer, for those who may name them."""
    return work.names.aliases(customer_id) if may(work.actor, Action.NAME_ALIASES) else ()


def to_merge(work: Work, customer_id: int, asked: str = "") -> tuple[Lookalike, ...]:
    """Which customers could be the same as this one; with `asked` those known by that name (a former or foreign one
    resembles nothing), like it, or of that credit code. Raises `NotAllowed`."""
    demand(work.actor, Action.MERGE_CUSTOMERS)
    customer = work.customers.get(customer_id)
    coded = work.customers.by_code(identifiers.plain_code(asked)) if asked else None
    return similar.evidence(work, coded.name if coded is not None else asked or customer.name, customer)
