"""问渠道经理: the question on a record, and further ones in its thread."""

from __future__ import annotations

from typing_extensions import override

from dialogs.core.ask import Ask
from dialogs.core.form import Form, source
from dialogs.core.screen import Screen, Wording, say
from dialogs.core.text_and_files import TextAndFiles
from dialogs.questions.face import head, subject_line
from dialogs.shared.deciders import answered_by
from dialogs.shared.thread import LONGEST, newest
from dialogs.shared.words import HOME, opens
from domain.base.work import Work
from domain.customers.scope import called
from domain.questions import asking, subjects
from domain.questions import views as question_views


class AskQuestion(Form[asking.AskQuestion], name="ask_question"):
    """Opened with the record that it is about (`record`, `number`)."""

    record = source("record", str)
    number = source("number", int)
    words = TextAndFiles(max_length=LONGEST)

    @override
    def above(self, ask: Ask) -> tuple[Wording, ...]:
        return subject_line(*ask(_called, self.record or "", self.number or 0))

    @override
    def below(self, ask: Ask) -> tuple[Wording, ...]:
        return answered_by(ask)

    @override
    def done(self, result: asking.AskedQuestion, ask: Ask) -> Screen:
        return _asked(result, ask)


class AskFurther(Form[asking.AskFurther], name="ask_further"):
    """追问, in the same thread."""

    hears_replies = True
    thread = source("thread", int)
    words = TextAndFiles(max_length=LONGEST)

    @override
    def above(self, ask: Ask) -> tuple[Wording, ...]:
        view = ask(question_views.question, self.thread)
        return (*head(view), *newest(view.messages)[-2:])

    @override
    def done(self, result: asking.AskedQuestion, ask: Ask) -> Screen:
        return _asked(result, ask)


def _called(work: Work, about: str, number: int) -> tuple[str, str]:
    """The customer, and what else it is called that is asked about."""
    found = subjects.subject(work, about, number)
    return (called(work, found.customer) if found.customer is not None else "", found.name)


def _asked(result: asking.AskedQuestion, ask: Ask) -> Screen:
    lines = (
        say("question-asked", number=result.thread.number),
        *head(ask(question_views.question, result.thread.id))[1:],
        say("question-asked-who", approvers=result.approvers),
    )
    return Screen(lines, ((opens(say("look-key"), "question", thread=result.thread.id), HOME),))
