"""Giving feedback, and going on with it (docs/feedback.md)."""

from __future__ import annotations

from dataclasses import dataclass

from domain.base.errors import NotFound
from domain.base.events import Event
from domain.base.rights import Action, demand
from domain.base.work import Work
from domain.base.written import Written
from domain.feedback.scope import visible
from domain.threads.records import Thread, ThreadMatter, ThreadState
from domain.threads.writing import write


@dataclass(frozen=True, kw_only=True)
class GiveFeedback:
    words: Written


@dataclass(frozen=True, kw_only=True)
class GiveMoreFeedback:
    """In the same thread, answered or not."""

    thread: int
    words: Written


@dataclass(frozen=True, kw_only=True)
class FeedbackGiven(Event, subject="thread"):
    thread: int
    message: int


def give(work: Work, command: GiveFeedback) -> Thread:
    """Raises `NotAllowed`, `NothingWritten`."""
    demand(work.actor, Action.GIVE_FEEDBACK)
    thread = work.threads.add(
        number=work.number("FK", 4),
        matter=ThreadMatter.FEEDBACK,
        asker_id=work.actor.id,
        agency_id=work.actor.agency_id,
        customer_id=None,
        about="",
        about_id=None,
        about_name="",
        now=work.now,
    )
    return _give(work, thread, command.words)


def give_more(work: Work, command: GiveMoreFeedback) -> Thread:
    """It waits anew, if it was answered. Raises `NotAllowed`, `NotFound`, `NothingWritten`."""
    thread = visible(work, command.thread, lock=True)
    demand(work.actor, Action.GIVE_FEEDBACK)
    if thread.asker_id != work.actor.id:
        raise NotFound("thread")
    if thread.state is not ThreadState.OPEN:
        work.threads.set_state(thread.id, ThreadState.OPEN, since=work.now)
    return _give(work, thread, command.words)


def _give(work: Work, thread: Thread, words: Written) -> Thread:
    message = write(work, thread, words, answers=False)
    work.events.record(FeedbackGiven(thread=thread.id, message=message))
    return work.threads.get(thread.id)
