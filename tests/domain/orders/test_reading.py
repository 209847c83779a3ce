"""What is understood of an order as people write it. `lines.tsv` was written before the grammar was, `lines_by_others.tsv` by
five people with habits of their own who hadn't seen it, `lines_by_assistants.tsv` by somebody who knew parts of it, with three
kinds of haste in mind: typed quickly, dictated, pasted from WeChat."""

from __future__ import annotations

import csv
import json
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.cli.orders import as_json, catalogue_of, read_table
from domain.base import labels, policy
from domain.orders import answering
from domain.orders.reading import Ask, Bounds, How, Intent, ReadRow, read
from domain.orders.reading.message import LONGEST_LINE
from domain.orders.reading.rows import CarriedDown
from domain.orders.reading.rows import read as read_line
from domain.orders.reading.text import COVERED, LineText

HERE = Path(__file__).parent
TODAY = date(2026, 3, 11)  # a Wednesday
KNOWN_BOUNDS = Bounds()
KNOWN = catalogue_of((HERE / "catalogue.json").read_text(encoding="utf-8"))
TABLES = [
    row
    for name in ("lines.tsv", "lines_by_others.tsv", "lines_by_assistants.tsv")
    for row in csv.DictReader(
        (HERE / name).read_text(encoding="utf-8").splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE
    )
]


def understood(text: str) -> tuple[ReadRow, ...]:
    return read(text, KNOWN, TODAY).rows


def only(text: str) -> ReadRow:
    (row,) = understood(text)
    return row


