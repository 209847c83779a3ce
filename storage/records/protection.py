"""Protected customers over time, and what is asked for them."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from typing import Required, TypedDict

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    Update,
    bindparam,
    func,
    insert,
    not_,
    select,
    text,
    true,
    tuple_,
    update,
)
from sqlalchemy.sql.elements import TextClause

from domain.base.errors import NotFound
from domain.base.kinds import Kind
from domain.base.rights import Reach
from domain.base.stage import Stage
from domain.base.walking import Place
from domain.customers.records import CustomerId
from domain.people.records import AccountId, AgencyId
from domain.protection.clock import Entered, Protection
from domain.protection.records import Held, LossReason, ProtectionRequest, ProtectionRequestId, ProtectionRequestState
from storage.engine import Found, Query
from storage.engine.reach import WHOSE, shape
from storage.engine.statements import each_once, fixed
from storage.records.customer_lists import of_a_colleague
from storage.tables.customers import customers
from storage.tables.people import agencies
from storage.tables.pool import holdings
from storage.tables.protection import PENDING, protection_requests

PROTECTED = text("customers.state = 'protected'")
"""As text: SQLite takes a partial index only for literals."""
_HELD = (
    customers.c.id,
    customers.c.name,
    customers.c.agency_id,
    customers.c.contact_id,
    customers.c.protection,
    customers.c.end_set_on,
    customers.c.protected_since,
)
_BY_ID = fixed(select(*_HELD).where(customers.c.id == bindparam("customer"), PROTECTED))
_LOCKED = fixed(_BY_ID.with_for_update())
_PENDING_OF = fixed(
    select(protection_requests)
    .where(protection_requests.c.customer_id == bindparam("customer"), PENDING)
    .order_by(protection_requests.c.id)
)
_LOST = fixed(insert(holdings))
_undecided = (
    select(protection_requests.c.id)
    .where(protection_requests.c.customer_id == customers.c.id, text("protection_requests.state = 'pending'"))
    .exists()
)
_in_review = (
    select(protection_requests.c.id)
    .where(
        protection_requests.c.customer_id == customers.c.id,
        protection_requests.c.kind == Kind.PRODUCTION_REVIEW.value,
        text("protection_requests.state = 'pending'"),
    )
    .exists()
)


def _asked_for(by: str, open_only: bool) -> list[ColumnElement[bool] | TextClause]:
    """Of what was decided, not what a colleague has by now."""
    if open_only:
        return [_within(by), PENDING]
    return [_within(by), *([not_(of_a_colleague(protection_requests))] if by == "account" else [])]


@each_once
def _count(by: str, open_only: bool) -> Select[int]:
    return select(func.count()).select_from(protection_requests).where(*_asked_for(by, open_only))


@each_once
def _page(by: str, open_only: bool) -> Query:
    newest = select(protection_requests).where(*_asked_for(by, open_only)).order_by(protection_requests.c.id.desc())
    return newest.limit(bindparam("most")).offset(bindparam("first"))


@each_once
def _setting(names: tuple[str, ...]) -> Update:
    this = update(customers).where(customers.c.id == bindparam("customer"))
    return this.values({name: bindparam(name) for name in names})


class StoredProtections:
    """Fulfils `domain.protection.records.Protections`."""

    def __init__(self, conn: Connection) -> None:
        self.conn = conn

    def held(self, customer_id: int, *, lock: bool = False) -> Held | None:
        row = self.conn.execute(_LOCKED if lock else _BY_ID, {"customer": customer_id}).one_or_none()
        return held_of(row) if row is not None else None

    def hold(
        self, customer_id: int, protection: Protection, *, set_on: date, remind_on: date | None, review_on: date | None
    ) -> None:
        self._set(
            customer_id,
            protected_until=protection.last_day,
            protection=protection_to_json(protection),
            end_set_on=set_on,
            remind_on=remind_on,
            review_on=review_on,
        )

    def remind_next(self, days: Mapping[int, date | None]) -> None:
        if days:
            this = update(customers).where(customers.c.id == bindparam("customer"))
            values = [{"customer": customer, "day": day} for customer, day in days.items()]
            self.conn.execute(this.values(remind_on=bindparam("day")), values)

    def remember(self, held: Held, *, at: datetime, why: LossReason, reason: str) -> None:
        values = {
            "customer_id": held.customer_id,
            "agency_id": held.agency_id,
            "contact_id": held.contact_id,
            "since": held.since,
            "ended_at": at,
            "why": why.value,
            "reason": reason,
        }
        self.conn.execute(_LOST, values)

    def _set(self, customer_id: int, **values: object) -> None:
        self.conn.execute(_setting(tuple(values)), {"customer": customer_id, **values})

    # --- what is due ----------------------------------------------------------------------------------------------

    def over(self, today: date, limit: int) -> Sequence[int]:
        query = (
            select(customers.c.id)
            .where(PROTECTED, customers.c.protected_until < today, ~_undecided)
            .order_by(customers.c.protected_until, customers.c.id)
            .limit(limit)
            .with_for_update(of=customers, skip_locked=True)
        )
        return list(self.conn.execute(query).scalars())

    def to_remind(self, today: date, after: Place, limit: int) -> Sequence[tuple[Place, Held]]:
        day, last = after
        query = (
            select(*_HELD, customers.c.remind_on)
            .where(
                PROTECTED,
                text("customers.remind_on IS NOT NULL"),
                customers.c.remind_on <= today,
                tuple_(customers.c.remind_on, customers.c.id) > (day, last),
            )
            .order_by(customers.c.remind_on, customers.c.id)
            .limit(limit)
            .with_for_update(skip_locked=True)
        )
        return [((row.remind_on, row.id), held_of(row)) for row in self.conn.execute(query)]

    def to_review(self, today: date, limit: int) -> Sequence[Held]:
        query = (
            select(*_HELD)
            .where(PROTECTED, ~_in_review, text("customers.review_on IS NOT NULL"), customers.c.review_on <= today)
            .order_by(customers.c.review_on, customers.c.id)
            .limit(limit)
            .with_for_update(skip_locked=True)
        )
        return [held_of(row) for row in self.conn.execute(query)]

    # --- requests -------------------------------------------------------------------------------------------------

    def request(self, request_id: int) -> ProtectionRequest:
        found = self._requests(protection_requests.c.id == request_id)
        if not found:
            raise NotFound("request")
        return found[0]

    def add_request(
        self,
        *,
        number: str,
        kind: Kind,
        held: Held,
        asked_at: datetime,
        day: date,
        stage: Stage | None = None,
        months: int | None = None,
        reason: str = "",
    ) -> ProtectionRequest:
        made = self.conn.execute(
            insert(protection_requests)
            .values(
                number=number,
                kind=kind.value,
                customer_id=held.customer_id,
                agency_id=held.agency_id,
                contact_id=held.contact_id,
                state=ProtectionRequestState.PENDING.value,
                asked_at=asked_at,
                day=day,
                stage=stage.value if stage is not None else None,
                months=months,
                reason=reason,
            )
            .returning(protection_requests.c.id)
        ).scalar_one()
        return self.request(made)

    def close_request(
        self, request_id: int, state: ProtectionRequestState, *, at: datetime, granted: int | None = None
    ) -> None:
        self.conn.execute(
            update(protection_requests)
            .where(protection_requests.c.id == request_id)
            .values(state=state.value, decided_at=at, granted=granted)
        )

    def set_granted(self, request_id: int, months: int) -> None:
        this = update(protection_requests).where(protection_requests.c.id == request_id)
        self.conn.execute(this.values(granted=months))

    def pending_of(self, customer_id: int) -> Sequence[ProtectionRequest]:
        return [_request(row) for row in self.conn.execute(_PENDING_OF, {"customer": customer_id})]

    def pending_of_all(self, customers_: Collection[int]) -> list[ProtectionRequest]:
        return self._requests(protection_requests.c.customer_id.in_(customers_), PENDING)

    def move(self, gone: int, into: int, contact_id: int) -> None:
        of_gone = update(protection_requests).where(protection_requests.c.customer_id == gone)
        self.conn.execute(of_gone.where(PENDING).values(contact_id=contact_id))
        self.conn.execute(of_gone.values(customer_id=into))

    def extended(self, customer_id: int, agency_id: int) -> Sequence[ProtectionRequest]:
        return self._requests(
            protection_requests.c.customer_id == customer_id,
            protection_requests.c.agency_id == agency_id,
            protection_requests.c.kind == Kind.EXTENSION.value,
            protection_requests.c.state == ProtectionRequestState.APPROVED.value,
        )

    def requests(
        self, reach: Reach, *, open_only: bool, offset: int, limit: int
    ) -> tuple[Sequence[ProtectionRequest], int]:
        by, of = shape(reach)
        total = self.conn.execute(_count(by, open_only), of).scalar_one()
        rows = self.conn.execute(_page(by, open_only), {**of, "most": limit, "first": offset}) if limit else ()
        return [_request(row) for row in rows], total

    def undecided_past(self, last_day: date) -> Sequence[tuple[ProtectionRequest, date]]:
        query = (
            select(protection_requests, customers.c.protected_until)
            .join(customers, customers.c.id == protection_requests.c.customer_id)
            .where(
                PROTECTED,
                text("protection_requests.state = 'pending'"),
                protection_requests.c.kind.in_([Kind.EXTENSION.value, Kind.STAGE_CONFIRMATION.value]),
                customers.c.protected_until <= last_day,
            )
            .order_by(protection_requests.c.id)
        )
        return [(_request(row), row.protected_until) for row in self.conn.execute(query)]

    def _requests(self, *where: ColumnElement[bool] | TextClause) -> list[ProtectionRequest]:
        query = select(protection_requests).where(*where).order_by(protection_requests.c.id)
        return [_request(row) for row in self.conn.execute(query)]


def _within(by: str) -> ColumnElement[bool]:
    match by:
        case "all":
            return true()
        case "unit":
            return protection_requests.c.agency_id.in_(select(agencies.c.id).where(agencies.c.unit_id == WHOSE))
        case "agency":
            return protection_requests.c.agency_id == WHOSE
        case _:
            return protection_requests.c.contact_id == WHOSE


def held_of(row: Found) -> Held:
    return Held(
        customer_id=CustomerId(row.id),
        name=row.name,
        agency_id=AgencyId(row.agency_id),
        contact_id=AccountId(row.contact_id),
        protection=_protection(row.protection),
        set_on=row.end_set_on,
        since=row.protected_since,
    )


def protection_to_json(protection: Protection) -> dict[str, object]:
    return {
        "until": protection.until.isoformat(),
        "endless": protection.endless,
        "granted": sorted(stage.value for stage in protection.granted),
        "reviewed_on": _iso(protection.reviewed_on),
        "waiting": [[each.stage.value, each.on.isoformat(), _iso(each.left)] for each in protection.waiting],
        "refused": {stage.value: day.isoformat() for stage, day in protection.refused.items()},
        "told": sorted(stage.value for stage in protection.told),
        "by_orders": _iso(protection.by_orders),
    }


class KeptProtection(TypedDict, total=False):
    """Days are ISO's; what may lack wasn't kept before stages waited."""

    until: Required[str]
    endless: Required[bool]
    granted: Required[list[str]]
    reviewed_on: Required[str | None]
    waiting: list[tuple[str, str, str | None]]
    refused: dict[str, str]
    told: list[str]
    by_orders: str | None


def _protection(data: KeptProtection) -> Protection:
    return Protection(
        until=date.fromisoformat(data["until"]),
        endless=data["endless"],
        granted=frozenset(Stage(each) for each in data["granted"]),
        reviewed_on=_day(data["reviewed_on"]),
        waiting=tuple(
            Entered(Stage(stage), date.fromisoformat(on), _day(left)) for stage, on, left in data.get("waiting", ())
        ),
        refused={Stage(stage): date.fromisoformat(day) for stage, day in data.get("refused", {}).items()},
        told=frozenset(Stage(each) for each in data.get("told", ())),
        by_orders=_day(data.get("by_orders")),
    )


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day is not None else None


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text is not None else None


def _request(row: Found) -> ProtectionRequest:
    return ProtectionRequest(
        id=ProtectionRequestId(row.id),
        number=row.number,
        kind=Kind(row.kind),
        customer_id=CustomerId(row.customer_id),
        agency_id=AgencyId(row.agency_id),
        contact_id=AccountId(row.contact_id),
        state=ProtectionRequestState(row.state),
        asked_at=row.asked_at,
        day=row.day,
        stage=Stage(row.stage) if row.stage is not None else None,
        months=row.months,
        reason=row.reason,
        granted=row.granted,
        decided_at=row.decided_at,
    )
