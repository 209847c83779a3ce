"""Sounds written in Bopomofo, as a character that sounds so: ㄅㄞ桦 is read 白桦 or 百桦."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from domain.letters import visible

_TONES = "ˉˊˇˋ˙"
_SYLLABLE = re.compile(f"[\u3105-\u312f]{{2,3}}[{_TONES}]?|[\u3105-\u312f][{_TONES}]")
"""One letter alone may be meant for the character that it is drawn like (ㄅ勹), and stays."""
_COMMON = range(16, 56)
"""Rows of GB 2312 with the characters in daily use, in the order of their sounds."""


def _common_characters() -> Iterator[str]:
    for row in _COMMON:
        yield from bytes(byte for cell in range(1, 95) for byte in (row + 0xA0, cell + 0xA0)).decode("gb2312", "ignore")


@cache
def _characters() -> dict[str, str]:
    """Letters of a syllable without its tone → the first character that sounds so."""
    from pypinyin import Style  # slow to load, and seldom needed
    from pypinyin.pinyin_dict import pinyin_dict
    from pypinyin.style import convert

    first: dict[str, str] = {}
    for char in _common_characters():
        first.setdefault(pinyin_dict[ord(char)].split(",", 1)[0], char)
    found: dict[str, str] = {}
    for sound, char in first.items():
        found.setdefault(convert(sound, Style.BOPOMOFO, True).strip(_TONES), char)
    return found


def read(raw: str) -> str:
    """The text with every syllable in Bopomofo as a character of that sound; almost always the text itself."""
    return _SYLLABLE.sub(_read, visible(raw)) if _SYLLABLE.search(raw) else raw


def _read(found: re.Match[str]) -> str:
    return _characters().get(found[0].strip(_TONES), found[0])
