"""A stranger registers his company: the picture at the door, the form, the managers of the province, what comes of it."""

from __future__ import annotations

from sqlalchemy import select

from storage.tables.registration import doorways
from storage.tables.reminders import mails
from tests.cast import Person, Scene, wire

BLUE, CODE = "东莞市蓝海微电子有限公司", "91440300708461136T"


async def reads_picture(scene: Scene, person: Person) -> str:
    """What the picture says that the person sees now."""
    query = select(doorways.c.answer).where(doorways.c.chat_id == person.chat)
    return await scene.db.read(lambda conn: conn.execute(query).scalar_one())


async def passes_the_door(scene: Scene, person: Person) -> None:
    await person.opens()
    await person.taps("代理商注册")
    if "验证码" in person.screen:
        await person.says((await reads_picture(scene, person)).lower())


async def fills_in(
    person: Person, *, code: str = CODE, share: bool = True, city: str = "东莞", name: str = BLUE
) -> None:
    """The form from its first question to the summary; from the second one without a `name`."""
    for answer in filter(None, (name, code)):
        await person.says(answer)
    if "已注册" in person.screen:
        return
    await person.taps(code[8:17])
    await person.taps(code)
    for answer in (city, "松山湖科技路 1 号", "吴海", "总经理"):
        await person.says(answer)
    if share:
        await person.sends_contact()
    else:
        await person.says("13800138000")
    for _ in ("联系电话", "传真"):
        await person.taps("跳过")
    await person.says("wu@example.com")
    await person.taps("华芯信息")
    await person.picks("服务器")
    await person.taps("完成")
    await person.taps("同意")


async def registers(scene: Scene, person: Person, **how: str) -> None:
    await passes_the_door(scene, person)
    await fills_in(person, **how)  # type: ignore[arg-type]
    await person.taps("提交注册")


@wire
async def test_a_stranger_registers_is_approved_and_owns_the_agency_in_the_same_chat(
    scene: Scene, wu: Person, chen: Person, liu: Person
) -> None:
    await wu.opens()
    wu.sees("[代理商注册]", "使用邀请链接加入")
    await registers(scene, wu)
    wu.sees("已提交注册", "ZC-2026-00001", BLUE, "陈经理", "刘经理")
    for manager in (chen, liu):
        manager.sees("代理商注册", BLUE, "广东 东莞", CODE, "本人分享", "[批准]", "[退回修改]")
    await chen.approves(BLUE)
    chen.sees("已批准", "陈经理")
    wu.sees("注册通过", "您已是公司主账户，渠道经理 陈经理")
    await wu.goes_home()
    wu.sees("吴海 · 东莞市蓝海微电子有限公司 · 公司主账户", "[人员管理]", "[报备客户]")
    await wu.reports("深圳市星河联创电子有限公司", contact="吴海")
    chen.sees("深圳市星河联创电子有限公司")


async def test_the_first_valid_decision_wins(scene: Scene, wu: Person, chen: Person, liu: Person) -> None:
    await registers(scene, wu)
    late = liu.button("驳回", on=BLUE)
    async with scene.at_once():
        await chen.approves(BLUE)
        await liu.approves(BLUE)
    assert wu.count("注册通过") == 1
    await liu.presses(late)
    assert wu.count("注册被驳回") == 0


async def test_a_returned_registration_opens_with_all_answers_kept(scene: Scene, wu: Person, chen: Person) -> None:
    await registers(scene, wu)
    await chen.returns(BLUE, "地址", "邮箱", reason="请写明楼层")
    wu.sees("注册退回修改", "地址、邮箱", "陈经理：请写明楼层")
    await wu.taps("修改并交回")
    wu.sees("修改 1/2 · 陈经理：请写明楼层", "地址", "松山湖科技路 1 号")
    await wu.says("松山湖科技路 1 号 3 楼")
    wu.sees("修改 2/2 · 陈经理：请写明楼层")
    await wu.says("hai@example.com")
    wu.sees("请核对", BLUE, "吴海", "3 楼", "hai@example.com", "[回复陈经理]")
    await wu.says("回复审批人：新厂在三楼")
    await wu.taps("提交注册")
    wu.sees("已提交注册", "ZC-2026-00001")
    chen.sees("3 楼", "本人分享", "吴海：新厂在三楼", "[批准]")
    await chen.approves(BLUE)
    wu.sees("注册通过")


async def test_a_rejection_carries_a_reason_and_the_company_may_try_again(
    scene: Scene, wu: Person, chen: Person
) -> None:
    await registers(scene, wu)
    await chen.rejects(BLUE, "证照与名称不符")
    wu.sees("注册被驳回", "陈经理：证照与名称不符")
    await wu.opens()
    await registers(scene, wu)
    wu.sees("已提交注册", "ZC-2026-00002")


