"""Whether a name says what kind of body it is: 有限公司, 厂, 大学, Inc … A fragment (白桦电动) doesn't, and is asked about.

The endings are *policy* (`report.kinds_of_body`). Absent: which customers there are, for nothing of that may show here.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection
from functools import lru_cache

from domain.letters import outline
from domain.names import parse
from domain.names.text import fold, without_brackets

_WORD = re.compile(r"[^\W_]+")
_AT_THE_END = re.compile(r"\([^()]*\)$")


def says_its_kind(name: str, kinds: Collection[str]) -> bool:
    """Chinese and Japanese kinds stand at the end, before a branch or a place in brackets; a Japanese one may stand in front
    (株式会社…), too. Latin ones are words of their own: Inc., S.A., Co., Ltd."""
    parts = parse(name)
    if parts.branch or any(form in parts.legal for form in ("公司", "合伙", "厂")):
        return True
    text = fold(outline(name))
    ends = {without_brackets(text), without_brackets(_AT_THE_END.sub("", text))}
    latin, others = _kinds(frozenset(kinds))
    if any(end.endswith(others) or end.startswith(_IN_FRONT) for end in ends if end):
        return True
    return not latin.isdisjoint(_latin_words(name))


_IN_FRONT = ("株式会社", "有限会社", "合同会社")


@lru_cache(maxsize=8)
def _kinds(kinds: frozenset[str]) -> tuple[frozenset[str], tuple[str, ...]]:
    latin = {each for each in kinds if each.isascii()}
    folded = {"".join(_WORD.findall(each.casefold())) for each in latin}
    return frozenset(folded), tuple(sorted(without_brackets(fold(each)) for each in kinds - latin))


def _latin_words(name: str) -> set[str]:
    """The last words, and the last letters that stand alone as one word: S.A., B. V."""
    text = unicodedata.normalize("NFKC", outline(name)).casefold()
    words = _WORD.findall(_AT_THE_END.sub("", text.strip()))
    last = words[-2:]
    single = words[-4:]
    while single and len(single[0]) > 1:
        single.pop(0)
    joined = {"".join(single[start:]) for start in range(len(single)) if all(len(each) == 1 for each in single[start:])}
    return {*last[1:], *({last[0]} if len(words) > 2 else ()), *joined} if len(words) > 1 else set()
