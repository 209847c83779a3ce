"""问渠道经理: asked on whatever one may see, answered in the chat, gone on with in the same thread."""

from __future__ import annotations

from domain.people.records import AccountType
from tests.cast import Person, Scene, after, everywhere, wire
from tests.cast.contracts import picture
from tests.scenarios.people.test_deputies import goes_away

STAR, LIGHT = "深圳市星河联创电子有限公司", "佛山市启明电机有限公司"
ASKS, ANSWERS = "BAT32G135 能用于 125℃ 吗", "可以，见数据手册 3.2"


async def held(li: Person, chen: Person) -> None:
    """李明 holds 星河, and has its card open."""
    await li.reports(STAR)
    await chen.approves(STAR)
    await li.goes_home()
    await li.taps("我的客户")
    await li.picks("星河")


async def asked(li: Person, chen: Person) -> None:
    await held(li, chen)
    await li.taps("问渠道经理")
    await li.says(ASKS)
    await li.taps("提交")


@everywhere
@after(held)
async def test_a_question_is_asked_in_three_acts_and_answered_in_two(li: Person, chen: Person) -> None:
    before = li.acts
    await li.taps("问渠道经理")
    li.sees("问题", STAR)
    await li.says(ASKS)
    li.sees("请核对", ASKS, "答复：陈经理")
    await li.taps("提交")
    assert li.acts - before == 3
    li.sees("✅ 已提交提问 WT-2026-0001", STAR, "陈经理 一个工作日内答复")
    chen.sees("提问 WT-2026-0001", STAR, "深圳南山电子", "李明", ASKS, "请在", "[答复]")
    before = chen.acts
    await chen.replies(ASKS, ANSWERS)
    chen.sees("请核对", ANSWERS)
    await chen.taps("答复")
    assert chen.acts - before == 2
    chen.sees("✅ 已答复 · 陈经理", "WT-2026-0001")
    assert "答复" not in " ".join(chen.buttons_on("WT-2026-0001"))
    li.sees("WT-2026-0001 · ✅ 已答复", ANSWERS, "[追问]")


@after(asked)
async def test_the_thread_goes_on_in_both_directions(li: Person, chen: Person) -> None:
    await chen.taps("答复", on=ASKS)
    await chen.says(ANSWERS)
    await li.replies(ANSWERS, "寿命有数据吗")
    await li.taps("提交")
    chen.sees("WT-2026-0001", ASKS, ANSWERS, "寿命有数据吗", "[答复]")
    await chen.taps("答复", on="寿命有数据吗")
    await chen.says("明天发您")
    await chen.says("WT-2026-0001")
    chen.sees("✅ 已答复", "[补充]")
    await chen.taps("补充")
    await chen.says("1 万小时")
    await chen.taps("提交")
    li.sees("明天发您", "1 万小时", "[追问]")
    li.finds("↓ 有新内容")
    await li.goes_home()
    await li.says("wt 2026 1")
    li.sees(ASKS, ANSWERS, "寿命有数据吗", "1 万小时")


@after(asked)
async def test_what_is_added_while_it_waits_comes_as_a_new_card(li: Person, chen: Person) -> None:
    await li.taps("查看")
    await li.taps("追问")
    await li.says("客户明天要答案")
    await li.taps("提交")
    chen.sees(ASKS, "客户明天要答案", "[答复]")
    assert chen.count("↓ 有更新") == 1


@after(held)
async def test_pictures_go_along_whenever_they_are_sent(li: Person, chen: Person) -> None:
    await li.taps("问渠道经理")
    await li.sends_photo(picture())
    li.sees("📎", "完成")
    await li.says(ASKS)
    li.sees("请核对", ASKS, "📎 1")
    await li.taps("提交")
    chen.sees(ASKS, "📎 1", "[📎 图 1]")
    await chen.taps("图 1", on=ASKS)
    chen.sees("📎 李明")
    await chen.replies_with_photo(ASKS, picture(), caption="看这张")
    chen.sees("请核对", "看这张", "📎 1")
    await chen.says("第 3 页")
    await chen.taps("答复")
    li.sees("看这张", "第 3 页", "[📎 图 2]")


