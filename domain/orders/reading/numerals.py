"""Numbers as they are spoken and typed in a sentence: 5k, 1.2万, 1万2, 2万零500, 一万二, 两千五百, 三点一五, 3,000.

`dialogs.core.quantities` reads an answer that is nothing but a number, and asks where 一万二 is written; in a line of an
order it is always twelve thousand.
"""

from __future__ import annotations

import re
from decimal import Decimal

PLAIN = r"(?:\d{1,3}(?:,\d{3})+(?![\d])(?:\.\d+)?|\d+(?:\.\d+)?)"
DIGITS = "〇零一二两俩三仨四五六七八九壹贰叁肆伍陆柒捌玖"
_WHOLE = rf"(?:[{DIGITS}十拾][{DIGITS}十百千万亿拾佰仟]*)"
POINTED = rf"(?:(?:{_WHOLE}点[{DIGITS}]+|\d+点\d+)(?![十百拾佰\d])(?:[万千]|[kw](?![a-z]))?)"
"""三点一五, 一点五万, and 3点15 as dictation writes it."""
SPOKEN = rf"(?:{POINTED}|{_WHOLE})"
_VALUES = (
    {char: value for value, char in enumerate("零一二三四五六七八九")}
    | {char: value for value, char in enumerate("〇壹贰叁肆伍陆柒捌玖")}
    | {"两": 2, "俩": 2, "仨": 3}
)
_FACTORS = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000, "万": 10**4, "亿": 10**8}
_LETTERS = {"kk": 10**6, "k": 1000, "w": 10**4}
SCALE = r"(?:kk|k|w(?![a-z])|万|千|百|亿)"
_TAIL = rf"(?:(?<=[万千百亿w])[零〇]?\d{{1,4}}(?![\d.])|(?<=[万千百亿]){_WHOLE})"
_MIDDLE = r"(?:(?<=[万千百亿w])[零〇]?\d{1,4}[千百])"
SCALED = rf"(?:{PLAIN}(?!\s[kw]+\d)\s?{SCALE}{_MIDDLE}*(?:{_TAIL}[千百]?)?|{_WHOLE}\s?(?:kk|k|w)(?![a-z\d]))"
"""5k, 1万2, 1w2, 1万二, 2万零500, 1万2千5百; 五k; behind a k a new number begins; 3.15 W12 is a price and a batch."""
_MIXED = re.compile(rf"(?P<head>{PLAIN})\s?(?P<scale>{SCALE})(?P<behind>.*)")
_LETTERED = re.compile(rf"(?P<head>{_WHOLE})\s?(?P<scale>kk|k|w)")
_STEP = re.compile(rf"(?P<zero>[零〇])?(?:(?P<digits>\d{{1,4}})|(?P<spoken>{_WHOLE}))(?P<scale>[千百])?")


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
    """`5k`, `1.2万`, `1万2`, `12万5千`, `2万零500`; None for a number without a scale."""
    found = _MIXED.fullmatch(text.strip())
    if found is None:
        lettered = _LETTERED.fullmatch(text.strip())
        number = spoken(lettered["head"]) if lettered is not None else None
        return Decimal(number * _LETTERS[lettered["scale"]]) if lettered is not None and number is not None else None
    factor = _LETTERS.get(found["scale"]) or _FACTORS[found["scale"]]
    total = plain(found["head"]) * factor
    behind, at = found["behind"], 0
    while at < len(behind):
        step = _STEP.match(behind, at)
        if step is None:
            return None
        more = int(step["digits"]) if step["digits"] else spoken(step["spoken"])
        if more is None:
            return None
        if step["scale"]:
            factor = _FACTORS[step["scale"]]
            total += more * factor
        else:  # 1万2 is twelve thousand, 1万2000 and 1万二千 as well; 2万零5 is no more than five more
            alone = step["zero"] is None and more < 10 and step.end() - step.start() == 1
            total += more * factor // 10 if alone else more
        at = step.end()
    return total


def pointed(text: str) -> Decimal | None:
    """三点一五 is 3.15, 一点五万 15,000."""
    found = re.fullmatch(rf"(?P<whole>.+)点(?P<parts>[\d{DIGITS}]+)(?P<scale>[万千kw])?", text)
    if found is None:
        return None
    whole = int(found["whole"]) if found["whole"].isdecimal() else spoken(found["whole"])
    if whole is None:
        return None
    parts = "".join(each if each.isdecimal() else str(_VALUES[each]) for each in found["parts"])
    return Decimal(f"{whole}.{parts}") * ((_FACTORS | _LETTERS)[found["scale"]] if found["scale"] else 1)


def value(text: str) -> Decimal | None:
    """Of whatever stands as a number, with a scale or without."""
    text = text.strip()
    if re.fullmatch(PLAIN, text):
        return plain(text)
    if re.fullmatch(POINTED, text):
        return pointed(text)
    if re.fullmatch(_WHOLE, text):
        number = spoken(text)
        return None if number is None else Decimal(number)
    return scaled(text)


PIECES = r"(?:pcs|pieces|piece|pc|片|颗|只|个|粒|枚|units?|ea)"
YUAN = r"(?:rmb|cny|yuan|人民币|¥|元|块钱|块)"
START = r"(?<![\d.a-z])"
NUMBER = rf"(?:{SCALED}|{SPOKEN}|{PLAIN})"
"""As a part of other patterns; what it finds is given to `value`."""


def of_pieces(text: str) -> Decimal | None:
    """With 片 behind it, or without."""
    return value(re.sub(rf"\s?{PIECES}$", "", text))
