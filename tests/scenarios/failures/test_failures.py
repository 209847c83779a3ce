"""What failed for a reason that nobody foresaw is set aside, made known to the administrators, and tried again by them."""

from __future__ import annotations

from functools import partial

import pytest
from sqlalchemy import Connection, select, text

from storage.chat import inbox
from storage.tables.events import events
from tests.cast import Person, Scene, everywhere, wire

STAR = "深圳市星河联创电子有限公司"
OPENED = "没有合同"
FAILED = "这一步没有处理成功"


async def breaks(scene: Scene, *tables: str) -> None:
    for each in tables:
        await scene.db.transact(partial(_renamed, before=each, after=f"{each}_gone"))
    scene.tolerated.add("the step of an update")


async def mends(scene: Scene, *tables: str) -> None:
    for each in tables:
        await scene.db.transact(partial(_renamed, before=f"{each}_gone", after=each))


def _renamed(conn: Connection, before: str, after: str) -> None:
    conn.execute(text(f"ALTER TABLE {before} RENAME TO {after}"))


async def aside(scene: Scene) -> int:
    return (await scene.db.read(inbox.counts))[1]


@everywhere
async def test_an_administrator_is_told_and_tries_it_again(scene: Scene, sun: Person, admin: Person) -> None:
    await breaks(scene, "contracts")
    await sun.taps("渠道签约")
    sun.sees(FAILED)
    assert await aside(scene) == 1
    admin.sees("1 次用户操作处理失败", "[查看]")
    await admin.taps("查看")
    admin.sees("处理失败（1）", "点按 · 孙总（深圳南山电子）", "Error · storage/records/contracts.py:")
    await mends(scene, "contracts")
    await admin.taps("再试一次 1")
    admin.sees("已重新提交处理", "没有处理失败的操作或消息")
    sun.sees(OPENED)
    assert await aside(scene) == 0


async def test_what_fails_again_comes_back_to_the_list(scene: Scene, sun: Person, admin: Person) -> None:
    await breaks(scene, "contracts")
    await sun.taps("渠道签约")
    await admin.taps("查看")
    await admin.taps("再试一次 1")
    await admin.goes_home()
    await admin.taps("管理")
    await admin.taps("处理失败")
    admin.sees("处理失败（1）", "点按 · 孙总")
    await mends(scene, "contracts")
    await admin.taps("再试一次 1")


async def test_many_failures_are_told_in_one_word_every_quarter_of_an_hour(
    scene: Scene, sun: Person, admin: Person
) -> None:
    await breaks(scene, "contracts")
    for _ in range(3):
        await sun.taps("渠道签约")
    assert await aside(scene) == 3
    admin.sees("1 次用户操作处理失败")
    await scene.later(minutes=5)
    admin.sees_not("2 次用户操作处理失败")
    await scene.later(minutes=11)
    admin.sees("2 次用户操作处理失败")
    await admin.goes_home()
    await scene.later(minutes=20)
    admin.sees_not("次用户操作处理失败")
    await mends(scene, "contracts")
    await scene.brings(admin, "failures", {})
    for _ in range(3):
        await admin.taps("再试一次 1")
    admin.sees("没有处理失败的操作或消息")


@everywhere
async def test_a_failure_in_telling_costs_the_word_alone(scene: Scene, sun: Person, admin: Person) -> None:
    """The events can't be recorded: the update stays set aside, its person is told, and nobody tries to tell for ever."""
    await breaks(scene, "contracts", "events")
    scene.tolerated.add("nobody was told that update")
    await sun.taps("渠道签约")
    sun.sees(FAILED)
    assert await aside(scene) == 1
    await mends(scene, "contracts", "events")
    await scene.later(minutes=20)
    admin.sees_not("次用户操作处理失败")
    told = select(events.c.id).where(events.c.kind.in_(["UpdateSetAside", "FailuresTold"]))
    assert not await scene.db.read(lambda conn: conn.execute(told).all())
    await admin.taps("管理")
    await admin.taps("处理失败")
    admin.sees("处理失败（1）")
    await admin.taps("再试一次 1")
    sun.sees(OPENED)


@wire
async def test_a_dead_letter_is_sent_again(scene: Scene, li: Person, chen: Person, admin: Person) -> None:
    scene.tolerated.add("Dead letter")
    fault = {"kind": "error", "method": "sendMessage", "count": 1, "code": 400}
    scene.sandbox.faults.add({**fault, "description": f'Bad Request: can\'t parse "{STAR}"'}, chen.chat)
    await li.reports(STAR)
    chen.sees_not(STAR)
    await scene.brings(admin, "failures", {})
    admin.sees("处理失败（1）", "待发的卡片 · 陈经理（华南）", "400 Bad Request")
    admin.sees_not(STAR)
    await admin.taps("再试一次 1")
    await chen.approves(STAR)
    scene.sandbox.log._entries.clear()


@pytest.mark.parametrize("who", ["李明", "陈经理"])
async def test_nobody_else_has_the_list(scene: Scene, sun: Person, admin: Person, who: str) -> None:
    await breaks(scene, "contracts")
    await sun.taps("渠道签约")
    await mends(scene, "contracts")
    person = scene.person(who)
    await person.opens()
    await person.taps("更多")
    person.sees_not("处理失败")
    await scene.brings(person, "failures", {})
    person.sees("没有权限")
    assert await aside(scene) == 1
    await admin.taps("查看")
    await admin.taps("再试一次 1")
