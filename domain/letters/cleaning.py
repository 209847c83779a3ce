"""A person's own words made fit to be kept: without what can't be seen and without blanks that mean nothing.

Everything that anybody types, sends as a cell or searches for goes through `clean`. Nothing that can be seen is changed
into something else: what is *meant* by the letters is for whoever compares them (`domain.names`).
"""

from __future__ import annotations

import re
import unicodedata

from domain.letters.table import is_han, table

_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})
"""What Unicode calls control, format, surrogate, private or unassigned."""
_BLANKS = re.compile("[^\\S\n]+")
_BREAKS = re.compile(r"[^\S\n]*\n[^\S\n]*")
_PARAGRAPHS = re.compile(r"\n{3,}")
_DRAWN_BLANK = str.maketrans({"\u2800": " ", "\x85": "\n", "\u2028": "\n", "\u2029": "\n"})
"""Blanks and line breaks that Unicode doesn't call so, or that `\\s` alone knows."""

HYPHENS = str.maketrans({"\u2010": "-", "\u2011": "-"})
"""Hyphens that documents have, one of which no line ends at."""

_PICTURE, _JOINER, _KEYCAP = "\ufe0f", "\u200d", "\u20e3"
_TAGS, _END_OF_TAGS = range(0xE0020, 0xE007F), 0xE007F
_LONGEST_TAG = 8
"""The flags that are written with tags have five; more would be a hidden message."""
_NARROW = {wide: wide - 0xFEE0 for wide in (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))}


def clean(text: str, lines: bool = False) -> str:
    """In one line; with `lines` free text, which keeps its lines, its paragraphs and its emoji as they were put together."""
    seen = _free(text.translate(_DRAWN_BLANK)) if lines else visible(text.translate(_DRAWN_BLANK))
    if not lines:
        return " ".join(seen.split())
    return _PARAGRAPHS.sub("\n\n", _BREAKS.sub("\n", _BLANKS.sub(" ", seen))).strip()


def narrow(text: str) -> str:
    """Letters and digits of Latin as they are typed, not as wide as Chinese ones: ＳＴＣ８ is STC8. Marks stay."""
    return text.translate(_NARROW)


def visible(text: str) -> str:
    """Without anything that can't be seen, and without marks on Chinese characters."""
    if text.isprintable() and table().hidden.isdisjoint(text):
        return text
    out: list[str] = []
    for char in text:
        if not _is_unseen(char) and not (char in table().marks and _on_han(out)):
            out.append(char)
    return "".join(out)


def _free(text: str) -> str:
    if text.isprintable() and table().hidden.isdisjoint(text):
        return text
    out: list[str] = []
    until = 0
    for i, char in enumerate(text):
        if i < until:
            out.append(char)
        elif end := _tags_end(text, i):
            until = end
            out.append(char)
        elif _belongs(text, i, out) or not (_is_unseen(char) or (char in table().marks and _on_han(out))):
            out.append(char)
    return "".join(out)


def _is_unseen(char: str) -> bool:
    if char in "\n\t":
        return False
    if char in table().ignorable:
        return True
    kind = unicodedata.category(char)
    return kind in _UNSEEN and not (kind == "Cn" and (char in table().pictures or is_han(char)))


def _on_han(before: list[str]) -> bool:
    for char in reversed(before):
        if char not in table().marks:
            return is_han(char)
    return False


def _belongs(text: str, i: int, before: list[str]) -> bool:
    """Whether the sign that asks for a picture (FE0F) or joins two (200D) stands directly behind an emoji."""
    char, last, following = text[i], before[-1] if before else "", text[i + 1 : i + 2]
    if not last:
        return False
    if char == _PICTURE:
        is_key = last in "0123456789#*"
        return following == _KEYCAP if is_key else last in table().emoji
    if char == _JOINER:
        joined = last == _PICTURE or last in table().emoji
        return joined and bool(following) and following in table().pictures
    return False


def _tags_end(text: str, i: int) -> int:
    """Where the tags end that stand directly behind an emoji (the flag of Scotland); 0 where there are none, or where
    they go on for longer than any flag."""
    if i == 0 or ord(text[i]) not in _TAGS or text[i - 1] not in table().pictures:
        return 0
    end = i
    while end < len(text) and end - i <= _LONGEST_TAG and ord(text[end]) in _TAGS:
        end += 1
    return end + 1 if end < len(text) and ord(text[end]) == _END_OF_TAGS else 0
