"""Nothing that is half filled is ever lost: drafts, cards in between, stale and doubled taps, a bot that went away."""

from __future__ import annotations

from tests.cast import Person, Scene, after, wire
from tests.cast.customers import reported
from tests.cast.person import Pressable

STAR, LIGHT, THIRD = "深圳市星河联创电子有限公司", "佛山市启明电机有限公司", "东莞市宏图智能科技有限公司"


async def test_home_in_the_middle_of_a_form_keeps_it_as_a_draft(li: Person) -> None:
    await li.taps("报备客户")
    await li.says(STAR)
    await li.goes_home()
    li.sees("没填完的已存为草稿", STAR)
    await li.taps("报备客户")
    li.sees("有 1 份没填完的草稿", STAR)
    await li.picks(STAR)
    li.sees("统一社会信用代码")


async def test_any_of_several_drafts_is_gone_on_with(li: Person) -> None:
    for name in (STAR, LIGHT, THIRD):
        await li.goes_home()
        await li.taps("报备客户")
        if "新填一份" in li.buttons:
            await li.taps("新填一份")
        await li.says(name)
        await li.taps("跳过")
        await li.says("深圳")
        await li.taps("暂存草稿")
    await li.goes_home()
    await li.taps("报备客户")
    li.sees("有 3 份没填完的草稿", STAR, LIGHT, THIRD)
    await li.picks(LIGHT)
    li.sees("产品领域")
    for answer in ("空调", "120", "STM32F103"):
        await li.says(answer)
    await li.taps("直接核对")
    li.sees("请核对", LIGHT)
    await li.taps("提交")
    li.sees("已提交")
    await li.goes_home()
    await li.taps("报备客户")
    li.sees("有 2 份没填完的草稿", STAR, THIRD)
    li.sees_not(LIGHT)


async def test_cancelling_asks_first(li: Person) -> None:
    await li.taps("报备客户")
    await li.says(STAR)
    await li.taps("取消")
    li.sees("放弃“报备客户”已填的内容？")
    await li.taps("继续填写")
    li.sees("统一社会信用代码")
    await li.taps("取消")
    await li.taps("放弃")
    await li.goes_home()
    await li.taps("报备客户")
    li.sees("客户名称", "营业执照上的全称")
    li.sees_not("没填完的草稿")


async def test_a_card_in_the_middle_of_a_form_lies_on_top_and_gives_way(li: Person, chen: Person) -> None:
    await chen.taps("人员管理")
    await chen.taps("代理商")
    await chen.taps("新建代理商")
    await chen.says("东莞市松山电子有限公司")
    chen.sees("统一社会信用代码")
    await li.reports(STAR)
    chen.sees(STAR, "[批准]", "统一社会信用代码")
    await chen.approves(STAR)
    chen.sees("已批准")
    await chen.taps("跳过")
    chen.sees("所在地")
    await li.reports(LIGHT)
    await chen.returns(LIGHT, "在用MCU")
    chen.sees("已退回修改")
    assert "所在地" in chen.screen
    assert "已退回修改" not in chen.screen, "one screen, one matter"
    assert chen.buttons_on("已退回修改") == []


@wire
async def test_a_double_tap_submits_once(li: Person, chen: Person) -> None:
    await li.taps("报备客户")
    await li.says(STAR)
    await li.taps("跳过")
    for answer in ("深圳", "空调", "120", "STM32F103"):
        await li.says(answer)
    await li.taps("直接核对")
    await li.taps("提交", times=3)
    assert li.count("已提交 BB-") == 1
    assert chen.count("客户报备 BB-") == 1
    li.finds_not("BB-2026-00002")


@wire
@after(reported)
async def test_a_double_tap_approves_once(li: Person, chen: Person) -> None:
    await chen.taps("批准", on=STAR, times=3)
    assert li.count("报备通过") == 1
    chen.sees("已批准 · 陈经理")


async def test_a_stale_button_changes_nothing_says_so_and_shows_the_present_screen(li: Person) -> None:
    await li.taps("报备客户")
    cancel = li.button("取消")
    await li.says(STAR)
    await li.presses(cancel)
    assert "按钮已过期" in li.toast
    li.sees("统一社会信用代码")
    li.sees_not("放弃")


@after(reported)
async def test_anothers_button_and_forged_data_do_nothing(li: Person, wang: Person, chen: Person) -> None:
    approve = chen.button("批准")
    for person in (wang, li):
        await person.presses(approve)
        assert "按钮已过期" in person.toast
    for data in ("k1.0.1.0", "a1.1.1.0", "a1.1.1.zz", "x", "k999999.0.1.0", "c1.1.1.1", "a1.1.1.1;drop"):
        await wang.presses(Pressable(0, data, "?"))
        assert "按钮已过期" in wang.toast, data
        wang.sees("[报备客户]")
    assert li.count("报备通过") == 0
    chen.sees("[批准]")


async def test_upstream_changes_are_told_before_and_restorable(li: Person) -> None:
    """Another name in the summary: asked about conflicts anew, nothing else is lost."""
    await li.taps("报备客户")
    await li.says(STAR)
    await li.taps("跳过")
    for answer in ("深圳", "空调", "120", "STM32F103"):
        await li.says(answer)
    await li.taps("直接核对")
    await li.taps("修改")
    await li.picks("客户名称")
    li.sees("现为：" + STAR)
    await li.says(LIGHT)
    li.sees("请核对", LIGHT, "广东 深圳", "STM32F103")


async def test_a_sticker_a_voice_and_a_contact_get_a_kind_sentence_and_the_question_again(li: Person) -> None:
    await li.taps("报备客户")
    await li.sends_sticker()
    li.sees("语音、贴纸等看不懂，请写成文字", "客户名称")
    await li.sends_contact()
    li.sees("这一项不用分享号码", "客户名称")
    await li.sends("资质.txt", b"hello")
    li.sees("这一项要文字，不收文件", "客户名称")


@after(reported)
async def test_who_blocked_the_bot_and_comes_back_finds_everything(scene: Scene, li: Person, chen: Person) -> None:
    await li.blocks()
    await chen.approves(STAR)
    assert li.count("报备通过") == 0
    await li.opens()
    li.sees("[我的客户 (1)]")


async def test_a_new_session_after_a_week_still_has_the_form(scene: Scene, li: Person) -> None:
    await li.taps("报备客户")
    await li.says(STAR)
    await scene.later(days=8)
    await li.taps("跳过")
    li.sees("区域")
