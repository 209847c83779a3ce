"""What is taken back, or settled, after the last protected day: nothing goes without a word, and nothing is said to be kept that isn't."""

from __future__ import annotations

from tests.cast import Person, Scene, after
from tests.cast.customers import reported

STAR = "深圳市星河联创电子有限公司"


async def asks(li: Person, chen: Person, scene: Scene) -> None:
    await li.reports(STAR)
    await chen.approves(STAR)
    await scene.later(days=90)
    await li.goes_home()
    await li.taps("我的客户")
    await li.taps("1")
    await li.taps("申请延期")
    await li.says("2")
    await li.says("样机测试中，预计三月量产")
    await li.taps("提交")


async def test_whoever_takes_an_extension_back_past_the_end_reads_first_what_it_costs(
    scene: Scene, li: Person, chen: Person
) -> None:
    await asks(li, chen, scene)
    await li.taps("查看")
    await li.taps("撤回")
    li.sees_not("资源池")
    await li.taps("保留")
    await scene.later(days=40)
    await li.goes_home()
    await li.taps("我的客户")
    await li.taps("1")
    await li.taps("延期审批中")
    li.sees("审批期间继续受保护")
    await li.taps("撤回")
    li.sees("保护期已过，撤回后客户立即进入资源池")
    await li.taps("保留")
    li.sees("[撤回]")
    li.sees_not("立即进入资源池")
    await li.taps("撤回")
    await li.taps("确认撤回")
    li.sees("已撤回 · 李明")
    assert "审批期间继续受保护" not in li.screen


async def test_a_card_that_was_decided_says_what_was_asked(scene: Scene, li: Person, chen: Person) -> None:
    await asks(li, chen, scene)
    await chen.taps("批准 2 个月")
    chen.sees("已批准 · 陈经理", "申请延期 YQ-2027-00001", STAR)


async def test_a_number_of_months_is_understood_as_english_people_write_it(
    scene: Scene, li: Person, chen: Person
) -> None:
    await asks(li, chen, scene)
    await chen.speaks("English")
    await chen.taps("改月数", on="申请延期")
    await chen.says("1 month")
    chen.sees("How many months: 1 month")


@after(reported)
async def test_who_lost_the_place_mends_from_the_notice_and_stands_on_the_card_of_whoever_is_first(
    scene: Scene, li: Person, wang: Person, chen: Person
) -> None:
    await chen.returns(STAR, "总出货量")
    await scene.later(days=20)
    await wang.reports(STAR)
    await li.taps("修改并交回", on="未按时交回")
    await li.says("150")
    await li.taps("提交")
    li.sees("已交回", "轮到时马上通知")
    chen.finds("排队：深圳南山电子 李明")
