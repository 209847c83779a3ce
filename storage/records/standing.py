"""How the desk stands: what waits, how large the database is, whom the chat doesn't reach."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from importlib.metadata import version
from typing import Final

from sqlalchemy import ColumnElement, Connection, TextClause, func, or_, select, text

from domain.administration.records import OutOfReach, Standing
from domain.people.records import AccountState
from storage.chat import inbox as arrived
from storage.engine.dialect import is_postgres
from storage.records.deployment import remember, remembered
from storage.tables.chats import chats
from storage.tables.people import accounts
from storage.tables.queues import DEAD, UNDONE, UNSENT, inbox, outbox

TICKED: Final = "ticked_at"
BACKED_UP: Final = "backed_up_at"
"""As they are remembered."""
_SQLITE: Final = text("SELECT sqlite_version()")
_SQLITE_SIZE: Final = text("SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()")
_POSTGRES: Final = text("SELECT split_part(current_setting('server_version'), ' ', 1)")
_POSTGRES_SIZE: Final = text("SELECT pg_database_size(current_database())")
_SCHEMA: Final = text("SELECT version_num FROM alembic_version")


@dataclass(frozen=True)
class StoredDeployment:
    """Fulfils `domain.administration.records.Deployment`."""

    conn: Connection

    def standing(self, now: datetime) -> Standing:
        to_work, set_aside = arrived.counts(self.conn)
        postgres = is_postgres(self.conn)
        return Standing(
            version=version("baobei"),
            database=f"PostgreSQL {self._told(_POSTGRES)}" if postgres else f"SQLite {self._told(_SQLITE)}",
            schema=self._told(_SCHEMA),
            size=int(self._told(_POSTGRES_SIZE if postgres else _SQLITE_SIZE)),
            to_work=to_work,
            set_aside=set_aside,
            to_send=self._count(UNSENT),
            refused=self._count(DEAD, outbox.c.state == "dead"),
            oldest=self._oldest(now),
            ticked=_moment(remembered(self.conn, TICKED)),
            copied_by_us=not postgres,
            backed_up=_moment(remembered(self.conn, BACKED_UP)),
        )

    def out_of_reach(self, offset: int, limit: int) -> tuple[Sequence[OutOfReach], int]:
        joined = accounts.outerjoin(chats, chats.c.chat_id == accounts.c.chat_id)
        away = or_(accounts.c.chat_id.is_(None), chats.c.blocked_at.is_not(None))
        here = (accounts.c.state == AccountState.ACTIVE.value, away)
        total = self.conn.execute(select(func.count()).select_from(joined).where(*here)).scalar_one()
        rows = select(accounts.c.id, chats.c.blocked_at).select_from(joined).where(*here)
        ordered = rows.order_by(chats.c.blocked_at.is_not(None), chats.c.blocked_at, accounts.c.id)
        found = self.conn.execute(ordered.offset(offset).limit(limit)) if limit else ()
        return [OutOfReach(row.id, row.blocked_at) for row in found], total

    def _oldest(self, now: datetime) -> datetime | None:
        """What is held back on purpose, until the end of quiet hours say, doesn't wait."""
        due = or_(outbox.c.not_before.is_(None), outbox.c.not_before <= now)
        sending = select(func.min(outbox.c.created_at)).where(UNSENT, due)
        working = select(func.min(inbox.c.stored_at)).where(UNDONE)
        found = [self.conn.execute(each).scalar_one_or_none() for each in (sending, working)]
        return min((each for each in found if each is not None), default=None)

    def _told(self, what: TextClause) -> str:
        return str(self.conn.execute(what).scalar_one())

    def _count(self, *where: ColumnElement[bool] | TextClause) -> int:
        return self.conn.execute(select(func.count()).select_from(outbox).where(*where)).scalar_one()


def note(conn: Connection, what: str, at: datetime) -> None:
    """That it was done then: `TICKED`, `BACKED_UP`."""
    remember(conn, what, at.isoformat())


def _moment(kept: str | None) -> datetime | None:
    return None if kept is None else datetime.fromisoformat(kept)
