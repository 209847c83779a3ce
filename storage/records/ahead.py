"""Records of a batch, read at once: each look-up of theirs is one in memory, where many people are told of many customers.

For batches that change none of these records: what is read here is what stands for the whole transaction.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime

from sqlalchemy import Connection, select
from typing_extensions import override

from domain.base.rights import EVERYTHING
from domain.customers.records import Customer, CustomerState
from domain.orders.records import OrderState
from domain.protection.records import Held, ProtectionRequest
from domain.reminders.records import NoOrdersOf, Reminder, ReminderKind
from storage.engine import Found
from storage.records.announcements import StoredAnnouncements
from storage.records.customers import StoredCustomers, customer_of
from storage.records.protection import StoredProtections, held_of
from storage.records.reminders import StoredReminders
from storage.tables.customers import customers
from storage.tables.orders import orders
from storage.tables.reminders import receipts


def customers_of(conn: Connection, ids: Collection[int]) -> Sequence[Found]:
    """Rows for both of the following."""
    return conn.execute(select(customers).where(customers.c.id.in_(ids))).all() if ids else []


class CustomersAhead(StoredCustomers):
    def __init__(self, conn: Connection, rows: Sequence[Found]) -> None:
        super().__init__(conn)
        self._ahead: dict[int, Customer] = {row.id: customer_of(row) for row in rows}

    @override
    def get(self, customer_id: int) -> Customer:
        return self._ahead.get(customer_id) or super().get(customer_id)

    @property
    def contacts(self) -> frozenset[int]:
        """Who holds them."""
        return frozenset(each.contact_id for each in self._ahead.values() if each.contact_id is not None)


class ProtectionsAhead(StoredProtections):
    def __init__(self, conn: Connection, rows: Sequence[Found]) -> None:
        super().__init__(conn)
        self._ids = frozenset(row.id for row in rows)
        self._ahead = {row.id: held_of(row) for row in rows if row.state == CustomerState.PROTECTED.value}
        self._pending: dict[int, list[ProtectionRequest]] = {}
        for request in self.pending_of_all(self._ids) if rows else ():
            self._pending.setdefault(request.customer_id, []).append(request)

    @override
    def held(self, customer_id: int, *, lock: bool = False) -> Held | None:
        if lock or customer_id not in self._ids:
            return super().held(customer_id, lock=lock)
        return self._ahead.get(customer_id)

    @override
    def pending_of(self, customer_id: int) -> Sequence[ProtectionRequest]:
        return self._pending.get(customer_id, []) if customer_id in self._ids else super().pending_of(customer_id)


class RemindersAhead(StoredReminders):
    def __init__(self, conn: Connection, found: Sequence[Reminder]) -> None:
        super().__init__(conn)
        self._ahead = {each.id: each for each in found}
        asked = [each for each in found if each.kind is ReminderKind.ORDERS]
        self._loggers = {each.receiver for each in asked}
        self._logged: dict[tuple[int, datetime], bool] = {}
        self._said: dict[date, Mapping[int, NoOrdersOf]] = {}

    @override
    def get(self, ids: Sequence[int]) -> Sequence[Reminder]:
        if not all(each in self._ahead for each in ids):
            return super().get(ids)
        return sorted((self._ahead[each] for each in ids), key=lambda each: (each.due, each.id))

    @override
    def logged_orders(self, account_id: int, since: datetime) -> bool:
        """Asked once for all who are to be asked about their orders."""
        if account_id not in self._loggers:
            return super().logged_orders(account_id, since)
        if (account_id, since) not in self._logged:
            authors = select(orders.c.author_id).where(
                orders.c.author_id.in_(self._loggers), orders.c.at >= since, orders.c.state != OrderState.VOID.value
            )
            busy = set(self.conn.execute(authors.distinct()).scalars())
            self._logged |= {(each, since): each in busy for each in self._loggers}
        return self._logged[account_id, since]

    @override
    def no_orders_said(self, agency_id: int, day: date) -> NoOrdersOf | None:
        if not self._loggers:
            return super().no_orders_said(agency_id, day)
        if day not in self._said:
            self._said[day] = self.no_orders_of(EVERYTHING, day)
        return self._said[day].get(agency_id)


class AnnouncementsAhead(StoredAnnouncements):
    """What these reminders are about: who has read it, once for all of a batch."""

    def __init__(self, conn: Connection, found: Sequence[Reminder]) -> None:
        super().__init__(conn)
        self._asked = {(each.about, each.receiver) for each in found if each.kind is ReminderKind.ANNOUNCEMENT}
        self._read: set[tuple[int, int]] = set()
        if self._asked:
            read = select(receipts.c.announcement_id, receipts.c.account_id).where(
                receipts.c.announcement_id.in_({announcement for announcement, _ in self._asked}),
                receipts.c.account_id.in_({account for _, account in self._asked}),
                receipts.c.read_at.is_not(None),
            )
            self._read = {(announcement, account) for announcement, account in conn.execute(read)}

    @override
    def has_read(self, announcement_id: int, account_id: int) -> bool:
        if (announcement_id, account_id) not in self._asked:
            return super().has_read(announcement_id, account_id)
        return (announcement_id, account_id) in self._read
