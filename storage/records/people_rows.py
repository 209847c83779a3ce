"""Rows of accounts, units, agencies and invitations as records, and the agencies that a reach covers."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, Row, true

from domain.base.rights import Reach
from domain.people.records import (
    Account,
    AccountId,
    AccountState,
    AccountType,
    Agency,
    AgencyId,
    AgencyState,
    Invitation,
    Unit,
    UnitId,
    UnitKind,
)
from storage.tables.people import agencies


def agencies_within(reach: Reach) -> ColumnElement[bool]:
    if reach.all:
        return true()
    if reach.unit_id is not None:
        return agencies.c.unit_id == reach.unit_id
    return agencies.c.id == reach.agency_id


def account_of(row: Row[Any]) -> Account:
    return Account(
        id=AccountId(row.id),
        name=row.name,
        type=AccountType(row.type),
        state=AccountState(row.state),
        email=row.email,
        phone=row.phone,
        employee_number=row.employee_number,
        administrator=bool(row.administrator),
        agency_id=AgencyId(row.agency_id) if row.agency_id is not None else None,
        unit_id=UnitId(row.unit_id) if row.unit_id is not None else None,
        chat_id=row.chat_id,
        former=row.agency_state == AgencyState.ENDED,
    )


def unit_of(row: Row[Any]) -> Unit:
    return Unit(
        id=UnitId(row.id),
        name=row.name,
        kind=UnitKind(row.kind),
        head_id=AccountId(row.head_id) if row.head_id is not None else None,
        ended_at=row.ended_at,
        successor_id=UnitId(row.successor_id) if row.successor_id is not None else None,
    )


def agency_of(row: Row[Any]) -> Agency:
    return Agency(
        id=AgencyId(row.id),
        name=row.name,
        short_name=row.short_name,
        state=AgencyState(row.state),
        unit_id=UnitId(row.unit_id),
        manager_id=AccountId(row.manager_id) if row.manager_id is not None else None,
        credit_code=row.credit_code,
        province=row.province,
        city=row.city,
        contact=row.contact,
        phone=row.phone,
        email=row.email,
        address=row.address,
        former_names=tuple(row.former_names or ()),
        ended_at=row.ended_at,
    )


def invitation_of(row: Row[Any]) -> Invitation:
    return Invitation(
        id=row.id,
        account_id=AccountId(row.account_id),
        invited_by=AccountId(row.invited_by) if row.invited_by is not None else None,
        expires_at=row.expires_at,
        used_at=row.used_at,
        revoked_at=row.revoked_at,
    )
