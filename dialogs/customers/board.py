"""看板: who holds what, and what of it asks for something to be done; each figure and each row opens the list so narrowed."""

from __future__ import annotations

from collections.abc import Sequence

from typing_extensions import override

from dialogs.core.ask import Ask
from dialogs.core.lists import in_rows
from dialogs.core.page import Args, Show, Turn
from dialogs.core.screen import Act, Button, Row, Wording, say
from dialogs.shared.list_page import ListPage
from dialogs.shared.words import HOME, button, in_a_line, middle, opens
from domain.customers.records import Grouping, HeldCounts
from domain.home import views
from domain.protection import board
from domain.protection import filters as customer_filters
from domain.protection.board import BoardGrouping, BoardRow
from domain.protection.filters import CustomerCounts, Due


class Board(ListPage[BoardRow]):
    """An owner's people; for the vendor agencies, and people by a tap."""

    name = "board"

    @override
    def found(self, args: Args, offset: int, limit: int, ask: Ask) -> tuple[Sequence[BoardRow], int]:
        return ask(board.board, _by(args, ask), offset, limit)

    @override
    def title(self, args: Args, total: int, ask: Ask) -> Sequence[Wording]:
        way = _by(args, ask)
        return (say("board-title", by=say(f"filter-{way.value}"), count=ask(customer_filters.counts).held),)

    @override
    def row(self, place: int, row: BoardRow, args: Args, ask: Ask) -> Sequence[Wording]:
        name = in_a_line((middle(row.name), row.agency))
        days = ask(customer_filters.red_days)
        return (say("board-row", index=place, name=name, facts=in_a_line(_facts(row.counts, days))),)

    @override
    def key(self, place: int, row: BoardRow, args: Args, ask: Ask) -> Button:
        return opens(str(place), "customers", **{_by(args, ask).value: row.key})

    @override
    def none(self, args: Args, ask: Ask) -> Wording:
        return say("customers-none")

    @override
    def above(self, args: Args, total: int, ask: Ask) -> Sequence[Row]:
        return in_rows(_matters(ask(customer_filters.counts), ask(customer_filters.red_days)), 2)

    @override
    def below(self, args: Args, total: int, ask: Ask) -> Sequence[Row]:
        if ask(views.reader).agency_id is not None:
            return ((opens(say("customers-all-key"), "customers"), HOME),)
        other = Grouping.PERSON if _by(args, ask) is Grouping.AGENCY else Grouping.AGENCY
        return ((button(f"filter-{other.value}", other.value), opens(say("customers-all-key"), "customers")), (HOME,))

    @override
    def act(self, args: Args, act: Act, ask: Ask) -> Turn:
        if act.verb in (Grouping.AGENCY, Grouping.PERSON):
            return Show({"by": act.verb})
        return super().act(args, act, ask)


def _by(args: Args, ask: Ask) -> BoardGrouping:
    person = args.get("by") == Grouping.PERSON or ask(views.reader).agency_id is not None
    return Grouping.PERSON if person else Grouping.AGENCY


def _facts(counts: HeldCounts, days: int) -> tuple[Wording, ...]:
    facts: list[Wording] = [say("board-held", count=counts.held)]
    facts += [say("board-ending", count=counts.ending, days=days)] if counts.ending else []
    facts += [say("board-overdue", count=counts.overdue)] if counts.overdue else []
    return tuple(facts)


def _matters(counts: CustomerCounts, days: int) -> list[Button]:
    """Those of which there are some."""
    matters = (
        (say("filter-ending", days=days), counts.ending, {"due": Due.ENDING.value}),
        (say("filter-overdue"), counts.overdue, {"due": Due.OVERDUE.value}),
        (say("filter-silent"), counts.silent, {"due": Due.SILENT.value}),
        (say("filter-without-project"), counts.without_project, {"without_project": True}),
    )
    return [
        opens(say("counted", entry=label, count=count), "customers", **wanted)
        for label, count, wanted in matters
        if count
    ]
