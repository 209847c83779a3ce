"""Several orders that one line tells one by one: 一单3k 3.15 一单2k 3.2, 两单：3k 3.15，2k 3.2, 第一单…第二单….

Absent: what the orders are (`rows`). Where a part is none of its own (5k 分两单), the line stays one, and its figures are asked.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from domain.orders.reading import numerals
from domain.orders.reading.text import LineText

_ONE = re.compile(
    r"[,，、]?\s?(?:还有|另外?|又|再)?(?:第\s?[一二两三四五六七八九十\d]{1,2}|(?<![\d一二三四五六七八九十来下要订这那哪上])[一1])\s?[单笔](?!价)\s?[:,，、]?\s?"
)
_COUNT = re.compile(
    r"[,，、]?\s?(?:分成?|下了?|签了?|共|一共|总共)?(?<![第\d一二三四五六七八九十])(?P<count>[2-9两二三四五六七八九])\s?[单笔](?!价)\s?[:,，、]?\s?"
)
_PARTS = re.compile(r"[,，、;；](?!\d{3}(?!\d))|(?:\s|(?<=[\d元片]))(?:和|还有|另外|以及|加)(?=[\s\d])")


@dataclass(frozen=True, slots=True)
class Told:
    """`place` of the order, counted from 1; 0 where the line isn't told so."""

    text: str
    place: int = 0


def told(text: str, is_whole: Callable[[str], bool]) -> list[Told]:
    """What stands in front is said of each. `is_whole` tells an order that names its quantity."""
    line = LineText(text)
    marks = list(_ONE.finditer(line.plain)) if len(line.plain) == len(text) else []
    count = _COUNT.search(line.plain[: marks[0].start()] if len(marks) > 1 else line.plain)
    front, parts = "", list[str]()
    if len(marks) > 1:
        front = text[: (count or marks[0]).start()]
        ends = [each.start() for each in marks[1:]] + [len(text)]
        parts = [text[each.end() : end] for each, end in zip(marks, ends, strict=True)]
    elif count is not None and len(line.plain) == len(text):
        front = text[: count.start()]
        parts = _PARTS.split(text[count.end() :])
        if len(parts) != numerals.value(count["count"]):
            return [Told(text)]
    whole = [f"{front} {part.strip(' ,，、;；')}".strip() for part in parts]
    if len(whole) < 2 or is_whole(front) or not all(map(is_whole, whole)):
        return [Told(text)]
    return [Told(each, place) for place, each in enumerate(whole, 1)]