def _compared(wanted: dict[str, Any], got: dict[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    """The rule by which a day was found is free; of a return neither sign nor quantity counts; a model isn't compared
    where the project is asked."""
    left_out = {"date_rule", "rest"}
    if wanted.get("intent") == "return":
        left_out.add("quantity")
    if "project" in wanted["ask"]:
        left_out.add("mcu")
    both = []
    for each in (wanted, got):
        kept = {name: value for name, value in each.items() if name not in left_out}
        both.append({**kept, "ask": sorted(kept["ask"])})
    return both[0], both[1]


@pytest.mark.parametrize("row", TABLES, ids=lambda row: row["message"])
def test_messages_are_understood_as_a_colleague_would(row: dict[str, str]) -> None:
    wanted = json.loads(row["expect"])
    rows = understood(row["message"].replace("\\n", "\n").replace("\\t", "\t"))
    assert len(rows) == len(wanted), rows
    for one, each in zip(wanted, rows, strict=True):
        expected, found = _compared(one, as_json(each))
        assert found == expected
        assert set(one.get("rest", ())) <= set(each.rest)


WHOM = {Ask.CUSTOMER, Ask.PROJECT, Ask.MCU, Ask.NO_PROJECT}


def questions(row: ReadRow) -> int:
    """How many must be answered one after the other, whichever of the offered readings is taken."""
    if not row.asks:
        return 0
    offered = answering.options(row, row.asks[0], tax_percent=13, currencies=("CNY", "USD", "HKD"))
    left = [answering.take(row, row.asks[0], each) for each in offered]
    beside = replace(row, asks=tuple(each for each in row.asks[1:] if each not in WHOM))
    return 1 + max(map(questions, left or [beside]))


@pytest.mark.parametrize("row", TABLES, ids=lambda row: row["message"])
def test_there_is_at_most_one_question_an_order(row: dict[str, str]) -> None:
    for each in understood(row["message"].replace("\\n", "\n").replace("\\t", "\t")):
        whom = [ask for ask in each.asks if ask in WHOM]
        figures = replace(each, asks=tuple(ask for ask in each.asks if ask not in WHOM))
        assert bool(whom) + questions(figures) <= 1


def test_the_table_is_printed_with_one_more_column() -> None:
    lines = (HERE / "lines.tsv").read_text(encoding="utf-8").splitlines()
    printed = list(read_table(lines, KNOWN, TODAY))
    assert printed[0].endswith("\treading")
    assert json.loads(printed[3].split("\t")[-1])[0]["quantity"] == 5000


def test_the_table_asks_for_a_day_of_a_closed_month_as_a_card_does() -> None:
    printed = list(read_table(["大疆 云台电机 5k 3.2 2月28日"], KNOWN, date(2026, 3, 11)))
    assert json.loads(printed[0].split("\t")[-1])[0]["ask"] == ["date"]


def test_lines_under_a_heading_are_that_customers() -> None:
    rows = understood("大疆\n云台电机 5k 3.2\n遥控器主板 2k 8.5")
    assert [(row.customer.name, row.project.name, row.quantity) for row in rows if row.customer and row.project] == [
        ("大疆创新", "云台电机", 5000),
        ("大疆创新", "遥控器主板", 2000),
    ]
    assert {row.marks["customer"] for row in rows} == {How.HEADING}


def test_labels_one_a_line_make_one_row() -> None:
    row = only("客户：大疆\n型号：BAT32G135\n数量：5k\n单价：3.2\n批次：A12、A13\n日期：3月5日")
    assert (row.quantity, row.price, [each.code for each in row.batches], row.day) == (
        5000,
        Decimal("3.2"),
        ["A12", "A13"],
        date(2026, 3, 5),
    )


def test_a_sum_gives_the_price_only_where_it_is_exact() -> None:
    row = only("大疆 云台电机 5k 16000元")
    assert (row.price, row.marks["price"]) == (Decimal("3.2"), How.TOTAL)
    assert Ask.PRICE in only("大疆 云台电机 7k 总价10000").asks


@pytest.mark.parametrize(
    ("name", "said"),
    [("惠洲市朗月照明科技有限公司", "惠洲朗月"), ("惠州市朗月照明科技有限公司", "惠州朗月"), ("亨东市朗月照明科技有限公司", "亨东朗月")],
)  # fmt: skip
def test_nothing_of_the_customers_own_name_is_left_over_where_its_place_is_written_wrongly(
    name: str, said: str
) -> None:
    known = catalogue_of(json.dumps({"customers": [{"name": name, "projects": [{"name": "灯", "mcu": "BAT32G135"}]}]}))
    (row,) = read(f"{said} 3k 1.8元 昨天", known, TODAY).rows
    assert row.customer is not None
    assert (row.customer.name, row.rest) == (name, ())


def _offered(row: ReadRow) -> list[dict[str, object]]:
    return [dict(each.values) for each in row.options[Ask.PRICE]]


def test_an_amount_in_yuan_beyond_what_a_bare_number_may_cost_is_a_price_or_a_sum() -> None:
    assert (only("大疆 云台电机 100k 0.04元").price, only("大疆 云台电机 100k 0.04元").asks) == (Decimal("0.04"), ())
    either = only("大疆 云台电机 10 250元")
    assert (either.price, either.asks) == (None, (Ask.PRICE,))
    assert _offered(either) == [
        {"quantity": 10, "price": Decimal(25), "total": 250},
        {"quantity": 10, "price": Decimal(250)},
    ]
    odd = only("大疆 云台电机 7片 250元")
    assert (odd.total, odd.asks) == (Decimal(250), (Ask.PRICE,))
    assert _offered(odd) == [{"quantity": 7, "price": 250}]
    bare = only("大疆 云台电机 5000 3000")
    assert (bare.asks, _offered(bare)) == ((Ask.PRICE,), [{"quantity": 5000, "price": Decimal("0.6"), "total": 3000}])


def test_a_sum_that_nothing_calls_one_must_give_a_price_near_the_last() -> None:
    last = {"name": "云台电机", "mcu": "BAT32G135", "last_price": 3.2}
    known = catalogue_of(json.dumps({"customers": [{"name": "大疆创新", "projects": [last]}]}))
    (far,) = read("大疆 云台电机 5k 250", known, TODAY).rows
    assert (far.price, far.asks, far.rest) == (None, (Ask.PRICE,), ("250",))
    (near,) = read("大疆 云台电机 5k 16000", known, TODAY).rows
    assert (near.price, near.asks) == (Decimal("3.2"), ())
    (yuan,) = read("大疆 云台电机 100 320元", known, TODAY).rows
    assert (yuan.price, yuan.asks) == (Decimal("3.2"), ())


def test_two_customers_in_a_line_are_asked() -> None:
    assert only("大疆 星河 5k 3.2").asks == (Ask.CUSTOMER,)


def test_a_customer_whom_only_the_project_tells_is_asked_beside_an_unknown_name() -> None:
    """The project may have the same name at a company that isn't known yet."""
    assert only("云台电机 5k 3.2").marks["customer"] is How.FROM_PROJECT
    row = only("蓝鲸航空 云台电机 5k 3.2")
    assert row.asks == (Ask.CUSTOMER,)
    assert "蓝鲸航空" in row.rest


def test_what_is_no_order_isnt_read_as_one() -> None:
    for text in (
        "大疆 云台电机 有5k吗",
        "大疆 样品 50片",
        "上月 大疆 出货",
        "大疆",
        "5k",
        "大疆 打算下5k",
        "",
        "大疆 云台电机 100片不良",
        "GD32F303 5k 3.2",
    ):
        assert understood(text) == (), text


@pytest.mark.parametrize(
    "text", ["退 大疆 云台电机 500 2.3", "退货 大疆 云台电机 500片", "大疆退货 300片 上次那单", "大疆 云台电机 -500"]
)
def test_what_came_back_is_a_return_wherever_the_word_stands(text: str) -> None:
    assert only(text).intent is Intent.RETURN
    assert only("大疆 退火炉 500 3.2").intent is Intent.ORDER


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("大疆 云台电机 2盘 3.2", ("2盘",)),
        ("大疆 云台电机 0片 3.2", ("0片",)),
        ("大疆 云台电机 5kg 3.2", ("5kg",)),
        ("大疆 云台电机 1k 2.3 11/31", ("11/31",)),
    ],
)
def test_a_figure_that_says_nothing_is_asked_and_shown(text: str, rest: tuple[str, ...]) -> None:
    row = only(text)
    assert row.rest == rest
    assert set(row.asks) & {Ask.QUANTITY, Ask.DATE}