async def test_who_is_registered_already_learns_only_whom_to_ask(scene: Scene, wu: Person, chen: Person) -> None:
    await registers(scene, wu)
    await chen.approves(BLUE)
    other = scene.add("郑某")
    await passes_the_door(scene, other)
    await fills_in(other, name="随便什么有限公司")
    other.sees_not("已注册")
    await other.taps("提交注册")
    other.sees("该公司已注册", "请向贵公司主账户索取邀请链接")
    other.sees_not("蓝海", "ZC-")


async def test_codes_cant_be_tried_one_after_the_other(scene: Scene, wu: Person, chen: Person) -> None:
    await registers(scene, wu)
    await chen.approves(BLUE)
    other = scene.add("郑某")
    await passes_the_door(scene, other)
    await fills_in(other, name="随便什么有限公司")
    for _ in range(3):
        await other.taps("提交注册")
        other.sees("该公司已注册")
        await other.goes_home()
        await other.picks("继续填写")
    await other.taps("提交注册")
    other.sees("今天提交的信用代码已达 3 个，请明天再试", "请核对")


async def test_what_is_being_mended_when_another_is_approved_in_its_place_is_told_so_and_kept(
    scene: Scene, wu: Person, chen: Person
) -> None:
    await registers(scene, wu)
    await chen.returns(BLUE, "地址", reason="请写明楼层")
    await wu.taps("修改并交回")
    await wu.says("松山湖科技路 1 号 3 楼")
    other = scene.add("郑某")
    await registers(scene, other, name="东莞市蓝海微电子科技有限公司")
    await chen.approves("ZC-2026-00002")
    await wu.taps("提交注册")
    wu.sees("该公司已注册", "[这是我公司，申请核实]")
    wu.sees_not("没有找到", "[提交注册]")


async def test_a_wrong_answer_gets_another_picture_and_three_a_new_beginning(scene: Scene, wu: Person) -> None:
    await wu.opens()
    await wu.taps("代理商注册")
    wu.sees("验证码", "换一张")
    seen = {await reads_picture(scene, wu)}
    for left in (2, 1):
        await wu.says("00000")
        wu.sees("验证码不对，已换一张", f"还可试 {left} 次")
        seen.add(await reads_picture(scene, wu))
    assert len(seen) == 3
    await wu.says("00000")
    wu.sees("验证码不对，请重新开始", "[重新开始]")
    await wu.taps("重新开始")
    await wu.says(await reads_picture(scene, wu))
    wu.sees("公司名称")


async def test_a_picture_expires_and_can_be_changed(scene: Scene, wu: Person) -> None:
    await wu.opens()
    await wu.taps("代理商注册")
    first = await reads_picture(scene, wu)
    await wu.taps("换一张")
    second = await reads_picture(scene, wu)
    assert first != second
    await scene.later(minutes=6)
    await wu.says(second)
    wu.sees("验证码已过期，已换一张")
    for _ in range(2):
        await wu.taps("换一张")
    await wu.taps("换一张")
    wu.sees("最多换 3 次")
    await wu.says(await reads_picture(scene, wu))
    wu.sees("公司名称")


async def test_beginnings_a_day_are_limited(scene: Scene, wu: Person) -> None:
    await wu.opens()
    for _ in range(5):
        await wu.taps("代理商注册")
        await wu.taps("取消")
    await wu.taps("代理商注册")
    wu.sees("今日注册次数已用完（5 次）")
    await scene.later(days=1)
    await wu.taps("代理商注册")
    wu.sees("验证码")


async def test_a_flood_of_strangers_fills_an_hour_and_no_more(scene: Scene, wu: Person, li: Person) -> None:
    """Each picture is drawn and sent beside the work of those who are known."""
    scene.policy(registration={"beginnings_an_hour": 3})
    for number in range(3):
        robot = scene.add(f"机器人{number}")
        await robot.opens()
        await robot.taps("代理商注册")
        robot.sees("验证码")
    await wu.opens()
    await wu.taps("代理商注册")
    wu.sees("现在申请注册的人太多，请 19 分钟后再试")
    await scene.later(minutes=19)
    await wu.taps("代理商注册")
    wu.sees("验证码")


async def test_codes_that_follow_from_the_credit_code_are_proposed_and_may_differ(scene: Scene, wu: Person) -> None:
    await passes_the_door(scene, wu)
    await wu.says(BLUE)
    await wu.says(CODE)
    wu.sees("组织机构代码证号", f"[{CODE[8:17]}]")
    await wu.taps(CODE[8:17])
    wu.sees("税务登记证号", f"[{CODE}]")
    await wu.says("440300708461136")
    wu.sees("所在地")
    await wu.taps("上一步")
    wu.sees("440300708461136")


async def test_a_policy_without_picture_opens_the_form_at_once(scene: Scene, wu: Person) -> None:
    scene.policy(registration={"captcha": "none"})
    await registers(scene, wu)
    wu.sees("已提交注册")


