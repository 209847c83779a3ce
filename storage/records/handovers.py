"""Handing customers and reports over."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Update, and_, not_, select, update

from domain.approvals import ApprovalState, Kind
from domain.customers import LIVE, CustomerState
from storage.tables.protection import protection_requests
from storage.tables.records import approvals, customers, reports

ABOUT_PROTECTION = [each.value for each in (Kind.EXTENSION, Kind.STAGE_CONFIRMATION, Kind.PRODUCTION_REVIEW)]


class StoredHandOvers:
    """Fulfils `domain.holders.HandOvers`."""

    def __init__(self, conn: Connection) -> None:
        self.conn = conn

    def customers_of(self, account_id: int) -> Sequence[int]:
        return self._held(customers.c.contact_id == account_id)

    def customers_of_agency(self, agency_id: int) -> Sequence[int]:
        return self._held(customers.c.agency_id == agency_id)

    def _held(self, whose: ColumnElement[bool]) -> Sequence[int]:
        held = select(customers.c.id).where(whose, customers.c.state == CustomerState.PROTECTED.value)
        return list(self.conn.execute(held.order_by(customers.c.id)).scalars())

    def open_reports_of(self, account_id: int) -> Sequence[int]:
        live = [state.value for state in LIVE]
        query = select(reports.c.id).where(reports.c.contact_id == account_id, reports.c.state.in_(live))
        return list(self.conn.execute(query.order_by(reports.c.id)).scalars())

    def give_customer(
        self, customer_id: int, agency_id: int, contact_id: int, *, since: datetime | None = None
    ) -> None:
        holder: dict[str, Any] = {"agency_id": agency_id, "contact_id": contact_id}
        begun = {} if since is None else {"protected_since": since}
        asked = (protection_requests.c.customer_id == customer_id, protection_requests.c.state == "pending")
        decided = (
            approvals.c.kind.in_(ABOUT_PROTECTION),
            approvals.c.state == ApprovalState.PENDING.value,
            approvals.c.subject_id.in_(select(protection_requests.c.id).where(*asked)),
        )
        before = select(customers.c.contact_id).where(customers.c.id == customer_id).scalar_subquery()
        asked_by_another = and_(approvals.c.agency_id == agency_id, approvals.c.applicant_id != before)
        changes: tuple[Update, ...] = (
            update(approvals).where(*decided, not_(asked_by_another)).values(applicant_id=contact_id),
            update(approvals).where(*decided).values(agency_id=agency_id),
            update(customers).where(customers.c.id == customer_id).values(**holder, **begun),
            update(protection_requests).where(*asked).values(**holder),
        )
        for change in changes:
            self.conn.execute(change)

    def give_report(self, report_id: int, contact_id: int) -> None:
        self.conn.execute(update(reports).where(reports.c.id == report_id).values(contact_id=contact_id))
