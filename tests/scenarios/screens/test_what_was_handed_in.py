"""What somebody handed in stays in the chat as he handed it in."""

from __future__ import annotations

from tests.cast import Person, Scene, after
from tests.cast.contracts import at_the_overview, attaches, pasted, signs
from tests.cast.customers import reported

STAR = "深圳市星河联创电子有限公司"


@after(reported)
async def test_it_keeps_its_bubble_whatever_is_opened_from_it(li: Person, chen: Person) -> None:
    told = "✅ 已提交 BB-2026-00001\n深圳市星河联创电子有限公司\n陈经理 一个工作日内处理"
    await li.taps("查看")
    li.sees("⏳ 待审批")
    assert li.count(told) == 1
    await chen.returns(STAR, "在用MCU")
    await li.taps("修改并交回")
    await li.says("STM32F407")
    await li.taps("提交")
    await li.taps("主页")
    assert li.count(told) == 1
    assert li.count("已交回 BB-2026-00001") == 1
    assert "查看" not in li.buttons


@after(reported)
async def test_it_keeps_its_bubble_whatever_is_said_after_it(li: Person) -> None:
    told = "✅ 已提交 BB-2026-00001\n深圳市星河联创电子有限公司\n陈经理 一个工作日内处理"
    await li.says("中山市阳光灯饰厂，LED驱动，50万，STC8")
    li.sees("✓ 客户名称、产品领域")
    li.sees("报备客户")
    assert li.count(told) == 1


@after(at_the_overview)
async def test_two_taps_on_hand_in_are_one(scene: Scene, sun: Person, chen: Person) -> None:
    await sun.says(pasted())
    await attaches(sun)
    await sun.taps("提交审批", times=2)
    sun.sees("✅ 已提交 HT-2027-0001")
    sun.sees_not("已不在可修改状态")
    await sun.goes_home()
    assert chen.count("📋 渠道签约 HT-2027-0001") == 1


async def test_a_contract_that_was_mended_leaves_both_tellings(sun: Person, chen: Person) -> None:
    await signs(sun)
    await sun.taps("查看", on="已提交")
    await chen.taps("退回修改", on="HT-2027-0001")
    await chen.says("到站")
    await chen.says("请写到市")
    await chen.taps("提交")
    await sun.taps("修改并交回")
    await sun.says("深圳北")
    await sun.taps("提交审批")
    await sun.taps("查看")
    assert sun.count("✅ 已提交 HT-2027-0001\n审批：") == 2
