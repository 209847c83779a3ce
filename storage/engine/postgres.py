"""PostgreSQL behind the door: every step its own transaction, by asyncpg.

A step is run again by itself only where nothing of it was committed: a serialization failure, a deadlock, a connection that
broke before COMMIT, a server that is away for a moment.
"""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any, Final, TypeVar

import asyncpg
from sqlalchemy import Connection, func, select
from sqlalchemy.engine import URL
from sqlalchemy.ext.asyncio import create_async_engine

from storage.engine import tidings
from storage.engine.errors import Away, Busy, StorageError, Uncertain, Unusable
from storage.engine.metadata import dump_json
from storage.engine.postgres_errors import BROKEN, Again, judge
from storage.engine.statements import SHARED
from storage.engine.step import Step
from storage.engine.writer import Heard

log = logging.getLogger(__name__)
T = TypeVar("T")

_TRIES: Final = 3
"""How often a step that lost against another one is run in all."""

PREPARED: Final = 1000
"""Statements that a connection keeps prepared: more than there are. With SQLAlchemy's hundred a submission and an approval
put out each other's, and each of theirs takes a second round trip."""

SERVER_SETTINGS: Final = {
    "application_name": "baobei",
    "default_transaction_isolation": "read committed",
    "synchronous_commit": "on",
    "statement_timeout": "5s",
    "lock_timeout": "3s",
    "idle_in_transaction_session_timeout": "10s",
    # A replica whose network died must not keep its locks for the two hours that are the default.
    "tcp_keepalives_idle": "10",
    "tcp_keepalives_interval": "5",
    "tcp_keepalives_count": "3",
    "work_mem": "16MB",  # figures by customer are sorted in memory
    "jit": "off",  # compiling costs more than any of our statements
}


class Postgres:
    """One database of a server."""

    def __init__(self, url: URL, heard: Heard, patience: float) -> None:
        self._url = url
        self._heard = heard
        self._patience = patience
        self._engine = create_async_engine(
            url,
            json_serializer=dump_json,
            hide_parameters=True,
            pool_size=10,
            max_overflow=10,
            execution_options=SHARED,
            # No ping: three round trips a step. A connection that turns out to be dead takes the others with it, and the
            # step, of which nothing was committed, is run again.
            connect_args={"server_settings": SERVER_SETTINGS, "prepared_statement_cache_size": PREPARED},
        )

    async def transact(self, step: Callable[[Connection], T], *, lasting: bool = True) -> T:
        return await self._patiently(lambda: self._commit(step))

    async def read(self, step: Callable[[Connection], T]) -> T:
        return await self._patiently(lambda: self._look(step))

    async def listen(self) -> None:
        """Hear what other processes committed, for ever; after a broken connection, again."""
        while True:
            try:
                await self._listen_once()
            except BROKEN as error:
                log.warning("Not hearing from the database for a moment: %s", error)
            await asyncio.sleep(1)

    async def backup(self, target: Path) -> None:
        raise StorageError("A PostgreSQL database is backed up by its own tools: pg_dump, or the server's archive.")

    async def close(self) -> None:
        await self._engine.dispose()

    # --- one attempt -----------------------------------------------------------------------------------------------

    async def _commit(self, step: Callable[[Connection], T]) -> T:
        committing = False

        def run(conn: Connection) -> tuple[T, frozenset[str]]:
            nonlocal committing
            stepping = Step(conn.engine, conn.connection)
            with stepping.begin():
                done = _run(stepping, step)
                committing = True
            return done

        try:
            async with self._engine.connect() as conn:
                result, told = await conn.run_sync(run)
        except _StepsOwn as error:
            raise error.own from None
        except Exception as error:
            trouble = judge(error)
            if trouble is None:
                raise
            if committing and isinstance(trouble, Away):
                raise Uncertain(f"The connection broke while committing. ({error})") from error
            raise trouble from error
        if told:
            self._heard(told)
        return result

    async def _look(self, step: Callable[[Connection], T]) -> T:
        try:
            async with self._engine.connect() as conn:
                reading = await conn.execution_options(postgresql_readonly=True)
                return await reading.run_sync(_guarded, step)
        except _StepsOwn as error:
            raise error.own from None
        except Exception as error:
            trouble = judge(error)
            if trouble is None or isinstance(trouble, Unusable):
                raise  # a step that writes here is a mistake of ours, not of the server
            raise trouble from error

    async def _patiently(self, attempt: Callable[[], Awaitable[T]]) -> T:
        deadline = time.monotonic() + self._patience
        lost, pause = 0, 0.05
        while True:
            try:
                return await attempt()
            except Again as trouble:
                lost += 1
                if lost >= _TRIES:
                    raise Busy(f"Lost against other transactions {lost} times. ({trouble})") from trouble
            except Away as trouble:
                if time.monotonic() + pause >= deadline:
                    raise
                log.warning("%s Trying again.", trouble)
                await asyncio.sleep(pause)
                pause = min(2 * pause, 2.0)

    async def _listen_once(self) -> None:
        url = self._url.set(drivername="postgresql")
        conn = await asyncpg.connect(url.render_as_string(hide_password=False), timeout=5)
        try:
            await conn.add_listener(tidings.CHANNEL, lambda *told: self._heard(frozenset(told[-1].split(","))))
            while not conn.is_closed():
                await asyncio.sleep(5)
                await conn.execute("SELECT 1")  # notices a dead network
        finally:
            conn.terminate()


class _StepsOwn(Exception):
    """An OSError of the step's, about some file perhaps: not a sign that the server is away."""

    def __init__(self, own: OSError) -> None:
        super().__init__(own)
        self.own = own


def _guarded(conn: Connection, step: Callable[[Connection], T]) -> T:
    try:
        return step(conn)
    except OSError as error:
        driver: Any = conn.connection.driver_connection
        if driver.is_closed():
            raise
        raise _StepsOwn(error) from error


def _run(conn: Connection, step: Callable[[Connection], T]) -> tuple[T, frozenset[str]]:
    tidings.forget(conn)
    result = _guarded(conn, step)
    told = tidings.take(conn)
    if told:
        conn.execute(select(func.pg_notify(tidings.CHANNEL, ",".join(sorted(told)))))
    return result, told
