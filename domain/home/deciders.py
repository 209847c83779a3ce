"""Who will decide a request, told before it is made: by the same levels that are asked then (`requests.path`), with whoever
stands in today (docs/approvals.md)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

from domain.agencies import filing
from domain.approvals import approvers, judging
from domain.approvals.acting import Signature
from domain.base.work import Work
from domain.contracts import amending, contracting
from domain.people import coverage, persons, standing_in
from domain.people.records import Account
from domain.petitions import appealing, correcting
from domain.petitions.appealing import MakeAppeal
from domain.registration import registering

Path: TypeAlias = "tuple[tuple[Signature, ...], ...]"
"""Who would sign, level by level; empty where nobody need decide."""


def of_agency(work: Work) -> Path:
    """What the reader's agency asks its manager for: a report, an extension."""
    agency_id = work.actor.agency_id
    return () if agency_id is None else _path(work, [approvers.approvers_of(work, agency_id)], agency_id)


def of_correction(work: Work, customer_id: int, name: str, credit_code: str | None) -> Path:
    """Nobody, where only what needs no approval changes."""
    customer = work.customers.get(customer_id)
    needed = customer.agency_id is not None and correcting.needs_approval(customer, name, credit_code)
    return of_agency(work) if needed else ()


def of_agency_change(work: Work, agency_id: int, name: str, short_name: str | None, credit_code: str | None) -> Path:
    """Nobody, where only what needs no approval changes. Raises `NotFound`."""
    agency = filing.within(work, agency_id)
    if not filing.needs_approval(agency, filing.identity(agency, name, short_name, credit_code)):
        return ()
    return _path(work, filing.levels(work, agency), agency.id)


def of_contract(work: Work, manager_id: int) -> Path:
    """Raises `NotOffered`."""
    agency = work.people.agency(work.actor.agency_id or 0)
    manager = contracting.manager_named(work, manager_id)
    return _path(work, contracting.levels(work, manager, agency.unit_id), agency.id)


def of_amendment(work: Work, contract_id: int, manager_id: int) -> Path:
    """Raises `NotFound`, `NotOffered`."""
    mine = work.contracts.get(contract_id)
    return _path(work, amending.levels(work, mine, {**mine.profile, "manager": manager_id}), mine.agency_id)


def of_appeal(work: Work, command: MakeAppeal) -> Path:
    """Raises `NotFound`, `NothingToAppeal`."""
    return _path(work, [appealing.judges_for(work, command)], work.actor.agency_id or 0)


def of_registration(work: Work, region: str) -> Path:
    """Of somebody who has no account yet. Raises `NotFound`."""
    unit = coverage.covering(work, region.split()[0])
    first = registering.approvers(work, unit.id)
    theirs = judging.vendors(work.people.accounts_of_chat(work.chat_id))
    but = judging.unless_alone(work, theirs)
    return _named(work, approvers.path(work, [first], unit_id=unit.id, but=but), but)


def _path(work: Work, levels: Sequence[Sequence[Account]], agency_id: int) -> Path:
    but = judging.unless_alone(work, judging.vendors(persons.accounts(work, work.actor)))
    unit = work.people.agency(agency_id).unit_id
    return _named(work, approvers.path(work, levels, unit_id=unit, but=but), but)


def _named(work: Work, levels: Sequence[Sequence[Account]], but: frozenset[int]) -> Path:
    return tuple(tuple(_signature(work, each, level, but) for each in level) for level in levels)


def _signature(work: Work, account: Account, level: Sequence[Account], but: frozenset[int]) -> Signature:
    asked = {each.id for each in level}
    deputies = [each for each in standing_in.stand_ins(work, (account.id,)) if each not in but and each not in asked]
    return Signature(work.people.account(deputies[0]).name, account.name) if deputies else Signature(account.name)
