"""One line of a message, folded for reading, with each character's owner.

Every character ends as exactly one of: claimed by a part of the grammar, a mark or blank between words, or left over. What
is claimed is covered in `open`, so that no later part can read it again or read across it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from domain.names.text import simplified

COVERED = "\x00"
"""Stands in `open` for a character that has an owner; no message holds it (`fold` makes it a blank)."""


_POINT = re.compile(r"(?<=\d)(?<![\d.。]\d{3}\d)。(?=\d{1,4}(?![\d.。kw万千片个]))")


_FIRST = re.compile(r"(?<![\d.])元(?=月\s?[\d一二三十])")


def pointed(text: str) -> str:
    """3。15, as a Chinese keyboard writes 3.15; 元月8号 is 1月8号."""
    return _FIRST.sub("1", _POINT.sub(".", text))


_UNITS = "㎏㎎㎜㎝"


@lru_cache(maxsize=16384)
def _folded(char: str) -> str:
    """One width, one case, simplified. What is several characters in one (½, Ⅳ) stays as it is, for no half of it may be
    read by itself; but a kilogram is one."""
    if char == COVERED or (char.isspace() and char != "\n"):
        return " "
    text = unicodedata.normalize("NFKC", char).casefold()
    if len(text) > 1:
        return text if char in _UNITS else char
    return text if text.isascii() else simplified(text)


@dataclass(frozen=True, slots=True)
class Claim:
    """Who owns a part of the folded line, from `start` up to `end`."""

    start: int
    end: int
    part: str


class LineText:
    """`plain` is the folded text, `open` the same with what is claimed covered."""

    def __init__(self, raw: str) -> None:
        self.raw = raw
        pieces: list[str] = []
        self._origin: list[int] = []
        for place, char in enumerate(raw):
            folded = _folded(char)
            pieces.append(folded)
            self._origin.extend([place] * len(folded))
        self._origin.append(len(raw))
        self.plain = "".join(pieces)
        self.open = self.plain
        self.claims: list[Claim] = []

    def claim(self, start: int, end: int, part: str) -> None:
        """Raises `ValueError` where a character has an owner already: the grammar reads nothing twice."""
        if COVERED in self.open[start:end]:
            raise ValueError(f"{self.plain[start:end]!r} is read twice")
        self.claims.append(Claim(start, end, part))
        self.open = self.open[:start] + COVERED * (end - start) + self.open[end:]

    def reads(self, place: int, char: str) -> None:
        """Takes what stands there for another mark: 3,15 for 3.15."""
        self.plain = self.plain[:place] + char + self.plain[place + 1 :]
        self.open = self.open[:place] + char + self.open[place + 1 :]

    def written(self, start: int, end: int) -> str:
        """That part as it was typed."""
        return self.raw[self._origin[start] : self._origin[end] if end < len(self.plain) else len(self.raw)]

    def found(self, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
        """Its matches in what nobody owns yet; the caller may claim them while it looks on. One that reaches over what has an
        owner isn't one: 不是 大疆 0是 with the customer read already."""
        at = 0
        while match := pattern.search(self.open, at):
            if COVERED in match.group():
                at = match.start() + 1
                continue
            yield match
            at = max(match.end(), match.start() + 1)

    def left(self) -> list[str]:
        """What nobody owns, as typed, without the marks around it; marks alone are none."""
        runs = re.split(f"{COVERED}+|\\s{{2,}}", self.open)
        places: list[str] = []
        at = 0
        for run in runs:
            start = self.open.index(run, at) if run else at
            at = start + len(run)
            inner = _INNER.search(run)
            if inner is not None:
                places.append(self.written(start + inner.start(), start + inner.end()))
        return places


_INNER = re.compile(r"[^\W_](?:.*[^\W_%])?|[^\W_]", re.DOTALL)
"""From the first letter or digit to the last."""
