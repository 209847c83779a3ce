"""Reminders, and the places in which what is due is found."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime

from sqlalchemy import (
    ColumnElement,
    String,
    bindparam,
    cast,
    delete,
    func,
    literal,
    null,
    or_,
    select,
    text,
    union_all,
    update,
)
from sqlalchemy.sql.elements import TextClause

from domain.reminders.records import OWN, LeftDraft, Matters, Planned, Reminder, ReminderKind, ReminderState, Watch
from storage.chat import outbox as outbox_rows
from storage.engine import Found, Query
from storage.engine.dialect import Insert, insert, insert_for, is_postgres
from storage.engine.statements import each_once, once
from storage.records.deadlines import WhatIsDue
from storage.tables.chats import LEFT, chats, drafts
from storage.tables.follow_ups import projects
from storage.tables.people import accounts
from storage.tables.queues import outbox
from storage.tables.reminders import reminders, sweeps, watches

WAITING = text("state = 'waiting'")
OWNER = "account:"
OUTCOMES = {
    "sent": ReminderState.SENT,
    "unreachable": ReminderState.UNREACHABLE,
    "dead": ReminderState.UNREACHABLE,
}
"""What a reminder became, by the state of its row in the outbox."""


@each_once
def _watching(postgres: bool) -> Insert:
    first = insert_for(watches, postgres=postgres)
    anew = {name: first.excluded[name] for name in ("asked_at", "next_at", "done")}
    return first.on_conflict_do_update(index_elements=["approval_id"], set_=anew)


class StoredReminders(WhatIsDue):
    """Fulfils `domain.reminders.records.Reminders`."""

    def plan(self, rows: Sequence[Planned]) -> int:
        if not rows:
            return 0
        values = [
            {
                "receiver": row.receiver,
                "kind": row.kind.value,
                "subject": row.subject,
                "due": row.due,
                "state": row.state.value,
            }
            for row in rows
        ]
        fresh = insert(self.conn, reminders).on_conflict_do_nothing().returning(reminders.c.id)
        return len(self.conn.execute(fresh, values).all())

    def receivers(self, after: int, limit: int) -> Sequence[int]:
        query = (
            select(reminders.c.receiver)
            .where(WAITING, reminders.c.receiver > after)
            .distinct()
            .order_by(reminders.c.receiver)
            .limit(limit)
        )
        return list(self.conn.execute(query).scalars())

    def waiting(self, receivers: Sequence[int]) -> Sequence[Reminder]:
        query = (
            select(reminders)
            .where(WAITING, reminders.c.receiver.in_(receivers))
            .order_by(reminders.c.due, reminders.c.id)
            .with_for_update(skip_locked=True)
        )
        return [_reminder(row) for row in self.conn.execute(query)]

    def end(self, ids: Sequence[int], state: ReminderState, at: datetime) -> None:
        if ids:
            ended = update(reminders).where(reminders.c.id.in_(ids), WAITING)
            self.conn.execute(ended.values(state=state.value, ended_at=at))

    def hand(self, handed: Mapping[int, int]) -> None:
        if handed:
            this = update(reminders).where(reminders.c.id == bindparam("reminder"), WAITING)
            values = [{"reminder": reminder, "row": row} for reminder, row in handed.items()]
            self.conn.execute(this.values(state=ReminderState.HANDED.value, outbox_id=bindparam("row")), values)

    def take_back(
        self,
        at: datetime,
        *,
        receivers: Sequence[int] | None = None,
        before: datetime | None = None,
        limit: int | None = None,
    ) -> int:
        handed = select(reminders.c.outbox_id).where(text("reminders.state = 'handed'"))
        if receivers is not None:
            handed = handed.where(reminders.c.receiver.in_(receivers))
        rows = outbox_rows.withdraw(self.conn, handed, at, before=before, limit=limit)
        if rows:
            this = update(reminders).where(text("state = 'handed'"), reminders.c.outbox_id.in_(rows))
            self.conn.execute(this.values(state=ReminderState.WAITING.value, outbox_id=null()))
        return len(rows)

    def reconcile(self, after: int, limit: int) -> tuple[int | None, Sequence[Reminder]]:
        handed = (
            select(reminders.c.outbox_id, outbox.c.state, outbox.c.ended_at)
            .outerjoin(outbox, outbox.c.id == reminders.c.outbox_id)
            .where(text("reminders.state = 'handed'"), reminders.c.outbox_id > after)
            .order_by(reminders.c.outbox_id)
            .limit(limit)
        )
        rows = self.conn.execute(handed).all()
        ended = {row.outbox_id: row for row in rows if row.state in OUTCOMES}
        lost = self._handed(
            [number for number, row in ended.items() if OUTCOMES[row.state] is ReminderState.UNREACHABLE]
        )
        if ended:
            this = update(reminders).where(text("state = 'handed'"), reminders.c.outbox_id == bindparam("row"))
            values = [
                {"row": number, "became": OUTCOMES[row.state].value, "at": row.ended_at}
                for number, row in ended.items()
            ]
            self.conn.execute(this.values(state=bindparam("became"), ended_at=bindparam("at")), values)
        return rows[-1].outbox_id if len(rows) == limit else None, lost

    def _handed(self, rows: Sequence[int]) -> Sequence[Reminder]:
        query = select(reminders).where(text("reminders.state = 'handed'"), reminders.c.outbox_id.in_(rows))
        return [_reminder(row) for row in self.conn.execute(query)] if rows else []

    def get(self, ids: Sequence[int]) -> Sequence[Reminder]:
        query = select(reminders).where(reminders.c.id.in_(ids)).order_by(reminders.c.due, reminders.c.id)
        return [_reminder(row) for row in self.conn.execute(query)]

    def about(self, matters: Matters, since: datetime, limit: int) -> Sequence[Reminder]:
        named: dict[str, object] = {
            "subjects": list(matters.subjects),
            "customers": list(matters.customers),
            "receivers": sorted({receiver for receiver, _ in matters.own}),
            "own": sorted({subject for _, subject in matters.own}),
        }
        told = {name: values for name, values in named.items() if values}
        if not told:
            return []
        rows = self.conn.execute(_about(*told), {**told, "since": since, "most": limit})
        return [_reminder(row) for row in rows]

    def missed(self, receiver: int) -> Sequence[Reminder]:
        query = select(reminders).where(*_missed(receiver)).order_by(reminders.c.due, reminders.c.id)
        return [_reminder(row) for row in self.conn.execute(query)]

    def count_missed(self, receiver: int) -> int:
        missed = once(
            lambda p: select(func.count()).select_from(reminders).where(*_missed(p.receiver)), receiver=receiver
        )
        return int(self.conn.execute(*missed).scalar_one())

    def looked_at(self, receiver: int, at: datetime) -> None:
        self.conn.execute(update(reminders).where(*_missed(receiver)).values(seen_at=at))

    def unreachable(self, accounts_: Sequence[int]) -> frozenset[int]:
        query = (
            select(accounts.c.id)
            .outerjoin(chats, chats.c.chat_id == accounts.c.chat_id)
            .where(accounts.c.id.in_(accounts_), or_(accounts.c.chat_id.is_(None), chats.c.blocked_at.is_not(None)))
        )
        return frozenset(self.conn.execute(query).scalars())

    # --- where to look for what is due ------------------------------------------------------------------------------

    def swept(self, sweep: str) -> date | None:
        known = once(lambda p: select(sweeps.c.day).where(sweeps.c.name == p.sweep), sweep=sweep)
        return self.conn.execute(*known).scalar_one_or_none()

    def set_swept(self, sweep: str, day: date) -> None:
        statement = insert(self.conn, sweeps).values(name=sweep, day=day)
        later = {"day": statement.excluded.day}
        self.conn.execute(statement.on_conflict_do_update(index_elements=["name"], set_=later))

    def watch(self, approval_id: int, asked_at: datetime, next_at: datetime, done: int = 0) -> None:
        values = {"approval_id": approval_id, "asked_at": asked_at, "next_at": next_at, "done": done}
        self.conn.execute(_watching(is_postgres(self.conn)), values)

    def watches_due(self, now: datetime, limit: int) -> Sequence[Watch]:
        query = (
            select(watches.c.approval_id, watches.c.asked_at, watches.c.done)
            .where(watches.c.next_at <= now)
            .order_by(watches.c.next_at, watches.c.approval_id)
            .limit(limit)
            .with_for_update(skip_locked=True)
        )
        return [Watch(*row) for row in self.conn.execute(query)]

    def unwatch(self, approval_id: int) -> None:
        self.conn.execute(delete(watches).where(watches.c.approval_id == approval_id))

    def drafts_left(self, before: datetime, limit: int) -> Sequence[LeftDraft]:
        query = (
            select(drafts.c.owner, drafts.c.name, drafts.c.updated_at)
            .where(LEFT, drafts.c.updated_at <= before)
            .order_by(drafts.c.updated_at)
            .limit(limit)
        )
        return [
            LeftDraft(int(row.owner.removeprefix(OWNER)), row.name, row.updated_at) for row in self.conn.execute(query)
        ]

    def told_of_drafts(self, told: Sequence[LeftDraft]) -> None:
        if told:
            this = (drafts.c.owner == bindparam("whose"), drafts.c.name == bindparam("called"))
            values = [{"whose": f"{OWNER}{each.account_id}", "called": each.name} for each in told]
            self.conn.execute(update(drafts).where(*this).values(reminded=True), values)

    def forms_left(self, accounts: Collection[int], form: str) -> Mapping[int, int]:
        theirs = [f"{OWNER}{each}" for each in accounts]
        query = select(drafts.c.owner, func.count()).where(drafts.c.owner.in_(theirs), drafts.c.form == form)
        rows = self.conn.execute(query.group_by(drafts.c.owner))
        return {int(owner.removeprefix(OWNER)): count for owner, count in rows}

    def draft_there(self, account_id: int, name: str) -> bool:
        query = select(drafts.c.name).where(drafts.c.owner == f"{OWNER}{account_id}", drafts.c.name == name)
        return self.conn.execute(query).one_or_none() is not None


@each_once
def _about(*told: str) -> Query:
    """By what of `Matters` is told; each by an index of its own."""
    since = bindparam("since", type_=reminders.c.due.type)
    those = select(reminders).where(text("reminders.state IN ('handed', 'sent')"), reminders.c.due >= since)
    found = []
    if "subjects" in told:
        found.append(those.where(reminders.c.subject.in_(bindparam("subjects", expanding=True))))
    if "customers" in told:
        named = literal("project:").concat(cast(projects.c.id, String))
        theirs = select(named).where(projects.c.customer_id.in_(bindparam("customers", expanding=True)))
        found.append(those.where(reminders.c.subject.in_(theirs)))
    if "own" in told:
        mine = (
            reminders.c.receiver.in_(bindparam("receivers", expanding=True)),
            reminders.c.kind.in_([each.value for each in OWN]),
            reminders.c.subject.in_(bindparam("own", expanding=True)),
        )
        found.append(those.where(*mine))
    every = union_all(*found).subquery()
    return select(every).order_by(every.c.id.desc()).limit(bindparam("most"))


def _missed(receiver: int) -> tuple[ColumnElement[bool] | TextClause, ...]:
    """Not what came after all when the receiver let the bot in again."""
    came = select(outbox.c.id).where(outbox.c.id == reminders.c.outbox_id, outbox.c.state == "sent").exists()
    return reminders.c.receiver == receiver, text("reminders.state = 'unreachable' AND seen_at IS NULL"), ~came


def _reminder(row: Found) -> Reminder:
    return Reminder(
        id=row.id,
        receiver=row.receiver,
        kind=ReminderKind(row.kind),
        subject=row.subject,
        due=row.due,
        state=ReminderState(row.state),
    )