async def test_a_draft_keeps_the_answers_and_registers_nothing(scene: Scene, wu: Person, chen: Person) -> None:
    await passes_the_door(scene, wu)
    await wu.says(BLUE)
    await wu.says(CODE)
    await wu.taps("暂存草稿")
    wu.sees("已暂存草稿", BLUE)
    chen.finds_not(BLUE)
    await scene.later(days=7)
    await wu.opens()
    await wu.taps("代理商注册")
    await wu.taps("继续 1")
    wu.sees("组织机构代码证号", CODE[8:17])


async def test_the_terms_can_be_read_before_they_are_accepted(scene: Scene, wu: Person) -> None:
    await passes_the_door(scene, wu)
    await fills_in_up_to_terms(wu)
    wu.sees("已阅读并同意服务条款和隐私政策", "[查看全文]")
    await wu.taps("查看全文")
    wu.sees("一、服务内容", "个人信息")
    await wu.taps("返回")
    await wu.taps("同意")
    wu.sees("请核对", "[提交注册]")


async def fills_in_up_to_terms(person: Person) -> None:
    await person.says(
        f"公司名称：{BLUE}\n统一社会信用代码：{CODE}\n组织机构代码证号：{CODE[8:17]}\n税务登记证号：{CODE}\n所在地：广东 东莞\n"
        "地址：松山湖科技路 1 号\n联系人：吴海\n职务：总经理\n手机号码：13800138000\n联系电话：0769-22223333\n传真：0769-22223334\n"
        "邮箱：wu@example.com\n签约主体：华芯信息\n合作产品：服务器、存储"
    )


async def test_a_typed_number_is_shown_as_unverified_and_anothers_contact_is_not_taken(
    scene: Scene, wu: Person, li: Person, chen: Person
) -> None:
    await passes_the_door(scene, wu)
    for answer in (BLUE, CODE):
        await wu.says(answer)
    await wu.taps(CODE[8:17])
    await wu.taps(CODE)
    for answer in ("东莞", "松山湖科技路 1 号", "吴海", "总经理"):
        await wu.says(answer)
    await wu.sends_contact(of=li)
    wu.sees("手机号码")
    wu.sees_not("请核对")
    await wu.says("12345")
    wu.sees("“12345”不是有效的手机号码")
    await wu.says("13800138000")
    for _ in range(2):
        await wu.taps("跳过")
    await wu.says("wu@example.com")
    await wu.taps("华芯信息")
    await wu.picks("服务器")
    await wu.taps("完成")
    await wu.taps("同意")
    await wu.taps("提交注册")
    chen.sees("手动输入，未验证")


async def test_the_applicant_can_withdraw(scene: Scene, wu: Person, chen: Person) -> None:
    await registers(scene, wu)
    await wu.taps("查看")
    wu.sees("注册审批中")
    await wu.taps("撤回")
    await wu.taps("确认撤回")
    assert "注册已撤回" in wu.toast
    wu.sees("[代理商注册]")
    chen.sees("已撤回")
    chen.sees_not("[批准]")


async def test_what_was_withdrawn_keeps_its_answers_and_is_filed_again(scene: Scene, wu: Person, chen: Person) -> None:
    await registers(scene, wu)
    await wu.taps("查看")
    await wu.taps("撤回")
    wu.sees("撤回后不再审批，已填内容保留")
    await wu.taps("确认撤回")
    await scene.later(days=2)
    await wu.opens()
    wu.sees("注册已撤回 ZC-2026-00001", BLUE, "[重新填写]", "[代理商注册]", "[帮助] [语言]")
    await wu.taps("重新填写")
    wu.sees("请核对", BLUE, CODE, "吴海", "松山湖科技路 1 号", "[提交注册]")
    wu.sees_not("上次被驳回")
    await wu.taps("提交注册")
    wu.sees("已提交注册", "ZC-2026-00002")
    await chen.approves("ZC-2026-00002")
    wu.sees("注册通过")


async def test_the_result_goes_by_mail_as_well_where_that_is_configured(scene: Scene, wu: Person, chen: Person) -> None:
    scene.bot.app.pushes.mails = True
    await registers(scene, wu)
    await chen.rejects(BLUE, "证照与名称不符")
    (letter,) = await scene.db.read(lambda conn: conn.execute(select(mails.c.address, mails.c.screen)).all())
    assert letter.address == "wu@example.com"
    assert "证照与名称不符" in str(letter.screen)


async def test_a_province_without_a_manager_reaches_the_administrators(scene: Scene, wu: Person, admin: Person) -> None:
    await registers(scene, wu, city="沈阳")
    admin.sees("代理商注册", BLUE, "辽宁 沈阳")
    await admin.approves(BLUE)
    wu.sees("注册通过")


async def test_who_decides_sees_that_a_name_passes_for_another_agencys(scene: Scene, wu: Person, chen: Person) -> None:
    await passes_the_door(scene, wu)
    await wu.says("深圳南山电ㅈ")
    await fills_in(wu, name="")
    await wu.taps("提交注册")
    chen.finds("同名或相近的代理商：深圳南山电子", "⚠ 含营业执照上没有的符号：ㅈ")
