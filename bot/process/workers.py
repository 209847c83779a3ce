"""The process that works the jobs, and its keeper in the bot.

By default jobs are worked by a process beside the bot, so that neither the loop nor the interpreter's lock of those who
serve people ever waits for them, and a file that breaks the worker breaks nothing else. It is started when there is
something to do and ends when there isn't; what is killed goes on at its checkpoint. It is no lower in priority than the
bot: put to sleep while it holds SQLite's lock, it would hold up everybody. `baobei work` is that process, and a
deployment on PostgreSQL may run it anywhere.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import os
import signal
import sys
import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Final

from bot.clock import Clock
from bot.drivers.patience import Patience, in_short
from bot.process.jobs import QUICK, runner
from bot.serving.app import App
from bot.serving.rendering import ScreenRenderer
from bot.settings import Settings
from dialogs.core.texts import Texts
from domain.base import policy as policies
from notifications.jobs.working import Runner
from notifications.sending.stopping import Stopping
from storage import migrate
from storage.engine import Connection, private
from storage.engine.database import Database
from storage.engine.errors import StorageError
from storage.files.store import FileStore
from storage.records import jobs

log = logging.getLogger(__name__)

LOOK: Final = 2.0
IDLE: Final = 60.0
"""Seconds without a job after which the process ends: it takes memory."""
STOP: Final = 15.0
"""Seconds that it gets to reach its next checkpoint when the bot stops."""
SECRETS: Final = ("BAOBEI_TOKEN", "BAOBEI_WEBHOOK_SECRET", "BAOBEI_CONTROL", "BAOBEI_CONTROL_KEY")
"""The worker talks to nobody: what it makes goes through the outbox."""


class Workers:
    """Keeps the process running while there are jobs."""

    def __init__(self, db: Database, settings: Settings, clock: Clock) -> None:
        self._db = db
        self._settings = settings
        self._clock = clock
        self._process: asyncio.subprocess.Process | None = None
        self._wake = asyncio.Event()
        self._stopping = Stopping()

    def wake(self) -> None:
        self._wake.set()

    def stop(self) -> None:
        self._stopping.ask()

    def shift(self) -> None:
        """The clock was moved: what the process works from now on is as of the new day."""
        if self._process is not None and self._runs() and self._process.stdin is not None:
            self._process.stdin.write(_said(self._clock))

    async def run(self) -> None:
        """Until `stop`; the job that runs is then put back."""
        patience = Patience()
        try:
            while not self._stopping.asked:
                self._wake.clear()
                await self._stopping.unless(self._look(patience))
        finally:
            await self._end()

    async def _look(self, patience: Patience) -> None:
        try:
            if not self._runs() and await self._db.read(_waits):
                await self._start()
        except (OSError, StorageError) as error:
            log.error("Jobs can't be worked: %s", in_short(error))
            await asyncio.sleep(patience.after(error))
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(LOOK):
                await self._wake.wait()

    def _runs(self) -> bool:
        return self._process is not None and self._process.returncode is None

    async def _start(self) -> None:
        settings = self._settings
        env = {name: value for name, value in os.environ.items() if name not in SECRETS}
        env |= {
            "BAOBEI_DATA": str(settings.data),
            "BAOBEI_DATABASE": settings.database_url,
            "BAOBEI_CLOCK_OFFSET": str(self._clock.offset.total_seconds()),
            "BAOBEI_LOG": settings.log,
        }
        env |= {"BAOBEI_POLICY": str(settings.policy)} if settings.policy is not None else {}
        self._process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "bot", "work", "--kept"), env=env, stdin=asyncio.subprocess.PIPE
        )
        self.shift()  # it may have been moved while the process was started
        log.info("Jobs are worked by process %s", self._process.pid)

    async def _end(self) -> None:
        process = self._process
        if process is None or process.returncode is not None:
            return
        with contextlib.suppress(ProcessLookupError):
            process.terminate()
        try:
            async with asyncio.timeout(STOP):
                await process.wait()
        except TimeoutError:
            log.warning("The job that runs didn't reach a checkpoint in time: it goes on later from its last one")
            with contextlib.suppress(ProcessLookupError):
                process.kill()
            await process.wait()


def _said(clock: Clock) -> bytes:
    return f"{clock.offset.total_seconds()}\n".encode()


def _waits(conn: Connection) -> bool:
    return jobs.waits(conn, Clock().now())


# --- the process ----------------------------------------------------------------------------------------------------


@asynccontextmanager
async def worker(settings: Settings, clock: Clock) -> AsyncIterator[tuple[Database, Runner, Runner]]:
    """What works jobs, wired as the bot is, without a chat: one for all of them, one for those that take a moment."""
    policy = policies.load(settings.policy)
    texts = Texts.load(strict=False, english=policy.in_english)
    private.folder(settings.data)
    await migrate.upgrade(settings.database_url)
    db = await Database.open(settings.database_url)
    try:
        files = FileStore(settings.data / "files")
        app = App(policy, texts, ScreenRenderer(texts, policy, files, clock.now), "")
        yield db, runner(db, app, files, clock), runner(db, app, files, clock, QUICK)
    finally:
        await db.close()


async def work(settings: Settings, *, kept: bool, idle: float | None = None) -> None:
    """Work jobs until a signal, or until there was nothing to do for `idle` seconds. `kept`: by a bot, and gone with it."""
    clock = Clock(settings.clock_offset)
    async with worker(settings, clock) as (db, works, quick):
        loop = asyncio.get_running_loop()
        for number in (signal.SIGINT, signal.SIGTERM):
            with contextlib.suppress(NotImplementedError):  # Windows
                loop.add_signal_handler(number, works.stop)
        if kept:
            threading.Thread(target=_follow, args=(sys.stdin.fileno(), clock), daemon=True).start()
        db.after_commit("jobs", works.wake)
        db.after_commit("jobs", quick.wake)
        async with asyncio.TaskGroup() as group:
            listening = group.create_task(db.listen())
            await side_by_side(works, quick, idle)
            listening.cancel()


async def side_by_side(works: Runner, quick: Runner, idle: float | None = None) -> None:
    """Who waits for a picture doesn't wait for an import that was asked for before. Until `works` ends."""
    async with asyncio.TaskGroup() as group:
        group.create_task(quick.run())
        try:
            await works.run(idle=idle)
        finally:
            quick.stop()


def _follow(pipe: int, clock: Clock) -> None:
    """The keeper says how far its clock is off, a line each time it was moved. Its end of the pipe closes with it, however it dies: a step that
    runs is rolled back by the database."""
    said = b""
    while heard := os.read(
        pipe, 64
    ):  # not by `sys.stdin`, whose lock this thread would hold while the interpreter ends
        *lines, said = (said + heard).split(b"\n")
        for line in lines:
            clock.shift(float(line))
    os._exit(1)
