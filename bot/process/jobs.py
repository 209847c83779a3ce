"""The durable jobs wired: which kinds there are, and the queue on the database. Where they are worked: `bot.process.workers`."""

from __future__ import annotations

import os
import socket
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Final, TypeVar

from bot.clock import Clock
from bot.serving.app import App
from bot.serving.work import DeskWork, work_for
from dialogs.core.screen import Wording
from domain.administration import policy_file as policy_files
from domain.base.json_values import JsonObject
from domain.base.work import Work
from domain.contracts import documents as contract_documents
from domain.disputes import pack as disputes
from domain.follow_ups import exporting
from domain.forecast import exporting as exporting_outlook
from domain.forecast import freezing
from domain.imports import choices as import_choices
from domain.imports import direct as listing
from domain.imports import enrolling, importing
from domain.imports import undoing as import_undoing
from domain.jobs.records import Job, JobEnded, JobPaused, JobState
from domain.orders import exporting as exporting_orders
from domain.orders.listing import asking as order_lists
from domain.statistics import exporting as exporting_figures
from notifications.jobs.contract_pdf import contract_pdf
from notifications.jobs.contract_template import contract_template
from notifications.jobs.direct import import_direct
from notifications.jobs.dispute_pack import dispute_pack
from notifications.jobs.enrolling import enrol
from notifications.jobs.export_customers import export_customers
from notifications.jobs.export_figures import export_figures
from notifications.jobs.export_orders import export_orders
from notifications.jobs.export_outlook import export_outlook
from notifications.jobs.figures_picture import draw_figures
from notifications.jobs.freeze_forecast import freeze_forecast
from notifications.jobs.import_orders import count_late_orders, import_orders, take_back_orders
from notifications.jobs.importing import import_customers, list_template, take_back
from notifications.jobs.orders_template import orders_template
from notifications.jobs.outlook_picture import draw_outlook
from notifications.jobs.policy_file import policy_file
from notifications.jobs.working import Kind, Runner, StorageAway
from storage.chat import cards, chats
from storage.engine import Connection
from storage.engine.database import Database
from storage.engine.dialect import take_time
from storage.engine.errors import Conflict, StorageError
from storage.files.store import FileStore
from storage.records import jobs
from storage.records.jobs import ClaimedJob

T = TypeVar("T")

KINDS: Final[Mapping[str, Kind]] = {
    exporting.KIND: export_customers,
    exporting_orders.KIND: export_orders,
    importing.JOB: import_customers,
    import_undoing.JOB: take_back,
    import_choices.TEMPLATE: list_template,
    listing.JOB: import_direct,
    order_lists.JOB: import_orders,
    order_lists.TEMPLATE: orders_template,
    order_lists.BACK: take_back_orders,
    order_lists.COUNT: count_late_orders,
    enrolling.AGENCIES: enrol,
    enrolling.PEOPLE: enrol,
    contract_documents.PDF: contract_pdf,
    contract_documents.TEMPLATE: contract_template,
    disputes.KIND: dispute_pack,
    exporting_figures.DRAW: draw_figures,
    exporting_figures.EXPORT: export_figures,
    exporting_outlook.DRAW: draw_outlook,
    exporting_outlook.EXPORT: export_outlook,
    policy_files.JOB: policy_file,
    freezing.KIND: freeze_forecast,
}
"""A kind of job is one function; its name is what `jobs.control.put` is given, its title `job-{name}` in the catalogues."""

QUICK: Final[Mapping[str, Kind]] = {exporting_figures.DRAW: draw_figures, exporting_outlook.DRAW: draw_outlook}
"""Those that take a moment, and that somebody waits for with the phone in his hand."""

FILE_LIMIT: Final = 50 * 1024 * 1024
"""Bytes: what a bot may send."""
_CHUNK: Final = 1 << 16


@dataclass(frozen=True, slots=True)
class Held:
    """A claim, and the language of whoever asked for the job."""

    claimed: ClaimedJob
    language: str

    @property
    def job(self) -> Job:
        return self.claimed.job

    @property
    def hopeless(self) -> bool:
        return self.claimed.hopeless


