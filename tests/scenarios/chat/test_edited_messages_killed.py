"""`kill -9` between an answer and its edit, and between the pieces of a long text. By python-telegram-bot, over HTTP; what
aiogram receives of an edit is the same (`test_edited_messages`, by either)."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.scenarios.contracts.test_contract_killed import WITHIN, Phone, demo

pytestmark = [pytest.mark.slow, pytest.mark.timeout(600)]
STAR, SEA = "深圳星河科技有限公司", "深圳星海科技有限公司"


async def test_edits_and_pieces_outlive_a_killed_bot(tmp_path: Path) -> None:
    async with demo(tmp_path, "ptb") as sim:
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
