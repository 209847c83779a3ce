"""人员管理: other types, leaving with everything handed over, agencies that are suspended or end."""

from __future__ import annotations

from bot.serving.work import DeskWork
from domain.base.rights import EVERYTHING
from domain.people.records import AccountState, AccountType
from tests.cast import Person, Scene, after, everywhere
from tests.cast.contracts import approve, signs
from tests.cast.customers import held, reported
from tests.cast.doings import pasted
from tests.cast.phone import text_of

STAR, SUN = "深圳市星河联创电子有限公司", "佛山市启明电机有限公司"


async def opens_person(boss: Person, name: str) -> None:
    await boss.goes_home()
    await boss.taps("人员管理")
    await boss.picks(name)


async def opens_person_of_the_vendor(boss: Person, name: str) -> None:
    await boss.goes_home()
    await boss.taps("人员管理")
    await boss.taps("渠道经理")
    await boss.picks(name)


async def opens_agency(manager: Person, name: str) -> None:
    await manager.goes_home()
    await manager.taps("人员管理")
    await manager.taps("代理商")
    await manager.picks(name)
    await manager.taps("合作状态")


async def ends(manager: Person, name: str) -> None:
    await opens_agency(manager, name)
    await manager.taps("终止合作")
    manager.sees("客户到期转入资源池")
    await manager.taps("确定")


@everywhere
@after(held)
async def test_who_leaves_hands_everything_over_in_the_same_step(
    scene: Scene, li: Person, sun: Person, chen: Person
) -> None:
    await li.reports(SUN)
    await opens_person(sun, "李明")
    await sun.taps("停用")
    sun.sees("名下 1 个在保客户、1 个在审报备", "移交给")
    await sun.taps("孙总")
    await sun.taps("确认停用")
    what = f"客户 {STAR}，在审报备 {SUN}"
    sun.sees("已停用 李明", "全部移交给 孙总", what)
    chen.sees(f"深圳南山电子：孙总 将 李明 的 {what} 移交给 孙总")
    li.sees("账户已停用")
    await li.opens()
    li.sees("使用邀请链接加入")
    await sun.goes_home()
    await sun.taps("我的客户")
    sun.sees("星河联创")
    await chen.taps("批准", on="深圳南山电子 · 孙总")
    sun.sees("报备通过")
    await sun.goes_home()
    await sun.taps("人员管理")
    sun.sees_not("李明")


@after(reported)
async def test_who_holds_customers_cannot_leave_without_a_successor(
    scene: Scene, li: Person, sun: Person, chen: Person
) -> None:
    await opens_person(sun, "李明")
    await sun.taps("停用")
    sun.sees("移交给")
    sun.sees_not("[跳过]", "[确认停用]")
    await sun.taps("取消")
    await li.goes_home()
    li.sees("李明 · 深圳南山电子")


async def test_where_nobody_can_take_over_it_says_to_invite_somebody_first(
    scene: Scene, admin: Person, chen: Person
) -> None:
    def alone(work: DeskWork) -> int:
        accounts = {each.name: each.id for each in work.people.vendor_accounts()}
        work.people.bind(accounts["刘经理"], None, AccountState.LEFT)
        return int(accounts["陈经理"])

    await scene.brings(admin, "deactivate", {"account": await scene.lays(alone)})
    admin.sees("停用", "没有同事可以接手。请先邀请一位")


async def test_a_salesperson_becomes_an_assistant_only_without_customers(
    scene: Scene, li: Person, sun: Person, zhou: Person
) -> None:
    await opens_person(sun, "周助理")
    await sun.taps("更改类型")
    await sun.taps("业务员")
    await sun.taps("提交")
    sun.sees("周助理 现为 业务员")
    zhou.sees("孙总 已将您的账户类型改为 业务员")
    await zhou.goes_home()
    zhou.sees("[报备客户]")
    await li.reports(STAR)
    await opens_person(sun, "李明")
    await sun.taps("更改类型")
    await sun.taps("助理")
    sun.sees("李明 名下还有 0 个在保客户、1 个在审报备，请先移交")


