"""Finding an entry of a long list by a few typed characters: 深圳, shenzhen, sz, or part of any of them.

The readings of a label are looked up once in the life of the process, not at each step.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Generic, NamedTuple, TypeVar

from pypinyin import Style, pinyin

from domain.names.text import simplified

T = TypeVar("T")
_NOISE = re.compile(r"[\s·・,，、。.()（）\-_/]+")
_SUFFIX = re.compile(r"(?<=..)(?:省|市|特别行政区|维吾尔自治区|壮族自治区|回族自治区|自治区|自治州|地区)$")


class Readings(NamedTuple):
    plain: str
    syllables: tuple[tuple[str, ...], ...]
    """The readings of each character: 单 is dan and shan, and chan besides."""


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """Without width, case, spaces and punctuation; traditional characters as simplified ones."""
    plain = _NOISE.sub("", unicodedata.normalize("NFKC", text).lower())
    return plain if plain.isascii() else simplified(plain)


def same(one: str, other: str) -> bool:
    """Whether two wordings mean one entry: 深圳 and 深圳市 do."""
    return _short(one) == _short(other) != ""


class Index(Generic[T]):
    """A list's entries by all that they are known by: each with its wordings, and more that only a search knows."""

    def __init__(self, entries: Iterable[tuple[T, tuple[str, ...], str]]) -> None:
        self._entries: list[tuple[T, tuple[str, ...]]] = []
        self._places: dict[str, list[int]] = {}
        for place, (entry, texts, more) in enumerate(entries):
            self._entries.append((entry, (*texts, more)))
            for short in {_short(each) for each in texts} - {""}:
                self._places.setdefault(short, []).append(place)

    def exactly(self, text: str) -> list[T]:
        """Those of one of these wordings (see `same`)."""
        return [self._entries[place][0] for place in self._places.get(_short(text), ())]

    def find(self, query: str) -> list[T]:
        return find(query, self._entries)


@lru_cache(maxsize=65536)
def _short(text: str) -> str:
    return _SUFFIX.sub("", fold(text))


@lru_cache(maxsize=65536)
def readings(label: str) -> Readings:
    plain = fold(label)
    spoken = pinyin(plain, style=Style.NORMAL, heteronym=True)
    return Readings(plain, tuple(tuple(dict.fromkeys(each)) for each in spoken))


def rank(query: str, label: str) -> int | None:
    """How well one word fits a label: 0 is best, None not at all."""
    entry = readings(label)
    if entry.plain == query:
        return 0
    if entry.plain.startswith(query):
        return 1
    if query in entry.plain:
        return 2
    if not query.isascii():
        return None
    if _is_spoken(query, entry.syllables, 0):
        return 3
    return 4 if any(_is_spoken(query, entry.syllables, start) for start in range(1, len(entry.syllables))) else None


def _is_spoken(query: str, syllables: tuple[tuple[str, ...], ...], at: int) -> bool:
    """Whether the query is what is spoken from a character on: each syllable whole or its initial, the last as far as typed."""
    if at == len(syllables):
        return False
    for syllable in syllables[at]:
        if syllable.startswith(query):
            return True
        if query.startswith(syllable) and _is_spoken(query[len(syllable) :], syllables, at + 1):
            return True
        if query[0] == syllable[0] and _is_spoken(query[1:], syllables, at + 1):
            return True
    return False


def find(query: str, entries: Sequence[tuple[T, tuple[str, ...]]]) -> list[T]:
    """The entries that fit each word of the query, best first; an entry is a thing and the texts it is known by."""
    words = [folded for word in query.split() if (folded := fold(word))]
    if not words:
        return []
    ranked: list[tuple[int, int, T]] = []
    for order, (entry, texts) in enumerate(entries):
        ranks = [min((r for text in texts if (r := rank(word, text)) is not None), default=None) for word in words]
        fitting = [r for r in ranks if r is not None]
        if len(fitting) == len(words):
            ranked.append((max(fitting), order, entry))
    return [entry for _, _, entry in sorted(ranked, key=lambda found: found[:2])]


def split_list(text: str) -> list[str]:
    """The entries of a typed list: 服务器、存储, 云产品."""
    return [part for part in re.split(r"[、,，;；\n]+|\s{2,}", text) if part.strip()]
