"""Bars as a picture for a phone: what was found as the title, a bar a line, its value written on it, at most two series.

Legible where it is shown 360 pixels wide: it is drawn twice as large. Blue and orange (of Okabe and Ito) are told apart by
whoever sees colours otherwise, and by their lightness alone; so does their order, which the legend has, too. Absent: which
figures, and in which words (`notifications.jobs.figures_picture`).
"""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PIL import Image, ImageDraw

from notifications.documents import fonts
from notifications.documents.lettering import Colour, Lettering, drawable

WIDTH: Final = 720
MARGIN: Final = 28
INK: Final[Colour] = (30, 30, 30)
PALE: Final[Colour] = (95, 102, 112)
RULE: Final[Colour] = (190, 197, 205)
PAPER: Final[Colour] = (255, 255, 255)
SERIES: Final[Sequence[Colour]] = ((0, 114, 178), (230, 159, 0))
TITLE, WORDS, SMALL = Lettering(38, fonts.BOLD), Lettering(28), Lettering(25)
TITLE_LINE, LINE, BAR, BAR_GAP, GROUP_GAP, GAP = 52, 40, 30, 4, 18, 12
TITLE_LINES: Final = 3
MARK: Final = 5
"""How broad the line of a target is."""
BESIDE: Final = 0.32
"""Names as narrow as this part of the picture stand beside their bars, wider ones above them."""
COLOURS: Final = 64
_COMMA: Final = re.compile(r"(?<=，)|(?<=, )")


@dataclass(frozen=True, slots=True)
class BarValue:
    """`size` None: it can't be said, and has no bar. `mark`: what it is held against, a line across the bar."""

    size: float | None
    text: str
    mark: float | None = None


@dataclass(frozen=True, slots=True)
class Bars:
    """Those of one group, one for each series."""

    name: str
    values: Sequence[BarValue]


@dataclass(frozen=True, slots=True, kw_only=True)
class BarChart:
    """`series` are named where there are two, `marks` what they are where there are any."""

    title: str
    about: str
    series: Sequence[str]
    groups: Sequence[Bars]
    foot: Sequence[str] = ()
    marks: str = ""


def draw(chart: BarChart) -> bytes:
    """A PNG."""
    sheet = _Sheet(chart)
    picture = Image.new("RGB", (WIDTH, sheet.height), PAPER)
    sheet.draw(ImageDraw.Draw(picture))
    out = io.BytesIO()
    picture.quantize(COLOURS, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE).save(
        out, "PNG", optimize=True
    )
    return out.getvalue()


