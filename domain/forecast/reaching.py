"""The gap to a target: what was sold in a quarter and what is expected of the rest of it, beside what was to be sold (docs/forecast.md).

By 校准 once there is enough to learn from, else by 标准. Of the running quarter and the next one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from domain.base.rights import Action, reach
from domain.base.work import Work
from domain.forecast.asking import OutlookGrouping, OutlookQuestion, within_reach
from domain.forecast.outlook import Outlook, OutlookGroup, OutlookSum, outlook
from domain.forecast.records import shown
from domain.statistics import aims, measuring, targets
from domain.statistics.attaining import known
from domain.statistics.measuring import FiguresQuestion, SalesFigures
from domain.statistics.records import EVERYTHING, Measure, Only, SalesGrouping
from domain.statistics.spans import Span
from domain.statistics.target_records import Aim, TargetOf

QUARTER = 3
BY = {each: grouping for grouping, each in aims.GROUPS.items()}


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetReach:
    """`aim`: whose target, None of all that was asked for. `learned`: expected by 校准."""

    aim: Aim | None
    name: str
    quarter: Span
    measure: Measure
    target: Decimal
    sold: Decimal
    expected: Decimal
    learned: bool
    short: bool
    """Both together are under *policy* `forecast.reach_percent` of the target."""

    @property
    def lacking(self) -> Decimal:
        """Below 0 what is more."""
        return self.target - self.sold - self.expected


def reaching(work: Work, only: Only = EVERYTHING) -> Sequence[TargetReach]:
    """First of all that is asked for, then of those who belong there, whoever lacks most first. Raises `NotAllowed`, `TooManyProjects`,
    `TooManyLines`, `LookFirst`."""
    reach(work.actor, Action.SEE_FORECAST)
    whose = aims.asked_of(work, only)
    if not whose:
        return ()
    top = whose[0] if len(whose) == 1 else None
    under = targets.below(work, top)
    first = Span.quarter(work.today)
    found = [
        each for quarter in (first, first.moved(QUARTER)) for each in _of_quarter(work, only, quarter, whose, under)
    ]
    return sorted(found, key=lambda each: (each.aim is not None, each.quarter, -each.lacking / each.target))


def _of_quarter(
    work: Work, only: Only, quarter: Span, whose: Sequence[Aim], under: Sequence[tuple[Aim, str]]
) -> Iterator[TargetReach]:
    ahead: Outlook | None = None
    for measure in targets.aimed(work):
        ids = [aim.id for aim, _ in under]
        theirs = known(work, under[0][0].of, ids, measure, quarter) if under else {}
        if not any(theirs.values()) and not any(
            known(work, whose[0].of, [a.id for a in whose], measure, quarter).values()
        ):
            continue
        grouping = BY[under[0][0].of] if under else SalesGrouping.QUARTER
        sold = measuring.figures(work, FiguresQuestion(span=quarter, measure=measure, grouping=grouping, only=only))
        ahead = ahead or outlook(
            work,
            OutlookQuestion(span=within_reach(quarter, work.today), grouping=OutlookGrouping.PROJECT, only=only),
        )
        yield from _all(work, sold, ahead)
        yield from _each(work, sold, ahead, under, {aim: each.get(quarter.first) for aim, each in theirs.items()})


def _all(work: Work, sold: SalesFigures, ahead: Outlook) -> Iterator[TargetReach]:
    of = sold.total.attained
    if of is not None and of.share is not None and of.done is not None:
        yield from _reach(work, None, "", sold, of.target, of.done, ahead.groups, learned=ahead.learned)


def _each(
    work: Work,
    sold: SalesFigures,
    ahead: Outlook,
    under: Sequence[tuple[Aim, str]],
    given: Mapping[int, Decimal | None],
) -> Iterator[TargetReach]:
    done = {each.key: each.value for each in sold.groups}
    for aim, name in under:
        target, value = given.get(aim.id), done.get(aim.id, Decimal(0))
        if target and value is not None:
            mine = [each for each in ahead.groups if _whose(each, aim.of) == aim.id]
            yield from _reach(work, aim, name, sold, target, value, mine, learned=ahead.learned)


def _reach(
    work: Work,
    aim: Aim | None,
    name: str,
    sold: SalesFigures,
    target: Decimal,
    done: Decimal,
    projects: Sequence[OutlookGroup],
    *,
    learned: bool,
) -> Iterator[TargetReach]:
    """Nothing where what is expected can't be said in yuan."""
    whole = OutlookSum()
    for each in projects:
        whole.add(each.sum)
    expected = _expected(whole, sold.question.measure, learned=learned)
    if expected is not None:
        share = Decimal(work.policy.forecast.reach_percent) / 100
        yield TargetReach(
            aim=aim,
            name=name,
            quarter=sold.question.span,
            measure=sold.question.measure,
            target=target,
            sold=done,
            expected=expected,
            learned=learned,
            short=done + expected < target * share,
        )


def _expected(one: OutlookSum, measure: Measure, *, learned: bool) -> Decimal | None:
    pieces = max(0, round(one.calibrated)) if learned else shown(one.standard)
    if measure is Measure.PIECES or not pieces:
        return Decimal(pieces)
    if not one.amount or not one.standard:
        return None
    return one.amount * pieces / Decimal(shown(one.standard)) if shown(one.standard) else None


def _whose(group: OutlookGroup, of: TargetOf) -> int:
    told = group.project
    assert told is not None
    return {TargetOf.UNIT: told.unit_id, TargetOf.AGENCY: told.agency_id, TargetOf.PERSON: told.contact_id}[of]
