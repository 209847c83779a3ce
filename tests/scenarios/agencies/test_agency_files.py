"""代理商档案: looked at, found among many, corrected at once or through the manager and the head; personal data put right."""

from __future__ import annotations

from dataclasses import replace

from bot.serving.work import DeskWork
from domain.base.rights import EVERYTHING
from domain.people.records import Account, AgencyState
from tests.cast import Person, Scene, after, everywhere
from tests.cast.contracts import begins, signs
from tests.cast.customers import reported
from tests.scenarios.people.test_people import ends, opens_person, opens_person_of_the_vendor
from tests.scenarios.registration.test_registration import registers

STAR = "深圳市星河联创电子有限公司"
NAME, SHORT, NEW = "深圳市南山电子有限公司", "深圳南山电子", "深圳市南山半导体有限公司"
CODE = "91440300708461136T"
ACTS_AT_ONCE, ACTS_NAME = 8, 11
"""From home: a phone number; a name with the short name that goes with it, and on what it rests."""


async def opens_file(person: Person, name: str = SHORT) -> None:
    """Of the own agency, or of one that the vendor looks after."""
    await person.goes_home()
    await person.taps("人员管理")
    if "公司资料" in person.buttons:
        await person.taps("公司资料")
        return
    await person.taps("代理商")
    await person.picks(name)


async def corrects(person: Person, number: str, value: str) -> None:
    """An answer of the form, from the file."""
    await person.taps("更正资料")
    await person.taps("修改")
    await person.taps(number)
    await person.says(value)


async def asks_for_another_name(person: Person) -> None:
    await opens_file(person)
    await corrects(person, "1", NEW)
    person.sees("以下 1 项要重填：简称")
    await person.taps("确认更改")
    person.sees("简称", "跳过则用全称")
    await person.says("南山半导体")
    person.sees("变更依据")
    await person.says("2026-11-20 已办工商变更")
    person.sees("陈经理 → 刘经理")
    await person.taps("提交")


@everywhere
async def test_a_new_number_is_there_at_once_and_the_other_side_reads_it(
    scene: Scene, sun: Person, chen: Person
) -> None:
    sun.acts = 0
    await opens_file(sun)
    sun.sees(
        NAME,
        "简称 深圳南山电子 · 合作中 · 华南",
        "广东 深圳",
        "渠道经理 陈经理",
        "2026 财年签约　未提交",
        "人员 4 · 在保客户 0",
    )
    await corrects(sun, "5", "0755-83765566")
    await sun.taps("提交")
    assert sun.acts <= ACTS_AT_ONCE
    sun.sees("✅ 已更正：联系电话", "[代理商档案]")
    await opens_file(chen)
    chen.sees(NAME, "0755-8376 5566", "[邀请人员] [人员 (4)]", "[合作状态]")
    await corrects(chen, "7", "南山区高新南一道 2 号")
    await chen.taps("提交")
    sun.sees("陈经理 已更正贵公司资料：地址")


@everywhere
@after(reported)
async def test_another_name_goes_through_the_manager_and_the_head_and_then_stands_everywhere(
    scene: Scene, li: Person, sun: Person, chen: Person, liu: Person, admin: Person, wu: Person
) -> None:
    sun.acts = 0
    await asks_for_another_name(sun)
    assert sun.acts <= ACTS_NAME
    sun.sees("⏳ 已提交 ZL-2026-00001", "陈经理 → 刘经理 批准后生效")
    chen.sees(
        "公司资料变更 ZL-2026-00001",
        f"{NAME} → {NEW}",
        "简称 深圳南山电子 → 南山半导体",
        "变更依据　2026-11-20 已办工商变更",
    )
    await chen.approves("ZL-2026-00001")
    await li.goes_home()
    li.sees("李明 · 深圳南山电子")
    liu.sees("公司资料变更 ZL-2026-00001")
    await liu.approves("ZL-2026-00001")
    for person in (li, sun, chen):
        person.sees("公司资料已变更：南山半导体", f"{NAME} → {NEW}")
    await li.goes_home()
    li.sees("李明 · 南山半导体")
    chen.finds("南山半导体 · 李明")  # the card that waits, renewed
    await chen.goes_home()
    await chen.taps("待审批")
    chen.sees("南山半导体 李明")
    await chen.goes_home()
    await chen.taps("人员管理")
    await chen.taps("代理商")
    await chen.says("南山电子")
    chen.sees("1 南山半导体 · 合作中 · 陈经理", "已更名，原 深圳市南山电子有限公司")
    await chen.taps("1")
    chen.sees(NEW, "已更名，原 深圳市南山电子有限公司、深圳南山电子")
    await registers(scene, wu, name="深圳市南山电子有限公司", city="深圳")
    chen.sees("同名或相近的代理商：南山半导体（已更名，原 深圳市南山电子有限公司）")


