"""What the line of a week's beginning tells of shipments against target, and of what is expected (docs/reminders.md)."""

from __future__ import annotations

from collections.abc import Iterator

from dialogs.core.screen import Arg, Say, Wording, say
from dialogs.forecast.words import signed_percent
from dialogs.statistics.words import attainment, span_word
from domain.deadlines.week_ahead import MonthsAhead, WeekAhead


def told_ahead(found: WeekAhead) -> Iterator[Wording]:
    if (so_far := found.quarter) is not None:
        told = attainment(so_far.attained, so_far.measure)
        yield say("week-target", span=span_word(so_far.quarter), told=told)
    if found.months is not None:
        yield _expected(found.months)


def _expected(months: MonthsAhead) -> Say:
    """标准 never without how far off it was."""
    facts: dict[str, Arg] = {"this": months.this, "next": months.next, "naive": months.naive}
    if months.learned:
        return say("week-calibrated", **facts)
    if months.bias is None:
        return say("week-standard", **facts)
    return say("week-standard-biased", bias=signed_percent(months.bias), **facts)
