"""The same name written otherwise, as texts to be read once more: a place twice or in one character (穗青禾), the legal
form in front, the trade before the brand, numbers in figures or in words, well-known abbreviations."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from domain.letters import is_han
from domain.names import regions, trades
from domain.names.reasons import Reason


class Rewritten(NamedTuple):
    """`exact`: too bold to be held against another brand."""

    text: str
    reason: Reason
    exact: bool = True


_LEGAL_IN_FRONT = re.compile(r"(?:股份有限|有限责任|集团有限|有限|股份|集团)?公司(?=.{4})")
_DIGITS = "零一二三四五六七八九"
_UNITS = {"千": 1000, "百": 100, "十": 10}
_IN_WORDS = re.compile(f"[{_DIGITS}]?[千百十][{_DIGITS}千百十]*")
_IN_FIGURES = re.compile(f"[{_DIGITS}〇0-9]{{2,4}}")
_ROMAN = re.compile(r"(?<![a-z0-9])(?:i{1,3}|iv|vi{0,3}|ix|x)(?![a-z0-9])")
_ROMANS = dict(zip(("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"), "一二三四五六七八九十", strict=True))
_PLAIN = str.maketrans("〇0123456789", "零" + _DIGITS)


@cache
def _table(name: str) -> tuple[tuple[str, str], ...]:
    text = files("domain").joinpath("data", name).read_text(encoding="utf-8")
    return tuple((first, second) for first, second in (line.split("\t") for line in text.splitlines()[1:]))


def _value(words: str) -> int:
    total, digit = 0, 0
    for char in words:
        if char in _UNITS:
            total, digit = total + (digit or 1) * _UNITS[char], 0
        else:
            digit = _DIGITS.index(char)
    return total + digit


def _words(value: int) -> str:
    """360 → 三百六十, 1808 → 一千八百零八."""
    found, zero = "", False
    for unit, size in (("千", 1000), ("百", 100), ("十", 10), ("", 1)):
        digit, value = divmod(value, size)
        if digit:
            found += ("零" if zero and found else "") + _DIGITS[digit] + unit
        zero = not digit
    return found


def _numbers(text: str) -> Iterator[Rewritten]:
    if found := _IN_WORDS.search(text):
        figures = "".join(_DIGITS[int(digit)] for digit in str(_value(found[0])))
        if len(figures) > 2:
            yield Rewritten(text[: found.start()] + figures + text[found.end() :], Reason.WRITING, exact=False)
    elif (found := _IN_FIGURES.search(text)) and len(found[0]) > 2:
        words = _words(int("".join(str(_DIGITS.index(char)) for char in found[0].translate(_PLAIN))))
        if words:
            yield Rewritten(text[: found.start()] + words + text[found.end() :], Reason.WRITING)
    roman = _ROMAN.search(text)
    if roman and any(map(is_han, text[max(roman.start() - 1, 0) : roman.end() + 1])):
        yield Rewritten(text[: roman.start()] + _ROMANS[roman[0]] + text[roman.end() :], Reason.WRITING)


def _place(text: str) -> Iterator[Rewritten]:
    first = regions.at(text, 0)
    if first is None:
        code = dict(_table("places_in_one.tsv")).get(text[:1])
        if code:
            yield Rewritten(regions.table().official[code] + text[1:], Reason.REGION_WRITING)
    elif (again := regions.at(text, first[0])) and again[1].code == first[1].code:
        yield Rewritten(text[first[0] :], Reason.REGION_WRITING)


def _abbreviation(text: str) -> Iterator[Rewritten]:
    for short, full in _table("abbreviations.tsv"):
        for this, other in ((full, short), (short, full)):
            if this in text:
                yield Rewritten(text.replace(this, other, 1), Reason.ABBREVIATION)
                return


def rewritten(text: str) -> Iterator[Rewritten]:
    """Of a folded text; for almost every name none."""
    yield from _place(text)
    if found := _LEGAL_IN_FRONT.match(text):
        yield Rewritten(text[found.end() :] + found[0], Reason.WORDS_SWAPPED)
    yield from _numbers(text)
    yield from _abbreviation(text)


def trade_in_front(core: str) -> int:
    """Where the brand begins in a core that begins with words of a trade (储能技术青禾); 0 for none."""
    at = 0
    for start in range(2, len(core) - 1):
        if trades.unsaid(core[:start]) == "":
            at = start
    return at
