"""An edited message is as if it had been written so; a text in pieces is one text."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from dialogs.core.filling import Filling
from tests.dialogs.core.everything import NOW
from tests.dialogs.core.talk import Talk, fill, walk_basics
from tests.dialogs.core.test_properties import BEGINNINGS, MOVES, WORDS, begin, fits_telegram, meant


def filling(talk: Talk, below: int = 1) -> Filling:
    return Filling.from_json(talk.conversation.stack[-below].state)


def value(talk: Talk, path: str, below: int = 1) -> Any:
    answer = filling(talk, below).answers.get(path)
    return None if answer is None else answer.value


@pytest.fixture
def talk() -> Talk:
    """Name, province and city are answered; each was written."""
    talk = Talk()
    talk.taps("登记", "继续")
    for message, text in enumerate(("深圳星河电子", "广东", "深圳"), 1):
        talk.writes(text, message)
    return talk


# --- one answer -----------------------------------------------------------------------------------------------------


def test_the_last_answer_is_edited_and_the_question_behind_it_stands(talk: Talk) -> None:
    before = talk.screen
    talk.edits(3, "广州")
    assert value(talk, "city") == "广州"
    assert talk.shrunk() == "✓ 城市：广州"
    assert talk.screen == before
    talk.says("空调", "120")
    talk.edits(1, "深圳星海电子")
    assert value(talk, "name") == "深圳星海电子"
    talk.sees("单价")


def test_what_the_edit_clears_is_told_and_editing_back_restores_it(talk: Talk) -> None:
    talk.edits(2, "浙江")
    talk.sees("以下 1 项要重填：城市", "城市")
    talk.edits(2, "广东")
    talk.sees("已恢复原来填的 1 项")
    assert (value(talk, "province"), value(talk, "city")) == ("广东", "深圳")


def test_an_edit_is_checked_and_what_was_answered_stays(talk: Talk) -> None:
    for wrong, why in (
        ("short", "请写全称"),
        ("x", "太短"),
        ("  ", "没有看到文字"),
        ("长" * 61, "共 61 字，最多 60"),
    ):
        talk.edits(1, wrong)
        talk.sees("修改未采用，客户名称仍为：深圳星河电子", why, "产品领域")
        assert value(talk, "name") == "深圳星河电子"
    talk.edits(2, "上一步")
    talk.sees("省份仍为：广东", "“上一步”不能作为")
    talk.edits(2, "放弃")
    talk.sees("省份仍为：广东", "产品领域")


def test_an_edit_that_makes_doubtful_is_asked_and_one_that_is_taken_ends_the_form(talk: Talk) -> None:
    talk.edits(1, "星河 waiting")
    talk.sees("需人工核实")
    assert value(talk, "name") == "星河 waiting"
    talk.edits(1, "深圳星河")
    talk.sees("产品领域")
    talk.edits(1, "星河 taken")
    assert talk.conversation.over
    talk.edits(1, "深圳星河")
    talk.sees("在草稿")


def test_a_message_that_answered_the_pause_is_edited_too() -> None:
    talk = Talk()
    talk.taps("登记", "继续")
    talk.writes("星河 waiting", 1)
    talk.writes("星海 waiting", 2)
    talk.edits(2, "深圳星海")
    assert value(talk, "name") == "深圳星海"
    talk.sees("省份")
    talk.edits(1, "别的")
    talk.sees("后来又改过")
    assert value(talk, "name") == "深圳星海"


def test_each_edit_asks_the_check_once_and_one_that_changes_no_word_asks_nothing(talk: Talk) -> None:
    asked = len(talk.asked)
    talk.edits(1, "深圳星海")
    assert talk.asked[asked:] == ["深圳星海"]
    talk.edits(1, "深圳星海")
    assert talk.last.screen is None
    assert talk.asked[asked:] == ["深圳星海"]


def test_a_message_that_was_no_answer_becomes_one_by_an_edit(talk: Talk) -> None:
    talk.writes("没有的", 4)
    talk.edits(4, "空调")
    assert value(talk, "domain") == "空调"
    talk.writes("many", 5)
    talk.says("120")
    talk.edits(5, "130")
    talk.sees("后来又改过")
    assert value(talk, "volume") == "120"


def test_whoever_answered_otherwise_since_keeps_that(talk: Talk) -> None:
    talk.taps("上一步")
    talk.taps("广州")
    talk.edits(3, "佛山")
    talk.sees("后来又改过")
    assert value(talk, "city") == "广州"


def test_what_isnt_asked_any_more_isnt_changed() -> None:
    talk = Talk()
    fill(talk)
    talk.writes("是否加急：是\n加急原因：快", 1)
    talk.writes("是否加急：否", 2)
    talk.taps("确认更改")
    talk.edits(1, "是否加急：是\n加急原因：很快")
    assert value(talk, "urgent") is False
    talk.sees("后来改过", "是否加急")


def test_messages_that_gave_nothing_or_were_submitted() -> None:
    talk = Talk()
    talk.writes("你好", 1)
    talk.edits(1, "您好")
    talk.sees("改这条消息不起作用")
    talk.edits(99, "x")
    talk.sees("改这条消息不起作用")
    talk.taps("简单")
    talk.writes("星河", 2)
    while "提交" not in talk.labels():
        talk.taps("直接核对") if "直接核对" in talk.labels() else talk.writes("深圳", 3)
    talk.taps("提交")
    talk.edits(2, "星海")
    talk.sees("已提交，请用 [修改]")
    talk.home()
    talk.edits(2, "星海")
    talk.sees("已提交，请用 [修改]")


# --- other forms ----------------------------------------------------------------------------------------------------


def test_a_form_that_lies_below_is_changed_where_it_lies(talk: Talk) -> None:
    talk.opens("trial_simple")
    talk.writes("星河", 7)
    talk.edits(1, "深圳星海")
    talk.sees("已随消息更改：登记 · 深圳星河电子", "客户名称：深圳星海")
    assert value(talk, "name", below=2) == "深圳星海"
    talk.edits(1, "星海 taken")
    talk.sees("请先回到")
    assert value(talk, "name", below=2) == "深圳星海"


def test_in_a_draft_it_waits_until_that_is_open(talk: Talk) -> None:
    talk.home()
    talk.edits(1, "深圳星海")
    talk.sees("在草稿“登记 · 深圳星河电子”里")
    talk.taps("登记", "继续 1")
    talk.edits(1, "深圳星海")
    assert value(talk, "name") == "深圳星海"


# --- several answers ------------------------------------------------------------------------------------------------

PASTE = "客户名称：深圳星河\n省份：广东\n城市：广州\n总出货量：5k\n不知道什么"


def test_a_paste_is_read_anew_and_keeps_what_was_answered_since() -> None:
    talk = Talk()
    talk.taps("登记", "继续")
    talk.writes(PASTE, 1)
    talk.says("空调")
    talk.edits(1, PASTE.replace("广州", "佛山").replace("5k", "没有").replace("不知道", "知道"))
    assert (value(talk, "city"), value(talk, "volume"), value(talk, "domain")) == ("佛山", "0.5", "空调")
    assert [each.text for each in filling(talk).left] == ["知道什么", "总出货量：没有"]
    talk.edits(1, "客户名称：深圳星海\n省份：广东")
    talk.sees("要重填", "城市")
    assert (value(talk, "name"), value(talk, "city"), value(talk, "volume")) == ("深圳星海", None, None)
    assert filling(talk).left == []


def test_the_items_of_a_paste_stay_the_same_items() -> None:
    talk = Talk()
    walk_basics(talk)
    text = "项目名称：风机\n状态：小批\n批次号：A1\n数量：5k\n批次号：A2\n项目名称：水泵"
    talk.writes(text, 1)
    before = filling(talk).items
    talk.edits(1, text.replace("水泵", "油泵").replace("A1", "B1"))
    assert filling(talk).items == before
    assert sorted(str(answer.value) for path, answer in filling(talk).answers.items() if path.endswith("].name")) == [
        "油泵",
        "风机",
    ]
    talk.edits(1, text.partition("\n项目名称：水泵")[0])
    assert len(filling(talk).items["projects"]) == 1
    talk.edits(1, text)
    assert filling(talk).items == before


# --- pieces ---------------------------------------------------------------------------------------------------------


@pytest.fixture
def writing() -> Talk:
    """At the reason, of which 3,000 characters are taken."""
    talk = Talk()
    walk_basics(talk)
    talk.taps("人员", "产品1", "完成", "陈经理", "是")
    assert filling(talk).at.path == "why"
    return talk


def test_a_text_in_pieces_is_one_text(writing: Talk) -> None:
    writing.writes("字" * 4096, 1)
    writing.sees("共 4,096 字，最多 3,000")
    writing.writes("字" * 980, 2, 1)
    writing.sees("共 5,076 字，最多 3,000")
    writing.writes("短", 3, 9)
    assert value(writing, "why") == "短"


@pytest.mark.parametrize("order", [(0, 1, 2), (1, 0, 2), (2, 1, 0), (2, 0, 1), (1, 2, 0), (0, 2, 1)])
def test_three_pieces_in_any_order_with_a_photo_between_them(writing: Talk, order: tuple[int, ...]) -> None:
    pieces = ("说" * 4096, "明" * 4096, "完")
    for count, at in enumerate(order):
        writing.writes(pieces[at], 10 + at)
        if count == 0:
            writing.sends("照片.png")
    writing.sees("共 8,193 字，最多 3,000")
    assert [text for _, text in filling(writing).pieces] == list(pieces)
    writing.edits(12, "完了")
    writing.sees("共 8,194 字，最多 3,000")


def test_shorter_or_later_texts_are_never_joined(writing: Talk) -> None:
    writing.writes("字" * 3999, 1)
    writing.writes("短", 2)
    assert value(writing, "why") == "短"
    writing.taps("上一步")
    writing.writes("字" * 4000, 3)
    writing.writes("长", 4, 3)
    assert value(writing, "why") == "长"


def test_pieces_of_a_paste_are_read_as_one_and_the_cut_line_is_whole() -> None:
    talk = Talk()
    walk_basics(talk)
    text = "背景：" + "很长的背景\n" * 400 + "采购公司：深圳市采购有限公司\n" + "什么也不是" * 400
    first, second = text[:4010], text[4010:]
    whole = Talk()
    walk_basics(whole)
    whole.writes(f"{first}\n{second}", 1)
    talk.writes(first, 1)
    talk.writes(second, 2, 2)
    assert filling(talk).answers == filling(whole).answers
    assert filling(talk).left == filling(whole).left


def test_a_rest_that_comes_after_the_answer_was_given_otherwise_answers_nothing(writing: Talk) -> None:
    writing.writes("字" * 4096, 1)
    writing.says("短")
    writing.writes("尾" * 10, 3, 1)
    assert value(writing, "why") == "短"


def test_pieces_go_on_in_the_form_that_heard_the_first(writing: Talk) -> None:
    writing.writes("字" * 4000, 1)
    writing.opens("trial_simple")
    writing.writes("尾", 2, 2)
    writing.sees("已随消息更改", "共 4,001 字")
    assert value(writing, "name") is None


# --- whatever the state ---------------------------------------------------------------------------------------------

NOON = str(int(NOW.timestamp()))
TEXTS = st.sampled_from(WORDS) | st.text(max_size=30)


def reached(beginning: str, moves: list[object]) -> Talk:
    talk = begin(beginning)
    for move in moves:
        talk.does(meant(talk, move))
    return talk


def fork(talk: Talk) -> Talk:
    made = Talk()
    made.count = 1000
    made.conversation, made.drafts, made.screen = talk.conversation, dict(talk.drafts), talk.screen
    return made


def shape(talk: Talk) -> Any:
    """What is filled in. An item's key is a name without a meaning: it counts which item it is."""
    now = filling(talk)
    places = {f"{part}[{key}]": (part, place) for part, keys in now.items.items() for place, key in enumerate(keys)}

    def called(path: str) -> str:
        for item in sorted(places, key=len, reverse=True):
            if path.startswith(item):
                part, place = places[item]
                return f"{called(part)}[{place}]{path[len(item) :]}"
        return path

    left = sorted(each.text for each in now.left)
    counts = {called(part): len(keys) for part, keys in now.items.items() if keys}
    at = called(now.at.path)
    return {called(path): answer for path, answer in now.answers.items()}, counts, left, (at, now.at.view)


