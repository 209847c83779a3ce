"""What the picture of figures says: the finding as its title, the largest groups or the latest months beside those before."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, date
from decimal import Decimal

import pytest

from dialogs.core.screen import Wording
from dialogs.core.texts import Reader, Texts, plain
from domain.statistics.attaining import Attained
from domain.statistics.measuring import FiguresQuestion, SalesFigures, SalesGroup
from domain.statistics.records import Measure, SalesGrouping
from domain.statistics.spans import DayRange, Span
from notifications.documents.bar_chart import draw
from notifications.jobs.figures_picture import chart

JUNE = Span(date(2026, 6, 1), 1)
TODAY = date(2026, 7, 2)
TEXTS = Texts.load()


def words(language: str) -> Callable[[Wording], str]:
    reader = Reader(language, TODAY, UTC)
    return lambda wording: plain(TEXTS.render(wording, reader))


def group(key: int | str, name: str, value: float | None, before: float | None = None) -> SalesGroup:
    def exact(number: float | None) -> Decimal | None:
        return None if number is None else Decimal(str(number))

    return SalesGroup(key=key, name=name, value=exact(value), before=exact(before), year_ago=exact(before))


def figures(total: SalesGroup, *groups: SalesGroup, **asked: object) -> SalesFigures:
    question = replace(FiguresQuestion(span=JUNE), **asked)  # type: ignore[arg-type]
    days = DayRange(question.span.first, question.span.end)
    return SalesFigures(
        question=question, days=days, groups=groups, count=len(groups), total=total, late=0, newcomers=0
    )


def title(found: SalesFigures, language: str = "zh", names: Sequence[str] = (), today: date = TODAY) -> str:
    return chart(words(language), found, names, today).title


@pytest.mark.parametrize(
    ("value", "before", "zh", "en"),
    [
        (
            124000,
            105000,
            "2026年6月出货 12.4 万片，比上月多 18%",
            "June 2026: 124k pcs sold, 18% more than the month before",
        ),
        (
            5000,
            10000,
            "2026年6月出货 5,000 片，比上月少 50%",
            "June 2026: 5,000 pcs sold, 50% less than the month before",
        ),
        (5000, 5000, "2026年6月出货 5,000 片，与上月持平", "June 2026: 5,000 pcs sold, as much as the month before"),
        (123456789, None, "2026年6月出货 1.23 亿片", "June 2026: 123M pcs sold"),
        (-12345, 0, "2026年6月出货 −1.23 万片", "June 2026: −12.3k pcs sold"),
    ],
)
def test_the_title_says_what_was_found(value: float, before: float | None, zh: str, en: str) -> None:
    found = figures(group("", "", value, before))
    assert (title(found), title(found, "en")) == (zh, en)


def test_of_whom_by_which_measure_and_compared_with_which_time() -> None:
    quarter = Span(date(2026, 7, 1), 3)
    found = figures(group("", "", 3.25, 3), span=quarter, measure=Measure.PRICE)
    assert title(found, names=["启明", "BAT32G135"], today=date(2026, 8, 9)) == (
        "启明、BAT32G135 2026年 Q3均价 3.25 元，比上季度同期高 8%"
    )
    amount = figures(group("", "", 16000, 20000), span=Span(date(2026, 1, 1), 12), measure=Measure.AMOUNT)
    assert title(amount, today=date(2027, 1, 9)) == "2026年销售额 1.6 万元，比上年少 20%"
    assert title(figures(group("", "", None), measure=Measure.AMOUNT)) == "2026年6月金额算不出"


def test_the_largest_are_drawn_and_the_rest_is_told_together() -> None:
    several = [group(at, f"客户{at}", 1000 - at, 500) for at in range(20)]
    drawn = chart(words("zh"), figures(group("", "", 20000, 10000), *several), (), TODAY)
    assert [each.name for each in drawn.groups] == [f"客户{at}" for at in range(7)]
    assert (drawn.foot, drawn.series) == (["其余 13 项共 1.28 万片"], ["2026年6月", "2026年5月"])
    prices = chart(words("en"), figures(group("", "", 3), *several, measure=Measure.PRICE), (), TODAY)
    assert prices.foot == ["13 more aren't shown"]


def test_one_series_where_there_was_nothing_before_and_two_of_what_was() -> None:
    drawn = chart(words("zh"), figures(group("", "", 5), group(1, "甲", 5), group(2, "乙", 3)), (), TODAY)
    assert ([len(each.values) for each in drawn.groups], drawn.series) == ([1, 1], ["2026年6月"])


def test_months_go_on_in_time_beside_the_year_before() -> None:
    months = [group(f"2026-{at:02}-01", "", at * 100, 50) for at in range(1, 13)]
    earlier = [group(f"2025-{at:02}-01", "", at, 1) for at in range(1, 13)]
    found = figures(
        group("", "", 7800), *earlier, *months, grouping=SalesGrouping.MONTH, span=Span(date(2025, 1, 1), 24)
    )
    drawn = chart(words("zh"), found, (), date(2027, 1, 3))
    assert [each.name for each in drawn.groups][::11] == ["2026年1月", "2026年12月"]
    assert drawn.series == ["当期", "去年同期"]


def test_a_target_is_a_line_across_the_bar_and_how_far_it_is_stands_in_the_title() -> None:
    quarter = Span(date(2026, 7, 1), 3)
    li = replace(group(1, "李明", 65, 50), attained=aimed(100, 65))
    zhang = replace(group(2, "张磊", 30, 40), attained=aimed(20, 30))
    total = replace(group("", "", 95, 90), attained=aimed(200, 95))
    found = figures(total, li, zhang, group(3, "王五", 5), grouping=SalesGrouping.PERSON, span=quarter)
    drawn = chart(words("zh"), found, (), date(2026, 10, 2))
    assert drawn.title == "2026年 Q3出货 95 片，比上季度多 6%，完成目标 48%"
    assert [(each.values[0].text, each.values[0].mark) for each in drawn.groups] == [
        ("65（65%）", 100),
        ("30（150%）", 20),
        ("5 ", None),
    ]
    assert (drawn.marks, len(drawn.series)) == ("目标（完成%）", 2)
    assert (
        title(found, "en", today=date(2026, 10, 2))
        == "Q3 2026: 95 pcs sold, 6% more than the quarter before, 48% of target"
    )
    assert draw(drawn)[:4] == b"\x89PNG"
    part = replace(total, attained=aimed(200, 95, quarters=4))
    assert title(figures(part, span=quarter), today=date(2026, 10, 2)) == "2026年 Q3出货 95 片，比上季度多 6%"


def aimed(target: int, done: int, quarters: int = 1) -> Attained:
    return Attained(target=Decimal(target), done=Decimal(done), set=1, quarters=quarters)


def test_what_cant_be_said_has_a_dash_and_no_bar() -> None:
    drawn = chart(words("zh"), figures(group("", "", None), group(1, "甲", None), measure=Measure.AMOUNT), (), TODAY)
    (bars,) = drawn.groups
    assert [(each.size, each.text) for each in bars.values] == [(None, "—")]
    nothing = chart(words("zh"), figures(group("", "", 0)), (), TODAY)
    assert (nothing.groups, nothing.foot) == ([], ["这段时间没有记录"])
