"""What is written down elsewhere, a number, a code, a link, is a tap away: one button of a card copies it."""

from __future__ import annotations

from tests.cast import Person, Scene
from tests.cast.contracts import signs

STAR, CODE = "深圳市星河联创电子有限公司", "91440300708461136T"


async def test_numbers_and_codes_are_copied_from_their_cards(
    scene: Scene, li: Person, sun: Person, chen: Person
) -> None:
    await li.taps("报备客户")
    await li.says(STAR)
    await li.says(CODE)
    await li.fills_report()
    await chen.taps("详情")
    assert chen.copies("复制编号") == "BB-2026-00001"
    await li.goes_home()
    await li.taps("申请处理")
    await li.taps("1")
    assert li.copies("复制编号") == "BB-2026-00001"
    await chen.taps("批准")
    assert chen.copies("复制编号") == "BB-2026-00001", "what was decided has its number, too"
    await li.opens_customer("星河联创")
    assert li.copies("复制代码") == CODE
    await li.speaks("English")
    await li.taps("My customers (1)")
    await li.picks("1")
    assert li.copies("Copy code") == CODE
    await li.speaks("中文")
    await li.follows_up("星河", "首批顺利")
    await li.finishes()
    await li.taps("提交")
    await li.taps("查看")
    assert li.copies("复制编号") == "GJ-2026-00001"
    await signs(sun)
    await sun.goes_home()
    await sun.taps("渠道签约")
    await sun.taps("1")
    assert sun.copies("复制编号").startswith("HT-2027-")


async def test_an_invitation_is_copied_whole(li: Person, sun: Person) -> None:
    await sun.invites("周助理二", "助理")
    assert sun.copies("复制链接").endswith(f"?start={sun.phone.link()}")
