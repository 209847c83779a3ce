"""Numbers as people write them: 120, 3.5, 5,000, １２０, 5k, 1.2万, 3百万, 二十, 1亿2000万, 16000元, 1.2 万元."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection
from dataclasses import dataclass
from decimal import Decimal

_FACTORS = {"亿": 10**8, "万": 10**4, "千": 10**3, "百": 10**2, "十": 10}
_LETTERS = {"k": "千", "w": "万", "m": "百万"}
_SCALES = {"thousand": "千", "million": "百万", "billion": "十亿"}
_SCALE = re.compile(rf"(?<=\d)\s*({'|'.join(_SCALES)})s?\b")
_DIGITS = str.maketrans("〇零一二两兩三四五六七八九萬億個隻顆", "0012223456789万亿个只颗")
_PLAIN = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d{1,8})?|\d{1,15}(?:\.\d{1,8})?|\.\d{1,8}")
# the m of 2 months is no million, nor the w of 3 weeks ten thousand
_WRITTEN = re.compile(
    r"(?P<sign>[+-]?) *(?P<number>[\d,. 十百千万亿]*[\d十百千万亿])(?P<letter>(?: *[kwm](?!onths?\b|os?\b|eeks?\b|in))?)(?P<unit>.*)",
    re.DOTALL,
)
PIECES = frozenset({"个", "片", "颗", "只", "件", "pcs", "pc", "ea", "pieces"})
_A_YEAR = ("每年", "一年", "年")
_PIECES_A_YEAR = (
    "pieces a year", "pcs a year", "units a year", "pieces per year", "units per year", "a year", "per year", "pcs/year",
    "pcs/yr", "units", "year", "yr",
)  # fmt: skip
"""In English nobody counts by ten thousands: 650,000 a year are so many pieces, as a screen says it."""
_CURRENCY = re.compile(r"^(?:￥|¥|rmb|cny|人民币)\s*")


_HEDGE = re.compile(
    r"^(?:大约|大概|差不多|约为|约|近|~|≈|about|approx\.?)+|(?:左右|上下|的样子|吧|多)+$|(?<=[\d十百千])[来多](?=[百千万亿个片颗只])",
    re.IGNORECASE,
)
_PREFACE = re.compile(
    r"^(?:(?:不对|错了?|改一下|更正|应该|改[为成]?|是|为|[，,：:\s])+)(?=[\d一二三四五六七八九十两约大近])"
)


def without_hedge(text: str) -> str:
    """大约20, 20万左右: what is said without the hedge; whoever drops it tells so."""
    return _HEDGE.sub("", unicodedata.normalize("NFKC", text).strip()).strip()


def without_preface(text: str) -> str:
    """改一下，150万: the number that stands behind such words."""
    return _PREFACE.sub("", unicodedata.normalize("NFKC", text).strip())


@dataclass(frozen=True, slots=True)
class Quantity:
    """`scaled` tells that the number was written with 万, 千, k and the like (十 and 百 are just a way to count); `unit` is what followed, in lower case."""

    value: Decimal
    scaled: bool
    unit: str


def parse(text: str) -> Quantity | None:
    folded = unicodedata.normalize("NFKC", text).translate(_DIGITS).strip().lower()
    folded = _SCALE.sub(lambda found: _SCALES[found[1]], folded)
    written = _WRITTEN.fullmatch(_CURRENCY.sub("", folded))
    if written is None:
        return None
    number = written["number"].strip() + _LETTERS.get(written["letter"].strip(), "")
    value = _value(number)
    if value is None or number in "亿万千百":  # a unit alone says no number
        return None
    return Quantity(
        -value if written["sign"] == "-" else value, any(mark in number for mark in "亿万千"), written["unit"].strip()
    )


def in_units(text: str, per: int = 1, words: Collection[str] = (), bare: int | None = None) -> Decimal | None:
    """The number in units of `per`: asked in 万, 120 means 120 万, and so do 120万/年 and 1200000个. A number alone is in units of
    `bare`, if that isn't `per`. `words` are units that may follow and mean nothing more; any other makes it None."""
    found = parse(text)
    if found is None:
        return None
    unit = found.unit.strip("/ ")
    if unit in _PIECES_A_YEAR:
        return found.value / per
    for ending in _A_YEAR:
        unit = unit.removesuffix(ending).rstrip("/ ")
    if unit and unit not in PIECES and unit not in words:
        return None
    if found.scaled or unit in PIECES:
        return found.value / per
    return found.value if bare is None else found.value * bare / per


def one_of(unit: str, per: int = 1) -> Decimal | None:
    """What one of a column's unit comes to: of 万/年, of pieces a year, of 10,000 a year."""
    return in_units(unit if unit[:1].isdecimal() else f"1{unit}", per)


def so_many(written: str, unit: str) -> str:
    """A bare number with the unit of its column: 120 of 10,000 a year are 1200000pcs."""
    number, times = parse(written), parse(unit) if unit[:1].isdecimal() else None
    return f"{written}{unit}" if number is None or times is None else f"{number.value * times.value:f}pcs"


_A_MONTH = re.compile(r"\s*(?:/\s*|每|一|a |per )(?:月|month)\s*$", re.IGNORECASE)


def of_a_month(text: str) -> str | None:
    """What is counted, without the /月 behind it; None where it isn't by the month."""
    rest = _A_MONTH.sub("", unicodedata.normalize("NFKC", text))
    return None if rest == unicodedata.normalize("NFKC", text) else rest


def _value(text: str) -> Decimal | None:
    for mark, factor in _FACTORS.items():
        if mark not in text:
            continue
        head, tail = (part.strip() for part in text.split(mark, 1))
        # 一万二 is 12,000 to some and 10,002 to others: not for us to guess
        if len(tail) == 1 and mark != "十" and tail.isdigit():
            return None
        times = _value(head) if head else Decimal(1)
        more = _value(tail) if tail else Decimal(0)
        if times is None or more is None or more >= factor:
            return None
        return times * factor + more
    return Decimal(text.replace(",", "")) if _PLAIN.fullmatch(text) else None


def tidy(value: Decimal) -> Decimal:
    """Without trailing zeros and without an exponent: 120, not 1.2E+2."""
    return value.quantize(Decimal(1)) if value == value.to_integral_value() else value.normalize()
