"""订单预期 as somebody reads it: 标准 of today, 校准 of the month's snapshot and the naive mean side by side, by group, in layers;
what a figure is made of; and how far off such figures were (docs/forecast.md).

Each reader counts the projects that he may see, as in 出货统计. What 校准 says is what was frozen on the month's 1st: a project
that came later counts by 标准 there, too.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from fractions import Fraction

from domain.base.calendar import add_months
from domain.base.errors import Refusal
from domain.base.rights import Action, Reach, reach
from domain.base.stage import Stage
from domain.base.work import Work
from domain.forecast.asking import IN_TIME, OutlookGrouping, OutlookQuestion, within_reach
from domain.forecast.knowledge import Buying, Known, months_between
from domain.forecast.naive import naive
from domain.forecast.port import FrozenRow
from domain.forecast.records import HORIZON, Expected, Layer, Prospect, month_of, shown
from domain.forecast.standard import standard
from domain.products.domains import BETWEEN
from domain.projects.records import ProjectGrouping
from domain.statistics import measuring
from domain.statistics.records import EVERYTHING, Key, Measure, Only, SalesGrouping
from domain.statistics.spans import Span

MOST_PROJECTS = 3_000
"""At once in a step: everybody's steps wait while they are reckoned."""
MOST_BESIDE = 30_000
"""By a job, for which nobody waits."""
PRICED_BY = 3
"""Months whose mean price an amount is reckoned with."""
REMEMBERED = 60
"""Months of orders that are looked back on."""


@dataclass
class TooManyProjects(Refusal):
    """More than so many are to be forecast."""

    projects: int


@dataclass(slots=True)
class OutlookSum:
    """Pieces, rounded when they are shown. `amount` is yuan by the mean price of the last three months, None where a model has
    none, or the reader sees no prices. `passed` are projects whose milestone has gone by."""

    standard: Fraction = Fraction(0)
    volume: Fraction = Fraction(0)
    calibrated: float = 0.0
    naive: Fraction = Fraction(0)
    amount: Decimal | None = Decimal(0)
    projects: set[int] = field(default_factory=set)
    passed: set[int] = field(default_factory=set)

    def add(self, other: OutlookSum) -> None:
        self.standard += other.standard
        self.volume += other.volume
        self.calibrated += other.calibrated
        self.naive += other.naive
        self.amount = None if self.amount is None or other.amount is None else self.amount + other.amount
        self.projects |= other.projects
        self.passed |= other.passed

    @property
    def there(self) -> bool:
        return bool(self.volume or self.naive or round(self.calibrated))


@dataclass(frozen=True, slots=True, kw_only=True)
class OutlookGroup:
    """`project` where it is one; `start` is the day from which that counts."""

    key: Key
    name: str
    sum: OutlookSum
    project: Prospect | None = None
    start: date | None = None
    layer: Layer | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlook:
    """`question` is what was answered. `frozen` is the month of the snapshot behind 校准, None where there is none yet;
    `learned`: it is more than 标准."""

    question: OutlookQuestion
    total: OutlookSum
    layers: Mapping[Layer, OutlookSum]
    groups: Sequence[OutlookGroup]
    frozen: date | None
    learned: bool
    groupings: Sequence[OutlookGrouping]


@dataclass(frozen=True, slots=True)
class _Project:
    prospect: Prospect
    expected: Expected
    naive: Sequence[Fraction]
    calibrated: Sequence[float]
    """By month, the running one first; without what is ordered in it already."""

    def of(self, months: Sequence[date], price: Decimal | None) -> OutlookSum:
        wanted = set(months)
        found = OutlookSum(projects={self.prospect.id})
        for at, share in enumerate(self.expected.months):
            if share.month in wanted:
                found.standard += share.pieces
                found.volume += share.volume
                found.calibrated += self.calibrated[at]
                found.naive += self.naive[at]
        found.amount = _amount(found.standard, price)
        if self.expected.passed:
            found.passed.add(self.prospect.id)
        return found


def groupings(work: Work) -> tuple[OutlookGrouping, ...]:
    """Raises `NotAllowed`."""
    mine = reach(work.actor, Action.SEE_FORECAST)
    hidden = set() if mine.all else {OutlookGrouping.UNIT}
    if work.actor.agency_id is not None:
        hidden.add(OutlookGrouping.AGENCY)
    return tuple(each for each in OutlookGrouping if each not in hidden)


