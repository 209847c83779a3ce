"""Who looked at a customer: on record once a day and person, for a dispute asks who knew of it when (docs/disputes.md).

Absent: what is only listed or searched; the pool, where a look counts besides (`domain.protection.claiming`).
"""

from __future__ import annotations

from dataclasses import dataclass

from domain.base.events import Event
from domain.base.work import Work


@dataclass(frozen=True, kw_only=True)
class CustomerSeen(Event, subject="customer"):
    """Its card, a request about it, or what happened to it was opened; the first time on that day."""

    customer: int


def note(work: Work, customer_id: int) -> None:
    """By whoever acts; the system sees nothing."""
    account = work.account
    if account is None:
        return
    midnight = work.calendar.begin_of(work.today)
    if not work.events.of_actor(account.id, CustomerSeen, midnight, subject=customer_id):
        work.events.record(CustomerSeen(customer=customer_id))
