"""The real bot among people, killed at random moments while line, disk and database fail: `python -m tests.faults --real`.

async with … the sandbox is Telegram and fails as told, the villagers live, the executioner's children are real bots
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import os
import signal
import socket
import sqlite3
import tempfile
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from random import Random
from typing import Any, Literal

from bot.sandbox.bot_api_error import Json
from bot.sandbox.server import Server
from bot.sandbox.updates import Updates
from domain.people.records import AccountType
from storage.chat import inbox, outbox
from storage.engine.database import Database
from storage.migrate import upgrade
from tests.cast.fixtures import _app, laid
from tests.cast.laying import lay_agency
from tests.cast.scene import BEGIN
from tests.faults.executioner import cut_connections, start_child
from tests.faults.people import Manager, Salesman, Villager
from tests.faults.promises import Facts, Findings, judge, watch
from tests.faults.real import Deployment, main

log = logging.getLogger(__name__)

IN_FLIGHT = 6  # `notifications.sending.relay.IN_FLIGHT`: what a kill may repeat
CALLS_SECONDS = 4.0
AGENCIES, SALESMEN = 4, 3
LINE: tuple[Json, ...] = (
    {"kind": "error", "code": 429, "retry_after": 1, "probability": 0.005},
    {"kind": "error", "code": 429, "description": "Too Many Requests", "probability": 0.005},
    {"kind": "error", "code": 502, "probability": 0.01},
    {"kind": "cut_before", "probability": 0.01},
    {"kind": "cut_after", "method": "sendMessage", "probability": 0.02},
    {"kind": "cut_after", "method": "editMessageText", "probability": 0.02},
    {"kind": "cut_after", "method": "getUpdates", "probability": 0.02},
    {"kind": "delay", "ms": 30, "probability": 0.2},
    {"kind": "duplicate", "probability": 0.05},
    {"kind": "reorder", "probability": 0.05},
    {"kind": "garbage", "probability": 0.02},
)
"""What the line does all the time, as shares of calls and updates."""


@dataclass(frozen=True, slots=True)
class Situation:
    """`seconds` or so many `kills`, whichever is later. `restart` restarts the database server."""

    address: str
    seed: int
    seconds: float = 20.0
    kills: int = 10
    replicas: int = 1
    driver: Literal["aiogram", "ptb"] = "aiogram"
    webhook: bool = False
    between: tuple[int, int] = (0, 50)
    """Calls of the bots between two mishaps, so that a slow machine sees them at the same moments as a quick one."""
    haste: float = 0.25
    restart: Callable[[], None] | None = None

    @property
    def name(self) -> str:
        kind = "PostgreSQL" if self.address.startswith("postgres") else "SQLite"
        return f"{kind} × {self.replicas}, {self.driver}, {'webhook' if self.webhook else 'polling'}"


@dataclass
class Outcome:
    situation: Situation
    mishaps: Counter[str]
    findings: Findings
    facts: Facts
    log: dict[str, int] = field(default_factory=dict)

    def line(self) -> str:
        """One row of the summary table."""
        found, mishaps = self.findings, self.mishaps
        others = ", ".join(f"{count} {name}" for name, count in sorted(mishaps.items()) if name != "kill")
        befell = ", ".join(f"{count} {name}" for name, count in sorted(self.log.items()))
        return (
            f"| {self.situation.name} | {self.situation.seed} | {mishaps['kill']} | {others} | {befell} | {found.updates} "
            f"(+ {found.expired} expired) "
            f"| {found.reports} / {found.decided} | {found.lost} / {found.twice} / {found.out_of_order} "
            f"| {found.duplicates} | {'; '.join(found.wrong) or 'all hold'} |"
        )


HEADER = """| real bot | seed | kills | other mishaps | the line | updates | reports / decided | lost / twice / out of order \
| messages repeated | promises |
|---|---|---|---|---|---|---|---|---|---|"""


async def live_through(situation: Situation) -> Outcome:
    """Play the situation, let what is left be drained in peace, and judge."""
    with tempfile.TemporaryDirectory(prefix="baobei-", ignore_cleanup_errors=True) as folder:
        return await Village(situation, Path(folder)).story()


class Village:
    def __init__(self, situation: Situation, folder: Path) -> None:
        self._situation = situation
        self._folder = folder
        self._rng = Random(situation.seed)
        self._mishaps = Counter[str]()
        self._pushed: list[Json] = []
        self._expired: set[int] = set()
        self._living: list[Any] = []
        self._server = Server(None, port=_free_port(), cast=True)
        self._sandbox = self._server.sandbox
        self._deployment = Deployment(
            situation.address,
            self._server.url,
            self._sandbox.token,
            folder,
            situation.driver,
            _free_port() if situation.webhook else None,
        )
        self._villagers: list[Villager] = []

    async def story(self) -> Outcome:
        _lenient_policy(self._folder / "policy.toml")
        await upgrade(self._situation.address)
        await laid(self._situation.address)
        db = await Database.open(self._situation.address)
        try:
            await db.transact(watch)
            await self._settle_down(db)
            return await self._play(db)
        finally:
            self._kill_all()
            await db.close()
            await self._server.close()

    async def _settle_down(self, db: Database) -> None:
        """The cast's managers, and agencies of salesmen."""
        _remember(self._sandbox.updates, self._pushed, self._expired)
        people = self._sandbox.world
        managers = [each for each in people.people.values() if each.name in ("陈经理", "刘经理")]
        self._villagers += [Manager(self._sandbox, each, self._random(), 0.03) for each in managers]
        for number in range(AGENCIES):
            staff = [people.add_person(f"业务员{number}{place}", language="zh-hans") for place in range(SALESMEN)]
            joining = [(each.name, AccountType.SALESPERSON, each.id) for each in staff]
            manager = managers[number % len(managers)].name
            await db.transact(
                lambda conn, n=number, j=joining, m=manager: lay_agency(  # type: ignore[misc]
                    _app().system(conn, BEGIN), f"代理{n}", j, "华南", m
                )
            )
            self._villagers += [Salesman(self._sandbox, each, self._random(), 0.08) for each in staff]

    def _random(self) -> Random:
        return Random(self._rng.random())

    async def _play(self, db: Database) -> Outcome:
        self._fill()  # the server is away when the first bot starts
        await asyncio.sleep(1.0)
        await self._server.start()
        cuts = [self._sandbox.faults.add({**each, "seed": self._rng.randrange(10**6)}, None) for each in LINE]
        async with self._living_people():
            await self._rampage()
        befell = Counter({_named(each): each.hits for each in cuts})
        self._sandbox.clear_faults()
        for villager in self._villagers:
            villager.comes_back()
        self._fill()
        await self._drained(db)
        await self._stop_gracefully()
        lost_answers = sum(each.hits for each in cuts if each.kind == "cut_after" and each.method == "sendmessage")
        facts = Facts(
            self._sandbox,
            self._villagers,
            self._pushed,
            self._expired,
            self._mishaps["kill"],
            self._mishaps["stop"] + self._mishaps["database"] + self._mishaps["bot ended"],
            lost_answers,
            IN_FLIGHT,
            self._folder / "complaints.jsonl",
        )
        return Outcome(self._situation, self._mishaps, await db.read(lambda conn: judge(conn, facts)), facts, befell)

    @asynccontextmanager
    async def _living_people(self) -> AsyncIterator[None]:
        async with asyncio.TaskGroup() as group:
            lives = [group.create_task(each.live(self._situation.haste)) for each in self._villagers]
            yield
            for life in lives:
                life.cancel()

    async def _drained(self, db: Database) -> None:
        quiet, left = 0, ""
        try:
            async with asyncio.timeout(180):
                while quiet < 3:
                    await asyncio.sleep(0.3)
                    self._fill()
                    undone, _ = await db.read(inbox.counts)
                    rows = await db.read(outbox.counts)
                    waiting = len(self._sandbox.updates.pending)
                    left = f"{waiting} updates at Telegram's, {undone} undone, {dict(rows)}, {dict(self._mishaps)}"
                    rests = not self._sandbox.waiting and undone == 0 and rows["waiting"] + rows["sending"] == 0
                    quiet = quiet + 1 if rests else 0
        except TimeoutError:
            complaints = self._folder / "complaints.jsonl"
            last = complaints.read_text("utf-8").splitlines()[-3:] if complaints.exists() else []
            raise AssertionError(f"not drained: {left}; the bot's last words: {last}") from None

    # --- the bots ----------------------------------------------------------------------------------------------------

    def _fill(self, **changes: Any) -> None:
        """As many as planned; one that ended by itself is started again, as its supervisor would."""
        for each in [each for each in self._living if not each.is_alive()]:
            self._living.remove(each)
            self._mishaps["bot ended"] += 1
        while len(self._living) < self._situation.replicas:
            self._living.append(start_child(main, replace(self._deployment, **changes)))

    async def _kill(self, victim: Any) -> None:
        victim.kill()
        await asyncio.to_thread(victim.join)
        self._living.remove(victim)
        self._mishaps["kill"] += 1
        if self._mishaps["kill"] % 10 == 0:
            log.info("%d kills, %d updates", self._mishaps["kill"], len(self._pushed))

    def _kill_all(self) -> None:
        for each in self._living:
            each.kill()
            each.join()
        self._living = []

    async def _stop_gracefully(self) -> None:
        for each in self._living:
            each.terminate()
        for each in self._living:
            await asyncio.to_thread(each.join, 20)
            if each.exitcode != 0:
                last = (self._folder / "complaints.jsonl").read_text("utf-8").splitlines()[-3:]
                raise AssertionError(f"a bot that was asked to stop ended with {each.exitcode}: {last}")
        self._living = []

    # --- mishaps -----------------------------------------------------------------------------------------------------

    async def _rampage(self) -> None:
        loop = asyncio.get_running_loop()
        begun, plan = loop.time(), self._situation
        others: list[Callable[[], Awaitable[None]]] = [self._stop_for_a_while, self._line_is_down]
        others += [self._disk_full, self._locked] if plan.address[0] == "/" else [self._cut_off, self._restart]
        await asyncio.sleep(2.0)
        while loop.time() - begun < plan.seconds or self._mishaps["kill"] < plan.kills:
            self._fill()
            await self._some_calls(self._rng.randint(*plan.between))
            if self._rng.random() < 0.15:
                await self._rng.choice(others)()
            elif self._living:
                await self._kill(self._rng.choice(self._living))

    async def _some_calls(self, count: int) -> None:
        until = self._sandbox.log.count + count
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(CALLS_SECONDS):
                while self._sandbox.log.count < until:  # noqa: ASYNC110  (the log tells nobody)
                    await asyncio.sleep(0.01)
        await asyncio.sleep(self._rng.uniform(0, 0.1))

    async def _stop_for_a_while(self) -> None:
        """Frozen, at times beyond its leases."""
        victim = self._rng.choice(self._living)
        with contextlib.suppress(ProcessLookupError):
            os.kill(victim.pid, signal.SIGSTOP)
            await asyncio.sleep(self._rng.choice((0.5, self._deployment.lease + 0.5)))
            os.kill(victim.pid, signal.SIGCONT)
        self._mishaps["stop"] += 1

    async def _line_is_down(self) -> None:
        fault = self._sandbox.faults.add({"kind": "cut_before"}, None)
        await asyncio.sleep(self._rng.uniform(0.5, 2.0))
        self._sandbox.faults.all.remove(fault)
        self._mishaps["line down"] += 1

    async def _disk_full(self) -> None:
        """A bot whose file may not grow, killed when there is room again."""
        self._kill_all()
        with contextlib.closing(sqlite3.connect(self._situation.address)) as conn:
            (pages,) = conn.execute("PRAGMA page_count").fetchone()
        self._fill(pages=pages + 2)
        await asyncio.sleep(self._rng.uniform(2.0, 4.0))
        self._kill_all()
        self._mishaps["disk full"] += 1
        self._mishaps["kill"] += 2

    async def _locked(self) -> None:
        """Somebody else holds the file, at times longer than SQLite itself waits."""
        with contextlib.closing(sqlite3.connect(self._situation.address, timeout=0, isolation_level=None)) as conn:
            for _ in range(200):
                with contextlib.suppress(sqlite3.OperationalError):  # the bot is writing just now
                    conn.execute("BEGIN IMMEDIATE")
                    break
                await asyncio.sleep(0.02)
            await asyncio.sleep(self._rng.choice((0.5, 2.0, 6.0)))
            self._mishaps["database locked"] += conn.in_transaction
            conn.rollback()

    async def _cut_off(self) -> None:
        await cut_connections(self._situation.address)
        self._mishaps["database"] += 1

    async def _restart(self) -> None:
        if self._situation.restart is not None:
            await asyncio.to_thread(self._situation.restart)
            self._mishaps["database"] += 1


def _remember(updates: Updates, pushed: list[Json], expired: set[int]) -> None:
    """Every update that is ever queued, as Telegram knows them, and those that it gives up when their time has run out."""
    add, expire = updates.add, updates.expire

    def adding(content: Json, lane: str, life: float, *, times: int = 1) -> Json:
        body = add(content, lane, life, times=times)
        pushed.append(body)
        return body

    def expiring() -> None:
        waited = {each.id for each in updates.pending}
        expire()
        expired.update(waited - {each.id for each in updates.pending})

    updates.add, updates.expire = adding, expiring  # type: ignore[method-assign]


def _named(fault: Any) -> str:
    code = f" {fault.code}" if fault.kind == "error" else ""
    return f"{fault.kind}{code}{f' {fault.method}' if fault.method else ''}"


def _lenient_policy(path: Path) -> None:
    """The limits that hurried villagers would meet, out of their way."""
    path.write_text("[report]\nchecks_a_day = { person = 100000, agency = 100000 }\nopen_limit = 100000\n", "utf-8")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
