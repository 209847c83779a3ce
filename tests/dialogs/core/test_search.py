"""Searching long lists by characters, pinyin and initials."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogs.core.search import find, rank, same, split_list


@pytest.mark.parametrize(
    ("query", "label"),
    [
        ("深", "深圳"), ("圳", "深圳"), ("sz", "深圳"), ("shenz", "深圳"), ("shenzhen", "深圳"), ("szhen", "深圳"), ("zhen", "深圳"),
        ("cq", "重庆"), ("chongqing", "重庆"), ("shan", "单雄信"), ("ledqd", "LED驱动"), ("led", "LED驱动"), ("kt", "家电 · 空调"), ("bms", "BMS"),
    ],
)  # fmt: skip
def test_a_label_is_found_by_characters_pinyin_initials_and_any_mix(query: str, label: str) -> None:
    assert rank(query, label) is not None


@pytest.mark.parametrize(
    ("query", "label"), [("eng", "深圳"), ("hen", "深圳"), ("z", "空调"), ("广", "深圳"), ("szx", "深圳")]
)
def test_a_query_matches_only_where_a_syllable_begins(query: str, label: str) -> None:
    assert rank(query, label) is None


def test_better_matches_come_first_and_equal_ones_keep_their_order() -> None:
    labels = ["新深圳", "深圳宝安", "深圳", "什刹海"]
    assert find("深圳", [(label, (label,)) for label in labels]) == ["深圳", "深圳宝安", "新深圳"]
    assert find("s", [(label, (label,)) for label in labels]) == ["深圳宝安", "深圳", "什刹海", "新深圳"]


def test_each_word_of_a_query_has_to_match_somewhere() -> None:
    entries = [("1", ("陈经理", "A001")), ("2", ("陈工", "A002"))]
    assert find("chen A002", entries) == ["2"]
    assert find("陈", entries) == ["1", "2"]
    assert find("  ", entries) == []


def test_a_city_is_the_same_with_and_without_its_suffix() -> None:
    assert same("深圳", "深圳市")
    assert same("广东 深圳", "广东深圳市")
    assert not same("深圳", "深圳湾")
    assert not same("市", "省")


def test_a_typed_list_falls_into_its_entries() -> None:
    assert split_list("服务器、存储, 云产品；高性能/小型机") == ["服务器", "存储", " 云产品", "高性能/小型机"]


@given(st.text(max_size=20), st.text(max_size=20))
def test_searching_never_raises(query: str, label: str) -> None:
    find(query, [(label, (label,))])
