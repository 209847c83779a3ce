"""Losing a customer: it goes to the resource pool, at once and whole (domain.md, sections 6 and 8)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from domain import planning
from domain.approvals import ApprovalState
from domain.customers import Customer
from domain.events import Event
from domain.pool import Entry
from domain.protections import Held, RequestState, Why
from domain.work import Work


@dataclass(frozen=True, kw_only=True)
class CustomerReleased(Event, subject="customer"):
    """The customer is in the pool; `open_at` is when it can be claimed."""

    customer: int
    agency: int
    contact: int
    why: str
    reason: str
    open_at: datetime


def release(work: Work, held: Held, why: Why, reason: str = "") -> None:
    """Everything that was asked for the customer is settled, its holding is remembered, the pool has it."""
    for request in work.protections.pending_of(held.customer_id):
        work.protections.settle_request(request.id, RequestState.DROPPED, at=work.now)
        approval = work.approvals.of_subject(request.kind, request.id)
        if approval is not None and approval.state is ApprovalState.PENDING:
            work.approvals.change(approval, state=ApprovalState.WITHDRAWN, level=approval.level)
    customer = work.customers.get(held.customer_id)
    work.protections.let_go(held, at=work.now, why=why, reason=reason)
    entry = _entry(work, customer)
    work.pool.put(entry)
    planning.tell_subscribers(work, held.customer_id)
    work.events.record(
        CustomerReleased(
            customer=held.customer_id,
            agency=held.agency_id,
            contact=held.contact_id,
            why=why.value,
            reason=reason,
            open_at=entry.open_at,
        )
    )


def release_ended(work: Work, limit: int = 200) -> int:
    """Customers whose last day is past go to the pool by themselves, unless something is undecided. Returns how many."""
    ended = work.protections.over(work.today, limit)
    count = 0
    for customer_id in ended:
        held = work.protections.held(customer_id, lock=True)
        last_day = held.protection.last_day if held is not None else None
        if held is not None and last_day is not None and last_day < work.today:
            release(work, held, Why.ENDED)
            count += 1
    return count


def _entry(work: Work, customer: Customer) -> Entry:
    """What a customer that is released now looks like in the list."""
    profile = customer.profile
    assert profile is not None, "a customer that was held has a profile"
    return Entry(
        customer_id=customer.id,
        released_at=work.now,
        open_at=work.now + timedelta(hours=work.policy.pool.fair_start_hours),
        region=profile.region,
        domain=profile.domain.split(" · ")[0],
        field=profile.domain,
        volume=profile.volume,
        stage=customer.stage,
    )
