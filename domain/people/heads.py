"""The head of a unit, as long as there is one: whoever has left heads nothing (docs/people.md)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from domain.base.errors import NotFound
from domain.base.events import Event
from domain.base.rights import Action, demand
from domain.base.work import Work
from domain.people import standing_in
from domain.people.records import Account, AccountId, Unit


@dataclass(frozen=True, kw_only=True)
class SetHead:
    """更换负责人: `head` is one of the unit's managers."""

    unit: int
    head: int


@dataclass(frozen=True, kw_only=True)
class HeadSet(Event, subject="unit"):
    """`head` is None where the last one of a unit left."""

    unit: int
    before: int | None
    head: int | None


def head(work: Work, unit: Unit) -> Account | None:
    """None where nobody was made head, or he isn't here (any more)."""
    account = work.people.account(unit.head_id) if unit.head_id is not None else None
    return account if account is not None and account.active else None


def told(work: Work, unit: Unit) -> tuple[AccountId, ...]:
    """Who hears what is the head's to know: he, while he is away his deputies; without a head the administrators."""
    there = head(work, unit)
    if there is None:
        return tuple(each.id for each in work.people.administrators())
    return standing_in.present(work, there.id)


def candidates(work: Work, unit_id: int) -> Sequence[Account]:
    """Who can become the unit's head. Raises `NotAllowed`."""
    demand(work.actor, Action.MANAGE_UNITS)
    now = work.people.unit(unit_id).head_id
    return [each for each in work.people.managers_of_unit(unit_id) if each.active and each.id != now]


def set_head(work: Work, command: SetHead) -> Unit:
    """Requests on their way stay with whom they were put before. Raises `NotAllowed`, `NotFound`."""
    if all(each.id != command.head for each in candidates(work, command.unit)):
        raise NotFound("account")
    appoint(work, work.people.unit(command.unit), command.head)
    return work.people.unit(command.unit)


def appoint(work: Work, unit: Unit, account_id: int | None) -> None:
    """For whoever has looked whether that may be."""
    work.people.set_head(unit.id, account_id)
    work.events.record(HeadSet(unit=unit.id, before=unit.head_id, head=account_id))


def headed_by(work: Work, account_id: int) -> tuple[Unit, ...]:
    """The units whose head this is."""
    return tuple(unit for unit in work.people.units() if unit.head_id == account_id)
