"""After a rejection, and beside another application: what a guest finds, and who else may be the company."""

from __future__ import annotations

from tests.cast import Person, Scene, everywhere
from tests.scenarios.registration.test_registration import BLUE, CODE, fills_in, passes_the_door, registers

OTHER = "东莞市蓝海微电子科技有限公司"
FIRST, SECOND = "代理商注册 ZC-2026-00001", "代理商注册 ZC-2026-00002"
"""Each card names the other company, too."""


async def test_what_was_rejected_is_filled_in_again_from_the_message_with_all_answers(
    scene: Scene, wu: Person, chen: Person
) -> None:
    await registers(scene, wu)
    await chen.rejects(BLUE, "地址与执照不符")
    wu.sees("注册被驳回 ZC-2026-00001", "陈经理：地址与执照不符", "[重新填写]")
    await wu.taps("重新填写")
    wu.sees("上次被驳回 · 陈经理：地址与执照不符", "请核对", BLUE, CODE, "吴海", "松山湖科技路 1 号", "[提交注册]")
    await wu.taps("修改")
    await wu.picks("地址")
    await wu.says("松山湖科技路 2 号")
    await wu.taps("提交注册")
    wu.sees("已提交注册", "ZC-2026-00002")
    chen.sees("松山湖科技路 2 号", "本人分享", "[批准]")
    await chen.approves(BLUE)
    wu.sees("注册通过")


async def test_home_leads_there_too_and_a_draft_of_it_is_shown(scene: Scene, wu: Person, chen: Person) -> None:
    await registers(scene, wu)
    await chen.rejects(BLUE, "地址与执照不符")
    await scene.later(days=3)
    await wu.opens()
    wu.sees("注册被驳回", BLUE, "地址与执照不符", "[重新填写]", "[代理商注册]")
    await wu.taps("重新填写")
    await wu.taps("修改")
    await wu.picks("地址")
    await wu.says("松山湖科技路 2 号")
    await wu.taps("暂存草稿")
    await wu.goes_home()
    wu.sees("草稿", BLUE, "[继续填写]", "[帮助] [语言]")
    await wu.taps("继续填写")
    wu.sees("松山湖科技路 2 号", "[提交注册]")
    await wu.taps("提交注册")
    wu.sees("已提交注册", "ZC-2026-00002")
    await wu.goes_home()
    wu.sees("注册审批中")
    wu.sees_not("草稿", "注册被驳回")


async def test_the_first_home_after_leaving_the_form_leads_back_to_it(scene: Scene, wu: Person) -> None:
    await passes_the_door(scene, wu)
    await wu.says(BLUE)
    await wu.goes_home()
    wu.sees("没填完的已存为草稿", f"草稿：代理商注册 · {BLUE}", "[继续填写]", "[代理商注册]")
    await wu.taps("继续填写")
    wu.sees("统一社会信用代码")
    await wu.taps("取消")
    await wu.taps("放弃")
    wu.sees("[代理商注册]")
    wu.sees_not("[继续填写]")


async def test_a_guest_finds_his_draft_and_help_at_home(scene: Scene, wu: Person) -> None:
    await passes_the_door(scene, wu)
    await wu.says(BLUE)
    await wu.says(CODE)
    await wu.goes_home()
    await wu.opens()
    wu.sees(f"草稿：代理商注册 · {BLUE}", "[继续填写]", "[代理商注册]")
    await wu.taps("继续填写")
    wu.sees("组织机构代码证号")
    await wu.says("/help")
    wu.sees("帮助", "备好营业执照上的全称和统一社会信用代码", "[服务条款]")
    await wu.taps("服务条款")
    wu.sees("服务条款和隐私政策")


@everywhere
async def test_of_two_who_apply_with_one_code_each_card_names_the_other_and_one_approval_closes_the_other(
    scene: Scene, wu: Person, chen: Person, liu: Person
) -> None:
    other = scene.add("郑某")
    await registers(scene, wu)
    await registers(scene, other, name=OTHER)
    other.sees("已提交注册", "ZC-2026-00002")
    for manager in (chen, liu):
        manager.finds(
            f"同一信用代码另有申请：ZC-2026-00002 {OTHER} · 吴海", f"同一信用代码另有申请：ZC-2026-00001 {BLUE} · 吴海"
        )
    await chen.approves(SECOND)
    other.sees("注册通过")
    wu.sees("公司已注册，请向主账户索取邀请 ZC-2026-00001", "[这是我公司，申请核实]")
    chen.sees("同一信用代码的 ZC-2026-00002 已通过，本申请关闭")
    await wu.goes_home()
    wu.sees("公司已注册，请向主账户索取邀请", BLUE, "[这是我公司，申请核实]")
    wu.sees_not("郑某", OTHER)
    await wu.taps("这是我公司，申请核实")
    wu.sees(BLUE, "联系人")


@everywhere
async def test_of_two_approved_at_once_one_is(scene: Scene, wu: Person, chen: Person, liu: Person) -> None:
    other = scene.add("郑某")
    for person, name in ((wu, BLUE), (other, OTHER)):
        await passes_the_door(scene, person)
        await fills_in(person, name=name)
    async with scene.at_once():
        await wu.taps("提交注册")
        await other.taps("提交注册")
    async with scene.at_once():
        await chen.approves(FIRST)
        await liu.approves(SECOND)
    assert wu.count("注册通过") + other.count("注册通过") == 1
    assert wu.count("公司已注册") + other.count("公司已注册") == 1


