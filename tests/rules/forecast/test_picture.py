"""What the picture of the forecast says once there is enough to learn from: 校准 or 标准 beside the naive mean, the third and all errors
beneath."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from fractions import Fraction

from dialogs.core.ask import AskTable
from dialogs.core.screen import Wording
from dialogs.core.texts import Reader, Texts, plain
from dialogs.forecast.picture import OutlookPicture
from domain.forecast.accuracy import Accuracy
from domain.forecast.accuracy_views import AccuracyRow
from domain.forecast.asking import OutlookGrouping, OutlookQuestion, to_json
from domain.forecast.exporting import DRAW
from domain.forecast.outlook import Outlook, OutlookGroup, OutlookSum
from domain.forecast.port import ForecastColumn
from domain.jobs.records import Job, JobId, JobState
from domain.statistics.spans import Span
from notifications.documents.bar_chart import draw
from notifications.jobs.outlook_picture import OutlookFound, chart

TODAY = date(2027, 12, 2)
TEXTS = Texts.load()
RECORD = AccuracyRow("", "", 12, Accuracy(83, 140, 100), Accuracy(64, 101, 100), Accuracy(73, 99, 100))
MONTHS = Span(date(2028, 1, 1), 3)


def words(language: str) -> Callable[[Wording], str]:
    reader = Reader(language, TODAY, UTC)
    return lambda wording: plain(TEXTS.render(wording, reader))


def pieces(standard: int, calibrated: int, naive: int) -> OutlookSum:
    return OutlookSum(Fraction(standard), Fraction(standard), calibrated, Fraction(naive))


def found(*groups: tuple[str, int, int, int], learned: bool = True, **asked: object) -> OutlookFound:
    question = replace(OutlookQuestion(span=MONTHS), **asked)  # type: ignore[arg-type]
    rows = [OutlookGroup(key=name, name=name, sum=pieces(*three)) for name, *three in groups]
    total = OutlookSum()
    for each in rows:
        total.add(each.sum)
    frozen = date(2027, 12, 1) if learned else None
    outlook = Outlook(
        question=question, total=total, layers={}, groups=rows, frozen=frozen, learned=learned, groupings=()
    )
    return OutlookFound(outlook, (), RECORD, TODAY)


THREE = (("BAT32G135", 150_000, 124_000, 105_000), ("CMS8S6990", 90_000, 40_000, 30_000))


def test_calibrated_stands_beside_the_naive_mean_and_standard_beneath_with_all_errors() -> None:
    drawn = chart(words("zh"), found(*THREE))
    assert drawn.title == "2028年 Q1预期（校准）16.4 万片，比近三月均值多 21%"
    assert list(drawn.series) == ["校准", "近三月均值"]
    assert [[each.text for each in group.values] for group in drawn.groups] == [
        ["12.4 万", "10.5 万"],
        ["4 万", "3 万"],
    ]
    assert list(drawn.foot) == [
        "标准 24 万片",
        "近 12 个月：标准偏高 40%；误差 标准 83%，校准 64%，均值 73%",
    ]
    assert len(draw(drawn)) < 100_000


def test_standard_is_drawn_where_it_is_asked_for_and_before_there_is_enough_to_learn_from() -> None:
    asked = chart(words("en"), found(*THREE, drawn=ForecastColumn.STANDARD))
    assert asked.title == "Q1 2028: 240k pcs expected (standard), 78% more than the three-month mean"
    assert asked.foot[0] == "Calibrated 164k pcs"
    early = chart(words("zh"), found(*THREE, learned=False))
    assert (list(early.series), early.foot[0]) == (["标准", "近三月均值"], "校准：样本不足，按标准概率")


def test_a_button_draws_the_other_one_once_there_are_two() -> None:
    def keys(*, learned: bool, drawn: ForecastColumn) -> list[str]:
        args = {"question": to_json(OutlookQuestion(span=MONTHS, drawn=drawn))}
        job = Job(
            id=JobId(1),
            kind=DRAW,
            key=None,
            account_id=None,
            state=JobState.DONE,
            args=args,
            result={"learned": learned},
            created_at=datetime(2027, 12, 2, tzinfo=UTC),
        )
        rows = OutlookPicture().rows({"job": 1, "first": 1}, job, AskTable(TODAY))
        return [words("zh")(each.label) for row in rows for each in row]

    assert keys(learned=True, drawn=ForecastColumn.CALIBRATED)[0] == "看标准"
    assert keys(learned=True, drawn=ForecastColumn.STANDARD)[0] == "看校准"
    assert keys(learned=False, drawn=ForecastColumn.CALIBRATED)[0] == "换时间"


def test_the_largest_are_drawn_by_what_is_drawn_and_months_stay_in_time() -> None:
    several = [(f"M{at:02}", at, 1000 - at, 5) for at in range(20)]
    drawn = chart(words("zh"), found(*several))
    assert [each.name for each in drawn.groups] == [f"M{at:02}" for at in range(7)]
    assert drawn.foot[0] == "其余 13 项共 1.28 万片"
    by_standard = chart(words("zh"), found(*several, drawn=ForecastColumn.STANDARD))
    assert by_standard.groups[0].name == "M19"
    months = [(f"2028-{at:02}-01", at, 13 - at, 5) for at in range(1, 13)]
    in_time = chart(words("en"), found(*months, grouping=OutlookGrouping.MONTH))
    assert [each.name for each in in_time.groups][::11] == ["January 2028", "December 2028"]
    nothing = chart(words("zh"), found())
    assert (list(nothing.groups), nothing.foot[0]) == ([], "这段时间没有预期")
