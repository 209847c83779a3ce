"""Handing customers and reports over."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, Update, and_, not_, select, update

from domain.approvals.records import ApprovalState
from domain.base.kinds import Kind
from domain.customers.records import LIVE, CustomerState
from domain.orders.records import WaitState
from storage.engine.metadata import JsonDict
from storage.tables.approvals import approvals
from storage.tables.chats import drafts
from storage.tables.customers import customers
from storage.tables.orders import order_cards
from storage.tables.petitions import corrections
from storage.tables.protection import protection_requests
from storage.tables.reports import reports

ABOUT_PROTECTION = [each.value for each in (Kind.EXTENSION, Kind.STAGE_CONFIRMATION, Kind.PRODUCTION_REVIEW)]


class StoredHandOvers:
    """Fulfils `domain.customers.holders.HandOvers`."""

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
        holder: dict[str, object] = {"agency_id": agency_id, "contact_id": contact_id}
        begun = {} if since is None else {"protected_since": since}
        asked = (protection_requests.c.customer_id == customer_id, protection_requests.c.state == "pending")
        decided = (
            approvals.c.kind.in_(ABOUT_PROTECTION),
            approvals.c.state == ApprovalState.PENDING.value,
            approvals.c.subject_id.in_(select(protection_requests.c.id).where(*asked)),
        )
        before = select(customers.c.contact_id).where(customers.c.id == customer_id).scalar_subquery()
        asked_by_another = and_(approvals.c.agency_id == agency_id, approvals.c.applicant_id != before)
        corrected = (
            corrections.c.customer_id == customer_id,
            corrections.c.agency_id == agency_id,
            corrections.c.applicant_id == before,
            corrections.c.state == "pending",
        )
        correcting = (
            approvals.c.kind == Kind.DATA_CHANGE.value,
            approvals.c.state == ApprovalState.PENDING.value,
            approvals.c.subject_id.in_(select(corrections.c.id).where(*corrected)),
        )
        changes: tuple[Update, ...] = (
            update(approvals).where(*decided, not_(asked_by_another)).values(applicant_id=contact_id),
            update(approvals).where(*correcting).values(applicant_id=contact_id),
            update(corrections).where(*corrected).values(applicant_id=contact_id),
            update(approvals).where(*decided).values(agency_id=agency_id),
            update(customers).where(customers.c.id == customer_id).values(**holder, **begun),
            update(protection_requests).where(*asked).values(**holder),
        )
        for change in changes:
            self.conn.execute(change)

    def give_report(self, report_id: int, contact_id: int) -> None:
        self.conn.execute(update(reports).where(reports.c.id == report_id).values(contact_id=contact_id))

    def give_drafts(
        self, from_account: int, to_account: int, *, customers: Sequence[int], reports: Sequence[int]
    ) -> int:
        mine = select(drafts.c.name, drafts.c.state).where(drafts.c.owner == f"account:{from_account}")
        given = [row.name for row in self.conn.execute(mine) if _is_about(row.state, customers, reports)]
        for name in given:  # his own may be called so
            this = (drafts.c.owner == f"account:{from_account}", drafts.c.name == name)
            theirs = {"owner": f"account:{to_account}", "name": f"{name}-{from_account}"[-NAME:]}
            self.conn.execute(update(drafts).where(*this).values(theirs))
        return len(given)

    def give_order_cards(self, from_account: int, to_account: int, *, customers: Sequence[int]) -> int:
        written = (order_cards.c.author_id == from_account, order_cards.c.state == WaitState.CARD.value)
        rows = self.conn.execute(select(order_cards.c.id, order_cards.c.rows).where(*written).with_for_update())
        given = [each.id for each in rows if each.rows and all(row.get("customer") in customers for row in each.rows)]
        if given:  # the message that it was read from is in the other's chat
            theirs = {"author_id": to_account, "message_id": None, "revision": order_cards.c.revision + 1}
            self.conn.execute(update(order_cards).where(order_cards.c.id.in_(given)).values(theirs))
        return len(given)


NAME = 80
"""Characters of a draft's name."""


def _is_about(state: JsonDict, customers: Sequence[int], reports: Sequence[int]) -> bool:
    """What the form was opened with, or what it keeps itself, is one of these. The correction of what was handed in is its
    author's alone."""
    context, opened = state.get("context"), state.get("answers")
    of = context if isinstance(context, dict) else {}
    answers = opened if isinstance(opened, dict) else {}
    kept = {name: each[0] for name, each in answers.items() if isinstance(each, list) and each}
    if kept.get("follow_up") is not None:
        return False
    return of.get("customer", kept.get("customer")) in customers or of.get("report") in reports
