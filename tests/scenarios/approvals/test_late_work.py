"""Late work looks late: in the inbox, on an escalated card, to whoever waits, and on the customer's card."""

from __future__ import annotations

from tests.cast import Person, Scene, after
from tests.cast.customers import held, reported

STAR = "深圳市星河联创电子有限公司"
MING = "佛山市启明电机有限公司"


@after(reported)
async def test_late_requests_stand_first_and_say_by_how_many_days(scene: Scene, li: Person, chen: Person) -> None:
    await scene.later(days=3)
    await li.reports(MING)
    await chen.goes_home()
    await chen.taps("待审批")
    chen.sees(f"1 ⏰ 2 天 {STAR}", f"2 {MING}")
    await chen.taps("1")
    chen.sees("⏰ 超时 2 天升级")


@after(reported)
async def test_an_escalated_card_says_from_whom_and_the_applicant_can_look(
    scene: Scene, li: Person, chen: Person, liu: Person
) -> None:
    await scene.later(days=1, hours=1)
    liu.sees("升级：陈经理 → 刘经理，任何一位均可决定", STAR)
    chen.finds("升级：陈经理 → 刘经理")
    await scene.later(days=1)
    li.sees("客户报备审批超时", STAR)
    await li.taps("查看", on="审批超时")
    li.sees("BB-2026-00001", "待 陈经理、刘经理 审批")


@after(held)
async def test_a_managers_card_of_a_customer_shows_what_waits_and_opens_it(
    scene: Scene, li: Person, chen: Person
) -> None:
    await scene.later(days=80)
    await li.goes_home()
    await li.taps("我的客户")
    await li.taps("1")
    await li.taps("申请延期")
    await li.says("2")
    await li.says("样机测试中，预计三月量产")
    await li.taps("提交")
    await scene.later(days=4)
    await chen.goes_home()
    await chen.taps("我的客户")
    await chen.taps("1")
    chen.sees("⏳ 申请延期待 陈经理、刘经理 决定（⏰ 超时 3 天）")
    await chen.taps("打开申请延期")
    chen.sees("YQ-2027-00001", "[批准 2 个月]")
    await chen.taps("批准 2 个月")
    li.sees("延期通过")


@after(reported)
async def test_what_was_mended_is_shown_before_and_after_and_the_old_card_is_dead(li: Person, chen: Person) -> None:
    await chen.returns(STAR, "总出货量", "客户背景")
    await li.taps("修改并交回")
    await li.says("150")
    await li.says("2010 年成立")
    await li.taps("提交")
    chen.sees("修改后交回", "总出货量　120 万/年 → 150 万/年", "客户背景　— → 2010 年成立")
    assert chen.phone.printed(30).count("[批准]") == 1
    chen.finds("有更新，请看下面最新的卡片")
    await chen.taps("详情")
    chen.sees("记录", "退回修改 · 陈经理", "120 万/年 → 150 万/年", "[批准]")
    await chen.taps("批准")
    li.sees("报备通过")


@after(held)
async def test_a_notice_opens_what_is_known_now_not_what_it_was_when_the_notice_came(li: Person, chen: Person) -> None:
    """李明 mends his report before he taps the button under the comment that asked for it."""
    await li.goes_home()
    await li.taps("写跟进")
    await li.taps("1")
    await li.says("首批样机已送")
    await li.taps("直接核对")
    await li.taps("提交")
    await opens_report(chen)
    await chen.taps("要求更正")
    await chen.says("请写明客户的规格")
    await chen.taps("提交")
    await opens_report(li)
    await li.taps("更正")
    await li.taps("修改")
    await li.taps("1")
    await li.says("首批样机已送，客户确认规格")
    await li.taps("提交")
    await li.taps("更正", on="请更正这份跟进")
    li.sees("请核对", "首批样机已送，客户确认规格")


async def opens_report(person: Person) -> None:
    await person.goes_home()
    await person.taps("我的客户")
    await person.taps("1")
    await person.taps("跟进记录")
    await person.taps("1")
