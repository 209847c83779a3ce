"""资料下载: who may publish for whom, who finds and fetches it, as he is when he looks."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from domain.announcements import announcing
from domain.base.errors import NotAllowed, NotFound
from domain.base.written import KeptFile
from domain.people.records import AccountType, AgencyState
from domain.publications import publishing
from domain.publications import views as publication_views
from tests.rules.leaving.test_handing_over import becomes
from tests.rules.office import Office

FILE = KeptFile("a" * 64, "价格表.xlsx", "application/vnd.openxmlformats", 1000)


async def publishes(office: Office, who: str = "陈经理", **more: object) -> int:
    command = replace(publishing.Publish(heading="价格表", content=FILE), **more)  # type: ignore[arg-type]
    return await office.does(who, lambda work: int(publishing.publish(work, command).id))


async def finds(office: Office, who: str, text: str = "") -> list[int]:
    found = await office.does(who, lambda work: publication_views.for_me(work, text, 0, 9))
    return [int(each.publication.id) for each in found[0]]


async def fetches(office: Office, who: str, publication: int) -> None:
    await office.does(who, lambda work: publishing.fetch(work, publishing.FetchPublication(publication=publication)))


async def test_only_who_may_announce_publishes_and_only_within_his_reach(office: Office) -> None:
    for other in ("李明", "孙总"):
        with pytest.raises(NotAllowed):
            await publishes(office, other)
    units = await office.does("管理员", announcing.units)
    elsewhere = next(int(unit.id) for unit in units if unit.name != "华南")
    with pytest.raises(NotFound):
        await publishes(office, units=(elsewhere,))
    with pytest.raises(NotFound):
        await publishes(office, agencies=(999,))
    theirs = await publishes(office, "管理员", units=(elsewhere,))
    assert await finds(office, "李明") == []
    assert await finds(office, "陈经理") == []
    with pytest.raises(NotFound):
        await fetches(office, "李明", theirs)
    mine = await publishes(office)
    assert await finds(office, "李明") == [mine]


async def test_who_finds_it_is_asked_when_he_looks(office: Office) -> None:
    made = await publishes(office, types=(AccountType.SALESPERSON,))
    assert await finds(office, "孙总") == []
    await office.colleague("何业务", "深圳南山电子")
    assert await finds(office, "何业务") == [made]
    assert await finds(office, "李明", "价格 表") == [made]
    assert await finds(office, "李明", "手册") == []
    await becomes(office, AgencyState.ENDED)
    assert await finds(office, "李明") == []
    with pytest.raises(NotFound):
        await fetches(office, "李明", made)


async def test_it_is_there_until_the_end_of_its_last_day(office: Office) -> None:
    made = await publishes(office, valid_until=date(2026, 11, 25))
    office.day("2026-11-25", "23:59")
    assert await finds(office, "李明") == [made]
    office.day("2026-11-26", "00:01")
    assert await finds(office, "李明") == []
    with pytest.raises(publishing.OutOfDate):
        await fetches(office, "李明", made)


async def test_who_fetched_it_is_counted_once_and_its_author_not_at_all(office: Office) -> None:
    made = await publishes(office)
    for who in ("李明", "李明", "陈经理", "管理员", "王芳"):
        await fetches(office, who, made)
    names, total = await office.does("陈经理", lambda work: publication_views.fetchers(work, made, 0, 9))
    assert (total, {(each.name, each.company) for each in names}) == (
        2,
        {("李明", "深圳南山电子"), ("王芳", "广州天河微电")},
    )
    for other in ("李明", "刘经理"):
        with pytest.raises(NotFound):
            await office.does(other, lambda work: publication_views.fetchers(work, made, 0, 9))


async def test_only_its_author_and_administrators_take_it_down_or_replace_it(office: Office) -> None:
    made = await publishes(office)
    away = publishing.WithdrawPublication(publication=made)
    for other in ("李明", "刘经理"):
        with pytest.raises(NotFound):
            await office.does(other, lambda work: publishing.withdraw(work, away))
    with pytest.raises(NotFound):
        await publishes(office, "刘经理", replaces=made)
    newer = await publishes(office, replaces=made)
    assert await finds(office, "李明") == [newer]
    await office.does("管理员", lambda work: publishing.withdraw(work, replace(away, publication=newer)))
    assert await finds(office, "李明") == []


async def test_it_is_announced_to_whoever_is_there_and_nobody_being_there_keeps_it_from_nobody(office: Office) -> None:
    made = await publishes(office, types=(AccountType.ENGINEER,))
    assert await office.does(None, lambda work: work.announcements.waiting()) == []
    await office.colleague("赵工", "深圳南山电子", AccountType.ENGINEER)
    assert await finds(office, "赵工") == [made]
    await publishes(office)
    (announcement,) = await office.does(None, lambda work: work.announcements.waiting())
    found = await office.does(None, lambda work: work.announcements.get(announcement))
    assert found.publication == made + 1
