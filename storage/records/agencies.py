"""Agencies as they are looked for, and changes of their names and codes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, and_, false, func, insert, or_, select, update

from domain.agencies.records import AgencyChange, AgencyIdentity
from domain.base.errors import NotFound
from domain.base.rights import Reach
from domain.base.searching import words
from domain.customers.petitions import PetitionState
from domain.people.records import AccountId, Agency, AgencyId, AgencyState
from storage.records.people_rows import agencies_within, agency_of
from storage.tables.agencies import agency_changes
from storage.tables.people import accounts, agencies

SHORTEST_CODE = 4
"""Characters of a code that are looked for: fewer are in too many."""
MOST_DIGITS = 10
"""No account's number has so many."""


class StoredAgencyFiles:
    """Fulfils `domain.agencies.records.AgencyFiles`."""

    def __init__(self, conn: Connection) -> None:
        self.conn = conn

    def found(self, reach: Reach, text: str, offset: int, limit: int) -> tuple[Sequence[Agency], int]:
        where = [agencies_within(reach), agencies.c.state != AgencyState.REJECTED.value, *_searched(text)]
        total = self.conn.execute(select(func.count()).select_from(agencies).where(*where)).scalar_one()
        page = select(agencies).where(*where).order_by(agencies.c.name, agencies.c.id).offset(offset).limit(limit)
        return [agency_of(row) for row in self.conn.execute(page)] if limit else [], total

    def change(self, change_id: int) -> AgencyChange:
        row = self.conn.execute(select(agency_changes).where(agency_changes.c.id == change_id)).one_or_none()
        if row is None:
            raise NotFound("change")
        return _change(row)

    def open_change(self, agency_id: int) -> AgencyChange | None:
        standing = (agency_changes.c.agency_id == agency_id, agency_changes.c.state == PetitionState.PENDING.value)
        row = self.conn.execute(select(agency_changes).where(*standing)).one_or_none()
        return _change(row) if row is not None else None

    def add_change(
        self,
        *,
        number: str,
        agency_id: int,
        applicant_id: int,
        before: AgencyIdentity,
        after: AgencyIdentity,
        note: str,
        now: datetime,
    ) -> AgencyChange:
        made = self.conn.execute(
            insert(agency_changes)
            .values(
                number=number,
                agency_id=agency_id,
                applicant_id=applicant_id,
                before=asdict(before),
                after=asdict(after),
                note=note,
                state=PetitionState.PENDING.value,
                created_at=now,
            )
            .returning(agency_changes.c.id)
        ).scalar_one()
        return self.change(made)

    def close_change(self, change_id: int, state: PetitionState) -> None:
        self.conn.execute(update(agency_changes).where(agency_changes.c.id == change_id).values(state=state.value))


def _searched(text: str) -> list[ColumnElement[bool]]:
    asked = words(text)
    if text.strip() and not asked:
        return [false()]  # nothing but punctuation: no name has that
    return [_fits(word) for word in asked]


def _fits(word: str) -> ColumnElement[bool]:
    manages = [accounts.c.find.contains(word, autoescape=True), func.lower(accounts.c.employee_number) == word.lower()]
    if (
        word.isdecimal() and len(word) < MOST_DIGITS and f"{int(word):04}" == word
    ):  # whoever has no 工号 goes by his account's number
        manages.append(and_(accounts.c.employee_number == "", accounts.c.id == int(word)))
    theirs = select(accounts.c.id).where(accounts.c.agency_id.is_(None), or_(*manages))
    ways = [agencies.c.find.contains(word, autoescape=True), agencies.c.manager_id.in_(theirs)]
    if len(word) >= SHORTEST_CODE:
        ways.append(agencies.c.credit_code.icontains(word, autoescape=True))
    return or_(*ways)


def _change(row: Row[Any]) -> AgencyChange:
    return AgencyChange(
        id=row.id,
        number=row.number,
        agency_id=AgencyId(row.agency_id),
        applicant_id=AccountId(row.applicant_id),
        before=AgencyIdentity(**row.before),
        after=AgencyIdentity(**row.after),
        note=row.note,
        state=PetitionState(row.state),
        created_at=row.created_at,
    )
