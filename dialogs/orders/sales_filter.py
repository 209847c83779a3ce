"""By what 销售记录 is narrowed: time, project, model, author, batch."""

from __future__ import annotations

from typing_extensions import override

from dialogs.core.ask import Ask
from dialogs.core.lists import in_rows
from dialogs.core.page import Args, Page, Show, Swap, Turn
from dialogs.core.screen import Act, Button, Json, Screen, Wording, act, say
from dialogs.orders.sales import Period, kept, wanted
from dialogs.shared.words import (
    HOME,
    button,
    leafed,
    member,
    middle,
    page_in,
    pages,
)
from domain.orders import views
from domain.orders.records import Facet

CHOICES = 12


class SalesFilter(Page):
    """By what the list is narrowed."""

    name = "sales_filter"

    @override
    def show(self, args: Args, ask: Ask) -> Screen:
        by = member(Facet, args.get("by"))
        if by is not None:
            return _choices(by, args, ask)
        periods = [
            _narrows(say(f"sales-period-{each.value.replace('_', '-')}"), args, period=each.value) for each in Period
        ]
        kinds = [Button(say(f"sales-by-{each.value}"), act("by", by=each.value)) for each in Facet]
        batch = button("batch-search-key", "batch")
        rows = (*in_rows(periods, 2), tuple(kinds), (batch,))
        return Screen((say("sales-filter-title"),), (*rows, (button("back-key", "back"), HOME)))

    @override
    def act(self, args: Args, act: Act, ask: Ask) -> Turn:
        match act.verb:
            case "narrow":
                return Swap("sales", dict(act.args))
            case "by":
                return Show({**kept(args), "by": act.args.get("by")})
            case "page":
                return Show({**args, "page": page_in(act.args)})
            case "batch":
                return Swap("batch", {})
            case "up":
                return Show(kept(args))
            case _:
                return Swap("sales", kept(args))


def _choices(by: Facet, args: Args, ask: Ask) -> Screen:
    others = {name: value for name, value in kept(args).items() if name != by.value}
    asked = wanted(others, ask.today)
    page, found, total = leafed(args, CHOICES, lambda offset: ask(views.facets, asked, by, offset, CHOICES))
    lines = (say(f"sales-by-{by.value}"),) if found else (say(f"sales-by-{by.value}"), say("sales-none"))
    keys = []
    for value, name in found:
        # a model is sought by what it is called: its folded key isn't what is shown as narrowed to
        narrowed: Json = name if by is Facet.MODEL else value
        keys.append(_narrows(middle(name, 12) if by is Facet.PROJECT else name, others, **{by.value: narrowed}))
    return Screen(lines, (*in_rows(keys, 2), *pages(page, CHOICES, total), (button("back-key", "up"), HOME)))


def _narrows(label: Wording, args: Args, **more: Json) -> Button:
    return Button(label, act("narrow", **{**kept(args), **more}))
