"""Pictures to a follow-up report and to what is said about it: sent as one writes to a colleague, read by whoever reads the report."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.process.sweeping import sweep
from storage.files.store import FileStore
from tests.cast import Person, Scene, everywhere, wire
from tests.cast.contracts import pdf, picture
from tests.cast.doings import pasted
from tests.scenarios.customers.test_exports import exported
from tests.scenarios.files.test_hostile_files import HOSTILE
from tests.scenarios.files.test_keeping_files import aged, contents
from tests.scenarios.follow_ups.test_follow_ups import LIGHT, PROJECT, STAR


@pytest.fixture
async def held(li: Person, chen: Person) -> None:
    """李明 holds 星河."""
    await li.reports(STAR)
    await chen.approves(STAR)
    await li.goes_home()


@pytest.fixture
async def asked(held: None, li: Person) -> None:
    """李明 is asked for the news of 星河."""
    await li.taps("写跟进")
    await li.picks("星河")
    li.sees("客户动态", "可附图片")


@pytest.fixture
async def written(asked: None, li: Person) -> None:
    """A report with one picture."""
    await li.sends_photo(picture(), "产线已换型")
    await li.finishes()
    await li.taps("提交")
    await li.goes_home()


@everywhere
async def test_a_picture_goes_along_before_with_and_after_the_words(asked: None, li: Person, chen: Person) -> None:
    await li.sends_photo(picture())
    li.sees("1 📎 照片", "图片已收下，请再写几句说明")
    li.sees_not("[完成", "[提交]", "[直接核对]")
    await li.says("产线已换型")
    li.sees("✓ 客户动态：产线已换型　📎 1", "项目")
    await li.sends_photo(picture("teal"), "样机在 2 号线")
    li.sees("📎 已加到“客户动态”", "项目")
    await li.finishes()
    await li.sends_photo(picture("red"))
    li.sees("请核对", "产线已换型 样机在 2 号线", "📎 3")
    await li.taps("提交")
    await li.taps("查看")
    li.sees("产线已换型", "[📎 图 1]", "[📎 图 2]", "[📎 图 3]")
    await chen.opens_customer("星河")
    await chen.taps("跟进记录")
    chen.sees("📎 3")
    await chen.taps("1")
    await chen.taps("图 1")
    chen.sees("📎 李明", "照片 1", "[下一张 ›]")
    await chen.taps("下一张")
    chen.sees("照片 2", "[‹ 上一张]", "[下一张 ›]")
    await chen.taps("下一张")
    chen.sees("照片 3")
    chen.sees_not("[下一张")


async def test_a_picture_alone_is_kept_and_can_be_handed_in_only_with_words(asked: None, li: Person) -> None:
    await li.sends_photo(picture())
    await li.goes_home()
    await li.says("草稿")
    await li.taps("1")
    li.sees("1 📎 照片", "请再写几句说明")
    await li.taps("去掉最后一个")
    li.sees_not("请再写几句")
    await li.sends_photo(picture())
    await li.says("-")
    li.sees("1 📎 照片")
    await li.says("产线已换型")
    await li.finishes()
    await li.taps("提交")
    li.sees("✅ 已提交")


async def test_an_album_with_its_words_and_a_picture_that_is_sent_as_a_file(asked: None, li: Person) -> None:
    await li.sends_album(("一.jpg", picture()), ("二.jpg", picture("teal")))
    li.sees("1 📎 一.jpg", "2 📎 二.jpg", "请再写几句说明")
    await li.sends("现场.png", picture("red"), "产线已换型", mime="image/jpeg")
    li.sees("✓ 客户动态：产线已换型　📎 3")
    await li.finishes()
    await li.taps("提交")
    await li.taps("查看")
    await li.taps("图 3")
    li.sees("现场.png")


async def test_the_sixth_is_refused_kindly_and_its_words_are_kept(asked: None, li: Person) -> None:
    for colour in ("navy", "teal", "red", "green", "black"):
        await li.sends_photo(picture(colour))
    await li.sends_photo(picture("white"), "产线已换型")
    li.sees("最多 5 个文件，没有收下“照片 6”", "产线已换型")
    await li.taps("保留不变")
    await li.finishes()
    li.sees("请核对", "产线已换型", "📎 5")


async def test_of_an_album_it_is_said_once_how_many_found_no_room(asked: None, li: Person) -> None:
    colours = ("navy", "teal", "red", "green", "black", "white", "yellow", "pink", "gray")
    await li.sends_album(*((f"{colour}.jpg", picture(colour)) for colour in colours))
    li.sees("最多 5 个文件，已收 5 个，这组里有 4 个没有收下")
    li.sees_not("没有收下“")
    await li.sends_album(("a.jpg", picture("orange")), ("b.jpg", picture("brown")))
    li.sees("这组里有 2 个没有收下")


@pytest.mark.parametrize("name", ["一面墙.png", "坏的.jpg", "执照.heic", "不是照片.jpg"])
async def test_a_hostile_file_is_refused_and_what_stood_under_it_is_not_lost(
    asked: None, li: Person, name: str
) -> None:
    made, reason = HOSTILE[name]
    await li.sends(name, made(), "产线已换型", mime="application/octet-stream")
    li.sees(reason, "产线已换型")
    await li.sends("合同.pdf", pdf(), mime="application/pdf")
    li.sees("“合同.pdf”的格式这里不收，请发图片")
    await li.taps("保留不变")
    await li.finishes()
    li.sees("客户动态　产线已换型")
    li.sees_not("📎")


async def test_under_a_picture_as_much_can_be_said_as_in_a_message(asked: None, li: Person) -> None:
    await li.says("客户立项空调主控")
    await li.adds_project(*PROJECT)
    await li.taps("提交")
    await li.goes_home()
    await li.taps("写跟进")
    await li.picks("星河")
    await li.sends_photo(picture(), "客户动态：首批顺利\n变频空调主控 小批 首批 500 片已下单")
    li.sees("请核对", "客户动态　首批顺利　📎 1", "变频空调主控（小批）首批 500 片已下单")
    await li.taps("提交")
    await li.taps("查看")
    li.sees("研发 → 小批", "[📎 图 1]")


# --- as a reply -----------------------------------------------------------------------------------------------------


@wire
async def test_a_photo_as_the_reply_to_a_reminder_is_a_report_with_evidence(
    held: None, scene: Scene, li: Person
) -> None:
    await scene.later(days=13)
    await li.replies_with_photo("天未跟进", picture(), picture("teal"), caption="产线已换型")
    li.sees("写跟进", "✓ 客户动态：产线已换型", "📎")
    await li.finishes()
    li.sees("产线已换型", "📎 2")
    await li.taps("提交")
    li.sees("✅ 已提交 GJ-2026-00001")


async def test_a_photo_alone_as_the_reply_asks_for_the_words(held: None, scene: Scene, li: Person) -> None:
    await scene.later(days=13)
    await li.replies_with_photo("天未跟进", picture())
    li.sees("写跟进", STAR, "1 📎 照片", "请再写几句说明")
    await li.says("产线已换型")
    await li.replies_with_photo("天未跟进", picture("teal"))
    await li.finishes()
    li.sees("请核对", "产线已换型　📎 2")


async def test_a_photo_alone_is_added_to_the_report_that_was_just_written(held: None, scene: Scene, li: Person) -> None:
    await scene.later(days=13)
    await li.replies("天未跟进", "产线已换型")
    await li.replies_with_photo("天未跟进", picture())
    await li.finishes()
    li.sees("请核对", "产线已换型　📎 1")
    await li.taps("提交")
    await li.goes_home()
    await li.follows_up("星河", "下周送样")
    await li.finishes()
    await li.taps("提交")
    await scene.later(days=12)
    await li.follows_up("星河", "已送样")
    await li.finishes()
    await li.taps("提交")


async def test_in_a_digest_of_several_the_photo_lies_until_its_customer_is_named(
    held: None, scene: Scene, li: Person, chen: Person
) -> None:
    await li.reports(LIGHT)
    await chen.approves(LIGHT)
    await scene.later(days=13)
    await li.replies_with_photo("今日提醒", picture(), picture("teal"))
    li.sees("这一条是哪个客户的？", "📎 2")
    await li.sends("表.txt", b"words", mime="text/plain")
    li.sees("“表.txt”的格式这里不收", "📎 2")
    await li.taps("佛山市启明")
    li.sees(LIGHT, "1 📎 照片 1", "2 📎 照片 2", "请再写几句说明")
    await li.says("现场已验收")
    await li.finishes()
    await li.taps("提交")
    li.sees("✅ 已提交", LIGHT)
    await li.replies_with_photo("今日提醒", picture("red"), picture("green"), caption="星河 产线已换型")
    li.sees("写跟进", STAR, "产线已换型")
    await li.finishes()
    li.sees("📎 2")


# --- what becomes of them -------------------------------------------------------------------------------------------


async def test_a_correction_keeps_them_and_what_stood_before_is_kept_too(
    written: None, scene: Scene, li: Person, tmp_path: Path
) -> None:
    await li.opens_customer("星河")
    await li.taps("跟进记录")
    await li.taps("1")
    await li.taps("更正")
    li.sees("请核对", "产线已换型　📎 1")
    await li.taps("修改")
    await li.taps("1")
    await li.sends_photo(picture("teal"))
    await li.taps("完成")
    await li.taps("提交")
    await li.taps("查看")
    li.sees("已更正 1 次", "[📎 图 2]")
    await li.taps("更正记录")
    li.sees("图片：1 → 2")
    await li.taps("返回")
    await li.taps("更正")
    await li.taps("修改")
    await li.taps("1")
    await li.taps("去掉最后一个")
    await li.taps("去掉最后一个")
    await li.says("产线未换型")
    await li.taps("提交")
    await li.taps("查看")
    li.sees("产线未换型")
    li.sees_not("📎 图")
    await li.goes_home()
    kept = contents(tmp_path / "files")
    assert len(kept) == 2
    for _ in range(2):
        aged(tmp_path / "files")
        await sweep(scene.db, FileStore(tmp_path / "files"))
    assert contents(tmp_path / "files") == kept, "an earlier version has them still"


async def test_a_comment_and_its_answer_carry_pictures(written: None, li: Person, chen: Person, wang: Person) -> None:
    await chen.opens_customer("星河")
    await chen.taps("跟进记录")
    await chen.taps("1")
    await chen.taps("点评")
    await chen.sends_photo(picture("teal"), "请按这张表补充")
    await chen.taps("提交")
    li.sees("陈经理 点评", "请按这张表补充", "[📎 图 1]")
    await li.taps("图 1", on="请按这张表补充")
    li.sees("📎 陈经理")
    await li.replies_with_photo("请按这张表补充", picture("red"))
    li.sees("回复点评", "1 📎 照片")
    await li.taps("完成")
    await li.taps("提交")
    chen.sees("李明 回复", "（图片）", "[📎 图 1]")
    await chen.taps("查看", on="李明 回复")
    chen.sees("请按这张表补充　📎 1", "（图片）　📎 1", "[📎 图 3]")


async def test_words_that_are_green_keep_their_pictures_for_whoever_opens_them(
    written: None, li: Person, chen: Person
) -> None:
    await chen.opens_customer("星河")
    await chen.taps("跟进记录")
    await chen.taps("1")
    await chen.taps("点评")
    await chen.sends_photo(picture("teal"), "请按这张表补充")
    await chen.taps("提交")
    await li.opens_customer("星河")
    await li.goes_home()
    await li.says("GJ-2026-00001")
    li.sees("🟢", "[📎 图 1]")
    li.sees_not("[📎 图 2]")


async def test_an_export_names_them(written: None, scene: Scene, li: Person, chen: Person) -> None:
    await chen.opens_customer("星河")
    await chen.taps("跟进记录")
    await chen.taps("1")
    await chen.taps("点评")
    await chen.sends("竞品.png", picture("teal"), "请按这张表补充", mime="image/png")
    await chen.taps("提交")
    await li.goes_home()
    await li.taps("我的客户")
    await li.taps("导出 Excel")
    (book,) = await exported(scene)
    assert (book["跟进"]["H1"].value, book["跟进"]["H2"].value) == ("图片", "照片 1")
    assert (book["点评"]["G1"].value, book["点评"]["G2"].value) == ("图片", "竞品.png")


# --- who sees them --------------------------------------------------------------------------------------------------


async def test_a_rival_opens_nothing_and_whoever_lost_the_customer_no_more(
    written: None, scene: Scene, li: Person, sun: Person, wang: Person, qian: Person, chen: Person
) -> None:
    await li.says("GJ-2026-00001")
    key = li.button("图 1")
    for rival in (wang, qian):
        await rival.presses(key)
        rival.sees_not("📎 李明")
        await rival.says("GJ-2026-00001")
        rival.sees_not("产线已换型", "图 1")
    await li.taps("图 1")
    li.sees("📎 李明")
    await li.goes_home()
    await li.says("GJ-2026-00001")
    await li.opens_customer("星河")
    await li.taps("放弃保护")
    await li.says("客户已停产")
    await li.taps("放弃保护")
    await li.goes_home()
    await li.says("GJ-2026-00001")
    li.sees_not("📎", "产线已换型")


async def test_the_next_holder_reads_them_without_a_name(
    asked: None, scene: Scene, li: Person, wang: Person, chen: Person
) -> None:
    await li.sends("南山电子李明.jpg", picture(), "产线已换型", mime="image/jpeg")
    await li.finishes()
    await li.taps("提交")
    await li.opens_customer("星河")
    await li.taps("放弃保护")
    await li.says("客户已停产")
    await li.taps("放弃保护")
    await scene.later(days=40)
    await wang.says(pasted(STAR))
    await wang.taps("继续")
    await wang.taps("提交")
    await chen.approves(STAR)
    await wang.opens_customer("星河")
    await wang.taps("跟进记录")
    wang.sees("原代理商", "📎 1")
    await wang.taps("1")
    await wang.taps("图 1")
    wang.sees("📎 原代理商", "照片 1")
    wang.sees_not("南山", "李明")


async def test_in_english(held: None, li: Person, chen: Person) -> None:
    await li.speaks("English")
    await li.taps("Follow up")
    await li.picks("星河")
    await li.sends_photo(picture())
    li.sees("The pictures are kept; please add a few words")
    await li.says("The line was switched over")
    await li.taps("Check now")
    await li.taps("Submit")
    await li.taps("View")
    li.sees("The line was switched over", "[📎 Picture 1]")


# --- in pieces ------------------------------------------------------------------------------------------------------


async def test_words_and_a_picture_at_the_summary_in_one_breath_both_belong_to_the_report(
    asked: None, scene: Scene, li: Person
) -> None:
    await li.says("今天去了星河")
    await li.finishes()
    async with scene.at_once():
        await li.says("样品下周寄")
        await li.sends_photo(picture())
    li.sees("请核对", "今天去了星河 样品下周寄　📎 1")


async def test_a_report_in_pieces_is_read_piece_by_piece(held: None, scene: Scene, li: Person) -> None:
    await scene.later(days=13)
    await li.replies_with_photo("天未跟进", picture())
    await li.says("采购说")
    li.sees("项目")
    await li.says("价格再谈，下次拜访下周一")
    li.sees_not("未识别")
    await li.finishes()
    li.sees("请核对", "采购说 价格再谈，下次拜访下周一　📎 1")
    li.sees_not("下次拜访　—")
    await li.says("样品下周寄")
    li.sees("采购说 价格再谈，下次拜访下周一 样品下周寄", "📎 1")
    await li.edits("样品下周寄", "样品月底寄")
    li.sees("下次拜访下周一 样品月底寄", "📎 1")
    await li.says("好的")
    li.sees_not("样品月底寄 好的")
    await li.taps("提交")
    li.sees("✅ 已提交")


async def test_a_sentence_at_the_projects_is_more_of_the_words_and_a_name_is_none(asked: None, li: Person) -> None:
    await li.says("今天去了星河")
    await li.says("采购说价格再谈，样品下周寄")
    li.sees("✓ 客户动态：今天去了星河 采购说价格再谈，样品下周寄", "项目")
    await li.says("空调主控")
    await li.finishes()
    li.sees("请核对", "采购说价格再谈，样品下周寄")
    li.sees_not("寄 空调主控")


async def test_words_are_put_right_though_a_picture_came_since(asked: None, li: Person) -> None:
    await li.says("今天去了星河")
    await li.sends_photo(picture())
    await li.edits("今天去了星河", "昨天去了星河")
    await li.finishes()
    li.sees("请核对", "昨天去了星河　📎 1")
    await li.edits("昨天去了星河", "前天去了星河")
    li.sees("请核对", "前天去了星河　📎 1")


async def test_what_answers_a_reminder_whose_report_is_in_is_added_to_that(
    held: None, scene: Scene, li: Person
) -> None:
    await scene.later(days=13)
    await li.replies_with_photo("天未跟进", picture(), caption="产线已换型")
    await li.finishes()
    await li.taps("提交")
    await li.goes_home()
    await li.replies_with_photo("今日提醒", picture("teal"))
    li.sees("请核对", "产线已换型　📎 2")
    await li.taps("提交")
    li.sees("GJ-2026-00001")
    await li.goes_home()
    await li.replies("今日提醒", "样品下周寄")
    li.sees("请核对", "产线已换型 样品下周寄　📎 2")
    await li.taps("提交")
    await li.taps("查看")
    li.sees("已更正 2 次")
