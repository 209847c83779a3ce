"""The written form of a name brought to one writing: width, case, blanks, punctuation, brackets, traditional characters."""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache

from opencc import OpenCC

_OPENING = "([{<〈《「『【〔〖〘〚❨❪❲❴"
_CLOSING = ")]}>〉》」』】〕〗〙〛❩❫❳❵"


class _Writing(dict[int, str | None]):
    """`str.translate` table, filled as characters are met: brackets become (), what is neither letter nor digit goes."""

    def __missing__(self, code: int) -> str | None:
        char = chr(code)
        if char in _OPENING:
            out: str | None = "("
        elif char in _CLOSING:
            out = ")"
        else:
            out = char if unicodedata.category(char)[0] in "LN" else None
        self[code] = out
        return out


_writing = _Writing()


@cache
def _converter() -> OpenCC:
    return OpenCC("t2s")


def simplified(text: str) -> str:
    """Traditional characters as simplified ones."""
    converted: str = _converter().convert(text)
    return converted


def _plain(text: str) -> str:
    """One width, one case, no marks. Folding case can undo the normal form, so that is made anew."""
    text = unicodedata.normalize("NFKC", text).casefold()
    return unicodedata.normalize("NFKC", text).translate(_writing)


@lru_cache(maxsize=4096)
def fold(raw: str) -> str:
    """The name in one writing; of the marks only brackets, as (), are left.

    Converted twice: a traditional character can become one that itself has a simpler form.
    """
    text = _plain(raw)
    return text if text.isascii() else simplified(simplified(text))


def same_key(raw: str) -> str:
    """What decides that two names are the same: the one writing without brackets. Empty for a text without letters."""
    return without_brackets(fold(raw))


def without_brackets(folded: str) -> str:
    return folded.replace("(", "").replace(")", "")


def is_traditional(raw: str) -> bool:
    """Whether the name is written with traditional characters."""
    text = _plain(raw)
    return not text.isascii() and simplified(text) != text
