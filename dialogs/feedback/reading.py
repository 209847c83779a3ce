"""One piece of feedback with its thread, for both sides; one's own, and for the administrators what waits."""

from __future__ import annotations

from collections.abc import Sequence

from typing_extensions import override

from dialogs.core.ask import Ask
from dialogs.core.page import Args, Page
from dialogs.core.screen import Button, Row, Screen, Wording, say
from dialogs.shared import thread
from dialogs.shared.list_page import OpenFirst
from dialogs.shared.thread import Messages, ThreadFile, number
from dialogs.shared.words import BACK, HOME, clipboard, in_a_line, opens, type_of
from domain.feedback import views as feedback_views
from domain.feedback.views import FeedbackRow, FeedbackView

FILE = "feedback_file"


class FeedbackPage(Page):
    """Pushed to the administrators, and to whoever gave it when it is answered. Args: `thread`; `card` where it was pushed."""

    name = "feedback"

    @override
    def show(self, args: Args, ask: Ask) -> Screen:
        view = ask(feedback_views.feedback, number(args, "thread"))
        first, open_now = _first(view), feedback_views.is_open(view)
        hint = (say("question-reply-hint"),) if view.may_answer and open_now and args.get("card") is True else ()
        back = (
            *clipboard("copy-number-key", view.thread.number),
            *((HOME,) if args.get("card") is True else (BACK, HOME)),
        )
        files = thread.file_rows(view.messages, FILE, view.thread.id)
        return Screen((*_lines(view), *hint), (*((first,) if first else ()), *files, back))


class FeedbackFile(ThreadFile):
    name = FILE

    @override
    def messages(self, thread: int, ask: Ask) -> Messages:
        return ask(feedback_views.feedback, thread).messages


class Feedbacks(OpenFirst[FeedbackRow]):
    name = "feedbacks"

    @override
    def found(self, args: Args, offset: int, limit: int, ask: Ask) -> tuple[Sequence[FeedbackRow], int]:
        open_only = not self.everything(args)
        return ask(feedback_views.given, open_only=open_only, offset=offset, limit=limit)

    @override
    def title(self, args: Args, total: int, ask: Ask) -> Sequence[Wording]:
        return (say("feedbacks-title-all" if self.everything(args) else "feedbacks-title", count=total),)

    @override
    def row(self, place: int, row: FeedbackRow, args: Args, ask: Ask) -> Sequence[Wording]:
        whose = row.giver if ask(feedback_views.answers) else None
        return thread.row(
            place, _state(row.thread.state.value, row.days), in_a_line((row.thread.number, whose)), row.words
        )

    @override
    def key(self, place: int, row: FeedbackRow, args: Args, ask: Ask) -> Button:
        return opens(str(place), "feedback", thread=row.thread.id)

    @override
    def none(self, args: Args, ask: Ask) -> Wording:
        return say("feedbacks-none")

    @override
    def below(self, args: Args, total: int, ask: Ask) -> Sequence[Row]:
        return ((opens(say("give-feedback-title"), "give_feedback"),), (self.switch(args), HOME))


def _state(state: str, days: int) -> Wording:
    return say(f"question-state-{state}", days=days)


def _lines(view: FeedbackView) -> tuple[Wording, ...]:
    title = say("feedback-title", number=view.thread.number)
    stands = say("question-stands", title=title, state=_state(view.thread.state.value, view.days))
    who = () if view.mine else (in_a_line((view.giver.name, view.company, type_of(view.giver))),)
    return (stands, *who, *thread.newest(view.messages))


def _first(view: FeedbackView) -> Row:
    """What the reader does with it."""
    keys: list[Button] = []
    if view.may_answer and feedback_views.is_open(view):
        keys.append(opens(say("answer-feedback-key"), "answer_feedback", thread=view.thread.id))
    elif view.may_answer:
        keys.append(opens(say("add-to-answer-key"), "answer_feedback", thread=view.thread.id, adds=True))
    if view.mine:
        keys.append(opens(say("give-more-feedback-title"), "give_more_feedback", thread=view.thread.id))
    return tuple(keys)
