"""批量: several requests approved in one act; each keeps its own rules, record and news."""

from __future__ import annotations

from domain.people.records import AccountType
from tests.cast import Person, Scene
from tests.cast.contracts import signs

STAR, LIGHT, TEACHER = "深圳市星河联创电子有限公司", "佛山市启明电机有限公司", "成都市智学教育装备有限公司"


async def ticks(person: Person, *names: str) -> None:
    await person.goes_home()
    await person.taps("待审批")
    await person.taps("批量批准")
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
    chen.sees("将批准以下 2 条申请", STAR, TEACHER)
    chen.sees_not(LIGHT)
    await chen.taps("确认批准 (2)")
    chen.sees(f"✅ 已批准 2 条：{STAR}、{TEACHER}", f"1 {LIGHT}")
    assert "批准" not in chen.buttons_on("客户报备 BB-2026-00001"), "the pushed card has changed itself"
    wang.sees("报备通过")
    assert li.count("报备通过") == 1
    assert chen.count("✅ 已批准 · 陈经理") == 2, "each has a decision of its own"


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
    await shen.taps("确认批准 (3)")
    shen.sees(f"✅ 已批准 1 条：{TEACHER}", f"⚠ 未批准 {STAR}：已由韩经理于", "已驳回")
    shen.sees(f"⚠ 未批准 {LIGHT}：勾选后申请有变动", f"1 {LIGHT}")
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
    chen.sees("[确认批准 (2)]")
