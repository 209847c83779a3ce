"""The buttons by which a question about figures changes: the same under the text and under the picture."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from dialogs.core.ask import Ask
from dialogs.core.lists import in_rows
from dialogs.core.page import Args
from dialogs.core.screen import Act, Button, Row, Screen, act, say
from dialogs.shared.words import HOME, button
from dialogs.statistics.words import grouping_word, measure_word
from domain.statistics import measuring
from domain.statistics.measuring import FiguresQuestion
from domain.statistics.records import Basis, Measure
from domain.statistics.spans import Span

LAST_MONTHS: Final = 12


def changes(asked: FiguresQuestion, measures: Sequence[Measure]) -> Iterator[Row]:
    """Another measure, another time, another grouping."""
    yield tuple(
        Button(measure_word(each), act("ask", measure=each.value)) for each in measures if each is not asked.measure
    )
    yield (
        Button(say("statistics-earlier-key"), _moved(asked, -1)),
        Button(say("statistics-span-key"), act("choose", choose="span")),
        Button(say("statistics-later-key"), _moved(asked, 1)),
    )
    other = Basis.SHIPPED if asked.basis is Basis.ORDERED else Basis.ORDERED
    yield (
        Button(say("statistics-by-key"), act("choose", choose="by")),
        Button(say(f"statistics-{other.value}-key"), act("ask", basis=other.value)),
    )


def chooses(args: Args, asked: FiguresQuestion, ask: Ask) -> Screen | None:
    """The choice that the args say is open."""
    match args.get("choose"):
        case "by":
            return _groupings(ask)
        case "span":
            return _spans(ask)
        case _:
            return None


def _moved(asked: FiguresQuestion, by: int) -> Act:
    return act("ask", since=asked.span.moved(by * asked.span.months).first.isoformat())


def _groupings(ask: Ask) -> Screen:
    keys = [Button(grouping_word(each), act("ask", by=each.value)) for each in ask(measuring.groupings)]
    return Screen((say("statistics-by-title"),), (*in_rows(keys, 2), (button("back-key", "up"), HOME)))


def _spans(ask: Ask) -> Screen:
    today = ask.today
    known = (
        ("month", Span.month(today)),
        ("last-month", Span.month(today).moved(-1)),
        ("quarter", Span.quarter(today)),
        ("last-quarter", Span.quarter(today).moved(-3)),
        ("year", Span.year(today)),
        ("last-year", Span.year(today).moved(-LAST_MONTHS)),
        ("last-months", Span.last(today, LAST_MONTHS)),
    )
    keys = [
        Button(say(f"statistics-span-{name}"), act("ask", since=span.first.isoformat(), months=span.months))
        for name, span in known
    ]
    lines = (say("statistics-span-title"), say("statistics-span-hint"))
    return Screen(lines, (*in_rows(keys, 2), (button("back-key", "up"), HOME)))