def test_a_day_that_no_year_has_makes_no_day_of_the_price() -> None:
    row = only("大疆 云台电机 1k 2.3 11/31")
    assert (row.price, row.day, row.asks) == (Decimal("2.3"), None, (Ask.DATE,))
    either = only("大疆 云台电机 1k 4.6 2.29")
    assert either.asks == (Ask.PRICE, Ask.DATE)
    assert either.options[Ask.PRICE][0].values == {"quantity": 1000, "price": Decimal("4.6")}


@pytest.mark.parametrize("line", ["备注 下午送", "麻烦下午送，找张工签收", "以上均含税，下午送"])
def test_a_line_that_is_no_order_is_left_over(line: str) -> None:
    assert "下午送" in "".join(read(f"大疆 云台电机 5k 3.2\n大疆 遥控器主板 2k 8.5\n{line}", KNOWN, TODAY).rest)


def test_once_more_with_a_figure_is_the_last_order_with_it() -> None:
    row = only("大疆 同上 2k")
    assert (row.intent, row.quantity, row.asks) == (Intent.AGAIN, 2000, ())


def test_nothing_sold_today_and_once_more() -> None:
    assert only("今天没订单").intent is Intent.NONE_TODAY
    again = only("大疆 再来一单")
    assert again.intent is Intent.AGAIN
    assert again.asks == ()


WORDS = """大疆 星河 启明 启明电机 云台电机 遥控器主板 BAT32G135 STM32G431CBT6-TR LED驱动 5k 1.2万 一万二 三千五 5000 3.2 3.2元 @8.5 3块2
    单价3.2 850元/K 含税 未税 13% USD $ 批次 A12 A13 A12-A15 LOT: 2410 0305 昨天 上周五 周五 3/5 3.5 3月5日 月底 合同 签 明天发货 PO#4500 月结30天
    2盘*2500 2盘 5kg 1.5M 5k-6k 约5k -500 退货 0 = × * ， ； 。 （ ） 片 pcs 共 16000元 再来一单 吗 样品 \u200b ① Ⅳ ㎏ ½ ％ 大江 dajiang dj""".split()
TEXTS = st.lists(st.sampled_from(WORDS) | st.text(max_size=4), max_size=12).flatmap(
    lambda parts: st.sampled_from(["", " ", "\n", "  ", "\t"]).map(lambda between: between.join(parts))
)


@settings(max_examples=400, deadline=None)
@given(TEXTS)
def test_no_text_raises_and_every_figure_can_be_believed(text: str) -> None:
    for row in understood(text):
        if row.quantity is not None:
            assert row.quantity > 0
        if row.day is not None:
            assert row.day <= TODAY
        if row.project is not None and row.customer is not None:
            assert row.project in row.customer.projects
        known = (row.customer, row.project, row.quantity, row.price, row.day)
        if row.intent is Intent.ORDER and None in known:
            assert row.asks, "what is missing is asked"


@settings(max_examples=400, deadline=None)
@given(TEXTS.filter(lambda text: "\n" not in text and len(text) <= LONGEST_LINE))
def test_every_character_is_used_or_left_over(text: str) -> None:
    line = read_line(text, KNOWN, TODAY, KNOWN_BOUNDS, CarriedDown()).line
    assert line is not None
    owners = [0] * len(line.plain)
    for claim in line.claims:
        for place in range(claim.start, claim.end):
            owners[place] += 1
    assert all(count <= 1 for count in owners)
    assert [char == COVERED for char in line.open] == [count == 1 for count in owners]
    left = LineText(" ".join(line.left())).plain
    for place, char in enumerate(line.plain):
        if owners[place] == 0 and char.isalnum():
            assert char in left
    for claim in line.claims:
        if claim.part == "filler":
            around = line.open[max(0, claim.start - 1) : claim.start] + line.open[claim.end : claim.end + 1]
            assert not around.isalnum(), "no word is cut out of a phrase"


HEADINGS = Bounds(headings=tuple(labels.of(policy.default(), "order").items()))


@pytest.mark.parametrize(
    ("heading", "line", "figures"),
    [
        ("出货日期\t购货单位\t物料名称\t实发数量\t含税单价\t生产批号", "2026-03-05\t大疆\tBAT32G135\t5,000\t3.2\tA12", (5000, "3.2", ["A12"])),
        ("Ship date\tSold to\tPart number\tQty (K)\tUnit price (元)", "2026-03-05\t大疆\tBAT32G135\t5\t3.2", (5000, "3.2", [])),
        ("日期\t客户\t存货\t数量\t单价(元/K)\t仓位", "2026-03-05\t大疆\tBAT32G135\t5000\t3200\tB-7", (5000, "3.2", [])),
    ],
)  # fmt: skip
def test_the_heading_of_a_pasted_table_has_the_words_of_a_list(heading: str, line: str, figures: Any) -> None:
    (row,) = read(f"{heading}\n{line}", KNOWN, TODAY, HEADINGS).rows
    assert (row.quantity, f"{row.price:f}", [each.code for each in row.batches]) == figures
    assert row.day == date(2026, 3, 5)
    assert not row.asks
