"""联系我们: whom the reader turns to, and how they are reached (docs/people.md)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from domain.approvals import approvers
from domain.base.work import Work
from domain.people import deputising, persons, standing_in
from domain.people.records import Account


class Office(StrEnum):
    """What somebody is to the reader."""

    MANAGER = "manager"
    """His agency's 主管经理."""
    HEAD = "head"
    UNIT = "unit"
    """A manager of the unit, where it has no head and the agency no manager."""
    ADMINISTRATOR = "administrator"


@dataclass(frozen=True, slots=True)
class Contact:
    """`until` is the last day of his leave, in the vendor's zone; `deputy` whoever stands in for him today."""

    office: Office
    account: Account
    unit: str = ""
    until: date | None = None
    deputy: Account | None = None


@dataclass(frozen=True, slots=True)
class Vendor:
    """The vendor's own numbers (`policy: hotline`, `mail`); empty where it has none."""

    hotline: str
    mail: str


def vendor(work: Work) -> Vendor:
    """Open to everybody, with an account or without."""
    return Vendor(work.policy.hotline.strip(), work.policy.mail)


def contacts(work: Work) -> Sequence[Contact]:
    """Of an agency's people whoever is asked for their requests: its manager, failing him the head, the managers, the administrators;
    of the vendor's people their head and the administrators. Nobody is told to ask himself."""
    me = work.actor
    if me.agency_id is not None:
        asked = approvers.approvers_of(work, me.agency_id)
        manager = work.people.agency(me.agency_id).manager_id
        return [_contact(work, each, Office.MANAGER if each.id == manager else _office(work, each)) for each in asked]
    head = work.people.unit(me.unit_id).head_id if me.unit_id is not None else None
    above = [work.people.account(head)] if head is not None else []
    above += [each for each in work.people.administrators() if each.id != head]
    mine = {each.id for each in persons.accounts(work, me)}
    return [_contact(work, each, _office(work, each)) for each in above if each.active and each.id not in mine]


def _office(work: Work, account: Account) -> Office:
    if account.unit_id is not None and work.people.unit(account.unit_id).head_id == account.id:
        return Office.HEAD
    return Office.ADMINISTRATOR if account.administrator else Office.UNIT


def _contact(work: Work, account: Account, office: Office) -> Contact:
    unit = work.people.unit(account.unit_id).name if account.unit_id is not None else ""
    away = deputising.covered_by(work, account.id)
    deputies = tuple(standing_in.stand_ins(work, (account.id,)))
    if away is None or not deputies:
        return Contact(office, account, unit)
    return Contact(office, account, unit, away[1], work.people.account(deputies[-1]))