class _Sheet:
    """What is drawn where, from top to bottom."""

    def __init__(self, chart: BarChart) -> None:
        room = WIDTH - 2 * MARGIN
        self._title = _parted(drawable(chart.title), room)
        self._about = SMALL.lines(drawable(chart.about), room, 2)
        self._foot = [line for each in chart.foot for line in SMALL.lines(drawable(each), room, 2)]
        legend = [*(chart.series if len(chart.series) > 1 else ()), *([chart.marks] if chart.marks else ())]
        self._legend = [SMALL.cut(drawable(each), room / max(2, len(legend)) - BAR - GAP) for each in legend]
        self._marks = bool(chart.marks)
        names = [drawable(each.name) for each in chart.groups]
        widest = max(map(WORDS.width, names), default=0.0)
        self._beside = widest <= BESIDE * WIDTH
        self._names = names if self._beside else [WORDS.cut(each, room) for each in names]
        self._groups = chart.groups
        left = MARGIN + (widest + GAP if self._beside else 0.0)
        values = [each for group in chart.groups for each in group.values]
        written = max((WORDS.width(each.text) for each in values), default=0.0)
        self._scale = _Scale(
            [size for each in values for size in (each.size, each.mark) if size is not None],
            left,
            room + MARGIN - written - GAP,
        )

    @property
    def height(self) -> int:
        lines = len(self._about) + len(self._foot) + bool(self._legend)
        groups = sum(self._high(each) + GROUP_GAP for each in self._groups)
        return (
            2 * MARGIN + TITLE_LINE * len(self._title) + LINE * lines + GAP + groups - (0 if self._foot else GROUP_GAP)
        )

    def _high(self, group: Bars) -> int:
        bars = len(group.values) * (BAR + BAR_GAP)
        return bars if self._beside else bars + LINE

    def draw(self, on: ImageDraw.ImageDraw) -> None:
        y = MARGIN
        for line in self._title:
            TITLE.write(on, MARGIN, y + TITLE_LINE * 0.75, line, INK)
            y += TITLE_LINE
        for line in self._about:
            SMALL.write(on, MARGIN, y + LINE * 0.7, line, PALE)
            y += LINE
        y = self._names_of_colours(on, y) + GAP
        for name, group in zip(self._names, self._groups, strict=True):
            self._group(on, y, name, group)
            y += self._high(group) + GROUP_GAP
        for line in self._foot:
            SMALL.write(on, MARGIN, y + LINE * 0.7, line, PALE)
            y += LINE

    def _names_of_colours(self, on: ImageDraw.ImageDraw, y: int) -> int:
        if not self._legend:
            return y
        x: float = MARGIN
        colours = SERIES if len(self._legend) - self._marks else ()
        for place, name in enumerate(self._legend):
            if place < len(colours):
                on.rectangle((x, y + 9, x + 22, y + 31), colours[place])
            else:
                on.rectangle((x + 9, y + 5, x + 9 + MARK, y + 35), INK)
            SMALL.write(on, x + 22 + GAP, y + LINE * 0.7, name, INK)
            x += 22 + 3 * GAP + SMALL.width(name)
        return y + LINE

    def _group(self, on: ImageDraw.ImageDraw, y: int, name: str, group: Bars) -> None:
        if self._beside:
            WORDS.write(on, MARGIN, y + (self._high(group) - BAR - BAR_GAP) / 2 + BAR * 0.83, name, INK)
        else:
            WORDS.write(on, MARGIN, y + LINE * 0.7, name, INK)
            y += LINE
        zero = self._scale.zero
        on.line((zero, y - BAR_GAP, zero, y + len(group.values) * (BAR + BAR_GAP) - 1), RULE, 2)
        for place, value in enumerate(group.values):
            x0, x1 = self._scale.ends(value.size or 0.0)
            if x1 - x0 >= 1:
                on.rectangle((x0, y, x1, y + BAR - 1), SERIES[place % len(SERIES)])
            if value.mark is not None:
                x = self._scale.at(value.mark)
                on.rectangle((x - MARK / 2, y - BAR_GAP, x + MARK / 2, y + BAR + BAR_GAP - 1), INK)
                x1 = max(x1, x)
            WORDS.write(on, x1 + GAP, y + BAR * 0.83, value.text, INK)
            y += BAR + BAR_GAP


def _parted(title: str, width: float) -> list[str]:
    """Behind the last comma, if that makes two lines of it."""
    parts = _COMMA.split(title)
    front, last = "".join(parts[:-1]).rstrip(), parts[-1]
    if front and TITLE.width(title) > width and max(TITLE.width(front), TITLE.width(last)) <= width:
        return [front, last]
    return TITLE.lines(title, width, TITLE_LINES)


class _Scale:
    """Sizes to the left and to the right of zero, between two edges."""

    def __init__(self, sizes: Sequence[float], left: float, right: float) -> None:
        most, least = max((0.0, *sizes)), min((0.0, *sizes))
        self._unit = (right - left) / (most - least) if most > least else 0.0
        self.zero = left - least * self._unit

    def at(self, size: float) -> float:
        return self.zero + size * self._unit

    def ends(self, size: float) -> tuple[float, float]:
        end = self.at(size)
        return min(self.zero, end), max(self.zero, end)
