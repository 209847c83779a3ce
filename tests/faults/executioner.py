"""Starts children and ends them: at random moments, at named points, in the middle of a pause."""

from __future__ import annotations

import asyncio
import multiprocessing
import os
import signal
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from multiprocessing.process import BaseProcess
from random import Random
from typing import TypeVar

import asyncpg
from sqlalchemy import Connection

from storage.chat import inbox, outbox
from storage.engine.database import Database
from storage.migrate import upgrade
from tests.faults.child import POINTS, Orders, main
from tests.faults.invariants import Report, check
from tests.faults.telegram import Failing, Telegram

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Plan:
    """A run: for how long (seconds) or until how many kills, on which database, with how many processes."""

    address: str
    seed: int
    seconds: float = 20.0
    kills: int = 30
    replicas: int = 1
    people: int = 20
    in_flight: int = 4
    new: bool = False
    rate: float = 60.0
    failing: Failing = field(default_factory=Failing)
    between: tuple[float, float] = (0.12, 0.6)
    pauses: float = 0.1


@dataclass
class Outcome:
    plan: Plan
    kills: int
    stops: int
    telegram: Telegram
    report: Report

    def line(self) -> str:
        """One row of the summary table."""
        plan, report, telegram = self.plan, self.report, self.telegram
        name = "PostgreSQL" if plan.address.startswith("postgres") else "SQLite"
        return (
            f"| {name} × {plan.replicas}, {'sent' if plan.new else 'edited'}, {plan.in_flight} | {plan.seed} | {self.kills} + {self.stops} "
            f"| {report.updates} | {report.lost} / {report.twice} / {report.out_of_order} | {report.edits_repeated} "
            f"| {telegram.cuts} | {report.duplicates} | {'; '.join(report.wrong) or 'all hold'} |"
        )


HEADER = """| database × processes, screens, in flight | seed | kills + stops | updates | lost / twice / out of order | edits repeated \
| answers cut | messages repeated | invariants |
|---|---|---|---|---|---|---|---|---|"""


async def execute(plan: Plan) -> Outcome:
    """Run the plan, let what is left be drained in peace, and check."""
    await upgrade(plan.address)
    rng = Random(plan.seed)
    telegram = Telegram(Random(plan.seed + 1), plan.failing)
    runner, base = await telegram.start()
    yard = Yard(Orders(plan.address, base, plan.people, plan.in_flight, plan.new), rng, plan)
    db = await Database.open(plan.address)
    try:
        async with _talking(telegram, rng, plan):
            for point in POINTS:
                await yard.dies_at(point)
            await yard.rampage()
        telegram.quiet = True
        yard.fill()
        await _drained(db, telegram)
        yard.empty()
        report = await db.read(lambda conn: yard.verdict(conn, telegram))
    finally:
        yard.empty()
        await db.close()
        await runner.cleanup()
    return Outcome(plan, yard.kills, yard.stops, telegram, report)


@asynccontextmanager
async def _talking(telegram: Telegram, rng: Random, plan: Plan) -> AsyncIterator[None]:
    async def talk() -> None:
        while True:
            telegram.say(rng.randint(1, plan.people))
            await asyncio.sleep(rng.expovariate(plan.rate))

    async with asyncio.TaskGroup() as tasks:
        talking = tasks.create_task(talk())
        yield
        talking.cancel()


async def _drained(db: Database, telegram: Telegram) -> None:
    async with asyncio.timeout(120):
        while True:
            await asyncio.sleep(0.2)
            undone, _ = await db.read(inbox.counts)
            rows = await db.read(outbox.counts)
            if telegram.all_fetched and undone == 0 and rows["waiting"] + rows["sending"] == 0:
                return


def start_child(target: Callable[[T], None], orders: T) -> BaseProcess:
    """Forked from a server that has imported everything: a child is there within a few milliseconds."""
    context = multiprocessing.get_context("forkserver")
    # the libraries too, once for all that are forked, and not by whoever only collects the tests
    context.set_forkserver_preload(
        ["tests.faults.child", "tests.faults.real", "bot.drivers.aiogram", "bot.drivers.ptb"]
    )
    child = context.Process(target=target, args=(orders,), daemon=True)
    child.start()
    return child


class Yard:
    """The children that live just now."""

    def __init__(self, orders: Orders, rng: Random, plan: Plan) -> None:
        self.kills = 0
        self.stops = 0
        self._orders = orders
        self._rng = rng
        self._plan = plan
        self._living: list[BaseProcess] = []

    def verdict(self, conn: Connection, telegram: Telegram) -> Report:
        return check(conn, telegram, kills=self.kills, stops=self.stops, in_flight=self._plan.in_flight)

    def fill(self) -> None:
        """As many children as planned."""
        self._living = [each for each in self._living if each.is_alive()]
        while len(self._living) < self._plan.replicas:
            self._start(self._orders)

    def empty(self) -> None:
        for each in self._living:
            each.kill()
            each.join()
        self._living = []

    async def dies_at(self, point: str) -> None:
        """One child alone kills itself when it passes the point."""
        self.empty()
        child = self._start(replace(self._orders, dies_at=point))
        async with asyncio.timeout(20):
            while child.is_alive():  # noqa: ASYNC110  (nobody tells us when a process ends)
                await asyncio.sleep(0.01)
        if child.exitcode != -signal.SIGKILL:
            raise AssertionError(f"the child was to be killed at {point} and ended by {child.exitcode}")
        self.kills += 1

    async def rampage(self) -> None:
        """Kill, and now and then only stop for a while or cut the connections, until the plan is fulfilled."""
        loop = asyncio.get_running_loop()
        begun = loop.time()
        while loop.time() - begun < self._plan.seconds or self.kills < self._plan.kills:
            self.fill()
            await asyncio.sleep(self._rng.uniform(*self._plan.between))
            victim = self._rng.choice(self._living)
            dice = self._rng.random()
            if dice < self._plan.pauses:
                await self._pause(victim)
            elif dice > 0.9 and self._plan.address.startswith("postgres"):
                await cut_connections(self._plan.address)
            else:
                victim.kill()
                await asyncio.to_thread(victim.join)
                self.kills += 1
        self.empty()

    def _start(self, orders: Orders) -> BaseProcess:
        child = start_child(main, orders)
        self._living.append(child)
        return child

    async def _pause(self, victim: BaseProcess) -> None:
        """Frozen, at times beyond its leases."""
        if victim.pid is not None and victim.is_alive():
            os.kill(victim.pid, signal.SIGSTOP)
            await asyncio.sleep(self._rng.choice((0.3, self._orders.lease + 0.5)))
            os.kill(victim.pid, signal.SIGCONT)
            self.stops += 1


async def cut_connections(address: str) -> None:
    conn = await asyncpg.connect(address)
    cut = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
    await conn.execute(cut)
    await conn.close()
