"""Reports of customers, and the line of those who want the same one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    and_,
    bindparam,
    func,
    insert,
    not_,
    or_,
    select,
    text,
    true,
    update,
)

from domain.base.errors import NotFound
from domain.base.rights import Reach
from domain.customers.records import LIVE, CustomerId, CustomerState, Profile, Report, ReportId, ReportState
from domain.names import same_key
from domain.people.records import AccountId, AgencyId
from domain.projects.records import ProjectItem
from storage.engine import Found, Query
from storage.engine.reach import WHOSE, shape
from storage.engine.statements import each_once, fixed, once
from storage.records.customer_lists import of_a_colleague
from storage.records.profiles import profile_from_json, profile_to_json
from storage.records.projects import item_from_json, item_to_json
from storage.tables.customers import customers
from storage.tables.people import agencies
from storage.tables.reports import reports


def _stranded() -> Query:
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

_BY_ID = fixed(select(reports).where(reports.c.id == bindparam("report")))
_LOCKED = fixed(_BY_ID.with_for_update())
_SET_STATE = fixed(
    update(reports)
    .where(reports.c.id == bindparam("report"))
    .values({name: bindparam(name) for name in ("state", "decided_at", "reason", "return_fields", "keeps_place_until")})
)
_REFUSED = fixed(
    select(func.count())
    .select_from(reports)
    .where(
        or_(reports.c.contact_id == bindparam("account"), reports.c.reporter_id == bindparam("account")),
        reports.c.state == ReportState.REJECTED.value,
        reports.c.decided_at > bindparam("since"),
    )
)


def _asked_for(by: str, open_only: bool) -> list[ColumnElement[bool]]:
    """What waits is whoever asked's; of what was decided, not what a colleague has by now."""
    if open_only:
        return [_reports_within(by), reports.c.state.in_(sorted(LIVE))]
    return [_reports_within(by), *([not_(of_a_colleague(reports))] if by == "account" else [])]


@each_once
def _count(by: str, open_only: bool) -> Select[int]:
    return select(func.count()).select_from(reports).where(*_asked_for(by, open_only))


@each_once
def _page(by: str, open_only: bool) -> Query:
    newest = select(reports).where(*_asked_for(by, open_only)).order_by(reports.c.id.desc())
    return newest.limit(bindparam("most")).offset(bindparam("first"))


@each_once
def _of_customer(states: frozenset[ReportState]) -> Query:
    theirs = (reports.c.customer_id == bindparam("customer"), reports.c.state.in_(sorted(states)))
    return select(reports).where(*theirs).order_by(reports.c.position)


class StoredReports:
    """The reports' part of `domain.customers.records.Customers`."""

    def __init__(self, conn: Connection) -> None:
        self.conn = conn

    def report(self, report_id: int, *, lock: bool = False) -> Report:
        row = self.conn.execute(_LOCKED if lock else _BY_ID, {"report": report_id}).one_or_none()
        if row is None:
            raise NotFound("report")
        return _report(row)

    def reports_of(self, customer_id: int, states: frozenset[ReportState]) -> Sequence[Report]:
        rows = self.conn.execute(_of_customer(states), {"customer": customer_id})
        return [_report(row) for row in rows]

    def reports(self, reach: Reach, *, open_only: bool, offset: int, limit: int) -> tuple[Sequence[Report], int]:
        by, of = shape(reach)
        total = self.conn.execute(_count(by, open_only), of).scalar_one()
        rows = self.conn.execute(_page(by, open_only), {**of, "most": limit, "first": offset}) if limit else ()
        return [_report(row) for row in rows], total

    def requeue(self, reports_: Sequence[int], customer_id: int) -> None:
        for each in reports_:
            behind = {"customer_id": customer_id, "position": self.next_position(customer_id)}
            self.conn.execute(update(reports).where(reports.c.id == each).values(**behind))

    def next_position(self, customer_id: int) -> int:
        counted = once(
            lambda p: (
                update(customers)
                .where(customers.c.id == p.customer)
                .values(last_position=customers.c.last_position + 1)
                .returning(customers.c.last_position)
            ),
            customer=customer_id,
        )
        return int(self.conn.execute(*counted).scalar_one())

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
        people: str,
        submitted_at: datetime,
    ) -> Report:
        made = self.conn.execute(
            *once(
                lambda _: insert(reports).returning(reports),
                number=number,
                customer_id=customer_id,
                state=state.value,
                position=position,
                agency_id=agency_id,
                reporter_id=reporter_id,
                contact_id=contact_id,
                **_told(profile),
                project=item_to_json(project) if project is not None else None,
                people=people,
                submitted_at=submitted_at,
                return_fields=[],
            )
        ).one()
        return _report(made)

    def set_report_state(
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
            _SET_STATE,
            {
                "report": report_id,
                "state": state.value,
                "decided_at": at,
                "reason": reason,
                "return_fields": list(return_fields),
                "keeps_place_until": keeps_place_until,
            },
        )

    def resubmit(
        self,
        report_id: int,
        *,
        state: ReportState,
        profile: Profile,
        contact_id: int,
        project: ProjectItem | None,
        people: str,
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
                people=people,
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

    def count_refused(self, account_id: int, since: datetime) -> int:
        """How many of somebody's reports were rejected."""
        return self.conn.execute(_REFUSED, {"account": account_id, "since": since}).scalar_one()


def _told(profile: Profile) -> dict[str, object]:
    """What a report says of the customer."""
    known_by = {"same_key": same_key(profile.name), "credit_code": profile.credit_code}
    return {"profile": profile_to_json(profile), **known_by}


def _reports_within(by: str) -> ColumnElement[bool]:
    match by:
        case "all":
            return true()
        case "unit":
            return reports.c.agency_id.in_(select(agencies.c.id).where(agencies.c.unit_id == WHOSE))
        case "agency":
            return reports.c.agency_id == WHOSE
        case _:
            return or_(reports.c.reporter_id == WHOSE, reports.c.contact_id == WHOSE)


def _report(row: Found) -> Report:
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
        people=row.people,
        submitted_at=row.submitted_at,
        decided_at=row.decided_at,
        keeps_place_until=row.keeps_place_until,
        return_fields=tuple(row.return_fields),
        reason=row.reason,
    )
