"""`kill -9` between the card of an order and its confirmation, and at the tap itself. With either driver, over HTTP."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable
from pathlib import Path
from typing import Any

import pytest

from bot.sandbox.client import Sim
from tests.scenarios.contracts.test_contract_killed import WITHIN, Phone, demo

pytestmark = [pytest.mark.slow, pytest.mark.timeout(600)]
KILLED_AFTER = 0.02
"""Seconds from the tap: the step is under way then."""


@pytest.mark.parametrize("driver", ["aiogram", "ptb"])
async def test_a_card_outlives_a_killed_bot_and_becomes_one_order(tmp_path: Path, driver: str) -> None:
    async with demo(tmp_path, driver) as sim:
        await sim.reset("story")
        await sim.settle(within=WITHIN)
        zhou, sun = Phone(sim, "周助理"), Phone(sim, "孙总")
        customer, project = await _known(sun)
        written = await sim.say(zhou.person, f"{customer} {project} 777 3.21元 批次 K1")
        await sim.settle(within=WITHIN)
        card = await zhou.message("777 片")

        # between card and confirmation: an edit arrives while nobody hears, the card is still there
        await sim.bot("kill")
        await sim.edit(zhou.person, written, f"{customer} {project} 778 3.21元 批次 K1")
        await sim.bot("start")
        await sim.settle(within=WITHIN)
        card = await zhou.message("778 片")

        # at the tap: handed out twice, tapped twice, killed at once
        await sim.fault("duplicate", times=6)
        await _killed_while(sim, sim.tap(zhou.person, "确认", message=card["id"], times=2))
        await sim.clear_faults()
        await zhou.message("已录入 DD-")
        assert await _logged(sun, "778") == 1

        # two at once, of one card
        await zhou.says(f"{customer} {project} 779 3.21元")
        await sun.says("主页")
        await sun.taps("待核对订单 (1)")
        await sun.taps("1")
        cards = [(phone, (await phone.message("779 片"))["id"]) for phone in (zhou, sun)]
        await _killed_while(sim, *(sim.tap(phone.person, "确认", message=shown) for phone, shown in cards))
        assert await _logged(sun, "779") == 1


async def _killed_while(sim: Sim, *taps: Awaitable[Any]) -> None:
    """The bot dies while these are under way, and comes again."""

    async def kills() -> None:
        await asyncio.sleep(KILLED_AFTER)
        await sim.bot("kill")
        await sim.bot("start")

    await asyncio.gather(*taps, kills(), return_exceptions=True)
    await sim.settle(within=WITHIN)


async def _known(sun: Phone) -> tuple[str, str]:
    """A customer of the agency's lived-in month that has an order, and the project of that."""
    await sun.says("主页")
    await sun.taps("更多")
    await sun.taps("销售记录")
    lines = str((await sun.message("销售记录"))["text"]).splitlines()
    project = next(each for each in lines if each.strip().startswith("▪"))
    customer = lines[lines.index(project) - 1].strip()
    return customer, project.strip().removeprefix("▪").split("·")[0].strip()


async def _logged(sun: Phone, pieces: str) -> int:
    """How many orders of so many pieces stand on the first page of all."""
    await sun.says("主页")
    await sun.taps("更多")
    await sun.taps("销售记录")
    listed: dict[str, Any] = await sun.message("销售记录")
    return sum(each.strip().startswith(f"{pieces} ×") for each in str(listed["text"]).splitlines())
