"""`python -m bot.sandbox.emoji NotoColorEmoji.ttf`: cuts the page's font down to the signs that the bot says; prints its unicode-range.

The font is Noto Color Emoji (SIL Open Font License 1.1), and so is what is cut out of it.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

from fontTools import subset

PAGE = Path(__file__).parent / "page"
LOCALES = Path(__file__).parents[2] / "dialogs" / "locales"
SIGNS = re.compile("[\u2600-\u27bf\u2b00-\u2bff\U0001f300-\U0001faff\u23e9-\u23fa]")
PLAIN = "\u2713"
"""A tick that every font has."""


def signs() -> str:
    """Of both languages."""
    told = "".join(file.read_text("utf-8") for file in LOCALES.rglob("*.ftl"))
    return "".join(sorted(set(SIGNS.findall(told)) - set(PLAIN)))


def covered() -> set[int]:
    """What the page's font is asked for, by its style sheet."""
    told = re.search(r"unicode-range: ([^;]+);", (PAGE / "shell.css").read_text("utf-8"))
    return {int(each, 16) for each in re.findall(r"U\+([0-9A-F]+)", told[1])} if told is not None else set()


def main(font: str) -> None:
    points = [*map(ord, signs()), 0xFE0F]
    options = subset.Options(flavor="woff")
    whole = subset.load_font(font, options)
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=points)
    cutter.subset(whole)
    subset.save_font(whole, str(PAGE / "emoji.woff"), options)
    print(", ".join(f"U+{each:X}" for each in points))


if __name__ == "__main__":
    main(sys.argv[1])
