"""Which rows of a card a message names by their number: 第二个, 第3行, 最后一个."""

from __future__ import annotations

import re
from collections.abc import Iterator

from domain.orders.reading import numerals
from domain.orders.reading.text import LineText

_COUNTED = "个|行|条|单|笔|项"
_ORDINAL = re.compile(
    rf"第\s?(?P<number>\d{{1,2}}|[一二两三四五六七八九十]{{1,3}})\s?(?P<counted>{_COUNTED})?|(?<![a-z])(?:no\.?|(?P<row>row|line|#))\s?(?P<latin>\d{{1,2}})(?!\d)"
)
_LAST = re.compile(rf"最后(?:一)?(?:{_COUNTED})|(?:the )?last (?:one|row)")
_NO_WORD = re.compile(r"$|[\s,，。;；:：、]|[改价不]|单价|数量")
"""What may follow 第二 where it names a row: 第二天 and 第二批 name none."""
_BATCH = re.compile(r"\s?批")


def spans(line: LineText, count: int) -> list[tuple[int, int]]:
    """Where rows are named of which there are so many."""
    found = [each.span() for each in _ORDINAL.finditer(line.plain) if _place(each, count) is not None]
    return sorted([*found, *(each.span() for each in _LAST.finditer(line.plain))])


def named(line: LineText, count: int) -> list[int]:
    """The places of the rows that are named, as far as there are so many: takes the words."""
    places = []
    for found in line.found(_ORDINAL):
        place = _place(found, count)
        if place is not None:
            places.append(place)
            line.claim(*found.span(), "sign")
    for last in line.found(_LAST):
        places.append(count - 1)
        line.claim(*last.span(), "sign")
    return list(dict.fromkeys(places))


def absent(line: LineText, count: int) -> tuple[int, ...]:
    """The numbers of rows that are named and aren't there."""
    numbers = (_number(each) for each in _rows(line) if _place(each, count) is None)
    return tuple(dict.fromkeys(each for each in numbers if each))


def claim(line: LineText) -> None:
    """第一个 in front of an order counts it: none of its pieces."""
    for found in _rows(line):
        if found["counted"]:
            line.claim(*found.span(), "sign")


def _rows(line: LineText) -> Iterator[re.Match[str]]:
    for found in line.found(_ORDINAL):
        behind = _BATCH if found["counted"] else _NO_WORD
        if found["latin"]:
            if found["row"]:
                yield found
        elif (behind.match(line.plain, found.end()) is None) is bool(found["counted"]):
            yield found


def _number(found: re.Match[str]) -> int:
    number = numerals.value(found["number"] or found["latin"])
    return int(number) if number is not None else 0


def _place(found: re.Match[str], count: int) -> int | None:
    number = _number(found)
    return number - 1 if 1 <= number <= count else None


def only(text: str, count: int) -> tuple[int, str] | None:
    """The place of the only row that is named, and what is said besides."""
    line = LineText(text)
    found = spans(line, count)
    if len(found) != 1:
        return None
    ((start, end),) = found
    (place,) = named(LineText(line.written(start, end)), count)
    return place, f"{line.written(0, start)} {line.written(end, len(line.plain))}".strip()
