"""Dates as people say them (docs/typing.md). The tests' day is Sunday 2026-11-22."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.base.dates import EARLIEST, LATEST, Day, Lean, Month, only_day, read

TODAY = date(2026, 11, 22)
LEANS: tuple[Lean, ...] = ("past", "future", "near")


def said(text: str, lean: Lean = "near", today: date = TODAY) -> str:
    return " ".join(reading.iso for reading in read(text, today, lean))


@pytest.mark.parametrize(
    ("text", "forwards", "backwards"),
    [
        ("下个月", "2026-12", "2026-12"), ("下月", "2026-12", "2026-12"), ("上个月", "2026-10", "2026-10"),
        ("月底", "2026-11-30", "2026-10-31"), ("本月底", "2026-11-30", "2026-11-30"), ("月中", "2026-12-15", "2026-11-15"),
        ("年底", "2026-12", "2025-12"), ("年底前", "2026-12", "2025-12"), ("年初", "2027-01", "2026-01"),
        ("今年底", "2026-12", "2026-12"), ("去年年底", "2025-12", "2025-12"), ("明年初", "2027-01", "2027-01"),
        ("3月底", "2027-03-31", "2026-03-31"), ("3月底前", "2027-03-31", "2026-03-31"), ("三月末", "2027-03-31", "2026-03-31"),
        ("三月", "2027-03", "2026-03"), ("3月份", "2027-03", "2026-03"), ("大概3月左右", "2027-03", "2026-03"),
        ("明年3月", "2027-03", "2027-03"), ("明年三月五日", "2027-03-05", "2027-03-05"), ("27年3月", "2027-03", "2027-03"),
        ("二〇二七年三月", "2027-03", "2027-03"), ("２０２７年３月", "2027-03", "2027-03"), ("2027-03", "2027-03", "2027-03"),
        ("202703", "2027-03", "2027-03"), ("11月", "2026-11", "2026-11"), ("12月", "2026-12", "2025-12"),
        ("下周三", "2026-11-25", "2026-11-25"), ("下下周一", "2026-11-30", "2026-11-30"), ("下星期天", "2026-11-29", "2026-11-29"),
        ("上周五", "2026-11-13", "2026-11-13"), ("这周五", "2026-11-20", "2026-11-20"), ("周五", "2026-11-27", "2026-11-20"),
        ("礼拜五", "2026-11-27", "2026-11-20"), ("周日", "2026-11-22", "2026-11-22"),
        ("十二月三十一日", "2026-12-31", "2025-12-31"), ("12月31", "2026-12-31", "2025-12-31"), ("廿五号", "2026-11-25", "2026-10-25"),
        ("15号", "2026-12-15", "2026-11-15"), ("31号", "2026-12-31", "2026-10-31"), ("下个月15号", "2026-12-15", "2026-12-15"),
        ("0305", "2027-03-05", "2026-03-05"), ("3.5", "2027-03-05", "2026-03-05"), ("3-5", "2027-03-05", "2026-03-05"),
        ("3/5", "2027-03-05", "2026-03-05"), ("３月５日", "2027-03-05", "2026-03-05"), ("3 月 5 日", "2027-03-05", "2026-03-05"),
        ("2026-03-05", "2026-03-05", "2026-03-05"), ("20260305", "2026-03-05", "2026-03-05"), ("26/3/5", "2026-03-05", "2026-03-05"),
        ("2026-11-22 09:41", "2026-11-22", "2026-11-22"), ("2026-11-22T09:41:00", "2026-11-22", "2026-11-22"),
        ("11-25（周三）", "2026-11-25", "2025-11-25 2025-11-26"), ("周三，11月25日", "2026-11-25", "2025-11-25 2025-11-26"),
        ("三天后", "2026-11-25", "2026-11-25"), ("两周内", "2026-12-06", "2026-12-06"), ("5天前", "2026-11-17", "2026-11-17"),
        ("三个月后", "2027-02", "2027-02"), ("半年后", "2027-05", "2027-05"), ("明天下午", "2026-11-23", "2026-11-23"),
        *((text, "2027-01", "2027-01") for text in (
            "一个半月后", "1.5个月以后", "一个月半后", "再过一个半月", "in one and a half months", "in a month and a half",
        )),
        ("两个半月后", "2027-02", "2027-02"), ("一年半后", "2028-05", "2028-05"), ("两年半以内", "2029-05", "2029-05"),
        ("1.5年后", "2028-05", "2028-05"), ("一个半月前", "2026-10", "2026-10"), ("半个月后", "2026-12-07", "2026-12-07"),
        ("两年半前", "2024-05", "2024-05"), ("in half a year", "2027-05", "2027-05"), ("six months from now", "2027-05", "2027-05"),
        ("in a year and a half", "2028-05", "2028-05"), ("in a fortnight", "2026-12-06", "2026-12-06"),
        ("上半年末", "2027-06", "2026-06"), ("2027下半年初", "2027-07", "2027-07"), ("end of H1", "2027-06", "2026-06"),
        ("国庆", "2027-10-01", "2026-10-01"), ("元旦前", "2027-01-01", "2026-01-01"), ("明年五一", "2027-05-01", "2027-05-01"),
        ("季度末", "2026-12", "2026-09"),
        ("tomorrow", "2026-11-23", "2026-11-23"), ("next month", "2026-12", "2026-12"), ("March 2027", "2027-03", "2027-03"),
        ("end of March", "2027-03-31", "2026-03-31"), ("Dec 31", "2026-12-31", "2025-12-31"),
        ("31 December 2026", "2026-12-31", "2026-12-31"), ("in two weeks", "2026-12-06", "2026-12-06"),
        ("3 days ago", "2026-11-19", "2026-11-19"), ("the 15th", "2026-12-15", "2026-11-15"), ("year end", "2026-12", "2025-12"),
    ],
)  # fmt: skip
def test_a_date_is_read_as_people_say_it(text: str, forwards: str, backwards: str) -> None:
    assert (said(text, "future"), said(text, "past")) == (forwards, backwards)


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        ("三四天后", "2026-11-25 2026-11-26"), ("两三周内", "2026-12-06 2026-12-13"), ("一两个月后", "2026-12 2027-01"),
        ("二十三天后", "2026-12-15"), ("the day after tomorrow", "2026-11-24"), ("昨晚", "2026-11-21"),
        ("Q1", "2027-01 2027-02 2027-03"), ("一季度", "2027-01 2027-02 2027-03"), ("明年第二季度", "2027-04 2027-05 2027-06"),
        ("2027Q1", "2027-01 2027-02 2027-03"), ("Q4", "2026-11 2026-12"), ("下半年", "2026-11 2026-12"),
        *((text, "2027-01 2027-02 2027-03 2027-04 2027-05 2027-06") for text in (
            "H1 2027", "2027H1", "2027 h1", "2027年H1", "27H1", "1H27", "H1/2027", "H1'27", "明年H1", "2027上半年", "2027年前半年",
            "27年上半年", "first half of 2027", "the first half of next year",
        )),
        *((text, "2027-01 2027-02 2027-03") for text in ("27Q1", "1Q27", "Q1'27", "2027-Q1", "2027/Q1")),
        ("后半年", "2026-11 2026-12"), ("H2", "2026-11 2026-12"), ("明年6-8月", "2027-06 2027-07 2027-08"),
        ("6月到8月", "2027-06 2027-07 2027-08"), ("一周半后", "2026-12-02 2026-12-03"),
        ("下季度", "2027-01 2027-02 2027-03"), ("12月中旬", "2026-12 2026-12-20"), ("下周末", "2026-11-28 2026-11-29"),
        ("5/3/2027", "2027-03-05 2027-05-03"), ("27-03", "2027-03 2027-03-27"), ("11-25 周四", "2026-11-25 2026-11-26"),
        ("明年", " ".join(f"2027-{month:02}" for month in range(1, 13))),
        ("下周", " ".join(f"2026-11-{day}" for day in range(23, 30))),
    ],
)  # fmt: skip
def test_where_several_are_meant_each_is_a_reading(text: str, readings: str) -> None:
    assert said(text, "future") == readings


def test_next_friday_is_this_week_to_some_and_next_week_to_others() -> None:
    monday = date(2026, 11, 23)
    assert said("next Friday", "future", monday) == "2026-11-27 2026-12-04"
    assert said("next Friday", "future") == "2026-11-27"


@pytest.mark.parametrize(
    "text",
    ["", "2-30", "2026-13-01", "2026-02-30", "0000-01-01", "9999-01-01", "11", "1231", "99日", "13月", "周八", "周", "abc",
     "H3", "3H27", "2027H1 2028", "8-6月", "春节", "5k", "120", "深圳", "上", "半天后", "月", "年", "1000年后", "99999999"],
)  # fmt: skip
def test_what_is_no_date_has_no_reading(text: str) -> None:
    assert [said(text, lean) for lean in LEANS] == ["", "", ""]


def test_the_29th_of_february_is_in_a_leap_year() -> None:
    assert said("2-29", "future", date(2027, 3, 1)) == "2028-02-29"
    assert said("2-29", "past", date(2026, 3, 1)) == ""
    assert said("30号", "future", date(2027, 1, 31)) == "2027-03-30"


def test_a_day_said_by_its_weekday_says_so() -> None:
    assert read("下周三", TODAY) == (Day(date(2026, 11, 25), by_weekday=True),)
    assert read("11-25", TODAY) == (Day(date(2026, 11, 25)),)
    assert read("12月", TODAY) == (Month(date(2026, 12, 1)),)
    assert (only_day("昨天", TODAY), only_day("12月", TODAY)) == (date(2026, 11, 21), None)


DAYS = st.dates(date(1990, 1, 1), date(2100, 12, 31))
PIECES = st.lists(
    st.sampled_from([*"今明后去前年上下这个周星期礼拜月季度底末初中旬半天日号一二三十廿〇两0123456789-/.: ，（)", "Q1", "next ", "Mar ", "end of "]),
    max_size=8,
).map("".join)  # fmt: skip


@given(st.text(max_size=80) | PIECES, DAYS, st.sampled_from(LEANS))
def test_no_text_raises_and_each_reading_is_a_date(text: str, today: date, lean: Lean) -> None:
    readings = read(text, today, lean)
    assert all(EARLIEST <= each.first <= each.last <= LATEST for each in readings)
    assert len({each.iso for each in readings}) == len(readings)


@given(DAYS, DAYS, st.sampled_from(LEANS))
def test_what_is_shown_is_read_as_what_was_stored(day: date, today: date, lean: Lean) -> None:
    short = f"{day:%m-%d}" if day.year == today.year else day.isoformat()
    if day.year != today.year or lean == "near":
        texts = {day.isoformat(), f"{day:%Y年%m月%d日}", f"{day.year}/{day.month}/{day.day}", f"{day:%Y%m%d}"}
        texts |= {short} if day.year != today.year else set()
        assert {said(text, lean, today) for text in texts} == {day.isoformat()}
    assert said(f"{day:%Y-%m}", lean, today) == said(f"{day.year}年{day.month}月", lean, today) == f"{day:%Y-%m}"


@given(st.integers(1, 12), st.integers(1, 28), DAYS)
def test_a_day_without_a_year_leans_as_the_question_does(month: int, day: int, today: date) -> None:
    forwards, backwards = only_day(f"{month}月{day}日", today, "future"), only_day(f"{month}月{day}日", today, "past")
    assert forwards is not None
    assert backwards is not None
    assert backwards <= today <= forwards
    assert (forwards - backwards).days <= 366


@given(st.integers(0, 6), DAYS)
def test_a_weekday_of_a_named_week_is_in_it(weekday: int, today: date) -> None:
    monday = today - timedelta(days=today.weekday())
    name = "一二三四五六日"[weekday]
    expected = [(monday + timedelta(days=7 * week + weekday)).isoformat() for week in (-1, 0, 1)]
    assert [said(f"{which}周{name}", "near", today) for which in ("上", "这", "下")] == expected
