"""A question with its thread, for both sides: pushed to whoever asked when it is answered, opened from lists and by its number."""

from __future__ import annotations

from typing_extensions import override

from dialogs.core.ask import Ask
from dialogs.core.page import Args, Page, Run, Show, Turn
from dialogs.core.screen import Act, Button, Row, Say, Screen, Wording, say
from dialogs.questions.face import FILE, head, looks
from dialogs.shared.taking_back import taking_back
from dialogs.shared.thread import Messages, ThreadFile, file_rows, newest, number
from dialogs.shared.words import BACK, HOME, clipboard, opens
from domain.approvals.records import Approval
from domain.approvals.taking_back import TakeBack
from domain.questions import views as question_views
from domain.questions.views import QuestionView


class QuestionPage(Page):
    """Args: `thread`; `card` where it was pushed and nothing lies below."""

    name = "question"

    @override
    def show(self, args: Args, ask: Ask) -> Screen:
        view = ask(question_views.question, number(args, "thread"))
        back = (
            *clipboard("copy-number-key", view.thread.number),
            *((HOME,) if args.get("card") is True else (BACK, HOME)),
        )
        rows = (
            *_first(view),
            *taking_back(args, may=view.may_take_back),
            *file_rows(view.messages, FILE, view.thread.id, looks(view)),
            back,
        )
        return Screen(_lines(view), rows)

    @override
    def act(self, args: Args, act: Act, ask: Ask) -> Turn:
        match act.verb:
            case "withdraw":
                return Show({**args, "sure": True})
            case "withdraw_sure":
                return Run(TakeBack(approval=ask(question_views.question, number(args, "thread")).approval.id))
            case _:
                return Show({name: value for name, value in args.items() if name != "sure"})

    @override
    def late(self, args: Args, ask: Ask) -> Say:
        view = ask(question_views.question, number(args, "thread"))
        return say("approval-takes-no-reply", number=view.thread.number)

    @override
    def after(self, args: Args, result: Approval, ask: Ask) -> Turn:
        return Show({"thread": result.subject_id}, toast=say("withdrawn-toast"))


class QuestionFile(ThreadFile):
    name = FILE

    @override
    def messages(self, thread: int, ask: Ask) -> Messages:
        return ask(question_views.question, thread).messages


def state(thread_state: str, days: int) -> Wording:
    return say(f"question-state-{thread_state}", days=days)


def _lines(view: QuestionView) -> tuple[Wording, ...]:
    first, *others = head(view)
    stands = say("question-stands", title=first, state=state(view.thread.state.value, view.days))
    waits = (say("question-waits", approvers=view.waits_for),) if view.waits_for else ()
    who = say("customer-contact", agency=view.agency, person=view.asker)
    return (stands, *others, who, *newest(view.messages), *waits)


def _first(view: QuestionView) -> tuple[Row, ...]:
    """What the reader does with it."""
    keys: list[Button] = []
    if view.may_answer:
        keys.append(opens(say("answer-question-key"), "answer_question", approval=view.approval.id))
    if view.may_add:
        keys.append(opens(say("add-to-answer-key"), "add_to_answer", thread=view.thread.id))
    if view.may_ask:
        keys.append(opens(say("ask-further-key"), "ask_further", thread=view.thread.id))
    return (tuple(keys),) if keys else ()
