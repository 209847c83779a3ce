"""Who is asked to decide: level by level, and who instead where the usual approver is missing, asks himself, stands twice, or
has left (docs/approvals.md)."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from domain.approvals import judging
from domain.approvals.records import Approval
from domain.base.work import Work
from domain.people import persons
from domain.people.records import Account


def path(
    work: Work, levels: Sequence[Sequence[Account]], *, unit_id: int | None, but: Collection[int]
) -> list[tuple[Account, ...]]:
    """Who is asked, level by level: whoever has left isn't, nor anybody of `but` (the applicant himself …), and nobody twice. A first level that
    nobody is left on goes to whoever is next in the unit, so that it never lies before nobody."""
    alone = set[str]()
    kept: list[tuple[Account, ...]] = []
    for level in levels:
        fit = tuple(each for each in level if each.active and each.id not in but)
        fresh = tuple(each for each in fit if persons.quota(each) not in alone)
        if not kept and not fresh:
            fresh = tuple(_instead(work, unit_id, but))
        if len(fresh) == 1:
            alone.add(persons.quota(fresh[0]))
        kept += [fresh] if fresh else []
    return kept


def _instead(work: Work, unit_id: int | None, but: Collection[int]) -> Sequence[Account]:
    """The unit's head, its managers, the administrators, anybody of the vendor's: the first of these who may. No unit: one
    that nobody is in yet."""
    unit = work.people.unit(unit_id) if unit_id is not None else None
    head = [work.people.account(unit.head_id)] if unit is not None and unit.head_id is not None else []
    managers = work.people.managers_of_unit(unit.id) if unit is not None else []
    for group in (head, managers, work.people.administrators()):
        fit = [each for each in group if each.active and each.id not in but]
        if fit:
            return fit
    return judging.others(work, but) or judging.others(work, ())


def heirs(work: Work, approval: Approval, leaver: Account, successor: Account) -> Sequence[Account]:
    """Who takes the place of an approver who leaves: his successor; where that one may not decide it, whoever is next in the
    agency's unit."""
    but = judging.barred(work, approval, leaver=leaver.id)
    if successor.id not in but:
        return (successor,)
    return _instead(work, work.people.agency(approval.agency_id).unit_id, but | {leaver.id})


def approvers_of(work: Work, agency_id: int) -> Sequence[Account]:
    """The agency's manager; failing that the unit's head, its managers, at last the administrators: never nobody."""
    agency = work.people.agency(agency_id)
    unit = work.people.unit(agency.unit_id)
    for account_id in (agency.manager_id, unit.head_id):
        if account_id is not None and (account := work.people.account(account_id)).active:
            return (account,)
    return [each for each in work.people.managers_of_unit(unit.id) if each.active] or work.people.administrators()
