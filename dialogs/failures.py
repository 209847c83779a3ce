"""处理失败: what failed for a reason that nobody foresaw, each to be tried again; for administrators."""

from __future__ import annotations

from typing import Any, Final

from typing_extensions import override

from dialogs.core.ask import Ask
from dialogs.core.page import Args, Page, Run, Show, Turn
from dialogs.core.screen import Act, Button, Screen, Wording, act, say
from dialogs.core.words import head
from dialogs.words import HOME, button, in_a_line, leafed, numbered, pages
from domain import failing
from domain.failing import Shown
from domain.failures import FailureKind

A_PAGE: Final = 6
ERROR: Final = 120
"""Characters of what Telegram or a library says of itself."""


class Failures(Page):
    name = "failures"

    @override
    def show(self, args: Args, ask: Ask) -> Screen:
        page, found, total = leafed(args, A_PAGE, lambda offset: ask(failing.newest, offset, A_PAGE))
        lines: list[Wording] = [say("failures-title", count=total), say("failures-why")] if total else []
        again: list[Button] = []
        for place, each in enumerate(found, page * A_PAGE + 1):
            lines += _told(place, each)
            failure = each.failure
            if failure.again:
                what = act("again", way=failure.way.value, failure=failure.id)
                again.append(Button(say("failures-again-key", place=place), what))
        rows = (*numbered(again), *pages(page, A_PAGE, total))
        return Screen(tuple(lines) or (say("failures-none"),), (*rows, (button("back-key", "close"), HOME)))

    @override
    def act(self, args: Args, act: Act, ask: Ask) -> Turn:
        if act.verb != "again":
            return Show({"page": act.args.get("page")})
        number = act.args.get("failure")
        return Run(failing.TryAgain(way=str(act.args.get("way")), failure=number if isinstance(number, int) else 0))

    @override
    def after(self, args: Args, result: Any, ask: Ask) -> Turn:
        return Show(notice=(say("failures-tried-again"),))


def _told(place: int, each: Shown) -> tuple[Wording, ...]:
    failure = each.failure
    whose = [say("failures-whose", name=account.name, place=home) for account, home in each.accounts]
    what = in_a_line((say(f"failures-{failure.way.value}-{failure.kind.value}"), *(whose or [say("failures-nobody")])))
    line = say("failures-one", place=place, at=failure.at, what=what, error=head(failure.error, ERROR))
    if failure.again:
        return (line,)
    return line, say("failures-screen" if failure.kind is FailureKind.SCREEN else "failures-over")
