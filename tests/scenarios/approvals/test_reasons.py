"""驳回 and 退回修改 by one tap: the policy's reasons by kind of request, completed in words, read in the reader's language."""

from __future__ import annotations

from domain.base.policy.reasons import OfferedReason, ReasonsOfKind
from tests.cast import Person, Scene, after
from tests.cast.customers import held, reported
from tests.scenarios.petitions.test_appeals import appeals
from tests.scenarios.petitions.test_corrections import opens_card

STAR = "深圳市星河联创电子有限公司"
DIRECT = "该客户由总部直供"
DIRECT_ENGLISH = "Served by headquarters directly"


@after(reported)
async def test_a_report_is_rejected_by_a_tapped_reason(li: Person, chen: Person) -> None:
    await chen.taps("驳回", on=STAR)
    chen.sees("驳回原因", f"1 {DIRECT}", "贸易商或同行，非终端客户")
    await chen.picks(DIRECT)
    chen.sees("请核对", DIRECT, "可直接输入补充说明", "[提交]")
    await chen.taps("提交")
    chen.sees("⛔ 已驳回 · 陈经理", DIRECT)
    li.sees("报备被驳回", f"陈经理：{DIRECT}")
    li.sees_not(DIRECT_ENGLISH)


@after(reported)
async def test_a_chosen_reason_is_completed_in_words_as_often_as_wanted(li: Person, chen: Person) -> None:
    await chen.taps("驳回", on=STAR)
    await chen.picks(DIRECT)
    await chen.says("由大客户部王工对接")
    chen.sees("请核对", f"{DIRECT}：由大客户部王工对接")
    await chen.says("电话 0755-86000100")
    await chen.taps("提交")
    li.sees(f"陈经理：{DIRECT}：由大客户部王工对接；电话 0755-86000100")


@after(reported)
async def test_what_completes_a_reason_is_not_endless(li: Person, chen: Person) -> None:
    await chen.taps("驳回", on=STAR)
    await chen.picks(DIRECT)
    await chen.says("长" * 295)
    chen.sees("304", "300", "请核对")
    await chen.taps("提交")
    li.sees(f"陈经理：{DIRECT}")
    li.sees_not("长长")


@after(reported)
async def test_who_reads_english_reads_what_was_meant_and_the_added_words_as_they_were_written(
    li: Person, chen: Person
) -> None:
    await li.speaks("English")
    await chen.taps("驳回", on=STAR)
    await chen.picks(DIRECT)
    await chen.says("王工")
    await chen.taps("提交")
    li.sees(f"陈经理: {DIRECT_ENGLISH}: 王工")
    li.sees_not(DIRECT)


@after(reported)
async def test_an_english_approver_taps_english_and_is_read_in_chinese(li: Person, chen: Person) -> None:
    await chen.speaks("English")
    await chen.taps("To decide")
    await chen.taps("1")
    await chen.taps("Reject")
    chen.sees(DIRECT_ENGLISH)
    await chen.says(DIRECT_ENGLISH)
    await chen.taps("Submit")
    chen.sees(DIRECT_ENGLISH)
    li.sees(f"陈经理：{DIRECT}")


@after(reported)
async def test_a_report_is_returned_by_a_tapped_reason_which_stands_over_what_is_mended(
    li: Person, chen: Person
) -> None:
    await chen.taps("退回修改", on=STAR)
    await chen.picks("总出货量")
    await chen.taps("完成")
    await chen.picks("请写明终端年产量")
    await chen.taps("提交")
    li.sees("请修改：总出货量", "陈经理：请写明终端年产量")
    await li.speaks("English")
    await li.taps("修改并交回", on="退回修改")
    li.sees("陈经理: Please give the end customer's yearly volume")


@after(reported)
async def test_own_words_are_taken_as_ever_and_are_not_completed(li: Person, chen: Person) -> None:
    await chen.taps("驳回", on=STAR)
    await chen.says("月底再报")
    chen.sees_not("可直接输入补充说明")
    await chen.says("请稍候")
    await chen.taps("提交")
    li.sees("陈经理：月底再报")
    li.sees_not("请稍候")


@after(reported)
async def test_nobody_writes_what_reads_otherwise_in_another_language(li: Person, chen: Person) -> None:
    await chen.taps("驳回", on=STAR)
    await chen.says("\ufff9同意\ufffano\ufffb")
    await chen.taps("提交")
    li.sees("陈经理：同意no")


@after(reported)
async def test_a_reason_that_the_policy_has_no_more_is_not_tapped_on_an_old_card(
    scene: Scene, li: Person, chen: Person
) -> None:
    await chen.taps("驳回", on=STAR)
    kept = chen.button("1")
    scene.policy(reasons={"customer_report": ReasonsOfKind(reject=(OfferedReason(text="资料不全"),))})
    await chen.presses(kept)
    chen.sees("驳回原因", "资料不全")
    chen.sees_not(DIRECT, "请核对")
    await chen.picks("资料不全")
    await chen.taps("提交")
    li.sees("陈经理：资料不全")


@after(reported)
async def test_what_was_given_stays_in_both_languages_when_the_policy_has_it_no_more(
    scene: Scene, li: Person, chen: Person
) -> None:
    await chen.taps("驳回", on=STAR)
    await chen.picks(DIRECT)
    scene.policy(reasons={"customer_report": ReasonsOfKind()})
    await chen.taps("提交")
    li.sees(f"陈经理：{DIRECT}")
    await li.speaks("English")
    await li.taps("查看", on=DIRECT)
    li.sees(DIRECT_ENGLISH)


async def test_without_reasons_in_the_policy_it_is_written(scene: Scene, li: Person, chen: Person) -> None:
    scene.policy(reasons={"customer_report": ReasonsOfKind()})
    await li.reports(STAR)
    await chen.taps("驳回", on=STAR)
    chen.sees("驳回原因")
    await chen.says("资料不全")
    await chen.taps("提交")
    li.sees("陈经理：资料不全")


@after(reported)
async def test_an_appeal_is_dismissed_by_a_tapped_reason_of_its_own_kind(
    li: Person, wang: Person, chen: Person, liu: Person
) -> None:
    await wang.reports(STAR)
    await chen.approves(STAR)
    await appeals(wang)
    await liu.taps("维持原决定", on="SS-2026-00001")
    liu.sees("对方报备在先且持续跟进")
    liu.sees_not(DIRECT)
    await liu.picks("对方报备在先且持续跟进")
    await liu.says("李明已送样两次")
    await liu.taps("提交")
    wang.sees("维持原决定", "刘经理：对方报备在先且持续跟进：李明已送样两次")


@after(held)
async def test_an_extension_is_refused_by_a_tapped_reason_of_its_own_kind(li: Person, chen: Person) -> None:
    await opens_card(li, STAR[:5])
    await li.taps("申请延期")
    await li.says("3")
    await li.says("样机测试中")
    await li.taps("提交")
    await chen.taps("驳回", on="申请延期")
    await chen.picks("跟进记录不足")
    await chen.taps("提交")
    li.sees("延期未批准", "陈经理：跟进记录不足")
