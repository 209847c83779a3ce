"""What a sentence about figures named that nobody knows, or that several are called: told on the page, with a button for each."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Final

from dialogs.core.page import Args
from dialogs.core.screen import Button, Json, Wording, act, say
from dialogs.core.words import head
from dialogs.shared.words import middle
from domain.base.bilingual import translated
from domain.statistics.naming import Named
from domain.statistics.records import Only

UNKNOWN: Final = 6
"""Words that nobody knows, which are named."""


def doubts_of(found: Named, asked: Callable[[Only], Mapping[str, Json]]) -> dict[str, Json]:
    """As a page keeps them; `asked` are the args of what would be asked of one of several."""
    told: dict[str, Json] = {}
    if found.unknown:
        told["unknown"] = list(found.unknown[:UNKNOWN])
    if found.covered:
        told["covered"] = [[word, unit] for word, unit in found.covered]
    if found.several is not None:
        word, candidates = found.several
        told["several"] = word[:30]
        told["candidates"] = [{"name": each.name, "args": dict(asked(each.only))} for each in candidates]
    return told


def doubts(args: Args) -> Iterator[Wording]:
    unknown = args.get("unknown")
    if unknown and isinstance(unknown, list):
        yield say("statistics-unknown", words=tuple(head(str(each)) for each in unknown))
    covered = args.get("covered")
    for each in covered if isinstance(covered, list) else ():
        match each:
            case [str(word), str(unit)]:
                yield say("statistics-covered", word=head(word), unit=translated(unit))
            case _:
                pass
    if several := args.get("several"):
        yield say("statistics-several", word=str(several))


def candidates(args: Args) -> Iterator[Button]:
    given = args.get("candidates")
    for each in given if isinstance(given, list) else ():
        match each:
            case {"name": str(name), "args": dict(meant)}:
                yield Button(middle(name, 12), act("ask", **meant))
            case _:
                pass
