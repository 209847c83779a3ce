"""答复: the answer of whoever was asked, and what he adds to it."""

from __future__ import annotations

from typing_extensions import override

from dialogs.core.ask import Ask
from dialogs.core.form import Form, source
from dialogs.core.page import Args
from dialogs.core.screen import Row, Screen, Wording, say
from dialogs.core.text_and_files import TextAndFiles
from dialogs.core.verdicts import Become
from dialogs.questions.face import go_on, head, outcome
from dialogs.shared.thread import LONGEST, newest, number
from dialogs.shared.words import HOME, opens
from domain.approvals import briefs
from domain.approvals.records import Approval
from domain.questions import answering
from domain.questions import views as question_views
from domain.threads.records import Thread


class AnswerQuestion(Form[answering.AnswerQuestion], name="answer_question", submit="answer-question-key"):
    """A reply to the card is it. Under its question it is sent as it is written: what was forgotten is added (补充)."""

    hears_replies = True
    at_once = True
    approval = source("approval", int)
    words = TextAndFiles(max_length=LONGEST)

    @override
    @classmethod
    def becomes(cls, args: Args, ask: Ask) -> Become | None:
        """No answer is thrown away because a colleague was faster."""
        view = ask(question_views.of_approval, number(args, "approval"))
        return None if (view.may_answer and view.approval.id == args.get("approval")) else go_on(view, ask)

    @override
    def above(self, ask: Ask) -> tuple[Wording, ...]:
        view = ask(question_views.of_approval, self.approval)
        return (*head(view), *newest(view.messages)[-2:])

    @override
    def done(self, result: Approval, ask: Ask) -> Screen:
        waiting, count = ask(briefs.next_waiting, answered=True)
        add: Row = (opens(say("add-to-answer-key"), "add_to_answer", thread=result.subject_id),)
        if waiting is None:
            return Screen(outcome(ask, result.id), ((*add, HOME),))
        following = say("counted", entry=say("next-key"), count=count)
        return Screen(outcome(ask, result.id), ((opens(following, "approval", approval=waiting),), (*add, HOME)))


class AddToAnswer(Form[answering.AddToAnswer], name="add_to_answer"):
    """补充, once it was answered."""

    thread = source("thread", int)
    words = TextAndFiles(max_length=LONGEST)

    @override
    @classmethod
    def becomes(cls, args: Args, ask: Ask) -> Become | None:
        view = ask(question_views.question, number(args, "thread"))
        return None if view.may_add else go_on(view, ask)

    @override
    def above(self, ask: Ask) -> tuple[Wording, ...]:
        view = ask(question_views.question, self.thread)
        return (*head(view), *newest(view.messages)[-2:])

    @override
    def done(self, result: Thread, ask: Ask) -> Screen:
        view = ask(question_views.question, result.id)
        look = opens(say("look-key"), "question", thread=result.id)
        return Screen((say("answer-added"), *head(view)), ((look, HOME),))
