"""SalesFigures of what was sold: by group, compared with the months before and with the year before (docs/statistics.md).

Each reader counts the orders that he may see, by the same condition as lists. Whoever reads for the vendor sees prices as
*policy* `orders.price_to_vendor` says; rankings by person go to owners and the vendor alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from domain.base.calendar import add_months
from domain.base.errors import Refusal
from domain.base.rights import Action, Reach, reach
from domain.base.work import Work
from domain.orders.rates import in_yuan
from domain.orders.records import YUAN
from domain.orders.views import PriceShown, price_shown
from domain.people.records import AccountType
from domain.products.domains import BETWEEN
from domain.statistics.records import EVERYTHING, IN_TIME, Basis, Key, Measure, Only, SalesGrouping, SalesPortion
from domain.statistics.spans import LONGEST, DayRange, Span, compared, counted

TEN_THOUSANDTH = Decimal("0.0001")
YEAR, QUARTER = 12, 3


MOST_LINES = 50_000
"""Of orders at once: everybody's steps wait while they are added up."""


@dataclass
class TooManyLines(Refusal):
    """More than so many lines are to be added up."""

    lines: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    measure: Measure = Measure.PIECES
    span: Span
    grouping: SalesGrouping = SalesGrouping.CUSTOMER
    basis: Basis = Basis.ORDERED
    only: Only = EVERYTHING


@dataclass(slots=True)
class Sum:
    """`yuan` is None as soon as a month of it has no rate for a currency."""

    pieces: int = 0
    priced: int = 0
    yuan: Decimal | None = Decimal(0)
    there: bool = False
    """Something was sold, or taken back."""
    late: int = 0
    """Pieces of them that are 补录: what was reported of these months first was without them."""

    def add(self, portion: SalesPortion, rates: Mapping[date, Mapping[str, Decimal]]) -> None:
        self.there = True
        self.pieces += portion.pieces
        self.priced += portion.priced
        self.late += portion.pieces if portion.late else 0
        yuan = in_yuan(portion.amount, portion.currency, rates.get(portion.month, {})) if portion.amount else Decimal(0)
        self.yuan = None if self.yuan is None or yuan is None else self.yuan + yuan

    def value(self, measure: Measure) -> Decimal | None:
        """None: it can't be said (no rate, no price)."""
        match measure:
            case Measure.PIECES:
                return Decimal(self.pieces)
            case Measure.AMOUNT:
                return self.yuan
            case Measure.PRICE:
                if self.yuan is None or self.priced <= 0:
                    return None
                return (self.yuan / self.priced).quantize(TEN_THOUSANDTH, ROUND_HALF_UP)


