"""What is asked about a customer's protection, as kinds of request: an extension, a stage, whether mass production goes on."""

from __future__ import annotations

from collections.abc import Iterator

from domain.approvals.records import Approval
from domain.approvals.request_kinds import AskedAbout, RequestKind, RequestSummary, register
from domain.base.kinds import Kind
from domain.base.work import Work
from domain.customers.scope import called
from domain.protection import protecting, releasing, views


def about(work: Work, approval: Approval) -> RequestSummary:
    request = work.protections.request(approval.subject_id)
    person = work.people.account(request.contact_id).name
    return RequestSummary(request.number, called(work, request.customer_id), person, request.asked_at)


def concerns(work: Work, subject_id: int) -> tuple[int, ...]:
    return (work.protections.request(subject_id).contact_id,)


def of_customer(work: Work, customer_id: int) -> Iterator[tuple[Kind, int]]:
    return ((each.kind, each.id) for each in work.protections.pending_of(customer_id))


def asked_about(work: Work, subject_id: int) -> AskedAbout:
    request = views.of_request(work, subject_id).request
    return AskedAbout(request.number, request.customer_id)


register(
    *(
        RequestKind(
            kind=kind,
            about=about,
            asked_about=asked_about,
            approved=protecting.approved,
            rejected=protecting.rejected,
            hold=protecting.hold,
            demand=releasing.demand_held,
            concerns=concerns,
            of_customer=of_customer,
        )
        for kind in (Kind.EXTENSION, Kind.STAGE_CONFIRMATION, Kind.PRODUCTION_REVIEW)
    )
)
