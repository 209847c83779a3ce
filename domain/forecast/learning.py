"""Rates learned from what was known: how much of what salespeople expect is ordered, and what becomes of projects that have
ordered nothing yet. Each is shrunk towards what holds without it, so few cases say little."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from domain.base.calendar import add_months
from domain.base.policy.model import ForecastPolicy
from domain.base.stage import ADVANCE, Stage
from domain.forecast.knowledge import Known, months_between, span
from domain.forecast.records import HORIZON, month_of

LOOKED_AT = 9
"""Months of a 量产 project whose orders are set against its expectation."""
LEAST = 3
USUAL, USUAL_CASES = 0.6, 20
"""Ordered ÷ expected before anything is known, and how many project-months it counts for."""
PERSON_CASES = 18
"""Project-months that the whole counts for against one salesperson's own."""
BELIEVABLE = 0.02, 8.0
"""Ordered ÷ expected of a project outside of these is a slip of the pen."""
HIGHEST = 4.0
CONVERSION_CASES = 20
YIELD, YIELD_CASES = 0.3, 5
"""What a project orders in a month after its first order ÷ its expectation, before anything is known: first orders are small."""
HIGHEST_YIELD = 1.5


@dataclass(frozen=True, slots=True)
class Honesty:
    """Ordered ÷ expected: of all, and of each salesperson."""

    whole: float
    people: Mapping[int, float] = field(default_factory=dict)

    def of(self, contact_id: int) -> float:
        return self.people.get(contact_id, self.whole)


def honesty(known: Known) -> Honesty:
    ordered: dict[int, float] = {}
    months: dict[int, float] = {}
    for each in known.prospects:
        buying = known.buying.get(each.id)
        if buying is None or each.stage is not Stage.PRODUCTION or each.yearly <= 0:
            continue
        since = max(buying.first, known.ago(LOOKED_AT))
        long = span(since, known.day)
        pieces = sum(pieces for month, pieces in buying.months.items() if month >= month_of(since))
        rate = pieces / (each.yearly / 12 * long) if long >= LEAST else 0.0
        if BELIEVABLE[0] < rate < BELIEVABLE[1]:
            ordered[each.contact_id] = ordered.get(each.contact_id, 0) + min(rate, HIGHEST) * long
            months[each.contact_id] = months.get(each.contact_id, 0) + long
    whole = (sum(ordered.values()) + USUAL * USUAL_CASES) / (sum(months.values()) + USUAL_CASES)
    return Honesty(
        whole,
        {person: (ordered[person] + PERSON_CASES * whole) / (months[person] + PERSON_CASES) for person in ordered},
    )


@dataclass(slots=True)
class _Outcome:
    """Of the cases of a stage, so many months later."""

    cases: int = 0
    converted: int = 0
    pieces: float = 0.0
    """Ordered in the month itself by those that had ordered by then."""
    expected: float = 0.0

    def share(self, before: float) -> float:
        """What a project of the stage brings in that month ÷ its expectation."""
        chance = (self.converted + CONVERSION_CASES * before) / (self.cases + CONVERSION_CASES)
        usual = self.expected / self.converted if self.expected else 1.0
        yielded = (self.pieces / usual + YIELD_CASES * YIELD) / (self.converted + YIELD_CASES)
        return chance * min(HIGHEST_YIELD, max(0.0, yielded))


def conversion(known: Known, honest: Honesty, rules: ForecastPolicy) -> Mapping[Stage, tuple[float, ...]]:
    """By stage of a project that has ordered nothing: what it brings in each month to come ÷ its expectation. The chance of
    a first order by then is shrunk towards the policy's, spread over twice the stage's lead."""
    found = {stage: [_Outcome() for _ in range(HORIZON)] for stage in ADVANCE}
    for case in known.cases:
        if case.stage not in found:
            continue
        buying = known.buying.get(case.project_id)
        first = month_of(buying.first) if buying is not None else known.day
        for at in range(min(HORIZON, months_between(case.month, known.day))):
            outcome, month = found[case.stage][at], add_months(case.month, at)
            outcome.cases += 1
            if buying is not None and first <= month:
                outcome.converted += 1
                outcome.pieces += buying.months.get(month, 0)
                outcome.expected += case.yearly / 12 * honest.of(case.contact_id)
    return {
        stage: tuple(outcome.share(_before(stage, at, rules)) for at, outcome in enumerate(outcomes))
        for stage, outcomes in found.items()
    }


def _before(stage: Stage, at: int, rules: ForecastPolicy) -> float:
    soon = min(1.0, (at + 1) / (rules.lead_months.of(stage) + 1) / 2)
    return rules.probability.of(stage) / 100 * soon
