"""Reels, boxes and trays: 2盘*2500, 两盘共5000, 2卷 一卷3000, 10盘（2.5k/盘）. Their size must be told."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from decimal import Decimal

from domain.orders.reading import numerals
from domain.orders.reading.numerals import NUMBER
from domain.orders.reading.text import LineText

_PIECES, _START, _YUAN, _value = numerals.PIECES, numerals.START, numerals.YUAN, numerals.of_pieces
_MULTIPLE = r"(?:盘|卷|箱|盒|包|托|管|板|reels?|box(?:es)?|trays?)"
_COUNT = rf"(?:\d{{1,4}}|{numerals.SPOKEN})"
_REELS_TIMES = re.compile(
    rf"{_START}(?P<count>{_COUNT})\s?{_MULTIPLE}\s?[*×x,(]?\s?(?:[每一1]{_MULTIPLE})?\s?(?P<size>{NUMBER})\s?{_PIECES}?(?:\s?/\s?{_MULTIPLE})?\)?(?:\s?=\s?(?P<product>{NUMBER})(?!\s?{_YUAN})\s?{_PIECES}?)?"
    rf"|(?:每{_MULTIPLE})\s?(?P<size2>{NUMBER})\s?{_PIECES}?\s?[*×x,]?\s?(?P<count2>{_COUNT})\s?{_MULTIPLE}"
    rf"|{_START}(?P<size3>{NUMBER})\s?{_PIECES}?\s?/\s?{_MULTIPLE}\s?[*×x,]?\s?(?P<count3>{_COUNT})\s?{_MULTIPLE}"
)
_REELS_SUM = re.compile(
    rf"{_START}{_COUNT}\s?{_MULTIPLE}\s?(?:一?共|总共|合计|共计)\s?(?P<number>{NUMBER})\s?{_PIECES}?"
    rf"|{_START}(?P<before>{NUMBER})\s?{_PIECES}?\s?[(,]\s?{_COUNT}\s?{_MULTIPLE}\s?\)?"
)
_REELS = re.compile(rf"{_START}{_COUNT}\s?{_MULTIPLE}(?![a-z])")


@dataclass(slots=True)
class Reels:
    """`alone` are those whose size isn't told, as written."""

    quantities: list[Decimal] = field(default_factory=list)
    alone: list[str] = field(default_factory=list)


def claim(line: LineText) -> Reels:
    told = Reels()
    for reels in line.found(_REELS_TIMES):
        count = _value(reels["count"] or reels["count2"] or reels["count3"])
        size = _value(reels["size"] or reels["size2"] or reels["size3"])
        if count and size and size >= 10:
            told.quantities.append(count * size)
            agrees = reels["product"] is None or _value(reels["product"]) == count * size
            line.claim(reels.start(), reels.end() if agrees else reels.start("product"), "quantity")
    for total in line.found(_REELS_SUM):
        number = _value(total["number"] or total["before"])
        if number is not None:
            told.quantities.append(number)
            line.claim(*total.span(), "quantity")
    for alone in line.found(_REELS):
        line.claim(*alone.span(), "quantity")
        told.alone.append(line.written(*alone.span()))
    return told
