"""SQLite's one writer thread: the steps that are waiting share one BEGIN IMMEDIATE … COMMIT.

An fsync a step is what makes a durable step slow; an fsync for up to 32 of them is not. The group is invisible to a step:
when one raises, all are rolled back and each is run alone, so a step depends on the database and its own input only.

What needn't last by itself (`Database.transact`) has a group of its own, after the others', and no fsync: a power cut may take it back
until the next COMMIT that lasts, which brings all before it to the disk; a process that dies takes back nothing.
"""

from __future__ import annotations

import asyncio
import logging
import queue
import sqlite3
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Final, TypeVar, cast

from sqlalchemy import Connection, Engine, RootTransaction
from sqlalchemy.exc import DBAPIError

from storage.engine import tidings
from storage.engine.errors import Busy, StorageError
from storage.engine.sqlite_errors import translate
from storage.engine.step import Step

log = logging.getLogger(__name__)
T = TypeVar("T")
Heard = Callable[[frozenset[str]], None]

REST: Final = 5.0
"""Seconds without a row written after which the writer counts as resting. Steps that only look (has anything to be sent come
due?) run every few seconds for as long as the bot does, and are no work."""
GROUP: Final = 32
"""Steps that share one COMMIT at most: more makes the first wait and gains nothing (measured)."""

_LASTING: Final = "baobei.lasting"


@dataclass(slots=True)
class _Waiting:
    step: Callable[[Connection], object]
    future: asyncio.Future[Any]
    lasting: bool
    result: object = None
    error: BaseException | None = None


class Writer:
    """Runs steps in its own thread on the one connection that writes."""

    def __init__(self, engine: Engine, heard: Heard, patience: float, at_rest: Callable[[], bool]) -> None:
        """`at_rest` is called, in the thread, when nothing was written for `REST` seconds after work, until it succeeds."""
        self._at_rest = at_rest
        self._worked = False
        self._wrote_at = 0.0
        self._engine = engine
        self._heard = heard
        self._patience = patience
        self._loop = asyncio.get_running_loop()
        self._queue: queue.SimpleQueue[_Waiting | None] = queue.SimpleQueue()
        self._closed = False
        self._thread = threading.Thread(target=self._run, name="sqlite-writer", daemon=True)
        self._thread.start()

    async def run(self, step: Callable[[Connection], T], *, lasting: bool = True) -> T:
        """The step's result, once it is committed."""
        if self._closed:
            raise StorageError("The database is closed.")
        waiting = _Waiting(step, self._loop.create_future(), lasting)
        self._queue.put(waiting)
        result: T = await waiting.future
        return result

    async def close(self) -> None:
        """What waits is still done."""
        if not self._closed:
            self._closed = True
            self._queue.put(None)
            await asyncio.to_thread(self._thread.join)

    # --- in the thread ---------------------------------------------------------------------------------------------

    def _run(self) -> None:
        last = False
        while not last:
            batch, last = self._next_batch()
            for lasting in (True, False):  # people don't wait for what only machines wait for
                if group := [each for each in batch if each.lasting is lasting]:
                    told = self._work(group)
                    self._loop.call_soon_threadsafe(self._deliver, group, told)

    def _next_batch(self) -> tuple[list[_Waiting], bool]:
        """What waits, and whether it is the last."""
        batch: list[_Waiting] = []
        each = self._next()
        while each is not None:
            # Whoever gave up waiting before the step began doesn't want it any more.
            if not each.future.cancelled():
                batch.append(each)
            if len(batch) >= GROUP:
                return batch, False
            try:
                each = self._queue.get_nowait()
            except queue.Empty:
                return batch, False
        return batch, True

    def _next(self) -> _Waiting | None:
        """The next of the queue; whoever waits longer for it puts things in order meanwhile."""
        while self._worked:
            rests_in = self._wrote_at + REST - time.monotonic()
            if rests_in > 0:
                try:
                    return self._queue.get(timeout=rests_in)
                except queue.Empty:
                    continue
            self._worked = not self._at_rest()
            self._wrote_at = time.monotonic()  # where it didn't succeed, once more after as long
        return self._queue.get()

    def _work(self, batch: Sequence[_Waiting]) -> frozenset[str]:
        """Fills in every result or error; returns what was told by those that were committed."""
        try:
            return self._commit(batch)
        except StorageError as error:
            # The storage's own trouble: it would meet each of them alone as well.
            for waiting in batch:
                waiting.error = error
        except BaseException as error:  # whatever a step raises is its giver's; this thread must outlive it
            if len(batch) > 1:
                return frozenset().union(*[self._work([waiting]) for waiting in batch])
            batch[0].error = error
        return frozenset()

    def _commit(self, batch: Sequence[_Waiting]) -> frozenset[str]:
        deadline = time.monotonic() + self._patience
        while True:
            try:
                with Step(self._engine) as conn, _begun(conn, lasting=batch[0].lasting):
                    tidings.forget(conn)
                    driver: Any = conn.connection.dbapi_connection
                    before = driver.total_changes
                    results = [waiting.step(conn) for waiting in batch]
                    told = tidings.take(conn)
                    wrote = driver.total_changes != before
            except DBAPIError as error:
                trouble = translate(error)
                if trouble is None:
                    raise
                if not isinstance(trouble, Busy) or time.monotonic() >= deadline:
                    log.error("%s", trouble)
                    raise trouble from error
                log.warning("%s Trying again.", trouble)
            else:
                if wrote:
                    self._worked, self._wrote_at = True, time.monotonic()
                for waiting, result in zip(batch, results, strict=True):
                    waiting.result = result
                return told

    # --- on the loop -----------------------------------------------------------------------------------------------

    def _deliver(self, batch: Sequence[_Waiting], told: frozenset[str]) -> None:
        for waiting in batch:
            if waiting.future.done():
                continue
            if waiting.error is not None:
                waiting.future.set_exception(waiting.error)
            else:
                waiting.future.set_result(waiting.result)
        if told:
            self._heard(told)


def _begun(conn: Connection, *, lasting: bool) -> RootTransaction:
    if conn.info.get(_LASTING, True) is not lasting:  # of this connection; each new one lasts
        driver = cast("sqlite3.Connection", conn.connection.dbapi_connection)
        driver.execute(f"PRAGMA synchronous={'FULL' if lasting else 'NORMAL'}")
        conn.info[_LASTING] = lasting
    return conn.begin()
