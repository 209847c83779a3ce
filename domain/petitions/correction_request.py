"""A correction of a customer's data as a kind of request."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from domain.approvals.records import Approval
from domain.approvals.request_kinds import AskedAbout, RequestKind, RequestSummary, number_of, register
from domain.base.events import Event
from domain.base.kinds import Kind
from domain.base.rights import Action
from domain.base.work import Work
from domain.base.written import Written
from domain.customers.petitions import PetitionState
from domain.customers.scope import called
from domain.petitions import correcting, views, withdrawing


@dataclass(frozen=True, kw_only=True)
class CorrectionWithdrawn(Event, subject="customer"):
    customer: int
    correction: int


def about(work: Work, approval: Approval) -> RequestSummary:
    correction = work.petitions.correction(approval.subject_id)
    person = work.people.account(correction.applicant_id).name
    return RequestSummary(correction.number, called(work, correction.customer_id), person, correction.created_at)


def evidence(work: Work, subject_id: int) -> Written:
    return work.petitions.correction(subject_id).evidence


def taken_back(work: Work, approval: Approval) -> None:
    correction = work.petitions.correction(approval.subject_id)
    work.petitions.close(Kind.DATA_CHANGE, correction.id, PetitionState.WITHDRAWN)
    work.events.record(CorrectionWithdrawn(customer=correction.customer_id, correction=correction.id))


def of_customer(work: Work, customer_id: int) -> Iterator[tuple[Kind, int]]:
    correction = work.petitions.open_correction(customer_id)
    if correction is not None:
        yield Kind.DATA_CHANGE, correction.id


def asked_about(work: Work, subject_id: int) -> AskedAbout:
    correction = views.correction(work, number_of(work, Kind.DATA_CHANGE, subject_id)).correction
    return AskedAbout(correction.number, correction.customer_id)


register(
    RequestKind(
        kind=Kind.DATA_CHANGE,
        about=about,
        evidence=evidence,
        asked_about=asked_about,
        approved=correcting.approved,
        rejected=correcting.dismissed,
        returned=correcting.sent_back,
        hold=correcting.hold,
        demand=correcting.demand_approvable,
        taken_back=taken_back,
        taking_back=Action.CORRECT_CUSTOMER,
        ended=withdrawing.ended(Kind.DATA_CHANGE),
        of_customer=of_customer,
    )
)
