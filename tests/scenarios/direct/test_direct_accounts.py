"""直供客户: nobody may report the vendor's own accounts; the answer is that of any held customer, the manager's card says why."""

from __future__ import annotations

from tests.cast import Person, Scene, after
from tests.cast.customers import held, reported
from tests.cast.doings import pasted
from tests.documents.workbooks import customer, listing, workbook
from tests.scenarios.imports.test_import import WHY, received, sends_list, worked

STAR = "深圳市星河联创电子有限公司"
MOON = "东莞市明月精密仪器有限公司"
CODE = "91440300708461136T"


async def adds(admin: Person, name: str, code: str = "") -> None:
    await admin.goes_home()
    await admin.taps("管理")
    await admin.taps("直供客户")
    await admin.taps("添加")
    await admin.says(name)
    if "继续" in admin.buttons:
        await admin.taps("继续")
    if code:
        await admin.says(code)
    else:
        await admin.taps("跳过")
    await admin.taps("提交")
    admin.sees("已加入直供客户", name)


async def test_nobody_may_report_one_and_the_answer_is_as_any_other(
    admin: Person, li: Person, wang: Person, chen: Person
) -> None:
    await wang.reports(MOON)
    await chen.approves(MOON)
    await adds(admin, STAR)
    screens = []
    for name in (STAR, MOON):
        await li.goes_home()
        await li.taps("报备客户")
        await li.says(name)
        screens.append((li.screen.replace(name, "…"), li.buttons))
    assert screens[0] == screens[1]
    li.sees("暂不可报备", "[申诉]")
    li.sees_not("直供")
    await chen.goes_home()
    await chen.taps("更多")
    await chen.taps("被拒查询")
    chen.sees(STAR[:6], "直供客户")


async def test_its_code_and_its_other_names_are_known(admin: Person, li: Person, wang: Person) -> None:
    await adds(admin, STAR, CODE)
    await admin.taps("直供客户")
    await admin.taps("1")
    admin.sees(STAR, CODE, "管理员")
    await admin.taps("添加别名")
    await admin.says("深圳老星河电子有限公司")
    await admin.taps("提交")
    await li.taps("报备客户")
    await li.says("深圳老星河电子有限公司")
    li.sees("暂不可报备")
    await wang.taps("报备客户")
    await wang.says("广州完全不同电器有限公司")
    await wang.says(CODE)
    wang.sees("暂不可报备")


async def test_a_look_alike_of_one_stands_on_the_managers_card_as_the_vendors(
    admin: Person, li: Person, chen: Person
) -> None:
    await adds(admin, STAR)
    await li.says(pasted("深圳星河联创电子有限公司"))
    li.sees("有相近名称")
    li.sees_not("直供", STAR)
    await li.taps("继续")
    await li.taps("提交")
    chen.sees("相近", STAR, "直供")
    li.sees_not("直供")


@after(held)
async def test_one_that_is_held_is_told_before_and_what_was_granted_runs_to_its_end(
    scene: Scene, admin: Person, li: Person, wang: Person, chen: Person
) -> None:
    await admin.taps("管理")
    await admin.taps("直供客户")
    await admin.taps("添加")
    await admin.says(STAR)
    admin.sees("深圳南山电子 李明", "保护至 2027-02-23", "到期不进资源池", "[继续]")
    await admin.taps("继续")
    await admin.taps("跳过")
    await admin.taps("提交")
    await li.goes_home()
    await li.taps("我的客户")
    li.sees("星河")
    await li.picks("星河")
    await li.taps("放弃保护")
    await li.says("客户已停产")
    await li.taps("放弃保护")
    await wang.taps("资源池")
    wang.sees("暂时没有客户")
    await scene.later(days=2)
    await wang.goes_home()
    await wang.taps("报备客户")
    await wang.says(STAR)
    wang.sees("暂不可报备")


@after(reported)
async def test_a_report_that_waits_is_told_before_and_cannot_be_approved(
    admin: Person, li: Person, chen: Person
) -> None:
    approve = chen.button("批准", on=STAR)
    await admin.taps("管理")
    await admin.taps("直供客户")
    await admin.taps("添加")
    await admin.says(STAR)
    admin.sees("1 份报备正在审批", "不能再批准")
    await admin.taps("继续")
    await admin.taps("跳过")
    await admin.taps("提交")
    chen.sees(STAR, "⚠ 直供客户：不能批准，请驳回", "[驳回]")
    chen.sees_not("[批准]")
    await chen.presses(approve)
    chen.sees("⚠ 直供客户：不能批准")
    li.sees_not("报备通过")
    await chen.rejects(STAR)
    li.sees("驳回")


async def test_an_appeal_for_one_is_judged_and_cannot_be_accepted_before_it_left_the_list(
    admin: Person, li: Person, liu: Person
) -> None:
    await adds(admin, STAR)
    await li.taps("报备客户")
    await li.says(STAR)
    await li.taps("申诉")
    await li.says("这是我们三年的老客户")
    await li.taps("提交")
    liu.sees(STAR, "⚠ 直供客户：移出名单前，申诉不能成立", "[维持原决定]")
    liu.sees_not("[申诉成立]")
    await admin.taps("直供客户")
    await admin.taps("1")
    await admin.taps("移出名单")
    await admin.taps("确定移出")
    await liu.taps("申诉成立", on=STAR)
    li.sees("申诉成立")


