"""Builders: what stands in the records before a story begins."""

from __future__ import annotations

from collections.abc import Iterable

from bot.serving.work import DeskWork
from domain.base.rights import EVERYTHING
from domain.people.records import AccountState, AccountType, AgencyState, UnitKind


def lay_agency(
    work: DeskWork, short: str, people: Iterable[tuple[str, AccountType, int]], unit: str, manager: str | None
) -> int:
    """`people`: name, type, chat. `manager` None: nobody looks after the agency in particular."""
    unit_id = _unit(work, unit)
    managers = {each.name: each.id for each in work.people.managers_of_unit(unit_id)}
    agency = work.people.add_agency(
        name=f"{short}有限公司",
        short_name=short,
        unit_id=unit_id,
        manager_id=managers[manager] if manager is not None else None,
        state=AgencyState.ACTIVE,
        province="广东",
        city="深圳",
    )
    for name, type_, chat in people:
        account = work.people.add_account(name=name, type=type_, agency_id=agency.id)
        work.people.bind(account.id, chat, AccountState.ACTIVE)
    return int(agency.id)


def lay_manager(work: DeskWork, name: str, chat: int, unit: str) -> None:
    account = work.people.add_account(name=name, type=AccountType.MANAGER, unit_id=_unit(work, unit))
    work.people.bind(account.id, chat, AccountState.ACTIVE)


def lay_account(work: DeskWork, name: str, type_: AccountType, agency: str, chat: int) -> None:
    (found,) = (each.id for each in work.people.agencies(EVERYTHING) if each.short_name == agency)
    account = work.people.add_account(name=name, type=type_, agency_id=found)
    work.people.bind(account.id, chat, AccountState.ACTIVE)


def _unit(work: DeskWork, name: str) -> int:
    known = {each.name: each.id for each in work.people.units()}
    return known[name] if name in known else work.people.add_unit(name, UnitKind.REGION).id
