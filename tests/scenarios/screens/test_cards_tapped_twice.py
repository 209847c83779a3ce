"""A button of a pushed card that opens a form, tapped twice, or again days later: one form, and no twin beside the ✅."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

import pytest

from tests.cast import Person, Scene, after
from tests.cast.customers import reported
from tests.scenarios.agencies.test_agency_files import asks_for_another_name
from tests.scenarios.registration.test_registration import BLUE, registers

STAR = "深圳市星河联创电子有限公司"
Laid = tuple[Person, str, str, str]
"""Whose card, its key, what it says, and the name of the form."""


async def _rejected_registration(scene: Scene) -> Laid:
    wu, chen = scene.add("吴总"), await _enters(scene, "陈经理")
    await registers(scene, wu)
    await chen.rejects(BLUE, "地址与执照不符")
    return wu, "重新填写", "注册被驳回", "register_agency"


async def _returned_registration(scene: Scene) -> Laid:
    wu, chen = scene.add("吴总"), await _enters(scene, "陈经理")
    await registers(scene, wu)
    await chen.returns(BLUE, "地址")
    return wu, "修改并交回", "退回", "register_agency"


async def _returned_report(scene: Scene) -> Laid:
    li, chen = await _enters(scene, "李明"), await _enters(scene, "陈经理")
    await li.reports(STAR)
    await chen.returns(STAR, "客户背景")
    return li, "修改并交回", "退回", "report_customer"


async def _refused_change(scene: Scene) -> Laid:
    sun, chen = await _enters(scene, "孙总"), await _enters(scene, "陈经理")
    await asks_for_another_name(sun)
    await chen.rejects("ZL-2026-00001", "与执照不符")
    return sun, "修改后再提交", "资料变更未通过", "correct_agency"


async def _asked_to_decide(scene: Scene) -> Laid:
    li, chen = await _enters(scene, "李明"), await _enters(scene, "陈经理")
    await li.reports(STAR)
    return chen, "驳回", STAR, "reject_request"


async def _enters(scene: Scene, name: str) -> Person:
    person = scene.person(name)
    await person.opens()
    return person


async def _open(scene: Scene, person: Person, form: str) -> int:
    """How many of it lie on each other, the topmost on the screen."""
    stack = (await scene.talk(person)).stack
    assert stack[-1].dialog == form
    return sum(each.dialog == form for each in stack)


@pytest.mark.parametrize(
    "lays", [_rejected_registration, _returned_registration, _returned_report, _refused_change, _asked_to_decide]
)
async def test_it_opens_one_form(scene: Scene, lays: Callable[[Scene], Awaitable[Laid]]) -> None:
    person, key, card, form = await lays(scene)
    button = person.button(key, on=card)
    await person.presses(button, times=2)
    assert await _open(scene, person, form) == 1
    await person.presses(button)
    assert await _open(scene, person, form) == 1
    assert len(person.buttons) > 1


@after(reported)
async def test_what_was_written_meanwhile_stays_and_nothing_comes_up_after_it(
    scene: Scene, li: Person, chen: Person
) -> None:
    await chen.returns(STAR, "客户背景")
    await li.taps("修改并交回", on="退回")
    await li.says("原厂直供转渠道")
    await li.taps("修改并交回", on="退回")
    li.sees("原厂直供转渠道", "[提交]")
    await li.taps("提交")
    li.sees("✅ 已交回 BB-2026-00001")
    li.sees_not("原厂直供转渠道", "[提交]")
    assert await _open(scene, li, "report_customer") == 1


@after(reported)
async def test_it_goes_on_where_something_else_lies_upon_it(scene: Scene, li: Person, chen: Person) -> None:
    await chen.returns(STAR, "客户背景")
    await li.taps("修改并交回", on="退回")
    await li.says("原厂直供转渠道")
    await li.says("/help")
    await li.taps("修改并交回", on="退回")
    li.sees("原厂直供转渠道", "[提交]")
    assert await _open(scene, li, "report_customer") == 1
