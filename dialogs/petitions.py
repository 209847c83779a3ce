"""申诉与更正: what was asked beside reports and extensions, and what became of it."""

from __future__ import annotations

from dataclasses import replace

from typing_extensions import override

from dialogs.core.ask import Ask
from dialogs.core.page import Args, Page, Show, Turn
from dialogs.core.screen import Act, Button, Screen, Wording, act, say
from dialogs.faces import FACES
from dialogs.taking_back import became, stands, taking_back, took_back
from dialogs.words import HOME, button, in_a_line, kind_of, leafed, numbered, page_in, pages
from domain import petition_views, views
from domain.approvals import Approval
from domain.briefs import Brief

A_PAGE = 6
BACK = Button(say("back-key"), act("close"))


class Petitions(Page):
    name = "petitions"

    @override
    def show(self, args: Args, ask: Ask) -> Screen:
        everything = args.get("all") is True
        page, rows, total = leafed(
            args,
            A_PAGE,
            lambda offset: ask(petition_views.petitions, open_only=not everything, offset=offset, limit=A_PAGE),
        )
        lines: list[Wording] = [say("petitions-title-all" if everything else "petitions-title", count=total)]
        reader = ask(views.me).account.id
        lines += [_row(place, each, reader) for place, each in enumerate(rows, page * A_PAGE + 1)] or [
            say("requests-none")
        ]
        numbers = [
            replace(FACES[each.approval.kind].look(each.approval), label=str(place))
            for place, each in enumerate(rows, page * A_PAGE + 1)
        ]
        switch = button("requests-open-key", "open_only") if everything else button("requests-all-key", "all")
        return Screen(tuple(lines), (*numbered(numbers), *pages(page, A_PAGE, total), (switch, BACK, HOME)))

    @override
    def act(self, args: Args, act: Act, ask: Ask) -> Turn:
        match act.verb:
            case "all":
                return Show({"all": True})
            case "page":
                return Show({**args, "page": page_in(act.args)})
            case _:
                return Show({})


class CorrectionCard(Page):
    """更正 as whoever asked for it sees it."""

    name = "correction"

    @override
    def show(self, args: Args, ask: Ask) -> Screen:
        value = args.get("approval")
        view = ask(petition_views.correction, value if isinstance(value, int) else 0)
        lines: list[Wording] = [
            say("correction-title", number=view.correction.number),
            say("strong", text=view.after.name),
            say("customer-contact", agency=view.agency, person=view.person),
            say("request-submitted", at=view.correction.created_at),
        ]
        lines += became(view.approval, view.approvers, view.decisions)
        return Screen(tuple(lines), (*taking_back(args, may=view.may_take_back), (BACK, HOME)))

    @override
    def act(self, args: Args, act: Act, ask: Ask) -> Turn:
        return took_back(args, act) or Show(args)

    @override
    def after(self, args: Args, result: Approval, ask: Ask) -> Turn:
        return Show({"approval": result.id}, toast=say("withdrawn-toast"))


def _row(place: int, each: Brief, reader: int) -> Wording:
    """Nobody reads his own name."""
    whose = each.person if each.approval.applicant_id != reader else None
    facts = (kind_of(each.approval), stands(each.approval), each.number, whose)
    return say("petitions-row", index=place, name=each.title, facts=in_a_line(facts))
