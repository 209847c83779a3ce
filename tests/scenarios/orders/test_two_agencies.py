"""A customer that goes from one agency to another: what the one sold it the other never learns."""

from __future__ import annotations

from tests.cast import Person, Scene, after, everywhere
from tests.scenarios.imports.test_import import worked
from tests.scenarios.orders.files import row, sheet
from tests.scenarios.orders.office import STAR, stocked


async def _goes_to_another_agency(scene: Scene, li: Person, wang: Person, chen: Person) -> None:
    """王芳 claims it from the pool: its projects come along."""
    await li.goes_home()
    await li.taps("我的客户")
    await li.picks("星河")
    await li.taps("放弃保护")
    await li.says("客户已停产")
    await li.taps("放弃保护")
    await scene.later(days=2)
    await wang.goes_home()
    await wang.taps("资源池")
    await wang.taps("1")
    await wang.taps("申请该客户")
    if "继续" in wang.buttons:
        await wang.taps("继续")
    for _ in range(6):
        if "提交" in wang.buttons:
            break
        await wang.taps("直接核对" if "直接核对" in wang.buttons else "跳过")
    await wang.taps("提交")
    await chen.approves(STAR)
    await scene.later(days=1)


@everywhere
@after(stocked)
async def test_neither_agency_learns_what_the_other_sold_a_customer_for(
    scene: Scene, li: Person, zhou: Person, wang: Person, chen: Person
) -> None:
    await zhou.says("星河 变频空调主控 5k 3.15元 昨天")
    await zhou.taps("确认")
    await _goes_to_another_agency(scene, li, wang, chen)
    await wang.goes_home()
    await wang.says("星河 变频空调主控 老价格 5k")
    wang.sees("单价")
    wang.sees_not("3.15")
    await wang.taps("取消")
    await wang.says("星河 变频空调主控 90k 1元")
    wang.sees_not("3.15", "上次单价", "以往最多")
    await wang.taps("确认")
    await wang.taps("主页")
    await wang.sends("12月.xlsx", sheet(row(STAR, 200_000, 7.77, day="2026-12-06")))
    await worked(scene)
    wang.sees("与上次 1")
    wang.sees_not("3.15", "5000")

    await zhou.goes_home()
    await zhou.says("星河 变频空调主控 20k 3.3元 12月1日")  # 1 元 and 90,000 pieces are the other's
    zhou.sees("以往最多 5,000 片")
    zhou.sees_not("90,000", "1.00")
