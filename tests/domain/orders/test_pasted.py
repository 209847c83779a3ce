"""Several orders in a sentence, what is copied out of a chat, one field a line; what only looks like a figure."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from bot.cli.orders import catalogue_of
from domain.orders.reading import Ask, How, read
from tests.domain.orders.test_reading import HEADINGS, KNOWN, TODAY, only, understood

DAJIANG, STAR = ("大疆创新", 5000, "3.15"), ("深圳市星河联创电子有限公司", 3000, "2.3")


@pytest.mark.parametrize(
    "text",
    [
        "大疆云台5k，3.15，星河空调遥控器3k，2.3，都是今天",
        "大疆 云台 5000 3.15 另外星河 空调遥控器 3000 2.3",
        "大疆 云台 5k 3.15 星河 空调遥控器 3k 2.3",
        "今天 大疆 云台 5k 3.15 还有 星河 空调遥控器 3k 2.3",
        "大疆云台五千单价3.15元星河空调遥控器三千2.3元",
        "[2026/3/11 17:58] 李明: 大疆 云台 5k 3.15\n[2026/3/11 18:01] 周敏: 星河 空调遥控器 3k 2.3",
        "李明 3-11 17:58\n大疆 云台 5k 3.15\n周敏 3-11 18:02:11\n星河 空调遥控器 2k 2.3\n改成 3k",
    ],
)
def test_another_customer_with_a_figure_of_its_own_is_another_order(text: str) -> None:
    rows = understood(text)
    assert [(row.customer and row.customer.name, row.quantity, f"{row.price:f}") for row in rows] == [DAJIANG, STAR]
    assert all((row.day, row.asks, row.rest) == (TODAY, (), ()) for row in rows)


def test_a_day_in_front_or_behind_is_that_of_all() -> None:
    for text in (
        "昨天 大疆 云台 5k 3.15 星河 空调遥控器 3k 2.3",
        "大疆 云台 5k 3.15，星河 空调遥控器 3k 2.3，都是昨天",
    ):
        assert [row.day for row in understood(text)] == [date(2026, 3, 10)] * 2


def test_today_in_a_copied_message_is_the_day_on_which_it_was_written() -> None:
    for text in (
        "[2026/3/9 17:58] 李明: 大疆 云台 5k 3.15 A21 今天签的\n[2026/3/9 17:59] 周敏: 收到\n[2026/3/9 18:01] 李明: 改成 9k",
        "李明 03-09 18:02\n大疆 云台 9k 3.15 A21",
    ):
        (row,) = understood(text)
        assert (row.quantity, row.day, row.rest) == (9000, date(2026, 3, 9), ())
        assert read(text, KNOWN, TODAY).rest in ((), ("收到",))


def test_one_field_a_line_is_one_order() -> None:
    row = only("大疆\n云台电机\n5k\n3.15\nA41")
    assert (row.quantity, row.price, [each.code for each in row.batches]) == (5000, Decimal("3.15"), ["A41"])
    assert len(understood("大疆\n云台电机 5k\n遥控器主板 2k")) == 2


@pytest.mark.parametrize(
    ("text", "quantity", "price", "codes"),
    [
        ("大疆 云台 2600 3.15 X1", 2600, "3.15", []),
        ("大疆 云台 2600 3.15 X21", 2600, "3.15", ["X21"]),
        ("大疆 云台 2600 3.15 W12", 2600, "3.15", ["W12"]),
        ("大疆 云台 2600 3.15 K12", 2600, "3.15", ["K12"]),
        ("大疆 云台 2600 x 3.15", 2600, "3.15", []),
        ("大疆 云台 2600x3.15", 2600, "3.15", []),
        ("大疆 云台 3.15 x2600", 2600, "3.15", []),
        ("大疆 云台 2100 3。15", 2100, "3.15", []),
        ("大疆 云台 2100 3.15 批次　Ａ１２／Ａ１３", 2100, "3.15", ["A12", "A13"]),
        ("再加一个 大疆 云台 2万 3.15", 20000, "3.15", []),
        ("补录一单：大疆 云台 2万 3.15", 20000, "3.15", []),
    ],
)
def test_a_letter_before_a_number_and_a_full_stop_in_one(
    text: str, quantity: int, price: str, codes: list[str]
) -> None:
    row = only(text)
    assert (row.quantity, row.price, [each.code for each in row.batches]) == (quantity, Decimal(price), codes)


OLD = catalogue_of(
    '{"customers": [{"name": "大疆创新", "projects": [{"name": "云台电机", "mcu": "BAT32G135", "last_price": 3.4}]}]}'
)


@pytest.mark.parametrize("said", ["老价格", "原价", "跟上次一样的价", "价格不变", "上次的价", "按老价", "same price"])
def test_the_old_price_is_the_last_one(said: str) -> None:
    (row,) = read(f"大疆 云台电机 {said} 3k", OLD, TODAY).rows
    assert (row.quantity, row.price, row.asks, row.rest) == (3000, Decimal("3.4"), (), ())
    assert row.marks["price"] is How.AGAIN
    assert only(f"大疆 云台电机 {said} 3k").asks == (Ask.PRICE,)


@pytest.mark.parametrize(
    "text", ["中山市大疆电机有限公司 云台电机 5k 3.2", "大疆\n中山市宏景电机有限公司 云台电机 5k 3.2"]
)
def test_the_full_name_of_an_unknown_company_is_no_known_customer(text: str) -> None:
    (row,) = understood(text)
    assert Ask.CUSTOMER in row.asks


@pytest.mark.parametrize("model", ["N76E003", "TM1637", "A3144", "HK32", "MS51", "8051", "STC8G-1K"])
def test_a_model_that_nobody_has_is_asked_whatever_it_looks_like(model: str) -> None:
    """As in a file: no batch, and no order of whatever project is the only one."""
    table = read(f"型号\t客户\t数量\t单价\n{model}\t启明照明\t5000\t2.2", KNOWN, TODAY, HEADINGS).rows
    lines = read(f"客户：启明照明\n型号：{model}\n数量：5000\n单价：2.2", KNOWN, TODAY).rows
    for (row,) in (table, lines):
        assert (row.project, row.written, row.batches, row.rest) == (None, model, (), ())
        assert (row.quantity, row.asks) == (5000, (Ask.PROJECT,))
