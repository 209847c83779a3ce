"""What screens ask of questions: one with its whole thread, one's own, a customer's; each within the reader's rights."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from domain.approvals import acting, briefs, taking_back
from domain.approvals.briefs import Brief
from domain.approvals.records import Approval, ApprovalState
from domain.base.kinds import Kind
from domain.base.rights import Action, may, reach
from domain.base.work import Work
from domain.questions.answering import may_add
from domain.questions.scope import may_ask_further, newest, titled, visible
from domain.questions.subjects import may_be_asked_about
from domain.threads.records import Thread, ThreadMatter, ThreadMessage, ThreadQuery
from domain.threads.writing import last_asked, signed, waited


@dataclass(frozen=True, slots=True)
class QuestionView:
    """`waits_for` are the names of those who may answer now, `days` how many it has waited, in the vendor's zone;
    `about_approval` is the request that it was asked on, where it was and an approver has or had it."""

    thread: Thread
    approval: Approval
    title: str
    agency: str
    asker: str
    messages: tuple[tuple[ThreadMessage, str], ...]
    waits_for: tuple[str, ...]
    days: int
    about_approval: Approval | None
    may_answer: bool
    may_add: bool
    may_ask: bool
    may_take_back: bool


@dataclass(frozen=True, slots=True)
class QuestionRow:
    """One in a list, with its first words."""

    thread: Thread
    title: str
    asker: str
    words: str
    days: int


def question(work: Work, thread_id: int) -> QuestionView:
    """Raises `NotFound`, also when it is out of the reader's reach."""
    thread = visible(work, thread_id)
    approval = newest(work, thread)
    pending = approval.state is ApprovalState.PENDING
    asked_on = None
    if thread.about in {each.value for each in Kind}:
        asked_on = work.approvals.of_subject(Kind(thread.about), thread.about_id or 0)
    return QuestionView(
        thread=thread,
        approval=approval,
        title=titled(work, thread),
        agency=work.people.agency(thread.agency_id or 0).called,
        asker=work.people.account(thread.asker_id).name,
        messages=signed(work, thread),
        waits_for=acting.names(work, approval) if pending else (),
        days=waited(work, thread),
        about_approval=asked_on,
        may_answer=pending and acting.may_decide(work, approval),
        may_add=may_add(work, thread),
        may_ask=may_ask_further(work, thread),
        may_take_back=pending and taking_back.may_take_back(work, approval),
    )


def of_approval(work: Work, approval_id: int) -> QuestionView:
    """Raises as `question`."""
    return question(work, work.approvals.get(approval_id).subject_id)


def questions(
    work: Work, *, open_only: bool, customer: int | None, offset: int, limit: int
) -> tuple[Sequence[QuestionRow], int]:
    """Newest first. Raises `NotAllowed`."""
    within = reach(work.actor, Action.SEE_QUESTIONS)
    query = ThreadQuery(matter=ThreadMatter.QUESTION, reach=within, open_only=open_only, customer=customer)
    found, total = work.threads.found(query, offset, limit)
    return [_row(work, each) for each in found], total


def _row(work: Work, thread: Thread) -> QuestionRow:
    person = work.people.account(thread.asker_id).name
    return QuestionRow(thread, titled(work, thread), person, last_asked(work, thread), waited(work, thread))


def of_customer(work: Work, customer_id: int) -> int:
    """How many there are about a customer that the reader may see."""
    if not may(work.actor, Action.SEE_QUESTIONS):
        return 0
    return questions(work, open_only=False, customer=customer_id, offset=0, limit=0)[1]


def may_ask(work: Work, about: str) -> bool:
    """Whether the reader's side asks at all; what he may see he may ask about."""
    return may_be_asked_about(about) and work.actor.agency_id is not None and may(work.actor, Action.ASK_MANAGER)


def to_answer(work: Work) -> Sequence[tuple[QuestionRow, Brief]]:
    """待答复: what waits for the reader's answer, late ones first."""
    return [(_row(work, work.threads.get(each.approval.subject_id)), each) for each in briefs.to_answer(work)]