class JobQueue:
    """Fulfils `notifications.jobs.working.DurableJobs`: what a worker asks for, on a database."""

    def __init__(self, db: Database, app: App, files: FileStore, clock: Clock) -> None:
        self._db = db
        self._app = app
        self._files = files
        self._clock = clock
        self._real = Clock()  # a lease is about a process, not about a customer

    async def claim(self, kinds: Collection[str], only: int | None) -> Held | None:
        def step(conn: Connection) -> Held | None:
            now = self._real.now()
            jobs.bury(conn, _is_dead, now)
            claimed = jobs.claim(conn, kinds, now, only=only, worker=_called(os.getpid()))
            return Held(claimed, self._language(conn, claimed.job)) if claimed is not None else None

        return await self._transact(step)

    async def beat(self, claim: Held, *, show: bool) -> Job:
        def step(conn: Connection) -> Job:
            job = jobs.renew(conn, claim.claimed, self._real.now())
            if show:
                self._show(conn, job)
            return job

        try:
            return await self._transact(step)
        except Conflict:  # somebody just tapped the card: it is shown anew by that
            return await self._transact(lambda conn: jobs.renew(conn, claim.claimed, self._real.now()))

    async def commit(self, claim: Held, step: Callable[[Work], T], at: JsonObject) -> tuple[T, Job]:
        def whole(conn: Connection) -> tuple[T, Job]:
            job = jobs.checkpoint(conn, claim.claimed, **at)  # first: it holds the job, or nothing is done
            work = self._work(conn, job)
            result = step(work)
            self._app.pushes.deliver(work)
            return result, job

        return await self._transact(whole, lasting=False)  # work and checkpoint are taken back together, if they are

    async def read(self, claim: Held, step: Callable[[Work], T]) -> T:
        def look(conn: Connection) -> T:
            take_time(conn)
            return step(self._work(conn, claim.job))

        try:
            return await self._db.read(look)
        except StorageError as error:
            raise StorageAway(str(error)) from error

    async def end(self, claim: Held, state: JobState, result: Mapping[str, object] | None, why: object) -> None:
        def step(conn: Connection) -> None:
            job = jobs.end(conn, claim.claimed, state, self._real.now(), result=result, why=why)
            work = self._work(conn, job)
            rests = state is JobState.PAUSED
            work.events.record(JobPaused(job=job.id) if rests else JobEnded(job=job.id, state=state.value))
            self._app.pushes.deliver(work)

        await self._transact(step)

    async def put_back(self, claim: Held, seconds: float) -> None:
        later = self._real.now() + timedelta(seconds=seconds)
        await self._transact(lambda conn: jobs.put_back(conn, claim.claimed, not_before=later))

    def keep(self, file: Path) -> str:
        with file.open("rb") as content:
            return self._files.keep(iter(partial(content.read, _CHUNK), b""), FILE_LIMIT).sha256

    def path(self, sha256: str) -> Path:
        return self._files.path(sha256)

    def words(self, claim: Held, words: Wording) -> str:
        return self._app.words(words, claim.language)

    async def _transact(self, step: Callable[[Connection], T], *, lasting: bool = True) -> T:
        try:
            return await self._db.transact(step, lasting=lasting)
        except StorageError as error:
            raise StorageAway(str(error)) from error

    def _work(self, conn: Connection, job: Job) -> DeskWork:
        """Whoever asked for the job acts; nobody (the system) for what the operator put."""
        system = self._app.system(conn, self._clock.now())
        if job.account_id is None:
            return system
        account = system.people.account(job.account_id)
        owner, chat = f"account:{account.id}", account.chat_id or 0
        return work_for(conn, system.policy, system.now, account=account, owner=owner, chat_id=chat)

    def _show(self, conn: Connection, job: Job) -> None:
        work = self._work(conn, job)
        for card in cards.of_subject(conn, f"job:{job.id}"):
            self._app.pushes.show_again(work, card)

    def _language(self, conn: Connection, job: Job) -> str:
        chat = chats.find(conn, self._work(conn, job).chat_id)
        return (chat.language if chat is not None else None) or self._app.policy.language


def _called(pid: int) -> str:
    return f"{socket.gethostname()[:100]}:{pid}"


def _is_dead(worker: str) -> bool:
    """Whether it was a process of this machine that is gone. Where that is wrong (two containers of one name), the
    attempt's number still keeps the two apart."""
    pid = worker.rpartition(":")[2]
    if os.name != "posix" or not pid.isdecimal() or worker != _called(int(pid)):
        return False
    try:
        os.kill(int(pid), 0)
    except ProcessLookupError:
        return True
    except OSError:
        return False
    return False


def runner(db: Database, app: App, files: FileStore, clock: Clock, kinds: Mapping[str, Kind] = KINDS) -> Runner:
    """What works the jobs of a deployment."""
    return Runner(JobQueue(db, app, files, clock), kinds)
