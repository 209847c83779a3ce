"""What is written about an order and can't be taken as it stands is named and asked, on the card (docs/orders-by-message.md)."""

from __future__ import annotations

from tests.cast import Person, Scene
from tests.scenarios.orders.office import stocked


async def test_a_row_that_isnt_on_the_card_is_named_and_nothing_changes(
    scene: Scene, li: Person, zhou: Person, chen: Person
) -> None:
    await stocked(scene, li, chen)
    await zhou.says("星河 空调遥控器 2w 0.85元")
    for text in ("不要第二个", "第二个改6k", "第二个不是空调遥控器，是变频空调主控"):
        await zhou.says(text)
        zhou.sees("这张卡上只有 1 行，没有第 2 行", "20,000 片 × 0.85 元")
    await zhou.says("星河 变频空调主控 5k 3.2元\n星河 空调遥控器 1w 0.85元")
    await zhou.says("第三个价格8毛5")
    zhou.sees("这张卡上只有 2 行，没有第 3 行", "5,000 片 × 3.20 元", "10,000 片 × 0.85 元")
    await zhou.says("第二个不是空调遥控器，是变频空调主控")
    zhou.sees("第 2 行项目 空调遥控器 → 变频空调主控")


async def test_a_project_that_the_model_contradicts_is_asked_whenever_it_comes(
    scene: Scene, li: Person, zhou: Person, chen: Person
) -> None:
    await stocked(scene, li, chen)
    await zhou.says("星河 变频空调主控 BAT32G139 5k 3.2元")
    await zhou.says("空调遥控器")
    zhou.sees("⚠ 型号与项目不符")
    zhou.sees_not("[确认]")
    await zhou.taps("空调遥控器 → HC32F005")
    zhou.sees("空调遥控器 → HC32F005", "[确认]")
    zhou.sees_not("BAT32G139")


async def test_a_sum_that_gives_no_exact_price_stays_on_the_card(
    scene: Scene, li: Person, zhou: Person, chen: Person
) -> None:
    await stocked(scene, li, chen)
    await zhou.says("星河 空调遥控器 3k 总价10000")
    zhou.sees("3,000 片 × ？", "总价 10,000.00 元", "⚠ 单价是多少")
    await zhou.says("3.5")
    zhou.sees("总价 10,000.00 元", "⚠ 总价")
    zhou.sees_not("[确认]")
    await zhou.says("单价3.3333")
    zhou.sees("[确认]")
