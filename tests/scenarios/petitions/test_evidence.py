"""Pictures that go with an appeal, a correction or a word on a request: before whoever decides, and nobody else."""

from __future__ import annotations

from pathlib import Path

from bot.process.sweeping import sweep
from storage.files.store import FileStore
from tests.cast import Person, Scene, after, everywhere, wire
from tests.cast.contracts import picture
from tests.cast.customers import held, reported
from tests.scenarios.files.test_hostile_files import HOSTILE
from tests.scenarios.files.test_keeping_files import aged, contents
from tests.scenarios.petitions.test_corrections import RENAMED, opens_card

STAR = "深圳市星河联创电子有限公司"
WHY = "2026-08 起送样，对方研发王工可证"


async def appeals(wang: Person, li: Person, chen: Person) -> None:
    """王芳 against 李明's protection, with two pictures."""
    await li.reports(STAR)
    await chen.approves(STAR)
    await wang.taps("报备客户")
    await wang.says(STAR)
    await wang.taps("申诉")
    await wang.sends_photo(picture())
    wang.sees("1 📎 照片", "请再写几句说明")
    wang.sees_not("[完成", "[提交]")
    await wang.says(WHY)
    wang.sees("请核对", WHY, "📎 1")
    await wang.sends_photo(picture("teal"))
    wang.sees("请核对", "📎 2")
    await wang.taps("提交")
    wang.sees("已提交申诉 SS-2026-00001")


async def test_words_at_an_appeals_summary_are_more_of_it_and_the_same_picture_is_called_as_it_was_sent(
    li: Person, wang: Person, chen: Person
) -> None:
    await li.reports(STAR)
    await chen.approves(STAR)
    await wang.taps("报备客户")
    await wang.says(STAR)
    await wang.taps("申诉")
    await wang.sends("送样单.png", picture(), WHY, mime="image/png")
    wang.sees("请核对", "📎 1")
    await wang.says("样机测试报告可另附")
    wang.sees("请核对", WHY, "样机测试报告可另附", "📎 1")
    wang.sees_not("未识别")
    await wang.sends("另一张.png", picture(), mime="image/png")
    wang.sees("“另一张.png”与“送样单.png”内容相同，没有重复加入")


@wire
async def test_an_appeal_comes_with_its_pictures_before_whoever_judges(
    li: Person, wang: Person, chen: Person, liu: Person
) -> None:
    await appeals(wang, li, chen)
    liu.sees("申诉 SS-2026-00001", WHY, "[📎 图 1]", "[📎 图 2]", "[申诉成立]")
    await liu.taps("图 2", on="SS-2026-00001")
    liu.sees("📎 王芳", "照片 2", "[‹ 上一张]")


@everywhere
async def test_after_the_decision_they_stay_with_it_and_are_read_by_the_appellant(
    scene: Scene, li: Person, wang: Person, chen: Person, liu: Person, tmp_path: Path
) -> None:
    await appeals(wang, li, chen)
    await liu.taps("维持原决定", on="SS-2026-00001")
    await liu.says("李明的报备在先")
    await liu.taps("提交")
    await liu.says("SS-2026-00001")
    liu.sees("⛔ 维持原决定", "[📎 图 1]", "[📎 图 2]")
    await wang.goes_home()
    await wang.taps("申请处理")
    await wang.taps("申诉与更正")
    await wang.taps("全部")
    await wang.taps("1")
    await wang.taps("图 1")
    wang.sees("📎 王芳", "照片 1")
    kept = contents(tmp_path / "files")
    assert len(kept) == 2
    for _ in range(2):
        aged(tmp_path / "files")
        await sweep(scene.db, FileStore(tmp_path / "files"))
    assert contents(tmp_path / "files") == kept


async def test_an_appeal_that_is_taken_back_keeps_them_and_the_rival_opens_nothing(
    scene: Scene, li: Person, sun: Person, wang: Person, qian: Person, chen: Person, liu: Person
) -> None:
    await appeals(wang, li, chen)
    key = liu.button("图 1", on="SS-2026-00001")
    for rival in (li, sun):
        await rival.presses(key)
        rival.sees_not("📎 王芳")
        await rival.says("SS-2026-00001")
        rival.sees_not(WHY, "📎")
    await wang.goes_home()
    await wang.taps("申请处理")
    await wang.taps("申诉与更正")
    await wang.taps("1")
    await wang.taps("撤回")
    await wang.taps("确认撤回")
    wang.sees("已撤回", "[📎 图 1]")
    await qian.says("SS-2026-00001")
    qian.sees(WHY, "[📎 图 1]")
    await qian.taps("图 1")
    qian.sees("📎 王芳")


