"""A question before whoever is asked: its card among the requests, and how it is told anywhere."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from dialogs.core.ask import Ask
from dialogs.core.page import Open
from dialogs.core.screen import Button, Row, Say, Wording, say
from dialogs.core.verdicts import Become
from dialogs.shared.faces import FACES, Face, register
from dialogs.shared.thread import SHOWN, answered, file_rows, newest, told
from dialogs.shared.words import decided, in_a_line, opens
from domain.approvals import acting
from domain.approvals.records import Approval
from domain.base.kinds import Kind
from domain.base.work import Work
from domain.questions import views as question_views
from domain.questions.views import QuestionView

FILE = "question_file"
_PAGES: Final[Mapping[str, tuple[str, str]]] = {
    "customer": ("customer", "customer"),
    "follow_up": ("follow_up_report", "follow_up"),
    "project": ("project_timeline", "project"),
    Kind.CUSTOMER_REPORT.value: ("request", "report"),
}
"""The page of what is no request, and the name of its number there; a report that stands in line is none yet."""


def asking(ask: Ask, approval_id: int) -> tuple[Wording, ...]:
    view = ask(question_views.of_approval, approval_id)
    due = view.approval.current.due_at
    late = (say("question-due", at=view.thread.waits_since, due=due),) if due is not None else ()
    return (*head(view), _who(view), *newest(view.messages), *late, say("question-reply-hint"))


def verbs(ask: Ask, approval_id: int) -> tuple[Row, ...]:
    view = ask(question_views.of_approval, approval_id)
    answer = opens(say("answer-question-key"), "answer_question", approval=approval_id)
    return ((answer,), *file_rows(view.messages, FILE, view.thread.id, looks(view)))


def outcome(ask: Ask, approval_id: int) -> tuple[Wording, ...]:
    view = ask(question_views.of_approval, approval_id)
    decisions = ask(acting.signed, ask(_approval, approval_id))
    ended = tuple(decided(Kind.QUESTION, each.verb, by, each.at) for each, by in decisions[-1:])
    return (*ended, *head(view), _who(view), *newest(view.messages))


def _approval(work: Work, approval_id: int) -> Approval:
    """This round's own: the thread may have gone on."""
    return work.approvals.get(approval_id)


def more(ask: Ask, approval_id: int) -> tuple[Wording, ...]:
    """What was said before that which stands on the card."""
    return told(ask(question_views.of_approval, approval_id).messages[:-SHOWN])


def late(ask: Ask, approval_id: int) -> Open | Say:
    """What was answered, or asked further, goes on from the form of the answer."""
    view = ask(question_views.of_approval, approval_id)
    if view.may_answer or view.may_add:
        return Open("answer_question", {"approval": approval_id})
    return say("approval-takes-no-reply", number=view.thread.number)


def go_on(view: QuestionView, ask: Ask) -> Become | None:
    """Where what is written is no answer to the question that it was begun for: a colleague gave it, or there is a new one."""
    if view.may_answer:
        return Become("answer_question", {"approval": view.approval.id}, say("question-goes-on"))
    if not view.may_add:
        return None
    return Become("add_to_answer", {"thread": view.thread.id}, answered(view.messages, ask))


def look(approval: Approval) -> Button:
    return opens(say("look-key"), "question", thread=approval.subject_id)


def head(view: QuestionView) -> tuple[Wording, ...]:
    """Its number, and what it is about."""
    return (say("question-title", number=view.thread.number), *subject_line(view.title, view.thread.about_name))


def subject_line(customer: str, name: str) -> tuple[Wording, ...]:
    return (in_a_line((say("strong", text=customer) if customer else None, name)),)


def looks(view: QuestionView) -> Button:
    """What it was asked about, opened."""
    thread = view.thread
    if view.about_approval is not None:
        return replace(FACES[view.about_approval.kind].look(view.about_approval), label=say("question-look-key"))
    page, arg = _PAGES[thread.about]
    return opens(say("question-look-key"), page, **{arg: thread.about_id})


def _who(view: QuestionView) -> Wording:
    return say("customer-contact", agency=view.agency, person=view.asker)


register(Kind.QUESTION, face=Face(asking, verbs, outcome, more, look, late=late))
