"""移交: customers, and reports that are on their way, go from one contact to another; for `staffing` and `agency_states`.
The history stays with the customer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from domain import coming_due, queueing, releasing
from domain.events import Event
from domain.holders import CustomerHandedOver
from domain.people import Account
from domain.protections import Why
from domain.work import Work


@dataclass(frozen=True, kw_only=True)
class HandedOver(Event, subject="account"):
    """The sum of it, for the one who has them now."""

    account: int
    from_account: int | None
    from_agency: int | None
    customers: int
    reports: int


def between_colleagues(work: Work, leaver: Account, successor: Account) -> None:
    """Everything that one salesperson holds goes to another of the same agency. The reports go first: one that is being
    approved meanwhile is a customer then."""
    reports = sum(_give_report(work, each, leaver, successor) for each in work.hand_overs.open_reports_of(leaver.id))
    customers = 0
    for customer in work.hand_overs.customers_of(leaver.id):
        held = work.protections.held(customer, lock=True)
        if held is not None and held.contact_id == leaver.id:  # not lost while its lock was waited for
            _give(work, customer, successor)
            customers += 1
    if customers or reports:
        work.events.record(
            HandedOver(
                account=successor.id,
                from_account=leaver.id,
                from_agency=None,
                customers=customers,
                reports=reports,
            )
        )


def _give_report(work: Work, report_id: int, leaver: Account, successor: Account) -> bool:
    """False when it was decided meanwhile."""
    report = queueing.hold(work, report_id)
    if not report.live or report.contact_id != leaver.id:
        return False
    work.hand_overs.give_report(report.id, successor.id)
    return True


def to_another_agency(work: Work, agency_id: int, successor: Account) -> int:
    """All customers of an agency, which is remembered as who held them; who helped there doesn't any more. What was asked
    for their protection goes along, another name that was wished for doesn't. Returns how many."""
    customers = 0
    for customer in work.hand_overs.customers_of_agency(agency_id):
        held = work.protections.held(customer, lock=True)
        if held is None or held.agency_id != agency_id:  # lost while its lock was waited for
            continue
        customers += 1
        work.protections.remember(held, at=work.now, why=Why.HANDED_OVER, reason="")
        releasing.drop_correction(work, customer)
        _give(work, customer, successor, since=work.now)
        work.engineers.set(customer, (), work.now)
    work.events.record(
        HandedOver(account=successor.id, from_account=None, from_agency=agency_id, customers=customers, reports=0)
    )
    return customers


def _give(work: Work, customer_id: int, successor: Account, *, since: datetime | None = None) -> None:
    before = work.customers.get(customer_id)
    agency_id = successor.agency_id
    assert agency_id is not None, "a customer's contact belongs to an agency"
    work.hand_overs.give_customer(customer_id, agency_id, successor.id, since=since)
    coming_due.to_another(work, customer_id)
    work.events.record(
        CustomerHandedOver(
            customer=customer_id,
            agency=agency_id,
            contact=successor.id,
            from_agency=before.agency_id,
            from_contact=before.contact_id,
        )
    )