@after(held)
async def test_photos_are_called_by_their_places_and_one_that_is_refused_is_named(li: Person, chen: Person) -> None:
    await li.taps("问渠道经理")
    for colour in ("teal", "navy"):
        await li.sends_photo(picture(colour))
    li.sees("1 📎 照片 1", "2 📎 照片 2")
    await li.sends_photo(picture("teal"))
    li.sees("“照片 1”已经有了，没有重复加入")
    await li.sends("新文件.txt", b"words", mime="text/plain")
    li.sees("“新文件.txt”的格式这里不收")
    for colour in ("red", "green", "blue", "black"):
        await li.sends_photo(picture(colour))
    li.sees("最多 5 个文件，没有收下“照片 6”")
    await li.taps("完成")
    li.sees("📎 5 个：照片 1、照片 2")
    await li.taps("提交")
    await chen.taps("图 2", on="WT-2026-0001")
    chen.sees("📎 李明", "照片 2")
    chen.sees_not("photo")


@after(held)
async def test_a_picture_says_something_by_itself(li: Person, chen: Person) -> None:
    await li.taps("问渠道经理")
    await li.sends_photo(picture())
    await li.taps("完成")
    await li.taps("提交")
    chen.sees("WT-2026-0001", "[📎 图 1]")


@after(asked)
async def test_a_photo_as_a_reply_is_the_answer_whatever_is_open(li: Person, chen: Person) -> None:
    before = chen.acts
    await chen.replies_with_photo(ASKS, picture(), caption=ANSWERS)
    chen.sees("请核对", ANSWERS, "📎 1")
    await chen.taps("答复")
    assert chen.acts - before == 2
    li.sees(ANSWERS, "[📎 图 1]", "[追问]")
    await li.replies_with_photo(ANSWERS, picture(), picture("teal"), caption="这一页吗")
    li.sees("请核对", "这一页吗", "📎 2")
    await li.taps("提交")
    chen.sees("这一页吗", "[答复]")


@after(asked)
async def test_a_photo_as_a_reply_to_the_other_accounts_card_answers_as_that_one(
    scene: Scene, li: Person, chen: Person
) -> None:
    await scene.agency("东莞松山电子", ("何平", AccountType.SALESPERSON))
    await scene.second_account(chen, AccountType.SALESPERSON, "东莞松山电子")
    await chen.switches_to("东莞松山电子")
    await chen.replies_with_photo(ASKS, picture(), caption=ANSWERS)
    chen.sees("👤 以 陈经理（渠道经理 · 华南）操作", "请核对", ANSWERS)
    await chen.taps("答复")
    li.sees(ANSWERS, "[📎 图 1]")


@after(asked)
async def test_by_the_button_it_is_answered_in_two_acts(li: Person, chen: Person) -> None:
    before = chen.acts
    await chen.taps("答复", on=ASKS)
    await chen.says(ANSWERS)
    assert chen.acts - before == 2
    chen.sees("✅ 已答复 · 陈经理", ANSWERS, "[补充]")
    li.sees(ANSWERS, "[追问]")


@after(asked)
async def test_it_stands_under_to_be_answered_and_is_no_decision(
    scene: Scene, li: Person, chen: Person, liu: Person
) -> None:
    await chen.goes_home()
    chen.sees("⏳ 1 条提问待答复", "[待答复 (1)]")
    chen.sees_not("条待审批")
    await chen.taps("待审批")
    chen.sees("没有待审批的申请")
    await chen.goes_home()
    await scene.later(days=2)
    await chen.taps("待答复")
    chen.sees("待答复", "⏰ 2 天", ASKS)
    liu.finds("WT-2026-0001", "超时")
    li.finds("提问超时未答复")
    await li.goes_home()
    await li.says("我的提问")
    li.sees("⏳ 待答复 2 天", ASKS)
    await liu.taps("答复", on="WT-2026-0001")
    await liu.says(ANSWERS)
    li.sees(ANSWERS)
    assert "答复" not in " ".join(chen.buttons_on(ASKS))


@after(asked)
async def test_whoever_comes_second_hears_who_was_first(scene: Scene, chen: Person, liu: Person) -> None:
    await scene.later(days=2)
    await chen.taps("答复", on=ASKS)
    await liu.replies("WT-2026-0001", ANSWERS)
    await liu.taps("答复")
    await chen.says("正在查")
    chen.sees("刘经理 已于", "您写的将作为补充", "正在查")
    chen.sees_not("✅ 已答复 · 陈经理", "已批准")


@after(asked)
async def test_a_stale_button_answers_nothing_twice(li: Person, chen: Person) -> None:
    stale = chen.button("答复", on=ASKS)
    await chen.replies(ASKS, ANSWERS)
    await chen.taps("答复")
    await chen.presses(stale)
    assert li.count(ANSWERS) == 1


