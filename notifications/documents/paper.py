"""A4 paper that is written on from top to bottom: fonts, margins, the running line, page x of y, a watermark, and text whose
lines are broken here. Absent: what is written (`printed`)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Final

from fpdf import FPDF
from fpdf.enums import XPos, YPos
from typing_extensions import override

from notifications.documents import fonts
from notifications.documents.lines import broken

LINE: Final = 5.6
"""Millimetres; so are all lengths here. Sizes of fonts are in points."""
SIZE: Final = 9.5
MARGIN: Final = 18.0
INK, PALE, RULE, SHADE = (30, 30, 30), (110, 110, 110), (190, 197, 205), (243, 245, 248)
_HEADER: Final = 7.0
_MARK: Final = 150.0
"""How long a watermark is at most, from corner to corner."""
_MARK_SIZE: Final = 110.0


class Paper(FPDF):
    """What no font has is named. `page` says `第 {page} 页，共 {pages} 页`; `text` is all that will be written, so that the fonts have it. They lie in
    `folder` until the paper was put out."""

    def __init__(self, text: str, folder: Path, *, running: str, page: str, watermark: str = "") -> None:
        super().__init__(format="A4")
        self._running, self._page, self._watermark = running, page, watermark
        self._widths: dict[tuple[str, float, str], float] = {}
        self.set_margin(MARGIN)
        self.c_margin = 0.0
        self.set_auto_page_break(auto=False)
        self._add_fonts(fonts.readable(text) + running + page + watermark, folder)
        self.write_in()
        self.add_page()

    def _add_fonts(self, text: str, folder: Path) -> None:
        needed = dict(fonts.families(text))
        for family, part in needed.items():
            made = fonts.write(family, part, folder)
            self.add_font(family, "", made[fonts.REGULAR])
            self.add_font(family, "B", made[fonts.BOLD])
        self.set_fallback_fonts([each for each in needed if each != fonts.FAMILIES[0]])

    @property
    def bottom(self) -> float:
        return float(self.h) - MARGIN

    @property
    def below_header(self) -> float:
        return MARGIN + _HEADER

    def write_in(self, style: str = "", size: float = SIZE, ink: tuple[int, int, int] = INK) -> None:
        self.set_font(fonts.FAMILIES[0], style, size)
        self.set_text_color(*ink)

    def width_of(self, text: str, style: str = "", size: float = SIZE) -> float:
        return sum(self._width(char, style, size) for char in text)

    def _width(self, char: str, style: str, size: float) -> float:
        known = self._widths.get((style, size, char))
        if known is None:
            self.set_font(fonts.FAMILIES[0], style, size)
            known = self._widths[style, size, char] = float(self.get_string_width(char))
        return known

    def lines(self, text: str, width: float, style: str = "", size: float = SIZE, indent: float = 0.0) -> list[str]:
        return broken(fonts.readable(text), width, partial(self.width_of, style=style, size=size), indent=indent)

    def room(self, height: float) -> bool:
        """A new page where so much doesn't fit any more; whether one was begun."""
        if self.y + height <= self.bottom or self.y <= self.below_header:
            return False
        self.add_page()
        return True

    def write_lines(
        self, lines: Sequence[str], x: float, width: float, *, height: float = LINE, align: str = "L"
    ) -> None:
        for line in lines:
            self.set_x(x)
            self.cell(width, height, line, align=align, new_x=XPos.LMARGIN, new_y=YPos.NEXT)

    @override
    def header(self) -> None:
        self.write_in(size=8, ink=PALE)
        self.cell(0, 5, self._running, align="R", new_x=XPos.LMARGIN, new_y=YPos.NEXT)
        self.set_y(self.below_header)
        self.write_in()

    @override
    def footer(self) -> None:
        """The watermark, too: it lies over what is shaded."""
        self.set_y(-14)
        self.write_in(size=8, ink=PALE)
        self.cell(0, 5, self._page.format(page=self.page_no(), pages="{nb}"), align="C")
        if self._watermark:
            self._mark()
        self.write_in()

    def _mark(self) -> None:
        size = _MARK_SIZE * min(1.0, _MARK / self.width_of(self._watermark, "B", _MARK_SIZE))
        x, y, high = float(self.w) / 2, float(self.h) / 2, _MARK_SIZE / 2
        with self.local_context(fill_opacity=0.13), self.rotation(50, x, y):
            self.write_in("B", size, PALE)
            self.set_xy(x - _MARK / 2, y - high / 2)
            self.cell(_MARK, high, self._watermark, align="C")
