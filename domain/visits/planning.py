"""A visit is planned, put off, called off, or over: by whoever follows the customer up (docs/visits.md)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from domain.base.errors import NotFound, Refusal
from domain.base.events import Event
from domain.base.rights import Action
from domain.base.work import Work
from domain.customers.records import Customer
from domain.customers.scope import visible, within
from domain.visits.records import Visit, VisitState

FARTHEST = 730
"""Days ahead."""


@dataclass(frozen=True, kw_only=True)
class PlanVisit:
    """The command behind 下次拜访; a visit that is planned already is on this day from now on."""

    customer: int
    on: date


@dataclass(frozen=True, kw_only=True)
class CancelVisit:
    visit: int


@dataclass(frozen=True, slots=True)
class VisitPlanned:
    """`before`: the day that it was on, if one was planned."""

    customer: Customer
    on: date
    before: date | None


@dataclass
class VisitPast(Refusal):
    """A visit is planned for a day that is still to come, of the next two years."""

    on: date


@dataclass(frozen=True, kw_only=True)
class VisitSet(Event, subject="customer"):
    customer: int
    visit: int
    on: date
    before: int | None = None
    """The visit that this one takes the place of."""


@dataclass(frozen=True, kw_only=True)
class VisitEnded(Event, subject="customer"):
    """`state` is that of `VisitState`."""

    customer: int
    visit: int
    state: str


@dataclass(frozen=True, kw_only=True)
class VisitHandedOver(Event, subject="customer"):
    """It goes along with its customer."""

    customer: int
    visit: int
    contact: int


def plan(work: Work, command: PlanVisit) -> VisitPlanned:
    """Raises `NotFound`, `NotAllowed`, `VisitPast`."""
    customer = within(work, command.customer, Action.WRITE_FOLLOW_UP)
    before = work.visits.of_customer(customer.id)
    if before is None or before.on != command.on:
        set_on(work, customer, command.on, before)
    return VisitPlanned(customer, command.on, before.on if before is not None else None)


def set_on(work: Work, customer: Customer, on: date, before: Visit | None) -> None:
    """Raises `VisitPast`."""
    if not work.today <= on <= work.today + timedelta(days=FARTHEST):
        raise VisitPast(on)
    if before is not None:
        _end(work, before, VisitState.MOVED)
    made = work.visits.plan(customer.id, on, work.actor.id, work.now)
    work.events.record(
        VisitSet(customer=customer.id, visit=made, on=on, before=before.id if before is not None else None)
    )


def cancel(work: Work, command: CancelVisit) -> Customer:
    """Raises `NotFound`, `NotAllowed`; also of one that is over."""
    found = work.visits.get(command.visit)
    customer = within(work, found.customer_id, Action.WRITE_FOLLOW_UP)
    standing = work.visits.of_customer(customer.id)
    if standing is None or standing.id != found.id:
        raise NotFound("visit")
    _end(work, standing, VisitState.CANCELLED)
    return customer


def followed_up(work: Work, customer: Customer, following: date | None) -> date | None:
    """A report was written: what was planned until today is over, and the next one is planned if it was named. The day from which
    that one was moved, if it was. Raises `VisitPast`."""
    before = work.visits.of_customer(customer.id)
    if before is not None and before.on <= work.today:
        _end(work, before, VisitState.DONE)
        before = None
    if following is None or (before is not None and before.on == following):
        return None
    set_on(work, customer, following, before)
    return before.on if before is not None else None


def lost(work: Work, customer_id: int) -> None:
    """Nobody has the customer any more, or another agency has it."""
    before = work.visits.of_customer(customer_id)
    if before is not None:
        _end(work, before, VisitState.CANCELLED)


def handed_over(work: Work, customer_id: int, contact: int) -> bool:
    """A colleague goes there. False: no visit was planned."""
    standing = work.visits.of_customer(customer_id)
    if standing is not None:
        work.events.record(VisitHandedOver(customer=customer_id, visit=standing.id, contact=contact))
    return standing is not None


def merged(work: Work, gone: int, into: int, *, along: bool) -> None:
    """Two customers are one: of two visits the earlier stays; what its holder didn't keep is called off."""
    theirs, ours = work.visits.of_customer(gone), work.visits.of_customer(into)
    if theirs is not None and not along:
        _end(work, theirs, VisitState.CANCELLED)
    elif theirs is not None and ours is not None:
        _end(work, max(theirs, ours, key=lambda each: each.on), VisitState.CANCELLED)
    work.visits.give(gone, into)


def standing(work: Work, customer_id: int) -> Visit | None:
    """The visit that is planned. Raises `NotFound`."""
    return work.visits.of_customer(visible(work, customer_id).id)


def _end(work: Work, visit: Visit, state: VisitState) -> None:
    work.visits.end(visit.id, state, work.now)
    work.events.record(VisitEnded(customer=visit.customer_id, visit=visit.id, state=state.value))
