"""The clocks of protection: a table of every rule, and histories of any order against an independent model."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.base import policy
from domain.base.stage import Stage
from domain.protection import clock as protection
from domain.protection.clock import Entered, Protection

POLICY = policy.default()
START = date(2026, 11, 22)


def day(text: str) -> date:
    return date.fromisoformat(text)


def held(until: str, **more: object) -> Protection:
    return Protection(until=day(until), **more)  # type: ignore[arg-type]


def confirmed(before: Protection, stage: Stage, on: str) -> Protection:
    """Entered on a day, and confirmed if that would lengthen."""
    entered = protection.enter(POLICY, before, stage, day(on))
    due = protection.due(POLICY, entered)
    return entered if due is None else protection.confirm(POLICY, entered, due, day(on))


def asked(held: Protection) -> tuple[Stage, str] | None:
    due = protection.due(POLICY, held)
    return None if due is None else (due.stage, due.on.isoformat())


BEGUN = protection.begin(POLICY, START)


def test_a_newly_approved_customer_is_protected_for_three_months() -> None:
    assert protection.begin(POLICY, START).last_day == day("2027-02-22")
    assert protection.granted(POLICY, since=day("2026-11-30")) == day("2027-02-28")


@pytest.mark.parametrize("stage", [Stage.DEVELOPMENT, Stage.PILOT])
def test_development_and_pilot_give_six_months_from_the_day_of_entering(stage: Stage) -> None:
    entered = protection.enter(POLICY, BEGUN, stage, day("2026-12-31"))
    assert entered.last_day == BEGUN.last_day  # not before it is confirmed
    assert confirmed(BEGUN, stage, "2026-12-31").last_day == day("2027-06-30")


def test_a_stage_gives_once_however_often_it_is_entered() -> None:
    once = confirmed(BEGUN, Stage.PILOT, "2026-12-01")
    assert protection.enter(POLICY, once, Stage.PILOT, day("2027-05-01")) == once


@pytest.mark.parametrize(
    ("on", "end"),
    [
        ("2026-12-01", "2027-05-29"),
        ("2027-04-29", "2027-05-29"),
        ("2027-04-30", "2027-05-30"),
        ("2027-05-29", "2027-06-28"),
        ("2027-05-30", "2027-06-29"),
        ("2027-09-20", "2027-10-20"),
        ("2028-01-30", "2028-02-29"),
    ],
)
def test_a_stage_confirmed_late_still_leaves_time_to_act_in(on: str, end: str) -> None:
    waiting = protection.enter(POLICY, BEGUN, Stage.DEVELOPMENT, day("2026-11-29"))
    due = protection.due(POLICY, waiting)
    assert due is not None
    assert protection.confirm(POLICY, waiting, due, day(on)).last_day == day(end)


def test_a_later_stage_never_shortens_what_is_granted() -> None:
    assert asked(protection.enter(POLICY, held("2028-01-01"), Stage.DEVELOPMENT, START)) is None
    assert confirmed(held("2028-01-01"), Stage.DEVELOPMENT, "2026-12-01").last_day == day("2028-01-01")


def test_what_does_not_lengthen_stays_in_store_for_when_it_is_entered_again() -> None:
    far = protection.enter(POLICY, held("2027-08-01"), Stage.PILOT, START)
    assert asked(protection.tell(POLICY, far, Stage.PILOT, day("2027-07-01"))) is None
    assert asked(protection.enter(POLICY, far, Stage.PILOT, day("2027-07-01"))) == (Stage.PILOT, "2027-07-01")


@pytest.mark.parametrize("stage", [Stage.CONTACT, Stage.SELECTION, Stage.PAUSED, Stage.ENDED])
def test_other_stages_give_nothing(stage: Stage) -> None:
    assert asked(protection.enter(POLICY, BEGUN, stage, day("2027-02-22"))) is None


def test_mass_production_has_no_end_and_is_reviewed_every_six_months() -> None:
    producing = confirmed(BEGUN, Stage.PRODUCTION, "2027-01-31")
    assert producing.last_day is None
    assert protection.next_review(POLICY, producing) == day("2027-07-31")
    kept = protection.keep(producing, day("2027-08-31"))
    assert protection.next_review(POLICY, kept) == day("2028-02-29")
    assert protection.next_review(POLICY, BEGUN) is None


def test_three_months_remain_when_the_last_production_ends() -> None:
    ended = protection.leave_production(POLICY, confirmed(BEGUN, Stage.PRODUCTION, "2027-01-31"), day("2028-11-30"))
    assert ended.last_day == day("2029-02-28")
    assert protection.leave_production(POLICY, ended, day("2029-01-01")) == ended


def test_production_that_ends_soon_takes_nothing_of_what_was_granted_before() -> None:
    pilot = confirmed(BEGUN, Stage.PILOT, "2026-12-01")
    producing = confirmed(pilot, Stage.PRODUCTION, "2026-12-05")
    assert protection.leave_production(POLICY, producing, day("2026-12-10")).last_day == day("2027-06-01")


def test_production_that_begins_again_needs_an_extension() -> None:
    producing = confirmed(BEGUN, Stage.PRODUCTION, "2027-01-01")
    ended = protection.leave_production(POLICY, producing, day("2027-02-01"))
    assert asked(protection.enter(POLICY, ended, Stage.PRODUCTION, day("2027-03-01"))) is None


def test_production_that_goes_back_to_a_pilot_never_granted_earns_the_pilots_months() -> None:
    producing = confirmed(BEGUN, Stage.PRODUCTION, "2026-12-01")
    back = protection.leave_production(POLICY, producing, day("2027-01-10"))
    assert confirmed(back, Stage.PILOT, "2027-01-10").last_day == day("2027-07-10")


def test_a_refused_further_stage_leaves_what_the_nearer_one_earned_on_its_day() -> None:
    both = protection.enter(POLICY, BEGUN, Stage.DEVELOPMENT, day("2026-12-20"))
    both = protection.enter(POLICY, both, Stage.PILOT, day("2026-12-22"))
    assert asked(both) == (Stage.PILOT, "2026-12-22")
    left = protection.refuse(POLICY, both, Stage.PILOT, day("2027-02-25"))
    assert asked(left) == (Stage.DEVELOPMENT, "2026-12-20")


@pytest.mark.parametrize(
    ("entered", "refused", "last"),
    [
        ("2027-02-10", "2027-02-20", "2027-02-22"),  # in time: nothing changes
        ("2027-02-10", "2027-02-22", "2027-02-22"),
        ("2027-02-10", "2027-10-08", "2027-10-20"),  # twelve days were left
        ("2026-12-01", "2027-10-08", "2027-11-07"),  # more than the policy's thirty
        ("2027-02-22", "2027-10-08", "2027-02-22"),  # none were left
    ],
)
def test_a_stage_refused_late_leaves_the_days_that_a_prompt_answer_would_have_left(
    entered: str, refused: str, last: str
) -> None:
    waiting = protection.enter(POLICY, BEGUN, Stage.DEVELOPMENT, day(entered))
    assert protection.refuse(POLICY, waiting, Stage.DEVELOPMENT, day(refused)).last_day == day(last)


def test_mass_production_confirmed_late_is_reviewed_half_a_year_from_then() -> None:
    late = protection.confirm(POLICY, BEGUN, Entered(Stage.PRODUCTION, day("2027-02-08")), day("2027-10-08"))
    assert protection.next_review(POLICY, late) == day("2028-04-08")


def test_a_confirmed_further_stage_uses_up_the_nearer_one() -> None:
    both = protection.enter(POLICY, BEGUN, Stage.DEVELOPMENT, day("2026-12-20"))
    after = confirmed(both, Stage.PILOT, "2026-12-22")
    assert after.last_day == day("2027-06-22")
    assert protection.enter(POLICY, after, Stage.DEVELOPMENT, day("2027-05-01")) == after


def test_production_that_ends_before_it_is_confirmed_gives_what_it_would_have_given() -> None:
    waiting = protection.enter(POLICY, BEGUN, Stage.PRODUCTION, day("2027-01-20"))
    ended = protection.leave_production(POLICY, waiting, day("2027-05-10"))
    due = protection.due(POLICY, ended)
    assert due == Entered(Stage.PRODUCTION, day("2027-01-20"), day("2027-05-10"))
    assert protection.confirm(POLICY, ended, due, day("2027-07-11")).last_day == day("2027-08-10")
    assert protection.confirm(POLICY, ended, due, day("2027-07-12")).last_day == day("2027-08-11")


def test_production_that_was_a_slip_of_the_pen_is_not_asked_about() -> None:
    slip = protection.enter(POLICY, BEGUN, Stage.PRODUCTION, day("2027-01-20"))
    mended = protection.leave_production(POLICY, slip, day("2027-01-20"))
    assert asked(mended) is None
    again = protection.enter(POLICY, mended, Stage.PRODUCTION, day("2027-03-01"))
    assert asked(again) == (Stage.PRODUCTION, "2027-03-01")


def test_a_refused_stage_is_asked_again_by_a_report_after_a_month_at_the_earliest() -> None:
    refused = protection.refuse(
        POLICY,
        protection.enter(POLICY, BEGUN, Stage.DEVELOPMENT, day("2026-12-01")),
        Stage.DEVELOPMENT,
        day("2026-12-05"),
    )
    for on in ("2026-12-06", "2027-01-03"):  # telling it, and going to and fro
        refused = protection.tell(POLICY, refused, Stage.DEVELOPMENT, day(on))
        refused = protection.enter(POLICY, refused, Stage.SELECTION, day(on))
        refused = protection.enter(POLICY, refused, Stage.DEVELOPMENT, day(on))
        assert asked(refused) is None
    assert asked(protection.enter(POLICY, refused, Stage.PILOT, day("2026-12-06"))) == (Stage.PILOT, "2026-12-06")
    assert asked(protection.tell(POLICY, refused, Stage.DEVELOPMENT, day("2027-01-04"))) == (
        Stage.DEVELOPMENT,
        "2027-01-04",
    )


def test_a_stage_reached_in_other_hands_counts_when_the_new_holder_tells_of_it_and_once() -> None:
    assert asked(BEGUN) is None
    told = protection.tell(POLICY, BEGUN, Stage.DEVELOPMENT, day("2026-12-08"))
    assert asked(told) == (Stage.DEVELOPMENT, "2026-12-08")
    after = confirmed(told, Stage.DEVELOPMENT, "2026-12-08")
    assert protection.tell(POLICY, after, Stage.DEVELOPMENT, day("2027-05-01")) == after


def test_of_two_customers_that_are_one_what_waits_waits_on_from_its_first_day() -> None:
    one = protection.enter(POLICY, BEGUN, Stage.PRODUCTION, day("2027-01-01"))
    one = protection.leave_production(POLICY, one, day("2027-02-01"))
    other = protection.enter(POLICY, BEGUN, Stage.PRODUCTION, day("2027-01-20"))
    other = protection.refuse(POLICY, protection.enter(POLICY, other, Stage.PILOT, START), Stage.PILOT, START)
    for both in (protection.join(one, other), protection.join(other, one)):
        assert both.waiting == (Entered(Stage.PRODUCTION, day("2027-01-01")),)
        assert both.refused == {Stage.PILOT: START}


def test_an_extension_counts_from_the_end_or_from_a_later_decision() -> None:
    assert protection.extend(POLICY, held("2027-02-22"), 2, day("2027-02-01")).last_day == day("2027-04-22")
    assert protection.extend(POLICY, held("2027-02-22"), 2, day("2027-03-05")).last_day == day("2027-05-05")


def test_an_extension_is_asked_before_the_end_and_where_there_is_one() -> None:
    assert protection.may_extend(held("2027-02-22"), day("2027-02-22"))
    assert not protection.may_extend(held("2027-02-22"), day("2027-02-23"))
    assert not protection.may_extend(held("2027-02-22", endless=True), day("2027-01-01"))


def test_a_stage_that_gives_less_than_an_extension_goes_back_in_store() -> None:
    waiting = protection.enter(POLICY, BEGUN, Stage.DEVELOPMENT, day("2026-12-01"))
    far = protection.extend(POLICY, waiting, 12, day("2026-12-02"))
    assert asked(far) is None
    again = protection.enter(POLICY, far, Stage.DEVELOPMENT, day("2028-01-10"))
    assert asked(again) == (Stage.DEVELOPMENT, "2028-01-10")


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


def test_the_vendors_silence_costs_nobody_a_customer_but_alarms_the_head_from_the_third_day() -> None:
    last = day("2027-02-22")
    assert not protection.is_over(last, day("2027-04-01"), undecided=True)
    days = (0, 2, 3, 4)
    assert [last <= protection.alarming(POLICY, last + timedelta(each)) for each in days] == [False, False, True, True]


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
        ("2027-02-01", "2027-02-01", None),  # the end came to be within the last thirty days
        ("2027-02-01", "2027-02-08", 14),
    ],
)
def test_the_latest_of_what_is_due(set_on: str, today: str, days: int | None) -> None:
    found = protection.due_reminders(POLICY, day("2027-02-22"), since=day(set_on), today=day(today))
    assert (found[-1].days if found else None) == days


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
    """The rules said the other way round: every stage's own story, and a bag of every day that was ever granted."""

    days: list[date]
    producing: bool = False
    stories: dict[Stage, "Story"] = field(default_factory=dict)

    def story(self, stage: Stage) -> "Story":
        return self.stories.setdefault(stage, Story(stage))

    def becomes(self, stage: Stage, today: date) -> None:
        production = self.story(Stage.PRODUCTION)
        if stage is not Stage.PRODUCTION and self.producing:
            self.producing = False
            self.grants(months_later(today, 3), meant=True)
        elif stage is not Stage.PRODUCTION and production.open and production.ended is None:
            production.ended = today
            if production.ended == production.since:
                production.since = None
            self.forgets_what_gives_nothing()
        self.claims(stage, today)

    def tells(self, stage: Stage, today: date) -> None:
        story = self.story(stage)
        if not story.heard or (story.refused is not None and not story.open):
            self.claims(stage, today)

    def claims(self, stage: Stage, today: date) -> None:
        story = self.story(stage)
        story.heard = True
        if story.open:
            story.ended = None
        elif not story.used and not self.producing and (story.refused is None or (today - story.refused).days >= 30):
            gives = story.would_give(today)
            if gives is not None and gives > max(self.days):
                story.since, story.ended, story.refused = today, None, None

    @property
    def asked(self) -> "Story | None":
        best: Story | None = None
        for stage in (Stage.DEVELOPMENT, Stage.PILOT, Stage.PRODUCTION):
            story = self.story(stage)
            if story.open and not self.producing and (best is None or story.gives >= best.gives):
                best = story
        return best

    def answers(self, yes: bool, today: date) -> None:
        story = self.asked
        if story is None:
            return
        gives, endless, entered = story.gives, story.gives == date.max, story.since
        story.since = None
        if not yes:
            story.refused = today
            end = max(self.days)
            if entered is not None and entered < end < today:
                self.grants(today + min(end - entered, timedelta(30)), meant=False)
            return
        story.used = True
        if endless:
            self.producing = True
        else:
            self.grants(max(gives, today + timedelta(30)), meant=True)

    def grants(self, last: date, *, meant: bool) -> None:
        """`meant`: by a stage, so that what waits and gives no more is meant by it."""
        self.days.append(last)
        for story in self.forgets_what_gives_nothing():
            story.used |= meant

    def forgets_what_gives_nothing(self) -> list["Story"]:
        idle = [story for story in self.stories.values() if story.open and story.gives <= max(self.days)]
        for story in idle:
            story.since = None
        return idle

    def is_extended(self, months: int, today: date) -> None:
        if not self.producing:
            self.grants(months_later(max(*self.days, today), months), meant=False)

    @property
    def last_day(self) -> date | None:
        return None if self.producing else max(self.days)


