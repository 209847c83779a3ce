"""The clocks of protection: a table of every rule, and histories of any order against an independent model."""

from dataclasses import dataclass, field
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain import policy, protection
from domain.projects import Stage
from domain.protection import Protection

POLICY = policy.default()
START = date(2026, 11, 22)


def day(text: str) -> date:
    return date.fromisoformat(text)


def held(until: str, **more: object) -> Protection:
    return Protection(until=day(until), **more)  # type: ignore[arg-type]


def test_a_newly_approved_customer_is_protected_for_three_months() -> None:
    assert protection.begin(POLICY, START).last_day == day("2027-02-22")
    assert protection.granted(POLICY, since=day("2026-11-30")) == day("2027-02-28")


@pytest.mark.parametrize("stage", [Stage.DEVELOPMENT, Stage.PILOT])
def test_development_and_pilot_give_six_months_from_the_day_of_entering(stage: Stage) -> None:
    entered = protection.enter(POLICY, protection.begin(POLICY, START), stage, day("2026-12-31"))
    assert entered.last_day == day("2027-06-30")


def test_a_stage_gives_once_however_often_it_is_entered() -> None:
    once = protection.enter(POLICY, protection.begin(POLICY, START), Stage.PILOT, day("2026-12-01"))
    assert not protection.lengthens(POLICY, once, Stage.PILOT, day("2027-05-01"))
    assert protection.enter(POLICY, once, Stage.PILOT, day("2027-05-01")) == once


def test_a_later_stage_never_shortens_what_is_granted() -> None:
    long = held("2028-01-01")
    assert not protection.lengthens(POLICY, long, Stage.DEVELOPMENT, START)
    assert protection.enter(POLICY, long, Stage.DEVELOPMENT, START) == long


@pytest.mark.parametrize("stage", [Stage.CONTACT, Stage.SELECTION, Stage.PAUSED, Stage.ENDED])
def test_other_stages_give_nothing(stage: Stage) -> None:
    begun = protection.begin(POLICY, START)
    assert protection.enter(POLICY, begun, stage, day("2027-02-22")) == begun


def test_mass_production_has_no_end_and_is_reviewed_every_six_months() -> None:
    producing = protection.enter(POLICY, protection.begin(POLICY, START), Stage.PRODUCTION, day("2027-01-31"))
    assert producing.last_day is None
    assert protection.next_review(POLICY, producing) == day("2027-07-31")
    kept = protection.keep(producing, day("2027-08-31"))
    assert protection.next_review(POLICY, kept) == day("2028-02-29")
    assert protection.next_review(POLICY, protection.begin(POLICY, START)) is None


def test_three_months_remain_when_the_last_production_ends() -> None:
    producing = protection.enter(POLICY, protection.begin(POLICY, START), Stage.PRODUCTION, day("2027-01-31"))
    ended = protection.leave_production(POLICY, producing, day("2028-11-30"))
    assert ended.last_day == day("2029-02-28")
    assert protection.leave_production(POLICY, ended, day("2029-01-01")) == ended


def test_production_that_ends_soon_takes_nothing_of_what_was_granted_before() -> None:
    pilot = protection.enter(POLICY, protection.begin(POLICY, START), Stage.PILOT, day("2026-12-01"))
    producing = protection.enter(POLICY, pilot, Stage.PRODUCTION, day("2026-12-05"))
    assert protection.leave_production(POLICY, producing, day("2026-12-10")).last_day == day("2027-06-01")


def test_production_that_begins_again_needs_an_extension() -> None:
    producing = protection.enter(POLICY, protection.begin(POLICY, START), Stage.PRODUCTION, day("2027-01-01"))
    ended = protection.leave_production(POLICY, producing, day("2027-02-01"))
    assert protection.enter(POLICY, ended, Stage.PRODUCTION, day("2027-03-01")) == ended


def test_an_extension_counts_from_the_end_or_from_a_later_decision() -> None:
    assert protection.extend(held("2027-02-22"), 2, day("2027-02-01")).last_day == day("2027-04-22")
    assert protection.extend(held("2027-02-22"), 2, day("2027-03-05")).last_day == day("2027-05-05")


@pytest.mark.parametrize(
    ("today", "left", "red", "over"),
    [
        ("2027-01-22", 31, False, False),
        ("2027-01-23", 30, True, False),
        ("2027-02-22", 0, True, False),
        ("2027-02-23", -1, True, True),
    ],
)
def test_the_last_thirty_days_are_red_and_the_last_day_counts(today: str, left: int, red: bool, over: bool) -> None:
    last = day("2027-02-22")
    assert protection.remaining_days(last, day(today)) == left
    assert protection.is_red(POLICY, last, day(today)) is red
    assert protection.is_over(last, day(today), undecided=False) is over


def test_what_has_no_end_is_never_red_over_or_reminded_of() -> None:
    assert protection.remaining_days(None, START) is None
    assert not protection.is_red(POLICY, None, START)
    assert not protection.is_over(None, START, undecided=False)
    assert protection.reminders(POLICY, None) == ()
    assert protection.due_reminder(POLICY, None, set_on=START, today=START) is None
    assert not protection.alarms_head(POLICY, None, START)


