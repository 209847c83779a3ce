"""Who decided before: an appeal goes to somebody else (domain.md, section 5), neither by himself nor as a deputy."""

from __future__ import annotations

from domain.approvals import Approval, Kind, Verb
from domain.customers import Customer, ReportState
from domain.petitions import Appeal
from domain.work import Work


def deciders(work: Work, customer: Customer, appeal: Appeal) -> frozenset[int]:
    """Whoever approved or rejected a report of this customer, and for whom."""
    reports = work.customers.reports_of(customer.id, frozenset(ReportState))
    concerned = [each for each in reports if each.id == appeal.report_id or each.state is ReportState.APPROVED]
    approvals = [work.approvals.of_subject(Kind.CUSTOMER_REPORT, each.id) for each in concerned]
    decisions = [
        decision
        for approval in approvals
        if approval is not None
        for decision in work.approvals.decisions(approval.id)
        if decision.verb in (Verb.APPROVE, Verb.REJECT)
    ]
    return frozenset(who for each in decisions for who in (each.by, each.instead_of) if who is not None)


def barred(work: Work, approval: Approval) -> frozenset[int]:
    """Whom nobody may bring in to decide this request."""
    if approval.kind is not Kind.APPEAL:
        return frozenset()
    appeal = work.petitions.appeal(approval.subject_id)
    return deciders(work, work.customers.get(appeal.customer_id), appeal)
