"""Amendments of contracts."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, insert, select, update

from domain.base.errors import NotFound
from domain.contracts.amendments import OPEN, Amendment, AmendmentId, AmendmentState, Asked
from domain.contracts.records import Binding, ContractId
from domain.people.records import AccountId, AgencyId
from storage.engine.metadata import JsonDict
from storage.tables.contracts import contract_amendments as amendments

_IS_OPEN = amendments.c.state.in_([each.value for each in sorted(OPEN)])


class StoredAmendments:
    """Fulfils `domain.contracts.amendments.Amendments`."""

    def __init__(self, conn: Connection) -> None:
        self.conn = conn

    def get(self, amendment_id: int, *, lock: bool = False) -> Amendment:
        query = select(amendments).where(amendments.c.id == amendment_id)
        row = self.conn.execute(query.with_for_update() if lock else query).one_or_none()
        if row is None:
            raise NotFound("amendment")
        return _amendment(row)

    def add(self, number: str, contract_id: int, agency_id: int, asked: Asked, now: datetime) -> Amendment:
        made = self.conn.execute(
            insert(amendments)
            .values(
                number=number,
                contract_id=contract_id,
                agency_id=agency_id,
                state=AmendmentState.SUBMITTED.value,
                created_at=now,
                submitted_at=now,
                **_asked(asked),
            )
            .returning(amendments.c.id)
        ).scalar_one()
        return self.get(made)

    def ask_again(self, amendment_id: int, asked: Asked, now: datetime) -> None:
        self._set(amendment_id, state=AmendmentState.SUBMITTED.value, submitted_at=now, **_asked(asked))

    def send_back(self, amendment_id: int) -> None:
        self._set(amendment_id, state=AmendmentState.RETURNED.value)

    def close(self, amendment_id: int, state: AmendmentState, now: datetime) -> None:
        self._set(amendment_id, state=state.value, closed_at=now)

    def bind(self, amendment_id: int, bound: Binding) -> None:
        self._set(amendment_id, distributor_after=bound.distributor, contact_after=bound.contact)

    def _set(self, amendment_id: int, **values: Any) -> None:
        self.conn.execute(update(amendments).where(amendments.c.id == amendment_id).values(**values))

    def open_of(self, contract_id: int) -> Amendment | None:
        return next(iter(self._found(select(amendments), amendments.c.contract_id == contract_id, _IS_OPEN)), None)

    def open_of_agency(self, agency_id: int) -> Sequence[Amendment]:
        query = select(amendments).order_by(amendments.c.id)
        return self._found(query, amendments.c.agency_id == agency_id, _IS_OPEN)

    def approved_of(self, contract_id: int) -> Sequence[Amendment]:
        approved = amendments.c.state == AmendmentState.APPROVED.value
        query = select(amendments).order_by(amendments.c.closed_at, amendments.c.id)
        return self._found(query, amendments.c.contract_id == contract_id, approved)

    def of_contract(self, contract_id: int) -> Sequence[Amendment]:
        query = select(amendments).order_by(amendments.c.id.desc())
        return self._found(query, amendments.c.contract_id == contract_id)

    def _found(self, query: Select[Any], *where: ColumnElement[bool]) -> list[Amendment]:
        return [_amendment(row) for row in self.conn.execute(query.where(*where))]


def _asked(asked: Asked) -> JsonDict:
    before, after = asked.bound_before, asked.bound_after
    return {
        "applicant_id": asked.applicant_id,
        "reason": asked.reason,
        "before": dict(asked.before),
        "after": dict(asked.after),
        "distributor_before": before.distributor if before is not None else None,
        "contact_before": before.contact if before is not None else None,
        "distributor_after": after.distributor if after is not None else None,
        "contact_after": after.contact if after is not None else None,
    }


def _amendment(row: Row[Any]) -> Amendment:
    return Amendment(
        id=AmendmentId(row.id),
        number=row.number,
        contract_id=ContractId(row.contract_id),
        agency_id=AgencyId(row.agency_id),
        applicant_id=AccountId(row.applicant_id),
        state=AmendmentState(row.state),
        reason=row.reason,
        before=row.before,
        after=row.after,
        bound_before=_binding(row.distributor_before, row.contact_before),
        bound_after=_binding(row.distributor_after, row.contact_after),
        created_at=row.created_at,
        submitted_at=row.submitted_at,
        closed_at=row.closed_at,
    )


def _binding(distributor: int | None, contact: int | None) -> Binding | None:
    if distributor is None or contact is None:
        return None
    return Binding(AgencyId(distributor), AccountId(contact))