@dataclass
class Story:
    """What became of one stage. Open: since a day, and nobody decided."""

    stage: Stage
    since: date | None = None
    ended: date | None = None
    refused: date | None = None
    used: bool = False
    heard: bool = False

    @property
    def open(self) -> bool:
        return self.since is not None

    @property
    def gives(self) -> date:
        assert self.since is not None
        if self.stage is Stage.PRODUCTION:
            return date.max if self.ended is None else months_later(self.ended, 3)
        return months_later(self.since, 6)

    def would_give(self, today: date) -> date | None:
        if self.stage is Stage.PRODUCTION:
            return date.max
        return months_later(today, 6) if self.stage in (Stage.DEVELOPMENT, Stage.PILOT) else None


def becomes(held: Protection, stage: Stage, today: date) -> Protection:
    """What happens to the clock when a customer's stage changes."""
    if stage is not Stage.PRODUCTION:
        held = protection.leave_production(POLICY, held, today)
    return protection.enter(POLICY, held, stage, today)


def answered(held: Protection, yes: bool, today: date) -> Protection:
    due = protection.due(POLICY, held)
    if due is None:
        return held
    return protection.confirm(POLICY, held, due, today) if yes else protection.refuse(POLICY, held, due.stage, today)


stages = st.sampled_from([Stage.SELECTION, Stage.DEVELOPMENT, Stage.PILOT, Stage.PRODUCTION, Stage.PAUSED])
happenings = st.lists(
    st.tuples(
        st.one_of(st.integers(0, 3), st.integers(0, 200)),
        st.one_of(
            st.tuples(st.just("becomes"), stages),
            st.tuples(st.just("tells"), stages),
            st.tuples(st.just("answers"), st.booleans()),
            st.tuples(st.just("extends"), st.integers(1, 12)),
        ),
    ),
    max_size=15,
)


