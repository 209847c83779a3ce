"""The worker of jobs: from checkpoint to checkpoint, in its own thread, and whoever asked for the job hears of it."""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import pytest

from bot.process.jobs import JobQueue
from bot.process.workers import side_by_side
from dialogs.core.screen import say
from domain.base.errors import NotFound
from domain.base.work import Work
from domain.jobs import control as job_control
from domain.jobs.control import CancelJob, PauseJob, ResumeJob
from domain.jobs.records import Job, JobState
from notifications.jobs.working import Kind, Runner, Task
from storage.files.store import FileStore
from storage.records.counters import count_up
from storage.records.jobs import StoredJobs
from tests.cast import Person, Scene

KIND, QUICK_KIND = "export_customers", "export_orders"
"""Cards have a title only for kinds that there are."""


@dataclass
class Bench:
    """A worker of the scene's, for kinds of our own; the bot's own one knows nothing of them."""

    scene: Scene
    owner: int

    def runner(self, kind: Kind, **more: Any) -> Runner:
        bot = self.scene.bot
        queue = JobQueue(bot.db, bot.app, FileStore(bot.settings.data / "files"), bot.clock)
        return Runner(queue, {KIND: kind}, **more)

    async def puts(self) -> Job:
        """An administrator's job."""
        job = await self.acts(lambda work: job_control.put(work, KIND, {"to": 5}))
        assert isinstance(job, Job)
        return job

    async def acts(self, use_case: Callable[[Work], object]) -> object:
        from bot.serving.work import work_for

        def step(conn: Any) -> object:
            app = self.scene.bot.app
            account = app.system(conn, self.scene.now).people.account(self.owner)
            work = work_for(conn, app.policy, self.scene.now, account=account)
            result = use_case(work)
            app.pushes.deliver(work)
            return result

        return await self.scene.db.transact(step)

    async def job(self, job_id: int) -> Job:
        return await self.scene.db.read(lambda conn: StoredJobs(conn).get(job_id))


@pytest.fixture
async def bench(scene: Scene, admin: Person) -> Bench:
    # the bot's own worker is not to take our jobs
    assert isinstance(scene.bot.workers, Runner)
    scene.bot.workers._kinds = {}
    account = await scene.lays(lambda work: work.people.accounts_of_chat(admin.chat)[0].id)
    return Bench(scene, account)


def counting(task: Task) -> Mapping[str, Any]:
    """Counts in the database up to five, one a checkpoint."""
    start = int(task.checkpoint.get("at", 0))
    for at in range(start + 1, 6):
        task.commit(lambda work: work.numbers.count("counted"), done=at, total=5, checkpoint={"at": at})
    return {"counted": 5}


async def counted(scene: Scene) -> int:
    """How often it was counted so far."""
    return await scene.db.transact(lambda conn: count_up(conn, "counted")) - 1


@asynccontextmanager
async def running(runner: Runner) -> AsyncIterator[None]:
    async with asyncio.TaskGroup() as group:
        task = group.create_task(runner.run())
        yield
        runner.stop()
        await task


async def until(condition: Callable[[], bool]) -> None:
    async with asyncio.timeout(10):
        while not condition():  # noqa: ASYNC110  threads set no asyncio.Event
            await asyncio.sleep(0.005)


async def test_a_job_is_worked_to_its_end_and_its_card_says_so(bench: Bench, admin: Person) -> None:
    job = await bench.puts()
    await bench.scene.settled()
    admin.sees("导出客户", "排队中", "[暂停] [取消]")
    assert await bench.runner(counting).once()
    await bench.scene.settled()
    admin.sees("导出客户", "已完成")
    done = await bench.job(job.id)
    assert (done.state, done.done, done.result) == (JobState.DONE, 5, {"counted": 5})
    assert await counted(bench.scene) == 5


async def test_what_a_worker_left_behind_goes_on_where_it_was(bench: Bench) -> None:
    job = await bench.puts()

    def breaking(task: Task) -> Mapping[str, Any]:
        for at in (1, 2):
            task.commit(lambda work: work.numbers.count("counted"), done=at, total=5, checkpoint={"at": at})
        raise NotFound("strength")

    await bench.runner(breaking).once()
    assert (await bench.job(job.id)).state is JobState.FAILED
    await bench.acts(lambda work: job_control.resume(work, ResumeJob(job=job.id)))
    await bench.runner(counting).once()
    assert (await bench.job(job.id)).state is JobState.DONE
    assert await counted(bench.scene) == 5


async def test_the_progress_card_changes_while_it_is_worked(bench: Bench, admin: Person) -> None:
    await bench.puts()
    go_on = threading.Event()

    def waiting(task: Task) -> None:
        task.note(done=2, total=5)
        go_on.wait(10)

    runner = bench.runner(waiting, beat=0.02)
    async with running(runner):
        async with asyncio.timeout(10):
            while "40%" not in admin.screen:  # noqa: ASYNC110  the phone sets no asyncio.Event
                await asyncio.sleep(0.02)
        admin.finds("▓▓▓▓░░░░░░ 40%　2/5")
        go_on.set()


async def test_cancelling_from_the_card_stops_it_between_two_checkpoints(bench: Bench, admin: Person) -> None:
    job = await bench.puts()
    await bench.scene.settled()
    reached, go_on = threading.Event(), threading.Event()

    def long(task: Task) -> None:
        task.note(done=1, total=5)
        reached.set()
        go_on.wait(10)
        task.note(done=2, total=5)
        raise AssertionError("it was cancelled")

    async with running(bench.runner(long)):
        await until(reached.is_set)
        await admin.taps("取消")
        await admin.taps("确定取消")
        admin.sees("正在停下")
        go_on.set()
        await _ends(bench, job.id)
    assert (await bench.job(job.id)).state is JobState.CANCELLED
    await bench.scene.settled()
    admin.sees("已取消", "[重试]")


