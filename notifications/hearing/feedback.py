"""Who hears of feedback: the administrators, and whoever gave it when it is answered."""

from __future__ import annotations

from collections.abc import Iterable

from dialogs.core.screen import Screen, say
from domain.base.work import Work
from domain.feedback import answering, giving
from domain.people import standing_in
from notifications.hearing.pushes import Push, PushedCard, Refresh, hears


@hears(giving.FeedbackGiven)
def _given(work: Work, event: giving.FeedbackGiven) -> Iterable[Push]:
    """Of who is away whoever stands in hears of it, if he is one who answers; nobody of what he wrote himself."""
    there = [each.id for each in work.people.administrators() if each.active]
    present = dict.fromkeys(each for account in there for each in standing_in.present(work, account) if each in there)
    yield from _cards(work, event.thread, [each for each in present or there if each != work.actor.id])


@hears(answering.FeedbackAnswered)
def _answered(work: Work, event: answering.FeedbackAnswered) -> Iterable[Push]:
    giver = work.people.account(work.threads.get(event.thread).asker_id)
    yield from _cards(work, event.thread, [giver.id] if giver.active and giver.id != work.actor.id else [])


def _cards(work: Work, thread: int, accounts: Iterable[int]) -> Iterable[Push]:
    subject = f"thread:{thread}"
    yield Refresh(subject)
    dead = Screen((say("feedback-below", number=work.threads.get(thread).number),), ())
    for account in accounts:
        yield PushedCard(account, "feedback", {"thread": thread, "card": True}, subject, dead)
