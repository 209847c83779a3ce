"""目标: a manager sets what a unit, an agency or a salesperson of his is to sell in a quarter, the owner for his own people; each change
is on record (docs/statistics.md)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from domain.base.calendar import add_months
from domain.base.errors import NotAllowed, NotFound, Refusal
from domain.base.events import Event
from domain.base.rights import Action, demand, reach
from domain.base.work import Work
from domain.people.records import WITH_US, AccountType
from domain.statistics.aims import SELLERS, asked_of, may_see, may_set, own
from domain.statistics.measuring import measures
from domain.statistics.records import Measure, Only, Part
from domain.statistics.spans import Span
from domain.statistics.target_records import AIMED, Aim, Target, TargetOf

MOST = Decimal(10**12)
BEFORE, AFTER = 4, 7
"""Quarters before and after this one whose targets are set."""
CHANGES = 5


@dataclass(frozen=True, kw_only=True)
class SetTarget:
    """`quarter` is its first day; `pieces` or `yuan`, by what is measured. 0 takes it back."""

    of: TargetOf
    subject: int
    quarter: date
    measure: Measure
    pieces: Decimal | None = None
    yuan: Decimal | None = None

    @property
    def value(self) -> Decimal:
        return (self.pieces if self.measure is Measure.PIECES else self.yuan) or Decimal(0)


@dataclass
class QuarterOutside(Refusal):
    """Only quarters from a year ago to nearly two years on."""

    quarter: date


@dataclass
class TargetOutside(Refusal):
    """Pieces are whole; yuan are to the fen; neither is below nothing."""

    most: Decimal


@dataclass
class SameTarget(Refusal):
    """It is that already."""


@dataclass(frozen=True, kw_only=True)
class TargetSet(Event, subject="target"):
    target: int
    of: str
    subject: int
    quarter: date
    measure: str
    value: Decimal
    before: Decimal | None


@dataclass(frozen=True, slots=True)
class TargetChange:
    at: datetime
    by: str
    measure: Measure
    value: Decimal
    before: Decimal | None


@dataclass(frozen=True, slots=True)
class AimRow:
    aim: Aim
    name: str
    targets: Mapping[Measure, Decimal]


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetPage:
    """`top`: whose targets are shown, with who belongs there: `rows`, of `count`. An administrator's first page has none."""

    quarter: date
    top: AimRow | None
    may_set: bool
    measures: Sequence[Measure]
    rows: Sequence[AimRow]
    count: int
    changes: Sequence[TargetChange]
    """Of the top's in this quarter, the latest last."""


def set_target(work: Work, command: SetTarget) -> TargetSet:
    """Raises `NotAllowed`, `QuarterOutside`, `TargetOutside`, `SameTarget`."""
    aim = Aim(command.of, command.subject)
    if not may_set(work, aim) or command.measure not in aimed(work):
        raise NotAllowed(Action.SET_TARGETS.value)
    if command.quarter not in quarters(work):
        raise QuarterOutside(command.quarter)
    places = 0 if command.measure is Measure.PIECES else 2
    if not 0 <= command.value <= MOST or command.value != round(command.value, places):
        raise TargetOutside(MOST)
    made, before = work.targets.put(
        aim, command.quarter, command.measure, command.value, author_id=work.actor.id, at=work.now
    )
    if (before or 0) == command.value:
        raise SameTarget
    event = TargetSet(
        target=made,
        of=command.of.value,
        subject=command.subject,
        quarter=command.quarter,
        measure=command.measure.value,
        value=command.value,
        before=before or None,
    )
    work.events.record(event)
    return event


def to_set(work: Work, aim: Aim | None) -> None:
    """Raises `NotAllowed`, `NotFound` where nobody is named whose target the actor may set."""
    demand(work.actor, Action.SET_TARGETS)
    if aim is None or not may_set(work, aim):
        raise NotFound("target")


def quarters(work: Work) -> tuple[date, ...]:
    """This one first, then those to come, then those that were."""
    this = Span.quarter(work.today).first
    return tuple(add_months(this, 3 * each) for each in (*range(AFTER + 1), *range(-1, -BEFORE - 1, -1)))


