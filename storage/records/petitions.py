"""Appeals and corrections."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Final

from sqlalchemy import Connection, Table, insert, select, text, update

from domain.base.errors import NotFound
from domain.base.kinds import Kind
from domain.base.written import KeptFile, Written
from domain.customers.petitions import Appeal, Correction, PetitionState
from domain.customers.records import CustomerId, Profile, ReportId
from domain.people.records import AccountId, AgencyId
from storage.engine import Found
from storage.engine.statements import once
from storage.records.kept_files import files_from_json, files_to_json
from storage.records.profiles import profile_from_json, profile_to_json
from storage.tables.petitions import appeals, corrections

_TABLES: Final[Mapping[Kind, Table]] = {Kind.APPEAL: appeals, Kind.DATA_CHANGE: corrections}


class StoredPetitions:
    """Fulfils `domain.customers.petitions.Petitions`."""

    def __init__(self, conn: Connection) -> None:
        self.conn = conn

    def appeal(self, appeal_id: int) -> Appeal:
        row = self.conn.execute(select(appeals).where(appeals.c.id == appeal_id)).one_or_none()
        if row is None:
            raise NotFound("appeal")
        return _appeal(row)

    def open_appeal(self, customer_id: int, agency_id: int) -> Appeal | None:
        standing = (
            appeals.c.customer_id == customer_id,
            appeals.c.agency_id == agency_id,
            appeals.c.state == PetitionState.PENDING.value,
        )
        row = self.conn.execute(select(appeals).where(*standing)).one_or_none()
        return _appeal(row) if row is not None else None

    def open_appeals(self, customer_id: int) -> Sequence[Appeal]:
        return self._appeals(customer_id, PetitionState.PENDING)

    def decided_appeals(self, customer_id: int) -> Sequence[Appeal]:
        return self._appeals(customer_id, PetitionState.ACCEPTED, PetitionState.DISMISSED)

    def _appeals(self, customer_id: int, *states: PetitionState) -> Sequence[Appeal]:
        standing = (appeals.c.customer_id == customer_id, appeals.c.state.in_([each.value for each in states]))
        return [_appeal(row) for row in self.conn.execute(select(appeals).where(*standing).order_by(appeals.c.id))]

    def move_appeals(self, gone: int, into: int) -> None:
        self.conn.execute(update(appeals).where(appeals.c.customer_id == gone).values(customer_id=into))

    def add_appeal(
        self,
        *,
        number: str,
        customer_id: int,
        report_id: int | None,
        agency_id: int,
        applicant_id: int,
        name: str,
        reason: str,
        now: datetime,
        files: Sequence[KeptFile] = (),
    ) -> Appeal:
        made = self.conn.execute(
            insert(appeals)
            .values(
                number=number,
                customer_id=customer_id,
                report_id=report_id,
                agency_id=agency_id,
                applicant_id=applicant_id,
                name=name,
                reason=reason,
                state=PetitionState.PENDING.value,
                created_at=now,
                files=files_to_json(files),
            )
            .returning(appeals.c.id)
        ).scalar_one()
        return self.appeal(made)

    def correction(self, correction_id: int) -> Correction:
        row = self.conn.execute(select(corrections).where(corrections.c.id == correction_id)).one_or_none()
        if row is None:
            raise NotFound("correction")
        return _correction(row)

    def open_correction(self, customer_id: int) -> Correction | None:
        standing = (corrections.c.customer_id == customer_id, corrections.c.state == PetitionState.PENDING.value)
        row = self.conn.execute(select(corrections).where(*standing)).one_or_none()
        return _correction(row) if row is not None else None

    def open_corrections(self) -> Sequence[Correction]:
        query = once(
            lambda _: select(corrections).where(text("corrections.state = 'pending'")).order_by(corrections.c.id)
        )
        return [_correction(row) for row in self.conn.execute(*query)]

    def add_correction(
        self,
        *,
        number: str,
        customer_id: int,
        applicant_id: int,
        agency_id: int,
        profile: Profile,
        now: datetime,
        evidence: Written | None = None,
    ) -> Correction:
        told = evidence or Written("")
        made = self.conn.execute(
            insert(corrections)
            .values(
                number=number,
                customer_id=customer_id,
                applicant_id=applicant_id,
                agency_id=agency_id,
                profile=profile_to_json(profile),
                state=PetitionState.PENDING.value,
                created_at=now,
                reason=told.text,
                files=files_to_json(told.files),
            )
            .returning(corrections.c.id)
        ).scalar_one()
        return self.correction(made)

    def close(self, kind: Kind, petition_id: int, state: PetitionState) -> None:
        table = _TABLES[kind]
        self.conn.execute(update(table).where(table.c.id == petition_id).values(state=state.value))


def _appeal(row: Found) -> Appeal:
    return Appeal(
        id=row.id,
        number=row.number,
        customer_id=CustomerId(row.customer_id),
        report_id=ReportId(row.report_id) if row.report_id is not None else None,
        agency_id=AgencyId(row.agency_id),
        applicant_id=AccountId(row.applicant_id),
        name=row.name,
        reason=row.reason,
        state=PetitionState(row.state),
        created_at=row.created_at,
        files=files_from_json(row.files or ()),
    )


def _correction(row: Found) -> Correction:
    return Correction(
        id=row.id,
        number=row.number,
        customer_id=CustomerId(row.customer_id),
        applicant_id=AccountId(row.applicant_id),
        agency_id=AgencyId(row.agency_id),
        profile=profile_from_json(row.profile),
        state=PetitionState(row.state),
        created_at=row.created_at,
        evidence=Written(row.reason, files_from_json(row.files or ())),
    )
