"""Lists on a phone: short entries as buttons of their own, long ones numbered with the numbers as buttons, in pages."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from dialogs.core.page import Args, Perhaps, Show
from dialogs.core.screen import Act, Button, Row, Wording, act, say
from dialogs.core.words import columns

PAGE = 8
IN_ROW = 3
SHORT, MIDDLE = 10, 16
"""Columns of a label that fits three, or two, in a row of a 360-pixel phone."""


@dataclass(frozen=True, slots=True)
class ListEntry:
    label: Wording
    act: Act


@dataclass(frozen=True, slots=True)
class Listing:
    """A page of a list: lines above the buttons (none where the buttons say it all) and the rows."""

    lines: tuple[Wording, ...]
    rows: tuple[Row, ...]


def listing(
    entries: Sequence[ListEntry],
    page: int = 0,
    turn: Callable[[int], Act] = lambda page: act("page", page=page),
    width: Callable[[Wording], int] = lambda label: columns(label) if isinstance(label, str) else SHORT,
    numbered: bool = False,
) -> Listing:
    """`turn` makes the act that goes to a page; `width` measures a label; `numbered` asks for lines with numbers whatever fits."""
    pages = max(1, -(-len(entries) // PAGE))
    page = min(max(page, 0), pages - 1)
    start = page * PAGE
    shown = entries[start : start + PAGE]
    widest = max((width(entry.label) for entry in shown), default=0)
    if numbered or widest > MIDDLE:
        lines: tuple[Wording, ...] = tuple(
            say("core-entry", number=str(start + index), text=entry.label) for index, entry in enumerate(shown, 1)
        )
        rows = in_rows([Button(str(start + index), entry.act) for index, entry in enumerate(shown, 1)])
    else:
        lines = ()
        rows = in_rows([Button(entry.label, entry.act) for entry in shown], IN_ROW if widest <= SHORT else 2)
    return Listing(lines, (*rows, *page_row(page, pages, turn)))


def page_row(page: int, pages: int, turn: Callable[[int], Act]) -> tuple[Row, ...]:
    if pages == 1:
        return ()
    before = (Button(say("core-page-before"), turn(page - 1)),) if page > 0 else ()
    after = (
        (Button(say("core-page-after", page=str(page + 2), pages=str(pages)), turn(page + 1)),)
        if page < pages - 1
        else ()
    )
    return ((*before, *after),)


def in_rows(buttons: Sequence[Button], across: int = IN_ROW) -> tuple[Row, ...]:
    return tuple(tuple(buttons[start : start + across]) for start in range(0, len(buttons), across))


def searched(wanted: Args, found: int) -> Show | Perhaps:
    """What is typed at a list is looked for in it; where nothing is `found`, only if nobody else knows what it is."""
    return Show(wanted) if found else Perhaps(Show(wanted))