async def test_asked_on_a_report_a_project_a_request(li: Person, chen: Person) -> None:
    await li.reports(LIGHT)
    await li.taps("查看")
    await li.taps("问渠道经理")
    li.sees(LIGHT, "BB-2026-00001")
    await li.says("能加急吗")
    await li.taps("提交")
    chen.sees("提问 WT-2026-0001", LIGHT, "BB-2026-00001", "能加急吗")
    await chen.taps("查看原记录", on="能加急吗")
    chen.sees(LIGHT, "BB-2026-00001")
    await chen.taps("批准", on="名称含 佛山")
    await li.follows_up("启明", "客户立项")
    await li.adds_project("变频空调主控", "空调", "BAT32G135", "研发", "样片已寄出", "5万", "打样", "2027-03")
    await li.taps("提交")
    await li.taps("查看")
    await li.taps("问渠道经理")
    li.sees(LIGHT, "GJ-2026-00001")
    await li.says("样片何时到")
    await li.taps("提交")
    chen.sees("WT-2026-0002", "GJ-2026-00001", "样片何时到")
    await li.goes_home()
    await li.taps("我的客户")
    await li.picks("启明")
    await li.taps("项目")
    await li.picks("变频空调主控")
    await li.taps("问渠道经理")
    await li.says("有参考设计吗")
    await li.taps("提交")
    chen.sees("WT-2026-0003", LIGHT, "变频空调主控", "有参考设计吗")
    await li.goes_home()
    await li.taps("我的客户")
    await li.picks("启明")
    await li.taps("问答")
    li.sees("问答（3）", "能加急吗", "样片何时到", "有参考设计吗")


@after(held)
async def test_engineers_and_assistants_ask_too_and_the_salesperson_hears_the_answer(
    li: Person, zhou: Person, sun: Person, wang: Person, chen: Person
) -> None:
    await zhou.taps("我的客户")
    await zhou.picks("星河")
    await zhou.taps("问渠道经理")
    await zhou.says("合同章盖哪里")
    await zhou.taps("提交")
    chen.sees("周助理", "合同章盖哪里")
    await chen.replies("合同章盖哪里", "首页右下")
    await chen.taps("答复")
    zhou.sees("首页右下")
    li.sees("首页右下")
    await sun.says("WT-2026-0001")
    sun.sees("首页右下")
    await wang.says("WT-2026-0001")
    wang.sees_not("首页右下")


@after(asked)
async def test_a_deputy_answers_and_the_record_names_both(scene: Scene, li: Person, chen: Person, liu: Person) -> None:
    await goes_away(chen, "刘经理")
    liu.finds(ASKS)
    await liu.taps("答复", on=ASKS)
    await liu.says(ANSWERS)
    liu.sees("✅ 已答复 · 刘经理（代 陈经理）")
    li.sees(ANSWERS)


@after(asked)
async def test_taken_back_nobody_need_answer_it(li: Person, chen: Person) -> None:
    await li.taps("查看")
    await li.taps("撤回")
    await li.taps("确认撤回")
    li.sees("已撤回")
    assert "答复" not in " ".join(chen.buttons_on(ASKS))
    await chen.goes_home()
    chen.sees_not("待答复 (1)")


@after(held)
async def test_in_english(li: Person, chen: Person) -> None:
    await li.speaks("English")
    await li.says("My customers")
    await li.picks("星河")
    await li.taps("Ask the manager")
    await li.says("Does it stand 125 degrees?")
    await li.taps("Submit")
    li.sees("✅ Question WT-2026-0001 sent", "陈经理 will answer within one working day")
    await chen.replies("125 degrees", "Yes")
    await chen.taps("答复")
    li.sees("Question WT-2026-0001 · ✅ answered", "Yes", "[Ask further]")


@wire
@after(held)
async def test_a_photo_and_its_answer_over_the_wire(li: Person, chen: Person) -> None:
    await li.taps("问渠道经理")
    await li.sends_photo(picture(), ASKS)
    await li.taps("提交")
    chen.sees(ASKS, "[📎 图 1]")
    await chen.taps("图 1", on=ASKS)
    chen.sees("📎 李明")
    await chen.replies(ASKS, ANSWERS)
    await chen.taps("答复")
    li.sees(ANSWERS)


