"""Figures and batches as they are dictated, and what is left over beside a figure."""

from __future__ import annotations

from decimal import Decimal

import pytest

from domain.orders.reading import Ask
from tests.domain.orders.test_reading import only


@pytest.mark.parametrize(
    ("text", "quantity", "price"),
    [
        ("大疆 云台 五千 单价三点二", 5000, "3.2"),
        ("大疆 云台 五千 单价三点一五元", 5000, "3.15"),
        ("大疆 云台 五千 单价三点一五", 5000, "3.15"),
        ("大疆 云台 五千 三点一五元", 5000, "3.15"),
        ("大疆 云台 五千 含税三点零五", 5000, "3.05"),
        ("大疆 云台 5k 零点八五元", 5000, "0.85"),
        ("大疆 云台 5k 3点15元", 5000, "3.15"),
        ("大疆 云台 5k 三块一五", 5000, "3.15"),
        ("大疆 云台 5k 3块15", 5000, "3.15"),
        ("大疆 云台 5k 三块零五", 5000, "3.05"),
        ("大疆 云台 5k 三块一毛五", 5000, "3.15"),
        ("大疆 云台 5k 三块二", 5000, "3.2"),
        ("大疆 云台 三块二五千片", 5000, "3.2"),
        ("大疆 云台 1.5万 三点二元", 15000, "3.2"),
        ("大疆 云台 一点五万 3.2", 15000, "3.2"),
        ("大疆 云台 两点五千片 3.2", 2500, "3.2"),
        ("大疆 云台 2万零500 3.2", 20500, "3.2"),
        ("大疆 云台 2万零5百 3.2", 20500, "3.2"),
        ("大疆 云台 2万零五百 3.2", 20500, "3.2"),
        ("大疆 云台 两万零五百 3.2", 20500, "3.2"),
        ("大疆 云台 1万2千5百 3.2", 12500, "3.2"),
        ("大疆 云台 1万2千500片 3.2", 12500, "3.2"),
        ("大疆 云台 3千零50片 3.2", 3050, "3.2"),
        ("大疆 云台 1万2 3.2", 12000, "3.2"),
    ],
)
def test_a_figure_is_read_as_it_is_said(text: str, quantity: int, price: str) -> None:
    row = only(text)
    assert (row.quantity, row.price, row.asks, row.rest) == (quantity, Decimal(price), (), ())


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("大疆 云台 5k 3元点一五", Ask.PRICE),
        ("大疆 云台 2万点零500 3.2", Ask.QUANTITY),
        ("大疆 云台 5k 单价3元一五二", Ask.PRICE),
        ("大疆 云台 五千片零 3.2元", Ask.QUANTITY),
        ("大疆 云台 三点五千 单价三点一五点二", Ask.PRICE),
    ],
)
def test_what_is_left_over_beside_a_figure_makes_it_a_question(text: str, asked: Ask) -> None:
    row = only(text)
    assert asked in row.asks
    assert row.rest


def test_words_beside_a_figure_are_no_part_of_it() -> None:
    for text in ("大疆 云台 5k一起发 3.2", "大疆 云台 5k 3.2元点货后付", "大疆 云台 5k 3.2 一共两批"):
        assert only(text).asks == (), text


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("两个批次 A84 A85", ["A84", "A85"]),
        ("2个批次：A84、A85", ["A84", "A85"]),
        ("三个批号A84 A85 A86", ["A84", "A85", "A86"]),
        ("两批 A84 A85", ["A84", "A85"]),
        ("分两批：A84 A85", ["A84", "A85"]),
        ("2 lots A84 A85", ["A84", "A85"]),
        ("批次a二十一", ["A21"]),
        ("批次A二一、A二二", ["A21", "A22"]),
        ("批次 a 二十一", ["A21"]),
        ("批次a二零二四", ["A2024"]),
        ("A22[强][OK]", ["A22"]),
        ("A22👍", ["A22"]),
        ("A22（首批）", ["A22"]),
        ("A22 A23[OK]", ["A22", "A23"]),
        ("批次A22[强]", ["A22"]),
    ],
)
def test_batches_are_told_by_people(text: str, codes: list[str]) -> None:
    row = only(f"大疆 云台 6k 3.2 {text}")
    assert (row.quantity, row.price, [each.code for each in row.batches]) == (6000, Decimal("3.2"), codes)
    assert row.asks == ()
    bare = only(f"大疆 云台 3.2元 {text}")
    assert bare.quantity is None
