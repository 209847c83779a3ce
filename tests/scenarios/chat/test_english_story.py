"""Who reads no Chinese lives the whole story: what is asked, shown and understood is English; only names of people, customers and
agencies are as they are."""

from __future__ import annotations

import json
import re

import pytest

from bot.demo import month
from bot.demo import story as demo_story
from tests.cast import Person, Scene
from tests.scenarios.registration.test_registration import CODE, reads_picture

SUNSHINE = "中山市阳光灯饰有限公司"
NAMES = (SUNSHINE, "深圳市南山电子有限公司", "深圳南山电子", "广州市天河微电科技有限公司", "广州天河微电",
         "李明", "赵工", "周助理", "孙总", "王芳", "钱总", "陈经理", "刘经理", "管理员", "吴总", "中山市阳…饰有限公司")  # fmt: skip
"""People, customers and agencies."""
LANGUAGES = ("<b>语言</b>", "中文")
"""Whoever reads the wrong language finds the right one."""
HAN = re.compile(r"[㐀-鿿]+")


@pytest.fixture
async def english(scene: Scene, li: Person, chen: Person, wang: Person, zhou: Person, sun: Person) -> int:
    """All of them read English from here on; the last call before."""
    for person in (li, chen, wang, zhou, sun):
        await person.speaks("English")
        await person.says("Home")
    return scene.sandbox.log.count


def chinese(scene: Scene, since: int, *own: str, to: Person | None = None) -> list[str]:
    """What was shown in Chinese since that call, without names and what is people's `own`."""
    told = []
    for call in scene.calls(since):
        if to is not None and call.params.get("chat_id") not in (None, to.chat, str(to.chat)):
            continue
        shown = {
            name: value
            for name, value in call.params.items()
            if name in ("text", "caption", "reply_markup", "commands", "media")
        }
        text = json.dumps(shown, ensure_ascii=False)
        for name in sorted((*NAMES, *LANGUAGES, *own), key=len, reverse=True):
            text = text.replace(name, "")
        told += [
            f"{call.method}: {found[0]} in {text[max(0, found.start() - 80) : found.end() + 40]}"
            for found in HAN.finditer(text)
        ]
    return told


async def reports_sunshine(li: Person) -> None:
    await li.taps("Report customer")
    await li.says(SUNSHINE)
    await li.taps("Skip")
    await li.says("Zhongshan")
    await li.says("LED driver")
    await li.says("650,000")
    await li.says("STC8")
    await li.taps("Check now")
    await li.taps("Submit")


async def test_a_report_its_rival_and_its_approval(
    scene: Scene, english: int, li: Person, wang: Person, chen: Person
) -> None:
    await li.taps("Report customer")
    await li.says(SUNSHINE)
    await li.taps("Skip")
    await li.says("Zhongshan")
    li.sees("Zhongshan, Guangdong")
    await li.says("motor control")
    li.sees("Motor control")
    await li.taps("Back")
    await li.says("LED driver")
    li.sees("Lighting · LED drivers")
    li.sees("Total volume (pieces a year)")
    await li.says("650,000")
    li.sees("650,000 a year")
    await li.says("STC8")
    await li.taps("Check now")
    await li.taps("Submit")
    chen.sees("Zhongshan, Guangdong · Lighting · LED drivers · 650,000 a year · STC8")
    await wang.taps("Report customer")
    await wang.says(SUNSHINE)
    await chen.taps("Approve")
    li.sees("Protected until")
    assert chinese(scene, english) == []


async def test_what_was_noted_in_english_is_pasted(scene: Scene, english: int, li: Person, chen: Person) -> None:
    note = "Region: Zhongshan, Guangdong\nDomain: pumps\nAnnual volume: 1.2 million\nMCU: STC8"
    await li.says(f"Customer name: {SUNSHINE}\n{note}")
    await li.taps("Submit")
    chen.sees("Zhongshan, Guangdong · Motor control · Water pumps · 1,200,000 a year · STC8")
    assert chinese(scene, english) == []


async def test_what_lies_below_the_city_stays_in_the_letters_it_was_written_in(english: int, li: Person) -> None:
    await li.taps("Report customer")
    await li.says(SUNSHINE)
    await li.taps("Skip")
    await li.says("Nanshan District, Shenzhen")
    li.sees("Shenzhen, Guangdong (Nanshan District, Shenzhen goes to the background)")


async def test_a_number_that_is_none_is_asked_for_in_pieces(english: int, li: Person) -> None:
    await li.taps("Report customer")
    for answer in (SUNSHINE, "", "Zhongshan", "drones", "12 lorries"):
        await (li.says(answer) if answer else li.taps("Skip"))
    li.sees("1,200,000 or 35,000")


async def test_a_report_in_a_sentence_and_what_customers_are_found_by(
    scene: Scene, english: int, li: Person, chen: Person
) -> None:
    await reports_sunshine(li)
    await chen.taps("Approve")
    await li.says("Home")
    await li.taps("My customers")
    await li.taps("Filter")
    await li.taps("By region")
    li.sees("[Zhongshan, Guangdong (1)]")
    await li.says("zhongshan")
    await li.taps("Zhongshan, Guangdong")
    li.sees("My customers · Zhongshan, Guangdong · 1")
    assert chinese(scene, english) == []


async def test_somebody_registers_a_company(scene: Scene, english: int, chen: Person) -> None:
    wu = scene.add("Wu", language="en")
    await wu.opens()
    await wu.taps("Register agency")
    await wu.says(await reads_picture(scene, wu))
    for answer in (
        "Blue Ocean Electronics Co., Ltd.",
        CODE,
        CODE[8:17],
        CODE,
        "Dongguan",
        "1 Keji Road",
        "Wu Hai",
        "Manager",
    ):
        await wu.says(answer)
    wu.sees("Mobile")
    await wu.sends_contact()
    for _ in range(2):
        await wu.taps("Skip")
    await wu.says("wu@example.com")
    await wu.picks("Huaxin Information")
    await wu.says("servers, cloud products")
    wu.sees("terms of service")
    await wu.taps("Read it")
    wu.sees("Protection of customers")
    assert chinese(scene, english) == []


@pytest.mark.slow
async def test_every_page_one_or_two_taps_from_home_is_english(
    scene: Scene, li: Person, chen: Person, zhou: Person, sun: Person, liu: Person, admin: Person
) -> None:
    """After a month that was lived in Chinese: what people wrote themselves is theirs."""
    await scene.lays(lambda work: demo_story.lay(work.conn, scene.bot.app, scene.now))
    own = [each.name for each in (*month.MONTH, *month.YEAR)]
    own += [month.WAITS[2], "南山区科技南路 8 号", "天河区五山路 12 号"]
    for person in (li, chen, zhou, sun, liu, admin):
        await person.speaks("English")
        since = scene.sandbox.log.count
        await person.says("Home")
        for entry in person.buttons:
            await person.taps(entry)
            for label in [each for each in person.buttons if each not in ("Home", "Back", "Language")][:6]:
                await person.says("Home")
                await person.taps(entry)
                if label in person.buttons:
                    await person.taps(label)
            await person.says("Home")
        assert chinese(scene, since, *own, to=person) == [], person.name
