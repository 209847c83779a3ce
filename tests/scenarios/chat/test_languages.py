"""中文 by default, English on a tap; each in his own language about the same thing."""

from __future__ import annotations

import re

from tests.cast import Person, Scene, after, wire
from tests.cast.customers import held

STAR = "深圳市星河联创电子有限公司"
DATA = (STAR, "李明", "陈经理", "深圳南山电子", "广东 深圳", "家电 · 空调", "华南", "中文", "语言")
"""What stays as it is in any language: names, regions, products."""
CHINESE = re.compile(r"[一-鿿]")


@wire
async def test_a_salesperson_reads_english_and_the_manager_chinese(li: Person, chen: Person) -> None:
    await li.speaks("English")
    li.sees("Report customers", "Report customer")
    assert not CHINESE.search(li.toast)
    await li.taps("Report customer")
    li.sees("Customer name")
    await li.says(STAR)
    await li.taps("Skip")
    for answer in ("深圳", "空调", "120", "STM32F103"):
        await li.says(answer)
    await li.taps("Check now")
    await li.taps("Submit")
    li.sees("BB-2026-00001")
    chen.sees("客户报备 BB-2026-00001", "[批准]")
    await chen.approves(STAR)
    li.sees("2027-02-23")
    li.sees_not("报备通过", "保护至")
    assert not chinese_in(li)


async def test_back_to_chinese(li: Person) -> None:
    await li.speaks("English")
    li.sees("Report customer")
    await li.says("Home")
    await li.opens_more("Language")
    await li.taps("中文")
    li.sees("报备客户")
    assert [[key["text"] for key in row] for row in keys_of(li)] == [["主页"]]


async def test_somebody_whose_telegram_is_english_is_greeted_in_english(scene: Scene) -> None:
    john = scene.add("John", language="en-GB")
    await john.opens()
    assert not chinese_in(john)
    await john.taps("Language")
    await john.taps("中文")
    john.sees("使用邀请链接加入")


def keys_of(person: Person) -> list[list[dict[str, str]]]:
    return person.scene.sandbox.world.reply_keyboard(person.chat) or []


def chinese_in(person: Person) -> list[str]:
    """Lines of the newest screens with Chinese that isn't data."""
    text = person.view
    for each in DATA:
        text = text.replace(each, "")
    return [line for line in text.splitlines() if CHINESE.search(line)]


@after(held)
async def test_one_month_is_no_months(li: Person, chen: Person) -> None:
    for person in (li, chen):
        await person.goes_home()
        await person.speaks("English")
    await li.taps("My customers (1)")
    await li.taps("1")
    await li.taps("Extend")
    await li.says("1")
    await li.says("pilot run in test")
    li.sees("How many months: 1 month\n")
    await li.taps("Submit")
    chen.sees("1 month asked for", "[Grant 1 month]")
