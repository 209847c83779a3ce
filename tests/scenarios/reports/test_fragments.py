"""白桦电动: a name that says neither its legal form nor what kind of body it is. Asked about once, and told nothing of by it."""

from __future__ import annotations

import pytest

from domain.base.policy.model import Quota
from domain.base.rights import EVERYTHING
from domain.reports.conflict import CustomerChecked
from tests.cast import Person, Scene

FULL, FRAGMENT = "苏州市白桦电动工具有限公司", "白桦电动"
LIKE_A_SHORT_NAME = f"“{FRAGMENT}”像是简称"


async def checks(scene: Scene) -> int:
    return len(await scene.lays(lambda work: work.events.of_kind(CustomerChecked, EVERYTHING, 0, 100)))


async def asks(person: Person, name: str) -> None:
    await person.goes_home()
    await person.taps("报备客户")
    await person.says(name)


async def test_it_is_completed(scene: Scene, li: Person) -> None:
    await asks(li, FRAGMENT)
    li.sees(LIKE_A_SHORT_NAME, "尚未查询，不占次数", "[执照上就是这样]", "[补全名称]")
    assert await checks(scene) == 0
    await li.taps("补全名称")
    li.sees("客户名称")
    await li.says(FULL)
    li.sees("统一社会信用代码")
    li.sees_not("像是简称")
    assert await checks(scene) == 1


async def test_it_stands_so_on_the_licence(scene: Scene, li: Person, chen: Person) -> None:
    await asks(li, FRAGMENT)
    await li.taps("执照上就是这样")
    assert await checks(scene) == 1
    await li.fills_report()
    li.sees("已提交")
    chen.finds(FRAGMENT, "⚠ 无法律形式")


async def test_the_question_is_the_same_whoever_holds_it_and_whether_anybody_does(
    scene: Scene, li: Person, wang: Person, chen: Person
) -> None:
    await asks(wang, FRAGMENT)
    unknown = wang.screen
    await wang.taps("暂存草稿")
    await asks(li, FRAGMENT)
    await li.taps("执照上就是这样")
    await li.fills_report()
    before = await checks(scene)
    await asks(wang, FRAGMENT)
    assert wang.screen == unknown  # pending
    await chen.approves(FRAGMENT)
    await asks(wang, FRAGMENT)
    assert wang.screen == unknown  # protected
    assert await checks(scene) == before
    await wang.taps("执照上就是这样")
    wang.sees("暂不可报备")
    assert await checks(scene) == before + 1


async def test_what_the_own_side_knows_by_that_name_is_not_asked_about(li: Person, sun: Person, chen: Person) -> None:
    await asks(li, FRAGMENT)
    await li.taps("执照上就是这样")
    await li.fills_report()
    await asks(sun, FRAGMENT)
    sun.sees("本公司 李明 已提交")
    sun.sees_not("像是简称")


async def test_a_check_that_is_used_up_is_told_when_it_is_asked_for(scene: Scene, li: Person) -> None:
    scene.policy(report={"checks_a_day": Quota(person=1, agency=30)})
    await asks(li, FULL)
    await asks(li, FRAGMENT)
    li.sees(LIKE_A_SHORT_NAME)
    await li.taps("执照上就是这样")
    li.sees("今日查询次数已用完")


@pytest.mark.parametrize(
    "name", ["白桦电动厂", "白桦合作社", "Birch Tools Inc.", "BIRCH CO., LTD", "株式会社白桦", "苏州白桦大学"]
)
async def test_a_name_that_says_what_it_is_is_not_asked_about(li: Person, name: str) -> None:
    await asks(li, name)
    li.sees_not("像是简称")
    li.sees("统一社会信用代码")


async def test_a_code_in_the_same_message_says_enough(li: Person) -> None:
    await asks(li, f"客户名称：{FRAGMENT}\n统一社会信用代码：91440300708461136T")
    li.sees_not("像是简称")


async def test_nobody_gets_round_the_question(scene: Scene, li: Person) -> None:
    """Neither by a draft, nor by a tap on a key of an older screen, nor by a text in between."""
    await asks(li, FRAGMENT)
    older = li.button("暂存草稿")
    await li.taps("暂存草稿")
    await li.presses(older)
    await li.goes_home()
    await li.taps("更多")
    await li.taps("草稿")
    await li.taps("1")
    li.sees(LIKE_A_SHORT_NAME)
    await li.says("青禾电动")
    assert await checks(scene) == 0
    li.sees("“青禾电动”像是简称")
    await li.taps("执照上就是这样", times=2)
    assert await checks(scene) == 1


async def test_a_pasted_fragment_is_asked_about_with_all_that_came_along(scene: Scene, li: Person) -> None:
    await asks(li, f"客户名称：{FRAGMENT}\n区域：苏州\n总出货量：120")
    li.sees(LIKE_A_SHORT_NAME)
    assert await checks(scene) == 0
    await li.taps("补全名称")
    await li.says(FULL)
    li.sees_not("像是简称")
    assert await checks(scene) == 1
