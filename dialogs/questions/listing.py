"""我的提问 of an agency's people, and 待答复 of whoever is asked."""

from __future__ import annotations

from collections.abc import Sequence

from typing_extensions import override

from dialogs.core.ask import Ask
from dialogs.core.page import Args
from dialogs.core.screen import Button, Row, Wording, say
from dialogs.questions.reading import state
from dialogs.shared import thread
from dialogs.shared.list_page import ListPage, OpenFirst, part
from dialogs.shared.words import BACK, HOME, in_a_line, middle, opens
from domain.approvals.briefs import Brief
from domain.customers import scope
from domain.home import views
from domain.questions import views as question_views
from domain.questions.views import QuestionRow


class Questions(OpenFirst[QuestionRow]):
    """What the reader may see, open ones first; with `customer` all that was asked about it."""

    name = "questions"

    @override
    def found(self, args: Args, offset: int, limit: int, ask: Ask) -> tuple[Sequence[QuestionRow], int]:
        customer = _customer(args)
        open_only = customer is None and not self.everything(args)
        return ask(question_views.questions, open_only=open_only, customer=customer, offset=offset, limit=limit)

    @override
    def title(self, args: Args, total: int, ask: Ask) -> Sequence[Wording]:
        customer = _customer(args)
        if customer is not None:
            return (say("questions-title-all", count=total), say("strong", text=ask(scope.visible, customer).name))
        return (say("questions-title-all" if self.everything(args) else "questions-title", count=total),)

    @override
    def row(self, place: int, row: QuestionRow, args: Args, ask: Ask) -> Sequence[Wording]:
        whose = row.asker if row.thread.asker_id != ask(views.reader).id else None
        about = middle(row.title) if _customer(args) is None else None
        facts = in_a_line((about, row.thread.about_name, whose))
        return thread.row(place, state(row.thread.state.value, row.days), facts, row.words)

    @override
    def key(self, place: int, row: QuestionRow, args: Args, ask: Ask) -> Button:
        return opens(str(place), "question", thread=row.thread.id)

    @override
    def none(self, args: Args, ask: Ask) -> Wording:
        return say("questions-none" if ask(question_views.may_ask, "customer") else "to-answer-none")

    @override
    def below(self, args: Args, total: int, ask: Ask) -> Sequence[Row]:
        return ((BACK, HOME),) if _customer(args) is not None else ((self.switch(args), BACK, HOME),)

    @override
    def whole(self, args: Args) -> Args:
        customer = _customer(args)
        return {"customer": customer} if customer is not None else {}


class ToAnswer(ListPage[tuple[QuestionRow, Brief]]):
    """What waits for the reader's answer, late ones first."""

    name = "to_answer"

    @override
    def found(self, args: Args, offset: int, limit: int, ask: Ask) -> tuple[Sequence[tuple[QuestionRow, Brief]], int]:
        return part(ask(question_views.to_answer), offset, limit)

    @override
    def title(self, args: Args, total: int, ask: Ask) -> Sequence[Wording]:
        return (say("to-answer-title", count=total),)

    @override
    def row(self, place: int, row: tuple[QuestionRow, Brief], args: Args, ask: Ask) -> Sequence[Wording]:
        asked, brief = row
        key = "to-answer-waits" if brief.late is None else "to-answer-late"
        facts = in_a_line((middle(asked.title), asked.thread.about_name, f"{brief.agency} {brief.person}"))
        return thread.row(place, say(key, days=asked.days), facts, asked.words)

    @override
    def key(self, place: int, row: tuple[QuestionRow, Brief], args: Args, ask: Ask) -> Button:
        return opens(str(place), "approval", approval=row[1].approval.id)

    @override
    def none(self, args: Args, ask: Ask) -> Wording:
        return say("to-answer-none")

    @override
    def below(self, args: Args, total: int, ask: Ask) -> Sequence[Row]:
        return ((opens(say("questions-all-key"), "questions", all=True), HOME),)


def _customer(args: Args) -> int | None:
    value = args.get("customer")
    return value if isinstance(value, int) else None
