"""Start and stop whatever Telegram does: real processes over HTTP against a sandbox that misbehaves, stopped by a signal
among people who work, and started again; nothing is lost and nothing done twice."""

from __future__ import annotations

import asyncio
import os
import signal
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any, Literal

import pytest
from typing_extensions import override

from bot.sandbox.bot_api_error import Json
from bot.sandbox.child import BOT_COMMAND, Child
from bot.sandbox.client import Sim
from bot.sandbox.demo import DemoOptions, environment
from bot.sandbox.server import Server
from tests.faults.__main__ import server
from tests.faults.executioner import start_child
from tests.faults.real import Deployment, main
from tests.faults.village import Situation, Village, _free_port

pytestmark = [pytest.mark.slow, pytest.mark.timeout(300)]

DRIVERS: tuple[Literal["aiogram", "ptb"], ...] = ("aiogram", "ptb")
SECONDS = 8.0
"""In which it has to be gone: calls under way get three, the last poll two, and the machine is busy."""
MOODS: dict[str, list[Json]] = {
    "hangs": [{"kind": "delay", "ms": 60_000}, {"kind": "cut_before"}],
    "is busy": [{"kind": "error", "code": 429, "retry_after": 2}],
    "is busy and doesn't say how long": [{"kind": "error", "code": 429, "description": "Too Many Requests"}],
    "fails": [{"kind": "error", "code": 500}],
    "shows a page": [{"kind": "nonsense", "code": 502}],
    "shows a page as if all were well": [{"kind": "nonsense", "code": 200}],
    "answers by half": [{"kind": "nonsense", "code": 200, "description": '{"ok": tru'}],
    "hangs up": [{"kind": "cut_before"}],
    "hears and hangs up": [{"kind": "cut_after"}],
}
AWAY = "refuses connections"
BUSY_FOR_LONG: Json = {"kind": "error", "code": 429, "retry_after": 3600}


async def stopped(child: BaseProcess, number: signal.Signals) -> None:
    assert child.pid is not None
    os.kill(child.pid, number)
    await asyncio.to_thread(child.join, SECONDS)
    code = child.exitcode
    child.kill()
    assert code == 0, f"{number.name}: {'it runs on' if code is None else f'exit code {code}'}"


@pytest.mark.parametrize("driver", DRIVERS)
@pytest.mark.parametrize("mood", [AWAY, "is busy for an hour", *MOODS])
async def test_a_bot_that_waits_for_its_first_answer_goes_when_it_is_told_to(
    tmp_path: Path, driver: Literal["aiogram", "ptb"], mood: str
) -> None:
    sandbox = Server(None, port=_free_port())
    for fault in MOODS.get(mood, [BUSY_FOR_LONG]):
        sandbox.sandbox.faults.add(fault, None)
    if mood != AWAY:
        await sandbox.start()
    (tmp_path / "policy.toml").touch()
    address = str(tmp_path / "baobei.db")
    deployment = Deployment(address, sandbox.url, sandbox.sandbox.token, tmp_path, driver)
    try:
        for number in (signal.SIGTERM, signal.SIGINT):
            asked = sandbox.sandbox.log.count
            child = start_child(main, deployment)
            async with asyncio.timeout(20):
                while not (tmp_path / "baobei.db").exists():  # noqa: ASYNC110  (another process sets no event of ours)
                    await asyncio.sleep(0.05)
                while mood not in (AWAY, "hangs") and sandbox.sandbox.log.count == asked:  # noqa: ASYNC110
                    await asyncio.sleep(0.05)
            await asyncio.sleep(0.5)
            await stopped(child, number)
    finally:
        await sandbox.close()


@pytest.mark.parametrize("driver", DRIVERS)
async def test_a_bot_that_knows_its_name_works_and_ticks_while_every_nicety_fails(
    tmp_path: Path, driver: Literal["aiogram", "ptb"]
) -> None:
    sandbox = Server(tmp_path)
    await sandbox.start()
    environs = environment(DemoOptions(tmp_path, driver=driver), sandbox)
    child = sandbox.control.child = Child(sandbox.sandbox, environs, tmp_path / "bot.log", BOT_COMMAND)
    try:
        async with Sim(sandbox.url) as sim:
            await child.do("start")
            await sandbox.control.start_over(None, empty=False)
            await child.do("stop")
            for fault in (
                BUSY_FOR_LONG | {"method": "setMyCommands"},
                {"kind": "error", "code": 500, "method": "getMe"},
            ):
                await sim.call("POST", "faults", json=fault)
            await child.do("start")
            before = await sim.last("李明")
            await sim.say("李明", "报备客户")
            async with asyncio.timeout(10):
                while await sim.last("李明") == before:  # noqa: ASYNC110  (another process sets no event of ours)
                    await asyncio.sleep(0.05)
            await sim.advance("1d")  # answers when the bot has done one round of what became due
            await child.do("stop")
    finally:
        await child.do("stop")
        await sandbox.close()
    said = (tmp_path / "bot.log").read_text("utf-8")
    assert "setMyCommands: " in said
    assert "getMe: " in said
    assert "Traceback" not in said


class Moody(Village):
    """Its Telegram falls into one mood after the other; in each a bot is told to stop, and another one started."""

    @override
    async def _rampage(self) -> None:
        for mood in MOODS.values():
            await self._some_calls(20)
            made = [self._sandbox.faults.add(fault, None) for fault in mood]
            await asyncio.sleep(self._rng.uniform(0.0, 2.0))
            victim: Any = self._rng.choice(self._living)
            self._living.remove(victim)
            await stopped(victim, self._rng.choice((signal.SIGTERM, signal.SIGINT)))
            self._mishaps["stop"] += 1
            self._fill()
            if self._rng.random() < 0.5:  # it starts, too, while things are as they are
                await asyncio.sleep(self._rng.uniform(0.0, 2.0))
            for fault in made:
                self._sandbox.faults.all.remove(fault)


@pytest.mark.parametrize(
    ("kind", "replicas", "driver", "webhook"),
    [
        ("sqlite", 1, "aiogram", False),
        ("sqlite", 1, "ptb", True),
        ("postgres", 2, "ptb", False),
    ],
)
def test_stopped_in_every_mood_of_telegrams_nothing_is_lost(
    tmp_path: Path, kind: str, replicas: int, driver: Literal["aiogram", "ptb"], webhook: bool
) -> None:
    with server(kind) as (address, _):
        situation = Situation(address, seed=17, replicas=replicas, driver=driver, webhook=webhook)
        outcome = asyncio.run(Moody(situation, tmp_path).story())
    found = outcome.findings
    assert found.wrong == []
    assert (found.lost, found.twice, found.out_of_order) == (0, 0, 0)
    assert outcome.mishaps["bot ended"] == 0
