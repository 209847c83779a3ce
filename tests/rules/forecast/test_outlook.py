"""订单预期 as it is read: the worked example over the desk, who sees which part of it, what a snapshot says beside it, where
expectations and orders don't fit (docs/forecast.md)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from domain.base.errors import NotAllowed
from domain.base.stage import Stage
from domain.forecast import accuracy_views, gaps, outlook
from domain.forecast.asking import OutlookGrouping, OutlookQuestion
from domain.forecast.gaps import GapKind
from domain.forecast.outlook import Outlook
from domain.forecast.records import Layer, shown
from domain.people.records import AccountType
from domain.projects.records import Milestone, ProjectItem
from domain.statistics.records import Only, SalesGrouping
from domain.statistics.spans import Span
from notifications.jobs.working import Runner
from tests.rules.forecast.test_freezing import passes, works
from tests.rules.office import Office
from tests.rules.orders.test_orders import STAR, item, logs, star
from tests.rules.projects.test_project_lists import tells

__all__ = ["star", "works"]
GIMBAL = replace(item("云台电机", "BAT32G135"), yearly=120_000, due="2027-01-15", domain="消费电子 · 无人机")
PUMP = replace(item("水泵驱动", "CMS8S6990"), stage=Stage.PILOT, yearly=60_000, due="2027-06", domain="电机控制 · 水泵")
COOLER = replace(item(), stage=Stage.DEVELOPMENT, yearly=36_000, milestone=Milestone.SAMPLE, due="2027-03-20")
APRIL = Span(date(2027, 4, 1), 6)


@pytest.fixture
async def example(office: Office) -> int:
    """The worked example, a year later: told on the 11th of March, looked at on the 1st of April."""
    office.day("2027-03-11")
    customer = await office.holds("李明", STAR)
    await tells(office, "李明", customer, GIMBAL, PUMP, COOLER)
    office.day("2027-04-01", "00:00")
    return customer


async def looks(office: Office, who: str, **asked: object) -> Outlook:
    question = OutlookQuestion(**{"span": APRIL, **asked})  # type: ignore[arg-type]
    return await office.does(who, lambda work: outlook.outlook(work, question))


@pytest.mark.pg
async def test_the_worked_example_is_read_to_the_piece_by_month_quarter_and_layer(office: Office, example: int) -> None:
    found = await looks(office, "孙总", grouping=OutlookGrouping.MONTH)
    assert [shown(each.sum.standard) for each in found.groups] == [9_500, 9_500, 13_000, 13_000, 13_000, 13_700]
    found = await looks(office, "孙总", grouping=OutlookGrouping.QUARTER)
    assert [shown(each.sum.standard) for each in found.groups] == [32_000, 39_700]
    assert {layer: shown(one.standard) for layer, one in found.layers.items()} == {
        Layer.RAMP: 71_000,
        Layer.PIPELINE: 700,
    }
    assert (len(found.total.projects), found.learned, found.total.amount) == (3, False, None)
    projects = await looks(office, "孙总", grouping=OutlookGrouping.PROJECT)
    assert [(each.name, each.start) for each in projects.groups] == [
        ("云台电机", date(2027, 1, 15)),
        ("水泵驱动", date(2027, 6, 1)),
        ("变频空调主控", date(2027, 9, 11)),
    ]
    pump = await looks(office, "孙总", grouping=OutlookGrouping.PROJECT, only=Only(domain="电机控制"))
    assert [each.name for each in pump.groups] == ["水泵驱动"]
    layer = await looks(office, "孙总", grouping=OutlookGrouping.MODEL, layer=Layer.PIPELINE)
    assert [each.name for each in layer.groups] == ["BAT32G139"]


async def test_each_role_reads_what_it_may_see_and_groups_it_as_it_may(office: Office, example: int) -> None:
    await office.colleague("周助理", "深圳南山电子", AccountType.ASSISTANT)
    await office.colleague("赵工", "深圳南山电子", AccountType.ENGINEER)
    for who, there in (("李明", True), ("张磊", False), ("王芳", False), ("陈经理", True), ("管理员", True)):
        assert bool((await looks(office, who)).groups) is there
    for who in ("周助理", "赵工"):
        with pytest.raises(NotAllowed):
            await looks(office, who)
    mine = await office.does("李明", outlook.groupings)
    assert {OutlookGrouping.AGENCY, OutlookGrouping.UNIT}.isdisjoint(mine)
    assert OutlookGrouping.UNIT in await office.does("管理员", outlook.groupings)
    assert OutlookGrouping.UNIT not in await office.does("陈经理", outlook.groupings)
    asked = await looks(office, "李明", grouping=OutlookGrouping.UNIT)
    assert asked.question.grouping is OutlookGrouping.MODEL
    with pytest.raises(NotAllowed):
        await office.does("李明", lambda work: accuracy_views.accuracy(work, 1, SalesGrouping.PERSON))


async def test_months_that_are_past_or_too_far_give_way_to_those_that_are_forecast(
    office: Office, example: int
) -> None:
    past = await looks(office, "孙总", span=Span(date(2026, 1, 1), 60))
    assert past.question.span == Span(date(2027, 4, 1), 12)
    far = await looks(office, "孙总", span=Span(date(2040, 1, 1), 3))
    assert far.question.span == Span(date(2028, 3, 1), 1)


@pytest.mark.pg
async def test_what_was_frozen_stands_beside_todays_less_what_was_ordered_since(
    office: Office, star: int, works: Runner
) -> None:
    await passes(office, works, "2026-12-01")
    office.day("2026-12-10")
    await logs(office, "周助理", star, "2026-12-10", quantity=4_000)
    await tells(office, "李明", star, replace(PUMP, due="2026-12-01"))
    found = await looks(office, "孙总", span=Span(date(2026, 12, 1), 2), grouping=OutlookGrouping.MONTH)
    assert found.frozen == date(2026, 12, 1)
    assert [round(each.sum.calibrated) for each in found.groups] == [5_500, 9_500]
    models = await looks(office, "孙总", span=Span(date(2027, 2, 1), 1))
    assert {each.name: round(each.sum.calibrated) for each in models.groups} == {"BAT32G139": 9_500, "CMS8S6990": 2_375}


async def test_an_amount_is_at_the_mean_price_of_the_last_three_months_or_isnt_told(office: Office, star: int) -> None:
    office.day("2026-12-10")
    await logs(office, "周助理", star, "2026-12-10", quantity=4_000)
    office.day("2027-01-02")
    found = await looks(office, "孙总", span=Span(date(2027, 2, 1), 1))
    assert (shown(found.total.standard), found.total.amount) == (9_500, Decimal("30400.0000"))
    office.day("2027-05-02")
    assert (await looks(office, "孙总", span=Span(date(2027, 6, 1), 1))).total.amount in (None, Decimal(0))


def told(name: str, **changes: object) -> ProjectItem:
    return replace(item(name, f"X{name}"), **changes)  # type: ignore[arg-type]


@pytest.mark.pg
async def test_gaps_are_where_expectation_and_orders_dont_fit(office: Office, star: int) -> None:
    late = told("样机", stage=Stage.DEVELOPMENT, milestone=Milestone.SAMPLE, due="2026-12-20", yearly=9_000)
    await tells(office, "李明", star, late)
    office.day("2026-12-31")
    await logs(office, "周助理", star, "2026-12-31", quantity=1_000)

    async def kinds(day: str) -> list[tuple[GapKind, str, int | None]]:
        office.day(day)
        found = await office.does("孙总", gaps.gaps)
        return [(each.kind, each.prospect.name, each.days) for each in found]

    assert await kinds("2027-01-10") == [(GapKind.PASSED, "样机", 21)]
    office.day("2027-03-20")
    await logs(office, "周助理", star, "2027-03-20", quantity=1_000)
    assert await kinds("2027-04-02") == [(GapKind.BEHIND, "变频空调主控", 3), (GapKind.PASSED, "样机", 103)]
    assert await kinds("2027-05-19") == [(GapKind.SILENT, "变频空调主控", 60), (GapKind.PASSED, "样机", 150)]
    assert {(kind, name) for kind, name, _ in await kinds("2027-06-30")} >= {
        (GapKind.UNREVISED, "变频空调主控"),
        (GapKind.UNREVISED, "样机"),
    }


async def test_more_projects_than_can_be_waited_for_are_not_reckoned(
    office: Office, example: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(outlook, "MOST_PROJECTS", 2)
    with pytest.raises(outlook.TooManyProjects):
        await looks(office, "管理员")
    narrower = await office.does("管理员", outlook.narrower)
    assert [(name, count) for _, name, count in narrower] == [("深圳南山电子", 3)]
    assert list(await office.does("孙总", outlook.narrower)) == []
