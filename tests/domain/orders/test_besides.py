"""What is paid, settled and said besides an order: left over as whole phrases, no figure of it the order's."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.orders.reading import Ask, read
from tests.domain.orders.test_reading import KNOWN, TODAY, only, understood


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


@pytest.mark.parametrize(
    "phrase", ["张工签收", "下午送到三号仓", "请开专票", "麻烦找张工", "记得打电话", "要的急", "是老客户的单", "给李总"]
)
def test_no_word_is_cut_out_of_a_phrase(phrase: str) -> None:
    row = only(f"大疆 云台电机 5k 3.2元 {phrase}")
    assert "".join(row.rest).replace(" ", "") == phrase.replace(" ", "")
    assert only("大疆 云台电机 5k 3.2元，麻烦记一下，谢谢").rest == ()


NOTES = st.lists(
    st.sampled_from(
        "张工签收 下午送到三号仓 请找王总 麻烦给老李 门口的保安签 要的急 放二楼 在厂里的 另外放好 备用".split()
    ),
    max_size=2,
)
LINES = st.tuples(
    st.sampled_from(["大疆 云台电机 5k 3.2", "星河 空调遥控器 2万 0.85元", "大疆 遥控器主板 2k 8.5 昨天", ""]), NOTES
)


@settings(max_examples=150, deadline=None)
@given(st.lists(LINES, min_size=1, max_size=5))
def test_whatever_is_noted_beside_orders_is_shown_whole_wherever_it_stands(lines: list[tuple[str, list[str]]]) -> None:
    lines = [("大疆 云台电机 900 3.2", []), *lines]
    found = read("\n".join(" ".join([order, *notes]) for order, notes in lines), KNOWN, TODAY)
    assert len(found.rows) == sum(bool(order) for order, _ in lines)
    shown = " ".join([*(part for row in found.rows for part in row.rest), *found.rest])
    for _, notes in lines:
        for each in notes:
            assert each in shown
