"""Numbers that can be said aloud, as people write them: DD-2026-00001, dd 2026 1, ＤＤ－２０２６－００００１."""

from __future__ import annotations

import re
import unicodedata

_SAID = re.compile(
    r"(?P<prefix>BB|BG|DD|FK|FS|GJ|GZ|HS|HT|JD|SS|WT|YQ|ZC|ZL)[\s_-]?(?P<year>20\d{2})[\s_-](?P<number>\d{1,9})"
)
_STROKES = str.maketrans(dict.fromkeys("‐‑‒–—―−_", "-"))


def number_of(text: str) -> str:
    """As it is kept: in capitals, with strokes, the last part with the digits that its kind has; what is none stays as it is."""
    plain = unicodedata.normalize("NFKC", text.translate(_STROKES)).strip(" #.。").upper()
    found = _SAID.fullmatch(plain)
    if found is None:
        return plain
    digits = 4 if found["prefix"] in ("FK", "HT", "WT") else 5
    return f"{found['prefix']}-{found['year']}-{int(found['number']):0{digits}}"


def is_number(text: str) -> bool:
    """Whether somebody writes a number and nothing else."""
    return _SAID.fullmatch(number_of(text)) is not None
