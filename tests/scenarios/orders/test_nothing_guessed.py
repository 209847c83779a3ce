"""What is written about an order and can't be taken as it stands is named and asked, on the card (docs/orders-by-message.md)."""

from __future__ import annotations

from tests.cast import Person, Scene, after
from tests.scenarios.orders.office import holds, item, stocked, tells_of

BLUE = "深圳市蓝鲸智能科技有限公司"


@after(stocked)
async def test_a_row_that_isnt_on_the_card_is_named_and_nothing_changes(
    scene: Scene, li: Person, zhou: Person, chen: Person
) -> None:
    await zhou.says("星河 空调遥控器 2w 0.85元")
    for text in ("不要第二个", "第二个改6k", "第二个不是空调遥控器，是变频空调主控"):
        await zhou.says(text)
        zhou.sees("这张卡上只有 1 行，没有第 2 行", "20,000 片 × 0.85 元")
    await zhou.says("星河 变频空调主控 5k 3.2元\n星河 空调遥控器 1w 0.85元")
    await zhou.says("第三个价格8毛5")
    zhou.sees("这张卡上只有 2 行，没有第 3 行", "5,000 片 × 3.20 元", "10,000 片 × 0.85 元")
    await zhou.says("第二个不是空调遥控器，是变频空调主控")
    zhou.sees("第 2 行项目 空调遥控器 → 变频空调主控")


@after(stocked)
async def test_a_project_that_the_model_contradicts_is_asked_whenever_it_comes(
    scene: Scene, li: Person, zhou: Person, chen: Person
) -> None:
    await zhou.says("星河 变频空调主控 BAT32G139 5k 3.2元")
    await zhou.says("空调遥控器")
    zhou.sees("⚠ 型号与项目不符")
    zhou.sees_not("[确认]")
    await zhou.taps("空调遥控器 → HC32F005")
    zhou.sees("空调遥控器 → HC32F005", "[确认]")
    zhou.sees_not("BAT32G139")


@after(stocked)
async def test_a_sum_that_gives_no_exact_price_stays_on_the_card(
    scene: Scene, li: Person, zhou: Person, chen: Person
) -> None:
    await zhou.says("星河 空调遥控器 3k 总价10000")
    zhou.sees("3,000 片 × ？", "总价 10,000.00 元", "⚠ 单价是多少")
    await zhou.says("3.5")
    zhou.sees("总价 10,000.00 元", "⚠ 总价")
    zhou.sees_not("[确认]")
    await zhou.says("单价3.3333")
    zhou.sees("[确认]")


@after(stocked)
async def test_a_new_figure_of_a_customer_means_the_card_that_has_him(
    scene: Scene, li: Person, zhou: Person, chen: Person
) -> None:
    await holds(scene, li, chen, BLUE)
    await tells_of(scene, BLUE, item("血压计主控", "CMS32L051"))
    await zhou.says("星河 变频空调主控 5k 3.2元")
    await zhou.says("蓝鲸 血压计主控 2k 1.9元")
    await zhou.says("星河改成6k")
    zhou.sees("[录入订单]", "[改待核对订单 #1]")
    await zhou.taps("改待核对订单 #1")
    zhou.sees("数量 5,000 片 → 6,000 片", "6,000 片 × 3.20 元")
    zhou.sees_not(BLUE)


@after(stocked)
async def test_a_day_that_isnt_one_is_asked(scene: Scene, li: Person, zhou: Person, chen: Person) -> None:
    await zhou.says("星河 变频空调主控 5k 3.2元 11月31号")
    zhou.sees("未识别：11月31号", "合同日期 ？")
    zhou.sees_not("[确认]")
    await zhou.says("日期1130")
    zhou.sees("合同日期 11-30", "[确认]")
    await zhou.says("上周")
    zhou.sees("未识别：上周", "合同日期 ？")
    zhou.sees_not("[确认]")


@after(stocked)
async def test_a_note_about_prices_opens_no_order(scene: Scene, li: Person, zhou: Person, chen: Person) -> None:
    await zhou.says("客户说变频空调主控下个月上量，竞品价格低两毛，要我们再谈")
    zhou.sees_not("请核对订单")
