"""The choice that is open on a page of figures, of what was sold or what is expected: of a time or of a grouping."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Final, TypeAlias

from dialogs.core.lists import in_rows
from dialogs.core.page import Args
from dialogs.core.screen import Button, Say, Screen, act, say
from dialogs.shared.words import HOME, button
from domain.statistics.spans import Span

Offered: TypeAlias = Callable[[], Iterable[tuple[Say, str]]]
"""Groupings, as they are called and as a page keeps them; asked for when they are to be chosen from."""

TO_SPANS: Final = Button(say("statistics-span-key"), act("choose", choose="span"))
TO_GROUPINGS: Final = Button(say("statistics-by-key"), act("choose", choose="by"))


def open_choice(
    args: Args, groupings: Offered, spans: Iterable[tuple[str, Span]], title: Sequence[Say]
) -> Screen | None:
    """The one that the args say is open; `title` stands above the spans."""
    match args.get("choose"):
        case "by":
            keys = [Button(called, act("ask", by=value)) for called, value in groupings()]
            return _choice((say("statistics-by-title"),), keys)
        case "span":
            keys = [
                Button(say(name), act("ask", since=span.first.isoformat(), months=span.months)) for name, span in spans
            ]
            return _choice(title, keys)
        case _:
            return None


def _choice(lines: Sequence[Say], keys: Sequence[Button]) -> Screen:
    return Screen(tuple(lines), (*in_rows(keys, 2), (button("back-key", "up"), HOME)))
