"""疑似同一客户: customers that bear one name since names are read anew; for administrators, who merge them."""

from __future__ import annotations

from collections.abc import Sequence

from typing_extensions import override

from dialogs.core.ask import Ask
from dialogs.core.page import Args
from dialogs.core.screen import Button, Row, Wording, say
from dialogs.shared.list_page import ListPage
from dialogs.shared.lookalikes import holder
from dialogs.shared.words import BACK, HOME, opens
from domain.customers import twins
from domain.customers.lookalikes import Lookalike
from domain.customers.twins import Twins


def _one(each: Lookalike) -> Wording:
    """How alike they are needn't be said: they are called the same."""
    return say("twins-one", name=each.name, holder=holder(each))


class SuspectedTwins(ListPage[Twins]):
    name = "twins"

    @override
    def found(self, args: Args, offset: int, limit: int, ask: Ask) -> tuple[Sequence[Twins], int]:
        return ask(twins.suspected, offset, limit)

    @override
    def title(self, args: Args, total: int, ask: Ask) -> Sequence[Wording]:
        return (say("twins-title", count=total), say("twins-why")) if total else ()

    @override
    def row(self, place: int, row: Twins, args: Args, ask: Ask) -> Sequence[Wording]:
        return (say("twins-pair", place=place), _one(row.first), _one(row.second))

    @override
    def key(self, place: int, row: Twins, args: Args, ask: Ask) -> Button:
        ids = {"customer": row.first.customer, "gone": row.second.customer}
        return opens(say("twins-merge-key", place=place), "merge_customers", **ids)

    @override
    def none(self, args: Args, ask: Ask) -> Wording:
        return say("twins-none")

    @override
    def below(self, args: Args, total: int, ask: Ask) -> Sequence[Row]:
        return ((BACK, HOME),)
