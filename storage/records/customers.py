"""Customers; their reports are in `reports`."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Final, Literal

from sqlalchemy import (
    Select,
    bindparam,
    func,
    insert,
    null,
    or_,
    select,
    update,
)

from domain.approvals.records import ApprovalState
from domain.base.errors import NotFound
from domain.base.kinds import Kind
from domain.base.rights import Reach
from domain.base.stage import Stage
from domain.customers.records import (
    LIVE,
    Customer,
    CustomerId,
    CustomersFound,
    CustomerState,
    Grouping,
    HeldBy,
    HeldCounts,
    Profile,
    Record,
    Search,
)
from domain.names import same_key
from domain.people.records import AccountId, AgencyId
from storage.engine import Found, Query
from storage.engine.dialect import Insert, insert_for, is_postgres
from storage.engine.statements import each_once, fixed, once
from storage.names import finding
from storage.names import keys as name_keys
from storage.names.index import StoredNames
from storage.records import customer_lists
from storage.records.profiles import listed, profile_from_json, profile_to_json
from storage.records.reports import StoredReports
from storage.tables.approvals import approval_steps, approvals
from storage.tables.customers import customers, identity_locks
from storage.tables.reports import reports

YEAR = timedelta(days=365)
_NOBODYS: Final[dict[str, object]] = dict.fromkeys(
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
_BY_ID = fixed(select(customers).where(customers.c.id == bindparam("customer")))
_LOCKED = fixed(_BY_ID.with_for_update(key_share=True))  # what refers to a customer may be written beside it
_SEVERAL = fixed(
    select(customers).where(customers.c.id.in_(bindparam("customers", expanding=True))).order_by(customers.c.id)
)
_SEVERAL_LOCKED = fixed(_SEVERAL.with_for_update())

_PROTECT = fixed(update(customers).where(customers.c.id == bindparam("customer")))


def _hoarded() -> Select[int]:
    """Protected customers without a project that goes on, and reports that aren't overdue at the vendor's."""
    idle = select(func.count()).where(
        customer_lists.HELD,
        customers.c.agency_id == bindparam("agency"),
        or_(
            customers.c.stage.is_(None),
            customers.c.stage.not_in((Stage.DEVELOPMENT.value, Stage.PILOT.value, Stage.PRODUCTION.value)),
        ),
    )
    late = (
        select(approvals.c.id)
        .join(approval_steps, approval_steps.c.approval_id == approvals.c.id)
        .where(
            approvals.c.kind == Kind.CUSTOMER_REPORT.value,
            approvals.c.subject_id == reports.c.id,
            approvals.c.state == ApprovalState.PENDING.value,
            approval_steps.c.level == approvals.c.level,
            approval_steps.c.due_at < bindparam("now", type_=approval_steps.c.due_at.type),
        )
    )
    open_ = select(func.count()).where(
        reports.c.agency_id == bindparam("agency"), reports.c.state.in_(sorted(LIVE)), ~late.exists()
    )
    return select((idle.scalar_subquery() + open_.scalar_subquery()).label("hoarded"))


_HOARDED = fixed(_hoarded())


@each_once
def _reported_as(coded: bool) -> Query:
    told = reports.c.same_key == bindparam("key")
    if coded:
        told |= reports.c.credit_code == bindparam("code")
    live = select(reports.c.customer_id).where(told, reports.c.state.in_(sorted(LIVE)))
    return select(customers).where(customers.c.id.in_(live)).order_by(customers.c.id)


@each_once
def _holding(postgres: bool) -> Insert:
    first = insert_for(identity_locks, postgres=postgres)
    return first.on_conflict_do_update(index_elements=["identity"], set_={"held": identity_locks.c.held + 1})


class StoredCustomers(StoredReports):
    """Fulfils `domain.customers.records.Customers`."""

    def lock_identity(self, same_key: str, credit_code: str | None) -> None:
        identities = [f"name:{same_key}"] + ([f"code:{credit_code}"] if credit_code is not None else [])
        for identity in sorted(identities):  # always in one order, so that two can't wait for each other
            self.conn.execute(_holding(is_postgres(self.conn)), {"identity": identity, "held": 1})

    def by_name(self, same_key: str) -> Sequence[Customer]:
        living = once(
            lambda p: (
                select(customers)
                .where(customers.c.same_key == p.key, customers.c.merged_into.is_(None))
                .order_by(customers.c.id)
            ),
            key=same_key,
        )
        return [customer_of(row) for row in self.conn.execute(*living)]

    def by_code(self, credit_code: str) -> Customer | None:
        coded = once(lambda p: select(customers).where(customers.c.credit_code == p.code), code=credit_code)
        row = self.conn.execute(*coded).first()
        return customer_of(row) if row is not None else None

    def reported_as(self, same_key: str, credit_code: str | None) -> Sequence[Customer]:
        told = {"key": same_key} if credit_code is None else {"key": same_key, "code": credit_code}
        return [customer_of(row) for row in self.conn.execute(_reported_as(credit_code is not None), told)]

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

    def several(self, wanted: Collection[int], *, lock: bool = False) -> Mapping[int, Customer]:
        rows = self.conn.execute(_SEVERAL_LOCKED if lock else _SEVERAL, {"customers": sorted(wanted)})
        return {each.id: each for each in map(customer_of, rows)}

    def add(self, *, name: str, same_key: str, credit_code: str | None, now: datetime) -> Customer:
        made = self.conn.execute(
            *once(
                lambda _: insert(customers).returning(customers),
                name=name,
                same_key=same_key,
                credit_code=credit_code,
                state=CustomerState.OPEN.value,
                created_at=now,
            )
        ).one()
        return customer_of(made)

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
        before, key = self.get(customer_id), same_key(profile.name)
        if profile.credit_code is None:  # a known code is never forgotten
            profile = replace(profile, credit_code=before.credit_code)
        self.conn.execute(
            _PROTECT,
            {
                "customer": customer_id,
                "name": profile.name,
                "same_key": key,
                "credit_code": profile.credit_code,
                **listed(profile),
                "followed_up_at": None,
                "follow_up_due": follow_up_due,
                "state": CustomerState.PROTECTED.value,
                "agency_id": agency_id,
                "contact_id": contact_id,
                "protected_since": since,
                "protected_until": until,
                "profile": profile_to_json(profile),
                "stage": stage.value if stage is not None else None,
            },
        )
        StoredNames(self.conn).rename(customer_id, profile.name)
        if key != before.same_key:
            name_keys.part(self.conn, customer_id)

    def held(self, reach: Reach, search: Search) -> CustomersFound:
        ids, total = customer_lists.page(self.conn, reach, search)
        rows = self.several(ids)
        return CustomersFound([rows[CustomerId(each)] for each in ids], total)

    def after(self, reach: Reach, search: Search, customer_id: int, limit: int) -> Sequence[Customer]:
        where = (*customer_lists.wanted(self.conn, reach, search), customers.c.id > customer_id)
        query = select(customers).where(*where).order_by(customers.c.id).limit(limit)
        return [customer_of(row) for row in self.conn.execute(query)]

    def tally(self, reach: Reach, *, ending_by: date, today: date) -> HeldCounts:
        return customer_lists.tally(self.conn, reach, ending_by, today)

    def tallies(
        self, reach: Reach, by: Literal[Grouping.AGENCY, Grouping.PERSON], *, ending_by: date, today: date
    ) -> Sequence[HeldBy]:
        return customer_lists.tallies(self.conn, reach, by, ending_by, today)

    def groups(self, reach: Reach, by: Grouping) -> Sequence[tuple[str, int]]:
        return customer_lists.groups(self.conn, reach, by)

    def set_stage(self, customer_id: int, stage: Stage | None) -> None:
        self._set(customer_id, stage=stage.value if stage is not None else None)

    def followed_up(self, customer_id: int, at: datetime, due: date) -> None:
        self._set(customer_id, followed_up_at=at, follow_up_due=due)

    def count_hoarded(self, agency_id: int, now: datetime) -> int:
        counted = {"agency": agency_id, "now": now}
        return self.conn.execute(_HOARDED, counted).scalar_one()

    def reserve(self, customer_id: int, agency_id: int, until: datetime) -> None:
        self._set(customer_id, reserved_for=agency_id, reserved_until=until)

    def set_free(self, customer_id: int, state: CustomerState) -> None:
        self._set(customer_id, state=state.value, **_NOBODYS)

    def correct(self, customer_id: int, profile: Profile, same_key: str) -> None:
        renamed = same_key != self.get(customer_id).same_key
        self._set(
            customer_id,
            name=profile.name,
            same_key=same_key,
            credit_code=profile.credit_code,
            profile=profile_to_json(profile),
            **listed(profile),
        )
        if renamed:
            name_keys.part(self.conn, customer_id)
        finding.refresh(self.conn, customer_id)

    def merge(self, gone: int, into: int) -> None:
        before, after = self.get(gone), self.get(into)
        self._set(gone, state=CustomerState.MERGED.value, merged_into=into, credit_code=None, **_NOBODYS)
        name_keys.part(self.conn, gone, into)
        if after.credit_code is None and before.credit_code is not None:
            self.set_code(into, before.credit_code)

    def take_over(self, gone: int, into: int, profile: Profile | None) -> None:
        standing = [customers.c[name] for name in ("state", "stage", *_NOBODYS)]
        row = self.conn.execute(select(*standing).where(customers.c.id == gone)).mappings().one()
        values = {name: null() if value is None else value for name, value in row.items()}
        if profile is not None:
            values |= {"profile": profile_to_json(profile), **listed(profile)}
        self._set(into, **values)

    def merged_into(self, customer_id: int) -> Sequence[CustomerId]:
        query = select(customers.c.id).where(customers.c.merged_into == customer_id).order_by(customers.c.id)
        return [CustomerId(each) for each in self.conn.execute(query).scalars()]

    def twins(self) -> Sequence[tuple[CustomerId, CustomerId]]:
        query = select(customers.c.twin_of, customers.c.id).where(customers.c.twin_of.is_not(None))
        living = query.where(customers.c.merged_into.is_(None)).order_by(customers.c.twin_of, customers.c.id)
        return [(CustomerId(first), CustomerId(second)) for first, second in self.conn.execute(living)]

    def _set(self, customer_id: int, **values: object) -> None:
        self.conn.execute(update(customers).where(customers.c.id == customer_id).values(**values))

    def record_of(self, account_id: int, now: datetime, today: date) -> Record:
        tally = self.tally(Reach(account_id=account_id), ending_by=today, today=today)
        return Record(held=tally.held, overdue=tally.overdue, refused=self.count_refused(account_id, now - YEAR))


def customer_of(row: Found) -> Customer:
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
