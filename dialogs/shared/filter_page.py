"""By what a list is narrowed (筛选), once: first the ways to narrow it, then the choices of one of them, in pages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar, Generic, TypeVar

from typing_extensions import override

from dialogs.core.ask import Ask
from dialogs.core.lists import in_rows
from dialogs.core.page import Args, Page, Show, Swap, Turn
from dialogs.core.screen import Act, Button, Json, Screen, Wording
from dialogs.shared.words import HOME, button, leafed, member, page_in, pages

W = TypeVar("W", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class FilterChoice:
    """What the list may be narrowed to, and what its args then say of it."""

    label: Wording
    value: Json


class FilterPage(Page, Generic[W]):
    """Subclass it with `first`, `choices` and `heading`."""

    narrows: ClassVar[str]
    """The list's name."""
    ways: type[W]
    """Those that have choices of their own; a choice's value stands in the list's args by the name of its way."""
    a_page: ClassVar[int] = 12
    """Choices a page."""

    def first(self, args: Args, ask: Ask) -> Screen:
        """The ways."""
        raise NotImplementedError

    def choices(self, way: W, args: Args, offset: int, limit: int, ask: Ask) -> tuple[Sequence[FilterChoice], int]:
        """At most `limit` from `offset` on, and how many there are in all."""
        raise NotImplementedError

    def heading(self, way: W, args: Args, total: int) -> Sequence[Wording]:
        """What stands above so many choices."""
        raise NotImplementedError

    def kept(self, args: Args) -> Mapping[str, Json]:
        """By what the list is narrowed already, where that stays."""
        return {}

    @override
    def show(self, args: Args, ask: Ask) -> Screen:
        way = member(self.ways, args.get("by"))
        if way is None:
            return self.first(args, ask)
        a_page = self.a_page
        page, found, total = leafed(args, a_page, lambda offset: self.choices(way, args, offset, a_page, ask))
        others = {name: value for name, value in self.kept(args).items() if name != way.value}
        keys = [narrowing(each.label, **others, **{way.value: each.value}) for each in found]
        rows = (*in_rows(keys, 2), *pages(page, a_page, total), (button("back-key", "up"), HOME))
        return Screen(tuple(self.heading(way, args, total)), rows)

    @override
    def act(self, args: Args, act: Act, ask: Ask) -> Turn:
        match act.verb:
            case "narrow":
                return Swap(self.narrows, dict(act.args))
            case "by":
                return Show({**self.kept(args), "by": act.args.get("by")})
            case "page":
                return Show({**args, "page": page_in(act.args)})
            case _:
                return Show(self.kept(args))


def narrowing(label: Wording, **wanted: Json) -> Button:
    """Opens the list so narrowed."""
    return Button(label, Act("narrow", wanted))


def by(label: Wording, way: StrEnum) -> Button:
    """Opens the choices of a way."""
    return Button(label, Act("by", {"by": way.value}))
