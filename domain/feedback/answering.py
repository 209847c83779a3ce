"""Answering feedback: any administrator; the first answer counts, whoever comes after him hears so and may add to it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from domain.base.errors import Refusal
from domain.base.events import Event
from domain.base.rights import Action, demand
from domain.base.work import Work
from domain.base.written import Written
from domain.feedback.scope import visible
from domain.threads.records import Thread, ThreadState
from domain.threads.writing import write


@dataclass(frozen=True, kw_only=True)
class AnswerFeedback:
    """`adds`: to an answer that stands already."""

    thread: int
    words: Written
    adds: bool = False


@dataclass
class AlreadyAnswered(Refusal):
    """A colleague was faster."""

    by: str
    at: datetime


@dataclass(frozen=True, kw_only=True)
class FeedbackAnswered(Event, subject="thread"):
    thread: int
    message: int


def answer(work: Work, command: AnswerFeedback) -> Thread:
    """Raises `NotAllowed`, `NotFound`, `AlreadyAnswered`, `NothingWritten`."""
    demand(work.actor, Action.ANSWER_FEEDBACK)
    thread = visible(work, command.thread, lock=True)
    if thread.state is ThreadState.ANSWERED and not command.adds:
        last = next(each for each in reversed(work.threads.messages(thread.id)) if each.answers)
        raise AlreadyAnswered(work.people.account(last.author_id).name, last.at)
    work.threads.set_state(thread.id, ThreadState.ANSWERED)
    message = write(work, thread, command.words, answers=True)
    work.events.record(FeedbackAnswered(thread=thread.id, message=message))
    return work.threads.get(thread.id)
