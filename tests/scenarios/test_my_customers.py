"""我的客户: the list, its search by some characters of the name, the card."""

from __future__ import annotations

import pytest

from tests.cast import Person, Scene, everywhere

NAMES = ("深圳市星河联创电子有限公司", "佛山市启明电机有限公司", "东莞市宏图智能科技有限公司")


@pytest.fixture
async def three(li: Person, chen: Person) -> None:
    for name in NAMES:
        await li.pastes_report(name)
        await chen.approves(name)
        await li.goes_home()


@everywhere
async def test_customers_are_found_by_some_characters_of_the_name(three: None, li: Person) -> None:
    li.sees("[我的客户 (3)]")
    await li.taps("我的客户")
    li.sees("我的客户 · 3", "星河", "启明", "宏图", "保护至 2027-02-23")
    await li.says("启明")
    li.sees("“启明”", "佛山市启明电机有限公司")
    li.sees_not("星河")
    await li.says("不存在的")
    li.sees("没有符合的客户")
    await li.taps("全部客户")
    li.sees("我的客户 · 3")


async def test_wild_cards_are_only_characters(three: None, li: Person) -> None:
    await li.taps("我的客户")
    for text in ("%", "_", "'", "\\", "%%"):
        await li.says(text)
        li.sees("没有符合的客户")


async def test_the_card_tells_protection_and_days_left(scene: Scene, three: None, li: Person) -> None:
    await li.taps("我的客户")
    await li.picks("启明")
    li.sees("佛山市启明电机有限公司", "广东 深圳", "保护至 2027-02-23（剩 92 天）", "深圳南山电子 · 李明")
    await scene.later(days=65)
    await li.goes_home()
    li.sees("🔴 3 个客户 30 天内到期")
    await li.taps("我的客户")
    li.sees("🔴", "佛山市启明电机有限公司")


async def test_the_rival_and_the_engineer_see_nothing_of_it(three: None, wang: Person, zhao: Person) -> None:
    for person in (wang, zhao):
        await person.taps("我的客户")
        person.sees_not("星河", "启明", "宏图")


async def test_owner_assistant_and_manager_see_their_scope(
    three: None, sun: Person, zhou: Person, chen: Person, qian: Person
) -> None:
    for person in (sun, zhou, chen):
        await person.goes_home()
        await person.taps("我的客户")
        person.sees("星河", "启明", "宏图")
    await qian.taps("我的客户")
    qian.sees_not("星河")
