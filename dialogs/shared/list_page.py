"""Lists in pages, once: a page of rows with their numbers as buttons, turned, searched by typing, shown as a whole again.

A list says what it lists and how one of it is told; everything that lists have in common stands here.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import ClassVar, Generic, TypeVar

from typing_extensions import override

from dialogs.core.ask import Ask
from dialogs.core.inputs import Typed
from dialogs.core.lists import searched
from dialogs.core.page import Args, Heard, Page, Perhaps, Show, Turn
from dialogs.core.screen import Act, Button, Json, Row, Screen, Wording, say
from dialogs.shared.words import HOME, button, leafed, numbered, page_in, pages

R = TypeVar("R")
LONGEST_SEARCH = 60
"""Characters that are looked for."""


class ListPage(Page, Generic[R]):
    """Subclass it with `found`, `title`, `row`, `key` and `none`; the rest as the list needs it."""

    a_page: ClassVar[int] = 6
    """Rows a page."""
    hint: ClassVar[str] = ""
    """Said of a list that is longer than a page: that typing searches it."""

    def found(self, args: Args, offset: int, limit: int, ask: Ask) -> tuple[Sequence[R], int]:
        """At most `limit` rows from `offset` on, and how many there are in all."""
        raise NotImplementedError

    def title(self, args: Args, total: int, ask: Ask) -> Sequence[Wording]:
        """What stands above the rows."""
        raise NotImplementedError

    def row(self, place: int, row: R, args: Args, ask: Ask) -> Sequence[Wording]:
        """How one of the list is told, beginning with its number."""
        raise NotImplementedError

    def key(self, place: int, row: R, args: Args, ask: Ask) -> Button | None:
        """What opens one of the list; None: nothing does."""
        raise NotImplementedError

    def none(self, args: Args, ask: Ask) -> Wording:
        """What is said where there is nothing."""
        raise NotImplementedError

    def under(self, args: Args, total: int, ask: Ask) -> Sequence[Wording]:
        """What is said under the rows, where there are some."""
        return (say(self.hint),) if self.hint and total > self.a_page else ()

    def above(self, args: Args, total: int, ask: Ask) -> Sequence[Row]:
        """Rows of buttons above the numbers."""
        return ()

    def below(self, args: Args, total: int, ask: Ask) -> Sequence[Row]:
        """Rows of buttons under those that turn the pages."""
        return ((HOME,),)

    @override
    def show(self, args: Args, ask: Ask) -> Screen:
        page, rows, total = leafed(args, self.a_page, lambda offset: self.found(args, offset, self.a_page, ask))
        lines = list(self.title(args, total, ask))
        keys = []
        for place, row in enumerate(rows, page * self.a_page + 1):
            lines += self.row(place, row, args, ask)
            key = self.key(place, row, args, ask)
            keys += [key] if key is not None else []
        lines += self.under(args, total, ask) if rows else (self.none(args, ask),)
        turning = pages(page, self.a_page, total)
        return Screen(
            tuple(lines), (*self.above(args, total, ask), *numbered(keys), *turning, *self.below(args, total, ask))
        )

    @override
    def act(self, args: Args, act: Act, ask: Ask) -> Turn:
        """Turning a page keeps what the list is narrowed by; what isn't known is the whole list again."""
        return Show({**args, "page": page_in(act.args)}) if act.verb == "page" else Show(self.whole(args))

    def whole(self, args: Args) -> Mapping[str, Json]:
        """The args of the list when nothing narrows it."""
        return {}

    def sought(self, args: Args, said: Heard, ask: Ask) -> Turn | Perhaps | None:
        """For `heard` of a list whose `text` is looked for, within what narrows it otherwise. What finds nothing is a search only
        where nobody else knows what it is."""
        if not isinstance(said, Typed) or not said.line:
            return None
        kept = {name: value for name, value in args.items() if name != "page"}
        wanted: Args = {**kept, "text": said.line[:LONGEST_SEARCH]}
        return searched(wanted, self.found(wanted, 0, 0, ask)[1])


class OpenFirst(ListPage[R]):
    """A list of what is still open; by one tap of everything, and back."""

    @staticmethod
    def everything(args: Args) -> bool:
        return args.get("all") is True

    def switch(self, args: Args) -> Button:
        return button("requests-open-key", "open_only") if self.everything(args) else button("requests-all-key", "all")

    @override
    def act(self, args: Args, act: Act, ask: Ask) -> Turn:
        return Show({"all": True}) if act.verb == "all" else super().act(args, act, ask)


def part(rows: Sequence[R], offset: int, limit: int) -> tuple[Sequence[R], int]:
    """What `found` answers of a list that is read as a whole."""
    return rows[offset : offset + limit], len(rows)


def text_of(args: Args) -> str:
    """What is looked for in a list; nonsense looks for nothing."""
    text = args.get("text")
    return text if isinstance(text, str) else ""
