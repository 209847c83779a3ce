"""By what 销售记录 is narrowed: time, project, model, author, batch."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from typing_extensions import override

from dialogs.core.ask import Ask
from dialogs.core.lists import in_rows
from dialogs.core.page import Args, Swap, Turn
from dialogs.core.screen import Act, Json, Screen, Wording, say
from dialogs.orders.sales import Period, kept, wanted
from dialogs.shared.filter_page import FilterChoice, FilterPage, by, narrowing
from dialogs.shared.words import HOME, button, middle
from domain.orders import views
from domain.orders.records import Facet


class SalesFilter(FilterPage[Facet]):
    """What narrows the list already stays."""

    name, narrows, ways = "sales_filter", "sales", Facet

    @override
    def first(self, args: Args, ask: Ask) -> Screen:
        others = {name: value for name, value in kept(args).items() if name != "period"}
        periods = [
            narrowing(say(f"sales-period-{each.value.replace('_', '-')}"), **others, period=each.value)
            for each in Period
        ]
        ways = tuple(by(say(f"sales-by-{each.value}"), each) for each in Facet)
        rows = (*in_rows(periods, 2), ways, (button("batch-search-key", "batch"),))
        return Screen((say("sales-filter-title"),), (*rows, (button("back-key", "back"), HOME)))

    @override
    def choices(self, way: Facet, args: Args, offset: int, limit: int, ask: Ask) -> tuple[Sequence[FilterChoice], int]:
        others = {name: value for name, value in kept(args).items() if name != way.value}
        found, total = ask(views.facets, wanted(others, ask.today), way, offset, limit)
        return [_choice(way, *each) for each in found], total

    @override
    def heading(self, way: Facet, args: Args, total: int) -> Sequence[Wording]:
        title = say(f"sales-by-{way.value}")
        return (title,) if total else (title, say("sales-none"))

    @override
    def kept(self, args: Args) -> Mapping[str, Json]:
        return kept(args)

    @override
    def act(self, args: Args, act: Act, ask: Ask) -> Turn:
        match act.verb:
            case "batch":
                return Swap("batch", {})
            case "back":
                return Swap("sales", kept(args))
            case _:
                return super().act(args, act, ask)


def _choice(way: Facet, value: Json, name: str) -> FilterChoice:
    """A model is sought by what it is called: its folded key isn't what is shown as narrowed to."""
    label: Wording = middle(name, 12) if way is Facet.PROJECT else name
    return FilterChoice(label, name if way is Facet.MODEL else value)
