"""Bars as a picture: legible on a phone, small, true to their values, and not broken by any name."""

from __future__ import annotations

from io import BytesIO
from itertools import combinations

import pytest
from PIL import Image

from notifications.documents.bar_chart import MARGIN, SERIES, WIDTH, WORDS, BarChart, Bars, BarValue, draw
from notifications.documents.lettering import Colour, drawable

SMALL = 100_000
HOSTILE = (
    "$\\frac{1}{2}$ 电子",
    "💡👍🏽 灯具",
    "\u202eשלום\u202c 公司",
    "换\n行\tA",
    "𠮷野家",
    "字" * 60,
    "<b>粗</b> & \\x00\x00",
    "W" * 60,
    "",
    "\u200d\ufe0f",
)
BLIND = {
    "protanopia": ((0.152, 1.053, -0.205), (0.115, 0.786, 0.099), (-0.004, -0.048, 1.052)),
    "deuteranopia": ((0.367, 0.861, -0.228), (0.280, 0.673, 0.047), (-0.012, 0.043, 0.969)),
    "tritanopia": ((1.256, -0.077, -0.179), (-0.078, 0.931, 0.148), (0.005, 0.691, 0.304)),
}
"""Machado, Oliveira and Fernandes (2009), at full severity."""


def chart(*groups: tuple[str, float | None, float | None], title: str = "6月出货 12.4 万片，比上月多 18%") -> BarChart:
    bars = [Bars(name, [BarValue(each, str(each)) for each in values]) for name, *values in groups]
    return BarChart(title=title, about="数量（片）· 按客户", series=("6月", "5月"), groups=bars)


def opened(picture: bytes) -> Image.Image:
    return Image.open(BytesIO(picture)).convert("RGB")


def lengths(picture: Image.Image, colour: Colour) -> list[int]:
    """Of the bars of that colour, from top to bottom, without the legend's mark; in pixels."""
    found, last = [], 0
    for y in range(picture.height):
        length = sum(_near(picture.getpixel((x, y)), colour) for x in range(WIDTH))
        if length > 40 and last <= 40:
            found.append(length)
        last = length
    return found


def _near(one: object, other: Colour) -> bool:
    assert isinstance(one, tuple)
    return all(abs(a - b) < 24 for a, b in zip(one, other, strict=True))


@pytest.mark.parametrize("name", HOSTILE)
def test_no_name_breaks_a_picture(name: str) -> None:
    made = draw(chart((name, 5000, 3000), ("启明", 100, None), title=f"{name} 6月出货 5,000 片，比上月多 67%"))
    assert opened(made).width == WIDTH
    assert len(made) < SMALL


def test_what_looks_like_a_formula_is_drawn_as_it_is_and_turning_marks_are_not() -> None:
    assert drawable("$x^2$ <b>") == "$x^2$ <b>"
    assert drawable("\u202eabc\u202c\n d") == "abc d"
    assert drawable("💡灯") == "[electric light bulb]灯"


def test_bars_are_as_long_as_their_values_and_what_came_back_lies_on_the_other_side() -> None:
    picture = opened(draw(chart(("甲", 8000, 4000), ("乙", 2000, -2000))))
    (long, short), (half, back) = (lengths(picture, each) for each in SERIES)
    assert long / short == pytest.approx(4, rel=0.03)
    assert long / half == pytest.approx(2, rel=0.03)
    assert short == pytest.approx(back, abs=3)


def test_nothing_at_all_and_nothing_that_can_be_said_make_a_picture_too() -> None:
    for groups in ((), (("甲", None, None),), (("甲", 0, 0), ("乙", None, 0))):
        assert lengths(opened(draw(chart(*groups))), SERIES[0]) == []


def test_the_largest_picture_is_small_and_no_taller_than_a_phone_takes() -> None:
    groups = [(f"{place}{'深圳市星河联创电子有限公司' * 3}", 123456.0 - place, 99999.0) for place in range(8)]
    made = draw(chart(*groups))
    assert len(made) < SMALL
    assert opened(made).height <= 1280


def test_words_are_legible_where_a_picture_is_360_pixels_wide() -> None:
    picture = opened(draw(chart(("启明", 8000, 4000))))
    assert WORDS.width("启") * 360 / picture.width >= 13
    assert MARGIN > 0


@pytest.mark.parametrize("seen", BLIND.values(), ids=BLIND.keys())
def test_the_series_are_told_apart_by_who_sees_colours_otherwise(seen: tuple[tuple[float, ...], ...]) -> None:
    paper = (255, 255, 255)
    for one, other in combinations((*SERIES, paper), 2):
        assert _contrast(_as_seen(one, seen), _as_seen(other, seen)) >= 1.5


def _as_seen(colour: Colour, by: tuple[tuple[float, ...], ...]) -> tuple[float, ...]:
    light = [(each / 255) ** 2.2 for each in colour]
    return tuple(min(1.0, max(0.0, sum(a * b for a, b in zip(row, light, strict=True)))) for row in by)


def _contrast(one: tuple[float, ...], other: tuple[float, ...]) -> float:
    """By lightness alone, as in WCAG."""
    first, second = (0.2126 * each[0] + 0.7152 * each[1] + 0.0722 * each[2] + 0.05 for each in (one, other))
    return max(first, second) / min(first, second)
