"""校准 (docs/forecast.md): what is learned of frozen history, and when it is used."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

import pytest

from domain.base import policy
from domain.base.calendar import add_months
from domain.base.stage import Stage
from domain.forecast import holiday, season
from domain.forecast.accuracy import Accuracy, score
from domain.forecast.choosing import Measured, Method, chosen, level, track
from domain.forecast.knowledge import Buying, Case, Known, ProjectSale
from domain.forecast.learning import Honesty, conversion, honesty
from domain.forecast.records import Ordered, Prospect
from domain.forecast.rhythm import due, gap_of
from domain.forecast.snapshot import measure, snapshot

TODAY = date(2026, 4, 1)
RULES = policy.default().forecast


def prospect(number: int = 1, **more: object) -> Prospect:
    told: dict[str, object] = {
        "id": number, "customer_id": number, "agency_id": 1, "unit_id": 1, "contact_id": 1, "domain": "家电 · 空调", "model": "m",
        "stage": Stage.PRODUCTION, "stage_since": date(2024, 1, 1), "produced_since": date(2024, 1, 1), "told_on": TODAY,
        "yearly": 12_000,
    }  # fmt: skip
    return Prospect(**{**told, **more})  # type: ignore[arg-type]


def monthly(project: int, pieces: int, since: date = date(2025, 1, 5), months: int = 15) -> list[ProjectSale]:
    return [ProjectSale(project, "m", 1, add_months(since, at), pieces) for at in range(months)]


def known(prospects: Iterable[Prospect], sales: Iterable[ProjectSale] = (), cases: Iterable[Case] = ()) -> Known:
    return Known(day=TODAY, prospects=list(prospects), sales=list(sales), cases=list(cases))


def measured(method: Method, missed: float, *, horizon: int = 1, months: int = 6, said: float = 100) -> list[Measured]:
    origins = [add_months(date(2025, 1, 1), at) for at in range(months)]
    return [Measured(origin, horizon, method, Accuracy(missed, said, 100), said) for origin in origins]


# rates


def test_a_salesperson_who_sees_twice_what_comes_is_believed_by_half_the_more_cases_there_are() -> None:
    people = [prospect(number, contact_id=7) for number in range(1, 41)] + [prospect(99, contact_id=8)]
    sales = [sale for each in people[:40] for sale in monthly(each.id, 500)] + monthly(99, 2_000)
    honest = honesty(known(people, sales))
    assert honest.of(7) == pytest.approx(0.5, abs=0.05)
    assert honest.of(7) < honest.of(8) < 2, "one project of his is little to go by"
    assert honest.of(12345) == honest.whole


def test_a_slip_of_ten_times_in_an_expectation_is_no_evidence() -> None:
    people = [prospect(1), prospect(2, yearly=1_200_000)]
    both = honesty(known(people, [*monthly(1, 1_000), *monthly(2, 1_000)]))
    assert both.whole == honesty(known(people[:1], monthly(1, 1_000))).whole


def test_conversion_is_the_policys_until_cases_say_otherwise() -> None:
    honest = Honesty(1.0)
    nothing = conversion(known([]), honest, RULES)
    assert nothing[Stage.PILOT][11] == pytest.approx(0.70 * 0.3)
    months = [add_months(TODAY, -at) for at in range(1, 13)]
    never = [Case(month, number, Stage.PILOT, 12_000, 1) for month in months for number in range(100)]
    assert conversion(known([], cases=never), honest, RULES)[Stage.PILOT][0] < 0.01
    few = conversion(known([], cases=never[:20]), honest, RULES)[Stage.PILOT][0]
    assert few == pytest.approx(nothing[Stage.PILOT][0] / 2), "twenty cases weigh as much as the policy"


# rhythm


def test_a_project_that_orders_like_clockwork_is_due_when_its_gap_is_over() -> None:
    regular = Buying.of(Ordered(add_months(date(2024, 12, 15), 3 * at), 6_000) for at in range(5))
    centre, spread = gap_of(regular, math.log(1.3))
    assert math.exp(centre) == pytest.approx(3, rel=0.2)
    soon, _ = due(centre, spread, 2.6)
    later, _ = due(centre, spread, 0.2)
    assert soon[0] > 0.5 > 0.1 > later[0]
    assert later[2] > later[0]


def test_who_hasnt_ordered_for_many_gaps_has_stopped() -> None:
    alive, gone = due(0.0, 0.4, 0.5), due(0.0, 0.4, 6.0)
    assert alive[1] > 0.9 > 0.01 > gone[1]
    assert sum(gone[0]) < 0.1
    assert len(alive[0]) == 12


def test_orders_of_one_day_and_what_came_back_are_one_order() -> None:
    found = Buying.of([Ordered(date(2026, 1, 5), 10), Ordered(date(2026, 1, 6), 5), Ordered(date(2026, 2, 1), -3)])
    assert found.orders == [(date(2026, 1, 5), 12)]
    assert found.months == {date(2026, 1, 1): 15, date(2026, 2, 1): -3}


def test_whoever_has_a_customer_now_learns_nothing_of_what_another_agency_sold_it() -> None:
    sold = [*monthly(1, 500), ProjectSale(1, "m", 2, date(2026, 3, 5), 90_000)]
    assert known([prospect(1)], sold).buying[1].months[date(2026, 3, 1)] == 500
    assert known([prospect(1, agency_id=2)], sold).buying[1].months == {date(2026, 3, 1): 90_000}


# season


def test_a_products_season_is_learned_from_its_own_orders_and_noise_is_none() -> None:
    def sales(number: int, strength: float) -> list[ProjectSale]:
        months = [add_months(date(2023, 4, 1), at) for at in range(36)]
        return [
            ProjectSale(
                number, "m", 1, month, round(1000 * math.exp(strength * math.cos((month.month - 6) * math.pi / 6)))
            )
            for month in months
        ]

    people = [prospect(number) for number in range(1, 9)] + [prospect(9, domain="照明")]
    found = season.learned(known(people, [sale for each in people for sale in sales(each.id, 0.5)]))
    assert found.factor("家电 · 空调", date(2026, 6, 1)) > 1.3
    assert found.factor("家电 · 空调", date(2026, 12, 1)) < 0.75
    assert found.factor("电机控制", date(2026, 6, 1)) == 1


def test_spring_festival_moves_orders_and_loses_none() -> None:
    winter = [date(2025, 12, 1), *(date(2026, month, 1) for month in range(1, 5))]
    days = [(add_months(month, 1) - month).days for month in winter]
    ordered = [holiday.opening(month) * many for month, many in zip(winter, days, strict=True)]
    assert sum(ordered) == pytest.approx(sum(days))
    assert holiday.opening(date(2026, 2, 1)) < 0.8
    assert holiday.opening(date(2026, 1, 1)) > 1
    assert holiday.opening(date(2026, 7, 1)) == 1
    assert holiday.opening(date(2090, 2, 1)) == 1, "nobody has published that year's days"


# which method


def test_a_method_is_chosen_for_what_it_missed_and_ties_go_to_the_simpler() -> None:
    past = [each for method in Method for each in measured(method, 20 if method is Method.RHYTHM else 30)]
    assert chosen(track(past)) == dict.fromkeys(range(1, 13), Method.RHYTHM)
    even = [each for method in Method for each in measured(method, 30)]
    assert chosen(track(even)) == dict.fromkeys(range(1, 13), Method.NAIVE)


def test_five_months_are_too_few_and_an_unmeasured_horizon_goes_by_the_one_before_it() -> None:
    few = [each for method in Method for each in measured(method, 30, months=5)]
    assert chosen(track(few)) is None
    longer = [each for method in Method for each in measured(method, 40 - len(method.value), horizon=2)]
    one = [each for method in Method for each in measured(method, 30)]
    found = chosen(track([*longer, *one]))
    assert found is not None
    assert (found[1], found[2], found[3], found[12]) == (Method.NAIVE, found[2], found[2], found[2])


def test_a_learned_method_is_brought_to_its_level_and_a_naive_one_never() -> None:
    past = track([*measured(Method.RHYTHM, 30, said=80, months=12), *measured(Method.NAIVE, 30, said=80, months=12)])
    assert 1.15 < level(past, Method.RHYTHM, 1) < 1.25
    assert level(past, Method.NAIVE, 1) == 1
    assert level(track(measured(Method.RHYTHM, 30, said=80, months=2)), Method.RHYTHM, 1) == 1
    assert level(track(measured(Method.RHYTHM, 30, said=1, months=12)), Method.RHYTHM, 1) <= 1.5


# a snapshot


def test_before_there_are_months_and_cases_enough_calibrated_says_what_standard_says() -> None:
    people = [prospect(number) for number in range(1, 41)]
    sales = [sale for each in people for sale in monthly(each.id, 500)]
    past = track(each for method in Method for each in measured(method, 20 if method is Method.RHYTHM else 30))
    young = snapshot(known(people, sales), RULES, past)
    assert young.methods is None
    said = young.cells["m", 1]
    assert young.calibrated(said) == said[Method.STANDARD]
    enough = known(people, sales)
    enough.frozen_months, enough.frozen_projects = 12, 30
    grown = snapshot(enough, RULES, past)
    assert grown.methods == (Method.RHYTHM,) * 12
    assert grown.calibrated(said) == said[Method.RHYTHM]
    assert snapshot(enough, RULES, {}).methods is None
    enough.frozen_projects = 29
    assert snapshot(enough, RULES, past).methods is None


def test_the_naive_mean_of_a_cell_knows_orders_of_no_project_and_of_those_that_ended() -> None:
    ended = replace(prospect(2), stage=Stage.ENDED)
    sales = [
        *monthly(1, 300),
        *monthly(2, 600),
        ProjectSale(None, "m", 1, date(2026, 3, 9), 90),
        ProjectSale(None, "x", 2, TODAY - timedelta(9), 30),
    ]
    found = snapshot(known([prospect(1), ended], sales), RULES, {})
    assert found.cells["m", 1][Method.NAIVE] == pytest.approx((930.0,) * 12)
    assert found.cells["x", 2][Method.NAIVE] == pytest.approx((10.0,) * 12)
    assert [each.prospect.id for each in found.projects] == [1]
    assert found.projects[0].bought


def test_every_method_of_a_snapshot_is_measured_when_its_month_has_closed() -> None:
    found = snapshot(known([prospect(1)], monthly(1, 300)), RULES, {})
    results = {each.method: each.score for each in measure(TODAY, 1, found.cells, found.levels, {("m", 1): 300})}
    assert results[Method.NAIVE] == Accuracy(0, 300, 300)
    assert set(results) == set(Method)


# accuracy


def test_wape_bias_and_gain_and_what_cannot_be_said() -> None:
    found = score({("a", 1): 80, ("b", 1): 20}, {("a", 1): 100, ("c", 1): 60, ("d", 1): -40})
    assert found == Accuracy(missed=100, forecast=100, ordered=160)
    assert (found.wape, found.bias) == (0.625, -0.375)
    assert found.gain(Accuracy(200, 100, 160)) == 0.5
    nothing = score({("a", 1): 80}, {("a", 1): -10})
    assert (nothing.wape, nothing.bias, nothing.gain(Accuracy(1, 1, 0))) == (None, None, None)
    assert found.gain(Accuracy(0, 160, 160)) is None
