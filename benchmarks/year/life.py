"""What people do in a day, beside what the desk does by itself. Whether somebody does something is drawn by arithmetic on
the record and the day: the same in every run, and asked in one statement for thousands of them."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from random import Random
from typing import Any

from sqlalchemy import BigInteger, ColumnElement, Connection, bindparam, cast, delete, insert, select, update

from benchmarks.year.vendor import FIRST, MANAGERS, RULES, Size, at, chat_of, holding
from bot.serving.pushes import Pushes
from bot.serving.work import DeskWork, work_for
from domain.announcements import announcing
from domain.approvals import deciding
from domain.base.errors import Refusal
from domain.base.kinds import Kind
from domain.customers import next_report
from domain.protection import clock as protection
from domain.protection import protecting
from storage.tables.approvals import approvals
from storage.tables.chats import chats, drafts
from storage.tables.customers import customers
from storage.tables.pool import pool

DAY = timedelta(days=1)
WRITES = 35
"""Per cent of the reports that may be written, from the fifth day after the last one on, each day."""
BLOCKED = timedelta(days=10)


class Life:
    def __init__(self, pushes: Pushes, size: Size, seed: int) -> None:
        self.pushes, self.size, self.chance = pushes, size, Random(seed)

    def day(self, conn: Connection, day: date) -> None:
        now = at(day, 15)
        self._reports(conn, day, now)
        self._finds_holders(conn, day)
        self._asks(conn, day, now)
        self._decides(conn, now)
        self._blocks(conn, day, now)
        self._drafts(conn, day, now)
        if (day - FIRST).days % 30 == 10:
            self._announces(conn, now, must_read=(day - FIRST).days % 60 == 10)

    def _reports(self, conn: Connection, day: date, now: datetime) -> None:
        near = customers.c.follow_up_due <= day + timedelta(days=RULES.follow_up.every_days - 5)
        wrote = update(customers).where(customers.c.state == "protected", near, _drawn(customers.c.id, day, WRITES))
        conn.execute(wrote.values(follow_up_due=next_report.next_due(RULES, day), followed_up_at=now))

    def _finds_holders(self, conn: Connection, day: date) -> None:
        """What lay in the pool for a while is protected anew, by another agency's salesperson."""
        cool = at(day, 0) - timedelta(days=RULES.pool.cool_down_days)
        lying = select(customers.c.id, customers.c.name).join(pool).where(pool.c.released_at < cool)
        rows = conn.execute(lying).all()
        if not rows:
            return
        begun = protection.begin(RULES, day)
        held = [{"it": row.id, **holding(self.size, row.id + day.toordinal(), row.name, (day, begun))} for row in rows]
        columns: dict[str, Any] = {name: bindparam(name) for name in held[0] if name != "it"}
        conn.execute(
            update(customers).where(customers.c.id == bindparam("it")).values(state="protected", **columns), held
        )
        conn.execute(delete(pool).where(pool.c.customer_id.in_([row.id for row in rows])))

    def _asks(self, conn: Connection, day: date, now: datetime) -> None:
        ending = customers.c.protected_until.between(day, day + timedelta(days=8))
        query = select(customers.c.id, customers.c.contact_id)
        for customer, contact in conn.execute(
            query.where(customers.c.state == "protected", ending, _drawn(customers.c.id, day, 2))
        ).all():
            months = self.chance.randint(1, 6)
            command = protecting.AskExtension(customer=customer, months=months, reason="样机测试中")
            work = self._as(conn, now, contact)
            try:
                protecting.ask_extension(work, command)
            except Refusal:
                continue  # one is pending already
            self.pushes.deliver(work)

    def _decides(self, conn: Connection, now: datetime) -> None:
        kinds = (Kind.EXTENSION.value, Kind.PRODUCTION_REVIEW.value)
        pending = select(approvals.c.id).where(approvals.c.state == "pending", approvals.c.kind.in_(kinds))
        for number in list(conn.execute(pending).scalars()):
            if self.chance.random() < 0.3:
                approval = work_for(conn, RULES, now).approvals.get(number)
                work = self._as(conn, now, approval.current.approvers[0])
                if self.chance.random() < 0.8:
                    deciding.approve(work, deciding.Approve(approval=number))
                else:
                    deciding.reject(work, deciding.Reject(approval=number, reason="没有进展"))
                self.pushes.deliver(work)

    def _blocks(self, conn: Connection, day: date, now: datetime) -> None:
        back = chats.c.blocked_at < now - BLOCKED
        conn.execute(update(chats).where(back).values(blocked_at=None))
        some = self.chance.sample(range(MANAGERS + 1, self.size.people + 1), k=max(1, self.size.people // 500))
        conn.execute(update(chats).where(chats.c.chat_id.in_([chat_of(each) for each in some])).values(blocked_at=now))

    def _drafts(self, conn: Connection, day: date, now: datetime) -> None:
        """Some are begun and left, some of these are finished after a week."""
        conn.execute(delete(drafts).where(drafts.c.updated_at < now - timedelta(days=7), drafts.c.version == 2))
        for number in range(self.size.people // 500):
            person = self.chance.randint(MANAGERS + 1, self.size.people)
            conn.execute(
                insert(drafts).values(
                    owner=f"account:{person}",
                    name=f"report_customer:{day}:{number}",
                    form="report_customer",
                    version=self.chance.randint(1, 2),
                    title="报备客户",
                    state={},
                    updated_at=now,
                )
            )

    def _announces(self, conn: Connection, now: datetime, *, must_read: bool) -> None:
        command = announcing.Announce(heading="价格调整", text="下月起执行新价格", must_read=must_read)
        work = self._as(conn, now, 2)
        announcing.announce(work, command)
        self.pushes.deliver(work)

    def _as(self, conn: Connection, now: datetime, account: int) -> DeskWork:
        return work_for(conn, RULES, now, account=work_for(conn, RULES, now).people.account(account))


def _drawn(number: ColumnElement[int], day: date, per_cent: int) -> ColumnElement[bool]:
    """So many per cent of the records, others each day."""
    mixed = (number * 7919 + day.toordinal() * 613) % 100_003
    return cast(mixed, BigInteger) * mixed % 997 < per_cent * 997 // 100
