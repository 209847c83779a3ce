"""批量: several requests approved, or rejected for one reason, in one act; each keeps its own rules, record and news."""

from __future__ import annotations

from domain.people.records import AccountType
from tests.cast import Person, Scene, after
from tests.cast.contracts import signs
from tests.cast.customers import held, reported

STAR, LIGHT, TEACHER = "深圳市星河联创电子有限公司", "佛山市启明电机有限公司", "成都市智学教育装备有限公司"


async def ticks(person: Person, *names: str) -> None:
    await person.goes_home()
    await person.taps("待审批")
    await person.taps("批量审批")
    for name in names:
        await person.picks(name)


async def test_what_is_ticked_is_approved_after_a_look_at_the_names(li: Person, wang: Person, chen: Person) -> None:
    for name in (STAR, LIGHT):
        await li.reports(name)
    await wang.reports(TEACHER)
    await ticks(chen, STAR, LIGHT, TEACHER)
    await chen.taps("✅ 2")
    chen.sees("✅ 1", "✅ 3", "核对所选 (2)")
    chen.sees_not("✅ 2")
    await chen.taps("核对所选 (2)")
    chen.sees("已选 2 条申请", STAR, TEACHER)
    chen.sees_not(LIGHT)
    await chen.taps("批准 (2)")
    chen.sees(f"✅ 已批准 2 条：{STAR}、{TEACHER}", f"1 {LIGHT}")
    assert "批准" not in chen.buttons_on("客户报备 BB-2026-00001"), "the pushed card has changed itself"
    wang.sees("报备通过")
    assert li.count("报备通过") == 1
    assert chen.count("✅ 已批准 · 陈经理") == 2, "each has a decision of its own"


async def test_numbers_that_are_typed_are_as_their_buttons(li: Person, chen: Person) -> None:
    for name in (STAR, LIGHT, TEACHER):
        await li.reports(name)
    await ticks(chen)
    await chen.says("1、3")
    chen.sees("✅ 1", "✅ 3", "核对所选 (2)")
    await chen.says("3 2")
    chen.sees("✅ 1", "✅ 2", "核对所选 (2)")
    chen.sees_not("✅ 3")


async def test_one_that_cannot_be_approved_is_told_by_name_and_keeps_no_other_back(scene: Scene) -> None:
    shen, han = await scene.manager("沈经理", "教育行业"), await scene.manager("韩经理", "教育行业")
    (tian,) = await scene.agency("成都天府电子", ("田真", AccountType.SALESPERSON), unit="教育行业", manager=None)
    for name in (STAR, LIGHT, TEACHER):
        await tian.reports(name)
    await ticks(shen, STAR, LIGHT, TEACHER)
    await shen.taps("核对所选 (3)")
    await han.rejects(STAR)
    await han.taps("转交", on=LIGHT)
    await han.picks("刘经理")
    await han.taps("跳过")
    await han.taps("提交")
    await shen.taps("批准 (3)")
    shen.sees(f"✅ 已批准 1 条：{TEACHER}", f"⚠ 未处理 {STAR}：已由韩经理于", "已驳回")
    shen.sees(f"⚠ 未处理 {LIGHT}：勾选后申请有变动", f"1 {LIGHT}")
    assert tian.count("报备通过") == 1


async def test_what_needs_a_form_of_its_own_is_told_by_name_and_not_ticked(
    li: Person, sun: Person, chen: Person
) -> None:
    await signs(sun, "经销商", "一级经销商")
    await li.reports(STAR)
    await li.reports(LIGHT)
    await ticks(chen)
    chen.sees("以下需逐条处理：深圳市南山电子有限公司", "[全选本页]")
    await chen.taps("全选本页")
    await chen.taps("核对所选 (2)")
    chen.sees("[批准 (2)]")


@after(reported)
async def test_several_are_rejected_for_one_reason_that_each_applicant_is_told(
    li: Person, wang: Person, chen: Person
) -> None:
    await wang.reports(LIGHT)
    await li.reports(TEACHER)
    await ticks(chen, STAR, LIGHT)
    await chen.taps("核对所选 (2)")
    before = chen.acts
    await chen.taps("驳回 (2)")
    chen.sees(f"将驳回 2 条：{STAR}、{LIGHT}", "4 终端信息不实")
    await chen.taps("4")
    await chen.taps("提交")
    assert chen.acts - before == 3
    chen.sees(f"⛔ 已驳回 2 条：{STAR}、{LIGHT}", "[待审批]")
    li.sees("报备被驳回", STAR, "终端信息不实")
    wang.sees("报备被驳回", LIGHT, "终端信息不实")
    assert chen.count("⛔ 已驳回 · 陈经理") == 2
    assert "批准" in chen.buttons_on(f"客户报备 BB-2026-00003\n{TEACHER}")


@after(held)
async def test_of_several_kinds_the_reasons_that_fit_each_are_offered_and_what_it_means_is_said(
    li: Person, sun: Person, chen: Person, scene: Scene
) -> None:
    await scene.later(days=80)
    await li.goes_home()
    await li.taps("我的客户")
    await li.taps("1")
    await li.taps("申请延期")
    await li.says("2")
    await li.says("样机测试中，预计三月量产")
    await li.taps("提交")
    await scene.later(days=20)
    await li.reports(LIGHT)
    await ticks(chen, STAR, LIGHT)
    await chen.taps("核对所选 (2)")
    await chen.taps("驳回 (2)")
    chen.sees("将驳回 2 条", f"{STAR}　⚠ 提交后客户立即进入资源池")
    await chen.says("请先补充资料")
    await chen.taps("提交")
    li.sees("延期未批准", "请先补充资料")
    li.sees("报备被驳回", LIGHT)


@after(reported)
async def test_what_waits_is_counted_by_kind_and_by_when_it_is_due_and_narrowed_by_a_tap(
    scene: Scene, li: Person, wang: Person, sun: Person, chen: Person
) -> None:
    await scene.later(days=3)
    await li.reports(LIGHT)
    await signs(sun, "经销商", "一级经销商")
    await chen.goes_home()
    await chen.taps("待审批")
    chen.sees("待审批 (3)", "⏰ 超时 1", "客户报备 2 · 渠道签约 1", "1 ⏰ 2 天")
    chen.sees_not("[⏰ 超时 (1)]")
    for name in ("广州宏图智能科技有限公司", "珠海晨曦光电有限公司", "中山博远照明有限公司", "惠州联胜能源有限公司"):
        await wang.reports(name)
    await chen.goes_home()
    await chen.taps("待审批")
    chen.sees("待审批 (7)", "[⏰ 超时 (1)]", "[客户报备 (6)]", "[渠道签约 (1)]")
    await chen.taps("客户报备 (6)")
    chen.sees("待审批 · 客户报备 (6)", "[全部 (7)]")
    chen.sees_not("渠道签约")
    await chen.taps("批量审批")
    chen.sees_not("以下需逐条处理")
    await chen.taps("返回")
    await chen.taps("全部 (7)")
    await chen.taps("超时 (1)")
    chen.sees("待审批 · ⏰ 超时 (1)", STAR)
    chen.sees_not(LIGHT)
