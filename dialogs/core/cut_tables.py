"""A pasted table, cut into pieces: by headings above columns, or labels beside values."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

Known: TypeAlias = Callable[[str], bool]


How: TypeAlias = Literal["mark", "blank", "column"]


PREFIX = re.compile(
    r"\s*(?:[(（]?\d{1,2}[)）]|\d{1,2}[、．:：]|\d{1,2}\.(?!\d)|\d{1,2}(?=[ \u3000])|[①-⑳⑴-⒇]|[一二三四五六七八九十]{1,3}[、.．]"
    r"|[-–—−•·●○■□◆▪*＊>»√✓✅☆★])\s*"
)


@dataclass(frozen=True, slots=True)
class Piece:
    """`label` is as it was written, empty where there is none; `value` is what stands behind it. `text[start:end]` is the
    whole of it; of a table's row it is the value alone, whose label is its column's. `how` tells what parts the two."""

    label: str
    value: str
    start: int
    end: int
    how: How = "mark"
    row: int = 0
    """Of a table with a heading row: which of its rows, from 1."""

    @property
    def line(self) -> str:
        """What a person recognises it by."""
        return f"{self.label}：{self.value}" if self.row and self.label else ""


def is_prefix(text: str) -> bool:
    found = PREFIX.match(f"{text} ")
    return found is not None and found.end() >= len(text)


def span(text: str, start: int, end: int) -> tuple[int, int]:
    """Without the blanks around it."""
    inside = text[start:end]
    return start + len(inside) - len(inside.lstrip()), end - len(inside) + len(inside.rstrip())


@dataclass(frozen=True, slots=True)
class _Cell:
    value: str
    start: int
    end: int


TAB = re.compile(r"\t")


_COMMA, _WIDELY, _BLANKS, _PIPE = (
    re.compile(each) for each in (r"[，,;；]", r"(?:\u3000| {2})\s*", r"[ \u3000]+", r"[|｜]")
)


def columns(text: str, lines: list[tuple[int, int]], known: Known) -> re.Pattern[str]:
    """What parts the columns of a table that begins here: tabs, unless a heading stands over as many cells parted otherwise."""
    if len(lines) < 2 or any("\t" in text[start:end] for start, end in lines):
        return TAB
    for parts in (_PIPE, _COMMA, _WIDELY, _BLANKS):
        head, below = (_cells(text, *each, parts) for each in lines)
        sure = parts is not _BLANKS or all(known(each.value) for each in head)
        if sure and len(head) == len(below) and _is_heading(head, below, known):
            return parts
    bars = [text[start:end].strip() for start, end in lines]
    return _PIPE if all(each.startswith("|") and each.count("|") > 1 for each in bars) else TAB


def of_table(text: str, lines: list[tuple[int, int]], known: Known, parts: re.Pattern[str]) -> Iterator[Piece]:
    head: list[_Cell] = []
    row = 0
    for place, (start, end) in enumerate(lines):
        cells = _cells(text, start, end, parts)
        below = _cells(text, *lines[place + 1], parts) if place + 1 < len(lines) else []
        if _is_heading(cells, below, known):
            head, row = cells, 0
        elif head and not any(known(each.value) for each in cells):
            row += 1
            for column, cell in enumerate(cells):
                if cell.value:
                    label = head[column].value if column < len(head) else ""
                    yield Piece(label, cell.value, cell.start, cell.end, "column", row)
        else:
            head = []
            yield from _beside(cells, known)


def _is_heading(cells: list[_Cell], below: list[_Cell], known: Known) -> bool:
    """At least two labels, most of the row, over a row that has none: labels beside their values stand by turns."""
    filled = [each for each in cells if each.value]
    labels = sum(known(each.value) for each in filled)
    return labels >= 2 and labels * 2 > len(filled) and bool(below) and not any(known(each.value) for each in below)


def _beside(cells: list[_Cell], known: Known) -> Iterator[Piece]:
    """`label ⇥ value`, perhaps several pairs in the row, perhaps behind a running number."""
    filled = [each for each in cells if each.value]
    if len(filled) > 1 and is_prefix(filled[0].value) and not known(filled[0].value):
        filled = filled[1:]
    labels = [place for place, each in enumerate(filled) if known(each.value)]
    if not filled:
        return
    if not labels:
        first, rest = filled[0], filled[1:]
        value = "\t".join(each.value for each in rest)
        yield Piece(first.value if rest else "", value if rest else first.value, first.start, filled[-1].end)
        return
    if labels and labels[0] > 0:
        before = filled[: labels[0]]
        yield Piece("", "\t".join(each.value for each in before), before[0].start, before[-1].end)
    for place, following in zip(labels, [*labels[1:], len(filled)], strict=True):
        label, values = filled[place], filled[place + 1 : following]
        last = values[-1] if values else label
        yield Piece(label.value, " ".join(each.value for each in values), label.start, last.end)


def _cells(text: str, start: int, end: int, parts: re.Pattern[str] = TAB) -> list[_Cell]:
    """Between tabs; a cell in quotation marks may have tabs, line breaks and doubled marks in it. Of other columns those that
    stand outside of bars and blanks."""
    if parts is not TAB:
        start, end = span(text, start, end)
        if parts is _PIPE:
            start, end = start + text.startswith(("|", "｜"), start), end - text[start:end].endswith(("|", "｜"))
        ends = [(each.start(), each.end()) for each in parts.finditer(text, start, end)]
        places = zip([start, *(behind for _, behind in ends)], [*(before for before, _ in ends), end], strict=True)
        return [_Cell(text[one:other].strip(), *span(text, one, other)) for one, other in places]
    cells: list[_Cell] = []
    at = start
    while at <= end:
        close = _quoted_until(text, at, end) if text[at : at + 1] == '"' else None
        stop = text.find("\t", at if close is None else close, end)
        stop = end if stop < 0 else stop
        value = text[at:stop] if close is None else text[at + 1 : close].replace('""', '"') + text[close + 1 : stop]
        cells.append(_Cell(value.strip(), *span(text, at, stop)))
        at = stop + 1
    return cells


def _quoted_until(text: str, at: int, end: int) -> int | None:
    place = at + 1
    while (found := text.find('"', place, end)) >= 0:
        if found + 1 >= end or text[found + 1] in "\t\r\n":
            return found
        if text[found + 1] != '"':  # the mark belongs to what was written
            return None
        place = found + 2
    return None
