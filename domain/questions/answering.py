"""Answering a question: who is asked, his deputy, or whoever was asked besides; the first answer counts (docs/questions.md)."""

from __future__ import annotations

from dataclasses import dataclass

from domain.approvals import acting, deciding
from domain.approvals.records import Approval, ApprovalState, Verb
from domain.base.errors import NotAllowed, NotFound
from domain.base.events import Event
from domain.base.kinds import Kind
from domain.base.rights import Action, Belongs, demand, may
from domain.base.work import Work
from domain.base.written import Written
from domain.questions.scope import hearers, newest, visible
from domain.threads.records import Thread, ThreadState
from domain.threads.writing import write


@dataclass(frozen=True, kw_only=True)
class AnswerQuestion:
    approval: int
    words: Written


@dataclass(frozen=True, kw_only=True)
class AddToAnswer:
    """A further word of the side that has answered already."""

    thread: int
    words: Written


@dataclass(frozen=True, kw_only=True)
class QuestionAnswered(Event, subject="thread"):
    """`told` are the accounts that should hear of it."""

    thread: int
    message: int
    told: tuple[int, ...]


def answer(work: Work, command: AnswerQuestion) -> Approval:
    """Raises `NotAllowed`, `NotYours`, `AlreadyDecided`, `NothingWritten`."""
    if work.approvals.get(command.approval).kind is not Kind.QUESTION:
        raise NotFound("approval")

    def outcome(after: Approval) -> None:
        work.threads.set_state(after.subject_id, ThreadState.ANSWERED)
        _answer(work, work.threads.get(after.subject_id), command.words)

    return deciding.close(work, command.approval, ApprovalState.APPROVED, Verb.ANSWER, outcome)


def add(work: Work, command: AddToAnswer) -> Thread:
    """Raises `NotFound`, `NotAllowed`, `NothingWritten`."""
    thread = visible(work, command.thread, lock=True)
    demand(work.actor, Action.DECIDE)
    if not may_add(work, thread):
        raise NotAllowed(Action.DECIDE.value)
    _answer(work, thread, command.words)
    return thread


def may_add(work: Work, thread: Thread) -> bool:
    """The vendor's side, where it has answered: whoever was asked, and those above him."""
    if thread.state is not ThreadState.ANSWERED or not may(work.actor, Action.DECIDE):
        return False
    agency = work.people.agency(thread.agency_id or 0)
    above = may(work.actor, Action.DECIDE, Belongs(frozenset(), agency.id, agency.unit_id))
    return above or acting.asked(work, newest(work, thread))


def _answer(work: Work, thread: Thread, words: Written) -> None:
    message = write(work, thread, words, answers=True)
    work.events.record(QuestionAnswered(thread=thread.id, message=message, told=hearers(work, thread)))
