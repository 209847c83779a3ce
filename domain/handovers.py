"""移交: customers, and reports that are on their way, go from one contact to another; for `staffing` and `agency_states`.
The history stays with the customer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from domain import releasing
from domain.events import Event
from domain.people import Account
from domain.protections import Why
from domain.work import Work


@dataclass(frozen=True, kw_only=True)
class CustomerHandedOver(Event, subject="customer"):
    """By whom and when is the event's stamp; protection and follow-ups go on as they were."""

    customer: int
    agency: int
    contact: int
    from_agency: int | None
    from_contact: int | None


@dataclass(frozen=True, kw_only=True)
class HandedOver(Event, subject="account"):
    """The sum of it, for the one who has them now."""

    account: int
    from_account: int | None
    from_agency: int | None
    customers: int
    reports: int


def between_colleagues(work: Work, leaver: Account, successor: Account) -> None:
    """Everything that one salesperson holds goes to another of the same agency."""
    customers = work.hand_overs.customers_of(leaver.id)
    reports = work.hand_overs.open_reports_of(leaver.id)
    for customer in customers:
        _give(work, customer, successor)
    for report in reports:
        work.hand_overs.give_report(report, successor.id)
    if customers or reports:
        work.events.record(
            HandedOver(
                account=successor.id,
                from_account=leaver.id,
                from_agency=None,
                customers=len(customers),
                reports=len(reports),
            )
        )


def to_another_agency(work: Work, agency_id: int, successor: Account) -> int:
    """All customers of an agency, which is remembered as who held them; who helped there doesn't any more. What was asked
    for their protection goes along, another name that was wished for doesn't. Returns how many."""
    customers = work.hand_overs.customers_of_agency(agency_id)
    for customer in customers:
        held = work.protections.held(customer, lock=True)
        assert held is not None, "customers_of_agency finds held ones"
        work.protections.remember(held, at=work.now, why=Why.HANDED_OVER, reason="")
        releasing.drop_correction(work, customer)
        _give(work, customer, successor, since=work.now)
        work.engineers.set(customer, (), work.now)
    work.events.record(
        HandedOver(account=successor.id, from_account=None, from_agency=agency_id, customers=len(customers), reports=0)
    )
    return len(customers)


def _give(work: Work, customer_id: int, successor: Account, *, since: datetime | None = None) -> None:
    before = work.customers.get(customer_id)
    agency_id = successor.agency_id
    assert agency_id is not None, "a customer's contact belongs to an agency"
    work.hand_overs.give_customer(customer_id, agency_id, successor.id, since=since)
    work.events.record(
        CustomerHandedOver(
            customer=customer_id,
            agency=agency_id,
            contact=successor.id,
            from_agency=before.agency_id,
            from_contact=before.contact_id,
        )
    )
