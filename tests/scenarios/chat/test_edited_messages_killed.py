"""`kill -9` between an answer and its edit, and between the pieces of a long text. With either driver, over HTTP."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.scenarios.contracts.test_contract_killed import WITHIN, Phone, demo

pytestmark = [pytest.mark.slow, pytest.mark.timeout(600)]
STAR, SEA = "深圳星河科技有限公司", "深圳星海科技有限公司"


@pytest.mark.parametrize("driver", ["aiogram", "ptb"])
async def test_edits_and_pieces_outlive_a_killed_bot(tmp_path: Path, driver: str) -> None:
    async with demo(tmp_path, driver) as sim:
        li = Phone(sim, "李明")
        await sim.settle(within=WITHIN)
        await li.says("/start")
        await li.taps("报备客户")
        named = await sim.say(li.person, STAR)
        await sim.settle(within=WITHIN)
        await sim.bot("kill")
        await sim.edit(li.person, named, SEA)
        await sim.bot("start")
        await sim.settle(within=WITHIN)
        assert await li.message(f"客户名称：{SEA}")
        await sim.say(li.person, "字" * (4096 + 980))
        await sim.bot("kill")
        await sim.bot("start")
        await sim.settle(within=WITHIN)
        assert await li.message("共 5,076 字")
