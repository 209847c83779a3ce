"""争议: the customers about which somebody appealed; any other is found by what is written here. Beside it 被拒查询, which an
administrator finds here alone."""

from __future__ import annotations

from collections.abc import Sequence

from typing_extensions import override

from dialogs.core.ask import Ask
from dialogs.core.inputs import Typed
from dialogs.core.page import Args, Heard, Show, Turn
from dialogs.core.screen import Button, Row, Wording, say
from dialogs.shared.list_page import LONGEST_SEARCH, ListPage, part, text_of
from dialogs.shared.words import BACK, HOME, button, middle, opens
from domain.disputes import finding
from domain.disputes.finding import Disputed


class Disputes(ListPage[Disputed]):
    name = "disputes"

    @override
    def found(self, args: Args, offset: int, limit: int, ask: Ask) -> tuple[Sequence[Disputed], int]:
        text = text_of(args)
        return part(ask(finding.find, text) if text else ask(finding.disputed), offset, limit)

    @override
    def title(self, args: Args, total: int, ask: Ask) -> Sequence[Wording]:
        text = text_of(args)
        return (say("disputes-title"), *((say("quoted", text=text),) if text else ()))

    @override
    def under(self, args: Args, total: int, ask: Ask) -> Sequence[Wording]:
        return () if text_of(args) else (say("disputes-hint"),)

    @override
    def row(self, place: int, row: Disputed, args: Args, ask: Ask) -> Sequence[Wording]:
        state = say("disputes-appeal", number=row.appeal, open="yes" if row.open else "no") if row.appeal else ""
        return (
            say(
                "disputes-row", index=place, name=middle(row.customer.name), holder=row.holder or say("dispute-nobody")
            ),
            *((say("dispute-row-more", more=state),) if state else ()),
        )

    @override
    def key(self, place: int, row: Disputed, args: Args, ask: Ask) -> Button:
        return opens(str(place), "customer_timeline", customer=row.customer.id)

    @override
    def none(self, args: Args, ask: Ask) -> Wording:
        return say("disputes-none-found") if text_of(args) else say("disputes-none", hint=say("disputes-hint"))

    @override
    def below(self, args: Args, total: int, ask: Ask) -> Sequence[Row]:
        last = button("disputes-all-key", "all") if text_of(args) else BACK
        return ((opens(say("refused-entry"), "refused_attempts"),), (last, HOME))

    @override
    def heard(self, args: Args, said: Heard, ask: Ask) -> Turn | None:
        if not isinstance(said, Typed) or not said.line:
            return None
        return Show({"text": said.line[:LONGEST_SEARCH]})
