"""The rhythm of a project's own orders: how many are due in each month to come.

Gaps between orders are log-normal; after each it may be that none follows. Given how long the last one is ago, the orders of
the next months are those of a renewal process with such gaps, reckoned in steps of an eighth of a month.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import lru_cache

from domain.forecast.knowledge import Buying
from domain.forecast.records import HORIZON

PER_MONTH = 8
EXACT = 6
"""Months; those after them go on as the last, for by then nothing is left of the phase."""
RECENT = 8
"""Gaps that are looked at."""
GAP_CASES = 1
"""What the mean of all projects' gaps counts against a project's own."""
SPREAD, SPREAD_CASES = 0.4, 3
"""How irregular gaps are where a project's own don't say it: standard deviation of their logarithms."""
STOPS = 0.03
"""A project's chance to stop, silently, for each month of its gap."""
LONGEST_GAP = 4
"""Months for which `STOPS` is counted."""
DOUBT = 1.2
"""An order that is less likely than not counts for less than its chance (its power): the error that is measured is least
where a cell says its middle, not its mean, and the level brings the sum back."""


def mean_log_gap(several: Sequence[Buying]) -> float:
    """Of all projects, in logarithms of months."""
    logs = [math.log(gap) for each in several for gap in each.gaps if gap > 0]
    return sum(logs) / len(logs) if logs else 0.25


def gap_of(buying: Buying, mean: float) -> tuple[float, float]:
    """Mean and standard deviation of the logarithm of a project's gaps, shrunk towards those of all."""
    logs = [math.log(max(gap, 0.1)) for gap in buying.gaps[-RECENT:]]
    centre = (GAP_CASES * mean + sum(logs)) / (GAP_CASES + len(logs))
    variance = sum((each - centre) ** 2 for each in logs) + SPREAD_CASES * SPREAD**2
    return centre, min(0.9, max(0.2, math.sqrt(variance / (len(logs) + SPREAD_CASES))))


def months_of(centre: float, spread: float) -> float:
    """The mean gap in months."""
    return math.exp(centre + spread * spread / 2)


def due(centre: float, spread: float, ago: float) -> tuple[tuple[float, ...], float]:
    """How many orders are due in each of the months to come, and the chance that any comes; `ago` are months since the last."""
    gap = months_of(centre, spread)
    found, going = _due(round(centre * 10), round(spread * 10), min(round(ago * PER_MONTH), 200), _stops(gap))
    return tuple(each if each >= 1 else each**DOUBT for each in found), going


def _stops(gap: float) -> int:
    """Per cent."""
    return max(1, round(100 * STOPS * min(gap, LONGEST_GAP)))


@lru_cache(maxsize=20_000)
def _due(centre: int, spread: int, ago: int, stops: int) -> tuple[tuple[float, ...], float]:
    """In tenths, eighths of a month and per cent: projects that are alike are reckoned once."""
    middle, sigma, stop = math.exp(centre / 10), spread / 10, stops / 100
    steps = EXACT * PER_MONTH
    later = [_longer(at / PER_MONTH, middle, sigma) for at in range(max(steps, ago + steps) + 1)]
    going = max(1e-9, stop + (1 - stop) * later[ago])
    first = [(1 - stop) * (later[ago + at] - later[ago + at + 1]) / going for at in range(steps)]
    next_ones = [(1 - stop) * (later[at] - later[at + 1]) for at in range(steps)]
    found: list[float] = []
    for at in range(steps):
        # a gap of so many steps and a part of one: half of those orders come a step later
        again = sum(next_ones[gap] * found[at - gap] for gap in range(1, at + 1)) if at else 0.0
        later_by_one = sum(next_ones[gap] * found[at - gap - 1] for gap in range(at))
        found.append(first[at] + (again + later_by_one) / 2)
    months = [sum(found[at : at + PER_MONTH]) for at in range(0, steps, PER_MONTH)]
    return tuple(months + months[-1:] * (HORIZON - EXACT)), (1 - stop) * later[ago] / going


def _longer(months: float, middle: float, sigma: float) -> float:
    """The chance that a gap is longer."""
    return math.erfc(math.log(months / middle) / sigma / math.sqrt(2)) / 2 if months > 0 else 1.0
