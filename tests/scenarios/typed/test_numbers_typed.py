"""A number that can be said aloud, typed by itself, opens what it stands for to whoever may see that."""

from __future__ import annotations

import pytest

from tests.cast import Person, Scene, after
from tests.scenarios.orders.office import STAR, stocked


@pytest.mark.parametrize("said", ["DD-2026-00001", "dd-2026-1", "ＤＤ－２０２６－００００１", "dd 2026 00001。"])
@after(stocked)
async def test_the_number_of_an_order_opens_it_however_it_is_written(
    scene: Scene, li: Person, zhou: Person, chen: Person, said: str
) -> None:
    await zhou.says("星河 变频空调主控 5k 3.2元 批次 A12 昨天")
    await zhou.taps("确认")
    await zhou.says("星河 变频空调主控 300 3.2元")
    await zhou.says(said)  # below an open card
    zhou.sees("DD-2026-00001", "5,000 × 3.20 元", "[返回]")


@after(stocked)
async def test_the_numbers_of_reports_and_follow_ups_open_for_both_sides(
    scene: Scene, li: Person, chen: Person
) -> None:
    for person in (li, chen):
        await person.goes_home()
        await person.says("bb-2026-00001")
        person.sees("BB-2026-00001", STAR)
        await person.goes_home()
        await person.says("GJ-2026-00001")
        person.sees("GJ-2026-00001", STAR)


@after(stocked)
async def test_a_number_of_nobodys_or_of_another_agency_is_not_found(
    scene: Scene, li: Person, wang: Person, chen: Person
) -> None:
    for said in ("BB-2026-00001", "GJ-2026-00001", "DD-2026-00009"):
        await wang.says(said)
        wang.sees(f"没有找到 {said}，或您无权查看")
