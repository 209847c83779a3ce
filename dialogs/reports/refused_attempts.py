"""被拒查询: who asked for customers that another agency holds; for managers."""

from __future__ import annotations

from typing_extensions import override

from dialogs.core.ask import Ask
from dialogs.core.page import Args, Page, Show, Turn
from dialogs.core.screen import Act, Button, Row, Screen, Wording, act, say
from dialogs.shared.words import BACK, HOME, middle, page_in
from domain.base.bilingual import translated
from domain.petitions import identity_views

A_PAGE = 8


class RefusedAttempts(Page):
    name = "refused_attempts"

    @override
    def show(self, args: Args, ask: Ask) -> Screen:
        page = page_in(args)
        found = ask(identity_views.refused_attempts, page * A_PAGE, A_PAGE + 1)
        lines: list[Wording] = [say("refused-title")]
        for each in found[:A_PAGE]:
            lines.append(
                say(
                    "refused-row",
                    name=middle(each.name),
                    agency=translated(each.agency),
                    person=each.person,
                    at=each.at,
                )
            )
            if each.direct:
                lines.append(say("refused-direct"))
        if not found:
            lines.append(say("refused-none"))
        turn: list[Button] = []
        if page:
            turn.append(Button(say("page-before"), act("page", page=page - 1)))
        if len(found) > A_PAGE:
            turn.append(Button(say("page-after"), act("page", page=page + 1)))
        rows: tuple[Row, ...] = (tuple(turn),) if turn else ()
        return Screen(tuple(lines), (*rows, (BACK, HOME)))

    @override
    def act(self, args: Args, act: Act, ask: Ask) -> Turn:
        return Show({"page": page_in(act.args)})
