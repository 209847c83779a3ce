"""The written form of a name brought to one writing: what nobody sees, radicals, width, case, blanks, punctuation,
brackets, traditional characters."""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache
from hashlib import blake2s

from opencc import OpenCC

from domain import letters
from domain.letters.table import table
from domain.names import bopomofo

_OPENING = "([{<〈《「『【〔〖〘〚❨❪❲❴"
_CLOSING = ")]}>〉》」』】〕〗〙〛❩❫❳❵"


class _Writing(dict[int, str | None]):
    """`str.translate` table, filled as characters are met: brackets become (), radicals the characters they look like;
    what is neither letter nor digit goes, and so does a letter that is drawn as nothing."""

    def __missing__(self, code: int) -> str | None:
        char = chr(code)
        if char in _OPENING:
            out: str | None = "("
        elif char in _CLOSING:
            out = ")"
        elif code in table().radicals:
            out = table().radicals[code]
        elif char in table().ignorable:
            out = None
        else:
            out = char if unicodedata.category(char)[0] in "LN" or letters.is_han(char) else None
        self[code] = out
        return out


_writing = _Writing()


@cache
def _converter() -> OpenCC:
    return OpenCC("t2s")


def simplified(text: str) -> str:
    """Traditional characters as simplified ones; what is no text (half a character) stays as it is."""
    try:
        converted: str = _converter().convert(text)
    except UnicodeEncodeError:
        return text
    return converted


def _plain(text: str) -> str:
    """One width, one case, no marks. What can't be seen goes first, for it would keep apart what the normal form joins;
    folding case can undo the normal form, so that is made anew."""
    text = letters.one_width(letters.visible(text)).casefold()
    return unicodedata.normalize("NFKC", text).translate(_writing)


@lru_cache(maxsize=4096)
def fold(raw: str) -> str:
    """The name in one writing; of the marks only brackets, as (), are left.

    Converted twice: a traditional character can become one that itself has a simpler form.
    """
    text = _plain(raw)
    return text if text.isascii() else simplified(simplified(text))


LONGEST_KEY = 120
"""Characters that a same-key is kept in: one sign can stand for a whole sentence (﷽)."""


def same_key(raw: str) -> str:
    """What decides that two names are the same: the one writing without brackets. Empty for a text without letters."""
    key = without_brackets(fold(raw))
    if len(key) <= LONGEST_KEY:
        return key
    return key[: LONGEST_KEY - 32] + blake2s(key.encode(), digest_size=16).hexdigest()


@lru_cache(maxsize=4096)
def look(raw: str) -> str:
    """The name in one writing as the eye reads it, for whatever compares and finds: letters that look like Latin or
    Chinese ones are those, and sounds in Bopomofo are characters that sound so."""
    seen = letters.outline(bopomofo.read(raw))
    return fold(raw) if seen == raw else fold(seen)


@lru_cache(maxsize=4096)
def look_key(raw: str) -> str:
    """Equal for two names that the eye can't tell apart. For almost every name it is the same-key."""
    seen = letters.skeleton(letters.outline(raw))
    return same_key(raw) if seen == raw else same_key(seen)


def without_brackets(folded: str) -> str:
    return folded.replace("(", "").replace(")", "")


def is_traditional(raw: str) -> bool:
    """Whether the name is written with traditional characters."""
    text = _plain(raw)
    return not text.isascii() and simplified(text) != text
