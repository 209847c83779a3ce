"""处理失败: what failed for a reason that nobody foresaw, each to be tried again; for administrators."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from typing_extensions import override

from dialogs.core.ask import Ask
from dialogs.core.page import Args, Run, Show, Turn
from dialogs.core.screen import Act, Button, Row, Wording, act, say
from dialogs.core.words import head
from dialogs.shared.list_page import ListPage
from dialogs.shared.words import BACK, HOME, in_a_line
from domain.failures import failing
from domain.failures.failing import FailureView
from domain.failures.records import FailureKind

ERROR: Final = 120
"""Characters of what Telegram or a library says of itself."""


class Failures(ListPage[FailureView]):
    name = "failures"

    @override
    def found(self, args: Args, offset: int, limit: int, ask: Ask) -> tuple[Sequence[FailureView], int]:
        return ask(failing.newest, offset, limit)

    @override
    def title(self, args: Args, total: int, ask: Ask) -> Sequence[Wording]:
        return (say("failures-title", count=total), say("failures-why")) if total else ()

    @override
    def row(self, place: int, row: FailureView, args: Args, ask: Ask) -> Sequence[Wording]:
        return _told(place, row)

    @override
    def key(self, place: int, row: FailureView, args: Args, ask: Ask) -> Button | None:
        failure = row.failure
        what = act("again", way=failure.way.value, failure=failure.id)
        return Button(say("failures-again-key", place=place), what) if failure.again else None

    @override
    def none(self, args: Args, ask: Ask) -> Wording:
        return say("failures-none")

    @override
    def below(self, args: Args, total: int, ask: Ask) -> Sequence[Row]:
        return ((BACK, HOME),)

    @override
    def act(self, args: Args, act: Act, ask: Ask) -> Turn:
        if act.verb != "again":
            return super().act(args, act, ask)
        number = act.args.get("failure")
        return Run(failing.TryAgain(way=str(act.args.get("way")), failure=number if isinstance(number, int) else 0))

    @override
    def after(self, args: Args, result: object, ask: Ask) -> Turn:
        return Show(notice=(say("failures-tried-again"),))


def _told(place: int, each: FailureView) -> tuple[Wording, ...]:
    failure = each.failure
    whose = [say("failures-whose", name=account.name, place=home) for account, home in each.accounts]
    what = in_a_line((say(f"failures-{failure.way.value}-{failure.kind.value}"), *(whose or [say("failures-nobody")])))
    line = say("failures-one", place=place, at=failure.at, what=what, error=head(failure.error, ERROR))
    if failure.again:
        return (line,)
    return line, say("failures-screen" if failure.kind is FailureKind.SCREEN else "failures-over")
