"""A report of a customer as a kind of request."""

from __future__ import annotations

from collections.abc import Iterator

from domain.approvals.records import Approval
from domain.approvals.request_kinds import AskedAbout, RequestKind, RequestSummary, register
from domain.base.kinds import Kind
from domain.base.rights import Reach
from domain.base.work import Work
from domain.customers.records import LIVE
from domain.reports import approving, merging, queueing, reporting, views

MOST = 10_000


def about(work: Work, approval: Approval) -> RequestSummary:
    report = work.customers.report(approval.subject_id)
    return RequestSummary(
        report.number, report.profile.name, work.people.account(report.contact_id).name, report.submitted_at
    )


def of_customer(work: Work, customer_id: int) -> Iterator[tuple[Kind, int]]:
    return ((Kind.CUSTOMER_REPORT, each.id) for each in work.customers.reports_of(customer_id, LIVE))


def concerns(work: Work, subject_id: int) -> tuple[int, ...]:
    return (work.customers.report(subject_id).contact_id,)


def ended(work: Work, agency_id: int) -> None:
    live, _ = work.customers.reports(Reach(agency_id=agency_id), open_only=True, offset=0, limit=MOST)
    for report in live:
        held = queueing.hold(work, report.id)
        if held.live:
            reporting.take_back(work, held)


def asked_about(work: Work, subject_id: int) -> AskedAbout:
    report = views.report(work, subject_id).report
    return AskedAbout(report.number, report.customer_id)


register(
    RequestKind(
        kind=Kind.CUSTOMER_REPORT,
        about=about,
        asked_about=asked_about,
        approved=approving.approved,
        rejected=reporting.rejected,
        returned=reporting.returned,
        same_after_all=merging.same_after_all,
        hold=reporting.hold,
        demand=approving.demand_approvable,
        concerns=concerns,
        brings_new=True,
        ended=ended,
        of_customer=of_customer,
        of_others=True,
    )
)
