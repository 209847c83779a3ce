"""Text broken into lines as Chinese is set: between any two characters but where punctuation forbids it, and between the
words of Latin text. fpdf2 breaks at blanks alone, and would leave half a line empty in front of a long Chinese sentence."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import Final

Measure = Callable[[str], float]
"""The width of a text, in millimetres."""

_NEVER_FIRST: Final = frozenset("，。、；：？！）】》」』〉〕”’…—·～％‰℃,.;:?!)]}>%")
_NEVER_LAST: Final = frozenset("（【《「『〈〔“‘([{<￥¥$№#")
_BLANK: Final = " "
_AFTER: Final = frozenset("/@_")
"""Where what has no blanks is parted."""


def broken(text: str, width: float, measure: Measure, *, indent: float = 0.0) -> list[str]:
    """The lines of a text that is `width` millimetres wide, its first one less by `indent`. A word that is wider than a
    line is torn where it ends."""
    found: list[str] = []
    for paragraph in text.splitlines() or [""]:
        found += _filled(paragraph, width, measure, 0.0 if found else indent)
    return found


def _filled(text: str, width: float, measure: Measure, indent: float) -> Iterator[str]:
    line, room = "", width - indent
    for piece in _pieces(text):
        bare = piece.rstrip(_BLANK)
        if measure(bare) > width:  # a word that no line holds
            line += piece
            while len(line) > 1 and measure(line.rstrip(_BLANK)) > room:
                fits = _fitting(line, room, measure)
                yield line[:fits]
                line, room = line[fits:], width
            continue
        if line and measure(line + bare) > room:
            yield line.rstrip(_BLANK)
            line, room = "", width
        line += piece
    yield line.rstrip(_BLANK)


def _fitting(text: str, room: float, measure: Measure) -> int:
    """How many characters fit; at least one, or it would never end."""
    fits = 1
    while fits < len(text) and measure(text[: fits + 1]) <= room:
        fits += 1
    return fits


def _pieces(text: str) -> Iterator[str]:
    """What must not be parted."""
    start = 0
    for at, (before, after) in enumerate(pairwise(text), 1):
        if _may_part(before, after):
            yield text[start:at]
            start = at
    if text:
        yield text[start:]


def _may_part(before: str, after: str) -> bool:
    if after == _BLANK or after in _NEVER_FIRST or before in _NEVER_LAST:
        return False
    return before == _BLANK or before in _AFTER or _is_wide(before) or _is_wide(after)


def _is_wide(char: str) -> bool:
    return unicodedata.east_asian_width(char) in ("W", "F")