async def test_what_the_head_refuses_stays_as_it_was_and_says_why(sun: Person, chen: Person, liu: Person) -> None:
    await asks_for_another_name(sun)
    await sun.goes_home()
    await sun.says("ZL-2026-00001")
    sun.sees("公司资料变更 ZL-2026-00001", "待 陈经理 审批", "[撤回]")
    await chen.approves("ZL-2026-00001")
    await liu.rejects("ZL-2026-00001", "与执照不符")
    sun.sees("资料变更未通过 ZL-2026-00001", "刘经理", "与执照不符", "[修改后再提交]")
    await sun.taps("修改后再提交")
    sun.sees(f"1 公司名称　{NEW}", "2 简称　南山半导体", "变更依据　2026-11-20 已办工商变更", "陈经理 → 刘经理")
    await sun.taps("取消")
    await sun.taps("放弃")
    await opens_file(sun)
    sun.sees(NAME)
    sun.sees_not(NEW)


async def test_a_short_name_that_came_of_the_former_name_is_kept_only_by_a_word(sun: Person) -> None:
    await opens_file(sun)
    await corrects(sun, "1", NEW)
    await sun.taps("确认更改")
    sun.sees_not("[深圳南山电子]")
    await sun.says(SHORT)
    sun.sees("“深圳南山电子”出自原名称，列表会仍显示它", "[仍用此简称]", "[改]")
    await sun.taps("改")
    await sun.taps("清空")
    sun.sees("变更依据")
    await sun.taps("跳过")
    sun.sees("2 简称　—", "陈经理 → 刘经理")


async def test_it_is_taken_back_where_requests_are_and_asked_for_anew(sun: Person, chen: Person) -> None:
    await asks_for_another_name(sun)
    await opens_file(sun)
    sun.sees("资料变更 ZL-2026-00001 审批中", "[变更进度]")
    await corrects(sun, "3", CODE)
    await sun.taps("跳过")
    await sun.taps("提交")
    sun.sees("已有资料变更 ZL-2026-00001 正在审批")
    await sun.taps("取消")
    await sun.taps("放弃")
    await sun.goes_home()
    await sun.taps("申请处理")
    await sun.taps("申诉与更正")
    sun.sees(NEW, "公司资料变更 · ⏳ 待审批 · ZL-2026-00001")
    await sun.taps("1")
    await sun.taps("撤回")
    await sun.taps("确认撤回")
    chen.finds("已撤回 · 孙总")
    await asks_for_another_name(sun)
    sun.sees("ZL-2026-00002")


async def test_where_the_agency_ends_nobody_need_decide_its_name(sun: Person, chen: Person, liu: Person) -> None:
    await asks_for_another_name(sun)
    await ends(chen, SHORT)
    chen.finds("已撤回 · 陈经理")
    sun.sees("更正和资料变更已撤回")
    await sun.goes_home()
    sun.sees("仅可查看原有记录")
    sun.sees_not("[人员管理]")


async def test_colleagues_other_agencies_and_strangers_see_no_file(
    scene: Scene, li: Person, qian: Person, wu: Person, sun: Person
) -> None:
    for person, dialog in ((li, "agency"), (li, "correct_agency"), (qian, "agency"), (qian, "correct_agency")):
        await scene.brings(person, dialog, {"agency": 1})
        person.sees_not(NAME, "更正公司资料")
    await wu.opens()
    wu.sees_not("公司资料")
    await opens_file(qian)
    qian.sees("广州市天河微电科技有限公司")
    await li.goes_home()
    li.sees_not("[人员管理]")


