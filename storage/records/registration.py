"""Registrations of agencies, and who stands before the door."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, select, update

from domain.base import regions
from domain.base.errors import NotFound
from domain.people.records import AccountId, AgencyId
from domain.registration.records import (
    OPEN,
    AgencyClaim,
    ClaimState,
    Company,
    Doorway,
    Registration,
    RegistrationId,
    RegistrationState,
)
from storage.engine import Found
from storage.engine.dialect import insert
from storage.engine.metadata import JsonDict
from storage.tables.registration import agency_claims, doorways, registrations


class StoredRegistrations:
    """Fulfils `domain.registration.records.Registrations`."""

    def __init__(self, conn: Connection) -> None:
        self.conn = conn

    def get(self, registration_id: int) -> Registration:
        found = self._newest(registrations.c.id == registration_id)
        if found is None:
            raise NotFound("registration")
        return found

    def of_chat(self, chat_id: int) -> Registration | None:
        return self._newest(registrations.c.chat_id == chat_id)

    def of_agency(self, agency_id: int) -> Registration | None:
        return self._newest(registrations.c.agency_id == agency_id)

    def open_with_code(self, credit_code: str) -> Sequence[Registration]:
        """Few are open at a time, the vendor's desk: they are read and looked through."""
        states = [each.value for each in OPEN]
        query = select(registrations).where(registrations.c.state.in_(states)).order_by(registrations.c.id)
        found = map(_registration, self.conn.execute(query))
        return [each for each in found if each.company.credit_code == credit_code]

    def _newest(self, where: ColumnElement[bool]) -> Registration | None:
        query = select(registrations).where(where).order_by(registrations.c.id.desc()).limit(1)
        row = self.conn.execute(query).one_or_none()
        return _registration(row) if row is not None else None

    def add(
        self,
        *,
        number: str,
        chat_id: int,
        agency_id: int,
        applicant_id: int,
        company: Company,
        now: datetime,
    ) -> Registration:
        made = self.conn.execute(
            insert(self.conn, registrations)
            .values(
                number=number,
                chat_id=chat_id,
                agency_id=agency_id,
                applicant_id=applicant_id,
                company=asdict(company),
                state=RegistrationState.PENDING.value,
                submitted_at=now,
                return_fields=[],
            )
            .returning(registrations.c.id)
        ).scalar_one()
        return self.get(made)

    def set_state(
        self, registration_id: int, state: RegistrationState, *, reason: str = "", fields: Sequence[str] = ()
    ) -> None:
        self._set(registration_id, state=state.value, reason=reason, return_fields=list(fields))

    def mend(self, registration_id: int, company: Company, at: datetime) -> None:
        self._set(
            registration_id,
            company=asdict(company),
            state=RegistrationState.PENDING.value,
            submitted_at=at,
            reason="",
            return_fields=[],
        )

    def _set(self, registration_id: int, **values: object) -> None:
        self.conn.execute(update(registrations).where(registrations.c.id == registration_id).values(**values))

    def claim(self, claim_id: int) -> AgencyClaim:
        found = self._claim(agency_claims.c.id == claim_id)
        if found is None:
            raise NotFound("claim")
        return found

    def claim_of_chat(self, chat_id: int) -> AgencyClaim | None:
        return self._claim(agency_claims.c.chat_id == chat_id)

    def _claim(self, where: ColumnElement[bool]) -> AgencyClaim | None:
        query = select(agency_claims).where(where).order_by(agency_claims.c.id.desc()).limit(1)
        row = self.conn.execute(query).one_or_none()
        return AgencyClaim(**{**row._asdict(), "state": ClaimState(row.state)}) if row is not None else None

    def add_claim(
        self,
        *,
        number: str,
        chat_id: int,
        agency_id: int,
        applicant_id: int,
        name: str,
        contact: str,
        mobile: str,
        mobile_shared: bool,
        note: str,
        now: datetime,
    ) -> AgencyClaim:
        made = self.conn.execute(
            insert(self.conn, agency_claims)
            .values(
                number=number,
                chat_id=chat_id,
                agency_id=agency_id,
                applicant_id=applicant_id,
                name=name,
                contact=contact,
                mobile=mobile,
                mobile_shared=mobile_shared,
                note=note,
                state=ClaimState.PENDING.value,
                made_at=now,
            )
            .returning(agency_claims.c.id)
        ).scalar_one()
        return self.claim(made)

    def close_claim(self, claim_id: int, state: ClaimState) -> None:
        closing = update(agency_claims).where(agency_claims.c.id == claim_id)
        self.conn.execute(closing.values(state=state.value))

    def doorway(self, chat_id: int) -> Doorway | None:
        row = self.conn.execute(select(doorways).where(doorways.c.chat_id == chat_id)).one_or_none()
        return Doorway(**row._asdict()) if row is not None else None

    def keep_doorway(self, doorway: Doorway) -> None:
        values = asdict(doorway)
        made = insert(self.conn, doorways).values(**values)
        self.conn.execute(made.on_conflict_do_update(index_elements=["chat_id"], set_=values))


def _registration(row: Found) -> Registration:
    return Registration(
        id=RegistrationId(row.id),
        number=row.number,
        chat_id=row.chat_id,
        agency_id=AgencyId(row.agency_id),
        applicant_id=AccountId(row.applicant_id),
        company=_company(row.company),
        state=RegistrationState(row.state),
        submitted_at=row.submitted_at,
        return_fields=tuple(row.return_fields),
        reason=row.reason,
    )


def _company(data: JsonDict) -> Company:
    return Company(**{**data, "region": regions.once(data["region"]), "products": tuple(data["products"])})
