"""The append-only log of events."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, CompoundSelect, Connection, bindparam, func, insert, select, true, union

from domain.base.events import KINDS, E, Event, Logged, Trail, from_facts, to_facts
from domain.base.rights import Reach
from domain.people.records import Account
from storage.engine import Found
from storage.engine.statements import fixed
from storage.tables.events import ASKED, ASKED_CODE, ASKED_KEY, events
from storage.tables.people import agencies

_RECORD = fixed(insert(events))
_OF_ACTOR = fixed(
    select(events)
    .where(
        events.c.actor_id == bindparam("actor"), events.c.kind == bindparam("kind"), events.c.at >= bindparam("since")
    )
    .order_by(events.c.id)
)
_OF_ACTOR_TO = fixed(_OF_ACTOR.where(events.c.subject_id == bindparam("subject")))
_OF_ACTOR_BY_KEY = fixed(_OF_ACTOR.where(events.c.facts["key"].as_string() == bindparam("key")))


class StoredLog:
    """Fulfils `domain.base.events.Log` for one step: stamps time and actor, and keeps what is fresh for those who hear."""

    def __init__(self, conn: Connection, now: datetime, actor: Account | None) -> None:
        self.conn = conn
        self.now = now
        self.actor_id = actor.id if actor is not None else None
        self.agency_id = actor.agency_id if actor is not None else None
        self._fresh: list[Event] = []

    def record(self, *several: Event) -> None:
        rows = [
            {
                "at": self.now,
                "kind": type(event).__name__,
                "subject_kind": event.subject_kind,
                "subject_id": event.subject_id,
                "actor_id": self.actor_id,
                "agency_id": self.agency_id,
                "facts": to_facts(event),
            }
            for event in several
        ]
        if rows:
            self.conn.execute(_RECORD, rows if len(rows) > 1 else rows[0])
        self._fresh.extend(several)

    def mark(self) -> int:
        """A place in what was recorded, for `forget`."""
        return len(self._fresh)

    def forget(self, since: int) -> None:
        """What was recorded after the mark was taken back."""
        del self._fresh[since:]

    def take_fresh(self) -> Sequence[Event]:
        """What was recorded since the last time that somebody asked."""
        fresh, self._fresh = self._fresh, []
        return fresh

    def of_actor(
        self, account_id: int, kind: type[E], since: datetime, *, key: str | None = None, subject: int | None = None
    ) -> Sequence[E]:
        wanted = {"actor": account_id, "kind": kind.__name__, "since": since}
        found = (_OF_ACTOR, wanted) if key is None else (_OF_ACTOR_BY_KEY, {**wanted, "key": key})
        if subject is not None:
            found = _OF_ACTOR_TO, {**wanted, "subject": subject}
        rows = self.conn.execute(*found)
        return [each.event for row in rows if (each := _logged(row)) is not None and isinstance(each.event, kind)]

    def of_subjects(
        self, subject_kind: str, ids: Collection[int], *, offset: int, limit: int, kinds: Collection[type[Event]] = ()
    ) -> Sequence[Logged]:
        query = select(events).where(events.c.subject_kind == subject_kind, events.c.subject_id.in_(ids)).limit(limit)
        if kinds:
            query = query.where(events.c.kind.in_([each.__name__ for each in kinds]))
        if offset < 0:
            rows = list(reversed(self.conn.execute(query.order_by(events.c.id.desc()).limit(-offset)).all()))
        else:
            rows = list(self.conn.execute(query.order_by(events.c.id).offset(offset)).all())
        return [each for row in rows if (each := _logged(row)) is not None]

    def on_trail(
        self, trail: Trail, *, kinds: Collection[type[Event]] = (), offset: int = 0, limit: int | None = None
    ) -> Sequence[Logged]:
        query = select(events).where(events.c.id.in_(lies_on(trail))).order_by(events.c.id).offset(offset).limit(limit)
        if kinds:
            query = query.where(events.c.kind.in_([each.__name__ for each in kinds]))
        return [each for row in self.conn.execute(query) if (each := _logged(row)) is not None]

    def tally(self, trail: Trail) -> Mapping[str, int]:
        query = select(events.c.kind, func.count()).where(events.c.id.in_(lies_on(trail))).group_by(events.c.kind)
        return {kind: count for kind, count in self.conn.execute(query) if kind in KINDS}

    def of_kind(self, kind: type[E], reach: Reach, offset: int, limit: int) -> Sequence[Logged]:
        rows = self.conn.execute(
            select(events)
            .where(events.c.kind == kind.__name__, _within(reach))
            .order_by(events.c.id.desc())
            .offset(offset)
            .limit(limit)
        )
        return [each for row in rows if (each := _logged(row)) is not None]

    def newest(
        self, kinds: Collection[type[Event]], actors: Collection[int] | None, offset: int, limit: int
    ) -> tuple[Sequence[Logged], int]:
        """Of each kind as many as could be wanted, by its index: rare kinds aren't looked for among all that happened."""
        done = true() if actors is None else events.c.actor_id.in_(sorted(actors))
        each_kind = [(events.c.kind == kind.__name__, done) for kind in kinds]
        total = sum(
            self.conn.execute(select(func.count()).select_from(events).where(*one)).scalar_one() for one in each_kind
        )
        most = offset + limit
        numbers = [select(events.c.id).where(*one).order_by(events.c.id.desc()).limit(most) for one in each_kind]
        found = union(*(select(each.subquery()) for each in numbers))
        rows = select(events).where(events.c.id.in_(found)).order_by(events.c.id.desc()).offset(offset).limit(limit)
        return [each for row in self.conn.execute(rows) if (each := _logged(row)) is not None], total


def lies_on(trail: Trail) -> CompoundSelect[int]:
    """The numbers of what lies on it. A question names no customer, for there may be none: it is found by what was asked for."""
    belong = [
        select(events.c.id).where(events.c.subject_kind == kind, events.c.subject_id.in_(sorted(ids)))
        for kind, ids in trail.subjects.items()
        if ids
    ]
    asked = [
        select(events.c.id).where(events.c.kind == ASKED, fact.in_(sorted(values)))
        for fact, values in ((ASKED_KEY, trail.keys), (ASKED_CODE, trail.codes))
        if values
    ]
    return union(*belong, *asked)


def _within(reach: Reach) -> ColumnElement[bool]:
    if reach.all:
        return true()
    if reach.unit_id is not None:
        return events.c.agency_id.in_(select(agencies.c.id).where(agencies.c.unit_id == reach.unit_id))
    if reach.agency_id is not None:
        return events.c.agency_id == reach.agency_id
    return events.c.actor_id == reach.account_id


def _logged(row: Found) -> Logged | None:
    event = from_facts(row.kind, row.facts)
    return None if event is None else Logged(row.at, row.actor_id, event, row.id)