async def test_an_owner_makes_no_owners_and_does_not_change_himself(scene: Scene, sun: Person, chen: Person) -> None:
    await opens_person(sun, "李明")
    await sun.taps("更改类型")
    sun.sees_not("[公司主账户]")
    await opens_person(sun, "孙总")
    sun.sees_not("[停用]", "[更改类型]")


@after(held)
async def test_a_suspended_agency_reports_nothing_new_and_keeps_what_it_has(
    scene: Scene, li: Person, sun: Person, zhou: Person, zhao: Person, chen: Person
) -> None:
    await opens_agency(chen, "深圳南山电子")
    await chen.taps("暂停合作")
    await chen.taps("确定")
    chen.sees("已暂停", "[恢复合作]")
    for person in (sun, zhou, zhao):
        person.sees("陈经理 已暂停贵公司的合作")
    await li.says(pasted(SUN))
    li.sees("目前不能新增报备")
    await li.goes_home()
    await li.taps("我的客户")
    li.sees("星河联创")
    await chen.taps("恢复合作")
    await chen.taps("确定")
    sun.sees("已恢复贵公司的合作")


@after(held)
async def test_an_ended_agencys_customers_go_to_the_pool_after_thirty_days(
    scene: Scene, li: Person, chen: Person, qian: Person
) -> None:
    await ends(chen, "深圳南山电子")
    chen.sees("已终止", "起客户转入资源池", "[移交客户]")
    await scene.later(days=29)
    li.finds_not("合作终止，客户进入资源池")
    await scene.later(days=2)
    li.sees("合作终止，客户进入资源池")
    li.sees_not("[资源池]")  # which he may not look into any more
    chen.sees("合作终止，客户进入资源池", "[资源池]")
    await qian.goes_home()
    await qian.opens_more("资源池")
    qian.sees("广东 深圳")


@after(held)
async def test_its_manager_hands_an_ended_agencys_customers_to_another(
    scene: Scene, li: Person, chen: Person, qian: Person
) -> None:
    await ends(chen, "深圳南山电子")
    await chen.taps("移交客户")
    await chen.picks("广州天河微电 · 钱总")
    await chen.taps("提交")
    chen.sees(f"✅ 客户 {STAR} 已移交")
    qian.sees(f"深圳南山电子 的 客户 {STAR} 移交给您")
    await qian.goes_home()
    await qian.taps("我的客户")
    qian.sees("星河联创")
    await scene.later(days=31)
    li.finds_not("客户进入资源池")


async def test_another_manager_decides_from_now_on(
    scene: Scene, li: Person, sun: Person, chen: Person, liu: Person, admin: Person
) -> None:
    await opens_agency(admin, "深圳南山电子")
    await admin.taps("更换渠道经理")
    await admin.picks("刘经理")
    await admin.taps("提交")
    liu.sees("深圳南山电子 现由您主管", "[代理商档案]")
    sun.sees("渠道经理现为 刘经理")
    chen.sees("管理员 已将 深圳南山电子 的渠道经理改为 刘经理")
    await li.reports(STAR)
    li.sees("刘经理")
    chen.sees_not(STAR)


@after(reported)
async def test_a_manager_who_leaves_hands_over_agencies_and_what_waits(
    scene: Scene, li: Person, chen: Person, liu: Person, admin: Person
) -> None:
    await opens_person_of_the_vendor(admin, "陈经理")
    await admin.taps("停用")
    admin.sees("主管 2 家代理商，1 条待审批")
    await admin.picks("刘经理")
    await admin.taps("确认停用")
    liu.sees(STAR, "[批准]")
    await liu.approves(STAR)
    li.sees("报备通过")
    await li.reports(SUN)
    li.sees("刘经理")


