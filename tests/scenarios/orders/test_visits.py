"""A note of a visit that tells of an order, too: nothing of either is lost (docs/orders-by-message.md)."""

from __future__ import annotations

import pytest

from tests.cast import Person, Scene, after
from tests.scenarios.orders.office import STAR, holds, stocked

BLUE = "深圳市蓝鲸智能科技有限公司"


@pytest.mark.parametrize(
    "text",
    [
        "跟进 星河 变频空调主控 首批要500片",
        "写跟进：星河，客户说变频空调主控首批要500片",
        "跟进星河变频空调主控 客户要500片",
        "今天去了星河，变频空调主控首批要500片",
    ],
)
@after(stocked)
async def test_pieces_in_a_note_make_no_order_of_it(
    scene: Scene, li: Person, zhou: Person, chen: Person, text: str
) -> None:
    await li.says(text)
    li.sees("写跟进", STAR, "✓ 客户动态")
    li.sees_not("请核对订单", "跟进 星河")


@pytest.mark.parametrize(
    "text",
    [
        "今天拜访了星河，变频空调主控下了3k，3.15",
        "跟进 星河 变频空调主控 下了3k 3.15",
        "昨天去了星河，客户订了变频空调主控3k 单价3.15",
    ],
)
@after(stocked)
async def test_a_visit_with_an_order_is_offered_as_either_and_as_both(
    scene: Scene, li: Person, zhou: Person, chen: Person, text: str
) -> None:
    await li.says(text)
    li.sees("这是什么？", text, "[写跟进 · 深圳市星河联创电子有限公司]\n[录入订单]\n[录入订单，再写跟进]")
    await li.taps("录入订单，再写跟进")
    li.sees("请核对订单", "3,000 片 × 3.15 元")
    await li.taps("确认")
    li.sees("已录入 DD-2026-00001")
    await li.taps("返回")
    li.sees("写跟进", STAR)
    await li.finishes()
    li.sees("客户动态　", "3.15")


@after(stocked)
async def test_an_order_of_somebody_else_amid_a_report_is_no_news_in_silence(
    scene: Scene, li: Person, zhou: Person, chen: Person
) -> None:
    await holds(scene, li, chen, BLUE)
    await li.goes_home()
    await li.taps("写跟进")
    await li.says("蓝鲸")
    await li.taps("1")
    li.sees("客户动态", BLUE)
    await li.says("星河 变频空调主控 3k 3.15")
    li.sees("这像是 深圳市星河联创电子有限公司 的订单", "[录入订单]", "[记为客户动态] [改]")
    await li.taps("录入订单")
    li.sees("请核对订单", "3,000 片 × 3.15 元")
    await li.taps("确认")
    li.sees("已录入 DD-2026-00001", STAR)
    await li.taps("返回")
    li.sees("这像是", "[记为客户动态] [改]")
    await li.says("本周送样，首批要500片 3.2元")
    li.sees("✓ 客户动态：本周送样，首批要500片 3.2元", BLUE)


@after(stocked)
async def test_an_order_typed_where_a_customer_is_being_reported_is_asked_before_it_is_anybodys_factory(
    scene: Scene, li: Person, zhou: Person, chen: Person
) -> None:
    await li.goes_home()
    await li.says(f"客户名称：{BLUE}\n区域：深圳\n领域：空调\n用量：120\n型号：STM32F103")
    await li.says("修改")
    await li.picks("加工厂")
    await li.says("星河 变频空调主控 3k 3.15")
    li.sees("这像是 深圳市星河联创电子有限公司 的订单", "[录入订单]", "[记为加工厂] [改]")
    await li.taps("录入订单")
    li.sees("请核对订单", "3,000 片 × 3.15 元")
    await li.taps("确认")
    await li.taps("返回")
    await li.taps("改")
    await li.says("富士康 3 号厂")
    li.sees("请核对", "加工厂　富士康 3 号厂")
