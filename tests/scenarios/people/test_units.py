"""省区与行业: an administrator adds units, gives them provinces, and a registration goes to whoever covers its own."""

from __future__ import annotations

from tests.cast import Person, Scene, everywhere
from tests.scenarios.registration.test_registration import BLUE, registers


async def looks_at_units(admin: Person) -> None:
    await admin.goes_home()
    await admin.taps("人员管理")
    await admin.taps("省区与行业")


@everywhere
async def test_a_new_unit_takes_its_provinces_from_those_that_had_them(
    scene: Scene, admin: Person, liu: Person, chen: Person, wu: Person
) -> None:
    bai = await scene.manager("白经理", "粤港")
    await looks_at_units(admin)
    await admin.picks("粤港")
    admin.sees("粤港 · 省区", "渠道经理　白经理", "审批流程　签约渠道经理 → ")
    admin.sees_not("负责省份")
    await admin.taps("调入省份")
    admin.sees("省份")
    await admin.says("广东、香港")
    await admin.taps("提交")
    admin.sees("粤港：省份已调入")
    await admin.taps("粤港")
    admin.sees("负责省份　广东、香港")
    liu.sees("管理员 已将 广东 从 华南 调入 粤港")
    await looks_at_units(admin)
    admin.sees("华南 · 省区负责人 刘经理", "广西、海南")
    await registers(scene, wu)
    bai.sees(BLUE, "[批准]")
    chen.finds_not(BLUE)


async def test_a_unit_that_is_added_says_what_it_covers(scene: Scene, admin: Person) -> None:
    await looks_at_units(admin)
    await admin.taps("新建")
    await admin.says("长三角")
    await admin.taps("省区")
    await admin.says("上海、江苏、浙江")
    await admin.taps("提交")
    admin.sees("已新建 长三角")
    await admin.taps("长三角")
    admin.sees("负责省份　上海、江苏、浙江", "省区负责人　空缺", "暂无，注册由管理员审批", "[调入省份]")
    await looks_at_units(admin)
    await admin.taps("新建")
    await admin.says("医疗行业")
    await admin.taps("行业")
    await admin.taps("提交")
    await admin.taps("医疗行业")
    admin.sees("医疗行业 · 行业")
    admin.sees_not("[调入省份]")


async def test_a_restart_leaves_units_and_provinces_as_the_chat_has_them(scene: Scene, admin: Person) -> None:
    await looks_at_units(admin)
    await admin.picks("华北")
    await admin.taps("调入省份")
    await admin.says("辽宁")
    await admin.taps("提交")
    await scene.db.transact(lambda conn: scene.bot.app.begin(conn, scene.now))
    await admin.taps("华北")
    admin.sees("负责省份　北京、天津、河北、山西、内蒙古、辽宁")
