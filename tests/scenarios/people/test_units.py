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


@everywhere
async def test_a_unit_is_renamed_with_all_that_hangs_on_it(
    scene: Scene, admin: Person, liu: Person, chen: Person
) -> None:
    await looks_at_units(admin)
    await admin.says("huanan")
    admin.sees("华南 · 省区", "审批流程　签约渠道经理 → 刘经理 → 管理员")
    await admin.taps("改名")
    admin.sees("新名称", "负责省份　广东、广西、海南", "省区负责人　刘经理", "渠道经理　", "代理商　2")
    await admin.says("华东")
    await admin.taps("提交")
    admin.sees("“华东”已存在", "新名称")
    await admin.says("华南大区")
    await admin.taps("提交")
    admin.sees("已改名为 华南大区")
    await admin.taps("华南大区")
    admin.sees("华南大区 · 省区", "负责省份　广东、广西、海南", "审批流程　签约渠道经理 → 刘经理 → 管理员")
    chen.sees("管理员 已将 华南 改名为 华南大区")
    await chen.goes_home()
    chen.sees("陈经理 · 华南大区 · 渠道经理")
    await scene.db.transact(lambda conn: scene.bot.app.begin(conn, scene.now))
    await looks_at_units(admin)
    admin.sees("华南大区")
    await admin.goes_home()
    await admin.taps("管理")
    await admin.taps("变更记录")
    admin.sees("省区改名 · 华南大区 · 华南 → 华南大区")


@everywhere
async def test_a_unit_that_has_something_ends_by_becoming_another(
    scene: Scene, admin: Person, liu: Person, chen: Person, li: Person, wu: Person
) -> None:
    bai = await scene.manager("白经理", "粤港")
    await looks_at_units(admin)
    await admin.picks("华南")
    await admin.taps("撤并")
    admin.sees(
        "华南 · 省区", "负责省份　广东、广西、海南", "省区负责人　刘经理", "刘经理", "陈经理", "代理商　2", "并入"
    )
    await admin.picks("粤港")
    admin.sees("请核对", "粤港")
    await admin.taps("确认撤并")
    admin.sees("已撤并，全部归入 粤港")
    for manager in (chen, liu, bai):
        manager.finds("管理员 已将 华南 并入 粤港，省份、人员和 2 家代理商一并归入 粤港")
    await admin.taps("粤港")
    admin.sees("负责省份　广东、广西、海南", "省区负责人　刘经理", "陈经理", "合作代理商　2")
    await looks_at_units(admin)
    admin.sees_not("华南")
    await scene.db.transact(lambda conn: scene.bot.app.begin(conn, scene.now))
    await li.reports("深圳市星河联创电子有限公司")
    await chen.approves("深圳市星河联创电子有限公司")
    li.sees("保护至")
    await registers(scene, wu)
    chen.sees(BLUE, "[批准]")
    bai.sees(BLUE, "[批准]")
    await admin.goes_home()
    await admin.taps("管理")
    await admin.taps("变更记录")
    admin.sees("撤并省区 · 华南 · 并入 粤港 · 代理商 2 家")
    await looks_at_units(admin)
    await admin.taps("新建")
    await admin.says("华南")
    await admin.taps("省区")
    await admin.says("广西、海南")
    await admin.taps("提交")
    admin.sees("已新建 华南")


async def test_the_path_that_the_policy_names_a_unit_for_stays_its_own(admin: Person) -> None:
    await looks_at_units(admin)
    await admin.picks("教育行业")
    path = next(line for line in admin.screen.splitlines() if line.startswith("审批流程"))
    assert path != "审批流程　签约渠道经理 → 刘经理 → 管理员"
    await admin.taps("改名")
    await admin.says("教科行业")
    await admin.taps("提交")
    await admin.taps("教科行业")
    admin.sees(path)


async def test_a_unit_that_has_nothing_ends_alone(scene: Scene, admin: Person) -> None:
    await scene.manager("白经理", "医疗行业")
    await looks_at_units(admin)
    await admin.picks("教育行业")
    await admin.taps("撤并")
    admin.sees("撤销后不影响任何人", "[确认撤并]")
    await admin.taps("确认撤并")
    admin.sees("已撤销 教育行业")


async def test_a_word_that_is_no_province_is_named(scene: Scene, admin: Person) -> None:
    await looks_at_units(admin)
    await admin.picks("华北")
    await admin.taps("调入省份")
    await admin.says("辽宁、火星、吉林")
    admin.sees("“火星”", "其余已勾选", "完成（2）")
    await admin.taps("完成")
    admin.sees("请核对", "东北 · 辽宁、东北 · 吉林")


async def test_a_unit_opens_by_its_name_wherever_it_is_written(admin: Person, liu: Person) -> None:
    await admin.taps("管理")
    await admin.says("华南")
    admin.sees("华南 · 省区", "[改名] [撤并]")
    await liu.says("华东")
    liu.sees_not("华东 · 省区")
