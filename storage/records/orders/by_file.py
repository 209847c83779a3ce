"""What became of the rows of lists of orders, and the orders that a list brought."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from sqlalchemy import ColumnElement, Connection, and_, case, func, insert, select

from domain.jobs.records import JobState
from domain.orders.listing.records import Brought, OrderRowFate, ToldRow
from domain.orders.records import Order, OrderState
from storage.records.orders.orders import StoredOrders
from storage.records.orders.reach import LIVING
from storage.tables.customers import customers
from storage.tables.jobs import jobs
from storage.tables.orders import order_batches, order_list_rows, orders
from storage.tables.people import accounts

ROWS = order_list_rows.c
LOOKED_AT = 200


class StoredOrderLists:
    """Fulfils `domain.orders.listing.records.OrderLists`."""

    def __init__(self, conn: Connection) -> None:
        self.conn = conn

    def keep(self, job_id: int, rows: Sequence[ToldRow]) -> None:
        if rows:
            self.conn.execute(
                insert(order_list_rows),
                [
                    {
                        "job_id": job_id,
                        "row": each.row,
                        "fate": each.fate.value,
                        "order_id": each.order_id,
                        "found": dict(each.found),
                    }
                    for each in rows
                ],
            )

    def kept(self, job_id: int, after: int, limit: int) -> Sequence[ToldRow]:
        query = select(ROWS.row, ROWS.fate, ROWS.order_id, ROWS.found).where(ROWS.job_id == job_id, ROWS.row > after)
        rows = self.conn.execute(query.order_by(ROWS.row).limit(limit))
        return [ToldRow(row.row, OrderRowFate(row.fate), row.order_id, row.found) for row in rows]

    def tally(self, job_id: int) -> Mapping[OrderRowFate, int]:
        rows = self.conn.execute(select(ROWS.fate, func.count()).where(ROWS.job_id == job_id).group_by(ROWS.fate))
        return {OrderRowFate(fate): count for fate, count in rows}

    def brought(self, job_id: int) -> Brought:
        late = func.count().filter(orders.c.state == OrderState.LATE.value)
        count, waiting = self.conn.execute(select(func.count(), late).where(*_living(job_id))).one()
        return Brought(count, waiting)

    def orders(self, job_id: int, below: int | None, limit: int, *, late: bool = False) -> Sequence[int]:
        query = select(orders.c.id).where(*_living(job_id))
        if late:
            query = query.where(orders.c.state == OrderState.LATE.value)
        if below is not None:
            query = query.where(orders.c.id < below)
        return list(self.conn.execute(query.order_by(orders.c.id.desc()).limit(limit)).scalars())

    def late_months(self, job_id: int) -> Mapping[tuple[int, int], int]:
        query = select(orders.c.day, func.count()).where(*_living(job_id), orders.c.state == OrderState.LATE.value)
        found: dict[tuple[int, int], int] = {}
        for day, count in self.conn.execute(query.group_by(orders.c.day)):
            found[day.year, day.month] = found.get((day.year, day.month), 0) + count
        return dict(sorted(found.items()))

    def people(self, job_id: int) -> Mapping[int, int]:
        """Whoever sees them: the customer was handed over since the day of many an order."""
        now = case((customers.c.agency_id == orders.c.agency_id, customers.c.contact_id))
        contact = func.coalesce(now, orders.c.contact_id)
        of = orders.join(customers, customers.c.id == orders.c.customer_id)
        query = select(contact, func.count()).select_from(of).where(*_living(job_id)).group_by(contact)
        return {row[0]: row[1] for row in self.conn.execute(query)}

    def of_workbook(self, name: str, orders_of: Sequence[int]) -> Collection[int]:
        if not orders_of:
            return ()
        brought = select(orders.c.id, orders.c.job_id).where(orders.c.id.in_(orders_of), orders.c.job_id.is_not(None))
        by_job: dict[int, list[int]] = {}
        for order, job in self.conn.execute(brought):
            by_job.setdefault(job, []).append(order)
        args = self.conn.execute(select(jobs.c.id, jobs.c.args).where(jobs.c.id.in_(by_job)))
        return {order for job, told in args if told.get("name") == name for order in by_job[job]}

    def same_workbook(self, agency_id: int, name: str) -> Collection[int]:
        query = (
            select(jobs.c.id, jobs.c.args)
            .join(accounts, accounts.c.id == jobs.c.account_id)
            .where(
                jobs.c.kind == "import_orders", jobs.c.state == JobState.DONE.value, accounts.c.agency_id == agency_id
            )
            .order_by(jobs.c.id.desc())
            .limit(LOOKED_AT)
        )
        return {job for job, args in self.conn.execute(query) if args.get("name") == name}

    def of_jobs(self, jobs: Collection[int], customer_id: int) -> Sequence[Order]:
        mine = orders.c.customer_id == customer_id, orders.c.state.in_(LIVING), orders.c.job_id.in_(jobs)
        rows = self.conn.execute(select(orders).where(*mine).order_by(orders.c.id.desc()).limit(LOOKED_AT)).all()
        return [each for each in StoredOrders(self.conn).with_lines(rows) if not each.is_return]

    def shared_batches(self, job_id: int, limit: int) -> tuple[int, Sequence[str], Sequence[int]]:
        mine, theirs = order_batches.alias("mine"), order_batches.alias("theirs")
        own, other = orders.alias("own"), orders.alias("other")
        query = (
            select(mine.c.code, own.c.agency_id, other.c.agency_id)
            .join(own, own.c.id == mine.c.order_id)
            .join(theirs, theirs.c.code == mine.c.code)
            .join(other, and_(other.c.id == theirs.c.order_id, other.c.agency_id != own.c.agency_id))
            .where(own.c.job_id == job_id, own.c.state.in_(LIVING), other.c.state.in_(LIVING))
            .distinct()
            .order_by(mine.c.code)
        )
        rows = self.conn.execute(query).all()
        codes = list(dict.fromkeys(row[0] for row in rows))
        agencies = dict.fromkeys(agency for row in rows for agency in row[1:])
        return len(codes), codes[:limit], list(agencies)


def _living(job_id: int) -> tuple[ColumnElement[bool], ...]:
    return orders.c.job_id == job_id, orders.c.state.in_(LIVING)
