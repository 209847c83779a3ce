"""What a row of a list says to whom."""

from __future__ import annotations

from tests.cast import Person, Scene
from tests.scenarios.test_protection import asks, opens_card, protected

STAR = "深圳市星河联创电子有限公司"


async def test_nobody_reads_his_own_name_and_the_vendor_reads_agency_and_stage(
    scene: Scene, li: Person, sun: Person, chen: Person
) -> None:
    await li.reports(STAR)
    await chen.approves(STAR)
    await li.goes_home()
    await li.taps("我的客户")
    li.sees("保护至 2027-02-23")
    li.sees_not("· 李明")
    await sun.taps("我的客户")
    sun.sees("保护至 2027-02-23 · 李明")
    await chen.goes_home()
    await chen.taps("我的客户")
    chen.sees("保护至 2027-02-23 · 深圳南山电子 · 李明")


async def test_overdue_rows_say_how_late(scene: Scene, li: Person, chen: Person) -> None:
    await li.reports(STAR)
    await chen.approves(STAR)
    await scene.later(days=20)
    await li.goes_home()
    await li.taps("我的客户")
    await li.taps("筛选")
    await li.taps("逾期跟进")
    li.sees("跟进已逾期 5 天")


async def test_past_its_end_a_customer_says_what_the_vendor_decides(scene: Scene, li: Person, chen: Person) -> None:
    await protected(li, chen)
    await opens_card(li)
    await asks(li)
    await scene.later(days=95)
    await li.goes_home()
    await li.taps("我的客户")
    li.sees("延期待审批（原至 2027-02-23）")
