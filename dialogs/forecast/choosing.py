"""The buttons by which a question about the forecast changes: the same under the text and under the picture."""

from __future__ import annotations

from collections.abc import Iterator

from dialogs.core.ask import Ask
from dialogs.core.page import Args
from dialogs.core.screen import Row, Screen, say
from dialogs.forecast.words import grouping_word
from dialogs.statistics.open_choice import TO_GROUPINGS, TO_SPANS, open_choice
from domain.forecast import outlook
from domain.forecast.asking import first_span
from domain.forecast.records import HORIZON
from domain.statistics.spans import Span


def changes() -> Row:
    """Another time, another grouping."""
    return (TO_SPANS, TO_GROUPINGS)


def chooses(args: Args, ask: Ask) -> Screen | None:
    """The choice that the args say is open."""
    return open_choice(
        args,
        lambda: [(grouping_word(each), each.value) for each in ask(outlook.groupings)],
        _spans(ask),
        (say("forecast-span-title"), say("forecast-span-hint")),
    )


def _spans(ask: Ask) -> Iterator[tuple[str, Span]]:
    today = ask.today
    quarter, this = Span.quarter(today), Span.month(today)
    yield "statistics-span-month", this
    yield "forecast-span-next-month", this.moved(1)
    yield "statistics-span-quarter", Span(this.first, 3 - (today.month - 1) % 3)
    yield "forecast-span-next-quarter", quarter.moved(3)
    yield "forecast-span-three", first_span(today)
    yield "forecast-span-year", Span(this.first, HORIZON)
