"""What screens ask about the people at a customer. Each within reach."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from domain.base.errors import NotAllowed
from domain.base.rights import Action, reach
from domain.base.work import Work
from domain.counterparts.keeping import readable
from domain.counterparts.records import Counterpart, CounterpartVersion
from domain.customers.records import Customer, CustomerSorting, Search
from domain.customers.scope import can, visible
from domain.customers.seeing import CustomerSeen
from domain.protection.customers import CustomerView, customers

FOUND = 6


@dataclass(frozen=True, slots=True)
class CounterpartView:
    """One of them: by whom he was named last, empty where that was another agency's; what stood there before."""

    counterpart: Counterpart
    customer: Customer
    by: str
    earlier: tuple[tuple[CounterpartVersion, str], ...]
    may_keep: bool


def of_customer(work: Work, customer_id: int) -> tuple[Customer, Sequence[Counterpart], bool]:
    """With whether the reader keeps them. Raises `NotFound`."""
    customer = visible(work, customer_id)
    may_keep = can(work, customer, Action.KEEP_COUNTERPARTS)
    return customer, work.counterparts.of_customer(customer_id), may_keep


def one(work: Work, counterpart_id: int) -> CounterpartView:
    """Raises `NotFound`."""
    found, customer = readable(work, counterpart_id)
    return CounterpartView(
        counterpart=found,
        customer=customer,
        by=_named(work, found.author_id),
        earlier=tuple((each, _named(work, each.author_id)) for each in work.counterparts.versions(counterpart_id)),
        may_keep=can(work, customer, Action.KEEP_COUNTERPARTS),
    )


def search(work: Work, text: str, limit: int = FOUND) -> tuple[Sequence[tuple[Counterpart, str]], int]:
    """By name or number, of the customers that the reader sees, each with the customer's name; and how many."""
    try:
        within = reach(work.actor, Action.SEE_CUSTOMERS)
    except NotAllowed:
        return (), 0
    rows, total = work.counterparts.found(within, text, limit)
    return [(each, work.customers.get(each.customer_id).name) for each in rows], total


def to_name_for(work: Work, text: str, offset: int, limit: int) -> tuple[Sequence[CustomerView], int]:
    """Customers whose people the reader keeps. Raises `NotAllowed`."""
    reach(work.actor, Action.KEEP_COUNTERPARTS)
    return customers(work, Search(text=text, order=CustomerSorting.DUE, offset=offset, limit=limit))


def looked_at(work: Work, most: int) -> Sequence[Customer]:
    """Those of them that he has opened today, the latest in front."""
    midnight = work.calendar.begin_of(work.today)
    seen = [each.customer for each in work.events.of_actor(work.actor.id, CustomerSeen, midnight)]
    latest = list(dict.fromkeys(seen[::-1]))
    known = work.customers.several(latest)
    found = (known[each] for each in latest if each in known)
    return [each for each in found if can(work, each, Action.KEEP_COUNTERPARTS)][:most]


def _named(work: Work, account_id: int) -> str:
    """A person's name, for his own agency and the vendor; the customer's next holder doesn't learn it."""
    account = work.people.account(account_id)
    return account.name if work.actor.agency_id in (None, account.agency_id) else ""
