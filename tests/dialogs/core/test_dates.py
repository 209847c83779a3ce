"""Days as people type them. The tests' day is Sunday 2026-11-22."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogs.core import Date, DateOrMonth
from dialogs.core.dates import Lean, parse_day, parse_month
from dialogs.core.field import Asking, Misread, Offer, Took
from tests.dialogs.core.everything import TEXTS, TODAY

ASKING = Asking(TODAY, TEXTS.everywhere, tuple)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("今天", "2026-11-22"), ("昨天", "2026-11-21"), ("前天", "2026-11-20"), ("明天", "2026-11-23"), ("today", "2026-11-22"),
        ("11-22", "2026-11-22"), ("11/2", "2026-11-02"), ("11.2", "2026-11-02"), ("11月2日", "2026-11-02"), ("11月2号", "2026-11-02"),
        ("2026/11/22", "2026-11-22"), ("2026年11月22日", "2026-11-22"), ("20261122", "2026-11-22"), ("2026-1-5", "2026-01-05"),
        ("１１－２２", "2026-11-22"), ("15日", "2026-11-15"), ("20号", "2026-11-20"), ("1-5", "2027-01-05"),
    ],
)  # fmt: skip
def test_a_day_is_read_as_people_write_it(text: str, day: str) -> None:
    assert parse_day(text, TODAY) == date.fromisoformat(day)


@pytest.mark.parametrize(
    "text",
    ["", "2-30", "13-1", "2026-13-01", "2026-02-30", "0000-01-01", "9999-01-01", "周五", "11", "12月", "99日", "abc"],
)
def test_what_is_no_day_is_none(text: str) -> None:
    assert parse_day(text, TODAY) is None


@pytest.mark.parametrize(("lean", "day"), [("past", "2026-03-01"), ("future", "2027-03-01"), ("near", "2027-03-01")])
def test_a_day_without_a_year_leans_as_the_question_does(lean: Lean, day: str) -> None:
    assert parse_day("3-1", TODAY, lean) == date.fromisoformat(day)


def test_the_29th_of_february_is_in_a_leap_year() -> None:
    assert parse_day("2-29", date(2027, 3, 1), "future") == date(2028, 2, 29)
    assert parse_day("2-29", date(2026, 3, 1), "past") is None


@pytest.mark.parametrize(("text", "month"), [("12月", "2026-12"), ("3月", "2027-03"), ("11月", "2026-11"), ("2027年3月", "2027-03"), ("2027-03", "2027-03"), ("11-22", None), ("13月", None)])  # fmt: skip
def test_a_month_is_read_where_it_may_be_one(text: str, month: str | None) -> None:
    assert parse_month(text, TODAY) == month


@given(st.text(max_size=30))
def test_reading_a_day_never_raises(text: str) -> None:
    parse_day(text, TODAY)
    parse_month(text, TODAY)


@given(st.dates(date(1900, 1, 1), date(2199, 12, 31)))
def test_a_full_date_is_that_day(day: date) -> None:
    assert parse_day(day.isoformat(), TODAY) == parse_day(f"{day:%Y年%m月%d日}", TODAY) == day


@pytest.mark.parametrize(
    ("field", "text", "key"),
    [
        (Date(latest=0), "明天", "core-day-future"),
        (Date(earliest=0), "昨天", "core-day-past"),
        (Date(earliest=-7, latest=7), "2026-10-01", "core-day-range"),
        (Date(), "周五", "core-not-a-day"),
    ],
)
def test_a_day_out_of_range_is_refused_with_what_is_expected(field: Date, text: str, key: str) -> None:
    hearing = field.typed(text, ASKING)
    assert isinstance(hearing, Misread)
    assert hearing.why.key == key


def test_a_milestone_is_a_day_or_a_month() -> None:
    assert DateOrMonth().typed("12月", ASKING) == Took("2026-12")
    assert DateOrMonth().typed("12-05", ASKING) == Took("2026-12-05")


def days_on(offer: Offer) -> set[str]:
    acts = [button.act for row in offer.rows for button in row if button.act is not None]
    return {str(act.args["day"]) for act in acts if act.args["do"] == "day"}


@given(st.integers(-600, 600))
def test_the_calendar_offers_every_day_of_a_month_that_may_be_chosen_and_no_other(away: int) -> None:
    field = Date(lean="past", latest=0)
    month = (TODAY + timedelta(days=away)).isoformat()[:7]
    offered = days_on(field.offer(Asking(TODAY, TEXTS.everywhere, tuple, view={"month": month})))
    first = date.fromisoformat(f"{month}-01")
    expected = {
        day.isoformat() for n in range(31) if (day := first + timedelta(days=n)).month == first.month and day <= TODAY
    }
    assert offered == expected
