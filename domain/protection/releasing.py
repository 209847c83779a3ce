"""Losing a customer: the one way out of an agency's hands, whatever the reason (docs/protection.md).

Everything that was asked for it is closed, the holding is remembered, nothing of the clock stays. Mostly the customer
goes to the resource pool.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from domain.approvals.records import Approval
from domain.approvals.requests import lapse
from domain.base.errors import Refusal
from domain.base.events import Event
from domain.base.kinds import Kind
from domain.base.work import Work
from domain.customers.petitions import PetitionState
from domain.customers.records import Customer, CustomerState
from domain.people import hearers
from domain.products.domains import BETWEEN
from domain.protection import subscribers
from domain.protection.pool import PoolEntry
from domain.protection.records import Held, LossReason, ProtectionRequest, ProtectionRequestState
from domain.visits import planning as visits


@dataclass
class HolderChanged(Refusal):
    """The applicant's agency doesn't hold the customer any more: what it asked for can be rejected only."""

    name: str


@dataclass(frozen=True, kw_only=True)
class CustomerReleased(Event, subject="customer"):
    """Its holder has it no longer. `open_at` is when it can be claimed from the pool, None where it doesn't lie there;
    `lapsed` counts the requests that nobody need decide any more."""

    customer: int
    agency: int
    contact: int
    why: str
    reason: str
    open_at: datetime | None
    lapsed: int = 0


def release(work: Work, held: Held, why: LossReason, reason: str = "") -> None:
    """The customer goes to the pool, unless it is the vendor's own account."""
    direct = work.directs.among((held.customer_id,))
    let_go(work, held, why, reason, None if direct else _entry(work, work.customers.get(held.customer_id)))


def let_go(work: Work, held: Held, why: LossReason, reason: str = "", entry: PoolEntry | None = None) -> None:
    """The customer is nobody's; with `entry` it lies in the pool."""
    lapsed = drop_requests(work, held.customer_id) + drop_correction(work, held.customer_id)
    work.protections.remember(held, at=work.now, why=why, reason=reason)
    work.engineers.set(held.customer_id, (), work.now)  # they help its holder, not whoever comes next
    visits.lost(work, held.customer_id)
    work.customers.set_free(held.customer_id, CustomerState.OPEN if entry is None else CustomerState.POOL)
    if entry is not None:
        work.pool.put(entry)
        subscribers.tell_subscribers(
            work, held.customer_id, but={held.contact_id, *hearers.owners(work, held.agency_id)}
        )
    work.events.record(
        CustomerReleased(
            customer=held.customer_id,
            agency=held.agency_id,
            contact=held.contact_id,
            why=why.value,
            reason=reason,
            open_at=entry.open_at if entry is not None else None,
            lapsed=lapsed,
        )
    )


def drop_requests(work: Work, customer_id: int) -> int:
    """Nothing that was asked for the customer's protection need be decided any more. Returns how much there was."""
    pending = work.protections.pending_of(customer_id)
    for request in pending:
        drop(work, request)
    return len(pending)


def drop(work: Work, request: ProtectionRequest) -> None:
    work.protections.close_request(request.id, ProtectionRequestState.DROPPED, at=work.now)
    lapse(work, request.kind, request.id)


def drop_correction(work: Work, customer_id: int) -> int:
    """Nor another name or code that its holder wished for."""
    correction = work.petitions.open_correction(customer_id)
    if correction is None:
        return 0
    work.petitions.close(Kind.DATA_CHANGE, correction.id, PetitionState.WITHDRAWN)
    lapse(work, Kind.DATA_CHANGE, correction.id)
    return 1


def demand_held(work: Work, approval: Approval) -> None:
    """Before something asked for a customer's protection is approved. Raises `HolderChanged`."""
    request = work.protections.request(approval.subject_id)
    held = work.protections.held(request.customer_id)
    if held is None or held.agency_id != request.agency_id:
        raise HolderChanged(work.customers.get(request.customer_id).name)


def release_ended(work: Work, limit: int = 200) -> int:
    """Customers whose last day is past go to the pool by themselves, unless something is undecided. Returns how many."""
    ended = work.protections.over(work.today, limit)
    count = 0
    for customer_id in ended:
        held = work.protections.held(customer_id, lock=True)
        last_day = held.protection.last_day if held is not None else None
        if held is not None and last_day is not None and last_day < work.today:
            release(work, held, LossReason.ENDED)
            count += 1
    return count


def _entry(work: Work, customer: Customer) -> PoolEntry:
    """What a customer that is released now looks like in the list."""
    profile = customer.profile
    assert profile is not None, "a customer that was held has a profile"
    return PoolEntry(
        customer_id=customer.id,
        released_at=work.now,
        open_at=work.now + timedelta(hours=work.policy.pool.fair_start_hours),
        region=profile.region,
        domain=profile.domain.split(BETWEEN)[0],
        field=profile.domain,
        volume=profile.volume,
        stage=customer.stage,
    )
