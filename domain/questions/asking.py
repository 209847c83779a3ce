"""问渠道经理: a question on a record, and further ones in the same thread (docs/questions.md).

Each that waits is a request before the agency's manager, so that deputies, leaving, reminders and escalation are those of
any request; an answer ends it, and the next question begins one anew.
"""

from __future__ import annotations

from dataclasses import dataclass

from domain.approvals import requests
from domain.approvals.records import ApprovalState
from domain.approvals.requests import DecisionAsked
from domain.base.errors import NotAllowed
from domain.base.events import Event
from domain.base.kinds import Kind
from domain.base.rights import Action, demand
from domain.base.work import Work
from domain.base.written import Written
from domain.questions.scope import belongs, newest, visible
from domain.questions.subjects import subject
from domain.threads.records import Thread, ThreadMatter, ThreadState
from domain.threads.writing import write


@dataclass(frozen=True, kw_only=True)
class AskQuestion:
    """`record` is what kind of one it is asked on (`subjects.may_be_asked_about`), `number` which."""

    record: str
    number: int
    words: Written


@dataclass(frozen=True, kw_only=True)
class AskFurther:
    thread: int
    words: Written


@dataclass(frozen=True, slots=True)
class AskedQuestion:
    thread: Thread
    approvers: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class QuestionAsked(Event, subject="thread"):
    thread: int
    message: int


def ask(work: Work, command: AskQuestion) -> AskedQuestion:
    """By the agency's side, on what it may see. Raises `NotAllowed`, `NotFound`, `NothingWritten`."""
    demand(work.actor, Action.ASK_MANAGER)
    agency_id = work.actor.agency_id
    if agency_id is None:
        raise NotAllowed(Action.ASK_MANAGER.value)
    about = subject(work, command.record, command.number)
    thread = work.threads.add(
        number=work.number("WT", 4),
        matter=ThreadMatter.QUESTION,
        asker_id=work.actor.id,
        agency_id=agency_id,
        customer_id=about.customer,
        about=command.record,
        about_id=command.number,
        about_name=about.name,
        now=work.now,
    )
    return _ask(work, thread, command.words)


def ask_further(work: Work, command: AskFurther) -> AskedQuestion:
    """While the one before waits it joins that, and its card comes anew. Raises as `ask`."""
    thread = visible(work, command.thread, lock=True)
    demand(work.actor, Action.ASK_MANAGER, belongs(work, thread))
    waiting = newest(work, thread)
    if waiting.state is not ApprovalState.PENDING:
        work.threads.set_state(thread.id, ThreadState.OPEN, since=work.now)
        return _ask(work, thread, command.words)
    message = write(work, thread, command.words, answers=False)
    work.events.record(QuestionAsked(thread=thread.id, message=message))
    work.events.record(DecisionAsked(approval=waiting.id, level=waiting.level))
    names = tuple(work.people.account(each).name for each in waiting.current.approvers)
    return AskedQuestion(thread, names)


def _ask(work: Work, thread: Thread, words: Written) -> AskedQuestion:
    message = write(work, thread, words, answers=False)
    work.events.record(QuestionAsked(thread=thread.id, message=message))
    assert thread.agency_id is not None, "a question is an agency's"
    names = requests.begin(work, Kind.QUESTION, thread.id, agency_id=thread.agency_id, applicant_id=work.actor.id)
    return AskedQuestion(work.threads.get(thread.id), names)