@given(st.dates(date(2023, 1, 1), date(2032, 12, 31)), happenings)
def test_any_history_agrees_with_the_model(start: date, history: list[tuple[int, tuple[str, Any]]]) -> None:
    mine = protection.begin(POLICY, start)
    model = Model([months_later(start, 3)])
    today = start
    for passed, (what, value) in history:
        today += timedelta(passed)
        before = mine
        match what:
            case "becomes":
                mine = becomes(mine, value, today)
                model.becomes(value, today)
                assert becomes(mine, value, today) == mine  # a double tap gains nothing
            case "tells":
                mine = protection.tell(POLICY, mine, value, today)
                model.tells(value, today)
            case "answers":
                mine = answered(mine, value, today)
                model.answers(value, today)
            case _:
                mine = protection.extend(POLICY, mine, value, today)
                model.is_extended(value, today)
        assert mine.last_day == model.last_day
        assert mine.until >= before.until  # nothing ever shortens
        due, asked = protection.due(POLICY, mine), model.asked
        assert (due and (due.stage, due.on, due.left)) == (asked and (asked.stage, asked.since, asked.ended))


moves = st.lists(st.tuples(st.integers(0, 90), stages), max_size=12)


@given(moves)
def test_that_the_vendor_answers_late_costs_nobody_a_day(history: list[tuple[int, Stage]]) -> None:
    at_once = late = protection.begin(POLICY, START)
    today = START
    for passed, stage in history:
        today += timedelta(passed + 1)  # what is entered and left on one day is a slip
        at_once = answered(becomes(at_once, stage, today), True, today)
        late = becomes(late, stage, today)
    for _ in Stage:
        late = answered(late, True, today)
    assert (late.last_day or date.max) >= (at_once.last_day or date.max)


