"""标准 against a second model of it: slow, day by day, and written from the words of the rule by somebody who hadn't seen the code.

Where the words allow two readings, the one that was settled on afterwards stands beside the other in the model's docstrings.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Sequence
from datetime import date, timedelta
from fractions import Fraction

from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st

from domain.base import policy
from domain.base.calendar import add_months
from domain.base.policy.model import Chances, Curve, ForecastPolicy, Leads
from domain.base.stage import Stage
from domain.forecast.records import Expected, Layer, MonthShare, Ordered, Prospect
from domain.forecast.standard import standard
from domain.projects.records import Milestone

RULES = policy.default().forecast
DAY = timedelta(days=1)
DOMAINS = ("家电", "家电 · 空调", "家电 · 冰箱", "家电器", "照明", "")
CURVED = DOMAINS[:3]

# --- the model --------------------------------------------------------------------------------------------------------


def days_of(month: date) -> list[date]:
    return [month + DAY * at for at in range(monthrange(month.year, month.month)[1])]


def ordered_in(orders: Sequence[Ordered], month: date) -> int:
    return sum(each.pieces for each in orders if each.day.replace(day=1) == month)


def season(domain: str, month: date, rules: ForecastPolicy) -> Fraction:
    """A product's own curve, else that of the domain that it is of, else flat."""
    for label in (domain, domain.split(" · ")[0]):
        for each in rules.curves:
            if each.of == label:
                return Fraction(each.months[month.month - 1], 100)
    return Fraction(1)


def begins(prospect: Prospect, day: date, rules: ForecastPolicy) -> tuple[date, bool]:
    """S, and whether 节点已过. Read to the letter an ended project could be past its day as well; nothing is awaited of it,
    so nothing is said."""
    lead = rules.lead_months.of(prospect.stage)
    if prospect.milestone in (Milestone.PILOT, Milestone.PRODUCTION) and prospect.milestone_on is not None:
        start = prospect.milestone_on
    else:
        start = add_months(prospect.stage_since, lead)
    if start < day and prospect.stage is not Stage.PRODUCTION:
        return add_months(day, lead), prospect.stage is not Stage.ENDED
    return start, False


def runs(prospect: Prospect, orders: Sequence[Ordered], day: date) -> bool:
    """量产, and its first order is three months old to the day: one of 15 January on 15 April. (Or: as soon as three whole
    calendar months have followed it, on 1 May. On the first of a month, when figures are frozen, both are the same.)
    A return alone is no first order."""
    bought = [each.day for each in orders if each.pieces > 0]
    return prospect.stage is Stage.PRODUCTION and bool(bought) and add_months(min(bought), 3) <= day


def run_rate(orders: Sequence[Ordered], running: date) -> Fraction:
    """Returns are netted. Where more came back than went out, nothing is expected (or: less than nothing, as the mean is)."""
    last = [ordered_in(orders, add_months(running, -back)) for back in (1, 2, 3)]
    return max(Fraction(0), Fraction(sum(last), 3))


def by_the_words(
    prospect: Prospect, orders: Sequence[Ordered], day: date, rules: ForecastPolicy, many: int = 12
) -> Expected:
    running = day.replace(day=1)
    months = [add_months(running, at) for at in range(many)]
    start, passed = begins(prospect, day, rules)
    if runs(prospect, orders, day):
        layer, counts_from, passed = Layer.RUN_RATE, None, False
        volumes = pieces = [run_rate(orders, running) for _ in months]
    else:
        layer = Layer.RAMP if prospect.stage in (Stage.PILOT, Stage.PRODUCTION) else Layer.PIPELINE
        ended = prospect.stage is Stage.ENDED
        counts_from = None if ended else start
        volumes, pieces = [], []
        for month in months:
            days = days_of(month)
            counted = [each for each in days if each >= start and not ended]
            volume = Fraction(prospect.yearly, 12) * season(prospect.domain, month, rules)
            volumes.append(volume * len(counted) / len(days))
            pieces.append(volumes[-1] * rules.probability.of(prospect.stage) / 100)
    already = max(0, ordered_in(orders, running))  # what came back this month isn't ordered a second time
    shares = [
        MonthShare(month, max(Fraction(0), piece - already), max(Fraction(0), volume - already))
        if month == running
        else MonthShare(month, piece, volume)
        for month, piece, volume in zip(months, pieces, volumes, strict=True)
    ]
    return Expected(project_id=prospect.id, layer=layer, months=tuple(shares), start=counts_from, passed=passed)