async def test_the_head_and_administrators_name_another_manager(
    scene: Scene, sun: Person, chen: Person, liu: Person, admin: Person
) -> None:
    await opens_file(chen)
    chen.sees_not("[更换渠道经理]")
    await chen.taps("合作状态")
    chen.sees_not("[更换渠道经理]")
    await scene.brings(chen, "change_manager", {"agency": 1})
    chen.sees("没有权限")
    await opens_file(liu)
    await liu.taps("更换渠道经理")
    await liu.picks("刘经理")
    await liu.taps("提交")
    chen.sees("刘经理 已将 深圳南山电子 的渠道经理改为 刘经理", "在审的申请仍由您处理")
    sun.sees("贵公司的渠道经理现为 刘经理")


async def test_the_contract_of_the_year_stands_in_the_file(sun: Person, chen: Person) -> None:
    await signs(sun)
    await opens_file(chen)
    chen.sees("2026 财年签约　未提交", "2027 财年签约　⏳ 审批中 · HT-2027-0001 · 金牌分销商", "[2027 合同]")
    await chen.taps("2027 合同")
    chen.sees("HT-2027-0001")


async def test_a_contract_begun_under_the_new_name_proposes_it(sun: Person, chen: Person, liu: Person) -> None:
    await asks_for_another_name(sun)
    await chen.approves("ZL-2026-00001")
    await liu.approves("ZL-2026-00001")
    await begins(sun)
    await sun.says(f"公司注册名称：{NEW}")
    sun.sees_not(NAME)


# --- among many -------------------------------------------------------------------------------------------------------


def lays_many(work: DeskWork) -> None:
    unit = next(each for each in work.people.units() if each.name == "华南")
    managers = {each.name: each.id for each in work.people.managers_of_unit(unit.id)}
    liu = work.people.account(managers["刘经理"])
    work.people.keep_account(liu, replace(liu, employee_number="A1024"))
    for place in range(500):
        work.people.add_agency(
            name=f"东莞市第{place:03}电子有限公司",
            unit_id=unit.id,
            manager_id=managers["刘经理" if place == 7 else "陈经理"],
            state=AgencyState.ACTIVE,
            credit_code=CODE if place == 77 else None,
        )


@everywhere
async def test_one_of_five_hundred_is_found_by_name_pinyin_code_manager_or_employee_number(
    scene: Scene, admin: Person
) -> None:
    await scene.lays(lays_many)
    await admin.taps("人员管理")
    await admin.taps("代理商")
    admin.sees("代理商 · 502", "1/84")
    for typed, name in (
        ("第123电子", "东莞市第123电子有限公司"),
        ("dongguanshidi200", "东莞市第200电子有限公司"),
        ("gzthwd", "广州天河微电"),
        (CODE, "东莞市第077电子有限公司"),
        ("刘经理", "东莞市第007电子有限公司"),
        ("liujingli", "东莞市第007电子有限公司"),
        ("a1024", "东莞市第007电子有限公司"),
    ):
        await admin.says(typed)
        admin.sees("代理商 · 1", f"1 {name}", "[全部代理商]")
    for typed in ("0001", "cjl 0001"):  # as every choice of a manager calls him: 陈经理 · 华南 · 0001
        await admin.says(typed)
        admin.sees("代理商 · 501")
    await admin.says("0002 " + "9" * 40)
    admin.sees("没有找到")
    await admin.says("0002")
    admin.sees("没有找到")  # 刘经理 goes by A1024
    await admin.says("陈经理 南山")
    admin.sees("1 深圳南山电子")
    await admin.taps("全部代理商")
    admin.sees("代理商 · 502")


# --- personal data ----------------------------------------------------------------------------------------------------