@given(moves)
def test_toggling_stages_gains_no_more_than_each_stage_gives_once(history: list[tuple[int, Stage]]) -> None:
    mine, today, asked = protection.begin(POLICY, START), START, 0
    for passed, stage in history:
        today += timedelta(passed)
        mine = becomes(mine, stage, today)
        asked += protection.due(POLICY, mine) is not None
        mine = answered(mine, True, today)
    assert asked <= 3


@given(moves)
def test_a_manager_who_says_no_is_asked_of_each_stage_once_a_month_at_most(history: list[tuple[int, Stage]]) -> None:
    mine, today = protection.begin(POLICY, START), START
    said: dict[Stage, date] = {}
    for passed, stage in history:
        today += timedelta(passed)
        mine = protection.tell(POLICY, becomes(mine, stage, today), stage, today)
        while (due := protection.due(POLICY, mine)) is not None:
            assert due.stage not in said or (today - said[due.stage]).days >= 30
            said[due.stage] = today
            mine = protection.refuse(POLICY, mine, due.stage, today)
    assert mine.last_day == BEGUN.last_day


@given(st.dates(date(2023, 1, 1), date(2032, 12, 31)), st.integers(0, 400), st.integers(-400, 0))
def test_no_reminder_of_the_future_or_of_another_end(last: date, before: int, today_from_end: int) -> None:
    today = last + timedelta(today_from_end)
    found = protection.due_reminders(POLICY, last, since=last - timedelta(before), today=today)
    assert all(last - timedelta(before) <= each.due <= today for each in found)
    rest = [each for each in protection.reminders(POLICY, last) if each not in found]
    assert not [each for each in rest if last - timedelta(before) <= each.due <= today]


