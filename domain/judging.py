"""Who decided before: an appeal goes to somebody else (domain.md, section 5), neither by himself nor as a deputy."""

from __future__ import annotations

from collections.abc import Collection

from domain import persons
from domain.approvals import Approval, Kind, Verb
from domain.customers import Customer, ReportState
from domain.people import Account
from domain.petitions import Appeal
from domain.work import Work


def deciders(work: Work, customer: Customer, appeal: Appeal) -> frozenset[int]:
    """Whoever approved or rejected a report of this customer, and for whom; by all accounts that they hold."""
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
    who = {each for decision in decisions for each in (decision.by, decision.instead_of) if each is not None}
    return frozenset(each.id for number in who for each in persons.accounts(work, work.people.account(number)))


def barred(work: Work, approval: Approval) -> frozenset[int]:
    """Who doesn't decide this request, by whatever way it came to him. Where a vendor has nobody else: nobody is."""
    if approval.kind is not Kind.APPEAL:
        return frozenset()
    appeal = work.petitions.appeal(approval.subject_id)
    found = deciders(work, work.customers.get(appeal.customer_id), appeal)
    return found if others(work, found) else frozenset()


def others(work: Work, but: Collection[int | None]) -> list[Account]:
    """The vendor's people who are here, but for these."""
    return [each for each in work.people.vendor_accounts() if each.active and each.id not in but]
