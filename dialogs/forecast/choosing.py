"""The buttons by which a question about the forecast changes: the same under the text and under the picture."""

from __future__ import annotations

from dialogs.core.ask import Ask
from dialogs.core.lists import in_rows
from dialogs.core.page import Args
from dialogs.core.screen import Button, Row, Screen, act, say
from dialogs.forecast.words import grouping_word
from dialogs.shared.words import HOME, button
from domain.forecast import outlook
from domain.forecast.asking import first_span
from domain.forecast.records import HORIZON
from domain.statistics.spans import Span


def changes() -> Row:
    """Another time, another grouping."""
    return (
        Button(say("statistics-span-key"), act("choose", choose="span")),
        Button(say("statistics-by-key"), act("choose", choose="by")),
    )


def chooses(args: Args, ask: Ask) -> Screen | None:
    """The choice that the args say is open."""
    match args.get("choose"):
        case "by":
            return _groupings(ask)
        case "span":
            return _spans(ask)
        case _:
            return None


def _groupings(ask: Ask) -> Screen:
    keys = [Button(grouping_word(each), act("ask", by=each.value)) for each in ask(outlook.groupings)]
    return Screen((say("statistics-by-title"),), (*in_rows(keys, 2), (button("back-key", "up"), HOME)))


def _spans(ask: Ask) -> Screen:
    today = ask.today
    quarter, this = Span.quarter(today), Span.month(today)
    known = (
        ("statistics-span-month", this),
        ("forecast-span-next-month", this.moved(1)),
        ("statistics-span-quarter", Span(this.first, 3 - (today.month - 1) % 3)),
        ("forecast-span-next-quarter", quarter.moved(3)),
        ("forecast-span-three", first_span(today)),
        ("forecast-span-year", Span(this.first, HORIZON)),
    )
    keys = [Button(say(name), act("ask", since=span.first.isoformat(), months=span.months)) for name, span in known]
    lines = (say("forecast-span-title"), say("forecast-span-hint"))
    return Screen(lines, (*in_rows(keys, 2), (button("back-key", "up"), HOME)))