def narrower(work: Work) -> Sequence[tuple[int, str, int]]:
    """Agencies with how many projects they have, the largest first: to one of them a scope that is too large can be narrowed.
    Raises `NotAllowed`."""
    if work.actor.agency_id is not None:
        return ()
    found = work.projects.groups(reach(work.actor, Action.SEE_FORECAST), ProjectGrouping.AGENCY)
    return [(int(key), work.people.agency(int(key)).called, count) for key, count in found]


def outlook(work: Work, question: OutlookQuestion, most: int | None = None) -> Outlook:
    """Of at most so many projects, `MOST_PROJECTS` where it isn't said. Raises `NotAllowed`, `TooManyProjects`."""
    asked = _allowed(work, question)
    (found,) = outlooks(work, asked, [asked.grouping], most or MOST_PROJECTS)
    return found


def outlooks(
    work: Work, question: OutlookQuestion, by: Sequence[OutlookGrouping], most: int = MOST_BESIDE
) -> Sequence[Outlook]:
    """The same projects by each of these groupings, which the reader may see. Raises `NotAllowed`, `TooManyProjects`."""
    asked = _allowed(work, question)
    mine = reach(work.actor, Action.SEE_FORECAST)
    several = [each for each in _projects(work, mine, asked, most) if asked.layer in (None, each.expected.layer)]
    prices = _prices(work)
    layers = {layer: OutlookSum() for layer in Layer}
    total = OutlookSum()
    sums = _sums(several, asked.span.starts, prices)
    for each, one in sums:
        total.add(one)
        layers[each.expected.layer].add(one)
    frozen = _frozen(work)
    learned = frozen is not None and work.forecasts.methods(frozen) is not None
    return [
        Outlook(
            question=each,
            total=total,
            layers={layer: one for layer, one in layers.items() if one.there},
            groups=_in_time(each, several, prices) if each.grouping in IN_TIME else _groups(work, each, sums),
            frozen=frozen,
            learned=learned,
            groupings=groupings(work),
        )
        for each in (replace(asked, grouping=grouping) for grouping in by)
    ]


def _allowed(work: Work, question: OutlookQuestion) -> OutlookQuestion:
    grouping = question.grouping if question.grouping in groupings(work) else OutlookGrouping.MODEL
    only = question.only if work.actor.agency_id is None else replace(question.only, agency=None, unit=None)
    return replace(question, grouping=grouping, span=within_reach(question.span, work.today), only=only)


def _projects(work: Work, mine: Reach, asked: OutlookQuestion, most: int) -> Sequence[_Project]:
    told = told_of(work, mine, asked.only, most)
    going = [each for each in told if each.stage is not Stage.ENDED]
    known = known_of(work, going)
    frozen = _frozen(work)
    rows = {row.project_id: row for row in work.forecasts.rows(frozen, mine, EVERYTHING)} if frozen else {}
    many = months_between(work.today, asked.span.first) + asked.span.months
    found = []
    for each in going:
        buying = known.buying.get(each.id)
        expected = standard(each, buying.sold if buying else (), work.today, work.policy.forecast, many)
        calibrated = _calibrated(rows.get(each.id), expected, buying, work.today)
        found.append(_Project(each, expected, _naive(buying, work.today, many), calibrated))
    return found


def by_now(work: Work) -> datetime:
    """Before this everything is known: the present moment counts."""
    return work.now + timedelta(microseconds=1)


def told_of(work: Work, mine: Reach, only: Only, most: int | None = None) -> Sequence[Prospect]:
    """All projects, as they stand. Raises `TooManyProjects`."""
    most = most or MOST_PROJECTS
    if work.forecasts.more_than(most, mine, only):
        raise TooManyProjects(most)
    return work.forecasts.prospects(mine, only, by_now(work), work.zone)


def known_of(work: Work, prospects: Sequence[Prospect]) -> Known:
    """What these projects ordered, as far as it is known now."""
    since = add_months(month_of(work.today), -REMEMBERED)
    projects = [each.id for each in prospects]
    return Known(
        day=work.today, prospects=prospects, sales=work.forecasts.sales(by_now(work), since, work.today, projects)
    )


def _naive(buying: Buying | None, today: date, many: int) -> Sequence[Fraction]:
    """In the running month less what is ordered already, as the others."""
    months = buying.months if buying is not None else {}
    guess = naive(months, today)
    return [max(guess - max(0, months.get(month_of(today), 0)), Fraction(0)), *[guess] * (many - 1)]


