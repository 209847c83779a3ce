"""我的项目: whose projects are listed, how they are narrowed and counted (docs/follow-ups.md)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from domain.base.stage import Stage
from domain.follow_ups import writing
from domain.people.records import AccountType
from domain.projects import views as project_lists
from domain.projects.records import ProjectGrouping, ProjectItem
from domain.projects.views import Narrowed, When
from tests.rules.office import Office
from tests.rules.orders.test_orders import STAR, item
from tests.rules.protection.test_losing import gives_up

LAMP = replace(
    item("应急灯驱动", "CH32V003"), domain="照明 · 智能灯", stage=Stage.SELECTION, due="2026-12-10", yearly=90_000
)
FAN = replace(item("吊扇", "STM8S003"), stage=Stage.CONTACT, due="2027-03")


async def tells(office: Office, who: str, customer: int, *projects: ProjectItem) -> None:
    report = writing.WriteFollowUp(customer=customer, dynamics="按计划推进", projects=projects)
    await office.does(who, lambda work: writing.write(work, report))


@pytest.fixture
async def market(office: Office) -> dict[str, int]:
    """李明: 应急灯驱动, 吊扇; 张磊 of the same agency: 吊扇; 王芳 of another one: 变频空调主控."""
    found = {}
    for who, name, projects in (
        ("李明", STAR, (LAMP, FAN)),
        ("张磊", "佛山市启明电机有限公司", (FAN,)),
        ("王芳", "广州宏图智能科技有限公司", (replace(item(), stage=Stage.CONTACT),)),
    ):
        found[who] = await office.holds(who, name)
        await tells(office, who, found[who], *projects)
    return found


async def listed(office: Office, who: str, **wanted: object) -> list[tuple[str, str]]:
    narrowed = Narrowed(**wanted)  # type: ignore[arg-type]
    rows, total = await office.does(who, lambda work: project_lists.projects(work, narrowed, 0, 50))
    assert total == len(rows)
    return [(each.project.name, each.person) for each in rows]


@pytest.mark.pg
async def test_where_more_are_asked_for_than_are_counted_the_order_is_the_same(
    office: Office, market: dict[str, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    await tells(office, "张磊", market["张磊"], replace(LAMP, name="暂停的", stage=Stage.PAUSED))
    office.day("2027-12-01")
    asked = [Narrowed(), Narrowed(when=When.SILENT), Narrowed(text="启明"), Narrowed(stage=Stage.PAUSED)]

    async def pages(wanted: Narrowed) -> list[int]:
        read = [
            (await office.does("管理员", lambda work, at=at: project_lists.projects(work, wanted, at, 2)))[0]  # type: ignore[misc]
            for at in (0, 2, 4)
        ]
        return [int(each.project.id) for page in read for each in page]

    before = [await pages(each) for each in asked]
    assert [len(each) for each in before] == [5, 5, 2, 1]
    monkeypatch.setattr("storage.records.project_lists.COUNTED", 0)  # a few stand for ten thousand
    assert [await pages(each) for each in asked] == before


@pytest.mark.pg
async def test_each_sees_those_within_reach_the_nearest_milestone_in_front(
    office: Office, market: dict[str, int]
) -> None:
    mine = [("应急灯驱动", "李明"), ("吊扇", "李明")]
    assert await listed(office, "李明") == mine
    assert await listed(office, "孙总") == [*mine, ("吊扇", "张磊")]
    assert await listed(office, "王芳") == [("变频空调主控", "王芳")]
    for who in ("陈经理", "管理员"):
        assert len(await listed(office, who)) == 4
    await office.colleague("赵工", "深圳南山电子", AccountType.ENGINEER)
    assert await listed(office, "赵工") == []
    engineers = writing.AssignEngineers(customer=market["李明"], engineers=(office.ids["赵工"],))
    await office.does("李明", lambda work: writing.assign(work, engineers))
    assert await listed(office, "赵工") == mine


@pytest.mark.pg
async def test_it_is_narrowed_by_all_that_a_project_has(office: Office, market: dict[str, int]) -> None:
    for wanted, names in (
        ({"stage": Stage.SELECTION}, ["应急灯驱动"]),
        ({"domain": "照明"}, ["应急灯驱动"]),
        ({"model": "stm8 s003"}, ["吊扇", "吊扇"]),
        ({"person": office.ids["张磊"]}, ["吊扇"]),
        ({"text": "yjd"}, ["应急灯驱动"]),
        ({"text": "启明 吊扇"}, ["吊扇"]),
        ({"text": "STM8S"}, ["吊扇", "吊扇"]),
        ({"text": "！"}, []),
        ({"when": When.NEAR}, ["应急灯驱动"]),
        ({"when": When.PASSED}, []),
        ({"when": When.SILENT}, []),
    ):
        assert [name for name, _ in await listed(office, "孙总", **wanted)] == names, wanted
    office.day("2027-01-21")
    assert len(await listed(office, "孙总", when=When.SILENT)) == 0
    office.day("2027-01-22")
    assert len(await listed(office, "孙总", when=When.SILENT)) == 3
    assert await listed(office, "孙总", when=When.PASSED) == [("应急灯驱动", "李明")]
    await tells(office, "李明", market["李明"], replace(LAMP, due="2027-06"))
    assert await listed(office, "李明", when=When.SILENT) == [("吊扇", "李明")]
    assert await listed(office, "李明", when=When.PASSED) == []


@pytest.mark.pg
async def test_they_are_counted_by_stage_and_domain_by_person_and_agency(
    office: Office, market: dict[str, int]
) -> None:
    table = await office.does("陈经理", project_lists.table)
    assert sorted(table) == [
        (Stage.CONTACT, "家电", 3),
        (Stage.SELECTION, "照明", 1),
    ]

    async def grouped(who: str, by: ProjectGrouping) -> list[tuple[str, int]]:
        found, total = await office.does(who, lambda work: project_lists.grouped(work, by, 0, 20))
        assert total == len(found)
        return [(name, count) for _, name, count in found]

    assert await grouped("陈经理", ProjectGrouping.AGENCY) == [("深圳南山电子", 3), ("广州天河微电", 1)]
    assert await grouped("孙总", ProjectGrouping.PERSON) == [("李明", 2), ("张磊", 1)]
    assert await grouped("孙总", ProjectGrouping.MODEL) == [("stm8s003", 2), ("ch32v003", 1)]


async def test_what_is_held_by_nobody_is_nobodys_work(office: Office, market: dict[str, int]) -> None:
    await gives_up(office, market["李明"])
    assert await listed(office, "李明") == []
    assert len(await listed(office, "管理员")) == 2