@pytest.mark.parametrize("beginning", BEGINNINGS)
@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(moves=st.lists(MOVES, max_size=12), first=TEXTS, then=TEXTS)
def test_an_edit_is_as_if_it_had_been_written_so(beginning: str, moves: list[object], first: str, then: str) -> None:
    talk = reached(beginning, moves)
    assume(first != then and talk.conversation.stack[-1].dialog == "everything" and not talk.conversation.over)
    assume("确认更改" not in talk.labels())  # what was asked before is nothing that the message changes
    told = fork(talk)
    told.writes(then, 1000)
    if "确认更改" in told.labels():
        told.taps("确认更改")
    talk.writes(first, 1000)
    same = talk.conversation.session
    assume(not talk.conversation.over and told.conversation.session == same)
    kept = shape(talk)
    talk.edits(1000, then)
    if talk.last.screen is not None:
        fits_telegram(talk.last.screen)
    if told.conversation.over and not talk.conversation.over:  # the words of a button: an edit taps none
        assert shape(talk) == kept
        return
    if talk.conversation.over:
        assert told.conversation.over
        return
    made = filling(told).gave("1000." + NOON)
    if made is not None and made.gave:
        assert shape(talk) == shape(told)
    else:
        now, would = shape(talk), shape(told)
        assert now[1:3] in (kept[1:3], would[1:3])
        # a line that can't be read any more keeps what it gave, beside others that give it back
        assert all(
            now[0].get(path) in (kept[0].get(path), would[0].get(path)) for path in {*now[0], *kept[0], *would[0]}
        )


