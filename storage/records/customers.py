"""Customers and their reports."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any, Final

from sqlalchemy import (
    ColumnElement,
    Connection,
    Row,
    Select,
    and_,
    bindparam,
    func,
    insert,
    null,
    or_,
    select,
    text,
    true,
    update,
)
from sqlalchemy.dialects.postgresql import insert as pg_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert

from domain import products
from domain.customers import (
    LIVE,
    Customer,
    CustomerId,
    CustomerState,
    Found,
    Grouping,
    Profile,
    Record,
    Report,
    ReportId,
    ReportState,
    Search,
    Tally,
)
from domain.errors import NotFound
from domain.names import same_key
from domain.people import AccountId, AgencyId
from domain.projects import ProjectItem, Stage
from domain.rights import Reach
from storage import finding
from storage.name_index import StoredNames
from storage.records import customer_lists
from storage.records.projects import item_from_json, item_to_json
from storage.tables.records import agencies, customers, identity_locks, reports

YEAR = timedelta(days=365)
_NOBODYS: Final[dict[str, Any]] = dict.fromkeys(
    (
        "agency_id",
        "contact_id",
        "protected_since",
        "protected_until",
        "protection",
        "end_set_on",
        "remind_on",
        "review_on",
        "followed_up_at",
        "follow_up_due",
        "reserved_for",
        "reserved_until",
    ),
    null(),
)
"""What a customer has of its holder, of the clock, and of a reservation that was served. SQL's NULL: a JSON column would make None a value."""
_BY_ID = select(customers).where(customers.c.id == bindparam("customer"))
_LOCKED = _BY_ID.with_for_update(key_share=True)  # what refers to a customer may be written beside it


def _stranded() -> Select[Any]:
    waits, other = reports.alias("waits"), reports.alias("other")
    same = other.c.customer_id == waits.c.customer_id
    before = or_(
        other.c.state == ReportState.PENDING.value,
        and_(
            other.c.state == ReportState.RETURNED.value,
            other.c.keeps_place_until.is_not(None),
            other.c.position < waits.c.position,
        ),
    )
    free = or_(customers.c.reserved_until.is_(None), customers.c.reserved_until < bindparam("now"))
    nobody = ~select(other.c.id).where(same, before).exists()
    return (
        select(waits.c.customer_id)
        .distinct()
        .join(customers, customers.c.id == waits.c.customer_id)
        .where(text("waits.state = 'queued'"), or_(customers.c.state == CustomerState.PROTECTED.value, nobody & free))
        .order_by(waits.c.customer_id)
        .limit(bindparam("most"))
    )


_STRANDED = _stranded()


