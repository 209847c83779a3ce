"""The working calendar: tables by hand, and properties against a minute-by-minute model."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.base import policy
from domain.base.calendar import WorkingCalendar, add_months, covers

CHINA = WorkingCalendar(policy.default())
BERLIN = WorkingCalendar(policy.parse('time_zone = "Europe/Berlin"'))


def local(text: str) -> datetime:
    """A moment by the clock in Shanghai."""
    return datetime.fromisoformat(f"{text}+08:00")


@pytest.mark.parametrize(
    ("day", "working"),
    [
        ("2026-11-20", True),  # a Friday
        ("2026-11-22", False),  # a Sunday
        ("2026-10-01", False),  # National Day
        ("2026-10-10", True),  # a Saturday that makes up for it
        ("2026-02-17", False),  # Spring Festival
        ("2039-01-01", False),  # New Year in a year that no library knows yet
        ("2039-01-03", True),  # a Monday then
        ("2039-05-02", False),
        ("2039-10-03", False),
        ("2039-10-04", True),
    ],
)
def test_public_holidays_and_make_up_days_count(day: str, working: bool) -> None:
    assert CHINA.is_working_day(date.fromisoformat(day)) is working


def test_the_policy_has_the_last_word() -> None:
    mine = WorkingCalendar(policy.parse("[calendar]\ndays_off = [2026-11-20]\ndays_on = [2026-11-22, 2039-01-01]\n"))
    assert not mine.is_working_day(date(2026, 11, 20))
    assert mine.is_working_day(date(2026, 11, 22))
    assert mine.is_working_day(date(2039, 1, 1))


def test_a_year_is_covered_when_its_holidays_are_published() -> None:
    assert covers(2026)
    assert not covers(2039)
    assert not covers(1999)


@pytest.mark.parametrize(
    ("begin", "hours", "end"),
    [
        ("2026-11-19T09:41", 9, "2026-11-20T09:41"),
        ("2026-11-19T09:00", 9, "2026-11-19T18:00"),  # at closing, not at the next opening
        ("2026-11-19T18:00", 9, "2026-11-20T18:00"),  # at closing nothing is left of the day
        ("2026-11-20T17:00", 3, "2026-11-23T11:00"),  # over the weekend
        ("2026-11-21T12:00", 1, "2026-11-23T10:00"),  # asked on a Saturday
        ("2026-11-20T03:00", 7, "2026-11-20T16:00"),  # asked before opening
        ("2026-09-30T17:00", 9, "2026-10-08T17:00"),  # over National Day
        ("2026-10-09T17:00", 2, "2026-10-10T10:00"),  # into a make-up Saturday
        ("2038-12-31T17:00", 9, "2039-01-03T17:00"),  # over the last day of December into an unknown year
        ("2026-11-19T12:34", 0, "2026-11-19T12:34"),
    ],
)
def test_working_hours_pass_only_on_working_days(begin: str, hours: int, end: str) -> None:
    assert CHINA.add_working_hours(local(begin), hours) == local(end)


def test_a_new_year_that_the_library_does_not_know_yet_is_reached_from_the_last_one_that_it_knows() -> None:
    last = max(year for year in range(2004, 2200) if covers(year))
    begin = datetime(last, 12, 31, 23, 59, tzinfo=UTC)
    reached = CHINA.add_working_hours(begin, 9)
    assert reached.year == last + 1
    assert CHINA.day_of(reached) != date(last + 1, 1, 1)


def test_nothing_to_add_ends_at_once_whatever_the_hour() -> None:
    assert CHINA.add_working_hours(local("2026-11-21T12:00"), 0) == local("2026-11-21T12:00")


def test_two_working_days_later_it_is_the_same_hour() -> None:
    assert CHINA.add_working_days(local("2026-11-18T14:00"), 2) == local("2026-11-20T14:00")
    assert CHINA.add_working_days(local("2026-11-20T22:00"), 2) == local("2026-11-24T18:00")


def test_shorter_working_hours_make_a_shorter_working_day() -> None:
    short = WorkingCalendar(policy.parse("[calendar]\nopens = 10:00:00\ncloses = 16:00:00\n"))
    assert short.hours_a_day == timedelta(hours=6)
    assert short.add_working_days(local("2026-11-18T14:00"), 1) == local("2026-11-19T14:00")


@pytest.mark.parametrize(
    ("day", "months", "then"),
    [
        ("2026-08-31", 6, "2027-02-28"),
        ("2027-08-31", 6, "2028-02-29"),
        ("2026-11-22", 3, "2027-02-22"),
        ("2026-12-31", 1, "2027-01-31"),
        ("2026-01-31", 1, "2026-02-28"),
        ("2028-02-29", 12, "2029-02-28"),
        ("2026-03-31", -1, "2026-02-28"),
        ("2026-01-15", -13, "2024-12-15"),
    ],
)
def test_months_are_calendar_months(day: str, months: int, then: str) -> None:
    assert add_months(date.fromisoformat(day), months) == date.fromisoformat(then)


def test_the_last_day_counts_in_full_in_the_vendors_zone() -> None:
    assert CHINA.begin_of(date(2027, 2, 23)) == local("2027-02-23T00:00")
    assert CHINA.day_of(local("2027-02-22T23:59")) == date(2027, 2, 22)
    assert CHINA.day_of(datetime(2027, 2, 22, 16, tzinfo=UTC)) == date(2027, 2, 23)


def test_a_time_that_the_clock_skips_moves_forward_and_a_doubled_one_is_the_first() -> None:
    assert BERLIN.at(date(2027, 3, 28), time(2, 30)) == datetime(2027, 3, 28, 1, 30, tzinfo=UTC)  # 03:30 there
    assert BERLIN.at(date(2027, 10, 31), time(2, 30)) == datetime(2027, 10, 31, 0, 30, tzinfo=UTC)  # before the change


def test_a_day_that_the_clock_shortens_is_over_an_hour_earlier() -> None:
    assert BERLIN.begin_of(date(2027, 3, 29)) - BERLIN.begin_of(date(2027, 3, 28)) == timedelta(hours=23)
    assert BERLIN.begin_of(date(2027, 11, 1)) - BERLIN.begin_of(date(2027, 10, 31)) == timedelta(hours=25)


def test_midnight_that_does_not_exist_ends_the_day_when_the_next_one_begins() -> None:
    cairo = WorkingCalendar(policy.parse('time_zone = "Africa/Cairo"'))  # clocks go forward at midnight
    assert cairo.begin_of(date(2026, 4, 24)) == datetime(2026, 4, 23, 22, 0, tzinfo=UTC)


# four months with both long holidays' ends, make-up days, and the turn into a year that the library doesn't know
moments = st.integers(0, 120 * 24 * 60).map(lambda minutes: local("2026-09-20T00:00") + timedelta(minutes=minutes))


def minutes_worked(calendar: WorkingCalendar, begin: datetime, end: datetime) -> int:
    """The model: each minute by itself, by the clock on the wall."""
    zone = policy.default().zone
    worked = 0
    while begin < end:
        wall = begin.astimezone(zone)
        worked += calendar.is_working_day(wall.date()) and time(9) <= wall.time() < time(18)
        begin += timedelta(minutes=1)
    return worked


@given(moments, st.integers(0, 100 * 60), st.integers(0, 100 * 60))
def test_adding_working_time_in_two_goes_is_adding_it_at_once(begin: datetime, first: int, second: int) -> None:
    whole = CHINA.add_working_hours(begin, timedelta(minutes=first + second))
    halfway = CHINA.add_working_hours(begin, timedelta(minutes=first))
    assert CHINA.add_working_hours(halfway, timedelta(minutes=second)) == whole


@settings(max_examples=40)  # over National Day the model looks at ten thousand minutes
@given(moments, st.integers(1, 12 * 60))
def test_the_end_of_working_time_is_a_working_moment_and_as_far_as_asked(begin: datetime, minutes: int) -> None:
    end = CHINA.add_working_hours(begin, timedelta(minutes=minutes))
    assert minutes_worked(CHINA, begin, end) == minutes
    assert CHINA.is_working_day(CHINA.day_of(end))


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.integers(0, 60))
def test_months_later_is_never_beyond_the_month_and_never_too_early(day: date, months: int) -> None:
    then = add_months(day, months)
    assert (then.year * 12 + then.month) - (day.year * 12 + day.month) == months
    assert then.day == day.day or (then.day < day.day and (then + timedelta(days=1)).day == 1)