# --- orders -----------------------------------------------------------------------------------------------------------

SIX = POLICY.model_copy(update={"protection": POLICY.protection.model_copy(update={"order_months": 6})})


def sold(*days: str) -> list[protection.KeepingOrder]:
    return [protection.KeepingOrder(day(each), noon(day(each))) for each in days]


def noon(on: date, minute: int = 0) -> datetime:
    return datetime.combine(on, time(12), UTC) + timedelta(minutes=minute)


@pytest.mark.parametrize(
    ("contract", "end"),
    [
        ("2026-11-22", "2027-05-22"),
        ("2026-08-31", "2027-02-28"),
        ("2026-08-22", None),  # no later than what was granted
        ("2026-01-01", None),
    ],
)
def test_an_order_keeps_its_customer_so_many_months_from_its_contract_day(contract: str, end: str | None) -> None:
    kept = protection.sell(SIX, BEGUN, day(contract))
    assert kept.by_orders == (None if end is None else day(end))
    assert kept.last_day == max(BEGUN.until, kept.by_orders or BEGUN.until)
    assert protection.sell(POLICY, BEGUN, day(contract)) == BEGUN  # off


@pytest.mark.parametrize(
    ("today", "end"),
    [
        ("2026-12-01", "2027-02-22"),  # what it would have been
        ("2027-02-20", "2027-02-27"),  # a week to act in
        ("2027-05-20", "2027-05-22"),  # never more than there was
        ("2027-05-22", "2027-05-22"),
        ("2027-06-01", "2027-05-22"),  # past the end, held by something undecided
    ],
)
def test_a_voided_order_takes_it_back_and_leaves_some_days_to_act_in(today: str, end: str) -> None:
    kept = protection.sell(SIX, BEGUN, day("2026-11-22"))
    assert protection.take_back(SIX, kept, None, day(today)).last_day == day(end)