# --- whatever may be asked --------------------------------------------------------------------------------------------

EDGES = "2024-02-29 2023-02-28 2024-01-31 2025-12-31 2026-01-01 2026-04-01 2026-04-30 2027-05-31".split()
DAYS = st.sampled_from(EDGES).map(date.fromisoformat) | st.dates(date(2023, 1, 1), date(2028, 12, 31))
PIECES = st.sampled_from((1, 100, 1_000, 9_500, 120_000, -7, -1_000, -120_000))


@st.composite
def near(draw: st.DrawFn, day: date, first: int, last: int) -> date:
    """A day so many months off: to the day, next to it, or at either end of its month."""
    there = add_months(day, draw(st.integers(first, last)))
    ends = (there.replace(day=1), days_of(there.replace(day=1))[-1])
    return draw(st.sampled_from((there, there - DAY, there + DAY, *ends)))


@st.composite
def prospects(draw: st.DrawFn, day: date) -> Prospect:
    since = min(day, draw(near(day, -15, 0)))
    kind = draw(st.sampled_from((None, *Milestone)))
    return Prospect(
        id=draw(st.integers(1, 9)),
        customer_id=2,
        agency_id=3,
        unit_id=4,
        contact_id=5,
        domain=draw(st.sampled_from(DOMAINS)),
        model="BAT32G135",
        stage=draw(st.sampled_from((*Stage, Stage.PILOT, Stage.PRODUCTION, Stage.PRODUCTION))),
        stage_since=since,
        told_on=day,
        yearly=draw(st.sampled_from((0, 1, 100, 36_000, 60_000, 120_000))),
        milestone=kind,
        milestone_on=None if kind is None else draw(near(day, -8, 14) | near(day, -1, 1) | st.none()),
        produced_since=draw(st.none() | st.just(since)),
    )


@st.composite
def ordered(draw: st.DrawFn, day: date) -> list[Ordered]:
    """Nothing is ordered by a contract of tomorrow; a return has its own day."""
    on = st.lists((near(day, -5, 0) | near(day, -30, 0)).map(lambda each: min(day, each)), max_size=4)
    return [Ordered(each, draw(PIECES)) for each in draw(on)]


LEADS, CHANCES = (0, 1, 2, 5, 9, 12, 14), (0, 1, 33, 50, 70, 95, 100)
YEAR = (0, 60, 170, 99, 1, 260, 120, 80, 130, 0, 180, 100)


def turned(values: tuple[int, ...]) -> st.SearchStrategy[tuple[int, ...]]:
    """The same values, beginning anywhere."""
    return st.integers(0, len(values) - 1).map(lambda at: (*values[at:], *values[:at]))


@st.composite
def policies(draw: st.DrawFn) -> ForecastPolicy:
    if draw(st.booleans()):
        return RULES
    leads, chances, year = draw(turned(LEADS)), draw(turned(CHANCES)), draw(turned(YEAR))
    of = draw(st.sampled_from(((), CURVED[:1], CURVED[1:2], CURVED, CURVED[::-1])))
    return RULES.model_copy(
        update={
            "lead_months": Leads(**{each.value: lead for each, lead in zip(Stage, leads, strict=True)}),
            "probability": Chances(**{each.value: chance for each, chance in zip(Stage, chances, strict=True)}),
            "curves": tuple(Curve(of=each, months=(*year[at:], *year[:at])) for at, each in enumerate(of)),
        }
    )


@st.composite
def cases(draw: st.DrawFn) -> tuple[Prospect, list[Ordered], date, ForecastPolicy, int]:
    day = draw(DAYS)
    return (draw(prospects(day)), draw(ordered(day)), day, draw(policies()), draw(st.sampled_from((12, 12, 1, 15))))


@settings(max_examples=350, suppress_health_check=[HealthCheck.too_slow])
@given(cases())
def test_each_month_is_what_the_words_of_the_rule_say(
    case: tuple[Prospect, list[Ordered], date, ForecastPolicy, int],
) -> None:
    said = by_the_words(*case)
    event(said.layer)
    assert standard(*case) == said
