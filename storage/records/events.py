"""The append-only log of events, and the counters of numbers that can be said aloud."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection, insert

from domain.events import Event, to_facts
from storage.tables.records import events


class StoredLog:
    """Fulfils `domain.events.Log` for one step: stamps time and actor, and keeps what is fresh for those who hear."""

    def __init__(self, conn: Connection, now: datetime, actor_id: int | None) -> None:
        self.conn = conn
        self.now = now
        self.actor_id = actor_id
        self._fresh: list[Event] = []

    def record(self, event: Event) -> None:
        self.conn.execute(
            insert(events).values(
                at=self.now,
                kind=type(event).__name__,
                subject_kind=event.subject_kind,
                subject_id=event.subject_id,
                actor_id=self.actor_id,
                facts=to_facts(event),
            )
        )
        self._fresh.append(event)

    def take_fresh(self) -> Sequence[Event]:
        """What was recorded since the last time that somebody asked."""
        fresh, self._fresh = self._fresh, []
        return fresh
