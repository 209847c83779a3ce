"""Questions for a day or a month; how texts are read is tested in `tests/domain/test_dates.py`. The tests' day is Sunday
2026-11-22."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogs.core import Date, DateOrMonth
from dialogs.core.field import Asking, Look, Misread, Offer, Took
from domain.base.dates import Lean
from tests.dialogs.core.everything import TEXTS, TODAY

ASKING = Asking(TODAY, TEXTS.everywhere, tuple)


@pytest.mark.parametrize(
    ("field", "text", "key"),
    [
        (Date(latest=0), "明天", "core-day-future"),
        (Date(earliest=0), "昨天", "core-day-past"),
        (Date(earliest=-7, latest=7), "2026-10-01", "core-day-range"),
        (Date(), "春节", "core-not-a-day"),
        (Date(earliest=0), "去年3月", "core-day-past"),
    ],
)
def test_a_day_out_of_range_is_refused_with_what_is_expected(field: Date, text: str, key: str) -> None:
    hearing = field.typed(text, ASKING)
    assert isinstance(hearing, Misread)
    assert hearing.why.key == key


def test_a_milestone_is_a_day_or_a_month() -> None:
    assert DateOrMonth().typed("12月", ASKING) == Took("2026-12")
    assert DateOrMonth().typed("12-05", ASKING) == Took("2026-12-05")


def test_where_a_day_is_needed_a_month_asks_for_the_day() -> None:
    field = Date(lean="future", earliest=0)
    looked = field.typed("明年3月", ASKING)
    assert looked == Look({"month": "2027-03", "said": "明年3月"})
    assert isinstance(looked, Look)
    offer = field.offer(Asking(TODAY, TEXTS.everywhere, tuple, view=looked.view))
    assert TEXTS.everywhere(offer.lines[0])[0] == "“明年3月”是哪一天？"
    assert days_on(offer) == {f"2027-03-{day:02}" for day in range(1, 32)}


@pytest.mark.parametrize(
    ("text", "line", "labels", "first"),
    [
        ("Q1", "“Q1”是 2027 年哪个月？", ["01", "02", "03"], Took("2027-01")),
        ("12月中旬", "“12月中旬”是哪个？", ["2026年12月", "2026-12-20 周日"], Took("2026-12")),
    ],
)
def test_where_several_may_be_meant_each_has_a_key(text: str, line: str, labels: list[str], first: Took) -> None:
    field = DateOrMonth()
    looked = field.typed(text, ASKING)
    assert isinstance(looked, Look)
    offer = field.offer(Asking(TODAY, TEXTS.everywhere, tuple, view=looked.view))
    assert TEXTS.everywhere(offer.lines[0])[0] == line
    buttons = [button for row in offer.rows for button in row]
    assert [TEXTS.everywhere(button.label)[0] for button in buttons] == labels
    assert buttons[0].act is not None
    assert field.tapped(str(buttons[0].act.args["do"]), buttons[0].act.args, ASKING) == first


def test_a_paste_says_that_a_date_is_not_clear() -> None:
    hearing = DateOrMonth().pasted("Q1", ASKING)
    assert isinstance(hearing, Misread)
    assert hearing.why.key == "core-not-one-day"


def test_a_day_said_by_its_weekday_is_shown_with_it() -> None:
    took = Date(lean="future").typed("下周三", ASKING)
    assert isinstance(took, Took)
    assert took.shown is not None
    assert (took.value, TEXTS.everywhere(took.shown)[0]) == ("2026-11-25", "2026-11-25 周三")


@pytest.mark.parametrize(("lean", "iso"), [("future", "2026-11-27"), ("past", "2026-11-20")])
def test_a_question_reads_in_its_direction(lean: Lean, iso: str) -> None:
    took = Date(lean=lean).typed("周五", ASKING)
    assert isinstance(took, Took)
    assert took.value == iso


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
