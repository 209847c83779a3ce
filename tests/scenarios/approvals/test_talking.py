"""点评 and 抄送: a request is talked about while it waits, and shown to somebody who doesn't decide it."""

from __future__ import annotations

from tests.cast import Person, Scene, after
from tests.cast.customers import reported
from tests.scenarios.registration.test_registration import registers

STAR = "深圳市星河联创电子有限公司"


@after(reported)
async def test_a_comment_is_read_and_answered_by_both_sides_and_decides_nothing(
    li: Person, chen: Person, liu: Person
) -> None:
    chen.sees("请在 11-24 09:41 前处理")
    await chen.taps("点评", on=STAR)
    await chen.says("年用量的依据是什么？")
    await chen.taps("提交")
    chen.sees("已发送")
    li.sees("🟢 陈经理 点评 BB-2026-00001", STAR, "年用量的依据是什么？")
    acts = li.acts
    await li.taps("回复", on="年用量的依据")
    await li.says("去年出货 110 万，今年加一条产线")
    await li.taps("提交")
    assert li.acts - acts == 3
    chen.sees("🟢 李明 回复 BB-2026-00001", "去年出货 110 万")
    chen.finds("年用量的依据是什么？", "请在 11-24 09:41 前处理")
    await chen.taps("详情", on="请在 11-24 09:41 前处理")
    chen.sees("记录", "陈经理 11-23", "李明 11-23", "[批准]")
    assert chen.screen.count("年用量的依据是什么？") == 1
    await li.taps("查看", on="年用量的依据")
    li.sees("BB-2026-00001", "李明 11-23", "去年出货 110 万", "[回复]")
    await chen.taps("去审批", on="🟢 李明 回复")
    await chen.taps("批准")
    li.sees("报备通过")
    assert "回复" not in li.buttons_on("陈经理 点评 BB-2026-00001")
    chen.finds_not("[点评]")


@after(reported)
async def test_a_decided_request_takes_no_more_comments(li: Person, chen: Person) -> None:
    await chen.taps("点评", on=STAR)
    await chen.says("依据？")
    await chen.taps("提交")
    await li.taps("回复", on="依据？")
    await li.says("去年出货 110 万")
    await chen.goes_home()
    await chen.approves(STAR)
    await li.taps("提交")
    li.sees("已由陈经理于")


@after(reported)
async def test_a_reply_in_the_chat_is_the_answer(li: Person, chen: Person) -> None:
    await chen.taps("点评", on=STAR)
    await chen.says("依据？")
    await chen.taps("提交")
    await li.replies("依据？", "去年出货 110 万")
    await li.replies("🟢 陈经理 点评", "今年 120 万")
    li.sees("请核对", "去年出货 110 万", "今年 120 万")
    await li.taps("提交")
    chen.sees("🟢 李明 回复", "去年出货 110 万", "今年 120 万")


async def test_an_applicant_without_an_account_answers_too(scene: Scene, wu: Person, chen: Person) -> None:
    await registers(scene, wu)
    await chen.taps("点评", on="代理商注册")
    await chen.says("请告知股东情况")
    await chen.taps("提交")
    wu.sees("请告知股东情况", "[回复]")
    await wu.taps("回复", on="请告知股东情况")
    await wu.says("自然人独资")
    await wu.taps("提交")
    chen.sees("回复 ZC-2026-00001", "自然人独资")


@after(reported)
async def test_who_gets_a_copy_sees_it_decides_nothing_and_hears_what_became_of_it(
    li: Person, chen: Person, liu: Person
) -> None:
    await chen.taps("抄送", on=STAR)
    await chen.picks("刘经理")
    await chen.says("与您去年谈的客户有关")
    await chen.taps("提交")
    chen.sees("已抄送")
    liu.sees("陈经理 抄送给您：与您去年谈的客户有关", STAR, "[点评]")
    liu.sees_not("[批准]", "[驳回]", "[转交]")
    await chen.goes_home()
    await chen.rejects(STAR, "资料不实")
    liu.sees("抄送的申请有结果", STAR, "已驳回 · 陈经理", "资料不实")
    liu.finds_not("[点评]")


@after(reported)
async def test_the_applicant_sends_a_copy_himself(li: Person, chen: Person, liu: Person) -> None:
    await li.goes_home()
    await li.taps("申请处理")
    await li.taps("1")
    await li.taps("抄送")
    await li.picks("刘经理")
    await li.taps("跳过")
    await li.taps("提交")
    liu.sees("李明 抄送给您", STAR)
    await chen.approves(STAR)
    liu.sees("抄送的申请有结果", "已批准 · 陈经理")
