"""A person's own words, made fit to be kept and quoted."""

from __future__ import annotations

import re
import unicodedata

from dialogs.core.screen import Wording, say
from domain.base.bilingual import in_each
from domain.base.nothing import says_nothing
from domain.letters import clean

__all__ = ["QUOTED", "SUMMARISED", "bare", "clean", "columns", "folding", "head", "quoted", "says_nothing"]

QUOTED = 24
SUMMARISED = 60


def head(text: str, longest: int = SUMMARISED) -> str:
    """The beginning of a long text, as one line."""

    def cut(told: str) -> str:
        line = " ".join(told.split())
        return line if len(line) <= longest else f"{line[:longest].rstrip()} …"

    return in_each(text, cut)


def quoted(text: str) -> str:
    """A typed text as an error repeats it."""
    return head(clean(text), QUOTED)


def columns(text: str) -> int:
    """How wide it is on a screen, where a Chinese character takes two columns."""
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)


A_LINE = 40
"""Columns of a phone's line."""
FOLDED = 4
"""Lines from which on somebody's long words stand folded, as Telegram shows three of them."""


def folding(text: str) -> Wording:
    """The words as they are; long ones as a quote that a tap unfolds. It stands in lines of its own, wherever a sentence has it."""
    lines = sum(max(1, -(-columns(line) // A_LINE)) for line in text.splitlines())
    return say("core-folded", text=text) if lines > FOLDED else text


_AROUND = re.compile(r"^[^\w]+|\s*[(（]\d+[)）]$")


def bare(label: str) -> str:
    """A label without its icon and count, as it is written."""
    return _AROUND.sub("", label).strip().casefold()