@everywhere
@after(asked)
async def test_what_is_replied_again_is_added_to_what_is_being_written(li: Person, chen: Person) -> None:
    await chen.replies(ASKS, ANSWERS)
    await chen.replies(ASKS, "寿命 1 万小时")
    chen.sees("请核对", ANSWERS, "寿命 1 万小时")
    await chen.replies_with_photo(ASKS, picture(), caption="见图")
    chen.sees("请核对", ANSWERS, "见图", "📎 1")
    await chen.taps("答复", on="请核对")
    chen.sees_not("请核对")
    li.sees(ANSWERS, "寿命 1 万小时", "见图", "[📎 图 1]")
    await chen.goes_home()
    await chen.says("草稿")
    chen.sees_not("答复")


@after(asked)
async def test_what_is_replied_while_another_form_is_open_takes_no_answers_place(li: Person, chen: Person) -> None:
    await chen.replies(ASKS, ANSWERS)
    await chen.taps("修改")
    await li.taps("查看")
    await li.taps("追问")
    await li.says("寿命呢")
    await li.taps("提交")
    await chen.replies("寿命呢", "寿命 1 万小时")
    chen.sees("请核对", ANSWERS, "寿命 1 万小时")
    await chen.taps("取消")
    await chen.replies("回复本条消息即可答复", "见数据手册")
    chen.sees("请核对", ANSWERS, "寿命 1 万小时", "见数据手册")


@after(asked)
async def test_a_reply_adds_to_what_was_put_aside(li: Person, chen: Person) -> None:
    await chen.replies(ASKS, ANSWERS)
    await chen.goes_home()
    await chen.replies(ASKS, "寿命 1 万小时")
    chen.sees("请核对", ANSWERS, "寿命 1 万小时")
    await chen.taps("答复", on="请核对")
    li.sees(ANSWERS, "寿命 1 万小时")
    await chen.goes_home()
    await chen.says("草稿")
    chen.sees_not("答复")


@after(asked)
async def test_what_is_replied_after_the_answer_is_added_to_it(
    scene: Scene, li: Person, chen: Person, liu: Person
) -> None:
    await scene.later(days=2)
    await liu.taps("答复", on="WT-2026-0001")
    await liu.says(ANSWERS)
    await chen.replies(ASKS, "寿命 1 万小时")
    chen.sees("刘经理 已于", "将作为补充", "请核对", "寿命 1 万小时")
    await chen.taps("提交")
    li.sees(ANSWERS, "寿命 1 万小时")
    await chen.goes_home()
    await chen.replies(ASKS, "再补一句")
    chen.sees("您已于", "补充答复", "再补一句")


@after(asked)
async def test_whoever_comes_second_adds_what_he_has_written(
    scene: Scene, li: Person, chen: Person, liu: Person
) -> None:
    await scene.later(days=2)
    await chen.replies(ASKS, "寿命 1 万小时")
    await liu.taps("答复", on="WT-2026-0001")
    await liu.says(ANSWERS)
    await chen.taps("答复", on="请核对")
    chen.sees("刘经理 已于", "将作为补充", "寿命 1 万小时")
    await chen.replies(ASKS, "见图 3")
    await chen.taps("提交")
    li.sees(ANSWERS, "寿命 1 万小时", "见图 3")
    await chen.goes_home()
    await chen.says("草稿")
    chen.sees_not("答复")


@after(asked)
async def test_a_reply_that_nobody_waits_for_is_no_answer_to_what_is_open(li: Person, chen: Person) -> None:
    await li.taps("查看")
    await li.taps("撤回")
    await li.taps("确认撤回")
    await li.goes_home()
    await chen.taps("公告")
    await chen.taps("写公告")
    await chen.replies(ASKS, ANSWERS)
    chen.sees("WT-2026-0001 已不接收回复", f"“{ANSWERS}”没有发出", "标题")
    await li.reports(LIGHT)
    await chen.goes_home()
    await chen.approves(LIGHT)
    await chen.replies("客户报备 BB-2026-00002", "请尽快跟进")
    chen.sees("BB-2026-00002 已不接收回复", "“请尽快跟进”没有发出")


@after(asked)
async def test_a_reply_to_a_card_that_a_newer_one_took_the_place_of_is_one_to_that(li: Person, chen: Person) -> None:
    await li.taps("查看")
    await li.taps("追问")
    await li.says("客户明天要答案")
    await li.taps("提交")
    await chen.replies("↓ 有更新", ANSWERS)
    chen.sees("请核对", ANSWERS)
    await chen.taps("答复", on="请核对")
    li.sees(ANSWERS)
