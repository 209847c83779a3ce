"""Words on a picture, by Pillow: FreeType takes the weight out of the variable font itself, so that no instance of it is made or
kept, and to open it takes some milliseconds. What no font has is named (`fonts.readable`); marks that turn the writing
round are left out. Lengths are pixels."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import groupby
from typing import Final

from PIL import ImageFont
from PIL.ImageDraw import ImageDraw

from notifications.documents import fonts
from notifications.documents.lines import broken

Colour = tuple[int, int, int]

_TURNING: Final = frozenset({"Cc", "Cf", "Cs", "Co"})
_CUT: Final = "…"


def drawable(text: str) -> str:
    """On one line, and of characters that are there."""
    seen = "".join(each for each in " ".join(text.split()) if unicodedata.category(each) not in _TURNING)
    return fonts.readable(seen)


class Lettering:
    """One size and weight."""

    def __init__(self, size: int, weight: int = fonts.REGULAR) -> None:
        self._size, self._weight = size, weight

    def width(self, text: str) -> float:
        return sum(font.getlength(part) for font, part in self._runs(text))

    def write(self, on: ImageDraw, x: float, base: float, text: str, ink: Colour) -> None:
        """From `x` on, along the line `base` that letters stand on."""
        for font, part in self._runs(text):
            on.text((x, base), part, fill=ink, font=font, anchor="ls")
            x += font.getlength(part)

    def lines(self, text: str, width: float, most: int) -> list[str]:
        """At most so many; the last one is cut where there would be more."""
        found = broken(text, width, self.width)
        if len(found) <= most:
            return found
        return [*found[: most - 1], self.cut("".join(found[most - 1 :]), width)]

    def cut(self, text: str, width: float) -> str:
        """In the middle where it is wider: both ends tell names apart."""
        if self.width(text) <= width:
            return text
        fits, beyond = 0, len(text)
        while beyond - fits > 1:
            half = (fits + beyond) // 2
            fits, beyond = (half, beyond) if self.width(_without(text, half)) <= width else (fits, half)
        return _without(text, fits)

    def _runs(self, text: str) -> Iterator[tuple[ImageFont.FreeTypeFont, str]]:
        for family, several in groupby(text, _family):
            yield _font(family, self._size, self._weight), "".join(several)


def _without(text: str, kept: int) -> str:
    """So many characters of it, two thirds of them in front."""
    front = (kept * 2 + 2) // 3
    return f"{text[:front]}{_CUT}{text[len(text) - (kept - front) :]}"


@lru_cache(maxsize=10_000)
def _family(char: str) -> str:
    return next((each for each in fonts.FAMILIES if char in fonts.known(each)), fonts.FAMILIES[0])


@cache
def _font(family: str, size: int, weight: int) -> ImageFont.FreeTypeFont:
    with fonts.file(family) as path:
        font = ImageFont.truetype(path, size)
    font.set_variation_by_axes([weight])
    return font
