"""Corrections of what stands on the card, by a message."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings

from domain.orders.reading import Ask, Bounds, Row, Tax, read
from domain.orders.reading.amend import amend, batches_alone, delivery
from tests.domain.orders.test_reading import KNOWN, TEXTS, TODAY

TWO = "大疆 云台电机 5k 3.2\n大疆 遥控器主板 2k 8.5"


def after(text: str, said: str = "大疆 云台电机 5k 3.2") -> Row:
    found = amend(text, read(said, KNOWN, TODAY).rows, KNOWN, TODAY, Bounds())
    assert found.understood
    return found.rows[-1]


@pytest.mark.parametrize(
    ("text", "quantity", "price"),
    [
        ("改6k", 6000, "3.2"),
        ("6k", 6000, "3.2"),
        ("数量改成 6,500", 6500, "3.2"),
        ("价格3.3", 5000, "3.3"),
        ("3.3", 5000, "3.3"),
        ("单价应该是3块3", 5000, "3.3"),
        ("不是5k，是6k", 6000, "3.2"),
        ("6k 3.3元", 6000, "3.3"),
        ("make it 6k", 6000, "3.2"),
        ("change to 3.3元", 5000, "3.3"),
    ],
)
def test_a_figure_is_changed(text: str, quantity: int, price: str) -> None:
    row = after(text)
    assert (row.quantity, row.price) == (quantity, Decimal(price))


def test_the_day_the_batches_and_the_tax_are_changed() -> None:
    assert after("昨天的").day == date(2026, 3, 10)
    assert after("合同日期 3月5日").day == date(2026, 3, 5)
    assert [each.code for each in after("批次 A14 A15").batches] == ["A14", "A15"]
    assert after("未税").tax is Tax.EXCLUDED
    assert Ask.TAX in after("未税").asks


def test_the_project_is_changed_and_with_it_the_model() -> None:
    row = after("项目换成遥控器主板")
    assert (row.project.name if row.project else None, row.mcu) == ("遥控器主板", "STM32G431")


def test_a_row_is_named_by_its_number() -> None:
    rows = read(TWO, KNOWN, TODAY).rows
    assert amend("第一个改6k", rows, KNOWN, TODAY, Bounds()).rows[0].quantity == 6000
    assert amend("不要第二个", rows, KNOWN, TODAY, Bounds()).removed == {1}
    assert amend("删掉最后一个", rows, KNOWN, TODAY, Bounds()).removed == {1}
    assert amend("第二行 9元", rows, KNOWN, TODAY, Bounds()).rows[1].price == 9


def test_what_says_nothing_changes_nothing() -> None:
    rows = read(TWO, KNOWN, TODAY).rows
    for text in ("好的", "谢谢", "不要", "？"):
        assert not amend(text, rows, KNOWN, TODAY, Bounds()).understood


def test_a_delivery_is_told_in_a_reply() -> None:
    told = delivery("发 2k A14 3月15日", date(2026, 3, 20))
    assert told is not None
    assert (told.quantity, told.batches, told.day, told.rest) == (2000, ("A14",), date(2026, 3, 15), ())
    assert delivery("发票已开", TODAY) is None
    plain = delivery("已发2000", TODAY)
    assert plain is not None
    assert (plain.quantity, plain.day) == (2000, TODAY)


def test_batches_come_one_by_one() -> None:
    assert [each.code for each in batches_alone("批次 A14")] == ["A14"]
    assert batches_alone("批次 A14 谢谢老板们") == ()
    assert batches_alone("好的") == ()


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_no_correction_raises_or_forgets_what_it_didnt_name(text: str) -> None:
    rows = read(TWO, KNOWN, TODAY).rows
    found = amend(text, rows, KNOWN, TODAY, Bounds())
    assert len(found.rows) == len(rows)
    for place, row in enumerate(found.rows):
        if place not in found.changed:
            assert row == rows[place]
        assert row.quantity is not None
        assert row.price is not None
    delivery(text, TODAY)
    batches_alone(text)
