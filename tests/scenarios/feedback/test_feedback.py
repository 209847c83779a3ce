"""反馈: anybody tells the administrators of a problem, with screenshots; they answer in the chat."""

from __future__ import annotations

from tests.cast import Person, Scene, everywhere
from tests.cast.contracts import picture
from tests.scenarios.people.test_people import opens_person_of_the_vendor

LOST, MENDED = "导出的表里少了 3 个客户", "已修复，请重新导出"


async def gives(person: Person, words: str) -> None:
    await person.goes_home()
    await person.says("反馈")
    await person.taps("写反馈")
    await person.says(words)
    await person.taps("提交")


@everywhere
async def test_a_problem_with_a_screenshot_is_answered_in_the_chat(
    scene: Scene, li: Person, wang: Person, chen: Person, admin: Person
) -> None:
    await li.says("有问题")
    li.sees("没有待答复的反馈", "[写反馈]")
    await li.taps("写反馈")
    await li.sends_photo(picture(), LOST)
    li.sees("请核对", LOST, "📎 1")
    await li.taps("提交")
    li.sees("✅ 已提交反馈 FK-2026-0001", "管理员会在这里答复")
    admin.sees("反馈 FK-2026-0001 · ⏳ 待答复", "李明 · 深圳南山电子 · 业务员", LOST, "[答复]", "[📎 图 1]")
    assert admin.copies("复制编号") == "FK-2026-0001"
    await admin.taps("图 1", on=LOST)
    admin.sees("📎 李明")
    await admin.goes_home()
    admin.sees("⏳ 1 条反馈待答复")
    await scene.later(days=3)
    await admin.says("反馈")
    admin.sees("待答复 3 天", "FK-2026-0001 · 李明", LOST)
    await admin.replies("李明 · 深圳南山电子", MENDED)
    await admin.taps("答复")
    admin.sees("✅ 已答复反馈 FK-2026-0001")
    assert "答复" not in " ".join(admin.buttons_on("李明 · 深圳南山电子"))
    li.finds("FK-2026-0001 · ✅ 已答复", MENDED)
    await li.replies(MENDED, "还少 1 个")
    await li.taps("提交")
    admin.sees("还少 1 个", "[答复]")
    for stranger in (wang, chen):
        await stranger.says("FK-2026-0001")
        stranger.sees_not(LOST)
    await li.says("fk 2026 1")
    li.sees("⏳ 待答复", LOST, MENDED, "还少 1 个")


async def test_the_second_of_two_administrators_hears_who_was_first(
    scene: Scene, li: Person, liu: Person, admin: Person
) -> None:
    await opens_person_of_the_vendor(admin, "刘经理")
    await admin.taps("设为管理员")
    await gives(li, LOST)
    liu.finds(LOST)
    await admin.taps("答复", on=LOST)
    await admin.says("正在看")
    await liu.replies(LOST, MENDED)
    await liu.taps("答复")
    await admin.taps("答复")
    admin.sees("刘经理 已于", "您写的将作为补充", "正在看")
    assert li.count("正在看") == 0
    await admin.replies(LOST, "明天发新版")
    admin.sees("请核对", "正在看", "明天发新版")
    await admin.taps("答复")
    li.finds(MENDED, "正在看", "明天发新版")


async def test_what_is_replied_again_is_added_to_what_is_being_written(li: Person, admin: Person) -> None:
    await gives(li, LOST)
    await admin.replies(LOST, "正在看")
    await admin.replies("李明 · 深圳南山电子", MENDED)
    admin.sees("请核对", "正在看", MENDED)
    await admin.taps("答复")
    li.finds("正在看", MENDED)
    await li.replies(MENDED, "还少 1 个")
    await li.replies_with_photo("FK-2026-0001 · ✅ 已答复", picture(), caption="见图")
    li.sees("请核对", "还少 1 个", "见图", "📎 1")
    await li.taps("提交")
    admin.sees("还少 1 个", "见图")


async def test_in_english(li: Person, admin: Person) -> None:
    await li.speaks("English")
    await li.says("feedback")
    await li.taps("Give feedback")
    await li.says("Three customers are missing")
    await li.taps("Submit")
    li.sees("✅ Feedback FK-2026-0001 sent")
    await admin.replies("Three customers", "Mended")
    await admin.taps("答复")
    li.sees("Feedback FK-2026-0001 · ✅ answered", "Mended")
