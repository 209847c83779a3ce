"""Rows of a list whose project isn't there yet: they wait as drafts, and the salesperson is asked by one tap for all."""

from __future__ import annotations

from tests.cast import Person, Scene, after, everywhere
from tests.scenarios.imports.test_import import worked
from tests.scenarios.orders.files import figures, row, sends, sheet, told
from tests.scenarios.orders.office import STAR, holds, item, stocked, tells_of

BLUE = "深圳市蓝鲸智能科技有限公司"
FAN = ("风机控制板", "BAT32G157")


@everywhere
@after(stocked)
async def test_rows_without_a_project_wait_for_it_and_the_salesperson_is_asked_once_a_customer(
    scene: Scene, li: Person, zhou: Person, chen: Person
) -> None:
    await holds(scene, li, chen, BLUE)
    await scene.later(days=3)
    new = [row(BLUE, 100 * n, project=FAN, day=f"2026-12-{n + 3:02}") for n in (1, 2, 3)]
    content = sheet(row(STAR, 5000), *new, row(STAR, 70, project=("", "CMS32L051")))
    await sends(zhou, content)
    zhou.sees(
        "共 5 行，可录入 1 行",
        "客户还没有的项目 4 行",
        "第 3 行　客户还没有项目 风机控制板",
        "还没有用“CMS32L051”的项目",
    )
    await zhou.taps("请业务员补项目 (4)")
    await worked(scene)
    zhou.sees("共 5 行，可录入 1 行", "等业务员补项目 4 行：补好后通知助理确认")
    assert li.count("有一单等您补项目") == 0
    await zhou.taps("开始导入")
    await worked(scene)
    zhou.sees("录入 1 行，1 单", "等业务员补项目 4 行")
    assert [pieces for *_, pieces in await figures(scene)] == [5000]
    assert [each[1] for each in told(zhou)] == ["等补项目"] * 4
    assert li.count("有一单等您补项目") == 2
    await tells_of(scene, BLUE, item(*FAN))
    await scene.settled()
    zhou.finds("项目已补上，订单可以核对了")
    await zhou.taps("核对订单", on=BLUE)
    zhou.sees("100", "200", "300")
    await zhou.taps("确认全部 (3)")
    assert sorted(pieces for *_, pieces in await figures(scene)) == [100, 200, 300, 5000]


async def test_a_list_sent_again_has_rows_wait_once(scene: Scene, li: Person, zhou: Person, chen: Person) -> None:
    await holds(scene, li, chen)
    await scene.later(days=10)
    content = sheet(row(STAR, 100), row(STAR, 100), row(STAR, 200))
    for name in ("一.xlsx", "二.xlsx"):
        await sends(zhou, content, name)
        await zhou.taps("请业务员补项目 (3)")
        await worked(scene)
        await zhou.taps("开始导入")
        await worked(scene)
        zhou.sees("没有录入新的订单", "等业务员补项目 3 行")
    assert li.count("有一单等您补项目") == 1


@everywhere
@after(stocked)
async def test_a_list_that_is_taken_back_takes_its_drafts_with_it_and_no_others(
    scene: Scene, li: Person, zhou: Person, chen: Person
) -> None:
    await holds(scene, li, chen, BLUE)
    await scene.later(days=3)
    for quantity, day in ((100, "2026-12-04"), (200, "2026-12-05")):  # a habit: each file has the same name
        await sends(zhou, sheet(row(BLUE, quantity, project=FAN, day=day), row(STAR, quantity, day=day)))
        await zhou.taps("请业务员补项目 (1)")
        await worked(scene)
        await zhou.taps("开始导入")
        await worked(scene)
    zhou.sees("等业务员补项目 1 行")
    await zhou.taps("撤回导入")
    zhou.sees("等补项目的草稿一并删除")
    await zhou.taps("确定撤回")
    await worked(scene)
    zhou.sees("已撤回 1 单", "已删除等补项目的草稿 1 行")
    assert [state for _, state, _ in await figures(scene)] == ["logged", "void"]
    await tells_of(scene, BLUE, item(*FAN))
    await scene.settled()
    assert zhou.count("项目已补上，订单可以核对了") == 1
    await zhou.taps("核对订单", on=BLUE)
    zhou.sees("100")
    zhou.sees_not("200")


async def test_a_list_of_nothing_but_drafts_is_taken_back_too(
    scene: Scene, li: Person, zhou: Person, chen: Person
) -> None:
    await holds(scene, li, chen)
    await scene.later(days=10)
    await sends(zhou, sheet(row(STAR, 100), row(STAR, 200)))
    await zhou.taps("请业务员补项目 (2)")
    await worked(scene)
    await zhou.taps("开始导入")
    await worked(scene)
    await zhou.taps("撤回导入")
    await zhou.taps("确定撤回")
    await worked(scene)
    zhou.sees("已删除等补项目的草稿 2 行")
    zhou.sees_not("0 单")
    assert zhou.count("等业务员补项目 2 行") == 0
    await zhou.goes_home()
    zhou.sees_not("待核对订单")


@after(stocked)
async def test_a_name_that_isnt_known_may_be_a_new_project(
    scene: Scene, li: Person, zhou: Person, chen: Person
) -> None:
    await sends(zhou, sheet(row(STAR, 100, project=("新风机", "")), row(STAR, 200, project=("新风机", ""))))
    await zhou.taps("确认名称 (1)")
    await zhou.taps("新项目，请业务员补 (2)")
    await worked(scene)
    zhou.sees("可录入 0 行", "等业务员补项目 2 行")
    await zhou.taps("开始导入")
    await worked(scene)
    li.finds("有一单等您补项目", "新风机 100")
