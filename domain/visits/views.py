"""What screens ask about visits."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from domain.base.errors import NotFound
from domain.base.rights import Action, reach
from domain.base.work import Work
from domain.customers.records import Customer
from domain.customers.scope import can, visible
from domain.visits.records import Visit, VisitState

AHEAD = 7
"""Days whose visits stand at home."""


@dataclass(frozen=True, slots=True)
class VisitView:
    """`person` is whose customer it is."""

    visit: Visit
    customer: Customer
    person: str
    may_plan: bool


def listed(work: Work, offset: int, limit: int) -> tuple[Sequence[VisitView], int]:
    """To customers that the reader sees. Raises `NotAllowed`."""
    rows, total = work.visits.planned(reach(work.actor, Action.SEE_CUSTOMERS), offset, limit)
    known = work.customers.several([each.customer_id for each in rows])
    return [_view(work, each, known[each.customer_id]) for each in rows], total


def coming(work: Work) -> tuple[int, int]:
    """How many of his own until today, and how many within a week."""
    week = work.visits.count(work.actor.id, work.today + timedelta(days=AHEAD))
    return (work.visits.count(work.actor.id, work.today) if week else 0), week


def one(work: Work, visit_id: int) -> VisitView:
    """One that is planned. Raises `NotFound`."""
    found = work.visits.get(visit_id)
    try:
        customer = visible(work, found.customer_id)
    except NotFound:
        raise NotFound("visit") from None
    if found.state is not VisitState.PLANNED:
        raise NotFound("visit")
    return _view(work, found, customer)


def _view(work: Work, found: Visit, customer: Customer) -> VisitView:
    person = work.people.account(customer.contact_id).name if customer.contact_id is not None else ""
    return VisitView(found, customer, person, can(work, customer, Action.WRITE_FOLLOW_UP))


def planned_at(work: Work, customers: Sequence[int]) -> dict[int, int]:
    """Of these customers the ones within reach where a visit is planned, and which."""
    found = {}
    for each in customers:
        try:
            standing = work.visits.of_customer(visible(work, each).id)
        except NotFound:
            continue
        if standing is not None:
            found[each] = int(standing.id)
    return found
