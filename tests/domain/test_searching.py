"""A name is found by its characters, their pinyin and the initials; by no stroke of luck between them."""

from __future__ import annotations

import pytest

from domain.searching import find_text, words

NAME = "DJI大疆创新（深圳）科技有限公司"


@pytest.mark.parametrize(
    "query", ["大疆", "dji", "DJI大疆", "dajiang", "djcx", "深圳 大疆", "sz", "ｄｊｉ", "大疆創新"]
)
def test_it_is_found_by(query: str) -> None:
    assert all(word in find_text(NAME) for word in words(query))


@pytest.mark.parametrize("query", ["疆大", "gsdji", "%", "_", "\\", "司dji"])
def test_it_is_not_found_by(query: str) -> None:
    assert not all(word in find_text(NAME) for word in words(query))


@pytest.mark.parametrize("name", ["", "𠮷野家", "🙂", "a b", "\ud800", "有限公司" * 30])
def test_any_name_has_one(name: str) -> None:
    assert find_text(name).count("\n") == 2