async def test_returned_or_withdrawn_it_is_named_as_long_as_it_isnt_decided(
    scene: Scene, wu: Person, chen: Person
) -> None:
    other = scene.add("郑某")
    await registers(scene, wu)
    await chen.returns(BLUE, "地址")
    await registers(scene, other, name=OTHER)
    chen.sees(f"ZC-2026-00001 {BLUE}")
    await wu.taps("查看")
    await wu.taps("撤回")
    await wu.taps("确认撤回")
    chen.sees(OTHER)
    chen.sees_not(f"另有申请：ZC-2026-00001 {BLUE}")


async def test_whose_company_is_registered_puts_his_case_before_its_manager_and_learns_nothing(
    scene: Scene, wu: Person, chen: Person, liu: Person
) -> None:
    await registers(scene, wu)
    await chen.approves(BLUE)
    other = scene.add("郑某")
    await passes_the_door(scene, other)
    await fills_in(other, name="蓝海微电子")
    await other.taps("提交注册")
    other.sees("该公司已注册", "[这是我公司，申请核实]")
    await other.taps("这是我公司，申请核实")
    await other.says("郑海")
    await other.sends_contact()
    await other.says("原负责人已离职")
    await other.taps("提交核实")
    other.sees("已转交核实 HS-2026-00001", "核实后会联系您")
    other.sees_not("陈经理", "吴海", "东莞")
    chen.sees(f"自称 {BLUE} 的人", "郑海（聊天名 郑某", "本人分享", "所填公司名称　蓝海微电子", "原负责人已离职")
    liu.finds_not("申请核实")
    await other.goes_home()
    other.sees("⏳ 核实中 HS-2026-00001")
    await chen.taps("打开代理商", on="申请核实")
    chen.sees(BLUE, "[邀请人员]", "吴海")
    await chen.goes_home()
    await chen.taps("待审批")
    await chen.taps("1")
    await chen.taps("批准")
    other.sees("✅ 核实通过 HS-2026-00001，您已是公司主账户", BLUE)
    wu.sees("⚠ 郑海 经 ", "陈经理 核实，已加入为公司主账户")
    await other.goes_home()
    other.sees("郑海", "公司主账户", "[人员管理]")


async def test_a_case_that_is_refused_says_why_and_nothing_of_the_agency(
    scene: Scene, wu: Person, chen: Person
) -> None:
    await registers(scene, wu)
    await chen.approves(BLUE)
    other = scene.add("郑某")
    await passes_the_door(scene, other)
    await fills_in(other, name="蓝海微电子")
    await other.taps("提交注册")
    await other.taps("这是我公司，申请核实")
    await other.says("郑海")
    await other.says("13800138000")
    await other.taps("跳过")
    await other.taps("提交核实")
    await chen.taps("驳回", on="申请核实")
    await chen.picks("电话核实不属实")
    await chen.taps("提交")
    other.sees("⛔ 核实未通过 HS-2026-00001", "蓝海微电子", "电话核实不属实")
    other.sees_not("陈经理", "吴海", "东莞")
    await other.says("/start")
    other.sees("⛔ 核实未通过 HS-2026-00001", "电话核实不属实", "[代理商注册]")
    await chen.goes_home()
    await chen.taps("人员管理")
    await chen.taps("代理商")
    await chen.says("蓝海")
    await chen.taps("1")
    await chen.taps("人员 (1)")
    chen.sees("吴海")
    chen.sees_not("郑海")


async def test_one_case_a_day_is_enough(scene: Scene, wu: Person, chen: Person) -> None:
    await registers(scene, wu)
    other = scene.add("郑某")
    await registers(scene, other, name=OTHER)
    await chen.approves(FIRST)
    for told in ("已转交核实 HS", "已转交核实，请等联系"):
        await other.goes_home()
        await other.taps("这是我公司，申请核实")
        if told == "已转交核实 HS":
            await other.says("郑海")
            await other.says("13800138000")
            await other.taps("跳过")
            await other.taps("提交核实")
        other.sees(told)
    assert chen.count("📋 申请核实") == 1


async def test_a_rejected_company_is_no_audience(scene: Scene, wu: Person, chen: Person) -> None:
    await registers(scene, wu)
    await chen.rejects(BLUE, "证照与名称不符")
    await chen.goes_home()
    await chen.taps("公告")
    await chen.taps("写公告")
    await chen.says("价格调整")
    await chen.says("12 月起执行新价格。")
    for _ in range(4):
        chen.sees_not("蓝海")
        if "深圳南山电子" in chen.screen:
            return
        await chen.taps("跳过")
    raise AssertionError("nobody was asked for agencies")


async def test_what_waited_to_be_mended_when_another_was_approved_leads_to_his_case_from_wherever_it_is_opened(
    scene: Scene, wu: Person, chen: Person
) -> None:
    await registers(scene, wu)
    await chen.returns(BLUE, "地址")
    mend = wu.button("修改")
    await wu.presses(mend)
    await wu.says("松山湖科技路 3 号")
    await wu.taps("暂存草稿")
    other = scene.add("郑某")
    await registers(scene, other, name=OTHER)
    await chen.approves(SECOND)
    await wu.presses(mend)
    wu.sees("该公司已注册，请向公司主账户索取邀请链接", "[这是我公司，申请核实]")
    wu.sees_not("代理商注册 · 1/16")
    await wu.goes_home()
    await wu.taps("继续填写")
    wu.sees("已不能提交", "该公司已注册", "松山湖科技路 3 号", "[这是我公司，申请核实]", "[删除草稿]")
    await wu.taps("这是我公司，申请核实")
    wu.sees(BLUE, "联系人")
