"""What a step leaves behind for those who wait outside: heard after the COMMIT, never after a rollback."""

from __future__ import annotations

from typing import Final, Literal, TypeAlias

from sqlalchemy import Connection

Topic: TypeAlias = Literal["outbox", "inbox", "jobs"]
CHANNEL: Final = "baobei"
_KEY: Final = "baobei.tidings"


def tell(conn: Connection, topic: Topic) -> None:
    """Those who listen to the topic are woken once this transaction is committed."""
    _told(conn).add(topic)


def take(conn: Connection) -> frozenset[str]:
    """What was told in this transaction; the next one begins with nothing told."""
    told = frozenset(_told(conn))
    forget(conn)
    return told


def forget(conn: Connection) -> None:
    conn.info.pop(_KEY, None)


def _told(conn: Connection) -> set[str]:
    # Connection.info outlives the transaction: the door clears it at both ends.
    told: set[str] = conn.info.setdefault(_KEY, set())
    return told
