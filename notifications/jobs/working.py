"""Working jobs: each in a thread of its own beside the loop, from checkpoint to checkpoint, one at a time.

    runner = Runner(queue, {"import_customers": import_customers, …})
    await runner.run()                 # until runner.stop(): the job is then put back and goes on elsewhere

A kind of job is a plain function of a `Task`:

    def export_follow_ups(task: Task) -> dict[str, object]:
        rows = task.read(lambda work: follow_ups.all_of(work, task.job.args["agency"]))
        task.note(done=0, total=len(rows))
        …
        kept = task.keep(path)                                          # into the content store
        return {"file": {"sha256": kept, "name": "跟进.xlsx"}}          # sent to whoever asked, card and all

What it changes goes through `task.commit(step, done=…, checkpoint=…)`: the step, the checkpoint and what people are told
of it are one transaction, so a function that begins anew at `task.checkpoint` repeats nothing. `commit` also ends the
function (by an exception that it doesn't catch) when the job was paused, cancelled, or taken over by another worker.
A `Refusal` that it raises is the sentence with which the job failed.

Absent: where jobs are kept (the queue's), and what kinds there are (`bot.process.jobs`).
"""

from __future__ import annotations

import asyncio
import logging
import threading
import time
from collections.abc import Callable, Collection, Coroutine, Mapping
from pathlib import Path
from typing import Any, Final, NoReturn, Protocol, TypeAlias, TypeVar, cast

from dialogs.core.refusals import say_refusal
from dialogs.core.screen import Wording, say, wording_to_json
from domain.base.errors import Refusal
from domain.base.json_values import JsonObject
from domain.base.work import Work
from domain.jobs.records import Job, JobSignal, JobState, Lost

log = logging.getLogger(__name__)
T = TypeVar("T")

BEAT: Final = 3.0
"""Seconds between two signs of life, and between two changes of a progress card."""
GAP: Final = 0.006
"""Seconds between two transactions of a job at least, and as many as the last one took. Who waits for SQLite's lock looks for it only
every few milliseconds: without a gap, those who serve people would find it taken again and again."""
LOOK: Final = 1.0
AGAIN: Final = 5.0
"""Seconds until a job that met trouble with the storage is tried again."""


class StorageAway(Exception):
    """The storage can't be asked for a moment; it is not the job's fault."""


class Claim(Protocol):
    """A job to work, under a lease."""

    @property
    def job(self) -> Job: ...
    @property
    def hopeless(self) -> bool: ...
    @property
    def language(self) -> str:
        """Of whoever asked for the job."""
        ...


C = TypeVar("C", bound=Claim)


class DurableJobs(Protocol[C]):
    """The durable jobs. Raises `Lost` where the claim no longer holds, `StorageAway` where the storage is away."""

    async def claim(self, kinds: Collection[str], only: int | None) -> C | None: ...
    async def beat(self, claim: C, *, show: bool) -> Job:
        """A sign of life. `show`: the job's cards are shown anew."""
        ...

    async def commit(self, claim: C, step: Callable[[Work], T], at: JsonObject) -> tuple[T, Job]: ...
    async def read(self, claim: C, step: Callable[[Work], T]) -> T: ...
    async def end(self, claim: C, state: JobState, result: Mapping[str, object] | None, why: object) -> None: ...
    async def put_back(self, claim: C, seconds: float) -> None: ...
    def keep(self, file: Path) -> str:
        """The file into the content store; its hash."""
        ...

    def path(self, sha256: str) -> Path:
        """Raises `LookupError`."""
        ...

    def words(self, claim: C, words: Wording) -> str:
        """Plain text in the language of whoever asked for the job."""
        ...


class _Halt(BaseException):
    """Leaves the job's function; not for it to catch."""

    def __init__(self, state: JobState | None, result: Mapping[str, object] | None = None) -> None:
        super().__init__()
        self.state = state  # None: put back
        self.result = result


