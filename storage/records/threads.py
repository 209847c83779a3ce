"""Threads and their messages."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, func, insert, or_, select, true, update

from domain.base.errors import NotFound
from domain.base.rights import Reach
from domain.base.written import Written
from domain.customers.records import CustomerId
from domain.people.records import AccountId, AgencyId
from domain.threads.records import Thread, ThreadId, ThreadMatter, ThreadMessage, ThreadQuery, ThreadState
from storage.engine import Found
from storage.records.kept_files import files_from_json, files_to_json
from storage.tables.customers import customers
from storage.tables.follow_ups import customer_engineers
from storage.tables.people import agencies
from storage.tables.threads import thread_messages, threads


class StoredThreads:
    """Fulfils `domain.threads.records.Threads`."""

    def __init__(self, conn: Connection) -> None:
        self.conn = conn

    def get(self, thread_id: int, *, lock: bool = False) -> Thread:
        query = select(threads).where(threads.c.id == thread_id)
        row = self.conn.execute(query.with_for_update() if lock else query).one_or_none()
        if row is None:
            raise NotFound("thread")
        return _thread(row)

    def add(
        self,
        *,
        number: str,
        matter: ThreadMatter,
        asker_id: int,
        agency_id: int | None,
        customer_id: int | None,
        about: str,
        about_id: int | None,
        about_name: str,
        now: datetime,
    ) -> Thread:
        made = insert(threads).values(
            number=number,
            matter=matter.value,
            state=ThreadState.OPEN.value,
            asker_id=asker_id,
            agency_id=agency_id,
            customer_id=customer_id,
            about=about,
            about_id=about_id,
            about_name=about_name,
            created_at=now,
            waits_since=now,
        )
        return _thread(self.conn.execute(made.returning(threads)).one())

    def write(self, thread_id: int, author_id: int, at: datetime, written: Written, *, answers: bool) -> int:
        made = insert(thread_messages).values(
            thread_id=thread_id,
            author_id=author_id,
            at=at,
            answers=answers,
            text=written.text,
            files=files_to_json(written.files),
        )
        return int(self.conn.execute(made.returning(thread_messages.c.id)).scalar_one())

    def messages(self, thread_id: int) -> Sequence[ThreadMessage]:
        query = select(thread_messages).where(thread_messages.c.thread_id == thread_id).order_by(thread_messages.c.id)
        return [_message(row) for row in self.conn.execute(query)]

    def set_state(self, thread_id: int, state: ThreadState, *, since: datetime | None = None) -> None:
        waits = {} if since is None else {"waits_since": since}
        self.conn.execute(update(threads).where(threads.c.id == thread_id).values(state=state.value, **waits))

    def found(self, query: ThreadQuery, offset: int, limit: int) -> tuple[Sequence[Thread], int]:
        where = [threads.c.matter == query.matter.value, _within(query.reach)]
        if query.open_only:
            where.append(threads.c.state == ThreadState.OPEN.value)
        if query.customer is not None:
            where.append(threads.c.customer_id == query.customer)
        total = self.conn.execute(select(func.count()).select_from(threads).where(*where)).scalar_one()
        page = select(threads).where(*where).order_by(threads.c.id.desc()).limit(limit).offset(offset)
        return [_thread(row) for row in self.conn.execute(page)] if limit and total else [], total

    def give(self, matter: ThreadMatter, before: int, successor: int) -> None:
        his = (threads.c.matter == matter.value, threads.c.asker_id == before)
        self.conn.execute(update(threads).where(*his).values(asker_id=successor))

    def move(self, gone: int, into: int) -> None:
        asked_on = (threads.c.about == "customer") & (threads.c.about_id == gone)
        self.conn.execute(update(threads).where(asked_on).values(about_id=into))
        self.conn.execute(update(threads).where(threads.c.customer_id == gone).values(customer_id=into))


def _within(reach: Reach) -> ColumnElement[bool]:
    if reach.all:
        return true()
    if reach.unit_id is not None:
        return threads.c.agency_id.in_(select(agencies.c.id).where(agencies.c.unit_id == reach.unit_id))
    if reach.agency_id is not None:
        return threads.c.agency_id == reach.agency_id
    helps = select(customer_engineers.c.customer_id).where(customer_engineers.c.account_id == reach.account_id)
    in_his_hands = select(customers.c.id).where(
        customers.c.id == threads.c.customer_id,
        customers.c.agency_id == threads.c.agency_id,
        or_(customers.c.contact_id == reach.account_id, customers.c.id.in_(helps)),
    )
    return or_(threads.c.asker_id == reach.account_id, in_his_hands.exists())


def _thread(row: Found) -> Thread:
    return Thread(
        id=ThreadId(row.id),
        number=row.number,
        matter=ThreadMatter(row.matter),
        state=ThreadState(row.state),
        asker_id=AccountId(row.asker_id),
        agency_id=AgencyId(row.agency_id) if row.agency_id is not None else None,
        customer_id=CustomerId(row.customer_id) if row.customer_id is not None else None,
        about=row.about,
        about_id=row.about_id,
        about_name=row.about_name,
        created_at=row.created_at,
        waits_since=row.waits_since,
    )


def _message(row: Found) -> ThreadMessage:
    return ThreadMessage(
        id=row.id,
        thread_id=ThreadId(row.thread_id),
        author_id=AccountId(row.author_id),
        at=row.at,
        answers=row.answers,
        written=Written(row.text, files_from_json(row.files)),
    )
