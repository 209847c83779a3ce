"""Which method 校准 is, for each horizon: whichever missed least so far, over all models, by rolling origin.

A method that is learned is brought to the level that its own past asks for, first.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from domain.forecast.accuracy import Accuracy
from domain.forecast.records import HORIZON

ORIGINS = 6
"""Months from which a forecast must have been measured before it may be chosen."""
LOOKED_BACK = 12
"""Months: what was measured longer ago was forecast with less learned."""
LEVELLED_BY, LEVEL_MONTHS, LEVEL_CASES = 3, 12, 2.4
"""A level is learned from at least 3 months and at most 12, and half believed after 2.4."""
LOWEST, HIGHEST = 0.67, 1.5


class Method(StrEnum):
    """The simpler first: of those that missed as little it is used."""

    NAIVE = "naive"
    STANDARD = "standard"
    RATES = "rates"
    """Run rate, conversion, salesperson."""
    SEASON = "season"
    """The same with the season."""
    RHYTHM = "rhythm"
    """The same with the rhythm of a project's own orders."""
    NAIVE_STANDARD = "naive+standard"
    NAIVE_RATES = "naive+rates"
    NAIVE_SEASON = "naive+season"
    NAIVE_RHYTHM = "naive+rhythm"
    SEASON_RHYTHM = "season+rhythm"


PARTS = {each: tuple(map(Method, each.value.split("+"))) for each in Method}
"""A blend is half and half."""
SINGLE = tuple(each for each in Method if PARTS[each] == (each,))
LEARNED = (Method.RATES, Method.SEASON, Method.RHYTHM)


@dataclass(frozen=True, slots=True)
class Measured:
    """How a method did whose forecast was frozen for `origin`, for the month `horizon` − 1 later. `raw` is what it said before
    it was brought to its level, in pieces."""

    origin: date
    horizon: int
    method: Method
    score: Accuracy
    raw: float


Track = Mapping[tuple[Method, int], Sequence[Measured]]
"""By method and horizon, oldest first."""


def track(measured: Iterable[Measured]) -> Track:
    found: dict[tuple[Method, int], list[Measured]] = {}
    for each in sorted(measured, key=lambda one: one.origin):
        found.setdefault((each.method, each.horizon), []).append(each)
    return found


def level(past: Track, method: Method, horizon: int) -> float:
    """By what a learned method's figures of that horizon are multiplied."""
    mine = past.get((method, horizon), ())[-LEVEL_MONTHS:]
    said = sum(each.raw for each in mine)
    if method not in LEARNED or len(mine) < LEVELLED_BY or said <= 0:
        return 1.0
    asked = sum(each.score.ordered for each in mine) / said
    return float(min(HIGHEST, max(LOWEST, asked)) ** (len(mine) / (len(mine) + LEVEL_CASES)))


def chosen(past: Track) -> Mapping[int, Method] | None:
    """By horizon; one that wasn't measured often enough goes by the one before it. None: not even the first was."""
    found: dict[int, Method] = {}
    for horizon in range(1, HORIZON + 1):
        scores = {method: past.get((method, horizon), ())[-LOOKED_BACK:] for method in Method}
        if min(map(len, scores.values())) >= ORIGINS:
            missed = {method: sum(each.score.missed for each in mine) for method, mine in scores.items()}
            found[horizon] = min(Method, key=missed.__getitem__)
        elif horizon - 1 in found:
            found[horizon] = found[horizon - 1]
    return found or None
