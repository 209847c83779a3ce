"""Who judges an appeal: somebody else than decided before (docs/customers.md), neither by himself nor as a deputy."""

from __future__ import annotations

from collections.abc import Sequence

from domain.approvals import judging
from domain.approvals.records import Verb
from domain.base.kinds import Kind
from domain.base.work import Work
from domain.customers.merged_customers import took_away
from domain.customers.records import Customer, ReportState
from domain.people import persons
from domain.people.records import Account


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


def judges_of(work: Work, customer: Customer, agency_id: int, report_id: int | None) -> Sequence[Account]:
    """The unit's head, failing that its other managers, the administrators, at last anybody of the vendor's: nobody who
    decided before, as long as there is somebody else."""
    barred = deciders(work, customer, report_id)
    agency = work.people.agency(agency_id)
    unit = work.people.unit(agency.unit_id)
    head = [work.people.account(unit.head_id)] if unit.head_id is not None else []
    for group in (head, work.people.managers_of_unit(unit.id), work.people.administrators()):
        fit = [each for each in group if each.active and each.id not in barred]
        if fit:
            return fit
    return judging.others(work, barred) or judging.others(work, ())
