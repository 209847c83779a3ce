"""出货统计, figures of what was sold: by group, compared with the months before and with the year before (docs/statistics.md).

Each reader counts the orders that he may see, by the same condition as lists. Whoever reads for the vendor sees prices as
*policy* `orders.price_to_vendor` says; rankings by person go to owners and the vendor alone.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal

from domain.base.calendar import add_months
from domain.base.errors import Refusal
from domain.base.looking_first import looked_up
from domain.base.rights import Action, Reach, reach
from domain.base.work import Work
from domain.orders.views import PriceShown, price_shown
from domain.people.records import AccountType
from domain.statistics import aims
from domain.statistics.adding import NOTHING, Adding, Sum
from domain.statistics.attaining import Attained, attained, known
from domain.statistics.records import EVERYTHING, IN_TIME, WHOLE, Basis, Key, Measure, Only, Part, SalesGrouping
from domain.statistics.spans import LONGEST, DayRange, Span, compared, counted, within
from domain.statistics.target_records import Aim

YEAR, QUARTER = 12, 3


MOST_LINES = 1_000_000
"""Of orders at once."""
AT_ONCE = 5_000
"""Lines that a step itself adds up; of more the figures are looked up before it."""
COUNTED_TO = 10_000
"""Customers; of more it isn't told in advance how many there are who had something before and have nothing now."""


