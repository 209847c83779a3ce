"""Where a record went that is out of the reader's reach by now."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from domain.base.errors import NotFound
from domain.base.events import Logged
from domain.base.work import Work
from domain.customers import scope
from domain.customers.holders import CustomerHandedOver
from domain.protection.releasing import CustomerReleased

LATELY = 20
"""Changes of hands that are looked through."""


@dataclass(frozen=True, slots=True)
class TakenAway:
    """`by` is empty where nobody did it, or who did is of another agency; `to` where it went to nobody of the reader's own."""

    name: str
    by: str
    at: datetime
    to: str


def of_customer(work: Work, customer_id: int) -> TakenAway | None:
    """The last time that it was taken from the reader or his agency; None where it never was his to see."""
    me, kinds = work.actor, (CustomerHandedOver, CustomerReleased)
    logged = work.events.of_subjects("customer", (customer_id,), offset=-LATELY, limit=LATELY, kinds=kinds)
    last = next((each for each in reversed(logged) if _taken_from(each, me.id, me.agency_id)), None)
    if last is None:
        return None
    by = work.people.account(last.actor) if last.actor is not None else None
    mine = by is not None and by.agency_id in (None, me.agency_id)
    event = last.event
    own = isinstance(event, CustomerHandedOver) and event.agency == me.agency_id
    to = work.people.account(event.contact).name if own and isinstance(event, CustomerHandedOver) else ""
    name = scope.called(work, customer_id)
    return TakenAway(name, by.name if by is not None and mine else "", last.at, to)


def of_counterpart(work: Work, counterpart_id: int) -> TakenAway | None:
    """The same of the customer at which somebody is; None as long as the reader sees it: then it is something else."""
    customer = work.counterparts.get(counterpart_id).customer_id
    try:
        scope.visible(work, customer)
    except NotFound:
        return of_customer(work, customer)
    return None


def _taken_from(each: Logged, account: int, agency: int | None) -> bool:
    match each.event:
        case CustomerHandedOver(from_contact=contact, from_agency=before, agency=now):
            return contact == account or (before == agency is not None and now != agency)
        case CustomerReleased(contact=contact, agency=before):
            return contact == account or before == agency is not None
        case _:
            return False
