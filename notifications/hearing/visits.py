"""Who hears of a visit: whoever has the customer, of what somebody else of his agency did with it, or of one that came along."""

from __future__ import annotations

from collections.abc import Iterable

from dialogs.core.days import with_weekday
from dialogs.core.screen import Say, Screen, say
from dialogs.shared.words import HOME, opens
from domain.base.work import Work
from domain.visits import planning
from domain.visits.records import VisitState
from notifications.hearing.pushes import Note, Push, hears


@hears(planning.VisitSet)
def _set(work: Work, event: planning.VisitSet) -> Iterable[Push]:
    name = work.customers.get(event.customer).name
    yield from _told(
        work, event.customer, say("notice-visit-set", by=_by(work), name=name, on=with_weekday(event.on)), event.visit
    )


@hears(planning.VisitEnded)
def _ended(work: Work, event: planning.VisitEnded) -> Iterable[Push]:
    if event.state == VisitState.CANCELLED.value:
        name, on = work.customers.get(event.customer).name, work.visits.get(event.visit).on
        yield from _told(
            work, event.customer, say("notice-visit-cancelled", by=_by(work), name=name, on=with_weekday(on)), None
        )


@hears(planning.VisitHandedOver)
def _handed_over(work: Work, event: planning.VisitHandedOver) -> Iterable[Push]:
    """Nobody is told of what he did himself."""
    if work.account is not None and work.account.id == event.contact:
        return
    name, on = work.customers.get(event.customer).name, work.visits.get(event.visit).on
    row = (opens(say("look-key"), "visit", visit=event.visit), HOME)
    yield Note(
        Screen((say("notice-visit-handed-over", name=name, on=with_weekday(on)),), (row,)), account=event.contact
    )


def _by(work: Work) -> str:
    return work.account.name if work.account is not None else ""


def _told(work: Work, customer_id: int, line: Say, visit: int | None) -> Iterable[Push]:
    customer, actor = work.customers.get(customer_id), work.account
    if actor is None or customer.contact_id in (None, actor.id) or actor.agency_id != customer.agency_id:
        return
    look = (opens(say("look-key"), "visit", visit=visit), HOME) if visit is not None else (HOME,)
    yield Note(Screen((line,), (look,)), account=customer.contact_id)
