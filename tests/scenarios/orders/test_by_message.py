"""Orders written as to a colleague, confirmed by one tap (domain.md, section 10)."""

from __future__ import annotations

from tests.cast import Person, Scene, wire
from tests.scenarios.orders.office import STAR, stocked

SAID = "星河 变频空调主控 5k 3.2元 批次 A12 A13 昨天"


@wire
async def test_an_order_takes_a_message_and_a_tap(scene: Scene, li: Person, zhou: Person, chen: Person) -> None:
    await stocked(scene, li, chen)
    zhou.acts = 0
    await zhou.says(SAID)
    zhou.sees(STAR, "变频空调主控 → BAT32G139", "5,000 片 × 3.20 元 = 16,000.00 元", "批次 A12、A13 · 合同日期 12-02")
    await zhou.taps("确认")
    zhou.sees("已录入 DD-2026-00001")
    assert zhou.acts == 2
    print(zhou.screen)
