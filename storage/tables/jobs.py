"""What takes long, until it is done: worked by whoever holds the lease, resumable from the checkpoint."""

from __future__ import annotations

from typing import Final

from sqlalchemy import BigInteger, Column, Index, Integer, String, Table, text

from storage.engine.metadata import Id, Json, UTCDateTime, metadata

TO_WORK: Final = text("state IN ('waiting', 'running')")
OPEN: Final = text("state IN ('waiting', 'running', 'paused')")

jobs = Table(
    "jobs",
    metadata,
    Column("id", Id, primary_key=True),
    Column("kind", String(40), nullable=False),
    Column("key", String(120), nullable=True),
    Column("account_id", BigInteger, nullable=True),
    Column("state", String(12), nullable=False),
    Column("args", Json, nullable=False),
    Column("done", Integer, nullable=False, server_default="0"),
    Column("total", Integer, nullable=True),
    Column("checkpoint", Json, nullable=True),
    Column("result", Json, nullable=True),
    Column("why", Json, nullable=True),
    Column("wish", String(12), nullable=True),
    # Each claim counts the attempt up: it tells a worker's own lease from that of whoever took the job over.
    Column("attempt", Integer, nullable=False, server_default="0"),
    # Claims since the last progress: a job that kills its worker each time is given up.
    Column("failures", Integer, nullable=False, server_default="0"),
    # Which process works it, so that another one on the machine sees when it died.
    Column("worker", String(120), nullable=True),
    Column("lease_until", UTCDateTime, nullable=True),
    Column("not_before", UTCDateTime, nullable=True),
    Column("created_at", UTCDateTime, nullable=False),
    Column("ended_at", UTCDateTime, nullable=True),
    Index("ix_jobs_to_work", "id", sqlite_where=TO_WORK, postgresql_where=TO_WORK),
    Index("ix_jobs_one_open", "key", unique=True, sqlite_where=OPEN, postgresql_where=OPEN),
    Index("ix_jobs_account", "account_id", "id"),
    sqlite_autoincrement=True,
)
