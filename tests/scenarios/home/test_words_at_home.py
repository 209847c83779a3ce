"""Words that people write at home for what stands elsewhere, and what is asked of figures without a word for them."""

from __future__ import annotations

import pytest

from bot.demo import story as demo_story
from tests.cast import Person, Scene


@pytest.fixture
async def lived_in(
    scene: Scene, li: Person, wang: Person, zhou: Person, chen: Person, liu: Person, sun: Person, admin: Person
) -> None:
    await scene.lays(lambda work: demo_story.lay(work.conn, scene.bot.app, scene.now))


async def test_renewal_targets_and_orders_to_check_open_what_they_name(lived_in: None, sun: Person) -> None:
    for said, seen in (
        ("续约", "渠道签约"),
        ("Targets", "2026年 Q4 目标"),
        ("目标", "2026年 Q4 目标"),
        ("待核对订单", "待核对订单 · 1"),
    ):
        await sun.says("主页")
        await sun.says(said)
        sun.sees(seen)


async def test_what_is_done_to_units_leads_to_them(admin: Person) -> None:
    for said in ("撤并", "调入省份"):
        await admin.says("主页")
        await admin.says(said)
        admin.sees("省区与行业", "华南 · 省区负责人")


async def test_who_has_left_is_found_by_name(scene: Scene, sun: Person, zhao: Person) -> None:
    await sun.taps("人员管理")
    await sun.picks("赵工")
    await sun.taps("停用")
    await sun.taps("停用")
    await sun.says("主页")
    await sun.says("赵工")
    sun.sees("赵工", "已离职")


async def test_a_time_and_a_name_ask_for_figures(lived_in: None, sun: Person, admin: Person) -> None:
    await sun.says("照明今年")
    sun.sees("2026年 数量", "只看 照明")
    await admin.speaks("English")
    await admin.says("Home")
    await admin.says("South China this year")
    admin.sees("Only South China")
    await admin.says("Home")
    await admin.says("motor control this year")
    admin.sees("Only Motor control")
    await admin.says("Home")
    await admin.says("Guangdong this year")
    admin.sees("Only South China", "Guangdong is covered by South China: these are the figures of South China")
    await admin.says("Home")
    await admin.says("compare Q4 to Q3")
    admin.sees("Quantity, Q4 2026", "on the same days before")


async def test_a_customer_and_a_time_may_be_the_beginning_of_something_else(lived_in: None, li: Person) -> None:
    await li.says("启明 11月")
    li.sees("这是什么？", "[出货统计]")


async def test_a_province_is_no_word_for_figures_to_who_sees_no_units(lived_in: None, li: Person) -> None:
    await li.says("广东今年")
    li.sees_not("华南", "只看")
