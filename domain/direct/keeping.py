"""The vendor's own accounts are added and removed, one by one; by a list: `listing`.

A customer that an agency holds, or that is being reported, can become one: its administrator is told before and decides. Who
holds it keeps what was granted to its end (extensions go before the manager as ever); then it lies in no pool. Reports that
wait can't be approved any more, whoever decides reads why. A list doesn't decide that: such rows come back.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from domain.base.errors import NotFound, Refusal
from domain.base.events import Event
from domain.base.naming import demand_name
from domain.base.rights import Action, demand
from domain.base.work import Work
from domain.customers import identity
from domain.customers.records import LIVE, Customer, CustomerState
from domain.names import same_key


@dataclass(frozen=True, kw_only=True)
class AddDirectAccount:
    """The command behind 添加直供客户."""

    name: str
    credit_code: str | None = None


@dataclass(frozen=True, kw_only=True)
class RemoveDirectAccount:
    customer: int


@dataclass
class DirectAlready(Refusal):
    """It stands in the list."""

    name: str


@dataclass
class VendorsOwn(Refusal):
    """The customer is the vendor's own account: said to whoever decides, never to who asked."""

    name: str


@dataclass(frozen=True, kw_only=True)
class DirectAccountAdded(Event, subject="account"):
    account: int
    customer: int
    name: str


@dataclass(frozen=True, kw_only=True)
class DirectAccountRemoved(Event, subject="account"):
    account: int
    customer: int
    name: str


@dataclass(frozen=True, slots=True)
class Obstacles:
    """What is in the way of a new own account: who holds it until when, and how many reports wait."""

    agency: str = ""
    person: str = ""
    until: date | None = None
    reports: int = 0

    @property
    def free(self) -> bool:
        return not self.agency and not self.reports


def demand_not_direct(work: Work, customer: Customer) -> None:
    """Raises `VendorsOwn`."""
    if work.directs.among((customer.id,)):
        raise VendorsOwn(customer.name)


def standing(work: Work, name: str, credit_code: str | None) -> Obstacles:
    """Told before it is added. Raises `NotAllowed`."""
    demand(work.actor, Action.KEEP_DIRECT)
    found = [standing_of(work, each) for each in identity.same(work, name, credit_code)]
    held = next((each for each in found if each.agency), Obstacles())
    return Obstacles(held.agency, held.person, held.until, sum(each.reports for each in found))


def standing_of(work: Work, customer: Customer) -> Obstacles:
    """For whoever may see it."""
    waiting = len(work.customers.reports_of(customer.id, LIVE))
    if customer.state is not CustomerState.PROTECTED or customer.agency_id is None:
        return Obstacles(reports=waiting)
    person = work.people.account(customer.contact_id).name if customer.contact_id is not None else ""
    return Obstacles(work.people.agency(customer.agency_id).called, person, customer.protected_until, waiting)


def add(work: Work, command: AddDirectAccount) -> Customer:
    """Raises `NotAllowed`, `NotAName`, `DirectAlready`."""
    demand(work.actor, Action.KEEP_DIRECT)
    demand_name(command.name)
    work.customers.lock_identity(same_key(command.name), command.credit_code)
    known = identity.known(work, command.name, command.credit_code)
    if known and work.directs.among([each.id for each in known]):
        raise DirectAlready(command.name)
    return take(work, command, known)


def take(work: Work, command: AddDirectAccount, known: Sequence[Customer]) -> Customer:
    """The customer of that code or name, or a new one; of several that bear the name, all."""
    if not known:
        made = work.customers.add(
            name=command.name, same_key=same_key(command.name), credit_code=command.credit_code, now=work.now
        )
        work.names.add(made.id, command.name)
        known = [made]
    for each in known:
        customer = work.customers.lock(each.id)
        if customer.credit_code is None and command.credit_code is not None and len(known) == 1:
            work.customers.set_code(customer.id, command.credit_code)
        if customer.state is CustomerState.POOL:
            work.pool.take_out(customer.id)
            work.customers.set_free(customer.id, CustomerState.OPEN)
        by = work.account.id if work.account is not None else None
        if work.directs.put(customer.id, by, work.now) and by is not None:
            work.events.record(DirectAccountAdded(account=by, customer=customer.id, name=customer.name))
    return work.customers.get(known[0].id)


def remove(work: Work, command: RemoveDirectAccount) -> Customer:
    """From now on it may be reported. Raises `NotAllowed`, `NotFound`."""
    demand(work.actor, Action.KEEP_DIRECT)
    customer = work.customers.lock(command.customer)
    if not work.directs.drop(customer.id):
        raise NotFound("customer")
    work.events.record(DirectAccountRemoved(account=work.actor.id, customer=customer.id, name=customer.name))
    return customer