@everywhere
async def test_an_owner_opens_his_own_card_and_puts_his_data_right(scene: Scene, sun: Person, chen: Person) -> None:
    await opens_person(sun, "孙总")
    sun.sees("孙总", "公司主账户 · 已加入", "[更正资料]")
    sun.sees_not("[重发邀请链接]", "[停用]", "[更改类型]")
    await sun.taps("更正资料")
    sun.sees("邮箱")
    await sun.says("sun@example.com")
    sun.sees("请核对", "2 手机号码　—")
    await sun.taps("修改")
    await sun.taps("2")
    await sun.says("13800138000")
    await sun.taps("提交")
    sun.sees("已更正：邮箱、手机号码")
    await sun.taps("人员资料")
    sun.sees("sun@example.com", "138 0013 8000")


async def test_a_salesperson_puts_his_own_data_right_and_nobody_elses(
    scene: Scene, li: Person, sun: Person, wang: Person
) -> None:
    await li.goes_home()
    await li.opens_more("我的资料")
    li.sees("李明", "业务员 · 已加入")
    await li.taps("更正资料")
    await li.says("li@example.com")
    await li.taps("提交")
    li.sees("已更正：邮箱")
    his = await scene.lays(lambda work: int(next(a.id for a in _staff(work) if a.name == "李明")))
    await scene.brings(wang, "correct_person", {"account": his})
    wang.sees_not("li@example.com", "邮箱")
    await opens_person(sun, "李明")
    await sun.taps("更正资料")
    await sun.taps("修改")
    await sun.taps("2")
    await sun.says("13900139000")
    await sun.taps("提交")
    li.sees("孙总 已更正您的资料：手机号码")


def _staff(work: DeskWork) -> list[Account]:
    return [a for each in work.people.agencies(EVERYTHING) for a in work.people.accounts_of_agency(each.id)]


async def test_a_manager_is_found_by_his_employee_number_which_is_nobody_elses(
    scene: Scene, li: Person, chen: Person, liu: Person, admin: Person
) -> None:
    for boss, name in ((admin, "刘经理"), (admin, "陈经理")):
        await opens_person_of_the_vendor(boss, name)
        await boss.taps("更正资料")
        await boss.says(f"{'liu' if name == '刘经理' else 'chen'}@example.com")
        await boss.taps("修改")
        await boss.taps("3")
        await boss.says("a1024")
        await boss.taps("提交")
    admin.sees("工号 A1024 是 刘经理 的")
    liu.sees("管理员 已更正您的资料：邮箱、工号")
    await li.reports(STAR)
    await chen.taps("转交", on=STAR)
    await chen.says("A1024")
    chen.sees("刘经理")
    await chen.taps("跳过")
    await chen.taps("提交")
    liu.sees(STAR, "[批准]")


async def test_from_home_an_agency_is_found_by_name_and_code_and_a_manager_by_his_number(
    scene: Scene, li: Person, chen: Person, admin: Person
) -> None:
    def lay(work: DeskWork) -> None:
        agency = next(each for each in work.agency_files.found(EVERYTHING, SHORT, 0, 1)[0])
        work.people.keep_agency(replace(agency, credit_code=CODE))
        liu = next(each for each in work.people.vendor_accounts() if each.name == "刘经理")
        work.people.keep_account(liu, replace(liu, employee_number="A1024"))

    await scene.lays(lay)
    for person in (chen, admin):
        for words in ("南山电子", "nanshandianzi", CODE):
            await person.goes_home()
            await person.says(words)
            person.sees(NAME, "渠道经理 陈经理")
    await chen.goes_home()
    await chen.says("陈经理")
    chen.sees("这是什么？", "[人员 陈经理]")
    await chen.taps("代理商 (2)")
    chen.sees("代理商", "深圳南山电子", "广州天河微电")
    await admin.goes_home()
    await admin.says("a1024")
    admin.sees("刘经理", "A1024", "工号")
    await li.reports("深圳市南山电子商务有限公司")
    await chen.approves("深圳市南山电子商务有限公司")
    await chen.goes_home()
    await chen.says("南山电子")
    chen.sees("[查找客户 (1)]", "[代理商 深圳南山电子]")
    await chen.taps("代理商 深圳南山电子")
    chen.sees(NAME, "渠道经理 陈经理")
    await chen.goes_home()
    await chen.says("没有这一家")
    chen.sees("代理商名称、信用代码，或渠道经理的姓名、工号")
    await li.goes_home()
    await li.says("天河微电")
    li.sees_not("代理商")
