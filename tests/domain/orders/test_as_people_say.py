"""Dialect, reels and dictation: what an assistant writes, as she says it."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tests.domain.orders.test_reading import only, understood


@pytest.mark.parametrize(
    ("text", "quantity"),
    [
        ("大疆 云台 2卷 一卷3000 3.2", 6000),
        ("大疆 云台 10盘（2.5k/盘） 3.2", 25000),
        ("大疆 云台 10卷*2500=25000 3.2", 25000),
        ("大疆 云台 3盘 每盘2500 3.2", 7500),
        ("大疆 云台 俩千五 3.2", 2500),
        ("大疆 云台 仨千 3.2", 3000),
        ("大疆 云台 五K 三点二", 5000),
        ("大疆 云台 一点五k 3.2", 1500),
        ("大疆 云台 5k按3.2走", 5000),
        ("大疆 云台 3.2的价 5k", 5000),
        ("大疆 云台 5k 3块2毛", 5000),
        ("大疆 云台 5k 单价叁元贰角", 5000),
        ("大疆 云台 5k 三点二", 5000),
    ],
)
def test_figures_are_read_as_they_are_said(text: str, quantity: int) -> None:
    row = only(text)
    assert (row.quantity, row.price, row.asks, row.rest) == (quantity, Decimal("3.2"), (), ())


@pytest.mark.parametrize(
    "beside",
    [
        "比上次少2毛",
        "比上个月便宜了5分钱",
        "便宜了2毛",
        "降了3%",
        "价格涨了两毛",
        "比报价低0.1元",
        "原价3.4",
        "市场价4元",
    ],
)
def test_what_is_told_beside_another_price_is_no_price(beside: str) -> None:
    row = only(f"大疆 云台电机 5k 3.2 {beside}")
    assert (row.quantity, row.price, row.total, row.asks, row.rest) == (5000, Decimal("3.2"), None, (), (beside,))
    assert row.day_rule == "default_today"


def test_a_price_before_makes_no_day_of_the_price_now() -> None:
    row = only("大疆 云台 5k 原价3.4 现价3.2")
    assert (row.price, row.day_rule, row.asks, row.rest) == (Decimal("3.2"), "default_today", (), ("原价3.4",))
    assert only("大疆 云台 5k 原价3.2").price == Decimal("3.2")


def test_a_sum_behind_reels_that_is_not_theirs_stays_a_sum() -> None:
    row = only("大疆 云台 2盘*2500=16000元")
    assert (row.quantity, row.total, row.price) == (5000, Decimal(16000), Decimal("3.2"))


def test_a_price_before_batches_keeps_its_last_figure() -> None:
    row = only("大疆 云台 5k 3.2 批A12/A13")
    assert (row.price, [each.code for each in row.batches], row.rest) == (Decimal("3.2"), ["A12", "A13"], ())


def test_january_has_a_name_of_its_own() -> None:
    row = only("大疆 云台 5k 3.2 元月8号")
    assert (row.price, f"{row.day}", row.rest) == (Decimal("3.2"), "2026-01-08", ())


@pytest.mark.parametrize("heading", ["大疆 云台电机", "大疆 BAT32G135", "大疆：云台电机 昨天"])
def test_a_heading_that_names_the_project_names_it_for_the_lines_under_it(heading: str) -> None:
    rows = understood(f"{heading}\n3k 3.15\n2k 3.2\n遥控器主板 1k 8.5")
    named = [each.project.name if each.project else None for each in rows]
    assert named == ["云台电机", "云台电机", "遥控器主板"]
    assert all(not each.asks for each in rows)
