"""我的项目 in the chat: a list over all customers, narrowed by taps and by typing; from a row to the next act."""

from __future__ import annotations

from tests.cast import Person, Scene, everywhere

STAR = "深圳市星河联创电子有限公司"
WHALE = "深圳市蓝鲸智能科技有限公司"


async def told_of(li: Person, chen: Person) -> None:
    """Two customers with a project each, by the chat alone."""
    for customer, name, stage in ((STAR, "变频空调主控", "研发"), (WHALE, "智能门锁", "接触")):
        await li.reports(customer)
        await chen.approves(customer)
        await li.follows_up(customer, "样机测试通过，进入评审")
        await li.adds_project(name, "空调", "BAT32G139", stage, "样机完成", "12万", "小批", "2027-03")
        await li.taps("提交")


@everywhere
async def test_all_projects_stand_in_one_list_and_are_found_by_characters(
    scene: Scene, li: Person, sun: Person, chen: Person
) -> None:
    await told_of(li, chen)
    await li.goes_home()
    await li.taps("更多")
    await li.taps("我的项目")
    li.sees("我的项目 · 2", "1 变频空调主控　研发 · 小批 2027-03", "深圳市星河联创电子有限公司 · 今天更新")
    li.sees_not("李明 · 今天")
    await li.says("lanjing")
    li.sees("“lanjing” · 1", "1 智能门锁　接触")
    await li.taps("1")
    li.sees("智能门锁", "[更新项目] [录入订单]")
    await li.taps("更新项目")
    li.sees("写跟进")
    await sun.goes_home()
    await sun.taps("更多")
    await sun.taps("我的项目")
    sun.sees("我的项目 · 2", " · 李明 · 今天更新")
    await sun.taps("阶段 × 领域")
    sun.sees("家电 2", "研发 1、接触 1")
    await chen.goes_home()
    await chen.taps("更多")
    await chen.taps("我的项目")
    chen.sees(" · 深圳南山电子 · 今天更新")
    await chen.taps("筛选")
    chen.sees("[按型号] [按代理商]")
    chen.sees_not("长期未更新")
    await chen.taps("按代理商")
    await chen.taps("深圳南山电子 (2)")
    chen.sees("深圳南山电子 · 2")
    await chen.taps("1")
    chen.sees_not("[更新项目]")
