"""A button's name: short, and never trusted on its way back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.drivers.telegram import button_data, parse_button_data
from bot.drivers.telegram.buttons import LIMIT, Token

NUMBERS = st.integers(0, 36**12 - 1)


@given(st.sampled_from("ack"), NUMBERS, NUMBERS, NUMBERS, st.integers(0, 36**4 - 1))
def test_a_button_comes_back_as_it_went(scope: str, owner: int, session: int, revision: int, index: int) -> None:
    token = Token(scope, owner, session, revision)

    data = button_data(token, index)

    assert len(data.encode()) <= LIMIT
    assert parse_button_data(data) == (token, index)
    assert button_data(str(token), index) == data


@given(st.text(max_size=70))
def test_whatever_comes_is_read_or_refused(data: str) -> None:
    found = parse_button_data(data)

    assert found is None or button_data(*found)


@pytest.mark.parametrize(
    "data",
    [
        "",
        "a5.2.1k",
        "z5.2.1k.0",
        "a5.2.1k.0.0",
        "a5.2.1k.-1",
        "A5.2.1K.0",
        "a٣.2.1k.0",
        "a5.2.1k.0\n",
        "a" + "z" * 13 + ".0.0.0",
    ],
)
def test_what_was_never_a_button_is_none(data: str) -> None:
    assert parse_button_data(data) is None


def test_a_button_of_something_else_isnt_made() -> None:
    with pytest.raises(ValueError, match="not a button"):
        button_data("x1.2.3", 0)
    with pytest.raises(ValueError, match="not a number"):
        button_data("a1.2.3", -1)
