"""The day of an order: behind a label, of several, and none that any calendar has."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from domain.orders.reading import Ask, Bounds, read
from domain.orders.reading.amend import amend
from tests.domain.orders.test_reading import KNOWN, TODAY, only

SAID = "大疆 云台电机 5k 3.15"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("销售日期：1201", date(2025, 12, 1)),
        ("合同日期1201", date(2025, 12, 1)),
        ("日期1127", date(2025, 11, 27)),
        ("日期：1127", date(2025, 11, 27)),
        ("日期:0201", date(2026, 2, 1)),
        ("下单日 1127", date(2025, 11, 27)),
        ("日期3.5", date(2026, 3, 5)),
        ("日期 260305", date(2026, 3, 5)),
        ("date: 1127", date(2025, 11, 27)),
    ],
)
def test_figures_behind_a_label_of_the_day_are_the_day(text: str, day: date) -> None:
    row = only(f"{SAID} {text}")
    assert (row.quantity, row.price, row.day, row.batches) == (5000, Decimal("3.15"), day, ())
    assert (row.asks, row.rest) == ((), ())
    lines = only(f"客户：大疆\n项目：云台电机\n数量：5k\n单价：3.15\n{text}")
    assert (lines.price, lines.day, lines.asks) == (Decimal("3.15"), day, ())


def test_what_heads_no_line_is_of_the_only_one_above_or_left_over() -> None:
    assert only("大疆 云台电机 5k 3.15\n昨天").day == date(2026, 3, 10)
    several = read("大疆 云台电机 5k 3.15\n大疆 遥控器主板 2k 8.5\n昨天", KNOWN, TODAY)
    assert ([each.day for each in several.rows], several.rest) == ([TODAY, TODAY], ("昨天",))
    headed = read("大疆 云台电机 5k 3.15\n昨天\n遥控器主板 2k 8.5", KNOWN, TODAY)
    assert ([each.day for each in headed.rows], headed.rest) == ([TODAY, date(2026, 3, 10)], ())
    assert read("大疆 云台电机 5k 3.15\n星河", KNOWN, TODAY).rest == ("星河",)
    assert read("大疆 云台电机 5k 3.15\n11月31号", KNOWN, TODAY).rest == ("11月31号",)


def test_four_digits_without_a_label_are_no_day() -> None:
    assert only("大疆 云台电机 1127 3.15").quantity == 1127
    row = only(f"{SAID} 交货日期1127")
    assert (row.day, row.rest) == (TODAY, ("交货日期1127",))


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("11月31号", "11月31号"),
        ("日期 11月31日", "11月31日"),
        ("2026-11-31", "2026-11-31"),
        ("2026/2/30", "2026/2/30"),
        ("2026年2月30日", "2026年2月30日"),
        ("20260231", "20260231"),
        ("10/32", "10/32"),
        ("11/31", "11/31"),
        ("0231", "0231"),
        ("日期1131", "1131"),
        ("十一月三十一号", "十一月三十一号"),
        ("2月30", "2月30"),
        ("13月5号", "13月5号"),
        ("Feb 30", "Feb 30"),
        ("上周", "上周"),
        ("上个月签的", "上个月"),
        ("前几天", "前几天"),
        ("3月", "3月"),
        ("下周", "下周"),
    ],
)
def test_what_is_no_one_day_is_named_and_asked(text: str, named: str) -> None:
    row = only(f"{SAID} {text}")
    assert (row.quantity, row.price, row.day) == (5000, Decimal("3.15"), None)
    assert (row.asks, row.rest) == ((Ask.DATE,), (named,))
    if text != "0231":
        found = amend(text, read(SAID, KNOWN, TODAY).rows, KNOWN, TODAY, Bounds())
        assert (found.rows[0].day, found.rows[0].asks, found.rest) == (None, (Ask.DATE,), (named,))


@pytest.mark.parametrize("text", ["上周五", "3月 5日", "上个月 5号", "上周五签的", "3月5日", "月底对账", "下周发货"])
def test_a_day_within_such_a_time_is_one(text: str) -> None:
    assert only(f"{SAID} {text}").asks == ()


@pytest.mark.parametrize("text", ["30.11", "15.5"])
def test_a_point_parts_the_month_from_the_day_and_never_the_day_from_the_month(text: str) -> None:
    row = only(f"大疆 云台电机 5k 3.2元 {text}")
    assert (row.day, row.rest) == (TODAY, (text,))
    assert only(f"大疆 云台电机 5k {text}").price == Decimal(text)
