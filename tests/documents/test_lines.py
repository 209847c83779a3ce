"""How a text is broken into lines on paper."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notifications.documents.lines import broken


def width(text: str) -> float:
    """A Chinese character is two wide, any other one."""
    return float(sum(2 if ord(char) > 0x2E80 else 1 for char in text))


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("深圳市南山电子有限公司", ["深圳市南山", "电子有限公", "司"]),
        ("深圳市南山，电子", ["深圳市南", "山，电子"]),  # no line begins with a comma
        ("深圳市南（山）", ["深圳市南", "（山）"]),  # none ends with an opening bracket
        ("deliver the Products", ["deliver", "the", "Products"]),
        ("采购MCU products", ["采购MCU", "products"]),
        ("abcdefghijklmnop", ["abcdefghij", "klmnop"]),  # wider than a line
        ("我 abcdefghijklmnop", ["我 abcdefg", "hijklmnop"]),
        ("一\n二", ["一", "二"]),
        ("", [""]),
    ],
)
def test_a_line_ends_where_one_may(text: str, lines: list[str]) -> None:
    assert broken(text, 10.0, width) == lines


def test_the_first_line_of_a_paragraph_is_shorter() -> None:
    assert broken("深圳市南山电子", 10.0, width, indent=4.0) == ["深圳市", "南山电子"]


@given(st.text(st.sampled_from("深圳（）。，ab /@-1\n"), max_size=60), st.integers(2, 12))
def test_nothing_is_lost_and_no_line_is_too_long(text: str, room: int) -> None:
    lines = broken(text, float(room), width)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert [line for line in lines if width(line) > room] == []
