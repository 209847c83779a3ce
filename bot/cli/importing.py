"""A customer list taken in from the terminal.

It is a job like any other: where a bot runs on the database, that works it and we watch; else we work it ourselves.
"""

from __future__ import annotations

import asyncio
import contextlib
import shutil
import signal
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date
from functools import partial
from pathlib import Path
from typing import Final, TypeAlias, TypeVar

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from bot.clock import Clock
from bot.process.workers import worker
from bot.serving.work import work_for
from bot.settings import Settings
from dialogs.core.screen import Wording, say
from dialogs.core.texts import Reader, Texts, plain
from dialogs.imports.list_card import told, told_of_file
from dialogs.jobs import state_lines
from domain.base import policy as policies
from domain.base.work import Work
from domain.imports import importing
from domain.imports.importing import ImportCustomers
from domain.jobs.records import Job, JobSignal, JobState
from notifications.documents import sheets
from notifications.jobs.list_header import Header
from notifications.jobs.lists import template
from notifications.jobs.working import Runner
from storage.engine import private
from storage.engine.database import Database
from storage.engine.leader import somebody_leads
from storage.files.store import EmptyFile, FileStore, TooBig
from storage.records.jobs import StoredJobs

T = TypeVar("T")
Words: TypeAlias = Callable[[Wording], str]
LOOK: Final = 0.25
A_BOTS: Final = 30.0
"""Seconds that a running bot gets to take the job up before we do."""
LIMIT: Final = 50 * 1024 * 1024
"""Bytes of a list that comes by the terminal; by the chat it is Telegram's 20 MB."""
PAUSED: Final = 130
"""The exit code of what was interrupted."""


def words_of(settings: Settings, language: str | None) -> Words:
    """Wordings as plain text, in the policy's language unless another is named."""
    policy = policies.load(settings.policy)
    texts = Texts.load(strict=False, english=policy.in_english)
    reader = Reader(language or policy.language, date.min, UTC)
    return lambda words: plain(texts.render(words, reader))


def write_template(file: Path, header: Header, words: Words) -> int:
    template(file, header, words)
    typer.echo(str(file))
    return 0


async def run(settings: Settings, file: Path, words: Words, *, sheet: str = "") -> int:
    """Customers. The exit code: 0 done, 1 not, 130 paused."""

    def put(work: Work, sha256: str) -> Job:
        return importing.put(work, ImportCustomers(sha256=sha256, name=file.name, asks_first=False), sheet=sheet)

    ended = await attended(settings, file, words, put)
    if ended is None:
        return 1
    return _tell(ended, FileStore(settings.data / "files"), file, words)


async def attended(settings: Settings, file: Path, words: Words, put: Callable[[Work, str], Job]) -> Job | None:
    """The file's job (`put` makes it of the content's hash), seen to where it rests or ends; None, and the reason is said,
    for a file that can't be one."""
    private.folder(settings.data)
    store = FileStore(settings.data / "files")
    try:
        with file.open("rb") as content:
            kept = store.keep(iter(partial(content.read, 1 << 16), b""), LIMIT)
    except (EmptyFile, TooBig) as error:
        empty = isinstance(error, EmptyFile)
        why = say("refusal-empty-workbook") if empty else say("refusal-workbook-too-big", rows=sheets.MOST_ROWS)
        typer.echo(words(why), err=True)
        return None
    clock = Clock(settings.clock_offset)
    async with worker(settings, clock) as (db, works, _):
        policy = policies.load(settings.policy)
        job = await db.transact(lambda conn: put(work_for(conn, policy, clock.now()), kept.sha256))
        if job.state is JobState.PAUSED or job.wish is not None:  # by an earlier Ctrl-C, or asking in the chat
            job = await db.transact(lambda conn: StoredJobs(conn).resume(job.id))
        return await _Terminal(db, works, words).attend(job)


@dataclass
class _Terminal:
    """The job from the terminal's side."""

    db: Database
    works: Runner
    words: Words
    stop: asyncio.Event = field(default_factory=asyncio.Event)
    over: asyncio.Event = field(default_factory=asyncio.Event)
    """The job rests or has ended, whoever worked it."""

    async def attend(self, job: Job) -> Job:
        """See the job to where it rests or ends."""
        loop = asyncio.get_running_loop()
        with contextlib.suppress(NotImplementedError):  # Windows
            for number in (signal.SIGINT, signal.SIGTERM):
                loop.add_signal_handler(number, self._interrupted)
        async with asyncio.TaskGroup() as group:
            working = group.create_task(self._work(job.id))
            pausing = group.create_task(self._pause(job.id))
            try:
                return await self._watch(job.id)
            finally:
                self.over.set()
                self.works.stop()
                pausing.cancel()
                self.stop.set()  # nobody waits any longer for a bot to take it up
                await working

    async def _work(self, job_id: int) -> None:
        if await somebody_leads(self.db):
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(A_BOTS):
                    await self.over.wait()
        while not self.works.stopped:
            if not await self.works.once(only=job_id):
                await asyncio.sleep(LOOK)

    async def _pause(self, job_id: int) -> None:
        await self.stop.wait()
        await self.db.transact(lambda conn: StoredJobs(conn).wish(job_id, JobSignal.PAUSE, Clock().now()))

    def _interrupted(self) -> None:
        if self.stop.is_set():
            raise KeyboardInterrupt  # the second time: at once; what is committed stays
        self.stop.set()

    async def _watch(self, job_id: int) -> Job:
        """Until it rests or ended, with a bar where there is a terminal."""
        columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
        with Progress(*columns, console=Console(stderr=True), disable=not sys.stderr.isatty()) as bar:
            shown, phase = bar.add_task("", total=None), ""
            while True:
                job = await self.db.read(lambda conn: StoredJobs(conn).get(job_id))
                present = str((job.checkpoint or {}).get("phase", "read"))
                if present != phase:
                    phase = present
                    bar.reset(shown, description=self.words(say(f"import-phase-{phase}")), total=job.total)
                bar.update(shown, completed=job.done, total=job.total)
                if job.state not in (JobState.WAITING, JobState.RUNNING):
                    return job
                await asyncio.sleep(LOOK)


def rested(job: Job, words: Words) -> int:
    """Say why a job isn't done, and the exit code."""
    for line in state_lines(job):
        typer.echo(words(line), err=True)
    return PAUSED if job.state is JobState.PAUSED else 1


def _tell(job: Job, store: FileStore, file: Path, words: Words) -> int:
    if job.state is not JobState.DONE:
        return rested(job, words)
    for line in (*told(job)[1:], *told_of_file(job)):  # not the file's name
        typer.echo(words(line))
    result = (job.result or {}).get("file")
    if result is not None:
        beside = file.with_name(f"{file.stem}-{words(say('import-result'))}.xlsx")
        shutil.copyfile(store.path(result["sha256"]), beside)
        typer.echo(str(beside))
    return 0