@dataclass(frozen=True, slots=True, kw_only=True)
class SalesGroup:
    """`before` is the span before it, `year_ago` the same a year ago: None where there is no figure."""

    key: Key
    name: str
    value: Decimal | None
    before: Decimal | None
    year_ago: Decimal | None
    there: bool = True
    """Something was sold in the span, though its value may not be said."""
    falling: bool = False
    """Of a quarter: under *policy* `statistics.falling_percent` of the one before."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SalesFigures:
    """`question` is what was answered: a measure or a grouping that the reader may not see has given way to one that he may.
    `unrated` are currencies and months without a rate."""

    question: Question
    days: DayRange
    groups: Sequence[SalesGroup]
    total: SalesGroup
    late: int
    newcomers: int
    unrated: Sequence[tuple[str, date]] = ()
    measures: Sequence[Measure] = field(default_factory=tuple)
    groupings: Sequence[SalesGrouping] = field(default_factory=tuple)


def measures(work: Work) -> tuple[Measure, ...]:
    """Which the reader may see. Raises `NotAllowed`."""
    reach(work.actor, Action.SEE_ORDERS)
    match price_shown(work):
        case PriceShown.FULL if work.policy.orders.price != "none":
            return tuple(Measure)
        case PriceShown.AVERAGE:
            return (Measure.PIECES, Measure.PRICE)
        case _:
            return (Measure.PIECES,)


def groupings(work: Work) -> tuple[SalesGrouping, ...]:
    """Raises `NotAllowed`."""
    mine = reach(work.actor, Action.SEE_ORDERS)
    found = [
        SalesGrouping.MONTH,
        SalesGrouping.QUARTER,
        SalesGrouping.CUSTOMER,
        SalesGrouping.MODEL,
        SalesGrouping.DOMAIN,
    ]
    if work.actor.agency_id is None:
        found.append(SalesGrouping.AGENCY)
    if ranks_people(work):
        found.append(SalesGrouping.PERSON)
    if mine.all:
        found.append(SalesGrouping.UNIT)
    return tuple(found)


def ranks_people(work: Work) -> bool:
    return work.actor.agency_id is None or work.actor.type is AccountType.OWNER


def figures(work: Work, question: Question) -> SalesFigures:
    """Raises `NotAllowed`, `TooManyLines`."""
    asked = _allowed(work, question)
    mine = reach(work.actor, Action.SEE_ORDERS)
    now = counted(asked.span, work.today)
    if work.statistics.more_than(MOST_LINES, mine, asked.only, now):
        raise TooManyLines(MOST_LINES)
    this = _portions(work, mine, asked, now)
    before = _portions(work, mine, asked, compared(asked.span, work.today, asked.span.months))
    year_ago = _portions(work, mine, asked, compared(asked.span, work.today, YEAR))
    rates = _rates(work, (*this, *before, *year_ago))
    in_time = asked.grouping in IN_TIME
    groups = _in_time(work, mine, asked) if in_time else _ranked(work, asked, (this, before, year_ago), rates)
    whole = [_sum(each, rates) for each in (this, before, year_ago)]
    unrated = {
        (each.currency, each.month)
        for each in this
        if each.amount and in_yuan(each.amount, each.currency, rates.get(each.month, {})) is None
    }
    return SalesFigures(
        question=asked,
        days=now,
        groups=groups,
        total=_group("", "", asked, whole, work),
        late=whole[0].late,
        newcomers=work.statistics.newcomers(mine, asked.only, now),
        unrated=sorted(unrated) if asked.measure is not Measure.PIECES else (),
        measures=measures(work),
        groupings=groupings(work),
    )


def _allowed(work: Work, question: Question) -> Question:
    measure = question.measure if question.measure in measures(work) else Measure.PIECES
    grouping = question.grouping if question.grouping in groupings(work) else SalesGrouping.CUSTOMER
    months = min(max(question.span.months, 1), LONGEST)
    asked = replace(question, measure=measure, grouping=grouping, span=Span(question.span.first.replace(day=1), months))
    if not ranks_people(work):
        asked = replace(asked, only=replace(asked.only, person=None))
    if measure is Measure.PRICE and price_shown(work) is PriceShown.AVERAGE:
        # the vendor knows the mean of a model in a quarter, over all that the reader sees: nothing that is finer
        by_model = replace(asked, grouping=SalesGrouping.MODEL, only=Only(model=asked.only.model))
        return by_model if asked.span.whole_quarters() else replace(by_model, span=Span.quarter(asked.span.first))
    return asked


def _portions(work: Work, mine: Reach, asked: Question, days: DayRange) -> Sequence[SalesPortion]:
    return work.statistics.portions(mine, asked.only, days, asked.basis, asked.grouping)


def _rates(work: Work, portions: Iterable[SalesPortion]) -> Mapping[date, Mapping[str, Decimal]]:
    return work.rates.of(sorted({each.month for each in portions if each.currency != YUAN}))


def _sum(portions: Iterable[SalesPortion], rates: Mapping[date, Mapping[str, Decimal]]) -> Sum:
    whole = Sum()
    for each in portions:
        whole.add(each, rates)
    return whole


def _by_key(
    portions: Iterable[SalesPortion], rates: Mapping[date, Mapping[str, Decimal]], first_level: bool
) -> dict[Key, Sum]:
    found: dict[Key, Sum] = {}
    for each in portions:
        key = str(each.key).split(BETWEEN)[0] if first_level else each.key
        found.setdefault(key, Sum()).add(each, rates)
    return found


def _ranked(
    work: Work,
    asked: Question,
    several: Sequence[Sequence[SalesPortion]],
    rates: Mapping[date, Mapping[str, Decimal]],
) -> list[SalesGroup]:
    """The largest first; those that had something before and have nothing now at the end."""
    by_domain = asked.grouping is SalesGrouping.DOMAIN
    this, before, year_ago = (_by_key(each, rates, by_domain) for each in several)
    keys = list(dict.fromkeys((*this, *before)))
    names = (
        {key: str(key) for key in keys}
        if by_domain
        else work.statistics.names(asked.grouping, keys, reach(work.actor, Action.SEE_ORDERS))
    )
    groups = [
        _group(key, names.get(key, str(key)), asked, [each.get(key, Sum()) for each in (this, before, year_ago)], work)
        for key in keys
    ]
    return sorted(groups, key=lambda each: (each.value is None, -(each.value or 0), -(each.before or 0), each.name))


def _in_time(work: Work, mine: Reach, asked: Question) -> list[SalesGroup]:
    """In order, each beside the one before it and the same a year ago; those to come are left out. One that isn't over is
    compared with nothing: its days are too few."""
    step = 1 if asked.grouping is SalesGrouping.MONTH else 3
    first = asked.span.first if step == 1 else Span.quarter(asked.span.first).first
    spans = [Span(add_months(first, at), step) for at in range(0, asked.span.months + step - 1, step)]
    spans = [each for each in spans if each.first <= min(work.today, asked.span.end)]
    if not spans:
        return []
    days = DayRange(add_months(spans[0].first, -YEAR), counted(spans[-1], work.today).until)
    known = _portions(work, mine, asked, days)
    rates = _rates(work, known)
    months: dict[date, Sum] = {}
    for each in known:
        months.setdefault(each.month, Sum()).add(each, rates)
    return [
        _group(
            each.first.isoformat(),
            "",
            replace(asked, span=each),
            [_of_months(months, each.moved(-back)) for back in (0, step, YEAR)],
            work,
        )
        for each in spans
    ]


def _of_months(months: Mapping[date, Sum], span: Span) -> Sum:
    whole = Sum()
    for at in range(span.months):
        each = months.get(add_months(span.first, at), Sum())
        whole.there |= each.there
        whole.pieces += each.pieces
        whole.priced += each.priced
        whole.late += each.late
        whole.yuan = None if whole.yuan is None or each.yuan is None else whole.yuan + each.yuan
    return whole


def _group(key: Key, name: str, asked: Question, sums: Sequence[Sum], work: Work) -> SalesGroup:
    this, before, year_ago = (each.value(asked.measure) for each in sums)
    if asked.grouping in IN_TIME and key and asked.span.running(work.today):
        return SalesGroup(key=key, name=name, value=this, before=None, year_ago=None, there=sums[0].there)
    falling = False
    if asked.span.months == QUARTER and not asked.span.running(work.today) and asked.measure is not Measure.PRICE:
        share = Decimal(work.policy.statistics.falling_percent) / 100
        falling = this is not None and before is not None and before > 0 and this < before * share
    return SalesGroup(
        key=key, name=name, value=this, before=before, year_ago=year_ago, there=sums[0].there, falling=falling
    )
