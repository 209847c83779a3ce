"""疑似同一客户: customers that bear one name since names are read anew; for administrators, who merge them."""

from __future__ import annotations

from typing_extensions import override

from dialogs.core.ask import Ask
from dialogs.core.page import Args, Page, Show, Turn
from dialogs.core.screen import Act, Button, Screen, Wording, act, say
from dialogs.lookalikes import holder
from dialogs.words import HOME, numbered, opens, page_in, pages
from domain import twins
from domain.lookalikes import Lookalike

A_PAGE = 6


def _one(each: Lookalike) -> Wording:
    """How alike they are needn't be said: they are called the same."""
    return say("twins-one", name=each.name, holder=holder(each))


class SuspectedTwins(Page):
    name = "twins"

    @override
    def show(self, args: Args, ask: Ask) -> Screen:
        page = page_in(args)
        found, total = ask(twins.suspected, page * A_PAGE, A_PAGE)
        lines: list[Wording] = [say("twins-title", count=total), say("twins-why")] if total else [say("twins-none")]
        merge: list[Button] = []
        for place, each in enumerate(found, page * A_PAGE + 1):
            lines += [say("twins-pair", place=place), _one(each.first), _one(each.second)]
            ids = {"customer": each.first.customer, "gone": each.second.customer}
            merge.append(opens(say("twins-merge-key", place=place), "merge_customers", **ids))
        rows = (*numbered(merge), *pages(page, A_PAGE, total))
        return Screen(tuple(lines), (*rows, (Button(say("back-key"), act("close")), HOME)))

    @override
    def act(self, args: Args, act: Act, ask: Ask) -> Turn:
        return Show({"page": page_in(act.args)})