class Task:
    """What a job's function may do. Used from the function's own thread."""

    def __init__(self, queue: DurableJobs[Any], claim: Claim, loop: asyncio.AbstractEventLoop) -> None:
        self._queue = queue
        self._claim = claim
        self._loop = loop
        self.job = claim.job
        """As it stood at the last commit."""
        self.took = 0.0
        """Seconds of the last commit's step."""
        self.wish: JobSignal | None = None
        self.stopping = False

    @property
    def args(self) -> JsonObject:
        return self.job.args

    @property
    def language(self) -> str:
        """Of whoever asked: `zh`, `en`."""
        return self._claim.language

    @property
    def checkpoint(self) -> JsonObject:
        """Where to begin; empty at the first time."""
        return self.job.checkpoint or {}

    def commit(
        self,
        step: Callable[[Work], T],
        *,
        done: int | None = None,
        total: int | None = None,
        checkpoint: Mapping[str, object] | None = None,
    ) -> T:
        """One transaction: the step, and where the job stands after it. The step may be run more than once."""
        at = {"done": done, "total": total, "state": checkpoint}
        result, self.job = self._wait(self._queue.commit(self._claim, lambda work: self._timed(step, work), at))
        time.sleep(max(GAP, self.took))
        self.wish = self.job.wish
        self.obey()
        return result

    def note(
        self, *, done: int | None = None, total: int | None = None, checkpoint: Mapping[str, object] | None = None
    ) -> None:
        """Only where the job stands."""
        self.commit(lambda work: None, done=done, total=total, checkpoint=checkpoint)

    def read(self, step: Callable[[Work], T]) -> T:
        """A step that only reads, beside those who write."""
        return self._wait(self._queue.read(self._claim, step))

    def obey(self) -> None:
        """For long stretches without a commit: leave here if the job is to be paused, cancelled or put back."""
        if self.wish is not None:
            raise _Halt(JobState.PAUSED if self.wish is JobSignal.PAUSE else JobState.CANCELLED)
        if self.stopping:
            raise _Halt(None)

    def rest(self, result: Mapping[str, object]) -> NoReturn:
        """Pause until somebody says go on; the function is then called again. `result` is shown meanwhile."""
        raise _Halt(JobState.PAUSED, result)

    def keep(self, file: Path) -> str:
        """The file into the content store; its hash."""
        return self._queue.keep(file)

    def path(self, sha256: str) -> Path:
        """Where a content lies. Raises `LookupError`."""
        return self._queue.path(sha256)

    def words(self, words: Wording) -> str:
        """Plain text in the language of whoever asked."""
        return self._queue.words(self._claim, words)

    def _timed(self, step: Callable[[Work], T], work: Work) -> T:
        begun = time.perf_counter()
        try:
            return step(work)
        finally:
            self.took = time.perf_counter() - begun

    def _wait(self, doing: Coroutine[object, None, T]) -> T:
        return asyncio.run_coroutine_threadsafe(doing, self._loop).result()


Kind: TypeAlias = Callable[[Task], Mapping[str, object] | None]
Outcome: TypeAlias = "tuple[JobState | None, Mapping[str, object] | None, object]"
"""State (None: put back), result, why."""