def _calibrated(row: FrozenRow | None, expected: Expected, buying: Buying | None, today: date) -> Sequence[float]:
    """As frozen; in the running month less what is ordered already. Without a row as 标准."""
    if row is None:
        return [float(each.pieces) for each in expected.months]
    passed = months_between(row.month, today)
    said = [*row.calibrated[passed:], *[row.calibrated[-1]] * passed]
    already = buying.months.get(month_of(today), 0) if buying is not None else 0
    return [max(0.0, said[0] - max(0, already)), *said[1:]]


def _frozen(work: Work) -> date | None:
    """The newest snapshot, if it still speaks of the running month."""
    frozen = work.forecasts.frozen()
    return frozen[-1] if frozen and months_between(frozen[-1], work.today) < HORIZON else None


def _prices(work: Work) -> Mapping[str, Decimal]:
    """Of a model in yuan, as far as the reader sees prices."""
    if Measure.PRICE not in measuring.measures(work):
        return {}
    span = Span.month(work.today).moved(-PRICED_BY)
    asked = measuring.FiguresQuestion(
        measure=Measure.PRICE, span=Span(span.first, PRICED_BY), grouping=SalesGrouping.MODEL
    )
    try:
        groups = measuring.figures(work, asked).groups
    except measuring.TooManyLines:
        return {}
    return {str(each.key): each.value for each in groups if each.value is not None}


def _amount(pieces: Fraction, price: Decimal | None) -> Decimal | None:
    if not pieces:
        return Decimal(0)
    if price is None:
        return None
    return Decimal(shown(pieces)) * price


def _sums(
    several: Iterable[_Project], months: Sequence[date], prices: Mapping[str, Decimal]
) -> Sequence[tuple[_Project, OutlookSum]]:
    """Of those that bring something in these months."""
    found = [(each, each.of(months, prices.get(each.prospect.model))) for each in several]
    return [(each, one) for each, one in found if one.there]


def _groups(
    work: Work, asked: OutlookQuestion, each_sum: Sequence[tuple[_Project, OutlookSum]]
) -> Sequence[OutlookGroup]:
    sums: dict[Key, OutlookSum] = {}
    of: dict[Key, _Project] = {}
    for each, one in each_sum:
        key = _key(each.prospect, asked.grouping)
        sums.setdefault(key, OutlookSum()).add(one)
        of[key] = each
    names = _names(work, asked.grouping, of)
    single = asked.grouping is OutlookGrouping.PROJECT
    found = [
        OutlookGroup(
            key=key,
            name=names[key],
            sum=one,
            project=of[key].prospect if single else None,
            start=of[key].expected.start if single else None,
            layer=of[key].expected.layer if single else None,
        )
        for key, one in sums.items()
    ]
    return sorted(found, key=lambda each: (-each.sum.standard, -each.sum.calibrated, -each.sum.volume, each.name))


def _in_time(
    asked: OutlookQuestion, several: Sequence[_Project], prices: Mapping[str, Decimal]
) -> Sequence[OutlookGroup]:
    """In order. A quarter that is cut by the span has the months that are in it."""
    spans: dict[date, list[date]] = {}
    for month in asked.span.starts:
        first = month if asked.grouping is OutlookGrouping.MONTH else Span.quarter(month).first
        spans.setdefault(first, []).append(month)
    found = []
    for first, part in spans.items():
        whole = OutlookSum()
        for _, one in _sums(several, part, prices):
            whole.add(one)
        found.append(OutlookGroup(key=first.isoformat(), name="", sum=whole))
    return found


def _key(prospect: Prospect, grouping: OutlookGrouping) -> Key:
    match grouping:
        case OutlookGrouping.MODEL:
            return prospect.model
        case OutlookGrouping.DOMAIN:
            return prospect.domain.split(BETWEEN)[0]
        case OutlookGrouping.CUSTOMER:
            return prospect.customer_id
        case OutlookGrouping.AGENCY:
            return prospect.agency_id
        case OutlookGrouping.UNIT:
            return prospect.unit_id
        case _:
            return prospect.id


def _names(work: Work, grouping: OutlookGrouping, of: Mapping[Key, _Project]) -> Mapping[Key, str]:
    match grouping:
        case OutlookGrouping.MODEL:
            return {key: each.prospect.mcu for key, each in of.items()}
        case OutlookGrouping.DOMAIN:
            return {key: str(key) for key in of}
        case OutlookGrouping.PROJECT:
            return {key: each.prospect.name for key, each in of.items()}
        case _:
            mine = reach(work.actor, Action.SEE_FORECAST)
            named = work.statistics.names(SalesGrouping(grouping.value), list(of), mine)
            return {key: named.get(key, str(key)) for key in of}
