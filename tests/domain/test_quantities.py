"""Numbers as salespeople type them."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogs.core import Json, Money, Number, Say, Whole
from dialogs.core.field import Asking, Field, Misread, Took
from domain.base.quantities import parse
from tests.dialogs.core.everything import TEXTS, TODAY

ASKING = Asking(TODAY, TEXTS.everywhere, tuple)


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("120", "120", ""), ("3.5", "3.5", ""), ("5,000", "5000", ""), ("１２０", "120", ""), ("１，２００", "1200", ""), (" 7 ", "7", ""),
        ("5k", "5000", ""), ("5K", "5000", ""), ("5 k", "5000", ""), ("1.2w", "12000", ""), ("3m", "3000000", ""),
        ("1.2万", "12000", ""), ("3百万", "3000000", ""), ("2千", "2000", ""), ("1亿", "100000000", ""), ("1亿2000万", "120000000", ""),
        ("1万2000", "12000", ""), ("二十", "20", ""), ("十二", "12", ""), ("三百零五", "305", ""), ("两千", "2000", ""), ("千万", "10000000", ""),
        ("5000片", "5000", "片"), ("16000元", "16000", "元"), ("￥3.2", "3.2", ""), ("1.2 万元", "12000", "元"), ("120万/年", "1200000", "/年"),
        ("12台", "12", "台"), ("-5", "-5", ""), ("+5", "5", ""),
    ],
)  # fmt: skip
def test_a_number_is_read_as_people_write_it(text: str, value: str, unit: str) -> None:
    found = parse(text)
    assert found is not None
    assert (found.value, found.unit) == (Decimal(value), unit)


@pytest.mark.parametrize(
    "text", ["", "abc", "一万二", "1,5", "1.2.3", "100 200", "..", "万元", "nan", "Infinity", "１" * 30, "5万万", "--1"]
)
def test_what_is_no_number_or_could_be_two_is_none(text: str) -> None:
    assert parse(text) is None


@given(st.text(max_size=40))
def test_reading_a_number_never_raises(text: str) -> None:
    parse(text)


@given(st.integers(0, 10**12))
def test_a_written_number_is_that_number(number: int) -> None:
    for text in (str(number), f"{number:,}"):
        found = parse(text)
        assert found is not None
        assert found.value == number


def taken(field: Field[Decimal] | Field[int], text: str) -> Json:
    hearing = field.typed(text, ASKING)
    assert isinstance(hearing, Took), hearing
    return hearing.value


def refusal(field: Field[Decimal] | Field[int], text: str) -> Say:
    hearing = field.typed(text, ASKING)
    assert isinstance(hearing, Misread), hearing
    return hearing.why


@pytest.mark.parametrize(
    ("text", "value"),
    [("120", "120"), ("3.50", "3.5"), ("120万", "120"), ("120 万/年", "120"), ("120/年", "120"), ("1200000片", "120"), ("5k", "0.5"), ("1.2万", "1.2"), ("十二", "12")],
)  # fmt: skip
def test_a_question_asked_in_ten_thousands_takes_pieces_too(text: str, value: str) -> None:
    assert taken(Number(per=10_000), text) == value


@pytest.mark.parametrize(
    ("field", "text", "key"),
    [
        (Number(), "12台", "core-not-number-example"),
        (Number(examples=()), "很多", "core-not-number"),
        (Number(above=0), "0", "core-number-above"),
        (Number(at_least=5), "4", "core-number-small"),
        (Number(at_most=5), "6", "core-number-large"),
        (Number(decimals=1), "1.25", "core-number-exact"),
        (Whole(), "1.5", "core-number-exact"),
        (Money(at_least=0), "-1", "core-number-small"),
        (Money(), "3.215", "core-number-exact"),
    ],
)
def test_a_number_that_wont_do_is_refused_with_what_is_expected(
    field: Field[Decimal] | Field[int], text: str, key: str
) -> None:
    assert refusal(field, text).key == key


@pytest.mark.parametrize(("text", "value"), [("3.2", "3.20"), ("3.2元", "3.20"), ("￥16,000", "16000.00"), ("1.2万元", "12000.00"), ("3.2元/片", "3.20")])  # fmt: skip
def test_money_has_two_decimals(text: str, value: str) -> None:
    assert taken(Money(), text) == value


def test_five_thousand_pieces_are_an_int() -> None:
    field = Whole(words=("套",))
    assert field.load(taken(field, "5k")) == 5000
    assert field.load(taken(field, "3套")) == 3
