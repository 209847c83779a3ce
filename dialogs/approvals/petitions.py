"""申诉与更正: what was asked beside reports and extensions, and what became of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from typing_extensions import override

from dialogs.core.ask import Ask
from dialogs.core.page import Args
from dialogs.core.screen import Button, Row, Screen, Wording, say
from dialogs.petitions.correct_customer import why
from dialogs.questions.keys import ask_row
from dialogs.shared import talk
from dialogs.shared.faces import FACES
from dialogs.shared.list_page import OpenFirst
from dialogs.shared.taking_back import TakenBack, became, stands, taking_back
from dialogs.shared.words import BACK, HOME, in_a_line, kind_of
from domain.approvals.briefs import Brief
from domain.home import views
from domain.petitions import views as petition_views


class Petitions(OpenFirst[Brief]):
    name = "petitions"

    @override
    def found(self, args: Args, offset: int, limit: int, ask: Ask) -> tuple[Sequence[Brief], int]:
        return ask(petition_views.petitions, open_only=not self.everything(args), offset=offset, limit=limit)

    @override
    def title(self, args: Args, total: int, ask: Ask) -> Sequence[Wording]:
        return (say("petitions-title-all" if self.everything(args) else "petitions-title", count=total),)

    @override
    def row(self, place: int, row: Brief, args: Args, ask: Ask) -> Sequence[Wording]:
        return (_row(place, row, ask(views.reader).id),)

    @override
    def key(self, place: int, row: Brief, args: Args, ask: Ask) -> Button:
        return replace(FACES[row.approval.kind].look(row.approval), label=str(place))

    @override
    def none(self, args: Args, ask: Ask) -> Wording:
        return say("requests-none")

    @override
    def below(self, args: Args, total: int, ask: Ask) -> Sequence[Row]:
        return ((self.switch(args), BACK, HOME),)


class CorrectionCard(TakenBack):
    """更正 as whoever asked for it sees it."""

    name = "correction"

    @override
    def show(self, args: Args, ask: Ask) -> Screen:
        value = args.get("approval")
        view = ask(petition_views.correction, value if isinstance(value, int) else 0)
        lines: list[Wording] = [
            say("correction-title", number=view.correction.number),
            say("strong", text=view.after.name),
            say("customer-contact", agency=view.request.agency, person=view.request.person),
            *why(view),
            say("request-submitted", at=view.correction.created_at),
        ]
        approval = view.request.approval
        lines += became(approval, view.request.approvers, view.request.decisions)
        lines += talk.said(approval, ask)
        asking = talk.answering(approval, ask, ask_row(ask, "data_change", view.correction.id))
        return Screen(tuple(lines), (*taking_back(args, may=view.request.may_take_back), *asking, (BACK, HOME)))


def _row(place: int, each: Brief, reader: int) -> Wording:
    """Nobody reads his own name."""
    whose = each.person if each.approval.applicant_id != reader else None
    facts = (kind_of(each.approval), stands(each.approval), each.number, whose)
    return say("petitions-row", index=place, name=each.title, facts=in_a_line(facts))