class StoredCustomers:
    """Fulfils `domain.customers.Customers`."""

    def __init__(self, conn: Connection) -> None:
        self.conn = conn

    def lock_identity(self, same_key: str, credit_code: str | None) -> None:
        upsert = pg_insert if self.conn.dialect.name == "postgresql" else sqlite_insert
        identities = [f"name:{same_key}"] + ([f"code:{credit_code}"] if credit_code is not None else [])
        for identity in sorted(identities):  # always in one order, so that two can't wait for each other
            self.conn.execute(
                upsert(identity_locks)
                .values(identity=identity, held=1)
                .on_conflict_do_update(index_elements=["identity"], set_={"held": identity_locks.c.held + 1})
            )

    def by_name(self, same_key: str) -> Sequence[Customer]:
        living = (customers.c.same_key == same_key, customers.c.merged_into.is_(None))
        return self._customers(select(customers).where(*living).order_by(customers.c.id))

    def by_code(self, credit_code: str) -> Customer | None:
        found = self._customers(select(customers).where(customers.c.credit_code == credit_code))
        return found[0] if found else None

    def reported_as(self, same_key: str, credit_code: str | None) -> Sequence[Customer]:
        told = reports.c.same_key == same_key
        if credit_code is not None:
            told |= reports.c.credit_code == credit_code
        live = select(reports.c.customer_id).where(told, reports.c.state.in_(sorted(LIVE)))
        return self._customers(select(customers).where(customers.c.id.in_(live)).order_by(customers.c.id))

    def get(self, customer_id: int) -> Customer:
        row = self.conn.execute(_BY_ID, {"customer": customer_id}).one_or_none()
        if row is None:
            raise NotFound("customer")
        return customer_of(row)

    def lock(self, customer_id: int) -> Customer:
        row = self.conn.execute(_LOCKED, {"customer": customer_id}).one_or_none()
        if row is None:
            raise NotFound("customer")
        return customer_of(row)

    def _customers(self, query: Select[Any]) -> list[Customer]:
        return [customer_of(row) for row in self.conn.execute(query)]

    def add(self, *, name: str, same_key: str, credit_code: str | None, now: datetime) -> Customer:
        made = self.conn.execute(
            insert(customers)
            .values(
                name=name,
                same_key=same_key,
                credit_code=credit_code,
                state=CustomerState.OPEN.value,
                created_at=now,
            )
            .returning(customers.c.id)
        ).scalar_one()
        return self.get(made)

    def set_code(self, customer_id: int, credit_code: str) -> None:
        self._set(customer_id, credit_code=credit_code)
        finding.refresh(self.conn, customer_id)

    def protect(
        self,
        customer_id: int,
        *,
        agency_id: int,
        contact_id: int,
        since: datetime,
        until: date | None,
        profile: Profile,
        stage: Stage | None,
        follow_up_due: date,
    ) -> None:
        before = self.get(customer_id)
        if profile.credit_code is None:  # a known code is never forgotten
            profile = replace(profile, credit_code=before.credit_code)
        self.conn.execute(
            update(customers)
            .where(customers.c.id == customer_id)
            .values(
                name=profile.name,
                same_key=same_key(profile.name),
                credit_code=profile.credit_code,
                domain=_first_level(profile),
                followed_up_at=None,
                follow_up_due=follow_up_due,
                state=CustomerState.PROTECTED.value,
                agency_id=agency_id,
                contact_id=contact_id,
                protected_since=since,
                protected_until=until,
                profile=profile_to_json(profile),
                stage=stage.value if stage is not None else None,
            )
        )
        StoredNames(self.conn).rename(customer_id, profile.name)

    def held(self, reach: Reach, search: Search) -> Found:
        ids, total = customer_lists.page(self.conn, reach, search)
        rows = {row.id: row for row in self._customers(select(customers).where(customers.c.id.in_(ids)))}
        return Found([rows[CustomerId(each)] for each in ids], total)

    def after(self, reach: Reach, search: Search, customer_id: int, limit: int) -> Sequence[Customer]:
        where = (*customer_lists.wanted(self.conn, reach, search), customers.c.id > customer_id)
        return self._customers(select(customers).where(*where).order_by(customers.c.id).limit(limit))

    def tally(self, reach: Reach, *, ending_by: date, today: date) -> Tally:
        return customer_lists.tally(self.conn, reach, ending_by, today)

    def groups(self, reach: Reach, by: Grouping) -> Sequence[tuple[str, int]]:
        return customer_lists.groups(self.conn, reach, by)

    def set_stage(self, customer_id: int, stage: Stage | None) -> None:
        self._set(customer_id, stage=stage.value if stage is not None else None)

    def followed_up(self, customer_id: int, at: datetime, due: date) -> None:
        self._set(customer_id, followed_up_at=at, follow_up_due=due)

    def count_hoarded(self, agency_id: int) -> int:
        real = (Stage.DEVELOPMENT.value, Stage.PILOT.value, Stage.PRODUCTION.value)
        idle = self.conn.execute(
            select(func.count())
            .select_from(customers)
            .where(
                customer_lists.HELD,
                customers.c.agency_id == agency_id,
                or_(customers.c.stage.is_(None), customers.c.stage.not_in(real)),
            )
        ).scalar_one()
        return (
            idle
            + self.conn.execute(
                select(func.count())
                .select_from(reports)
                .where(reports.c.agency_id == agency_id, reports.c.state.in_(sorted(LIVE)))
            ).scalar_one()
        )

    def reserve(self, customer_id: int, agency_id: int, until: datetime) -> None:
        self._set(customer_id, reserved_for=agency_id, reserved_until=until)

    def set_free(self, customer_id: int, state: CustomerState) -> None:
        self._set(customer_id, state=state.value, **_NOBODYS)

    def correct(self, customer_id: int, profile: Profile, same_key: str) -> None:
        self._set(
            customer_id,
            name=profile.name,
            domain=_first_level(profile),
            same_key=same_key,
            credit_code=profile.credit_code,
            profile=profile_to_json(profile),
        )
        finding.refresh(self.conn, customer_id)

    def merge(self, gone: int, into: int) -> None:
        before, after = self.get(gone), self.get(into)
        self._set(gone, state=CustomerState.MERGED.value, merged_into=into, credit_code=None, **_NOBODYS)
        if after.credit_code is None and before.credit_code is not None:
            self.set_code(into, before.credit_code)

    def take_over(self, gone: int, into: int, profile: Profile | None) -> None:
        standing = [customers.c[name] for name in ("state", "stage", *_NOBODYS)]
        row = self.conn.execute(select(*standing).where(customers.c.id == gone)).mappings().one()
        values = {name: null() if value is None else value for name, value in row.items()}
        if profile is not None:
            values |= {"profile": profile_to_json(profile), "domain": _first_level(profile)}
        self._set(into, **values)

    def merged_into(self, customer_id: int) -> Sequence[CustomerId]:
        query = select(customers.c.id).where(customers.c.merged_into == customer_id).order_by(customers.c.id)
        return [CustomerId(each) for each in self.conn.execute(query).scalars()]

    def _set(self, customer_id: int, **values: Any) -> None:
        self.conn.execute(update(customers).where(customers.c.id == customer_id).values(**values))

    # --- reports --------------------------------------------------------------------------------------------------

    def report(self, report_id: int, *, lock: bool = False) -> Report:
        query = select(reports).where(reports.c.id == report_id)
        row = self.conn.execute(query.with_for_update() if lock else query).one_or_none()
        if row is None:
            raise NotFound("report")
        return _report(row)

    def reports_of(self, customer_id: int, states: frozenset[ReportState]) -> Sequence[Report]:
        rows = self.conn.execute(
            select(reports)
            .where(reports.c.customer_id == customer_id, reports.c.state.in_(sorted(states)))
            .order_by(reports.c.position)
        )
        return [_report(row) for row in rows]

    def requests(self, reach: Reach, *, open_only: bool, offset: int, limit: int) -> tuple[Sequence[Report], int]:
        where = [_reports_within(reach)]
        if open_only:
            where.append(reports.c.state.in_(sorted(LIVE)))
        total = self.conn.execute(select(func.count()).select_from(reports).where(*where)).scalar_one()
        rows = self.conn.execute(
            select(reports).where(*where).order_by(reports.c.id.desc()).limit(limit).offset(offset)
        )
        return [_report(row) for row in rows], total

    def requeue(self, reports_: Sequence[int], customer_id: int) -> None:
        for each in reports_:
            behind = {"customer_id": customer_id, "position": self.next_position(customer_id)}
            self.conn.execute(update(reports).where(reports.c.id == each).values(**behind))

    def next_position(self, customer_id: int) -> int:
        counted = (
            update(customers)
            .where(customers.c.id == customer_id)
            .values(last_position=customers.c.last_position + 1)
            .returning(customers.c.last_position)
        )
        return int(self.conn.execute(counted).scalar_one())

    def add_report(
        self,
        *,
        number: str,
        customer_id: int,
        state: ReportState,
        position: int,
        agency_id: int,
        reporter_id: int,
        contact_id: int,
        profile: Profile,
        project: ProjectItem | None,
        submitted_at: datetime,
    ) -> Report:
        made = self.conn.execute(
            insert(reports)
            .values(
                number=number,
                customer_id=customer_id,
                state=state.value,
                position=position,
                agency_id=agency_id,
                reporter_id=reporter_id,
                contact_id=contact_id,
                **_told(profile),
                project=item_to_json(project) if project is not None else None,
                submitted_at=submitted_at,
                return_fields=[],
            )
            .returning(reports.c.id)
        ).scalar_one()
        return self.report(made)

    def settle(
        self,
        report_id: int,
        state: ReportState,
        *,
        at: datetime,
        reason: str = "",
        return_fields: tuple[str, ...] = (),
        keeps_place_until: datetime | None = None,
    ) -> None:
        self.conn.execute(
            update(reports)
            .where(reports.c.id == report_id)
            .values(
                state=state.value,
                decided_at=at,
                reason=reason,
                return_fields=list(return_fields),
                keeps_place_until=keeps_place_until,
            )
        )

    def resubmit(
        self,
        report_id: int,
        *,
        state: ReportState,
        profile: Profile,
        contact_id: int,
        project: ProjectItem | None,
        customer_id: int,
        position: int,
        submitted_at: datetime,
    ) -> None:
        self.conn.execute(
            update(reports)
            .where(reports.c.id == report_id)
            .values(
                state=state.value,
                **_told(profile),
                contact_id=contact_id,
                project=item_to_json(project) if project is not None else None,
                customer_id=customer_id,
                position=position,
                submitted_at=submitted_at,
                keeps_place_until=None,
                return_fields=[],
                reason="",
            )
        )

    def lose_place(self, report_id: int) -> None:
        self.conn.execute(update(reports).where(reports.c.id == report_id).values(keeps_place_until=None))

    def returned_before(self, now: datetime, limit: int) -> Sequence[int]:
        rows = self.conn.execute(
            select(reports.c.id)
            .where(reports.c.keeps_place_until < now, reports.c.state == ReportState.RETURNED.value)
            .order_by(reports.c.keeps_place_until)
            .limit(limit)
        )
        return list(rows.scalars())

    def stranded(self, now: datetime, limit: int) -> Sequence[int]:
        return list(self.conn.execute(_STRANDED, {"now": now, "most": limit}).scalars())

    def record_of(self, account_id: int, now: datetime, today: date) -> Record:
        refused = self.conn.execute(
            select(func.count())
            .select_from(reports)
            .where(
                or_(reports.c.contact_id == account_id, reports.c.reporter_id == account_id),
                reports.c.state == ReportState.REJECTED.value,
                reports.c.decided_at > now - YEAR,
            )
        ).scalar_one()
        tally = self.tally(Reach(account_id=account_id), ending_by=today, today=today)
        return Record(held=tally.held, overdue=tally.overdue, refused=refused)


