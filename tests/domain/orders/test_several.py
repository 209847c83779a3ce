"""Several orders told in one line, and what a heading line says of the lines under it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from domain.orders.reading import Ask, Tax, read
from tests.domain.orders.test_reading import KNOWN, TODAY, only, understood


@pytest.mark.parametrize(
    "text",
    [
        "大疆 云台电机 一单3k 3.15 一单2k 3.2",
        "大疆 云台电机 一单3k 3.15，一单2k 3.2",
        "大疆 云台电机 两单: 3k 3.15，2k 3.2",
        "大疆 云台电机 2单：3k 3.15；2k 3.2",
        "大疆 云台电机 两单：3k 3.15 和 2k 3.2",
        "大疆 云台电机两笔 3k 3.15、2k 3.2",
        "大疆 云台电机 第一单3k 3.15 第二单2k 3.2",
        "大疆 云台电机 第1单：3k 3.15，第2单：2k 3.2",
        "大疆 云台电机 一单3k 3.15，另一单2k 3.2",
        "大疆 今天下了两单，第一单云台电机3k 3.15，第二单云台电机2k 3.2",
    ],
)
def test_orders_told_one_by_one_are_as_many_orders(text: str) -> None:
    rows = understood(text)
    assert [(each.quantity, each.price, each.asks, each.rest) for each in rows] == [
        (3000, Decimal("3.15"), (), ()),
        (2000, Decimal("3.2"), (), ()),
    ]
    assert [each.told for each in rows] == [1, 2]


def test_what_stands_before_orders_told_one_by_one_is_said_of_each() -> None:
    rows = understood("大疆 昨天 未税 一单云台电机3k 3.15，一单遥控器主板2k 8.5 批次A12")
    assert [(each.mcu, each.day, each.tax, len(each.batches)) for each in rows] == [
        ("BAT32G135", date(2026, 3, 10), Tax.EXCLUDED, 0),
        ("STM32G431", date(2026, 3, 10), Tax.EXCLUDED, 1),
    ]


@pytest.mark.parametrize(
    "text", ["大疆 云台电机 5k 3.2 分两单", "大疆 云台电机 再来一单 3k", "大疆 云台电机 一单3k 3.15"]
)
def test_one_figure_is_one_order_however_it_is_called(text: str) -> None:
    assert len(understood(text)) == 1


@pytest.mark.parametrize(
    ("text", "quantity"),
    [
        ("大疆 云台电机 2 w5 3.2", 25000),
        ("大疆 云台电机 2 W5 3.2元", 25000),
        ("大疆 云台电机 2 万 5 3.2", 25000),
        ("大疆 云台电机 12 w 5 3.2", 125000),
    ],
)
def test_ten_thousands_dictated_with_blanks_are_one_figure(text: str, quantity: int) -> None:
    row = only(text)
    assert (row.quantity, row.price, row.asks, row.rest) == (quantity, Decimal("3.2"), (), ())


@pytest.mark.parametrize("text", ["大疆 云台电机 5k 3.15 W5", "大疆 云台电机 5k 3 W5", "大疆 云台电机 5000 3 W5"])
def test_a_letter_and_a_figure_behind_a_price_make_no_ten_thousands(text: str) -> None:
    row = only(text)
    assert (row.quantity, row.asks) == (5000, (Ask.BATCHES,))


@pytest.mark.parametrize("heading", ["大疆 {}", "大疆：{}", "{}\n大疆", "{}"])
def test_what_a_heading_says_holds_for_the_lines_under_it(heading: str) -> None:
    said = heading.format("昨天 美元 合同号HT-88 月结30天")
    rows = read(f"{said}\n大疆 云台电机 5k 0.45\n遥控器主板 2k 1.5", KNOWN, TODAY)
    assert [(each.currency, each.reference, each.day) for each in rows.rows] == [
        ("USD", "HT-88", date(2026, 3, 10))
    ] * 2
    assert all(Ask.CURRENCY in each.asks for each in rows.rows)
    assert rows.rest == ("月结30天",)


@pytest.mark.parametrize("term", ["月结30天", "运费到付 20元", "30%定金", "月底对账"])
def test_terms_in_a_heading_are_named(term: str) -> None:
    found = read(f"大疆 {term}\n云台电机 5k 3.2\n遥控器主板 2k 8.5", KNOWN, TODAY)
    assert [each.quantity for each in found.rows] == [5000, 2000]
    assert term in found.rest


@pytest.mark.parametrize(
    "other",
    [
        "星河 合同号HT-99\n变频空调主控 2k 8.5",
        "星河 变频空调主控 2k 8.5 合同号HT-99",
        "星河\n变频空调主控 2k 8.5 合同号HT-99",
    ],
)
def test_what_one_customers_heading_says_is_not_said_of_the_next(other: str) -> None:
    rows = understood(f"合同号HT-88\n大疆 未税 昨天\n云台电机 5k 3.2\n麻烦下午送\n{other}")
    assert [(each.tax, each.reference, each.day) for each in rows] == [
        (Tax.EXCLUDED, "HT-88", date(2026, 3, 10)),
        (None, "HT-99", TODAY),
    ]


def test_a_line_under_a_heading_overrules_it() -> None:
    rows = understood("大疆 未税 合同号HT-88\n云台电机 5k 3.2\n遥控器主板 2k 8.5 含税 合同号HT-89")
    assert [(each.tax, each.reference) for each in rows] == [(Tax.EXCLUDED, "HT-88"), (Tax.INCLUDED, "HT-89")]


def test_cells_beyond_the_heading_of_a_table_are_named() -> None:
    (row,) = understood("日期\t客户\t型号\t数量\t单价\n2026-03-05\t大疆\tBAT32G135\t5,000\t3.2\t加急\t送仓库")
    assert (row.quantity, row.price, row.asks) == (5000, Decimal("3.2"), ())
    assert row.rest == ("加急", "送仓库")
