"""Visits to customers."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy import Connection, func, insert, select, text, tuple_, update

from domain.base.errors import NotFound
from domain.base.rights import Reach
from domain.base.walking import Place
from domain.customers.records import CustomerId
from domain.people.records import AccountId
from domain.visits.records import Visit, VisitDue, VisitId, VisitState
from storage.engine import Found
from storage.records.customer_lists import HELD, within
from storage.tables.customers import customers
from storage.tables.visits import visits

_PLANNED = text("visits.state = 'planned'")
"""No parameter: only so does SQLite see that the partial indexes serve."""


_JOINED = visits.join(customers, customers.c.id == visits.c.customer_id)


class StoredVisits:
    """Fulfils `domain.visits.records.Visits`."""

    def __init__(self, conn: Connection) -> None:
        self.conn = conn

    def get(self, visit_id: int) -> Visit:
        row = self.conn.execute(select(visits).where(visits.c.id == visit_id)).one_or_none()
        if row is None:
            raise NotFound("visit")
        return _visit(row)

    def of_customer(self, customer_id: int) -> Visit | None:
        query = select(visits).where(_PLANNED, visits.c.customer_id == customer_id)
        row = self.conn.execute(query).one_or_none()
        return None if row is None else _visit(row)

    def plan(self, customer_id: int, on: date, author_id: int, at: datetime) -> VisitId:
        values = {"customer_id": customer_id, "day": on, "author_id": author_id, "at": at}
        made = insert(visits).values(**values, state=VisitState.PLANNED.value).returning(visits.c.id)
        return VisitId(self.conn.execute(made).scalar_one())

    def end(self, visit_id: int, state: VisitState, at: datetime) -> None:
        ended = update(visits).where(visits.c.id == visit_id, visits.c.state == VisitState.PLANNED.value)
        self.conn.execute(ended.values(state=state.value, ended_at=at))

    def give(self, gone: int, into: int) -> None:
        self.conn.execute(update(visits).where(visits.c.customer_id == gone).values(customer_id=into))

    def due(self, first: date, last: date, after: Place, limit: int) -> Sequence[VisitDue]:
        query = (
            select(visits.c.id, customers.c.contact_id, visits.c.day)
            .join(customers, customers.c.id == visits.c.customer_id)
            .where(_PLANNED, HELD, visits.c.day.between(first, last), tuple_(visits.c.day, visits.c.id) > after)
            .order_by(visits.c.day, visits.c.id)
            .limit(limit)
        )
        return [VisitDue(*row) for row in self.conn.execute(query)]

    def count(self, contact_id: int, until: date) -> int:
        his = (_PLANNED, HELD, visits.c.day <= until, customers.c.contact_id == contact_id)
        return self.conn.execute(select(func.count()).select_from(_JOINED).where(*his)).scalar_one()

    def planned(self, reach: Reach, offset: int, limit: int) -> tuple[Sequence[Visit], int]:
        theirs = (_PLANNED, HELD, within(reach))
        total = self.conn.execute(select(func.count()).select_from(_JOINED).where(*theirs)).scalar_one()
        page = select(visits).select_from(_JOINED).where(*theirs).order_by(visits.c.day, visits.c.id)
        rows = self.conn.execute(page.limit(limit).offset(offset)) if limit and total else ()
        return [_visit(row) for row in rows], total


def _visit(row: Found) -> Visit:
    return Visit(
        id=VisitId(row.id),
        customer_id=CustomerId(row.customer_id),
        on=row.day,
        author_id=AccountId(row.author_id),
        at=row.at,
        state=VisitState(row.state),
    )
