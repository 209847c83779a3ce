"""What screens ask of feedback: one with its thread, one's own, for the administrators everybody's."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from domain.base.rights import EVERYTHING, Action, Reach, may
from domain.base.work import Work
from domain.feedback.scope import visible
from domain.people.joining import company_of
from domain.people.records import Account
from domain.threads.records import Thread, ThreadMatter, ThreadMessage, ThreadQuery, ThreadState
from domain.threads.writing import last_asked, signed, waited


@dataclass(frozen=True, slots=True)
class FeedbackView:
    """`days` it has waited; `giver` with his company, for those who answer."""

    thread: Thread
    giver: Account
    company: str
    messages: tuple[tuple[ThreadMessage, str], ...]
    days: int
    mine: bool
    may_answer: bool


@dataclass(frozen=True, slots=True)
class FeedbackRow:
    thread: Thread
    giver: str
    words: str
    days: int


def feedback(work: Work, thread_id: int) -> FeedbackView:
    """Raises `NotFound`, also when it isn't the reader's."""
    thread = visible(work, thread_id)
    giver = work.people.account(thread.asker_id)
    return FeedbackView(
        thread=thread,
        giver=giver,
        company=company_of(work, giver),
        messages=signed(work, thread),
        days=waited(work, thread),
        mine=giver.id == work.actor.id,
        may_answer=answers(work),
    )


def answers(work: Work) -> bool:
    """Whether the reader is who answers."""
    return may(work.actor, Action.ANSWER_FEEDBACK)


def given(work: Work, *, open_only: bool, offset: int, limit: int) -> tuple[Sequence[FeedbackRow], int]:
    """One's own, for the administrators everybody's; newest first."""
    found, total = work.threads.found(_query(work, open_only=open_only), offset, limit)
    return [_row(work, each) for each in found], total


def count_open(work: Work) -> int:
    """How many wait for the reader's answer."""
    return work.threads.found(_query(work, open_only=True), 0, 0)[1] if answers(work) else 0


def _query(work: Work, *, open_only: bool) -> ThreadQuery:
    within = EVERYTHING if answers(work) else Reach(account_id=work.actor.id)
    return ThreadQuery(matter=ThreadMatter.FEEDBACK, reach=within, open_only=open_only)


def _row(work: Work, thread: Thread) -> FeedbackRow:
    giver = work.people.account(thread.asker_id).name
    return FeedbackRow(thread, giver, last_asked(work, thread), waited(work, thread))


def is_open(view: FeedbackView) -> bool:
    return view.thread.state is ThreadState.OPEN
