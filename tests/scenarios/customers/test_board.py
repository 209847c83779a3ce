"""看板: who holds what, what of it ends or is left alone; a tap opens just these."""

from __future__ import annotations

from tests.cast import Person, Scene, after, everywhere
from tests.scenarios.customers.test_my_customers import NAMES

RIVALS = "苏州市远航智能装备有限公司"


async def held(scene: Scene, li: Person, wang: Person, chen: Person) -> None:
    """李明 has three that end in 27 days and are silent for long; 王芳 one, for 25 days."""
    for name in NAMES:
        await li.reports(name)
        await chen.approves(name)
    await scene.later(days=40)
    await wang.reports(RIVALS)
    await chen.approves(RIVALS)
    await scene.later(days=25)


@everywhere
@after(held)
async def test_the_manager_reads_agencies_and_people_and_opens_theirs(chen: Person) -> None:
    await chen.goes_home()
    await chen.taps("看板")
    chen.sees("看板 · 按代理商 · 在保 4", "1 深圳南山电子", "在保 3 · 🔴 30 天内到期 3 · ⏰ 逾期跟进 3")
    chen.sees("2 广州天河微电", "在保 1 · ⏰ 逾期跟进 1")
    chen.sees("[30 天内到期 (3)]", "[逾期跟进 (4)]", "[长期未跟进 (3)]", "[无项目 (4)]")
    await chen.taps("2")
    chen.sees("我的客户 · 广州天河微电 · 1", "远航")
    await chen.taps("看板")
    await chen.taps("按业务员")
    chen.sees("看板 · 按业务员 · 在保 4", "1 李明 · 深圳南山电子", "2 王芳 · 广州天河微电")
    await chen.taps("1")
    chen.sees("我的客户 · 李明 · 3", "星河", "启明", "宏图")
    await chen.taps("看板")
    await chen.taps("30 天内到期")
    chen.sees("我的客户 · 30 天内到期 · 3")


@after(held)
async def test_the_owner_reads_of_his_own_people_alone(sun: Person) -> None:
    await sun.goes_home()
    await sun.taps("看板")
    sun.sees("看板 · 按业务员 · 在保 3", "1 李明", "在保 3 · 🔴 30 天内到期 3 · ⏰ 逾期跟进 3")
    sun.sees_not("王芳", "按代理商")
    await sun.taps("1")
    sun.sees("我的客户 · 李明 · 3")


@after(held)
async def test_nobody_else_has_a_board(li: Person, zhou: Person) -> None:
    for person in (li, zhou):
        await person.goes_home()
        await person.taps("我的客户")
        person.sees_not("看板")
        await person.says("看板")
        person.sees_not("在保 3")


@after(held)
async def test_the_board_in_english(chen: Person) -> None:
    await chen.speaks("English")
    await chen.taps("Board")
    chen.sees("Board · By agency · 4 protected", "3 protected · 🔴 3 ending in 30 days · ⏰ 3 overdue")
    await chen.taps("By salesperson")
    chen.sees("Board · By salesperson · 4 protected")


async def test_an_owner_finds_it_at_his_customers_and_by_its_name_where_nothing_is_late(sun: Person) -> None:
    await sun.goes_home()
    sun.sees_not("看板")
    await sun.taps("我的客户")
    await sun.taps("看板")
    sun.sees("看板 · 按业务员 · 在保 0", "还没有在保客户")
    await sun.goes_home()
    await sun.says("看板")
    sun.sees("看板 · 按业务员 · 在保 0")