class Runner:
    """Works one job at a time, the oldest first."""

    def __init__(self, queue: DurableJobs[Any], kinds: Mapping[str, Kind], *, beat: float = BEAT) -> None:
        self._queue = queue
        self._kinds = kinds
        self._beat = beat
        self._wake = asyncio.Event()
        self._task: Task | None = None
        self._stopping = False

    @property
    def stopped(self) -> bool:
        return self._stopping

    def wake(self) -> None:
        """There may be a job. Cheap, for use in a listener."""
        self._wake.set()

    def stop(self) -> None:
        """Begin nothing more; the job that runs is put back at its next checkpoint."""
        self._stopping = True
        if self._task is not None:
            self._task.stopping = True
        self._wake.set()

    async def run(self, *, idle: float | None = None) -> None:
        """Until `stop`, or until there was nothing to do for `idle` seconds."""
        since = time.monotonic()
        while not self._stopping:
            self._wake.clear()
            if await self.once():
                since = time.monotonic()
                continue
            if idle is not None and time.monotonic() - since >= idle:
                return
            try:
                async with asyncio.timeout(LOOK):
                    await self._wake.wait()
            except TimeoutError:
                pass

    async def once(self, only: int | None = None) -> bool:
        """Work the next job, or `only` this one; False when there was none to claim."""
        try:
            claim = await self._queue.claim(self._kinds.keys(), only)
            if claim is None:
                return False
            await self._work(claim)
        except Lost as error:
            log.warning("Lost while it was worked: %s", error)
        except StorageAway as error:
            log.error("Jobs wait for the storage: %s", error)
            await asyncio.sleep(LOOK)
        return True

    async def _work(self, claim: Claim) -> None:
        job = claim.job
        log.info("Job %s (%s) goes on at %s", job.id, job.kind, job.done)
        state, result, why = await self._outcome(claim)
        if state is None:
            await self._queue.put_back(claim, AGAIN if why is not None else 0.0)
        else:
            await self._queue.end(claim, state, result, why)
        log.info("Job %s (%s): %s", job.id, job.kind, state.value if state is not None else "put back")

    async def _outcome(self, claim: Claim) -> Outcome:
        if claim.hopeless:
            return JobState.FAILED, None, wording_to_json(say("job-hopeless"))
        if claim.job.wish is JobSignal.CANCEL:
            return JobState.CANCELLED, None, None
        task = self._task = Task(self._queue, claim, asyncio.get_running_loop())
        task.stopping = self._stopping
        try:
            async with asyncio.TaskGroup() as group:
                beating = group.create_task(self._keep_alive(claim, task))
                outcome = await _in_a_thread(lambda: _call(self._kinds[claim.job.kind], task), f"job-{claim.job.id}")
                beating.cancel()
        finally:
            self._task = None
        if isinstance(outcome, Lost):
            raise outcome
        return outcome

    async def _keep_alive(self, claim: Claim, task: Task) -> None:
        """Renew the lease, hear wishes, and show the progress where it changed."""
        shown = (claim.job.done, claim.job.total)
        while True:
            await asyncio.sleep(self._beat)
            present = (task.job.done, task.job.total)
            try:
                task.wish = (await self._queue.beat(claim, show=present != shown)).wish
            except Lost:
                return  # the function hears of it at its next commit, and can change nothing before
            except StorageAway as error:
                log.warning("Job %s: no sign of life: %s", claim.job.id, error)
            shown = present


def _call(kind: Kind, task: Task) -> Outcome | Lost:
    try:
        return JobState.DONE, kind(task), None
    except _Halt as halt:
        return halt.state, halt.result, None
    except Lost as lost:
        return lost
    except StorageAway as trouble:
        return None, None, str(trouble)
    except Refusal as refusal:
        return JobState.FAILED, None, wording_to_json(say_refusal(refusal))
    except Exception:
        log.exception("Job %s (%s) failed", task.job.id, task.job.kind)
        return JobState.FAILED, None, wording_to_json(say("job-broken"))


async def _in_a_thread(call: Callable[[], T], name: str) -> T:
    """Like `asyncio.to_thread`, but a process that has to end doesn't wait for it."""
    loop = asyncio.get_running_loop()
    done: asyncio.Future[T] = loop.create_future()

    def finish(result: T | None, error: BaseException | None) -> None:
        if done.done():
            return
        if error is not None:
            done.set_exception(error)
        else:
            done.set_result(cast("T", result))

    def run() -> None:
        try:
            result = call()
        except BaseException as raised:  # it comes out where it is awaited
            loop.call_soon_threadsafe(finish, None, raised)
        else:
            loop.call_soon_threadsafe(finish, result, None)

    threading.Thread(target=run, name=name, daemon=True).start()
    return await done