def test_of_several_orders_the_others_go_on_keeping() -> None:
    kept = protection.sell(SIX, protection.sell(SIX, BEGUN, day("2026-11-23")), day("2027-01-15"))
    assert kept.last_day == day("2027-07-15")
    rest = protection.kept_by(SIX, sold("2026-11-23"), ())
    assert protection.take_back(SIX, kept, rest, day("2027-01-20")).last_day == day("2027-05-23")


def test_an_extension_counts_from_the_end_that_orders_keep_and_falls_back_with_them() -> None:
    kept = protection.sell(SIX, BEGUN, day("2026-12-01"))
    extended = protection.extend(SIX, kept, 2, day("2027-02-01"))
    assert extended.last_day == day("2027-08-01")
    without = protection.extend(SIX, BEGUN, 2, day("2027-02-01"))
    assert (
        protection.take_back(SIX, extended, None, day("2027-02-02")).last_day == without.last_day == day("2027-04-22")
    )
    again = protection.kept_by(
        SIX, sold("2026-12-01"), [protection.Extended(day("2027-02-01"), noon(day("2027-02-01")), 2)]
    )
    assert again == extended.by_orders


def test_mass_production_has_no_end_and_what_orders_keep_is_there_when_it_ends() -> None:
    producing = protection.sell(SIX, confirmed(BEGUN, Stage.PRODUCTION, "2026-12-01"), day("2026-12-01"))
    assert producing.last_day is None
    assert protection.leave_production(SIX, producing, day("2026-12-10")).last_day == day("2027-06-01")


