"""From when until when an agency may log contracts with a customer: from its first approval (an import sets it) up to
today, after a release up to the day before it."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from domain.base.calendar import DAY
from domain.base.work import Work
from domain.customers.holders import CustomerHandedOver
from domain.customers.records import Customer
from domain.protection.pool import HoldingPeriod

MOST_HANDED = 100
"""Of one customer; nobody's history has more."""


@dataclass(frozen=True, slots=True)
class Tenure:
    """`until` is the last day, `contact_id` who had the customer then (now, where it is held)."""

    since: date
    until: date
    contact_id: int
    held: bool


Handed = Mapping[int, Sequence[tuple[date, CustomerHandedOver]]]
"""By customer, oldest first: the days on which it was handed over, and from whom to whom."""


def handed_over(work: Work, customers: Collection[int]) -> Handed:
    most = MOST_HANDED * len(customers)
    found: dict[int, list[tuple[date, CustomerHandedOver]]] = {}
    for each in work.events.of_subjects("customer", customers, offset=0, limit=most, kinds=(CustomerHandedOver,)):
        if isinstance(each.event, CustomerHandedOver):
            found.setdefault(each.event.customer, []).append((work.calendar.day_of(each.at), each.event))
    return found


def contact_on(day: date, agency_id: int, had: Tenure, handed: Sequence[tuple[date, CustomerHandedOver]]) -> int:
    """Who of the agency had the customer on a day of its tenure: before it was handed over it was somebody else."""
    for on, given in handed:
        if on > day and given.from_agency == agency_id and given.from_contact is not None:
            return given.from_contact
    return had.contact_id


def of(work: Work, customer: Customer, agency_id: int, former: Sequence[HoldingPeriod] | None = None) -> Tenure | None:
    """None for an agency that never had it. `former` is what it had of it and lost, where that is known."""
    held = customer.agency_id == agency_id and customer.contact_id is not None
    former = work.pool.holdings_of(customer.id, agency_id) if former is None else former
    begins = [work.calendar.day_of(each.since) for each in former]
    if held and customer.protected_since is not None:
        begins.append(work.calendar.day_of(customer.protected_since))
    if not begins:
        return None
    if held and customer.contact_id is not None:
        return Tenure(min(begins), work.today, customer.contact_id, held=True)
    last = max(former, key=lambda each: each.ended_at)
    return Tenure(min(begins), min(work.today, work.calendar.day_of(last.ended_at) - DAY), last.contact_id, held=False)
