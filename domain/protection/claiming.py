"""What may be done with the resource pool: look, subscribe, claim (docs/protection.md).

A claim is a report of the customer under the same rules and the same approval; this says when it may not be made.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from domain.base import regions
from domain.base.errors import NotFound, Refusal
from domain.base.events import Event
from domain.base.rights import Action, demand, may
from domain.base.work import Work
from domain.customers import identity
from domain.customers.records import Customer, CustomerState
from domain.people import persons
from domain.people.records import Account
from domain.products import domains as products
from domain.protection.pool import PoolEntry, PoolQuery, Topic


@dataclass(frozen=True, kw_only=True)
class Subscribe:
    """Hear of what is released in a province, or of a product domain; with `on` false no longer."""

    topic: Topic
    value: str
    on: bool = True


@dataclass
class ClaimsUsed(Refusal):
    """No more claims today. `whose` is the limit: `person` or `agency`."""

    limit: int
    whose: str


@dataclass
class DetailsUsed(Refusal):
    """No more details today."""

    limit: int


@dataclass
class NothingSuch(Refusal):
    """No such province or product domain."""


@dataclass(frozen=True, kw_only=True)
class CustomerClaimed(Event, subject="customer"):
    """A report of a pool customer. Giving back refunds nothing: what counts is that it was made."""

    customer: int


@dataclass(frozen=True, kw_only=True)
class PoolDetailSeen(Event, subject="customer"):
    customer: int


@dataclass(frozen=True, slots=True)
class Bar:
    """The customer can't be claimed before `until`; `held` when that is because the asker's side held it."""

    until: datetime
    held: bool


def barred(work: Work, customer_id: int, asker: Account) -> Bar | None:
    """Whether the asker must wait: everybody after the release, whoever held it and their agency for longer, by whichever
    of their accounts they ask."""
    days = work.policy.pool.cool_down_days
    mine = persons.accounts(work, asker)
    ids, agencies = {each.id for each in mine}, {each.agency_id for each in mine}
    bars = [
        Bar(holding.ended_at + timedelta(days=days), held=True)
        for holding in work.pool.held_since(customer_id, work.now - timedelta(days=days))
        if holding.contact_id in ids or holding.agency_id in agencies
    ]
    entry = work.pool.entry(customer_id)
    if entry is not None and work.now < entry.open_at:
        bars.append(Bar(entry.open_at, held=False))
    return max(bars, key=lambda each: each.until, default=None)


def claim(work: Work, customer: Customer) -> None:
    """A report of a pool customer is being made: count it. Raises `ClaimsUsed`."""
    limits = work.policy.pool.claims_a_day
    if work.numbers.count(f"claims:{work.today}:{persons.quota(work.actor)}") > limits.person:
        raise ClaimsUsed(limits.person, "person")
    if work.numbers.count(f"claims:{work.today}:agency:{work.actor.agency_id}") > limits.agency:
        raise ClaimsUsed(limits.agency, "agency")
    work.events.record(CustomerClaimed(customer=customer.id))


# --- looking ------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Detail:
    """All that the pool shows of a customer. `bar` says why the reader can't claim it yet."""

    entry: PoolEntry
    customer: Customer
    bar: Bar | None
    left: int
    """How many more details the reader may see today."""
    may_claim: bool


def listed(work: Work, wish: PoolQuery) -> tuple[Sequence[PoolEntry], int]:
    """Raises `NotAllowed`."""
    demand(work.actor, Action.SEE_POOL)
    return work.pool.entries(wish)


def detail(work: Work, customer_id: int) -> Detail:
    """Counted: a customer once a day. Raises `NotAllowed`, `NotFound`, `DetailsUsed`."""
    demand(work.actor, Action.SEE_POOL)
    entry = work.pool.entry(customer_id)
    if entry is None:
        raise NotFound("customer")
    limit = work.policy.pool.details_a_day
    midnight = work.calendar.begin_of(work.today)
    seen = {
        each.customer
        for account in persons.accounts(work, work.actor)
        for each in work.events.of_actor(account.id, PoolDetailSeen, midnight)
    }
    if customer_id not in seen:
        if len(seen) >= limit:
            raise DetailsUsed(limit)
        work.events.record(PoolDetailSeen(customer=customer_id))
        seen.add(customer_id)
    return Detail(
        entry,
        work.customers.get(customer_id),
        barred(work, customer_id, work.actor),
        limit - len(seen),
        may(work.actor, Action.REPORT_CUSTOMER),
    )


def named(work: Work, name: str) -> int | None:
    """The pool customer of this full name, by which a report would find it. Raises `NotAllowed`."""
    demand(work.actor, Action.SEE_POOL)
    found = (each for each in identity.known(work, name, None) if each.state is CustomerState.POOL)
    return next((each.id for each in found), None)


def places(work: Work) -> Sequence[tuple[str, int]]:
    """The provinces in which there is something. Raises `NotAllowed`."""
    demand(work.actor, Action.SEE_POOL)
    return work.pool.places()


def domains(work: Work) -> Sequence[tuple[str, int]]:
    """The product domains in which there is something. Raises `NotAllowed`."""
    demand(work.actor, Action.SEE_POOL)
    return work.pool.domains()


def known(work: Work, topic: Topic) -> tuple[str, ...]:
    """What can be subscribed to."""
    if topic is Topic.REGION:
        return tuple(regions.provinces())
    return tuple(dict.fromkeys(each.domain for each in products.everything(work.policy)))


def domain_called(work: Work, text: str) -> str | None:
    """The domain that a text names, or a product of it, or what else that is called."""
    found = {each.domain for each in products.find(work.policy, text)}
    return found.pop() if len(found) == 1 else None


def mine(work: Work) -> frozenset[tuple[Topic, str]]:
    """What the reader subscribed to."""
    return work.pool.subscriptions(work.actor.id)


def subscribe(work: Work, command: Subscribe) -> None:
    """Raises `NotAllowed`, `NothingSuch`."""
    demand(work.actor, Action.SEE_POOL)
    if command.value not in known(work, command.topic):
        raise NothingSuch
    change = work.pool.subscribe if command.on else work.pool.unsubscribe
    change(work.actor.id, command.topic, command.value)
