"""What a sentence asks of figures (docs/statistics.md)."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.statistics.reading import Said, read
from domain.statistics.records import Basis, Measure, SalesGrouping
from domain.statistics.spans import Span, compared, counted

TODAY = date(2026, 11, 30)
PIECES, AMOUNT, PRICE = Measure.PIECES, Measure.AMOUNT, Measure.PRICE


def months(first: str, many: int = 1) -> Span:
    return Span(date.fromisoformat(f"{first}-01"), many)


SENTENCES = (
    ("上月 启明 出货", months("2026-10"), PIECES, None, ("启明",)),
    ("上个月出货多少？", months("2026-10"), PIECES, None, ()),
    ("本月销量", months("2026-11"), PIECES, None, ()),
    ("上上个月 出货", months("2026-09"), PIECES, None, ()),
    ("Q3 BAT32G135 按客户", months("2026-07", 3), None, SalesGrouping.CUSTOMER, ("BAT32G135",)),
    ("2026Q1 数量", months("2026-01", 3), PIECES, None, ()),
    ("Q4 2025 金额", months("2025-10", 3), AMOUNT, None, ()),
    ("去年三季度销售额", months("2025-07", 3), AMOUNT, None, ()),
    ("第四季度 出货", months("2026-10", 3), PIECES, None, ()),
    ("上季度均价 按型号", months("2026-07", 3), PRICE, SalesGrouping.MODEL, ()),
    ("今年上半年业绩按业务员", months("2026-01", 6), AMOUNT, SalesGrouping.PERSON, ()),
    ("去年下半年 出货", months("2025-07", 6), PIECES, None, ()),
    ("今年 华南 金额", months("2026-01", 12), AMOUNT, None, ("华南",)),
    ("前年 出货", months("2024-01", 12), PIECES, None, ()),
    ("25年 出货", months("2025-01", 12), PIECES, None, ()),
    ("2025年3月 出货", months("2025-03"), PIECES, None, ()),
    ("2025-03 出货", months("2025-03"), PIECES, None, ()),
    ("去年12月份出货量", months("2025-12"), PIECES, None, ()),
    ("3月出货", months("2026-03"), PIECES, None, ()),
    ("12月出货", months("2025-12"), PIECES, None, ()),  # the latest that has begun
    ("十二月 出货", months("2025-12"), PIECES, None, ()),
    ("近三个月 大疆 数量", months("2026-09", 3), PIECES, None, ("大疆",)),
    ("最近12个月 出货 按月", months("2025-12", 12), PIECES, SalesGrouping.MONTH, ()),
    ("last month Qiming shipments", months("2026-10"), PIECES, None, ("Qiming",)),
    ("last quarter revenue by agency", months("2026-07", 3), AMOUNT, SalesGrouping.AGENCY, ()),
    ("shipments in March", months("2026-03"), PIECES, None, ()),
    ("this year's average price by model", months("2026-01", 12), PRICE, SalesGrouping.MODEL, ()),
    ("past 6 months sales", months("2026-06", 6), PIECES, None, ()),
    ("出货统计", None, PIECES, None, ()),
    ("1-6月 销量", months("2026-01", 6), PIECES, None, ()),
    ("去年3月到5月出货", months("2025-03", 3), PIECES, None, ()),
    ("十月至一月 出货", months("2026-10", 4), PIECES, None, ()),
    ("2025年11-12月 金额", months("2025-11", 2), AMOUNT, None, ()),
    ("上半年 美的 金额", months("2026-01", 6), AMOUNT, None, ("美的",)),  # a name may end, or hold, a particle
    ("上月是德的出货", months("2026-10"), PIECES, None, ("是德的",)),
    ("上月的出货是多少呢", months("2026-10"), PIECES, None, ()),
    ("前三季度 出货", months("2026-01", 9), PIECES, None, ()),
    ("去年前两个季度 大疆 金额", months("2025-01", 6), AMOUNT, None, ("大疆",)),
    ("今年前五个月销量", months("2026-01", 5), PIECES, None, ()),
    ("今年以来 出货", months("2026-01", 12), PIECES, None, ()),
    ("今年至今 按客户", months("2026-01", 12), None, SalesGrouping.CUSTOMER, ()),
    ("YTD sales by agency", months("2026-01", 12), PIECES, SalesGrouping.AGENCY, ()),
    ("year to date revenue", months("2026-01", 12), AMOUNT, None, ()),
    ("Jan to March shipments", months("2026-01", 3), PIECES, None, ()),
    ("sales from November to February", months("2026-11", 4), PIECES, None, ()),
    ("Apr-Jun 2025 revenue", months("2025-04", 3), AMOUNT, None, ()),
    ("first three quarters sales", months("2026-01", 9), PIECES, None, ()),
    ("shipments in the first two quarters of 2025", months("2025-01", 6), PIECES, None, ()),
    ("今年 华南 任务 出货", months("2026-01", 12), PIECES, None, ("华南", "任务")),  # what isn't understood is named
)


@pytest.mark.parametrize(
    ("text", "span", "measure", "grouping", "rest"), SENTENCES, ids=[each[0] for each in SENTENCES]
)
def test_a_sentence_says_months_measure_grouping_and_whom(
    text: str, span: Span | None, measure: Measure | None, grouping: SalesGrouping | None, rest: tuple[str, ...]
) -> None:
    assert read(text, TODAY) == Said(span=span, measure=measure, grouping=grouping, basis=None, rest=rest)


@pytest.mark.parametrize(
    ("text", "basis"),
    [("上月 按发货", Basis.SHIPPED), ("上月 按签约", Basis.ORDERED), ("shipments by delivery", Basis.SHIPPED)],
)
def test_by_which_day_is_said(text: str, basis: Basis) -> None:
    found = read(text, TODAY)
    assert found is not None
    assert found.basis is basis


@pytest.mark.parametrize(
    ("text", "span", "measure", "rest"),
    [
        ("今年 华南 目标", months("2026-01", 12), None, ("华南",)),
        ("本季度目标完成率", months("2026-10", 3), None, ()),
        ("Q3 启明 金额 目标", months("2026-07", 3), AMOUNT, ("启明",)),
        ("South China target this year", months("2026-01", 12), None, ("South", "China")),
    ],
)
def test_a_target_is_asked_for(text: str, span: Span, measure: Measure | None, rest: tuple[str, ...]) -> None:
    found = Said(span=span, measure=measure, grouping=None, basis=None, rest=rest, target=True)
    assert read(text, TODAY) == found


@pytest.mark.parametrize(
    ("text", "span", "measure", "rest"),
    [
        ("Ｑ３ 出货", months("2026-07", 3), PIECES, ()),
        ("２０２６年３月 启明 销量", months("2026-03", 1), PIECES, ("启明",)),
        ("LED去年这个月卖多少", months("2025-11", 1), PIECES, ("LED",)),
        ("去年同月 启明 出货", months("2025-11", 1), PIECES, ("启明",)),
        ("sales this month last year", months("2025-11", 1), PIECES, ()),
        ("去年这个季度 出货", months("2025-10", 3), PIECES, ()),
        ("compare Q4 to Q3", months("2026-10", 3), None, ()),
        ("Q3 vs Q4", months("2026-10", 3), None, ()),
        ("对比 启明 10月和9月", months("2026-10", 1), None, ("启明",)),
        ("compare 2025 with 2026", months("2026-01", 12), None, ()),
        ("compare Q4 to Q1", months("2026-10", 3), None, ("to", "Q1")),
    ],
)
def test_wide_figures_a_month_of_another_year_and_what_is_compared(
    text: str, span: Span, measure: Measure | None, rest: tuple[str, ...]
) -> None:
    assert read(text, TODAY) == Said(span=span, measure=measure, grouping=None, basis=None, rest=rest)


@pytest.mark.parametrize(
    ("text", "rest"), [("华南今年", ("华南",)), ("Guangdong this year", ("Guangdong",)), ("今年 照明", ("照明",))]
)
def test_a_time_and_a_name_alone_are_for_who_knows_the_names(text: str, rest: tuple[str, ...]) -> None:
    assert read(text, TODAY) is None
    assert read(text, TODAY, of_names=True) == Said(
        span=months("2026-01", 12), measure=None, grouping=None, basis=None, rest=rest
    )


@pytest.mark.parametrize(
    "text",
    ["大疆 云台电机 5k 3.2", "星河联创", "BAT32Q1", "上个月去了启明", "", "出货\n出货", "出货" * 40],
)
def test_what_asks_for_no_figures_is_left_to_other_readers(text: str) -> None:
    assert read(text, TODAY) is None


DAYS = st.dates(date(2001, 2, 1), date(2099, 12, 31))


@given(st.text(max_size=60), DAYS)
def test_no_line_breaks_it(text: str, today: date) -> None:
    for line in (text, f"出货 {text}", f"{text}月 出货"):
        found = read(line, today)
        if found is not None and found.span is not None:
            assert 1 <= found.span.months <= 60


@given(DAYS, st.sampled_from((1, 3, 6, 12)))
def test_what_isnt_over_is_compared_up_to_the_same_day(today: date, many: int) -> None:
    span = Span.last(today, many)
    now, before = counted(span, today), compared(span, today, many)
    assert now.until == today
    assert before.since == span.moved(-many).first
    assert before.until < now.since
    over = span.moved(-many)
    assert counted(over, today).until == over.end == compared(span.moved(0), span.end, many).until