def _told(profile: Profile) -> dict[str, Any]:
    """What a report says of the customer."""
    known_by = {"same_key": same_key(profile.name), "credit_code": profile.credit_code}
    return {"profile": profile_to_json(profile), **known_by}


def _first_level(profile: Profile) -> str:
    return profile.domain.partition(products.BETWEEN)[0]


def _reports_within(reach: Reach) -> ColumnElement[bool]:
    if reach.all:
        return true()
    if reach.unit_id is not None:
        return reports.c.agency_id.in_(select(agencies.c.id).where(agencies.c.unit_id == reach.unit_id))
    if reach.agency_id is not None:
        return reports.c.agency_id == reach.agency_id
    return or_(reports.c.reporter_id == reach.account_id, reports.c.contact_id == reach.account_id)


def customer_of(row: Row[Any]) -> Customer:
    return Customer(
        id=CustomerId(row.id),
        name=row.name,
        same_key=row.same_key,
        credit_code=row.credit_code,
        state=CustomerState(row.state),
        agency_id=AgencyId(row.agency_id) if row.agency_id is not None else None,
        contact_id=AccountId(row.contact_id) if row.contact_id is not None else None,
        protected_since=row.protected_since,
        protected_until=row.protected_until,
        profile=profile_from_json(row.profile) if row.profile is not None else None,
        stage=Stage(row.stage) if row.stage is not None else None,
        followed_up_at=row.followed_up_at,
        follow_up_due=row.follow_up_due,
        reserved_for=AgencyId(row.reserved_for) if row.reserved_for is not None else None,
        reserved_until=row.reserved_until,
        merged_into=CustomerId(row.merged_into) if row.merged_into is not None else None,
    )


def _report(row: Row[Any]) -> Report:
    return Report(
        id=ReportId(row.id),
        number=row.number,
        customer_id=CustomerId(row.customer_id),
        state=ReportState(row.state),
        position=row.position,
        agency_id=AgencyId(row.agency_id),
        reporter_id=AccountId(row.reporter_id),
        contact_id=AccountId(row.contact_id),
        profile=profile_from_json(row.profile),
        project=item_from_json(row.project) if row.project is not None else None,
        submitted_at=row.submitted_at,
        decided_at=row.decided_at,
        keeps_place_until=row.keeps_place_until,
        return_fields=tuple(row.return_fields),
        reason=row.reason,
    )


def profile_to_json(profile: Profile) -> dict[str, Any]:
    return {
        "name": profile.name,
        "credit_code": profile.credit_code,
        "region": profile.region,
        "domain": profile.domain,
        "volume": str(profile.volume),
        "mcus": profile.mcus,
        "buyer": profile.buyer,
        "factory": profile.factory,
        "background": profile.background,
    }


def profile_from_json(data: dict[str, Any]) -> Profile:
    return Profile(**{**data, "volume": Decimal(data["volume"])})
