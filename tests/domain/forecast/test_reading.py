"""What a sentence asks of a forecast (docs/forecast.md)."""

from __future__ import annotations

from datetime import date

import pytest

from domain.forecast.asking import OutlookGrouping, is_forecast, within_reach
from domain.forecast.reading import OutlookSaid, read
from domain.statistics.spans import Span

TODAY = date(2026, 11, 22)


def months(first: str, many: int = 1) -> Span:
    return Span(date.fromisoformat(f"{first}-01"), many)


SENTENCES = (
    ("下季度 预测", months("2027-01", 3), None, ()),
    ("明年Q2 BAT32G135 订单预期", months("2027-04", 3), None, ("BAT32G135",)),
    ("今年 预期", months("2026-01", 12), None, ()),
    ("明年 华南 预测 按代理商", months("2027-01", 12), OutlookGrouping.AGENCY, ("华南",)),
    ("下月订单预测", months("2026-12"), None, ()),
    ("下个月 启明 预期", months("2026-12"), None, ("启明",)),
    ("下下个月 预期", months("2027-01"), None, ()),
    ("本月还有多少预期", months("2026-11"), None, ("还有",)),
    ("本季度 预测 按客户", months("2026-10", 3), OutlookGrouping.CUSTOMER, ()),
    ("Q1 预测", months("2027-01", 3), None, ()),  # the next that isn't over
    ("Q4 预测", months("2026-10", 3), None, ()),
    ("三月 预期", months("2027-03"), None, ()),
    ("12月 预期", months("2026-12"), None, ()),
    ("上半年 预测", months("2027-01", 6), None, ()),
    ("下半年 预测", months("2026-07", 6), None, ()),
    ("明年3月到5月 预测", months("2027-03", 3), None, ()),
    ("十二月到二月 预测", months("2026-12", 3), None, ()),
    ("2027年3月 预测", months("2027-03"), None, ()),
    ("2027-03 预测", months("2027-03"), None, ()),
    ("去年Q1 预测", months("2025-01", 3), None, ()),  # told apart afterwards: it isn't forecast
    ("未来六个月 预测 按项目", months("2026-11", 6), OutlookGrouping.PROJECT, ()),
    ("未来两个季度 预测", months("2026-11", 6), None, ()),
    ("预测", None, None, ()),
    ("forecast next quarter by model", months("2027-01", 3), OutlookGrouping.MODEL, ()),
    ("outlook Q2 next year", months("2027-04", 3), None, ()),
    ("next month's forecast", months("2026-12"), None, ()),
    ("forecast for the next 6 months", months("2026-11", 6), None, ()),
    ("next year forecast Qiming", months("2027-01", 12), None, ("Qiming",)),
)


@pytest.mark.parametrize(("text", "span", "grouping", "rest"), SENTENCES, ids=[each[0] for each in SENTENCES])
def test_a_sentence_says_months_grouping_and_whom(
    text: str, span: Span | None, grouping: OutlookGrouping | None, rest: tuple[str, ...]
) -> None:
    assert read(text, TODAY) == OutlookSaid(span=span, grouping=grouping, rest=rest)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "启明",
        "下季度",
        "上月 出货",
        "云台电机 年预期 5万",
        "变频空调主控 小批 年预期5万",
        "预测\n下月",
        "预测" * 40,
    ],
)
def test_what_asks_for_no_forecast(text: str) -> None:
    assert read(text, TODAY) is None


def test_at_the_page_a_time_or_a_grouping_is_enough() -> None:
    for text, span, grouping in (
        ("明年Q2", months("2027-04", 3), None),
        ("今年", months("2026-01", 12), None),
        ("按客户", None, OutlookGrouping.CUSTOMER),
        ("下季度 启明", months("2027-01", 3), None),
    ):
        found = read(text, TODAY, at_outlook=True)
        assert found is not None
        assert (found.span, found.grouping) == (span, grouping)
    assert read("启明", TODAY, at_outlook=True) is None


def test_of_a_time_the_months_that_are_forecast_are_shown() -> None:
    for span, shown, forecast in (
        (months("2026-01", 12), months("2026-11", 2), True),  # this year: what is left of it
        (months("2027-01", 12), months("2027-01", 10), True),
        (months("2026-01", 3), months("2026-11"), False),
        (months("2028-01", 3), months("2027-10"), False),
        (months("2027-04", 3), months("2027-04", 3), True),
    ):
        assert (within_reach(span, TODAY), is_forecast(span, TODAY)) == (shown, forecast)
