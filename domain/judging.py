"""Who decided before: an appeal goes to somebody else (domain.md, section 5), neither by himself nor as a deputy."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from domain import persons
from domain.approvals import Approval, Kind, Verb
from domain.customers import Customer, ReportState
from domain.merged import took_away
from domain.people import Account
from domain.work import Work


def deciders(work: Work, customer: Customer, report_id: int | None) -> frozenset[int]:
    """Whoever approved or rejected a report of this customer or decided an appeal about it, and for whom, or took it from
    somebody by merging it; by all accounts that they hold. `report_id`: the one that is appealed for."""
    reports = work.customers.reports_of(customer.id, frozenset(ReportState))
    concerned = [each for each in reports if each.id == report_id or each.state is ReportState.APPROVED]
    decided: list[tuple[Kind, int]] = [(Kind.CUSTOMER_REPORT, each.id) for each in concerned]
    decided += [(Kind.APPEAL, each.id) for each in work.petitions.decided_appeals(customer.id)]
    approvals = [work.approvals.of_subject(kind, number) for kind, number in decided]
    decisions = [
        decision
        for approval in approvals
        if approval is not None
        for decision in work.approvals.decisions(approval.id)
        if decision.verb in (Verb.APPROVE, Verb.REJECT)
    ]
    who = {each for decision in decisions for each in (decision.by, decision.instead_of) if each is not None}
    return frozenset(
        each.id
        for number in who | took_away(work, customer.id)
        for each in persons.accounts(work, work.people.account(number))
    )


def barred(work: Work, approval: Approval) -> frozenset[int]:
    """Who doesn't decide this request, by whatever way it came to him."""
    return barred_from(work, approval.kind, approval.subject_id, approval.applicant_id)


def barred_from(work: Work, kind: Kind, subject_id: int, applicant_id: int) -> frozenset[int]:
    """Whoever asks for it himself, and of an appeal whoever decided before. Where a vendor has nobody else: nobody is."""
    found = _asking(work, kind, subject_id, applicant_id)
    if kind is Kind.APPEAL:
        appeal = work.petitions.appeal(subject_id)
        found |= deciders(work, work.customers.get(appeal.customer_id), appeal.report_id)
    return unless_alone(work, found)


def unless_alone(work: Work, found: frozenset[int]) -> frozenset[int]:
    """These, or nobody where the vendor has nobody else."""
    return found if found and others(work, found) else frozenset()


def _asking(work: Work, kind: Kind, subject_id: int, applicant_id: int) -> frozenset[int]:
    """The accounts on the vendor's side that the applicant holds himself. Whoever registers has no account yet but a chat."""
    mine: Sequence[Account] = persons.accounts(work, work.people.account(applicant_id))
    if kind is Kind.AGENCY_REGISTRATION:
        mine = work.people.accounts_of_chat(work.registrations.get(subject_id).chat_id)
    return vendors(mine)


def vendors(accounts: Sequence[Account]) -> frozenset[int]:
    """Those of these accounts that could decide something."""
    return frozenset(each.id for each in accounts if each.agency_id is None)


def others(work: Work, but: Collection[int | None]) -> list[Account]:
    """The vendor's people who are here, but for these."""
    return [each for each in work.people.vendor_accounts() if each.active and each.id not in but]