async def _ends(bench: Bench, job_id: int) -> None:
    async with asyncio.timeout(10):
        while (await bench.job(job_id)).state is JobState.RUNNING:  # noqa: ASYNC110  threads set no asyncio.Event
            await asyncio.sleep(0.01)


async def test_a_paused_job_goes_on_by_a_tap(bench: Bench, admin: Person) -> None:
    job = await bench.puts()
    await bench.acts(lambda work: job_control.pause(work, PauseJob(job=job.id)))
    assert not await bench.runner(counting).once()
    await bench.scene.settled()
    await admin.taps("继续", on="已暂停")
    assert await bench.runner(counting).once()
    assert (await bench.job(job.id)).state is JobState.DONE


async def test_a_worker_that_stops_puts_its_job_back(bench: Bench) -> None:
    job = await bench.puts()
    reached, go_on = threading.Event(), threading.Event()

    def long(task: Task) -> None:
        task.commit(lambda work: None, done=3, total=5, checkpoint={"at": 3})
        reached.set()
        go_on.wait(10)
        task.note(done=4)
        raise AssertionError("it was put back")

    async with running(bench.runner(long)):
        await until(reached.is_set)
        go_on.set()
    left = await bench.job(job.id)
    assert (left.state, left.checkpoint) == (JobState.WAITING, {"at": 3})


async def test_the_loop_goes_on_while_a_job_works(bench: Bench) -> None:
    await bench.puts()
    over = threading.Event()

    def busy(task: Task) -> None:
        time.sleep(0.3)
        over.set()

    rounds = 0
    async with running(bench.runner(busy)):
        while not over.is_set():
            await asyncio.sleep(0.005)
            rounds += 1
    assert rounds > 10


async def test_a_mistake_of_ours_fails_the_job_and_is_told_kindly(bench: Bench, admin: Person) -> None:
    bench.scene.tolerated.add("failed")
    await bench.puts()

    def wrong(task: Task) -> None:
        raise ZeroDivisionError

    await bench.runner(wrong).once()
    await bench.scene.settled()
    admin.sees("未能完成", "程序出错", "[重试]")


async def test_a_rule_that_says_no_fails_the_job_with_its_sentence(bench: Bench, admin: Person) -> None:
    await bench.puts()

    def refused(task: Task) -> None:
        raise NotFound("customer")

    await bench.runner(refused).once()
    await bench.scene.settled()
    admin.sees("未能完成", "没有找到")


async def test_a_file_that_comes_of_it_is_sent_and_sent_again_when_asked_for(
    bench: Bench, admin: Person, tmp_path: Any
) -> None:
    made = tmp_path / "made.txt"
    made.write_text("一二三")

    def making(task: Task) -> Mapping[str, Any]:
        return {"file": {"sha256": task.keep(made), "name": f"{task.words(say('job-import-customers'))}.txt"}}

    await bench.puts()
    await bench.runner(making).once()
    await bench.scene.settled()

    def files() -> int:
        return sum("document" in each.content for each in admin.phone.from_bot)

    assert files() == 1
    await admin.taps("结果文件")
    assert files() == 2


async def test_a_stranger_to_the_job_neither_sees_nor_stops_it(bench: Bench, li: Person) -> None:
    job = await bench.puts()
    theirs = await bench.scene.lays(lambda work: work.people.accounts_of_chat(li.chat)[0].id)
    other = Bench(bench.scene, theirs)
    with pytest.raises(NotFound):
        await other.acts(lambda work: job_control.view(work, job.id))
    with pytest.raises(NotFound):
        await other.acts(lambda work: job_control.cancel(work, CancelJob(job=job.id)))


async def test_who_waits_for_a_picture_doesnt_wait_for_a_long_job(bench: Bench) -> None:
    begun, over = threading.Event(), threading.Event()

    def long(task: Task) -> None:
        begun.set()
        assert over.wait(20)

    def quick(task: Task) -> dict[str, object]:
        over.set()
        return {}

    first = await bench.puts()
    works = bench.runner(long)
    bot = bench.scene.bot
    beside = Runner(JobQueue(bot.db, bot.app, FileStore(bot.settings.data / "files"), bot.clock), {QUICK_KIND: quick})
    async with asyncio.TaskGroup() as group:
        group.create_task(side_by_side(works, beside))
        assert await asyncio.to_thread(begun.wait, 20)
        picture = await bench.acts(lambda work: job_control.put(work, QUICK_KIND, {}))
        assert isinstance(picture, Job)
        beside.wake()
        assert await asyncio.to_thread(over.wait, 20)
        works.stop()
    assert (await bench.job(first.id)).state is JobState.DONE
    assert (await bench.job(picture.id)).state is JobState.DONE


async def test_a_job_rests_after_each_commit_as_long_as_that_took(scene: Scene, bench: Bench) -> None:
    commits: list[tuple[float, float]] = []

    def long(task: Task) -> None:
        def step(work: Work) -> None:
            begun = time.perf_counter()
            time.sleep(0.05)
            commits.append((begun, time.perf_counter()))

        for at in range(3):
            task.commit(step, done=at + 1)
        assert task.took >= 0.05

    job = await bench.puts()
    await bench.runner(long).once()
    assert (await bench.job(job.id)).state is JobState.DONE
    assert all(after[0] - before[1] >= 0.05 for before, after in pairwise(commits))
