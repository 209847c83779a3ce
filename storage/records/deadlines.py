"""The places in which what is due is found."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    and_,
    delete,
    func,
    or_,
    select,
    text,
    tuple_,
)

from domain.base.rights import Reach
from domain.base.walking import Place
from domain.orders.records import OrderState
from domain.people.records import AccountState, AccountType, AgencyState
from domain.reminders.records import ContractEnding, FollowUpDue, LateReports, MilestoneDue, NoOrdersOf, Unread
from storage.engine.dialect import insert
from storage.tables.contracts import contracts
from storage.tables.customers import customers
from storage.tables.follow_ups import projects
from storage.tables.orders import orders
from storage.tables.people import accounts, agencies
from storage.tables.reminders import announcements, no_orders, receipts


class WhatIsDue:
    """Where to look for what is due: the part of `domain.reminders.records.Reminders` that walks over other matters' records."""

    def __init__(self, conn: Connection) -> None:
        self.conn = conn

    def follow_ups_due(self, days: Sequence[date], after: Place, limit: int) -> Sequence[FollowUpDue]:
        query = (
            select(customers.c.id, customers.c.agency_id, customers.c.contact_id, customers.c.follow_up_due)
            .where(
                text("customers.state = 'protected'"),
                customers.c.follow_up_due.in_(days),
                tuple_(customers.c.follow_up_due, customers.c.id) > after,
            )
            .order_by(customers.c.follow_up_due, customers.c.id)
            .limit(limit)
        )
        return [
            FollowUpDue(row.id, row.agency_id, row.contact_id, row.follow_up_due) for row in self.conn.execute(query)
        ]

    def oldest_follow_up_due(self) -> date | None:
        query = select(func.min(customers.c.follow_up_due)).where(text("customers.state = 'protected'"))
        oldest: date | None = self.conn.execute(query).scalar_one()
        return oldest

    def late_reports(
        self, before: date, after: int = 0, limit: int | None = None, *, manager: int | None = None
    ) -> Sequence[LateReports]:
        query = (
            select(customers.c.agency_id, func.count(), func.min(customers.c.follow_up_due))
            .where(
                text("customers.state = 'protected'"),
                customers.c.follow_up_due < before,
                customers.c.agency_id > after,
            )
            .group_by(customers.c.agency_id)
            .order_by(customers.c.agency_id)
            .limit(limit)
        )
        if manager is not None:
            query = query.join(agencies, agencies.c.id == customers.c.agency_id)
            query = query.where(agencies.c.manager_id == (manager or None))
        return [LateReports(*row) for row in self.conn.execute(query)]

    def milestones_due(self, days: Sequence[date], after: Place, limit: int) -> Sequence[MilestoneDue]:
        query = (
            select(projects.c.id, customers.c.contact_id, projects.c.milestone_on)
            .join(customers, customers.c.id == projects.c.customer_id)
            .where(
                text("milestone_on IS NOT NULL AND customers.state = 'protected'"),
                projects.c.milestone_on.in_(days),
                tuple_(projects.c.milestone_on, projects.c.id) > after,
            )
            .order_by(projects.c.milestone_on, projects.c.id)
            .limit(limit)
        )
        return [MilestoneDue(*row) for row in self.conn.execute(query)]

    def contracts_ending(self, years: Sequence[int], after: int, limit: int) -> Sequence[ContractEnding]:
        query = (
            select(contracts.c.id, contracts.c.agency_id, contracts.c.fiscal_year)
            .where(contracts.c.state == "approved", contracts.c.fiscal_year.in_(years), contracts.c.id > after)
            .order_by(contracts.c.id)
            .limit(limit)
        )
        return [ContractEnding(*row) for row in self.conn.execute(query)]

    def week_receivers(self, after: int, limit: int) -> Sequence[int]:
        owns = accounts.c.type == AccountType.OWNER.value
        manages = and_(accounts.c.type == AccountType.MANAGER.value, accounts.c.unit_id.is_not(None))
        query = (
            select(accounts.c.id)
            .where(accounts.c.id > after, accounts.c.state == AccountState.ACTIVE.value, or_(owns, manages))
            .order_by(accounts.c.id)
            .limit(limit)
        )
        return list(self.conn.execute(query).scalars())

    def order_loggers(self, within: Reach, day: date, since: datetime, after: int, limit: int | None) -> Sequence[int]:
        held, colleague = customers.alias("held"), accounts.alias("colleague")
        protected = text("held.state = 'protected'")
        agencys = select(held.c.id).where(protected, held.c.agency_id == accounts.c.agency_id).exists()
        own = select(held.c.id).where(protected, held.c.contact_id == accounts.c.id).exists()
        assisted = select(colleague.c.id).where(
            colleague.c.agency_id == accounts.c.agency_id,
            colleague.c.type == AccountType.ASSISTANT.value,
            colleague.c.state == AccountState.ACTIVE.value,
        )
        is_assistant = accounts.c.type == AccountType.ASSISTANT.value
        sells = accounts.c.type.in_([AccountType.SALESPERSON.value, AccountType.OWNER.value])
        query = (
            select(accounts.c.id)
            .join(agencies, agencies.c.id == accounts.c.agency_id)
            .where(
                accounts.c.id > after,
                accounts.c.state == AccountState.ACTIVE.value,
                agencies.c.state == AgencyState.ACTIVE.value,
                or_(and_(is_assistant, agencys), and_(sells, own, ~assisted.exists())),
                accounts.c.agency_id.not_in(self._without_orders(day)),
                ~_logged(since).where(orders.c.author_id == accounts.c.id).exists(),
                *_of(within),
            )
            .order_by(accounts.c.id)
            .limit(limit)
        )
        return list(self.conn.execute(query).scalars())

    def unread(self, begin: datetime, end: datetime, after: tuple[int, int], limit: int) -> Sequence[Unread]:
        query = (
            select(receipts.c.announcement_id, receipts.c.account_id, announcements.c.created_at)
            .join(announcements, announcements.c.id == receipts.c.announcement_id)
            .where(
                text("must_read AND receipts.read_at IS NULL"),
                announcements.c.created_at >= begin,
                announcements.c.created_at < end,
                tuple_(receipts.c.announcement_id, receipts.c.account_id) > after,
            )
            .order_by(receipts.c.announcement_id, receipts.c.account_id)
            .limit(limit)
        )
        return [Unread(*row) for row in self.conn.execute(query)]

    def keep_no_orders(self, account_id: int, day: date, at: datetime) -> None:
        statement = insert(self.conn, no_orders).values(account_id=account_id, day=day, at=at)
        self.conn.execute(statement.on_conflict_do_nothing())

    def lift_no_orders(self, agency_id: int, day: date) -> None:
        agencys = select(accounts.c.id).where(accounts.c.agency_id == agency_id)
        self.conn.execute(delete(no_orders).where(no_orders.c.day == day, no_orders.c.account_id.in_(agencys)))

    def _without_orders(self, day: date) -> Select[tuple[int]]:
        """Agencies of which somebody said that there was nothing."""
        said = select(accounts.c.agency_id).join(no_orders, no_orders.c.account_id == accounts.c.id)
        return said.where(no_orders.c.day == day, accounts.c.agency_id.is_not(None))

    def logged_orders(self, account_id: int, since: datetime) -> bool:
        found = self.conn.execute(_logged(since).where(orders.c.author_id == account_id).limit(1))
        return found.first() is not None

    def no_orders_said(self, agency_id: int, day: date) -> NoOrdersOf | None:
        return self.no_orders_of(Reach(agency_id=agency_id), day).get(agency_id)

    def no_orders_of(self, within: Reach, day: date) -> Mapping[int, NoOrdersOf]:
        said = (
            select(accounts.c.agency_id, no_orders.c.account_id, no_orders.c.at)
            .join(no_orders, no_orders.c.account_id == accounts.c.id)
            .join(agencies, agencies.c.id == accounts.c.agency_id)
            .where(no_orders.c.day == day, *_of(within))
            .order_by(no_orders.c.at.desc(), no_orders.c.account_id.desc())
        )
        return {agency: NoOrdersOf(account, at) for agency, account, at in self.conn.execute(said)}


def _logged(since: datetime) -> Select[tuple[int]]:
    return select(orders.c.id).where(orders.c.at >= since, orders.c.state != OrderState.VOID.value)


def _of(within: Reach) -> list[ColumnElement[bool]]:
    """The people of the agencies that a reach covers."""
    if within.unit_id is not None:
        return [agencies.c.unit_id == within.unit_id]
    if within.agency_id is not None:
        return [accounts.c.agency_id == within.agency_id]
    return [] if within.all else [accounts.c.id == within.account_id]
