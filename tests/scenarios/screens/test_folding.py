"""Somebody's long words don't push away what is asked beneath them: they stand folded, whole behind a tap."""

from __future__ import annotations

from tests.cast import Person
from tests.cast.doings import pasted

STAR = "深圳市星河联创电子有限公司"
BACKGROUND = "；".join(f"{year} 年起给出口线供货，竞品为 STM32F103，样机已送测" for year in range(2015, 2023))
COMMENT = "请补充：" + "每台整机的用量、量产节点、竞品价格、采购方的决策人。" * 6


def folded(person: Person, on: str) -> list[str]:
    """What of the newest message that contains `on` is folded."""
    message = person.phone.containing(on)
    assert message is not None, person.phone.printed()
    content = message.content
    text = content["text"].encode("utf-16-le")
    return [
        text[2 * each["offset"] : 2 * (each["offset"] + each["length"])].decode("utf-16-le")
        for each in content.get("entities", [])
        if each["type"] == "expandable_blockquote"
    ]


async def test_a_long_background_and_a_long_comment_fold(li: Person, chen: Person) -> None:
    await li.says(f"{pasted(STAR)}\n客户背景：{BACKGROUND}")
    await li.taps("提交")
    await chen.taps("详情")
    assert folded(chen, "客户背景") == [BACKGROUND]
    await chen.taps("点评")
    await chen.says(COMMENT)
    await chen.taps("提交")
    assert folded(li, "请补充") == [COMMENT]
    await li.goes_home()
    await li.taps("申请处理")
    await li.taps("1")
    assert folded(li, "客户背景") == [BACKGROUND, COMMENT]
    await li.speaks("English")
    await li.taps("Requests")
    await li.taps("1")
    assert folded(li, "Background") == [BACKGROUND, COMMENT]


async def test_what_is_short_stands_as_it_is(li: Person, chen: Person) -> None:
    await li.says(f"{pasted(STAR)}\n客户背景：样机已送测")
    await li.taps("提交")
    await chen.taps("详情")
    chen.sees("客户背景　样机已送测")
    assert folded(chen, "客户背景") == []
