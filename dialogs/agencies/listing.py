"""代理商: all agencies that the reader manages, found by name, pinyin, code, former name, or by who manages them."""

from __future__ import annotations

from collections.abc import Sequence

from typing_extensions import override

from dialogs.core.ask import Ask
from dialogs.core.page import Args, Heard, Perhaps, Turn
from dialogs.core.screen import Button, Row, Wording, say
from dialogs.shared.list_page import ListPage, text_of
from dialogs.shared.words import BACK, HOME, button, in_a_line, middle, opens
from domain.agencies import views as agency_views
from domain.agencies.views import AgencyRow


class Agencies(ListPage[AgencyRow]):
    name = "agencies"
    hint = "agencies-search-hint"

    @override
    def found(self, args: Args, offset: int, limit: int, ask: Ask) -> tuple[Sequence[AgencyRow], int]:
        return ask(agency_views.agencies, text_of(args), offset, limit)

    @override
    def title(self, args: Args, total: int, ask: Ask) -> Sequence[Wording]:
        text = text_of(args)
        return (say("agencies-title", count=total), *((say("quoted", text=text),) if text else ()))

    @override
    def row(self, place: int, row: AgencyRow, args: Args, ask: Ask) -> Sequence[Wording]:
        facts = in_a_line((say(f"agency-{row.agency.state.value}"), row.manager))
        told = say("agencies-row", index=place, name=middle(row.agency.called), facts=facts)
        return (told, say("agencies-formerly", name=middle(row.formerly))) if row.formerly else (told,)

    @override
    def key(self, place: int, row: AgencyRow, args: Args, ask: Ask) -> Button:
        return opens(str(place), "agency", agency=row.agency.id)

    @override
    def none(self, args: Args, ask: Ask) -> Wording:
        return say("agencies-none-found" if text_of(args) else "agencies-none")

    @override
    def below(self, args: Args, total: int, ask: Ask) -> Sequence[Row]:
        add = (opens(say("add-agency-key"), "add_agency"),)
        return (add, (button("agencies-all-key", "all"), BACK, HOME) if text_of(args) else (BACK, HOME))

    @override
    def heard(self, args: Args, said: Heard, ask: Ask) -> Turn | Perhaps | None:
        return self.sought(args, said, ask)
