"""A name is found by its characters, their pinyin and the initials; by no stroke of luck between them."""

from __future__ import annotations

import pytest

from domain.base.searching import MOST, customer_text, find_text, words

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
    assert find_text(name).count("\n") <= 2


def test_a_customer_is_found_by_all_that_it_is_called() -> None:
    text = customer_text(NAME, "91440300708461136T", ["大疆"], "STM32F103、GD32", [("云台电机", "BAT32G135")])
    for query in ("91440300708461136t", "大疆", "gd32", "云台", "yuntai", "ytdj", "bat32 g135"):
        assert all(word in text for word in words(query)), query


def test_what_is_named_first_has_room_first() -> None:
    many = [(f"第{number}个项目", f"BAT32G{number}") for number in range(500)]
    text = customer_text(NAME, projects=many)
    assert len(text.encode()) <= MOST
    assert words("DJI大疆")[0] in text
    assert "bat32g0" in text
    assert "bat32g499" not in text
