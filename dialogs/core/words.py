"""A person's own words, made fit to be kept and quoted."""

from __future__ import annotations

import re
import unicodedata

QUOTED = 24
SUMMARISED = 60

# what Unicode calls control, format, surrogate, private or unassigned: invisible, or turning the writing direction round
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})
_SPACES = re.compile(r"[^\S\n]+")
_BREAKS = re.compile(r"\s*\n\s*")


def clean(text: str, lines: bool = False) -> str:
    """Without what can't be seen and without spaces that mean nothing; in one line unless `lines`."""
    seen = "".join(char for char in text if char in "\n\t" or unicodedata.category(char) not in _UNSEEN)
    spaced = _BREAKS.sub("\n", _SPACES.sub(" ", seen)).strip()
    return spaced if lines else spaced.replace("\n", " ")


def head(text: str, longest: int = SUMMARISED) -> str:
    """The beginning of a long text, as one line."""
    line = " ".join(text.split())
    return line if len(line) <= longest else f"{line[:longest].rstrip()} …"


def quoted(text: str) -> str:
    """A typed text as an error repeats it."""
    return head(clean(text), QUOTED)


def columns(text: str) -> int:
    """How wide it is on a screen, where a Chinese character takes two columns."""
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)
