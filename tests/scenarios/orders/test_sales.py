"""销售记录 as it is read: narrowed by several things at once, and counted by what was shipped."""

from __future__ import annotations

from tests.cast import Person, Scene, after, everywhere
from tests.scenarios.orders.office import stocked


async def logged(scene: Scene, li: Person, zhou: Person, chen: Person) -> None:
    """Of December 周助理's and 李明's, of November one more."""
    await stocked(scene, li, chen)
    for person, said in (
        (zhou, "星河 变频空调主控 5k 3.2元 批次 A12 昨天"),
        (li, "星河 空调遥控器 2万 0.85 昨天"),
        (zhou, "星河 空调遥控器 1万 0.85 昨天"),
        (li, "星河 空调遥控器 3万 0.85 11月30日"),
    ):
        await person.says(said)
        await person.taps("确认")


async def narrows(person: Person, *taps: str) -> None:
    await person.taps("筛选")
    for each in taps:
        await person.taps(each)


@everywhere
@after(logged)
async def test_a_list_is_narrowed_by_time_project_and_author_together(
    scene: Scene, li: Person, zhou: Person, chen: Person
) -> None:
    await chen.opens_customer("星河")
    await chen.taps("销售记录")
    chen.sees("共 65,000 片")
    await narrows(chen, "按项目", "空调遥控器")
    chen.sees("只看：空调遥控器", "共 60,000 片", "30,000 × 0.85 元", "10,000 × 0.85 元")
    chen.sees_not("5,000 × 3.20")
    await narrows(chen, "本月")
    chen.sees("只看：本月、空调遥控器", "共 30,000 片")
    await narrows(chen, "按录入人", "李明")
    chen.sees("只看：本月、空调遥控器、李明", "共 20,000 片", "DD-2026-00002")
    chen.sees_not("DD-2026-00001", "DD-2026-00003", "DD-2026-00004")
    await narrows(chen, "按录入人")
    chen.sees("[周助理]", "[李明]")
    await chen.taps("周助理")
    chen.sees("只看：本月、空调遥控器、周助理", "共 10,000 片", "DD-2026-00003")
    await narrows(chen, "上月")
    chen.sees("只看：上月、空调遥控器、周助理", "没有符合")
    await chen.taps("全部订单")
    chen.sees("DD-2026-00001", "DD-2026-00004", "共 65,000 片")
    chen.sees_not("只看")


@everywhere
@after(logged)
async def test_what_was_shipped_counts_in_its_own_month_by_one_tap(
    scene: Scene, li: Person, zhou: Person, chen: Person
) -> None:
    """Half of an order goes in December, the rest in January, in which nothing was sold."""
    await zhou.replies("已录入 DD-2026-00001", "发 2k A12 今天")
    await zhou.opens_customer("星河")
    await zhou.taps("销售记录")
    zhou.sees_not("[按发货]")
    await narrows(zhou, "按项目", "变频空调主控")
    await narrows(zhou, "本月")
    zhou.sees("共 5,000 片、16,000.00 元", "[按发货]")
    await zhou.taps("按发货")
    zhou.sees("只看：本月、变频空调主控", "按发货共 2,000 片、6,400.00 元", "[按签约]")
    await scene.later(days=31)
    await zhou.replies("已录入 DD-2026-00001", "发 3k A12 今天")
    await zhou.opens_customer("星河")
    await zhou.taps("销售记录")
    await narrows(zhou, "本月")
    zhou.sees("没有符合", "[按发货]")
    await zhou.taps("按发货")
    zhou.sees("按发货共 3,000 片、9,600.00 元", "[按签约]")
    await zhou.taps("按签约")
    zhou.sees("没有符合")
    zhou.sees_not("按发货共")