async def test_removed_it_may_be_reported(admin: Person, li: Person) -> None:
    await adds(admin, STAR)
    await admin.taps("直供客户")
    await admin.says("xhlc")
    await admin.taps("1")
    await admin.taps("移出名单")
    admin.sees("代理商可以报备该客户")
    await admin.taps("确定移出")
    await li.taps("报备客户")
    await li.says(STAR)
    li.sees("统一社会信用代码")


async def test_it_stands_twice_in_no_list(admin: Person) -> None:
    await adds(admin, STAR)
    await admin.taps("添加")
    await admin.says(STAR)
    await admin.taps("跳过")
    await admin.taps("提交")
    admin.sees("已在直供客户名单中")


async def test_a_list_of_them_comes_in_and_brings_back_what_somebody_holds(
    scene: Scene, admin: Person, li: Person, wang: Person, chen: Person
) -> None:
    await li.reports(MOON)
    await chen.approves(MOON)
    await admin.taps("管理")
    await admin.taps("直供客户")
    await admin.taps("Excel 导入")
    rows = (
        ("客户名称", "统一社会信用代码", "说明"),
        (STAR, CODE, "老客户"),
        (MOON, ""),
        ("深圳市南山区科技园路1号", ""),
    )
    await admin.sends("直供.xlsx", workbook(*rows))
    await admin.taps("提交")
    await worked(scene)
    admin.sees("未用到的列：说明", "可导入 1 行")
    await admin.taps("开始导入")
    await worked(scene)
    held, refused = received(admin)
    assert held[1] == MOON
    assert "李明" in held
    assert "像是地址" in str(refused[WHY])
    await wang.taps("报备客户")
    await wang.says(STAR)
    wang.sees("暂不可报备")


async def test_lists_sent_in_a_row_are_asked_about_one_by_one_and_say_what_will_come_of_them(
    scene: Scene, admin: Person
) -> None:
    await admin.goes_home()
    for name in ("甲.xlsx", "乙.xlsx", "丙.xlsx"):
        await admin.sends(
            name, workbook(("客户名称", "代理商", "代理商联系人"), (name[0] + MOON, "深圳南山电子", "李明"))
        )
    admin.sees("已收到 甲.xlsx", "这是什么清单", "又收到 丙.xlsx，之后还有 2 份待选", "baobei import agencies")
    await admin.taps("导入客户")
    admin.sees("已收到 乙.xlsx", "之后还有 1 份待选")
    await admin.taps("直供客户")
    admin.sees("已收到 丙.xlsx")
    admin.sees_not("待选")
    await admin.taps("导入客户")
    await worked(scene)
    admin.finds("甲.xlsx", "乙.xlsx", "丙.xlsx", "代理商不能再报备")


async def test_lists_that_were_not_answered_yet_wait_at_home(scene: Scene, admin: Person) -> None:
    await admin.goes_home()
    for name in ("甲.xlsx", "乙.xlsx", "丙.xlsx"):
        await admin.sends(name, workbook(("客户名称",), (name[0] + MOON,)))
    await admin.goes_home()
    await admin.taps("更多")
    await admin.goes_home()
    await admin.picks("继续：“甲.xlsx、乙.xlsx、丙")
    admin.sees("已收到 甲.xlsx", "丙.xlsx，之后还有 2 份待选")
    await admin.taps("不导入这份")
    await admin.taps("直供客户")
    admin.sees("已收到 丙.xlsx")
    await admin.goes_home()
    await admin.taps("继续：“丙.xlsx”")
    await admin.taps("不导入这份")
    admin.sees("这份清单没有导入")
    admin.sees_not("继续：")
    await worked(scene)
    admin.finds("乙.xlsx", "代理商不能再报备")


async def test_the_vendors_customer_list_takes_none_of_them(admin: Person) -> None:
    await adds(admin, STAR)
    await sends_list(admin, listing(customer(STAR)))
    admin.sees("可导入 0 行", "冲突，不能导入 1 行")
    await admin.taps("需核对的行（Excel）")
    await worked(admin.scene)
    (row,) = received(admin)
    assert "直供客户" in str(row[WHY])


async def test_a_correction_to_ones_name_is_closed_as_any(admin: Person, li: Person, chen: Person) -> None:
    await li.reports(MOON)
    await chen.approves(MOON)
    await adds(admin, STAR)
    await li.goes_home()
    await li.taps("我的客户")
    await li.picks("明月")
    await li.taps("更正资料")
    await li.taps("修改")
    await li.picks("客户名称")
    await li.says(STAR)
    await li.taps("提交")
    li.sees("该客户目前不开放报备")
    li.sees_not("直供")


async def test_only_an_administrator_keeps_the_list(chen: Person, li: Person) -> None:
    for person in (chen, li):
        await person.goes_home()
        await person.taps("更多")
        person.sees_not("直供客户")
        await person.scene.brings(person, "direct_accounts", {})
        person.sees_not("添加")
