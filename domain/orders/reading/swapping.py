"""One batch said to be another: 批次是B78不是B77, B77改成B78. What is told besides of batches is added (`amend`)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from domain.orders.reading import batches
from domain.orders.reading.records import ReadRow
from domain.orders.reading.text import LineText

_CODE = r"[a-z]{0,3}\d[\w.\-]{0,20}?(?![a-z\d.\-])"
_INSTEAD_OF_BATCH = re.compile(
    rf"(?:批次号?|批号)?\s?(?:写?错了|不是|不对)?\s?(?P<wrong>{_CODE})\s?(?:写?错了|不对)?[\s,，]*(?:改成|改为|换成|换为|而是|应该?是|应为|是)\s?(?P<right>{_CODE})"
    rf"|(?:批次号?|批号)\s?(?:应该?|其实)?[是为]?\s?(?P<right2>{_CODE})[\s,，]*而?(?:不是|非)\s?(?P<wrong2>{_CODE})"
)


def told(line: LineText, rows: Sequence[ReadRow]) -> tuple[str, str] | None:
    """是B78不是B77, B77改成B78: one that stands there (folded), and the one that takes its place."""
    for found in line.found(_INSTEAD_OF_BATCH):
        wrong = found["wrong"] or found["wrong2"]
        if any(_has_batch(row, wrong) for row in rows):
            right = batches.kept(line, *found.span("right" if found["right"] else "right2"))
            line.claim(*found.span(), "batches")
            return wrong, right
    return None


def _has_batch(row: ReadRow, code: str) -> bool:
    return any(each.code.casefold() == code for each in row.batches)


def places(rows: Sequence[ReadRow], instead: tuple[str, str] | None) -> list[int]:
    return [] if instead is None else [place for place, row in enumerate(rows) if _has_batch(row, instead[0])]


def done(row: ReadRow, instead: tuple[str, str] | None) -> ReadRow:
    if instead is None:
        return row
    wrong, right = instead
    told = (replace(each, code=right) if each.code.casefold() == wrong else each for each in row.batches)
    return replace(row, batches=tuple({each.code.casefold(): each for each in told}.values()))
