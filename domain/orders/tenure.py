"""From when until when an agency may log contracts with a customer: from its first approval (an import sets it) up to
today, after a release up to the day before it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from domain.calendar import DAY
from domain.customers import Customer
from domain.pool import Holding
from domain.work import Work


@dataclass(frozen=True, slots=True)
class Tenure:
    """`until` is the last day, `contact_id` who had the customer then (now, where it is held)."""

    since: date
    until: date
    contact_id: int
    held: bool


def of(work: Work, customer: Customer, agency_id: int, former: Sequence[Holding] | None = None) -> Tenure | None:
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
