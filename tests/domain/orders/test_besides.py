"""What is paid, settled and said besides an order: left over as whole phrases, no figure of it the order's."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.cli.orders import catalogue_of
from domain.orders.reading import Ask, Bounds, Catalogue, How, read
from domain.orders.reading.amend import amend
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


@pytest.mark.parametrize(
    "besides",
    ["其中200片是赠送的", "其中两百片是备品", "其中200是赠送的", "送200片", "另送200片", "赠品200片", "含200片备品", "200片免费", "其中1k是样品",
     "少发了200片", "多发了200片", "补发200片", "欠200片", "上次欠的200片一起"],
)  # fmt: skip
@pytest.mark.parametrize("pieces", ["4200", "4.2k", "4200片"])
def test_pieces_of_something_else_are_left_over_whole(besides: str, pieces: str) -> None:
    row = only(f"大疆 云台电机 {pieces} 3.15 {besides}")
    assert (row.quantity, row.price, row.asks, row.rest) == (4200, Decimal("3.15"), (), (besides,))


@pytest.mark.parametrize("besides", ["送200片", "少发了200片", "其中200片是赠送的"])
def test_pieces_of_something_else_correct_no_card(besides: str) -> None:
    found = amend(besides, understood("大疆 云台电机 4200 3.15"), KNOWN, TODAY, Bounds())
    assert (found.understood, found.agrees, found.rest) == (False, False, (besides,))


def test_pieces_that_are_the_only_ones_are_the_orders() -> None:
    assert only("给大疆送了200片云台电机 3.15元").quantity == 200


@pytest.mark.parametrize(
    "text",
    [
        "客户说云台电机下个月上量，竞品价格低两毛，要我们再谈",
        "大疆说云台电机价格太高，要降两毛",
        "大疆 云台电机 竞品报3.1元",
        "大疆 云台电机 要压价 3.1元",
    ],
)
def test_a_note_about_prices_is_no_order(text: str) -> None:
    assert understood(text) == ()


TWO = "大疆 云台电机 5k 3.2\n大疆 遥控器主板 2k 8.5\n"


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        (f"{TWO}批次都是A300", ["A300"]),
        (f"{TWO}都是A300", ["A300"]),
        (f"{TWO}批次均为 A300 A301", ["A300", "A301"]),
        ("大疆 云台电机 5k 3.2，遥控器主板 2k 8.5，批次都是A300", ["A300"]),
        ("大疆 云台电机 5k 3.2，星河 空调遥控器 2k 0.9，批次都是A300", ["A300"]),
    ],
)
def test_batches_that_are_said_of_all_are_every_rows(text: str, codes: list[str]) -> None:
    found = read(text, KNOWN, TODAY)
    assert [[batch.code for batch in each.batches] for each in found.rows] == [codes, codes]
    assert (found.rest, [each.rest for each in found.rows]) == ((), [(), ()])


def test_batches_of_a_row_of_its_own_stay() -> None:
    found = read("大疆 云台电机 5k 3.2 批次 A1\n大疆 遥控器主板 2k 8.5\n批次都是A300", KNOWN, TODAY)
    assert [[batch.code for batch in each.batches] for each in found.rows] == [["A1"], ["A300"]]


def _paid(drill: float | None, cooker: float | None) -> Catalogue:
    drills = {"name": "电钻", "mcu": "BAT32G139", "last_price": drill}
    cookers = {"name": "电饭煲主控", "mcu": "HC32F005", "last_price": cooker}
    customers = [
        {"name": "江门市白桦电动工具有限公司", "projects": [drills]},
        {"name": "佛山市晨曦电器有限公司", "projects": [cookers]},
    ]
    return catalogue_of(json.dumps({"customers": customers}))


@pytest.mark.parametrize("between", ["，", "\n"])
@pytest.mark.parametrize("said", ["都按老价格", "价格都不变", "价格都按上次"])
def test_former_prices_that_are_said_of_all_are_every_rows(between: str, said: str) -> None:
    text = between.join(["白桦4.2k", "晨曦2.2k", said])
    found = read(text, _paid(3.15, 2.3), TODAY)
    assert [each.price for each in found.rows] == [Decimal("3.15"), Decimal("2.3")]
    assert ({each.marks["price"] for each in found.rows}, found.rest) == ({How.AGAIN}, ())
    unknown = read(text, _paid(3.15, None), TODAY)
    assert [(each.price, each.asks) for each in unknown.rows] == [(Decimal("3.15"), ()), (None, (Ask.PRICE,))]
    assert unknown.rest == (said,)