@after(held)
async def test_a_hostile_picture_of_an_appeal_is_refused_and_the_reason_kept(
    li: Person, wang: Person, chen: Person
) -> None:
    await wang.taps("报备客户")
    await wang.says(STAR)
    await wang.taps("申诉")
    made, reason = HOSTILE["不是照片.jpg"]
    await wang.sends("不是照片.jpg", made(), WHY, mime="image/jpeg")
    wang.sees(reason, WHY)
    await wang.taps("保留不变")
    wang.sees("请核对", WHY)
    wang.sees_not("📎")


# --- corrections ----------------------------------------------------------------------------------------------------


@after(held)
async def test_another_name_comes_with_its_evidence_before_the_manager(li: Person, wang: Person, chen: Person) -> None:
    await opens_card(li, "星河")
    await li.taps("更正资料")
    li.sees("请核对")
    li.sees_not("说明")
    await li.taps("修改")
    await li.taps("1")
    await li.says(RENAMED)
    li.sees("请核对", "说明　—")
    await li.sends_photo(picture(), "工商变更通知书")
    li.sees("请核对", "说明　工商变更通知书　📎 1")
    await li.taps("提交")
    chen.sees("更正客户资料", "工商变更通知书", "[📎 图 1]", "[批准]")
    await chen.taps("图 1", on="更正客户资料")
    chen.sees("📎 李明")
    await wang.presses(chen.button("图 1", on="更正客户资料"))
    wang.sees_not("📎 李明")
    await chen.taps("批准", on="更正客户资料")
    await li.goes_home()
    await li.says("GZ-2026-00001")
    li.sees("工商变更通知书", "[📎 图 1]")


@after(held)
async def test_a_correction_needs_no_evidence_and_what_changes_at_once_is_asked_for_none(
    li: Person, chen: Person
) -> None:
    await opens_card(li, "星河")
    await li.taps("更正资料")
    await li.taps("修改")
    await li.taps("1")
    await li.says(RENAMED)
    await li.taps("提交")
    chen.sees("更正客户资料")
    chen.sees_not("📎", "说明")


# --- words on a request ----------------------------------------------------------------------------------------------


@after(reported)
async def test_a_word_on_a_request_and_its_answer_carry_pictures(li: Person, wang: Person, chen: Person) -> None:
    await chen.taps("点评", on=STAR)
    await chen.says("年用量的依据是什么？")
    await chen.taps("提交")
    await li.replies_with_photo("年用量的依据", picture(), picture("teal"), caption="去年的出货单")
    li.sees("请核对", "去年的出货单", "📎 2")
    await li.taps("提交")
    chen.sees("🟢 李明 回复 BB-2026-00001", "去年的出货单", "[📎 图 1]", "[📎 图 2]")
    await chen.taps("图 2", on="李明 回复")
    chen.sees("📎 李明", "照片 2")
    await chen.goes_home()
    await chen.taps("待审批")
    await chen.taps("1")
    chen.sees("去年的出货单　📎 2", "[📎 图 1]")
    key = chen.button("图 1")
    await wang.presses(key)
    wang.sees_not("📎 李明")
    await chen.taps("批准")
    await li.goes_home()
    await li.says("BB-2026-00001")
    li.sees("去年的出货单　📎 2", "[📎 图 1]")
    await li.taps("图 1")
    li.sees("📎 李明")


@after(reported)
async def test_pictures_of_a_request_are_its_sides_alone_after_a_hand_over(
    scene: Scene, li: Person, sun: Person, qian: Person, chen: Person
) -> None:
    await chen.taps("点评", on=STAR)
    await chen.sends_photo(picture(), "请按这张表补充")
    await chen.taps("提交")
    await sun.says("BB-2026-00001")
    sun.sees("[📎 图 1]")
    await sun.taps("图 1")
    sun.sees("📎 陈经理")
    await qian.says("BB-2026-00001")
    qian.sees_not("📎")
    await qian.presses(li.button("图 1", on="请按这张表补充"))
    qian.sees_not("📎 陈经理")
