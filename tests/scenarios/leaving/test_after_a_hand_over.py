"""What somebody reported and asked for, once a colleague has the customer: by number, from old bubbles, in lists."""

from __future__ import annotations

import pytest

from tests.cast import Person, Scene, after, everywhere
from tests.scenarios.leaving.test_handing_over import colleague, gets
from tests.scenarios.orders.test_logging import star
from tests.scenarios.people.test_people import STAR


async def hands_over(sun: Person, to: str) -> None:
    await sun.goes_home()
    await sun.says("星河联创")
    await sun.taps("1")
    await sun.taps("移交")
    await sun.taps(to)
    sun.sees("已移交给")


@everywhere
async def test_its_report_is_the_colleagues_by_number_and_in_the_list_and_the_owners(
    scene: Scene, li: Person, sun: Person, chen: Person
) -> None:
    zhang = await colleague(scene, "张磊")
    await gets(li, chen, STAR)
    await hands_over(sun, "张磊")
    await li.goes_home()
    await li.says("BB-2026-00001")
    li.sees("没有找到 BB-2026-00001，或您无权查看")
    li.sees_not("代理商联系人")
    await li.taps("申请处理")
    await li.taps("全部")
    li.sees_not(STAR)
    for person in (zhang, sun):
        await person.goes_home()
        await person.says("BB-2026-00001")
        person.sees(STAR, "代理商联系人　深圳南山电子 李明")


@pytest.mark.parametrize("bubble", ["已提交", "报备通过"])
async def test_what_an_old_bubble_offers_neither_shows_nor_does_anything(
    scene: Scene, li: Person, sun: Person, chen: Person, bubble: str
) -> None:
    await colleague(scene, "张磊")
    await li.reports(STAR)
    if bubble == "报备通过":
        await li.goes_home()
    await chen.approves(STAR)
    await hands_over(sun, "张磊")
    for label in li.buttons_on(bubble):
        if label in ("查看", "写跟进", "客户卡片"):
            await li.taps(label, on=bubble)
            assert STAR not in li.screen
            assert "李明 · 深圳南山电子 · 业务员" in li.screen


async def test_what_was_asked_for_it_is_the_colleagues_too(scene: Scene, li: Person, sun: Person, chen: Person) -> None:
    await colleague(scene, "张磊")
    await gets(li, chen, STAR)
    await scene.later(days=70)
    await li.goes_home()
    await li.says("星河联创")
    await li.taps("1")
    await li.taps("申请延期")
    await li.says("2")
    await li.says("样机测试中，预计三月量产")
    await li.taps("提交")
    await chen.taps("批准 2 个月")
    await hands_over(sun, "张磊")
    await li.goes_home()
    for number in ("YQ-2026-00001", "YQ-2027-00001"):
        await li.says(number)
        li.sees("没有找到")


async def test_what_became_of_a_form_is_told_once(scene: Scene, li: Person, sun: Person, chen: Person) -> None:
    await colleague(scene, "张磊")
    await gets(li, chen, STAR)
    await li.taps("写跟进")
    await li.says("客户确认了样机计划，下周送样")
    await hands_over(sun, "张磊")
    await li.says("第一句")
    li.sees("已不能提交", "孙总 已于", "第一句", "[打开草稿]")
    await li.says("第二句")
    li.sees("未识别，也没有找到", "李明 · 深圳南山电子 · 业务员")
    li.sees_not("已不能提交", "孙总 已于")


@after(star)
async def test_an_order_that_waits_to_be_checked_is_the_colleagues_and_he_is_told(
    scene: Scene, li: Person, sun: Person, chen: Person
) -> None:
    zhang = await colleague(scene, "张磊")
    await li.says("星河 2k 3.2元")
    li.sees("请核对订单")
    await li.says("主页")
    await sun.says("星河")
    await sun.taps("1")
    await sun.taps("移交")
    await sun.taps("张磊")
    zhang.sees("移交给您", "相关待核对订单 1 单转来，由您核对", "[待核对订单]")
    li.sees("移交给 张磊", "相关待核对订单 1 单由 张磊 核对")
    await li.says("待核对订单")
    li.sees("没有待核对的订单")
    await zhang.taps("待核对订单")
    zhang.sees("待核对订单 · 1", "2,000 片 × 3.20 元")
    await zhang.taps("1")
    await zhang.taps("确认")
    zhang.sees("✅")
