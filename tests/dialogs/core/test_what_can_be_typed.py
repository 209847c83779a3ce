"""Nothing ends in "tap a button": each place takes what people type there, or says what can be typed."""

from __future__ import annotations

import pytest

from dialogs.core import Conversation
from tests.dialogs.core.everything import Register
from tests.dialogs.core.talk import Talk, fill, walk_basics


def test_an_answer_that_was_paused_over_is_corrected_by_typing_another() -> None:
    talk = Talk()
    talk.taps("登记", "继续")
    talk.says("星河 waiting")
    talk.sees("⏳ 需人工核实", "也可直接输入新的客户名称")
    talk.says("深圳星河电子")
    talk.sees("<b>省份</b>")
    talk.taps("总览", "查看全部")
    talk.sees("1 客户名称　深圳星河电子")
    assert talk.asked == ["星河 waiting", "深圳星河电子"]


def test_an_answer_that_was_paused_over_is_corrected_by_its_button_and_by_its_label() -> None:
    talk = Talk()
    talk.taps("登记", "继续")
    talk.says("星河 waiting")
    talk.taps("修改客户名称")
    talk.sees("<b>客户名称</b>", "现为：星河 waiting")
    talk.says("星河 waiting", "客户名称：深圳星河电子")
    talk.sees("<b>省份</b>")


def test_an_answer_among_several_is_corrected_where_it_was_paused_over() -> None:
    talk = Talk()
    talk.taps("登记", "继续")
    talk.says("省份：广东\n城市：深圳\n客户名称：星河 waiting")
    talk.sees("⏳ 需人工核实")
    talk.says("深圳星河电子")
    talk.sees("<b>产品领域</b>")


def test_continuing_may_be_typed() -> None:
    talk = Talk()
    talk.taps("登记", "继续")
    talk.says("星河 waiting", "继续")
    talk.sees("<b>省份</b>")


@pytest.mark.parametrize("word", ["清空", "无", "-", "没有", "None"])
def test_an_answer_that_may_stay_empty_can_be_emptied(word: str) -> None:
    talk = Talk()
    walk_basics(talk)
    talk.taps("查看全部", "修改", "6")
    talk.sees("现为：3.2")
    assert "清空" in talk.labels()
    talk.says(word)
    talk.taps("查看全部")
    talk.sees("6 单价（元，含税）　—")


def test_emptying_with_a_tap_can_be_taken_back_by_answering_anew() -> None:
    talk = Talk()
    walk_basics(talk)
    talk.taps("查看全部", "修改", "6", "清空", "查看全部", "修改", "6")
    assert "清空" not in talk.labels()
    talk.says("3.5")
    talk.taps("查看全部")
    talk.sees("6 单价（元，含税）　3.50")


def test_ticks_survive_what_is_typed() -> None:
    talk = Talk()
    walk_basics(talk)
    talk.taps("人员", "产品1", "产品3")
    talk.says("没有的")
    assert "完成（2）" in talk.labels()
    talk.says("产品1")
    assert "完成（2）" in talk.labels()
    talk.says("产品5、产品2")
    assert "完成（4）" in talk.labels()
    talk.taps("完成")
    talk.taps("总览", "查看全部")
    talk.sees("产品1、产品2、产品3、产品5")


def test_what_hangs_on_an_answer_that_is_to_come_says_so_and_leads_there() -> None:
    talk = Talk()
    talk.taps("登记", "继续")
    talk.says("城市：深圳")
    talk.sees("城市：请先选省份")
    talk.taps("总览", "查看全部", "修改", "3")
    talk.sees("<b>城市</b>", "请先选省份")
    talk.says("深圳")
    talk.sees("请先选省份")
    talk.taps("选省份")
    talk.sees("<b>省份</b>")


def test_what_a_button_says_may_be_typed_wherever_no_question_is_open() -> None:
    talk = Talk()
    fill(talk)
    talk.says("总览" if "总览" in talk.labels() else "查看全部")
    talk.says("修改")
    talk.sees("点编号修改")
    talk.says("返回", "提交登记")
    assert isinstance(talk.commands[0], Register)


def test_the_words_of_the_navigation_may_be_typed_at_a_question() -> None:
    talk = Talk()
    talk.taps("登记", "继续")
    talk.says("帮助")
    talk.sees("与营业执照一字不差")
    talk.says("继续填写")
    talk.sees("<b>客户名称</b>")
    talk.says("总览")
    assert "提交登记" in talk.labels()


PLACES: dict[str, list[str]] = {
    "overview": [],
    "summary": ["查看全部"],
    "pick": ["查看全部", "修改"],
    "cancel": ["取消"],
    "paste": ["粘贴多项"],
    "whole": ["粘贴多项", "全部字段"],
    "items": ["其它"],
}


@pytest.mark.parametrize("place", PLACES)
def test_each_place_says_what_can_be_typed(place: str) -> None:
    talk = Talk()
    walk_basics(talk)
    if place == "items":
        talk.taps("其它", "跳过", "跳过")
        talk.sees("<b>项目</b>")
    else:
        talk.taps(*PLACES[place])
    talk.says("‽")
    talk.sees("⚠ 未识别。可输入")
    assert isinstance(talk.conversation, Conversation)


def test_a_page_says_what_can_be_typed() -> None:
    talk = Talk()
    talk.says("‽")
    talk.sees("⚠ 未识别。可输入")


def test_a_label_at_the_overview_leads_to_its_question_and_a_part_of_several_lists_these() -> None:
    talk = Talk()
    fill(talk)
    talk.says("城市")
    talk.sees("<b>城市</b>", "现为：")
    talk.taps("总览")
    talk.says("产品")
    talk.sees("产品领域", "合作产品")
    talk.misses("城市")
    talk.says("2")
    talk.sees("<b>")
