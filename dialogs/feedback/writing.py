"""反馈: what somebody writes to the administrators, and what they answer."""

from __future__ import annotations

from typing_extensions import override

from dialogs.core.ask import Ask
from dialogs.core.form import Form, source
from dialogs.core.page import Args
from dialogs.core.screen import Screen, Wording, say
from dialogs.core.text_and_files import TextAndFiles
from dialogs.core.verdicts import Become
from dialogs.shared.thread import LONGEST, answered, newest, number
from dialogs.shared.words import HOME, opens
from domain.feedback import answering, giving
from domain.feedback import views as feedback_views
from domain.threads.records import Thread


class GiveFeedback(Form[giving.GiveFeedback], name="give_feedback"):
    words = TextAndFiles(max_length=LONGEST)

    @override
    def done(self, result: Thread, ask: Ask) -> Screen:
        return _given(result)


class GiveMoreFeedback(Form[giving.GiveMoreFeedback], name="give_more_feedback"):
    """A reply to the answer is it."""

    hears_replies = True
    thread = source("thread", int)
    words = TextAndFiles(max_length=LONGEST)

    @override
    def above(self, ask: Ask) -> tuple[Wording, ...]:
        return _above(ask, self.thread)

    @override
    def done(self, result: Thread, ask: Ask) -> Screen:
        return _given(result)


class AnswerFeedback(Form[answering.AnswerFeedback], name="answer_feedback", submit="answer-feedback-key"):
    """A reply to the card is it. Args: `adds`, where it was answered already."""

    hears_replies = True
    thread = source("thread", int)
    adds = source("adds", bool)
    words = TextAndFiles(max_length=LONGEST)

    @override
    @classmethod
    def becomes(cls, args: Args, ask: Ask) -> Become | None:
        """No answer is thrown away because a colleague was faster."""
        view = ask(feedback_views.feedback, number(args, "thread"))
        if args.get("adds") is True or feedback_views.is_open(view):
            return None
        return Become("answer_feedback", {**args, "adds": True}, answered(view.messages, ask))

    @override
    def above(self, ask: Ask) -> tuple[Wording, ...]:
        return _above(ask, self.thread)

    @override
    def build(self, values: dict[str, object]) -> answering.AnswerFeedback:
        return answering.AnswerFeedback(thread=self.thread, words=self.words, adds=self.adds is True)

    @override
    def done(self, result: Thread, ask: Ask) -> Screen:
        view = ask(feedback_views.feedback, result.id)
        rest = opens(say("feedback-entry"), "feedbacks")
        lines = (say("feedback-answered", number=result.number), *newest(view.messages)[-2:])
        return Screen(lines, ((rest, HOME),))


def _above(ask: Ask, thread: int) -> tuple[Wording, ...]:
    view = ask(feedback_views.feedback, thread)
    return (say("feedback-title", number=view.thread.number), *newest(view.messages)[-2:])


def _given(result: Thread) -> Screen:
    lines = (say("feedback-given", number=result.number), say("feedback-given-who"))
    return Screen(lines, ((opens(say("look-key"), "feedback", thread=result.id), HOME),))
