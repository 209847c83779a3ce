"""Numbers as they are spoken and typed in a sentence: 5k, 1.2万, 1万2, 一万二, 两千五百, 3,000.

`dialogs.core.quantities` reads an answer that is nothing but a number, and asks where 一万二 is written; in a line of an
order it is always twelve thousand.
"""

from __future__ import annotations

import re
from decimal import Decimal

PLAIN = r"(?:\d{1,3}(?:,\d{3})+(?![\d])(?:\.\d+)?|\d+(?:\.\d+)?)"
_DIGITS = "〇零一二两三四五六七八九壹贰叁肆伍陆柒捌玖"
SPOKEN = rf"(?:[{_DIGITS}十拾][{_DIGITS}十百千万亿拾佰仟]*)"
_VALUES = (
    {char: value for value, char in enumerate("零一二三四五六七八九")}
    | {char: value for value, char in enumerate("〇壹贰叁肆伍陆柒捌玖")}
    | {"两": 2}
)
_FACTORS = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000, "万": 10**4, "亿": 10**8}
_LETTERS = {"kk": 10**6, "k": 1000, "w": 10**4}
SCALE = r"(?:kk|k|w(?![a-z])|万|千|百|亿)"
TAIL = rf"(?:(?<=[万千百亿w])\d{{1,4}}(?![\d.])|(?<=[万千百亿]){SPOKEN})"
"""1万2, 1w2, 1万二; behind a k a new number begins."""
_MIXED = re.compile(rf"(?P<head>{PLAIN})\s?(?P<scale>{SCALE})(?P<tail>{TAIL})?(?P<more>千|百)?")


def plain(text: str) -> Decimal:
    return Decimal(text.replace(",", ""))


def spoken(text: str) -> int | None:
    """一万二 is 12,000, 三千五 3,500, 两千五百 2,500, 二十 20; None for what no one says (一二三)."""
    total = section = digit = 0
    last = 1
    pending = False
    for place, char in enumerate(text):
        if char in _VALUES:
            if pending and digit:
                return None
            digit, pending = _VALUES[char], True
            if place == len(text) - 1 and last >= 100 and text[place - 1] not in "零〇":
                return total + section + digit * (last // 10)
            continue
        factor = _FACTORS[char]
        last = factor
        if factor >= 10**4:
            total = (total + section + digit) * factor
            section = 0
        else:
            section += (digit if pending else 1 if factor == 10 else 0) * factor
        digit, pending = 0, False
    return total + section + digit


def scaled(text: str) -> Decimal | None:
    """`5k`, `1.2万`, `1万2`, `12万5千`; None for a number without a scale."""
    found = _MIXED.fullmatch(text.strip())
    if found is None:
        return None
    factor = _LETTERS.get(found["scale"]) or _FACTORS[found["scale"]]
    value = plain(found["head"]) * factor
    tail = found["tail"]
    if tail is None:
        return value if found["more"] is None else None
    more = int(tail) if tail.isdigit() else spoken(tail)
    if more is None:
        return None
    if found["more"] is not None:
        return value + more * _FACTORS[found["more"]]
    # 1万2 is twelve thousand, 1万2000 and 1万二千 as well
    return value + (more * factor // 10 if len(tail) == 1 and more < 10 else more)


def value(text: str) -> Decimal | None:
    """Of whatever stands as a number, with a scale or without."""
    text = text.strip()
    if re.fullmatch(PLAIN, text):
        return plain(text)
    if re.fullmatch(SPOKEN, text):
        number = spoken(text)
        return None if number is None else Decimal(number)
    return scaled(text)


NUMBER = rf"(?:{PLAIN}\s?{SCALE}(?:{TAIL}[千百]?)?|{SPOKEN}|{PLAIN})"
"""As a part of other patterns; what it finds is given to `value`."""
