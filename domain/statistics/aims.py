"""Whose targets a reader may see and set, and by whose his figures are measured."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal

from domain.base.errors import NotFound
from domain.base.rights import Action, Belongs, may, reach
from domain.base.work import Work
from domain.people.records import WITH_US, AccountType
from domain.statistics.attaining import known
from domain.statistics.records import EVERYTHING, Measure, Only, SalesGrouping
from domain.statistics.spans import Span
from domain.statistics.target_records import Aim, TargetOf

GROUPS = {
    SalesGrouping.UNIT: TargetOf.UNIT,
    SalesGrouping.AGENCY: TargetOf.AGENCY,
    SalesGrouping.PERSON: TargetOf.PERSON,
}
SELLERS = (AccountType.OWNER, AccountType.SALESPERSON)


def may_set(work: Work, aim: Aim) -> bool:
    if not may(work.actor, Action.SET_TARGETS) or (whose := _belongs(work, aim)) is None:
        return False
    mine = reach(work.actor, Action.SET_TARGETS)
    match aim.of:
        case TargetOf.UNIT:
            return mine.all or mine.unit_id == aim.id
        case TargetOf.AGENCY:
            return work.actor.agency_id is None and mine.covers(whose)
        case TargetOf.PERSON:
            return mine.covers(whose)


def may_see(work: Work, aim: Aim) -> bool:
    """Who sees the orders behind it; of a person owners, the vendor and he himself."""
    if not may(work.actor, Action.SEE_ORDERS) or (whose := _belongs(work, aim)) is None:
        return False
    mine = reach(work.actor, Action.SEE_ORDERS)
    match aim.of:
        case TargetOf.UNIT:
            return mine.all or mine.unit_id == aim.id
        case TargetOf.AGENCY:
            return mine.account_id is None and mine.covers(whose)
        case TargetOf.PERSON:
            ranks = work.actor.agency_id is None or work.actor.type is AccountType.OWNER
            return aim.id == work.actor.id or (ranks and mine.covers(whose))


def own(work: Work) -> Aim | None:
    """Whose target a reader's own figures are measured by; None for administrators."""
    mine = reach(work.actor, Action.SEE_ORDERS)
    if mine.unit_id is not None:
        return Aim(TargetOf.UNIT, mine.unit_id)
    if mine.agency_id is not None:
        return Aim(TargetOf.AGENCY, mine.agency_id)
    return Aim(TargetOf.PERSON, work.actor.id) if mine.account_id is not None else None


def asked_of(work: Work, only: Only) -> Sequence[Aim]:
    """By whose target figures so narrowed are measured, as far as the reader may see it: the closest; his own where it isn't narrowed, of
    an administrator those of all units together; those of a customer or a model by none."""
    if only == EVERYTHING:
        mine = own(work)
        return [Aim(TargetOf.UNIT, each.id) for each in work.people.units()] if mine is None else [mine]
    if only.customer is not None or only.model or only.domain:
        return ()
    for of, subject in ((TargetOf.PERSON, only.person), (TargetOf.AGENCY, only.agency), (TargetOf.UNIT, only.unit)):
        if subject is not None:
            return [Aim(of, subject)] if may_see(work, Aim(of, subject)) else ()
    return ()


def targets_of(work: Work, only: Only, measure: Measure, span: Span) -> Sequence[Mapping[date, Decimal]]:
    """Those by which figures so narrowed are measured, by quarter, one for each whose they are; empty where there is none. Of units together
    those count that have one, or an agency."""
    several = asked_of(work, only)
    found = known(work, several[0].of, [each.id for each in several], measure, span) if several else {}
    if not any(found.values()):
        return ()
    if len(several) > 1:
        agencies = work.people.agencies(reach(work.actor, Action.SEE_ORDERS))
        selling = {each.unit_id for each in agencies if each.state in WITH_US}
        several = [each for each in several if each.id in selling or found.get(each.id)]
    return [found.get(each.id, {}) for each in several]


def _belongs(work: Work, aim: Aim) -> Belongs | None:
    """None for what there isn't, and for somebody who doesn't sell."""
    try:
        match aim.of:
            case TargetOf.UNIT:
                return Belongs(unit_id=work.people.unit(aim.id).id)
            case TargetOf.AGENCY:
                agency = work.people.agency(aim.id)
                return Belongs(agency_id=agency.id, unit_id=agency.unit_id)
            case TargetOf.PERSON:
                person = work.people.account(aim.id)
                if person.agency_id is None or person.type not in SELLERS:
                    return None
                unit = work.people.agency(person.agency_id).unit_id
                return Belongs(frozenset({int(person.id)}), person.agency_id, unit)
    except NotFound:
        return None