def aimed(work: Work) -> tuple[Measure, ...]:
    """Of what the reader may see targets."""
    return tuple(each for each in measures(work) if each in AIMED)


def measured(work: Work, only: Only, span: Span) -> Measure:
    """By which measure a target is asked of that doesn't say it: that of which there is one."""
    several = asked_of(work, only)
    ids = [each.id for each in several]
    found = work.targets.several(several[0].of, ids, span.first, span.end) if several else {}
    given = {each.measure for targets in found.values() for each in targets if each.value}
    return Measure.AMOUNT if given == {Measure.AMOUNT} and Measure.AMOUNT in aimed(work) else Measure.PIECES


def page(work: Work, aim: Aim | None, quarter: date, part: Part) -> TargetPage:
    """Raises `NotAllowed`, `NotFound` for what isn't the reader's to see."""
    reach(work.actor, Action.SEE_ORDERS)
    aim = aim or own(work)
    if aim is not None and not may_see(work, aim):
        raise NotFound(aim.of.value)
    under = below(work, aim)
    shown = under[part.first :] if part.many is None else under[part.first : part.first + part.many]
    rows = [AimRow(each, name, {}) for each, name in shown]
    top = None if aim is None else AimRow(aim, _name(work, aim), {})
    found: dict[Aim, Sequence[Target]] = {}
    for of in TargetOf:
        ids = [each.aim.id for each in (*rows, *((top,) if top else ())) if each.aim.of is of]
        several = work.targets.several(of, ids, quarter, quarter) if ids else {}
        found |= {Aim(of, each): targets for each, targets in several.items()}
    seen = aimed(work)

    def told(row: AimRow) -> AimRow:
        kept = {each.measure: each.value for each in found.get(row.aim, ()) if each.measure in seen and each.value}
        return AimRow(row.aim, row.name, kept)

    return TargetPage(
        quarter=quarter,
        top=told(top) if top is not None else None,
        may_set=aim is not None and quarter in quarters(work) and may_set(work, aim),
        measures=seen,
        rows=[told(each) for each in rows],
        count=len(under),
        changes=_changes(work, found.get(aim, ()) if aim is not None else (), seen),
    )


def _changes(work: Work, targets: Sequence[Target], seen: Sequence[Measure]) -> Sequence[TargetChange]:
    ids = [each.id for each in targets if each.measure in seen]
    found = work.events.of_subjects("target", ids, offset=-CHANGES, limit=CHANGES) if ids else ()
    return [
        TargetChange(
            each.at,
            work.people.account(each.actor).name if each.actor is not None else "",
            Measure(each.event.measure),
            each.event.value,
            each.event.before,
        )
        for each in found
        if isinstance(each.event, TargetSet)
    ]


def below(work: Work, aim: Aim | None) -> list[tuple[Aim, str]]:
    """Who belongs there and is the reader's to see."""
    if aim is None:
        return [(Aim(TargetOf.UNIT, each.id), each.name) for each in work.people.units()]
    match aim.of:
        case TargetOf.UNIT:
            mine = work.people.agencies(reach(work.actor, Action.MANAGE_AGENCIES))
            agencies = [each for each in mine if each.unit_id == aim.id and each.state in WITH_US]
            return [(Aim(TargetOf.AGENCY, each.id), each.called) for each in agencies]
        case TargetOf.AGENCY if work.actor.agency_id is None or work.actor.type is AccountType.OWNER:
            people = [each for each in work.people.accounts_of_agency(aim.id) if each.active and each.type in SELLERS]
            return [(Aim(TargetOf.PERSON, each.id), each.name) for each in people]
        case _:
            return []


def _name(work: Work, aim: Aim) -> str:
    match aim.of:
        case TargetOf.UNIT:
            return work.people.unit(aim.id).name
        case TargetOf.AGENCY:
            return work.people.agency(aim.id).called
        case TargetOf.PERSON:
            return work.people.account(aim.id).name
