"""Contracts, their versions, and the approval paths that were set in the chat."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, and_, delete, false, func, insert, not_, or_, select, update

from domain.base.errors import NotFound
from domain.base.rights import Reach
from domain.base.searching import found_under
from domain.contracts.records import (
    Binding,
    Contract,
    ContractId,
    ContractProfile,
    ContractQuery,
    ContractRow,
    ContractState,
    ContractWord,
    Flat,
    flat,
    with_answers,
)
from domain.people.records import AccountId, AgencyId
from storage.engine import Found, dialect
from storage.tables.contracts import approval_paths, contract_versions, contract_years, contracts
from storage.tables.people import accounts, agencies


class StoredContracts:
    """Fulfils `domain.contracts.records.Contracts`."""

    def __init__(self, conn: Connection) -> None:
        self.conn = conn

    def get(self, contract_id: int, *, lock: bool = False) -> Contract:
        query = select(contracts).where(contracts.c.id == contract_id)
        row = self.conn.execute(query.with_for_update() if lock else query).one_or_none()
        if row is None:
            raise NotFound("contract")
        return _contract(row)

    def add(
        self, *, number: str, agency_id: int, fiscal_year: int, name: str, created_by: int, now: datetime
    ) -> Contract:
        made = self.conn.execute(
            insert(contracts)
            .values(
                number=number,
                agency_id=agency_id,
                fiscal_year=fiscal_year,
                state=ContractState.DRAFT.value,
                name=name[:120],
                created_by=created_by,
                created_at=now,
                profile={},
            )
            .returning(contracts.c.id)
        ).scalar_one()
        return self.get(made)

    def submit(self, contract_id: int, profile: ContractProfile, now: datetime) -> None:
        kept, basics = flat(profile), profile.basics
        self._set(
            contract_id,
            state=ContractState.SUBMITTED.value,
            name=basics.name,
            type=basics.type,
            level=basics.level,
            manager_id=basics.manager,
            submitted_at=now,
            profile=kept,
        )
        before = select(func.count()).where(contract_versions.c.contract_id == contract_id)
        version = self.conn.execute(before).scalar_one() + 1
        self.conn.execute(
            insert(contract_versions).values(contract_id=contract_id, version=version, submitted_at=now, profile=kept)
        )

    def set_state(self, contract_id: int, state: ContractState, at: datetime) -> None:
        moment = {"approved_at": at} if state is ContractState.APPROVED else {}
        self._set(contract_id, state=state.value, **moment)

    def bind(self, contract_id: int, distributor_id: int, contact_id: int) -> None:
        self._set(contract_id, distributor_id=distributor_id, distributor_contact_id=contact_id)

    def amend(self, contract_id: int, profile: Flat, bound: Binding | None) -> None:
        after = with_answers(self.get(contract_id), profile, bound)
        self._set(
            contract_id,
            name=after.name,
            type=after.type,
            level=after.level,
            manager_id=after.manager_id,
            distributor_id=after.distributor_id,
            distributor_contact_id=after.distributor_contact_id,
            profile=dict(profile),
        )

    def _set(self, contract_id: int, **values: object) -> None:
        self.conn.execute(update(contracts).where(contracts.c.id == contract_id).values(**values))

    def versions(self, contract_id: int) -> Sequence[Flat]:
        query = select(contract_versions.c.profile).where(contract_versions.c.contract_id == contract_id)
        return list(self.conn.execute(query.order_by(contract_versions.c.version)).scalars())

    def lock_year(self, agency_id: int, fiscal_year: int) -> None:
        self.conn.execute(
            dialect.insert(self.conn, contract_years)
            .values(agency_id=agency_id, fiscal_year=fiscal_year, held=1)
            .on_conflict_do_update(
                index_elements=["agency_id", "fiscal_year"], set_={"held": contract_years.c.held + 1}
            )
        )

    def approved(self, agency_id: int, fiscal_year: int) -> Contract | None:
        return self._first(contracts.c.agency_id == agency_id, contracts.c.fiscal_year == fiscal_year)

    def newest_approved(self, agency_id: int, before_year: int) -> Contract | None:
        return self._first(contracts.c.agency_id == agency_id, contracts.c.fiscal_year < before_year)

    def open_of(self, agency_id: int) -> Sequence[Contract]:
        states = [ContractState.SUBMITTED.value, ContractState.RETURNED.value]
        query = select(contracts).where(contracts.c.agency_id == agency_id, contracts.c.state.in_(states))
        return [_contract(row) for row in self.conn.execute(query.order_by(contracts.c.id))]

    def of_year(self, agency_id: int, fiscal_year: int) -> Sequence[Contract]:
        query = select(contracts).where(contracts.c.agency_id == agency_id, contracts.c.fiscal_year == fiscal_year)
        return [_contract(row) for row in self.conn.execute(query.order_by(contracts.c.id.desc()))]

    def is_under_way(self, agency_id: int, fiscal_year: int) -> bool:
        alive = contracts.c.state.in_([ContractState.SUBMITTED.value, ContractState.APPROVED.value])
        query = select(contracts.c.id).where(
            contracts.c.agency_id == agency_id, contracts.c.fiscal_year == fiscal_year, alive
        )
        return self.conn.execute(query.limit(1)).one_or_none() is not None

    def _first(self, *where: ColumnElement[bool]) -> Contract | None:
        row = self.conn.execute(
            select(contracts)
            .where(contracts.c.state == ContractState.APPROVED.value, *where)
            .order_by(contracts.c.fiscal_year.desc())
            .limit(1)
        ).one_or_none()
        return _contract(row) if row is not None else None

    def found(self, reach: Reach, sought: ContractQuery) -> tuple[Sequence[ContractRow], int]:
        joined = contracts.join(agencies, agencies.c.id == contracts.c.agency_id)
        where = [_within(reach), *(_fits(each) for each in sought.words)]
        total = self.conn.execute(select(func.count()).select_from(joined).where(*where)).scalar_one()
        rows = self.conn.execute(
            select(
                contracts.c.id,
                contracts.c.number,
                contracts.c.fiscal_year,
                contracts.c.state,
                contracts.c.name,
                agencies.c.name.label("agency"),
                agencies.c.short_name,
            )
            .select_from(joined)
            .where(*where)
            .order_by(contracts.c.id.desc())
            .limit(sought.limit)
            .offset(sought.offset)
        )
        return [
            ContractRow(
                ContractId(row.id),
                row.number,
                row.short_name or row.agency,
                row.fiscal_year,
                ContractState(row.state),
                row.name,
            )
            for row in rows
        ], total

    def distributors(self, fiscal_year: int, types: Sequence[str]) -> Sequence[AgencyId]:
        rows = self.conn.execute(
            select(contracts.c.agency_id)
            .where(
                contracts.c.state == ContractState.APPROVED.value,
                contracts.c.fiscal_year == fiscal_year,
                contracts.c.type.in_(types),
            )
            .order_by(contracts.c.agency_id)
        )
        return [AgencyId(each) for each in rows.scalars()]

    def path(self, unit_id: int) -> tuple[str, ...] | None:
        steps = self.conn.execute(
            select(approval_paths.c.steps).where(approval_paths.c.unit_id == unit_id)
        ).scalar_one_or_none()
        return None if steps is None else tuple(steps)

    def set_path(self, unit_id: int, steps: Sequence[str] | None) -> None:
        self.conn.execute(delete(approval_paths).where(approval_paths.c.unit_id == unit_id))
        if steps is not None:
            self.conn.execute(insert(approval_paths).values(unit_id=unit_id, steps=list(steps)))


def _fits(word: ContractWord) -> ColumnElement[bool]:
    kept = found_under(word.text) or word.text
    of_manager = select(accounts.c.id).where(accounts.c.find.contains(kept, autoescape=True))
    return or_(
        func.replace(contracts.c.number, "-", "").icontains(word.text.replace("-", ""), autoescape=True),
        contracts.c.name.icontains(word.text, autoescape=True),
        agencies.c.find.contains(kept, autoescape=True),
        contracts.c.manager_id.in_(of_manager),
        contracts.c.type.in_(word.types),
        contracts.c.level.in_(word.levels),
        contracts.c.state.in_([each.value for each in word.states]),
    )


def _within(reach: Reach) -> ColumnElement[bool]:
    """Drafts are the agency's own business."""
    submitted = contracts.c.submitted_at.is_not(None)
    if reach.all:
        return submitted
    if reach.unit_id is not None:
        return and_(submitted, agencies.c.unit_id == reach.unit_id)
    if reach.agency_id is not None:
        dropped = and_(contracts.c.state == ContractState.WITHDRAWN.value, contracts.c.submitted_at.is_(None))
        return and_(contracts.c.agency_id == reach.agency_id, not_(dropped))
    return false()


def _contract(row: Found) -> Contract:
    contact, distributor = row.distributor_contact_id, row.distributor_id
    return Contract(
        id=ContractId(row.id),
        number=row.number,
        agency_id=AgencyId(row.agency_id),
        fiscal_year=row.fiscal_year,
        state=ContractState(row.state),
        name=row.name,
        type=row.type,
        level=row.level,
        manager_id=AccountId(row.manager_id) if row.manager_id is not None else None,
        distributor_id=AgencyId(distributor) if distributor is not None else None,
        distributor_contact_id=AccountId(contact) if contact is not None else None,
        created_by=AccountId(row.created_by),
        created_at=row.created_at,
        submitted_at=row.submitted_at,
        approved_at=row.approved_at,
        profile=row.profile,
    )
