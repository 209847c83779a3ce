"""What a project that orders brings in a mean month: its own orders, the older the less, beside what its salesperson expects."""

from __future__ import annotations

import math
from datetime import date

from domain.base.stage import Stage
from domain.forecast.knowledge import Buying, span
from domain.forecast.records import Prospect, month_of
from domain.forecast.season import Seasons

MEMORY = 10.0
"""Months after which an order counts for 1 ÷ e."""
EXPECTED_CASES = 1.0
"""Months that the expectation counts for; of a young 量产 project so many more, for its volume has yet to show:"""
YOUNG_CASES, YOUNG = 3.0, 6.0
BEFORE_PRODUCTION = 0.2
"""What a month before 量产 counts for: pilot lots say little."""
GRACE = 10
"""Days before the report of 量产 that are 量产 already."""
PILOT_SHARE = 0.25
"""Of its expectation, that a project orders which isn't 量产."""


def run_rate(prospect: Prospect, buying: Buying, day: date, *, honest: float, seasons: Seasons, gap: float) -> float:
    """Pieces in a month of the mean length, the season aside. `honest` is ordered ÷ expected of the salesperson, `gap` the
    project's mean gap in months: what its last order brought lasts half of one longer."""
    produced = prospect.produced_since
    expected = prospect.yearly / 12 * honest * (1.0 if prospect.stage is Stage.PRODUCTION else PILOT_SHARE)
    cases = EXPECTED_CASES
    if produced is not None:
        cases += YOUNG_CASES * math.exp(-span(produced, day) / YOUNG)
    pieces = cases * expected
    for on, many in buying.orders:
        early = produced is not None and (produced - on).days > GRACE
        weight = math.exp(-span(on, day) / MEMORY) * (BEFORE_PRODUCTION if early else 1.0)
        pieces += many * weight / seasons.factor(prospect.domain, month_of(on))
    whole = _remembered(span(buying.first, day) + gap / 2)
    if produced is not None and produced > buying.first:
        since = _remembered(span(produced, day))
        whole = since + BEFORE_PRODUCTION * (whole - since)
    return max(0.0, pieces / (cases + whole))


def _remembered(months: float) -> float:
    """How much of so many months is remembered."""
    return MEMORY * (1 - math.exp(-months / MEMORY))
