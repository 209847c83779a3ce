"""The buttons by which a question about figures changes: the same under the text and under the picture."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from dialogs.core.ask import Ask
from dialogs.core.page import Args
from dialogs.core.screen import Act, Button, Row, Screen, act, say
from dialogs.statistics.open_choice import TO_GROUPINGS, TO_SPANS, open_choice
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
        TO_SPANS,
        Button(say("statistics-later-key"), _moved(asked, 1)),
    )
    other = Basis.SHIPPED if asked.basis is Basis.ORDERED else Basis.ORDERED
    yield (
        TO_GROUPINGS,
        Button(say(f"statistics-{other.value}-key"), act("ask", basis=other.value)),
    )


def chooses(args: Args, ask: Ask) -> Screen | None:
    """The choice that the args say is open."""
    return open_choice(
        args,
        lambda: [(grouping_word(each), each.value) for each in ask(measuring.groupings)],
        _spans(ask),
        (say("statistics-span-title"), say("statistics-span-hint")),
    )


def _moved(asked: FiguresQuestion, by: int) -> Act:
    return act("ask", since=asked.span.moved(by * asked.span.months).first.isoformat())


def _spans(ask: Ask) -> Iterator[tuple[str, Span]]:
    today = ask.today
    yield "statistics-span-month", Span.month(today)
    yield "statistics-span-last-month", Span.month(today).moved(-1)
    yield "statistics-span-quarter", Span.quarter(today)
    yield "statistics-span-last-quarter", Span.quarter(today).moved(-3)
    yield "statistics-span-year", Span.year(today)
    yield "statistics-span-last-year", Span.year(today).moved(-LAST_MONTHS)
    yield "statistics-span-last-months", Span.last(today, LAST_MONTHS)
