"""Who hears of follow-up reports: the engineers who are named, and those whom a comment concerns."""

from __future__ import annotations

from collections.abc import Iterable

from dialogs.core.screen import Screen, say
from dialogs.shared.words import HOME, opens
from domain.base.work import Work
from domain.follow_ups import commenting, writing
from notifications.hearing.pushes import Note, Push, PushedCard, Refresh, hears


@hears(commenting.Commented)
def _commented(work: Work, event: commenting.Commented) -> Iterable[Push]:
    """At once, as a card that stays green until it is opened."""
    subject = f"follow_up:{event.follow_up}"
    yield Refresh(subject)
    args = {"follow_up": event.follow_up, "comment": event.comment}
    for account in event.told:
        yield PushedCard(account, "comment_card", args, subject)


@hears(commenting.CommentsRead)
def _read(work: Work, event: commenting.CommentsRead) -> Iterable[Push]:
    yield Refresh(f"follow_up:{event.follow_up}")


@hears(writing.EngineerAssigned)
def _assigned(work: Work, event: writing.EngineerAssigned) -> Iterable[Push]:
    name = work.customers.get(event.customer).name
    lines = (say("notice-engineer-assigned", by=work.actor.name), say("strong", text=name))
    row = (opens(say("customer-card-key"), "customer", customer=event.customer), HOME)
    yield Note(Screen(lines, (row,)), account=event.engineer)


@hears(writing.EngineerReleased)
def _released(work: Work, event: writing.EngineerReleased) -> Iterable[Push]:
    name = work.customers.get(event.customer).name
    yield Note(Screen((say("notice-engineer-released", name=name),), ((HOME,),)), account=event.engineer)


@hears(writing.FollowUpWritten)
def _written(work: Work, event: writing.FollowUpWritten) -> Iterable[Push]:
    """Whoever helped knows that it is on record; he may correct it."""
    found = work.follow_ups.get(event.follow_up)
    lines = (
        say("notice-follow-up-helped", by=work.actor.name, number=found.number),
        say("strong", text=work.customers.get(event.customer).name),
    )
    row = (opens(say("look-key"), "follow_up_report", follow_up=found.id), HOME)
    for helper in event.helpers:
        if helper != work.actor.id:
            yield Note(Screen(lines, (row,)), account=helper)
