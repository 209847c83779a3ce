"""An announcement to 5,000 people: the real bot, a process over HTTP against the sandbox, at Telegram's pace.

    python -m benchmarks.broadcast [--people 5000] [--kills 3]

First undisturbed: how much of the allowed 30 a second is used. Then with answers of 429, people who blocked the bot (some
of whom it doesn't know yet), and `kill -9` in the midst. Held: everybody who can be reached has it, once but for messages
that were on their way when the process was killed; the author's card says how it is.
"""

from __future__ import annotations

import argparse
import asyncio
import re
import sys
import tempfile
import time
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from random import Random

from sqlalchemy import Connection, insert

from bot.clock import Clock
from bot.sandbox.child import BOT_COMMAND, Child
from bot.sandbox.client import Sim
from bot.sandbox.demo import DemoOptions, environment
from bot.sandbox.server import Server
from domain.announcements.records import Audience
from domain.people.records import AccountType
from notifications.sending.pace import LIMITS
from notifications.sending.relay import IN_FLIGHT
from storage.engine.database import Database
from storage.migrate import upgrade
from storage.records.announcements import StoredAnnouncements
from storage.tables.chats import chats
from storage.tables.people import accounts, agencies, units

BEGIN = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)
"""Monday, 10:00 in Shanghai: far from quiet hours."""
AUTHOR = 1
HEADING = "价格调整"
SHARE_OF_429 = 0.01
LOOK = 0.5
PROGRESS = re.compile(r"已送达 ([\d,]+)/([\d,]+)")
UNREACHABLE = re.compile(r"([\d,]+) 人收不到")


@dataclass(frozen=True)
class Plan:
    """`blocked` have blocked the bot, of whom it knows of one half."""

    people: int
    blocked: int = 0
    kills: int = 0
    throttled: float = 0.0
    seed: int = 1


@dataclass
class Outcome:
    """`shown` is what the author's card said one after another: arrived, unreachable."""

    plan: Plan
    seconds: float = 0.0
    rate: float = 0.0
    kills: int = 0
    refused: int = 0
    got: Counter[int] = field(default_factory=Counter)
    shown: list[tuple[int, int]] = field(default_factory=list)

    @property
    def wrong(self) -> list[str]:
        plan, reachable = self.plan, self.plan.people - self.plan.blocked
        twice = sum(count - 1 for count in self.got.values())
        return [
            text
            for holds, text in (
                (len(self.got) == reachable, f"{len(self.got)} of {reachable} reachable people have it"),
                (twice <= self.kills * IN_FLIGHT, f"{twice} have it twice, after {self.kills} kills"),
                (self.shown[-1:] == [(reachable, plan.blocked)], f"the author sees {self.shown[-1:]}"),
                (self.shown == sorted(self.shown), "progress went backwards"),
            )
            if not holds
        ]

    def line(self) -> str:
        twice = sum(count - 1 for count in self.got.values())
        return (
            f"{self.plan.people:,} people, {self.plan.blocked} blocked, {self.kills} kills, {self.refused} answers of 429: "
            f"{len(self.got):,} reached, {twice} twice, in {self.seconds:.0f} s; "
            f"{self.rate:.2f} a second = {self.rate / LIMITS.overall:.1%} of what is allowed; "
            f"{len(self.shown)} states of progress shown"
        )


# --- the stage --------------------------------------------------------------------------------------------------------


@asynccontextmanager
async def staged(folder: Path, plan: Plan) -> AsyncIterator[tuple[Server, Child]]:
    """A sandbox full of people, who all have opened the bot, and the bot under it."""
    server = Server(None, cast=False)
    server.sandbox.set_offset((BEGIN - Clock().now()).total_seconds())
    await server.start()
    people = [server.sandbox.world.add_person(f"第{number}人", started=True).id for number in range(plan.people + 1)]
    known = await _lay(folder, people, plan)
    for person in Random(plan.seed).sample(people[1:], plan.blocked):
        server.sandbox.world.people[person].blocked = True
    assert len(known) == plan.blocked // 2
    child = Child(server.sandbox, environment(DemoOptions(folder), server), folder / "bot.log", BOT_COMMAND)
    server.control.child = child
    try:
        await child.do("start")
        yield server, child
    finally:
        await child.do("stop")
        await server.close()