def test_of_two_customers_that_are_one_the_longer_kept_end_stays() -> None:
    kept = protection.sell(SIX, BEGUN, day("2026-12-01"))
    assert protection.join(BEGUN, kept).last_day == protection.join(kept, BEGUN).last_day == day("2027-06-01")


class Happening:
    """What may happen, a few days after what happened before."""

    order = st.tuples(st.just("order"), st.integers(0, 120))
    void = st.tuples(st.just("void"), st.integers(0, 5))
    extend = st.tuples(st.just("extend"), st.integers(1, 6))
    stage = st.tuples(st.just("stage"), st.sampled_from([Stage.DEVELOPMENT, Stage.PILOT]))


@given(
    st.lists(
        st.tuples(st.integers(0, 60), st.one_of(Happening.order, Happening.void, Happening.extend, Happening.stage)),
        max_size=14,
    )
)
def test_voided_orders_leave_what_would_have_been_or_a_week_and_no_end_comes_nearer_at_once(
    history: list[tuple[int, tuple[str, Any]]],
) -> None:
    """Two lives beside each other: one with all its orders, one without any. At the end all orders are voided, and both
    are the same but for the week."""
    today, kept, bare = START, BEGUN, BEGUN
    living: list[protection.KeepingOrder] = []
    extended: list[protection.Extended] = []
    for place, (passed, (what, value)) in enumerate(history):
        today += timedelta(passed)
        before, now = kept.end, noon(today, place)
        match what:
            case "order":
                contract = today - timedelta(value)
                living.append(protection.KeepingOrder(contract, now))
                kept = protection.sell(SIX, kept, contract)
                assert kept.end >= max(before, months_later(contract, 6))
            case "void" if living:
                living.pop(value % len(living))
                kept = protection.take_back(SIX, kept, protection.kept_by(SIX, living, extended), today)
                assert kept.end >= min(before, today + timedelta(7))
                assert kept.end <= before
            case "extend":
                if protection.may_extend(kept, today):
                    extended.append(protection.Extended(today, now, value))
                    kept = protection.extend(SIX, kept, value, today)
                    bare = protection.extend(SIX, bare, value, today)
                    assert kept.end > before
            case "stage":
                kept, bare = (confirmed_on(each, value, today) for each in (kept, bare))
            case _:
                pass  # nothing to void
        assert kept.until == bare.until
        assert kept.end >= bare.end
        assert all(kept.end >= months_later(each.day, 6) for each in living)
    before = kept.end
    kept = protection.take_back(SIX, kept, None, today)
    assert kept.end == max(bare.end, min(before, today + timedelta(7)))


def confirmed_on(held: Protection, stage: Stage, on: date) -> Protection:
    entered = protection.enter(SIX, held, stage, on)
    due = protection.due(SIX, entered)
    return entered if due is None else protection.confirm(SIX, entered, due, on)