@pytest.mark.parametrize("beginning", BEGINNINGS)
@settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    moves=st.lists(st.tuples(MOVES, TEXTS | st.none()), max_size=14),
    edits=st.lists(st.tuples(st.integers(0, 13), TEXTS), max_size=6),
)
def test_edits_of_anything_at_any_time_change_what_the_message_gave_and_nothing_else(
    beginning: str, moves: list[tuple[object, str | None]], edits: list[tuple[int, str]]
) -> None:
    talk = begin(beginning)
    for number, (move, text) in enumerate(moves):
        talk.writes(text, number) if text is not None else talk.does(meant(talk, move))
    for number, text in edits:
        frame = talk.conversation.stack[-1]
        if frame.dialog != "everything" or talk.conversation.over:
            return
        before = filling(talk)
        stamp = f"{number}.{NOON}"
        known = before.gave(stamp)
        talk.edits(number, text)
        if talk.last.screen is not None:
            fits_telegram(talk.last.screen)
        top = talk.conversation.stack[-1]
        if top.session != frame.session or "ended" in top.state:
            return
        after = filling(talk)
        now = after.gave(stamp)
        own = {*(known.before if known else ()), *(now.before if now else ())}
        changed = {
            path for path in {*before.answers, *after.answers} if before.answers.get(path) != after.answers.get(path)
        }
        assert changed <= own