def test_the_vendors_silence_costs_nobody_a_customer_but_alarms_the_head_from_the_third_day() -> None:
    last = day("2027-02-22")
    assert not protection.is_over(last, day("2027-04-01"), undecided=True)
    assert [protection.alarms_head(POLICY, last, last + timedelta(days)) for days in (0, 2, 3, 4)] == [
        False,
        False,
        True,
        True,
    ]


def test_reminders_come_before_the_end_and_from_seven_days_on_to_the_owner_too() -> None:
    found = [(each.due.isoformat(), each.to_owner) for each in protection.reminders(POLICY, day("2027-03-02"))]
    assert found == [
        ("2027-01-31", False),
        ("2027-02-16", False),
        ("2027-02-23", True),
        ("2027-02-27", True),
        ("2027-03-01", True),
        ("2027-03-02", True),
    ]


@pytest.mark.parametrize(
    ("set_on", "today", "days"),
    [
        ("2026-11-22", "2027-01-22", None),
        ("2026-11-22", "2027-01-23", 30),
        ("2026-11-22", "2027-02-18", 7),  # after an outage only the latest
        ("2026-11-22", "2027-02-22", 0),
        ("2026-11-22", "2027-02-23", None),  # past the end there's nothing left to remind of
        ("2027-02-01", "2027-02-01", None),  # the end came to be within the last thirty days
        ("2027-02-01", "2027-02-08", 14),
    ],
)
def test_one_reminder_at_most_is_due(set_on: str, today: str, days: int | None) -> None:
    found = protection.due_reminder(POLICY, day("2027-02-22"), set_on=day(set_on), today=day(today))
    assert (found and found.days) == days


# --- any history --------------------------------------------------------------------------------------------------


def months_later(start: date, months: int) -> date:
    """Independent of the code under test: walks day by day to the month, then to the day or the month's last."""
    walked = start
    for _ in range(months):
        month = walked.month
        while walked.month == month:
            walked += timedelta(1)
    while walked.day < start.day and (walked + timedelta(1)).month == walked.month:
        walked += timedelta(1)
    return walked


@dataclass
class Model:
    """The rules said the other way round: a bag of everything that was ever granted, and whether it is endless now."""

    days: list[date]
    stages: list[Stage] = field(default_factory=list)
    producing: bool = False

    def enters(self, stage: Stage, today: date) -> None:
        if stage in self.stages or self.producing:
            return
        if stage is Stage.PRODUCTION:
            self.producing = True
            self.stages.append(stage)
        elif stage in (Stage.DEVELOPMENT, Stage.PILOT) and months_later(today, 6) > max(self.days):
            self.days.append(months_later(today, 6))
            self.stages.append(stage)

    def stops_producing(self, today: date) -> None:
        if self.producing:
            self.producing = False
            self.days.append(months_later(today, 3))

    def is_extended(self, months: int, today: date) -> None:
        if not self.producing:
            self.days.append(months_later(max(*self.days, today), months))

    @property
    def last_day(self) -> date | None:
        return None if self.producing else max(self.days)


happenings = st.lists(
    st.tuples(
        st.integers(0, 200),
        st.one_of(st.sampled_from(Stage), st.just("stop"), st.integers(1, 12)),
    ),
    max_size=12,
)


@given(st.dates(date(2023, 1, 1), date(2032, 12, 31)), happenings)
def test_any_history_agrees_with_the_model(start: date, history: list[tuple[int, Stage | str | int]]) -> None:
    mine = protection.begin(POLICY, start)
    model = Model([months_later(start, 3)])
    today = start
    for passed, what in history:
        today += timedelta(passed)
        before = mine
        match what:
            case Stage():
                mine = protection.enter(POLICY, mine, what, today)
                model.enters(what, today)
            case int():
                mine = protection.extend(mine, what, today)
                model.is_extended(what, today)
            case _:
                mine = protection.leave_production(POLICY, mine, today)
                model.stops_producing(today)
        assert mine.last_day == model.last_day
        assert mine.until >= before.until  # nothing ever shortens
        if isinstance(what, Stage):
            assert protection.enter(POLICY, mine, what, today) == mine  # a double tap gains nothing


@given(st.lists(st.tuples(st.integers(0, 90), st.sampled_from(Stage)), max_size=30))
def test_toggling_stages_gains_no_more_than_each_stage_gives_once(history: list[tuple[int, Stage]]) -> None:
    mine, today, gains = protection.begin(POLICY, START), START, 0
    for passed, stage in history:
        today += timedelta(passed)
        after = protection.enter(POLICY, mine, stage, today)
        gains += after != mine
        mine = after
    assert gains <= 3


@given(st.dates(date(2023, 1, 1), date(2032, 12, 31)), st.integers(0, 400), st.integers(-400, 0))
def test_at_most_one_reminder_and_never_one_of_the_future(last: date, before: int, today_from_end: int) -> None:
    today = last + timedelta(today_from_end)
    found = protection.due_reminder(POLICY, last, set_on=last - timedelta(before), today=today)
    if found is not None:
        assert last - timedelta(before) <= found.due <= today
        assert not [each for each in protection.reminders(POLICY, last) if found.due < each.due <= today]
