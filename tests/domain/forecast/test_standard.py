"""标准 (docs/forecast.md): the worked example to the piece, and where a project stands in it."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from domain.base import policy
from domain.base.policy import PolicyError
from domain.base.stage import Stage
from domain.forecast.naive import naive
from domain.forecast.records import Expected, Layer, Ordered, Prospect, in_months, shown
from domain.forecast.standard import standard
from domain.projects.records import Milestone

TODAY = date(2026, 4, 1)
RULES = policy.default().forecast


def prospect(stage: Stage, yearly: int, **more: object) -> Prospect:
    told: dict[str, object] = {"stage_since": TODAY, "told_on": TODAY, "domain": "家电 · 空调", "model": "bat32g135"}
    return Prospect(
        **{"id": 1, "customer_id": 1, "agency_id": 1, "unit_id": 1, "contact_id": 1, **told, **more},  # type: ignore[arg-type]
        stage=stage,
        yearly=yearly,
    )


GIMBAL = prospect(Stage.PRODUCTION, 120_000, milestone=Milestone.PRODUCTION, milestone_on=date(2026, 1, 15))
PUMP = prospect(Stage.PILOT, 60_000, milestone=Milestone.PRODUCTION, milestone_on=date(2026, 6, 1))
COOLER = prospect(
    Stage.DEVELOPMENT,
    36_000,
    stage_since=date(2026, 3, 11),
    milestone=Milestone.SAMPLE,
    milestone_on=date(2026, 3, 20),
)


def expected(project: Prospect, *orders: Ordered, day: date = TODAY) -> Expected:
    return standard(project, orders, day, RULES)


def pieces(found: Expected) -> list[int]:
    return [shown(each.pieces) for each in found.months]


def test_the_worked_example_comes_out_to_the_piece() -> None:
    gimbal, pump, cooler = expected(GIMBAL), expected(PUMP), expected(COOLER)
    assert pieces(gimbal) == [9_500] * 12
    assert pieces(pump) == [0, 0, *[3_500] * 10]
    assert cooler.start == date(2026, 9, 11)
    assert pieces(cooler) == [0] * 5 + [700] + [1_050] * 6
    months = [
        shown(sum((each.pieces for each in month), Fraction(0)))
        for month in zip(*(found.months for found in (gimbal, pump, cooler)), strict=True)
    ]
    assert months[:6] == [9_500, 9_500, 13_000, 13_000, 13_000, 13_700]
    assert (sum(months[:3]), sum(months[3:6])) == (32_000, 39_700)


def test_each_project_is_in_exactly_one_layer() -> None:
    bought = Ordered(date(2026, 1, 1), 3_000)
    assert expected(GIMBAL).layer is Layer.RAMP
    assert expected(GIMBAL, bought).layer is Layer.RUN_RATE
    assert expected(GIMBAL, Ordered(date(2026, 1, 2), 3_000)).layer is Layer.RAMP
    assert expected(GIMBAL, Ordered(date(2025, 1, 2), -3_000)).layer is Layer.RAMP
    assert expected(PUMP, bought).layer is Layer.RAMP
    assert expected(COOLER, bought).layer is Layer.PIPELINE


def test_a_run_rate_is_the_mean_of_three_full_months_and_has_no_probability() -> None:
    orders = (Ordered(date(2025, 12, 31), 90_000), Ordered(date(2026, 1, 5), 9_000), Ordered(date(2026, 3, 31), 2_000))
    found = expected(GIMBAL, *orders, Ordered(date(2026, 3, 31), -1_000))
    assert found.months[0].pieces == found.months[0].volume == Fraction(10_000, 3)
    assert pieces(found) == [3_333] * 12
    assert pieces(expected(GIMBAL, Ordered(date(2026, 1, 1), 10), Ordered(date(2026, 1, 1), -20))) == [0] * 12


def test_what_is_ordered_already_is_taken_off_the_running_month_and_no_other() -> None:
    day = date(2026, 4, 15)
    found = expected(GIMBAL, Ordered(date(2026, 4, 3), 4_000), day=day)
    assert pieces(found)[:2] == [5_500, 9_500]
    assert found.months[0].volume == 6_000
    assert pieces(expected(GIMBAL, Ordered(date(2026, 4, 3), 40_000), day=day))[:2] == [0, 9_500]


def test_a_milestone_that_has_passed_begins_anew_from_today_and_the_row_says_so() -> None:
    late = prospect(Stage.DEVELOPMENT, 36_000, milestone=Milestone.PILOT, milestone_on=date(2026, 3, 31))
    assert (expected(late).start, expected(late).passed) == (date(2026, 10, 1), True)
    today = prospect(Stage.DEVELOPMENT, 36_000, milestone=Milestone.PILOT, milestone_on=TODAY)
    assert (expected(today).start, expected(today).passed) == (TODAY, False)
    assert not expected(GIMBAL).passed
    old = prospect(Stage.CONTACT, 36_000, stage_since=date(2024, 1, 31))
    assert (expected(old).start, expected(old).passed) == (date(2027, 4, 1), True)


def test_a_paused_or_ended_project_brings_nothing() -> None:
    paused = expected(prospect(Stage.PAUSED, 36_000))
    assert pieces(paused) == [0] * 12
    assert paused.months[0].volume == 3_000
    ended = expected(prospect(Stage.ENDED, 36_000))
    assert (ended.start, sum(each.volume for each in ended.months)) == (None, 0)


def test_a_domain_has_a_curve_by_policy_and_its_products_may_have_their_own() -> None:
    hot = [50, 50, 100, 150, 150, 150, 150, 100, 100, 100, 50, 50]
    curves = f"{{ of = '家电 · 空调', months = {hot} }}, {{ of = '消费电子', months = {hot[::-1]} }}"
    rules = policy.parse(f"[forecast]\ncurves = [{curves}]\n").forecast

    def first_three(domain: str) -> list[int]:
        found = prospect(Stage.PILOT, 24_000, domain=domain, stage_since=date(2026, 2, 1))
        return pieces(standard(found, (), TODAY, rules))[:3]

    assert first_three("家电 · 空调") == [2_100, 2_100, 2_100]
    assert first_three("消费电子 · 玩具") == [1_400, 1_400, 2_100]
    assert first_three("家电 · 冰箱") == [1_400] * 3


@pytest.mark.parametrize(
    ("curve", "why"),
    [
        (f"{{ of = '家电', months = {[100] * 11 + [200]} }}", "make 1200, not 1300"),
        (f"{{ of = '家电', months = {[100] * 11} }}", "curves"),
        (f"{{ of = '火箭', months = {[100] * 12} }}", "no product domain is called 火箭"),
        (", ".join([f"{{ of = '家电', months = {[100] * 12} }}"] * 2), "家电 stands here more than once"),
    ],
)
def test_a_curve_of_nothing_or_of_another_year_than_a_whole_one_is_refused(curve: str, why: str) -> None:
    with pytest.raises(PolicyError, match=why):
        policy.parse(f"[forecast]\ncurves = [{curve}]\n")


def test_the_naive_guess_is_that_the_last_three_months_go_on() -> None:
    sums = in_months((Ordered(date(2026, 1, 5), 5), Ordered(date(2026, 3, 5), 5), Ordered(date(2026, 4, 1), 100)))
    assert naive(sums, date(2026, 4, 20)) == Fraction(10, 3)
    assert naive({date(2026, 3, 1): -5}, TODAY) == 0


@pytest.mark.parametrize(("exact", "to_the_piece"), [("0.5", 1), ("1.49", 1), ("2.5", 3), ("0", 0)])
def test_halves_are_shown_upwards(exact: str, to_the_piece: int) -> None:
    assert shown(Fraction(exact)) == to_the_piece
