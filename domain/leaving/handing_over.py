"""移交 within an agency, without ending anybody: a customer, some of them, or all that somebody has. The clock, its place in
the queue, what is asked for it and the day of its next report stay (docs/people.md)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from domain.base.errors import NotAllowed, NotFound, Refusal
from domain.base.rights import Action, Belongs, demand
from domain.base.work import Work
from domain.customers.records import Customer
from domain.customers.scope import visible
from domain.leaving import handovers, staffing
from domain.leaving.handovers import HandedNames
from domain.leaving.staffing import NoSuccessor
from domain.people.records import WITH_US, Account


@dataclass(frozen=True, kw_only=True)
class HandOver:
    """From a person's card. `customers`: these alone; None: all of them, and his reports that wait."""

    account: int
    to: int
    customers: tuple[int, ...] | None = None


@dataclass(frozen=True, kw_only=True)
class HandCustomerOver:
    """From a customer's card. `of`: whose it was when that was looked at."""

    customer: int
    to: int
    of: int | None = None


@dataclass
class HandedMeanwhile(Refusal):
    """It is somebody else's by now: `holder`'s."""

    name: str
    holder: str


@dataclass(frozen=True, slots=True)
class HandOverResult:
    """`source`: whose it was; `left`: what he still holds."""

    to: str
    source: str
    names: HandedNames
    left: staffing.Belongings


def holding(work: Work, account_id: int) -> tuple[Account, staffing.Belongings]:
    """Somebody whose customers the actor may hand over, and what he holds. Raises `NotAllowed`, `NotFound`."""
    account = _of_agency(work, work.people.account(account_id))
    return account, staffing.holding(work, account.id)


def may_hand_over(work: Work, account_id: int) -> bool:
    """Whether there is something of this person's that the actor may give to somebody."""
    try:
        _, found = holding(work, account_id)
    except (NotAllowed, NotFound):
        return False
    return bool(found.customers or found.reports)


def may_hand_customer_over(work: Work, customer_id: int) -> bool:
    try:
        contact = _contact(work, customer_id)
    except (NotAllowed, NotFound):
        return False
    return bool(successors(work, contact.id))


def customers(work: Work, account_id: int) -> Sequence[Customer]:
    """Those that he holds. Raises `NotAllowed`, `NotFound`."""
    account = _of_agency(work, work.people.account(account_id))
    found = work.customers.several(work.hand_overs.customers_of(account.id))
    return sorted(found.values(), key=lambda each: each.name)


def successors(work: Work, account_id: int) -> Sequence[Account]:
    """The colleagues who can have them. Raises `NotAllowed`, `NotFound`."""
    return staffing.successors(work, _of_agency(work, work.people.account(account_id)).id)


def colleagues(work: Work, customer_id: int) -> Sequence[Account]:
    """Of the customer's contact. Raises `NotAllowed`, `NotFound`."""
    return successors(work, _contact(work, customer_id).id)


def hand_over(work: Work, command: HandOver) -> HandOverResult:
    """Raises `NotAllowed`, `NotFound`, `NoSuccessor`."""
    account = _of_agency(work, work.people.account(command.account))
    return _hand(work, account, command.to, command.customers)


def hand_customer_over(work: Work, command: HandCustomerOver) -> HandOverResult:
    """Raises `NotAllowed`, `NotFound`, `NoSuccessor`, `HandedMeanwhile`."""
    work.people.lock_agency(_contact(work, command.customer).agency_id or 0)
    before = _contact(work, command.customer)  # as it stands when it is this one's turn: of two at once one looks again
    if command.of not in (None, before.id):
        raise HandedMeanwhile(work.customers.get(command.customer).name, before.name)
    return _hand(work, before, command.to, (command.customer,))


def _hand(work: Work, before: Account, to: int, several: Sequence[int] | None) -> HandOverResult:
    work.people.lock_agency(before.agency_id or 0)  # nobody leaves meanwhile, nor reports anew
    successor = next((each for each in successors(work, before.id) if each.id == to), None)
    if successor is None:
        raise NoSuccessor
    given = handovers.between_colleagues(work, before, successor, several)
    if given is None:
        raise NotFound("customer")
    told = handovers.names(work, given)
    return HandOverResult(successor.name, before.name, told, staffing.holding(work, before.id))


def _contact(work: Work, customer_id: int) -> Account:
    customer = visible(work, customer_id)
    if customer.contact_id is None or work.protections.held(customer.id) is None:
        raise NotFound("customer")
    return _of_agency(work, work.people.account(customer.contact_id))


def _of_agency(work: Work, account: Account) -> Account:
    if account.agency_id is None:
        raise NotFound("account")
    agency = work.people.agency(account.agency_id)
    belongs = Belongs(frozenset(), agency.id, agency.unit_id)
    demand(work.actor, Action.HAND_OVER, belongs)
    if agency.state not in WITH_US:
        raise NotFound("agency")
    return account
