"""Orders within reach: whose they are, and the one door to one of them.

A customer that the agency has lost is out of sight; its orders from before aren't.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from domain.base.errors import NotAllowed, NotFound
from domain.base.rights import Action, Belongs, demand, may
from domain.base.work import Work
from domain.customers.records import Customer
from domain.orders import tenure
from domain.orders.records import Order
from domain.orders.tenure import Handed, Tenure
from domain.people.records import AgencyId
from domain.projects.records import Project, Telling
from domain.protection.pool import HoldingPeriod


def belongs(work: Work, order: Order) -> Belongs:
    """To whoever has the customer now, as long as that is the same agency; else to whoever had it then."""
    customer = work.customers.get(order.customer_id)
    contact = customer.contact_id if customer.agency_id == order.agency_id else order.contact_id
    return Belongs(frozenset({contact} if contact is not None else ()), order.agency_id, order.unit_id)


def visible(work: Work, order_id: int) -> Order:
    """Raises `NotFound` as well for one out of reach."""
    order = work.orders.get(order_id)
    if not may(work.actor, Action.SEE_ORDERS, belongs(work, order)):
        raise NotFound("order")
    return order


def sees_prices(work: Work) -> bool:
    """Whether the reader sees what single orders cost: the agency's side does, the vendor's where *policy*
    `orders.price_to_vendor` says full."""
    return work.actor.agency_id is not None or work.policy.orders.price_to_vendor == "full"


def held(work: Work, order_id: int) -> Order:
    """The order, held until the transaction ends, and its customer before it: whoever merges customers takes them in that
    order, too. Raises `NotFound`."""
    while True:
        customer_id = work.orders.get(order_id).customer_id
        work.customers.lock(customer_id)
        order = work.orders.get(order_id, lock=True)
        if order.customer_id == customer_id:  # else the customer was merged with another one meanwhile
            return order


def within(work: Work, order_id: int) -> Order:
    """The order, to change it: held until the transaction ends. Raises `NotFound`, `NotAllowed`."""
    order = held(work, order_id)
    of = belongs(work, order)
    if not may(work.actor, Action.SEE_ORDERS, of):
        raise NotFound("order")
    demand(work.actor, Action.LOG_ORDERS, of)
    return order


@dataclass(frozen=True, slots=True)
class HeldCustomers:
    """Customers, held until the transaction ends, with what the actor's agency had of them, and their projects: read at once
    for many orders."""

    customers: Mapping[int, Customer]
    former: Mapping[int, Sequence[HoldingPeriod]]
    projects: Mapping[int, Project]
    """By their own number."""
    handed: Handed
    told: dict[int, Sequence[Telling]] = field(default_factory=dict)
    """What was told of projects, by number, where it had to be looked up."""

    @classmethod
    def of(cls, work: Work, customers: Collection[int]) -> HeldCustomers:
        found = work.customers.several(customers, lock=True)
        former = work.pool.holdings_of_all(customers, work.actor.agency_id or 0)
        told = work.projects.of_customers(sorted(customers)).values()
        by_number = {int(each.id): each for several in told for each in several}
        return cls(found, former, by_number, tenure.handed_over(work, customers))


def for_logging(work: Work, customer_id: int, among: HeldCustomers | None = None) -> tuple[Customer, Tenure]:
    """A customer for whom the actor may log, locked: held by his agency, or held once. Raises `NotFound`, `NotAllowed`."""
    customer = work.customers.lock(customer_id) if among is None else among.customers.get(customer_id)
    return _for_logging(work, customer, among)


def logged_for(work: Work, customer_id: int) -> tuple[Customer, Tenure]:
    """The same to look at: nobody who decides about the customer waits for who only looks."""
    return _for_logging(work, work.customers.get(customer_id), None)


def _for_logging(work: Work, customer: Customer | None, among: HeldCustomers | None) -> tuple[Customer, Tenure]:
    agency_id = work.actor.agency_id
    if agency_id is None:
        raise NotAllowed(Action.LOG_ORDERS.value)
    if customer is None:
        raise NotFound("customer")
    had = tenure.of(work, customer, agency_id, None if among is None else among.former.get(customer.id, ()))
    if had is None:
        raise NotFound("customer")
    if not may(work.actor, Action.LOG_ORDERS, _belongs(work, AgencyId(agency_id), had)):
        demand(work.actor, Action.LOG_ORDERS)
        raise NotFound("customer")
    return customer, had


def _belongs(work: Work, agency_id: AgencyId, had: Tenure) -> Belongs:
    return Belongs(frozenset({had.contact_id}), agency_id, work.people.agency(agency_id).unit_id)
