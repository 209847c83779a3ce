"""A customer within reach: the one door by which use-cases and screens come to a customer and all that hangs on it."""

from __future__ import annotations

from domain.base.errors import NotFound
from domain.base.rights import Action, Belongs, demand, may
from domain.base.work import Work
from domain.customers.records import Customer, ReportState
from domain.people.records import Account


def belongs(work: Work, customer: Customer) -> Belongs:
    """Whose it is: the contact's, the engineers' that were assigned, the agency's, the unit's."""
    if customer.agency_id is None:
        return Belongs()
    contact = () if customer.contact_id is None else (customer.contact_id,)
    agency = work.people.agency(customer.agency_id)
    return Belongs(frozenset({*contact, *work.engineers.of_customer(customer.id)}), agency.id, agency.unit_id)


def visible(work: Work, customer_id: int) -> Customer:
    """Raises `NotFound` as well for a customer out of the actor's reach: the two look alike on purpose."""
    return _seen(work, work.customers.get(customer_id))


def _seen(work: Work, customer: Customer) -> Customer:
    if customer.agency_id is None or not may(work.actor, Action.SEE_CUSTOMERS, belongs(work, customer)):
        raise NotFound("customer")
    return customer


def within(work: Work, customer_id: int, action: Action) -> Customer:
    """The customer, to do something to it: it changes hands before that or after it, not meanwhile. Raises `NotFound` when
    it can't be seen, `NotAllowed` when that isn't enough."""
    customer = _seen(work, work.customers.lock(customer_id))
    demand(work.actor, action, belongs(work, customer))
    return customer


def can(work: Work, customer: Customer, action: Action) -> bool:
    return may(work.actor, action, belongs(work, customer))


def engineers_of(work: Work, customer: Customer) -> tuple[Account, ...]:
    """The engineers assigned to it who are still with the agency."""
    found = (work.people.account(each) for each in work.engineers.of_customer(customer.id))
    return tuple(each for each in found if each.active and each.agency_id == customer.agency_id)


def called(work: Work, customer_id: int) -> str:
    """What the reader may know a customer as, about which his side asked for something once: an agency that has lost it
    goes on knowing it by the name of its own report, whatever it is called since, or was merged into."""
    customer = work.customers.get(customer_id)
    mine = work.account.agency_id if work.account is not None else None  # the system tells whoever has it
    if mine in (None, customer.agency_id):
        return customer.name
    theirs = [each for each in work.customers.reports_of(customer_id, frozenset(ReportState)) if each.agency_id == mine]
    return max(theirs, key=lambda each: each.id).profile.name if theirs else customer.name
