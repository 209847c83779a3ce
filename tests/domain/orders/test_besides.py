"""What is paid, settled and said besides an order: left over as whole phrases, no figure of it the order's."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from domain.orders.reading import Ask
from tests.domain.orders.test_reading import TODAY, only, understood


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("大疆 云台电机 5k 3.2 运费5元", "运费5元"),
        ("大疆 云台电机 5k 3.2 运费 5", "运费 5"),
        ("大疆 云台电机 5k 运费50 3.2", "运费50"),
        ("大疆 云台电机 5k 3.2 快递费：20元", "快递费：20元"),
        ("大疆 云台电机 5k 3.2 包装费100元", "包装费100元"),
        ("大疆 云台电机 5k 3.2 邮费十二块", "邮费十二块"),
        ("大疆 云台电机 3.2 样品费50元 5k", "样品费50元"),
        ("大疆 云台电机 5k 3.2 定金500元", "定金500元"),
        ("大疆 云台电机 5k 3.2 关税1.2万", "关税1.2万"),
        ("大疆 云台电机 5k 3.2 另付5元运费", "另付5元运费"),
        ("大疆 云台电机 5k 3.2 已付30%定金", "已付30%定金"),
        ("大疆 云台电机 5k 3.2 运费另算", "运费另算"),
        ("大疆 云台电机 5k 3.2运费5元", "运费5元"),
        ("大疆 云台电机 5k 3.2 NRE 500元", "NRE 500元"),
        ("大疆 云台电机 5k 3.2 shipping fee $15", "shipping fee $15"),
        ("大疆 云台电机 5k 含运费3.2", "含运费"),
        ("大疆 云台电机 5k 3.2 月底对账", "月底对账"),
        ("大疆 云台电机 5k 3.2 发票开上海公司", "发票开上海公司"),
    ],
)
def test_what_is_paid_besides_is_neither_price_nor_sum_nor_pieces(text: str, rest: str) -> None:
    row = only(text)
    assert (row.quantity, row.price, row.currency, row.day) == (5000, Decimal("3.2"), "CNY", TODAY)
    assert (row.total, row.asks, row.rest) == (None, (), (rest,))


def test_an_amount_of_something_unknown_makes_no_day_of_a_price() -> None:
    row = only("大疆 云台电机 5k 3.2 过路50元")
    assert row.asks == (Ask.PRICE, Ask.DATE)
    assert [dict(each.values) for each in row.options[Ask.PRICE]] == [
        {"price": Decimal("3.2"), "day": TODAY},
        {"price": Decimal(50), "day": date(2026, 3, 2)},
    ]
    assert row.rest == ("过路",)
    plain = only("大疆 云台电机 5k 50元 3.2")
    assert (plain.price, plain.day, plain.asks) == (Decimal(50), date(2026, 3, 2), ())


@pytest.mark.parametrize("text", ["大疆 云台电机 月底对账", "大疆 发票开上海公司 5k", "大疆 5k 3.2 的发票开好了"])
def test_settling_without_a_whole_order_is_no_order(text: str) -> None:
    assert understood(text) == ()


def test_a_contracts_number_stands_once() -> None:
    row = only("大疆 云台电机 5k 3.2 PO#12345")
    assert (row.reference, row.rest) == ("12345", ())
    both = only("大疆 云台电机 5k 3.2 合同号HT2026-0305 PO#12345")
    assert (both.reference, both.rest) == ("HT2026-0305", ("PO#12345",))
