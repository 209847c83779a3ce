"""Where numbers stand before the entries of a choice, a number that is typed means its entry, and never what a record is called inside."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogs.core.choices import Choice, Many
from dialogs.core.field import Asking, Hearing, Look, Option, Took
from dialogs.core.inputs import Typed
from dialogs.core.person_choice import PersonChoice
from tests.dialogs.core.talk import Talk

NAMES = (
    "惠州市白桦厨具电器有限公司",
    "中山市晨曦照明电器有限公司",
    "东莞市启明风机制造有限公司",
    "深圳市海棠空调有限公司",
)
LONG = tuple(f"{name}第{part}分公司" for part in "甲乙丙丁戊" for name in NAMES)


def asking(options: tuple[Option, ...], **view: Any) -> Asking:
    return Asking(date(2026, 11, 22), lambda wording: (str(wording),), lambda: options, None, view)


def hears(field: Any, typed: str, at: Asking) -> Hearing:
    hearing: Hearing = field.heard(Typed(typed), at)
    return hearing


@given(
    keys=st.lists(st.integers(1, 30), min_size=2, max_size=20, unique=True),
    page=st.integers(0, 2),
    field=st.sampled_from([Choice(), PersonChoice(load=int)]),
    typed=st.sampled_from(["{}", "{}.", "第{}个", "  {} ", "{}、"]),
    data=st.data(),
)
def test_a_number_typed_at_a_choice_does_what_its_button_does(
    keys: list[int], page: int, field: Choice[Any], typed: str, data: st.DataObject
) -> None:
    at = asking(tuple(Option(str(key), LONG[place]) for place, key in enumerate(keys)), page=page)
    for number, tap in field.numbers(at).items():
        assert hears(field, typed.format(number), at) == field.tapped(str(tap.args["do"]), tap.args, at)
    other = data.draw(st.integers(1, 40).map(str))
    if other not in field.numbers(at):
        assert not isinstance(hears(field, other, at), Took)


@given(
    keys=st.lists(st.integers(1, 30), min_size=2, max_size=20, unique=True),
    apart=st.sampled_from(["、", ",", "，", " ", " 和 "]),
    data=st.data(),
)
def test_numbers_typed_at_a_choice_of_several_take_the_entries_beside_which_they_stand(
    keys: list[int], apart: str, data: st.DataObject
) -> None:
    field = Many(load=int)
    at = asking(tuple(Option(str(key), LONG[place]) for place, key in enumerate(keys)))
    shown = sorted(field.numbers(at), key=int)
    typed = data.draw(st.lists(st.sampled_from(shown), min_size=1, unique=True))
    heard = hears(field, apart.join(typed), at)
    assert isinstance(heard, Took)
    assert heard.value == [str(keys[int(each) - 1]) for each in sorted(typed, key=int)]


def test_a_number_that_stands_nowhere_is_named_and_finds_nothing_by_chance() -> None:
    at = asking((Option("1", "全部（2 个在保客户、3 个在审报备）"), Option("2", "选择客户，一个一个地选")))
    assert not isinstance(hears(Choice(), "3", at), Took | Look)
    assert not isinstance(Choice().pasted("3", at), Took)


@pytest.mark.parametrize(
    "typed", ["白桦、启明", "白桦 启明", "白桦和启明", "2、白桦", "惠州市白桦厨具电器有限公司，启明"]
)
def test_several_are_told_by_as_much_of_their_names_as_fits_no_other(typed: str) -> None:
    order = (NAMES[1], NAMES[2], NAMES[0], NAMES[3])
    at = asking(tuple(Option(str(9 - place), name) for place, name in enumerate(order)))
    heard = hears(Many(load=int), typed, at)
    assert isinstance(heard, Took)
    assert set(heard.value if isinstance(heard.value, list) else []) == {"8", "7"}
    assert not isinstance(hears(Many(load=int), "白桦、有限公司", at), Took)


def test_the_number_of_a_draft_goes_on_with_it() -> None:
    talk = Talk()
    for name in ("深圳星河电子", "深圳南山电子"):
        talk.taps("登记")
        talk.taps("新填一份") if "新填一份" in talk.labels() else None
        talk.taps("继续")
        talk.says(name)
        talk.taps("暂存草稿")
        talk.home()
    talk.taps("登记")
    talk.sees("1 登记 · 深圳星河电子", "2 登记 · 深圳南山电子")
    talk.says("2")
    talk.says("总览", "查看全部")
    talk.sees("1 客户名称　深圳南山电子")
