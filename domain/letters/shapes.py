"""What the eye can't tell apart: letters that look the same brought to one (UTS #39 and what Chinese text adds to it).

Never the reason that two names are the same: they are put before a person as look-alikes.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

from domain.letters.cleaning import visible
from domain.letters.table import is_han, table, unified

_AGAIN = "々"
_AGAIN_AFTER = re.compile(f"(.){_AGAIN}+")
_APRON = "\u5dff"
"""巿, which is in no name: whoever writes it means 市."""
_ZEROS = "〇零○◯⭕"
_DRAWN = str.maketrans(
    {char: han for signs, han in (("—–―‒−‐－-", "一"), ("=＝", "二"), ("≡☰", "三"), ("+＋✚✛✜†", "十"), ("□▢◻☐⬜", "口"),
                                  ("⊞", "田"), ("⊥", "上"), ("∧⋀", "人"), ("|｜¦", "丨"))
     for char in signs}
)  # fmt: skip
"""Signs that are drawn like a Chinese character."""
_WORD = re.compile("[0-9a-z]+")
_LETTER = re.compile("[a-hj-km-np-z]")
"""A letter that is none of those that look like a digit."""
_AS_LETTERS = str.maketrans({"0": "o", "1": "l", "i": "l"})
_AS_DIGITS = str.maketrans({"o": "0", "i": "1", "l": "1"})


_RAISED = str.maketrans(dict.fromkeys("™℠🅪🅫🅬🄪🄫®©"))


def one_width(text: str) -> str:
    """Compatible forms as plain ones (ＴＣＬ, ㈱), without the marks that are no part of a name but would become letters:
    TCL™."""
    return unicodedata.normalize("NFKC", text.translate(_RAISED))


_STROKES = frozenset("丨丶亅乚乀乁丄丅𠃊𠃌𠄌")
"""Single strokes: no brand has them; between characters they are overlooked (丨三一). (丿 stands in registered names.)"""


def _without_strokes(text: str) -> str:
    return text if _STROKES.isdisjoint(text) else "".join(char for char in text if char not in _STROKES)


def outline(text: str) -> str:
    """Letters of other alphabets, and signs of Japanese, as the Latin and Chinese ones that they look like: ТСL → TCL,
    大连重エ → 大连重工, 々 → the character before. Latin letters lose their accents; digits stay."""
    text = unified(one_width(visible(text))).replace(_APRON, "市")
    if table().foreign.isdisjoint(text) and _AGAIN not in text:
        return _without_strokes(text)
    text = _AGAIN_AFTER.sub(lambda found: found[1] * len(found[0]), text)
    return _without_strokes("".join(map(_outlined, text)))


@lru_cache(maxsize=4096)
def _outlined(char: str) -> str:
    if char.isascii() or (is_han(char) and char != _AGAIN):
        return char
    char = _bare(char)
    return _bare(table().confusable.get(ord(char), char))


def _bare(char: str) -> str:
    """A letter without what is drawn on it: é → e. Kana keep their marks, which make other sounds."""
    return unicodedata.normalize("NFD", char)[0] if char in table().alphabets else char


def skeleton(text: str) -> str:
    """As much as the eye sees of an outline in one case, of whatever was left of marks: O and 0, I, l and 1, rn and m,
    士 and 土 are one.

    A word with letters is read as letters (A0C → aoc), one without as digits, so is a zero within Chinese (二〇 → 二0).
    """
    if not _DRAWN.keys().isdisjoint(map(ord, text)):
        text = "".join(_sign(text, i) for i in range(len(text)))
    if not (shapes := _shapes()).keys().isdisjoint(map(ord, text)):
        text = text.translate(shapes)
    return _WORD.sub(_read, text.casefold())


def _sign(text: str, i: int) -> str:
    """The character at that place; a sign within Chinese as the character that it is drawn like."""
    char = text[i]
    beside = text[max(i - 1, 0) : i] + text[i + 1 : i + 2]
    return char.translate(_DRAWN) if any(map(is_han, beside)) else char


@cache
def _shapes() -> dict[int, str]:
    return table().confusable | {ord(char): "0" for char in _ZEROS}


def _read(found: re.Match[str]) -> str:
    word = found[0]
    return word.translate(_AS_LETTERS).replace("rn", "m") if _LETTER.search(word) else word.translate(_AS_DIGITS)


def mixed_words(text: str) -> tuple[str, ...]:
    """The words in which letters of several alphabets stand side by side: ТСL, of which two are Cyrillic."""
    alphabets, found, word = table().alphabets, list[str](), ""
    for char in f"{one_width(visible(text))} ":
        if char in alphabets:
            word += char
            continue
        if len({alphabets[each] for each in word}) > 1:
            found.append(word)
        word = ""
    return tuple(dict.fromkeys(found))


_USUAL = frozenset("()[]{}<>·•・.,、，。&-–—/'’\"“”‘:：;；+ \t\n【】《》〈〉「」『』〔〕（）〇々")
_SHORT = 2


def odd_signs(text: str) -> tuple[str, ...]:
    """What no Chinese company has in its registered name: signs (≡, ©, 🔥), digits of other scripts, and one or two letters
    of another script that stand alone among Chinese characters (重ㅗ). A name without Chinese, or with longer words of
    another script (カシオ), is a foreign one's. What `mixed_words` names isn't named again."""
    seen = unicodedata.normalize("NFC", visible(text))
    if not any(map(is_han, seen)):
        return ()
    found, word, mixed = list[str](), "", "".join(mixed_words(text))
    for char in f"{seen} ":
        if _is_foreign(char):
            word += char
            continue
        if len(word) <= _SHORT:
            found += (each for each in word if each not in mixed)
        word = ""
        if not (char in _USUAL or (char.isalnum() and (char.isascii() or _is_usual(char)))):
            found.append(char)
    return tuple(dict.fromkeys(found))


def _is_foreign(char: str) -> bool:
    return char.isalpha() and not _is_usual(char)


def _is_usual(char: str) -> bool:
    """Chinese, Latin, or a digit or Latin letter of another width."""
    plain = unicodedata.normalize("NFKC", char)
    return (
        is_han(char)
        or char in _USUAL
        or table().alphabets.get(char) == "Latin"
        or (plain.isascii() and plain.isalnum())
    )