async def test_a_manager_who_leaves_hands_over_what_would_come_to_him_later(
    scene: Scene, sun: Person, chen: Person, liu: Person, admin: Person
) -> None:
    he = await scene.manager("何经理", "华南")
    await signs(sun)
    await opens_person_of_the_vendor(admin, "刘经理")
    await admin.taps("停用")
    admin.sees("1 条待审批")
    await admin.picks("何经理")
    await admin.taps("确认停用")
    he.finds_not("HT-2027-0001")
    await approve("HT-2027-0001", chen, he, admin)
    sun.sees("签约通过")


async def test_an_administrator_makes_another_one(scene: Scene, admin: Person, chen: Person) -> None:
    await opens_person_of_the_vendor(admin, "陈经理")
    await admin.taps("设为管理员")
    admin.sees("[取消管理员]")
    chen.sees("已将您设为管理员")
    await chen.goes_home()
    await chen.taps("人员管理")
    chen.sees("[省区与行业]")


async def test_nobody_is_invited_into_an_agency_that_has_ended(scene: Scene, chen: Person) -> None:
    await scene.agency("佛山新星电子", ("何总", AccountType.OWNER))
    await ends(chen, "佛山新星电子")
    await chen.goes_home()
    await chen.taps("人员管理")
    await chen.taps("代理商")
    await chen.picks("佛山新星电子")
    chen.sees("已终止")
    chen.sees_not("[邀请人员]", "[更正资料]")
    number = await scene.lays(
        lambda work: next(each.id for each in work.people.agencies(EVERYTHING) if each.short_name == "佛山新星电子")
    )
    await scene.brings(chen, "invite_person", {"agency": int(number)})
    chen.sees("尚未生效或已终止，不能邀请人员")


async def test_who_may_not_invite_is_told_before_he_is_asked_anything(scene: Scene, zhou: Person, sun: Person) -> None:
    await scene.brings(zhou, "invite_person", {"agency": 1})
    zhou.sees("没有权限")
    zhou.sees_not("姓名", "账户类型")
    await sun.goes_home()
    await sun.taps("人员管理")
    await sun.taps("邀请人员")
    sun.sees("深圳南山电子", "姓名")


# --- what was on its way ------------------------------------------------------------------------------------------


@after(reported)
async def test_while_an_agency_is_suspended_nothing_new_is_approved_for_it(
    scene: Scene, li: Person, wang: Person, chen: Person
) -> None:
    await wang.reports(STAR)
    await opens_agency(chen, "深圳南山电子")
    await chen.taps("暂停合作")
    chen.sees("在审的不能批准")
    await chen.taps("确定")
    await chen.approves(STAR)
    chen.sees("深圳南山电子已暂停合作，不能批准新增", "请先恢复合作，或驳回")
    await chen.rejects(STAR, "已暂停合作")
    wang.sees("轮到您的报备")
    await chen.approves(STAR)
    wang.sees("报备通过")


@everywhere
@after(reported)
async def test_what_an_ended_agency_had_on_its_way_is_taken_back_and_the_next_in_line_moves_up(
    scene: Scene, li: Person, wang: Person, chen: Person, sun: Person
) -> None:
    await wang.reports(STAR)
    await signs(sun)
    await ends(chen, "深圳南山电子")
    sun.sees("已终止与贵公司的合作，在审的报备、签约、申诉、更正和资料变更已撤回")
    wang.sees("轮到您的报备")
    assert "批准" not in chen.buttons_on("HT-2027-0001")
    await chen.approves(STAR)
    wang.sees("报备通过")
    await sun.goes_home()
    await sun.taps("渠道签约")
    sun.sees("HT-2027-0001", "已撤回")


