"""The stack of dialogs, the buttons' revisions, drafts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from typing_extensions import override

from dialogs.core import (
    Ask,
    AskTable,
    Conversation,
    Done,
    Draft,
    Event,
    Form,
    HomeWanted,
    Open,
    Opened,
    Page,
    Registry,
    Say,
    Tapped,
    Typed,
    say_refusal,
    step,
)
from dialogs.core.kinds import Text
from dialogs.core.page import Args
from dialogs.core.screen import Screen
from domain.base.errors import AlreadyDecided
from tests.dialogs.core.everything import (
    NOW,
    TODAY,
    Everything,
    HomePage,
    Note,
    Simple,
    TooLate,
    kept,
    look_for,
    register,
    table,
)
from tests.dialogs.core.talk import Talk, fill, walk_basics
from tests.dialogs.core.test_forms import at_projects

# --- buttons ------------------------------------------------------------------------------------------------------


def test_a_second_tap_on_the_same_button_says_so_and_shows_the_present_screen() -> None:
    talk = Talk()
    talk.taps("简单")
    talk.says("星河")
    session, revision, index = talk.conversation.session, talk.conversation.revision, talk.button("深圳").index
    assert index is not None
    talk.taps("深圳")
    screen, state = talk.screen, talk.conversation.stack
    talk.does(Tapped(session, revision, index))
    assert talk.last.toast == Say("core-stale")
    assert (talk.screen, talk.conversation.stack) == (screen, state)
    talk.taps("上一步")  # the buttons of the screen that stands still work
    talk.sees("<b>城市</b>")


def test_a_forms_warning_survives_a_tap_too_many() -> None:
    talk = Talk()
    talk.taps("简单")
    talk.says("星河")
    talk.says("月球")
    assert talk.conversation.told
    told, session, revision = talk.screen, talk.conversation.session, talk.conversation.revision
    talk.does(Tapped(session, revision - 1, 0))
    assert talk.screen == told


def test_what_was_told_above_a_screen_survives_a_tap_too_many() -> None:
    talk = Talk()
    talk.taps("简单")
    talk.says("星河")
    session, revision, index = talk.conversation.session, talk.conversation.revision, talk.button("深圳").index
    assert index is not None
    talk.home()
    talk.sees("草稿")
    told = talk.screen
    talk.conversation = Conversation.from_json(talk.conversation.to_json())  # the bot went away in between
    talk.does(Tapped(session, revision, index))
    assert talk.screen == told


def test_a_repeated_delivery_does_nothing_at_all() -> None:
    registry, conversation = register(), Conversation()
    first = step(conversation, Event("1", Opened("trial_simple")), table(), registry)
    again = step(first.conversation, Event("1", Opened("trial_simple")), table(), registry)
    assert again.conversation == first.conversation
    assert (again.screen, again.command, again.drafts) == (None, None, ())


def test_an_outcome_that_nobody_waits_for_does_nothing() -> None:
    talk = Talk()
    talk.taps("简单")
    before = talk.conversation.stack
    talk.does(Done("x"))
    assert talk.conversation.stack == before
    assert not talk.last.screen


def test_a_button_of_a_dialog_that_is_gone_leads_home() -> None:
    talk = Talk()
    talk.taps("简单")
    talk.registry = Registry([HomePage], wordings=talk.registry.wordings, drafts=kept)
    talk.says("星河")
    talk.sees("首页")


# --- pages --------------------------------------------------------------------------------------------------------


def test_a_page_lies_on_the_one_that_opened_it_and_gives_way() -> None:
    talk = Talk()
    talk.taps("列表")
    talk.sees("共 20 家", "8 深圳市第8号电子有限公司")
    talk.taps("下一页")
    talk.sees("9 深圳市第9号电子有限公司")
    talk.says("17")
    talk.sees("共 1 家")
    talk.taps("返回")
    talk.sees("首页")


def test_a_pages_command_is_run_and_its_outcome_told() -> None:
    talk = Talk()
    talk.taps("列表", "3")
    assert talk.commands == ["深圳市第3号电子有限公司"]
    assert talk.last.toast == Say("everything-done", {"number": "BB-1"})
    talk.answer = TooLate(date(2026, 11, 20))
    talk.taps("4")
    talk.sees("⛔ 11-20 已过", "共 20 家")


def test_a_message_that_a_page_has_no_use_for_gets_a_kind_sentence() -> None:
    talk = Talk()
    talk.says("你好")
    talk.sees("未识别。可输入按钮上的字", "首页")
    talk.sends_a_sticker()
    talk.sees("语音、贴纸等看不懂，请写成文字", "首页")


def test_a_label_may_be_written_instead_of_tapped() -> None:
    talk = Talk()
    talk.says("列表")
    talk.says("2")
    assert talk.commands == ["深圳市第2号电子有限公司"]
    talk.says("17")  # on a later page, so it is looked for
    talk.sees("共 1")


def test_lines_that_home_understands_are_understood_on_top_of_it_too() -> None:
    talk = Talk()
    talk.says("列表")
    talk.says("名称：星河\n城市：深圳")
    talk.sees("便签 · 1/4", "未识别 1 行：名称：星河")


def test_what_isnt_there_any_more_is_said() -> None:
    talk = Talk()
    talk.opens("nowhere")
    talk.sees("⚠ 这个功能已不在", "首页")


# --- on top of each other -----------------------------------------------------------------------------------------


def test_a_dialog_opened_from_outside_lies_on_top_and_gives_way_when_done() -> None:
    talk = Talk()
    walk_basics(talk)
    talk.taps("人员")
    talk.opens("trial_simple")
    assert talk.shrunk() == "⏸ 登记，稍后继续"
    talk.says("星河", "深圳", "x")
    talk.taps("跳过", "提交")
    assert (talk.last.place, talk.shrunk()) == ("new", "✅ 便签：已提交"), "one screen, one matter"
    talk.sees("登记 · 人员 · 1/4", "<b>合作产品</b>")
    talk.misses("便签")
    talk.taps("产品1")
    assert "完成（1）" in talk.labels()
    assert not talk.drafts


def test_a_cancelled_dialog_on_top_gives_way_too() -> None:
    talk = Talk()
    talk.taps("登记", "继续")
    talk.says("深圳星河")
    talk.opens("trial_simple")
    talk.says("星河")
    talk.taps("取消", "放弃")
    talk.sees("已取消：便签", "登记 · 基本 · 2/7")


def test_however_many_dialogs_lie_on_each_other_no_answer_is_lost() -> None:
    talk = Talk()
    for number in range(15):
        talk.opens("trial_simple")
        if "新填一份" in talk.labels():
            talk.taps("新填一份")
        talk.says(f"客户{number}")
    assert len(talk.conversation.stack) <= 10
    talk.home()
    assert sorted(str(draft.title) for draft in talk.drafts.values())
    assert len(talk.drafts) == 15


# --- drafts -------------------------------------------------------------------------------------------------------


def test_going_home_keeps_a_half_filled_form_and_says_so() -> None:
    talk = Talk()
    talk.taps("简单")
    talk.says("星河")
    talk.home()
    talk.sees("📋 没填完的已存为草稿：便签 · 星河", "首页")
    talk.taps("简单")
    talk.sees("便签：有 1 份没填完的草稿", "1 便签 · 星河　11-22 01:41")
    talk.taps("继续 1")
    talk.sees("<b>城市</b>")


def test_any_of_several_drafts_is_gone_on_with_and_is_gone_when_done() -> None:
    talk = Talk()
    for name in ("甲", "乙", "丙"):
        talk.taps("简单")
        if "新填一份" in talk.labels():
            talk.taps("新填一份")
        talk.says(name)
        talk.taps("暂存草稿")
        talk.sees(f"✅ 已暂存草稿：便签 · {name}")
        talk.taps("主页")
    assert len(talk.drafts) == 3
    talk.taps("简单", "继续 2")
    talk.says("深圳", "x", "跳过")
    talk.taps("提交")
    assert [str(getattr(each, "customer", "")) for each in talk.commands] == ["乙"]
    assert len(talk.drafts) == 2


def test_a_draft_is_kept_in_the_same_place_however_often_it_is_taken_up() -> None:
    talk = Talk()
    talk.taps("简单")
    talk.says("星河")
    talk.taps("暂存草稿", "继续填写")
    talk.taps("深圳")
    talk.home()
    talk.taps("简单", "继续 1")
    talk.says("x")
    talk.taps("暂存草稿")
    (draft,) = talk.drafts.values()
    assert draft.form == "trial_simple"
    talk.taps("继续填写", "取消", "放弃")
    assert not talk.drafts


@pytest.mark.parametrize("back", ["taps", "says"])
def test_a_draft_goes_back_the_way_that_was_walked(back: str) -> None:
    talk = Talk()
    talk.taps("简单")
    talk.says("星河")
    talk.taps("深圳", "暂存草稿", "继续填写")
    getattr(talk, back)("上一步")
    talk.sees("<b>城市</b>", "现为：深圳")
    getattr(talk, back)("上一步")
    talk.sees("<b>客户</b>")
    talk.says("上一步")
    talk.sees("这里没有上一步", "<b>客户</b>")


def test_a_draft_that_was_left_inside_an_item_leads_out_of_it_with_all_that_was_said() -> None:
    talk = at_projects()
    talk.taps("添加")
    talk.home()
    (draft,) = talk.drafts
    talk.opens("everything", draft=draft)
    talk.sees("项目 1 · 1/4")
    talk.taps("上一步")
    talk.sees("<b>项目</b>")


def test_out_of_an_item_to_which_no_way_was_walked_back_leads_to_its_answers() -> None:
    talk = at_projects()
    talk.taps("添加")
    talk.says("风机")
    talk.home()
    (draft,) = talk.drafts.values()
    talk.drafts[draft.id] = replace(draft, state={**draft.state, "trail": []})
    talk.opens("everything", draft=draft.id)
    talk.taps("上一步")
    talk.sees("1 项目名称　风机")
    talk.taps("完成")
    talk.sees("<b>项目</b>", "1 ⚠ 风机")


def test_a_draft_that_is_open_already_is_gone_back_to() -> None:
    talk = Talk()
    talk.taps("简单")
    talk.says("星河")
    talk.leaves_it_open()
    (left,) = talk.drafts
    talk.opens("list")
    talk.opens("trial_simple", draft=left)
    talk.sees("<b>城市</b>")
    talk.says("深圳")
    talk.opens("trial_simple")
    talk.taps("继续 1")
    talk.says("x", "跳过")
    talk.taps("提交")
    assert len(talk.commands) == 1
    assert not talk.drafts
    assert [frame.dialog for frame in talk.conversation.stack] == ["home", "trial_simple"]


def test_an_empty_form_is_left_without_a_draft_and_without_a_question() -> None:
    talk = Talk()
    talk.taps("简单", "暂存草稿")
    assert not talk.drafts
    talk.taps("简单", "取消")
    talk.sees("已取消：便签", "首页")
    talk.taps("简单")
    talk.home()
    assert talk.shrunk() == "· 便签", "nothing waits where nothing is kept"


class Loose(Form[Note], name="trial_simple"):
    customer = Text(max_length=40).optional()
    city = Text(max_length=40).optional()
    text = Text(max_length=40).optional()
    place = Text(max_length=40).optional()


@pytest.mark.parametrize("leave", ["主页", "暂存草稿"])
def test_a_form_that_was_emptied_again_is_no_draft_and_does_not_claim_to_be_one(leave: str) -> None:
    talk = Talk(register((Loose,)))
    talk.opens("trial_simple")
    talk.says("星河")
    talk.taps("上一步", "清空", "跳过")
    if leave == "主页":
        talk.home()
        assert talk.shrunk() == "· 便签"
    else:
        talk.taps(leave)
        talk.sees("没有填写内容，未存草稿：便签", "首页")
    assert not talk.drafts


def test_a_draft_knows_what_it_is_about_wherever_it_is_resumed_from() -> None:
    talk = Talk()
    fill(talk)
    talk.home()
    (draft,) = talk.drafts
    talk.opens("everything", draft=draft)
    talk.taps("提交登记")
    assert [getattr(each, "account", None) for each in talk.commands] == [7]


def test_whoever_writes_instead_of_choosing_a_draft_begins_anew() -> None:
    talk = Talk()
    talk.taps("简单")
    talk.says("星河")
    talk.home()
    talk.taps("简单")
    talk.says("佛山启明")
    talk.sees("便签 · 2/4")
    talk.home()
    assert len(talk.drafts) == 2


def test_only_drafts_of_the_same_record_are_offered() -> None:
    talk = Talk()
    for account, name in ((7, "深圳星河"), (8, "佛山启明")):
        talk.opens("everything", account=account)
        talk.taps("继续")
        talk.says(name)
        talk.home()
    talk.opens("everything", account=8)
    talk.sees("有 1 份没填完的草稿", "佛山启明")
    talk.taps("继续 1", "总览", "查看全部")
    talk.sees("客户名称　佛山启明")
    talk.home()
    talk.opens("everything", account=9)
    talk.sees("客户名称")
    assert "深圳星河" not in str(talk)


def test_a_draft_that_is_gone_begins_anew_and_says_so() -> None:
    talk = Talk()
    talk.opens("trial_simple", draft="trial_simple-99")
    talk.sees("⚠ 草稿已不在", "<b>客户</b>")


# --- versions -----------------------------------------------------------------------------------------------------


def of_version_1(talk: Talk, state: Any) -> None:
    talk.drafts["old"] = Draft("old", "everything", 1, "旧", {"context": {"account": 7}, **state}, NOW)


def test_a_draft_of_an_earlier_version_migrates_and_asks_only_what_doesnt_fit() -> None:
    talk = Talk()
    state = {
        "version": 1,
        "answers": {"name": ["深圳星河"], "amount": ["120"], "city": [17], "signed": ["gestern"], "vanished": ["x"], "projects[k1].name": ["风机"]},
        "items": {"projects": ["k1"], "nothing": ["k2"]},
        "at": ["question", "vanished"],
        "trail": [["question", "gone"], "summary", 7],
        "count": 1,
    }  # fmt: skip
    of_version_1(talk, state)
    talk.taps("登记", "继续 1")
    talk.sees("⚠ 表单已更新，请核对")
    talk.taps("总览") if "总览" in talk.labels() else None
    talk.taps("查看全部")
    talk.sees("客户名称　深圳星河", "总出货量　120 万/年", "项目　风机")


@pytest.mark.parametrize(
    "state",
    [
        {},
        {"version": "x"},
        {"version": 1, "answers": [], "at": 7, "items": {"projects": 3}},
        {"at": ["nonsense", "x", {}]},
    ],
)
def test_no_state_whatever_it_holds_crashes_a_form(state: Any) -> None:
    talk = Talk()
    of_version_1(talk, state)
    talk.taps("登记", "继续 1")
    talk.home()


def test_an_open_form_survives_a_new_version_of_the_bot() -> None:
    talk = Talk()
    fill(talk)
    *below, top = talk.conversation.stack
    talk.conversation = replace(talk.conversation, stack=(*below, replace(top, state={**top.state, "version": 1})))
    talk.taps("查看全部")
    talk.sees("客户名称　深圳星河电子")


# --- refusals and registry ----------------------------------------------------------------------------------------


def test_a_refusal_is_said_by_its_name_with_its_facts() -> None:
    assert say_refusal(AlreadyDecided("陈经理", NOW, "approved")) == Say(
        "refusal-already-decided", {"by": "陈经理", "at": NOW, "how": "approved"}
    )


def test_two_dialogs_of_one_name_and_a_missing_home_are_mistakes_of_the_registry() -> None:
    with pytest.raises(ValueError, match="two dialogs"):
        Registry([HomePage, HomePage])
    with pytest.raises(ValueError, match="no page 'home'"):
        Registry([Simple])
    forms: list[type[Form[Any]]] = [Everything, Simple]
    assert Registry([HomePage, *forms]).forms() == forms


def test_without_drafts_in_the_registry_a_form_just_begins() -> None:
    registry = Registry([HomePage, Simple])
    conversation = step(Conversation(), Event("1", HomeWanted()), AskTable(TODAY), registry).conversation
    stepped = step(conversation, Event("2", Opened("trial_simple")), AskTable(TODAY), registry)
    stepped = step(stepped.conversation, Event("3", Typed("星河")), AskTable(TODAY), registry)
    assert stepped.screen is not None
    assert Say("core-question", {"label": Say("trial-simple-city")}) in stepped.screen.lines


class Notes(Page):
    """Keeps what was written by the number of its message."""

    name = "notes"

    @staticmethod
    @override
    def answers(said: Typed, ask: Ask) -> Open | None:
        return Open("notes", {"of": said.message}, said=said) if said.message == 7 else None


def test_a_page_takes_an_edited_message_that_it_heard_whatever_is_open() -> None:
    registry = Registry([HomePage, Notes, Simple])
    mended = Typed("改了", edited=True, message=7)
    assert registry.answered(mended, AskTable(TODAY)) == Open("notes", {"of": 7}, said=mended)
    assert registry.answered(replace(mended, message=8), AskTable(TODAY)) is None


class Names(Page):
    """Says of three names what is known of them; two of them are the same."""

    name = "names"

    @override
    def show(self, args: Args, ask: Ask) -> Screen:
        return Screen(tuple(ask(look_for, name) for name in ("taken", "short", "taken")))


def test_what_a_screen_asks_again_is_answered_as_before() -> None:
    asked: list[str] = []
    stepped = step(Conversation(), Event("1", Opened("names")), table([], asked), Registry([HomePage, Names]))
    assert stepped.screen is not None
    assert stepped.screen.lines[-3:] == ("taken", "short", "taken")
    assert asked == ["taken", "short"]
    again = step(stepped.conversation, Event("2", Opened("names")), table([], asked), Registry([HomePage, Names]))
    assert again.screen is not None
    assert asked == ["taken", "short"] * 2


def test_a_picture_that_stood_before_an_upgrade_keeps_its_place() -> None:
    now = Conversation(stays=True).to_json()
    before = {**{name: value for name, value in now.items() if name != "stays"}, "pictured": True}
    assert Conversation.from_json(before).stays
    assert not Conversation.from_json({**now, "stays": False}).stays