async def _lay(folder: Path, people: list[int], plan: Plan) -> list[int]:
    """Returns those of whom the bot knows that they blocked it."""
    known = Random(plan.seed).sample(people[1:], plan.blocked)[: plan.blocked // 2]
    address = f"sqlite:///{folder / 'baobei.sqlite'}"
    await upgrade(address)
    db = await Database.open(address)

    def lay(conn: Connection) -> None:
        StoredAnnouncements(conn).add(
            author_id=None,
            title="",
            text="",
            must_read=False,
            audience=Audience(types=(AccountType.ENGINEER,)),  # there is none: what changed is told to nobody
            attachments=(),
            at=BEGIN,
            release=version("baobei"),
        )
        conn.execute(insert(units).values(id=1000, name="全国", kind="region", head_id=AUTHOR))
        conn.execute(
            insert(agencies).values(id=1, name="第一代理有限公司", state="active", unit_id=1000, manager_id=AUTHOR)
        )
        manager = {"type": "manager", "unit_id": 1000, "agency_id": None}
        salesperson = {"type": "salesperson", "unit_id": None, "agency_id": 1}
        conn.execute(
            insert(accounts),
            [
                {
                    "id": number,
                    "name": f"第{number}人",
                    "state": "active",
                    "administrator": False,
                    "chat_id": chat,
                    **(manager if number == AUTHOR else salesperson),
                }
                for number, chat in enumerate(people, AUTHOR)
            ],
        )
        conn.execute(
            insert(chats),
            [
                {
                    "chat_id": chat,
                    "name": f"第{number}人",
                    "met_at": BEGIN,
                    "language": "zh",
                    "keyboard": "standing:zh",
                    "blocked_at": BEGIN if chat in known else None,
                }
                for number, chat in enumerate(people, AUTHOR)
            ],
        )

    try:
        await db.transact(lay)
    finally:
        await db.close()
    return known


# --- the play ---------------------------------------------------------------------------------------------------------


async def broadcast(plan: Plan) -> Outcome:
    outcome = Outcome(plan)
    with tempfile.TemporaryDirectory(prefix="baobei-", ignore_cleanup_errors=True) as name:
        async with staged(Path(name), plan) as (server, child), Sim(server.url) as sim:
            author = min(server.sandbox.world.people)
            await _announce(sim, author)
            if plan.throttled:
                await sim.fault(
                    "error", method="sendMessage", code=429, retry_after=1, probability=plan.throttled, seed=1
                )
                await sim.fault("pacing")
            begun = time.monotonic()
            async with asyncio.TaskGroup() as group:
                group.create_task(_kill(child, plan, outcome))
                group.create_task(_watch(sim, author, plan, outcome))
            outcome.seconds = time.monotonic() - begun
            _count(server, author, outcome)
    return outcome


async def _announce(sim: Sim, author: int) -> None:
    """As the author does it in the chat."""
    await sim.open(author)
    await sim.settle()
    for label in ("公告", "写公告"):
        await sim.tap(author, label)
        await sim.settle()
    for text in (HEADING, "12 月起执行新价格，请各公司转告。"):
        await sim.say(author, text)
        await sim.settle()
    for _ in range(6):
        last = await sim.last(author)
        keys = [key["text"] for row in (last or {})["buttons"] for key in row]
        if "否" in keys:
            break
        await sim.tap(author, "跳过")
        await sim.settle()
    await sim.tap(author, "否")
    await sim.settle()
    await sim.tap(author, "发布")


async def _kill(child: Child, plan: Plan, outcome: Outcome) -> None:
    """At random moments of the first two thirds."""
    expected = plan.people / LIMITS.overall
    chance = Random(plan.seed)
    for _ in range(plan.kills):
        await asyncio.sleep(chance.uniform(0.3, 0.9) * max(3.0, expected * 2 / 3 / max(1, plan.kills)))
        await child.do("kill")
        outcome.kills += 1
        await child.do("start")


async def _watch(sim: Sim, author: int, plan: Plan, outcome: Outcome) -> None:
    """What the author's card says, until it says that everybody was reached or can't be."""
    deadline = time.monotonic() + 4 * plan.people / LIMITS.overall + 120
    told = 0
    while time.monotonic() < deadline:
        states = [state for message in (await sim.chat(author))["messages"] if (state := _progress(message["text"]))]
        if states and (not outcome.shown or states[-1] != outcome.shown[-1]):
            outcome.shown.append(states[-1])
        arrived, unreachable = outcome.shown[-1] if outcome.shown else (0, 0)
        if arrived + unreachable >= plan.people:
            return
        if plan.people >= 1000 and arrived - told >= 1000:
            told = arrived
            print(f"  {arrived:,} of {plan.people:,}", flush=True)
        await asyncio.sleep(LOOK)


def _progress(text: str) -> tuple[int, int] | None:
    arrived, unreachable = PROGRESS.search(text), UNREACHABLE.search(text)
    if arrived is None:
        return None
    return _number(arrived[1]), _number(unreachable[1]) if unreachable else 0


def _number(text: str) -> int:
    return int(text.replace(",", ""))


def _count(server: Server, author: int, outcome: Outcome) -> None:
    """The truth: what lies in everybody's chat, and when Telegram took it."""
    for person, chat in server.sandbox.world.chats.items():
        count = sum(1 for each in chat.messages.values() if HEADING in str(each.content.get("text", "")))
        if count and person != author:
            outcome.got[person] = count
    calls = server.sandbox.log._entries  # noqa: SLF001
    sends = [
        each for each in calls if each.method.lower() == "sendmessage" and str(author) != str(each.params["chat_id"])
    ]
    outcome.refused = sum(1 for each in sends if each.status == 429)
    times = sorted(each.at for each in sends if each.status == 200)
    if len(times) > 1:
        outcome.rate = (len(times) - 1) / (times[-1] - times[0])


def main(args: list[str] | None = None) -> None:
    wanted = argparse.ArgumentParser(prog="python -m benchmarks.broadcast")
    wanted.add_argument("--people", type=int, default=5_000)
    wanted.add_argument("--kills", type=int, default=3)
    chosen = wanted.parse_args([] if args is None else args)
    undisturbed = Plan(chosen.people)
    disturbed = Plan(chosen.people, blocked=chosen.people // 25, kills=chosen.kills, throttled=SHARE_OF_429)
    for called, plan in (("undisturbed", undisturbed), ("disturbed", disturbed)):
        print(called, flush=True)
        outcome = asyncio.run(broadcast(plan))
        print(f"  {outcome.line()}", flush=True)
        if outcome.wrong:
            raise AssertionError("; ".join(outcome.wrong))


if __name__ == "__main__":
    main(sys.argv[1:])