@after(held)
async def test_the_people_of_an_ended_agency_look_back_and_do_nothing_more(
    scene: Scene, li: Person, sun: Person, chen: Person
) -> None:
    await scene.later(days=10)
    li.sees("今日提醒 (1)", "[写跟进]")
    await ends(chen, "深圳南山电子")
    await li.taps("写跟进", on="今日提醒")
    li.sees("没有权限")
    li.sees_not("客户动态")
    for form in ("ask_extension", "give_up"):
        await scene.brings(li, form, {"customer": 1})
        li.sees("没有权限")
        li.sees_not("放弃原因", "延长几个月")
    await scene.later(days=3)
    li.finds_not("13 天未跟进")
    await li.goes_home()
    li.sees("与贵公司的合作已终止，仅可查看原有记录", "[我的客户 (1)]", "[申请处理]")
    li.sees_not("报备客户", "资源池", "写跟进")
    await li.taps("我的客户")
    li.sees("星河联创")
    await scene.brings(li, "pool", {})
    li.sees("没有权限")
    await scene.brings(li, "report_customer", {})
    li.sees("没有权限")
    li.sees_not("客户名称")
    await sun.goes_home()
    sun.sees_not("[人员管理]", "[报备客户]")
    await opens_agency(chen, "深圳南山电子")
    await chen.taps("恢复合作")
    await chen.taps("确定")
    await li.goes_home()
    li.sees("[报备客户]", "[资源池]")


async def test_an_invitation_comes_as_a_picture_too_that_lies_nowhere(scene: Scene, sun: Person) -> None:
    await sun.invites("吴桐", "业务员")
    assert sun.link
    (picture,) = (each for each in sun.phone.from_bot if "扫码" in text_of(each))
    assert picture.content["photo"][-1]["width"] > 300
    kept = [each for each in (scene.bot.settings.data / "files").rglob("*") if each.is_file()]
    assert kept == []


# --- the head of a unit -------------------------------------------------------------------------------------------


async def looks_at_units(admin: Person) -> None:
    await admin.goes_home()
    await admin.taps("人员管理")
    await admin.taps("省区与行业")


async def test_a_head_who_leaves_hands_his_unit_over_and_alarms_go_to_the_new_one(
    scene: Scene, li: Person, chen: Person, liu: Person, admin: Person
) -> None:
    await opens_person_of_the_vendor(admin, "刘经理")
    await admin.taps("停用")
    admin.sees("是 华南 的省区负责人", "移交给")
    admin.sees_not("[跳过]", "[确认停用]")
    await admin.picks("陈经理")
    await admin.taps("确认停用")
    chen.sees("您现为 华南 的省区负责人")
    await looks_at_units(admin)
    admin.sees("华南 · 省区负责人 陈经理")


async def test_the_last_of_a_unit_leaves_it_without_a_head_until_the_next_one_joins(
    scene: Scene, liu: Person, admin: Person
) -> None:
    await scene.manager("白经理", "华东")
    await looks_at_units(admin)
    await admin.taps("更换省区负责人")
    await admin.picks("华东")
    await admin.picks("白经理")
    await admin.taps("提交")
    admin.sees("华东 已更换省区负责人")
    await opens_person_of_the_vendor(admin, "白经理")
    await admin.taps("停用")
    admin.sees("是 华东 的省区负责人", "[确认停用]")
    await admin.taps("确认停用")
    await looks_at_units(admin)
    admin.sees("华东 · 负责人空缺")


async def test_an_administrator_names_another_head_and_what_nobody_decides_comes_to_him(
    scene: Scene, li: Person, chen: Person, liu: Person, admin: Person
) -> None:
    he = await scene.manager("何经理", "华南")
    await looks_at_units(admin)
    await admin.taps("更换省区负责人")
    await admin.taps("华南")
    admin.sees_not("[刘经理]")
    await admin.picks("何经理")
    await admin.taps("提交")
    he.sees("您现为 华南 的省区负责人")
    await li.reports(STAR)
    await scene.later(days=3)
    he.sees(STAR, "[批准]")


async def test_somebody_is_opened_by_his_name_where_people_are_listed(sun: Person, admin: Person) -> None:
    await sun.taps("人员管理")
    await sun.says("liming")
    sun.sees("李明", "业务员 · 已加入", "[停用]")
    await admin.taps("人员管理")
    await admin.taps("渠道经理")
    await admin.says("陈经理")
    admin.sees("陈经理", "[停用]")