@dataclass
class TooManyLines(Refusal):
    """More than so many lines are to be added up."""

    lines: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FiguresQuestion:
    measure: Measure = Measure.PIECES
    span: Span
    grouping: SalesGrouping = SalesGrouping.CUSTOMER
    basis: Basis = Basis.ORDERED
    only: Only = EVERYTHING


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
    attained: Attained | None = None
    """Of its target, where it has one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SalesFigures:
    """`question` is what was answered: a measure or a grouping that the reader may not see has given way to one that he may.
    `unrated` are currencies and months without a rate."""

    question: FiguresQuestion
    days: DayRange
    groups: Sequence[SalesGroup]
    """Those that were asked for, of `count`."""
    count: int
    total: SalesGroup
    late: int
    newcomers: int
    withheld: SalesGrouping | Measure | None = None
    """What was asked for and the reader may not see: `question` has another in its place."""
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


def figures(work: Work, question: FiguresQuestion, part: Part = WHOLE) -> SalesFigures:
    """`part`: which of the groups are told; the sums are of all. Raises `NotAllowed`, `TooManyLines`, `LookFirst`."""
    asked = _allowed(work, question)
    days = DayRange(compared(asked.span, work.today, YEAR).since, counted(asked.span, work.today).until)
    mine = reach(work.actor, Action.SEE_ORDERS)
    if work.beforehand is not None and work.statistics.more_than(AT_ONCE, mine, asked.only, days):
        found = looked_up(work, (asked, part), SalesFigures, lambda work: _figures(work, asked, part))
    else:
        found = _figures(work, asked, part)
    return replace(found, withheld=_withheld(question, asked))


def _withheld(question: FiguresQuestion, asked: FiguresQuestion) -> SalesGrouping | Measure | None:
    if question.measure is not asked.measure:
        return question.measure
    return question.grouping if question.grouping is not asked.grouping else None


def _figures(work: Work, asked: FiguresQuestion, part: Part) -> SalesFigures:
    mine = reach(work.actor, Action.SEE_ORDERS)
    now = counted(asked.span, work.today)
    if work.statistics.more_than(MOST_LINES, mine, asked.only, now):
        raise TooManyLines(MOST_LINES)
    before, year_ago = (compared(asked.span, work.today, back) for back in (asked.span.months, YEAR))
    adding = Adding(work, mine, asked.only, asked.basis)
    if asked.grouping in IN_TIME:
        groups, count = _in_time(work, adding, asked, part)
    elif asked.grouping is SalesGrouping.CUSTOMER:
        groups, count = _customers(work, adding, asked, (now, before, year_ago), part)
    else:
        groups, count = _ranked(work, adding, asked, (now, before, year_ago), part)
    whole = [adding.whole(each) for each in (now, before, year_ago)]
    total = _group("", "", asked, whole, work, adding)
    return SalesFigures(
        question=asked,
        days=now,
        groups=_with_targets(work, asked, groups),
        count=count,
        total=replace(total, attained=_attained(work, asked, now, total.value)),
        late=whole[0].late,
        newcomers=work.statistics.newcomers(mine, asked.only, now),
        unrated=adding.unrated(whole[0]) if asked.measure is not Measure.PIECES else (),
        measures=measures(work),
        groupings=groupings(work),
    )


def _attained(work: Work, asked: FiguresQuestion, now: DayRange, value: Decimal | None) -> Attained | None:
    """Of whom it is narrowed to, or of the reader himself: what he sold, whoever has the customers now."""
    targets = aims.targets_of(work, asked.only, asked.measure, asked.span)
    if targets and reach(work.actor, Action.SEE_ORDERS).account_id is not None:
        his = Adding(work, Reach(agency_id=work.actor.agency_id), Only(person=work.actor.id), asked.basis)
        value = his.value(his.whole(now), asked.measure)
    return attained(targets, asked.span, value)


def _with_targets(work: Work, asked: FiguresQuestion, groups: Sequence[SalesGroup]) -> Sequence[SalesGroup]:
    if asked.grouping is SalesGrouping.QUARTER:
        spans = {each.key: Span(date.fromisoformat(str(each.key)), QUARTER) for each in groups}
        whole = Span(min((each.first for each in spans.values()), default=asked.span.first), QUARTER * len(spans))
        mine = reach(work.actor, Action.SEE_ORDERS).account_id is not None
        targets = () if mine else aims.targets_of(work, asked.only, asked.measure, whole)
        return [
            replace(each, attained=attained(targets, spans[each.key], each.value))
            if spans[each.key].inside(asked.span)
            else each
            for each in groups
        ]
    of = aims.GROUPS.get(asked.grouping)
    if of is None or asked.only.customer is not None or asked.only.model or asked.only.domain:
        return groups
    found = known(work, of, [int(each.key) for each in groups], asked.measure, asked.span)
    seen = {each: targets for each, targets in found.items() if targets and aims.may_see(work, Aim(of, each))}
    return [replace(each, attained=attained([seen.get(int(each.key), {})], asked.span, each.value)) for each in groups]


def _allowed(work: Work, question: FiguresQuestion) -> FiguresQuestion:
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


def _ranked(
    work: Work, adding: Adding, asked: FiguresQuestion, several: Sequence[DayRange], part: Part
) -> tuple[list[SalesGroup], int]:
    """The largest first; those that had something before and have nothing now at the end."""
    by_domain = asked.grouping is SalesGrouping.DOMAIN
    this, before, year_ago = (adding.by_key(each, asked.grouping, first_level=by_domain) for each in several)
    keys = list(dict.fromkeys((*this, *before)))
    names = {key: str(key) for key in keys} if by_domain else _names(work, asked, keys)
    groups = [
        _group(
            key,
            names.get(key, str(key)),
            asked,
            [each.get(key, NOTHING) for each in (this, before, year_ago)],
            work,
            adding,
        )
        for key in keys
    ]
    groups.sort(key=lambda each: (each.value is None, -(each.value or 0), -(each.before or 0), each.name))
    return _part(groups, part), len(groups)


def _customers(
    work: Work, adding: Adding, asked: FiguresQuestion, several: Sequence[DayRange], part: Part
) -> tuple[list[SalesGroup], int]:
    """In the same order, by the database: there may be a hundred thousand of them, of whom a page is shown."""
    now, before, _ = several
    found, count = adding.customers(now, asked.measure, part)
    if part.many is None or part.first + part.many > count or count <= COUNTED_TO:
        rest = Part(max(0, part.first - count), None if part.many is None else part.many - len(found))
        gone, more = adding.customers(before, asked.measure, rest, but=now)
        found, count = (*found, *gone), count + more
    names = _names(work, asked, found)
    sums = [adding.by_key(each, SalesGrouping.CUSTOMER, keys=found if part != WHOLE else None) for each in several]
    return [
        _group(key, names.get(key, str(key)), asked, [each.get(key, NOTHING) for each in sums], work, adding)
        for key in found
    ], count


def _names(work: Work, asked: FiguresQuestion, keys: Collection[Key]) -> Mapping[Key, str]:
    return work.statistics.names(asked.grouping, keys, reach(work.actor, Action.SEE_ORDERS))


def _in_time(work: Work, adding: Adding, asked: FiguresQuestion, part: Part) -> tuple[list[SalesGroup], int]:
    """In order, each beside the one before it and the same a year ago; those to come are left out. A quarter of which only a
    part is asked counts that part alone, so that they add up to the whole. One that isn't over, or isn't whole, is compared
    with nothing: its days are too few."""
    step = 1 if asked.grouping is SalesGrouping.MONTH else QUARTER
    first = asked.span.first if step == 1 else Span.quarter(asked.span.first).first
    spans = [Span(add_months(first, at), step) for at in range(0, asked.span.months + step - 1, step)]
    spans = [each for each in spans if each.first <= min(work.today, asked.span.end)]
    asked_days = counted(asked.span, work.today)
    if not spans:
        return [], 0
    last = spans[-1]
    adding.read_days(DayRange(spans[0].moved(-YEAR).first, last.moved(-YEAR).end))
    adding.read_days(DayRange(spans[0].moved(-step).first, counted(last, work.today).until))
    groups = [
        _group(
            each.first.isoformat(),
            "",
            replace(asked, span=each),
            [
                adding.whole(within(counted(each, work.today), asked_days)),
                *(adding.whole(counted(each.moved(-back), work.today)) for back in (step, YEAR)),
            ],
            work,
            adding,
            whole=each.inside(asked.span),
        )
        for each in spans
    ]
    return _part(groups, part), len(groups)


def _part(groups: list[SalesGroup], part: Part) -> list[SalesGroup]:
    return groups[part.first :] if part.many is None else groups[part.first : part.first + part.many]


def _group(
    key: Key, name: str, asked: FiguresQuestion, sums: Sequence[Sum], work: Work, adding: Adding, *, whole: bool = True
) -> SalesGroup:
    """`whole`: False where only a part of its time is asked."""
    this, before, year_ago = (adding.value(each, asked.measure) for each in sums)
    if asked.grouping in IN_TIME and key and (asked.span.running(work.today) or not whole):
        return SalesGroup(key=key, name=name, value=this, before=None, year_ago=None, there=sums[0].there)
    falling = False
    if asked.span.months == QUARTER and not asked.span.running(work.today) and asked.measure is not Measure.PRICE:
        share = Decimal(work.policy.statistics.falling_percent) / 100
        falling = this is not None and before is not None and before > 0 and this < before * share
    return SalesGroup(
        key=key, name=name, value=this, before=before, year_ago=year_ago, there=sums[0].there, falling=falling
    )
