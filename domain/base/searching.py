"""Finding a record by a few typed characters: those of its names, their pinyin, or the initials.

A record keeps `find_text` of all that it is called in a column of its own, made in the transaction that names it; each of
a query's `words` must occur in it. The dialogs' own choices are searched by `dialogs.core.search`, which has them in memory.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from pypinyin import Style, lazy_pinyin
from pypinyin.seg.mmseg import seg

from domain.names.text import look, without_brackets

BETWEEN = "\n"
"""Never in a word of a query, so that none reaches from one writing into the next."""
LONGEST = 60
MOST = 1800
"""Bytes: a row of PostgreSQL's indexes has room for no more. What is named first is kept."""
_LEGAL_FORM = re.compile("(?:股份)?(?:有限)?(?:责任)?公司$")
"""Isn't looked for by its sound, which nearly every name has in common."""


def find_text(*names: str) -> str:
    """`星河联创`, `xinghelianchuang` and `xhlc` in lines, all folded, for each name; what isn't Chinese, or has no
    pinyin, stands in each as it is. A line that would be there twice is there once."""
    lines, room = [], MOST
    for line in dict.fromkeys(line for name in names for line in _writings(name)):
        room -= len(line.encode(errors="replace")) + len(BETWEEN)
        if room < 0:
            break
        lines.append(line)
    return BETWEEN.join(lines)


def customer_text(
    name: str,
    code: str | None = None,
    aliases: Iterable[str] = (),
    mcus: str = "",
    projects: Iterable[tuple[str, str]] = (),
) -> str:
    """All that a customer is found by. `projects` are names and models, those that moved last in front: where there is
    too much, the oldest aren't found."""
    return find_text(name, code or "", *aliases, mcus, *(each for project in projects for each in project))


def found_under(name: str) -> str:
    """The first line of a name's text: what the eye reads, without blanks and marks."""
    return without_brackets(look(name))


def _writings(name: str) -> Iterator[str]:
    plain = found_under(name)
    if not plain:
        return
    yield plain
    if plain.isascii():
        return
    spoken = _LEGAL_FORM.sub("", plain) or plain
    syllables = [each for word in seg.cut(spoken) for each in _syllables(word)]
    yield "".join(syllables)
    yield "".join(each[:1] for each in syllables)


@lru_cache(maxsize=16384)
def _syllables(word: str) -> tuple[str, ...]:
    """Of a word that pypinyin knows as one, in which 重 may be chong: names are made of the same few thousand."""
    # `list`: what has no pinyin comes by single characters too (its types know only one string)
    return tuple(lazy_pinyin(word, style=Style.NORMAL, errors=list))  # type: ignore[arg-type]


def fits(name: str, asked: Sequence[str]) -> bool:
    """Whether each word is found in the name."""
    return not asked or all(word in find_text(name) for word in asked)


def words(query: str) -> tuple[str, ...]:
    """What must occur: the query's words, folded as the column is; marks alone, which no column has, stay what they are."""
    return tuple(found_under(each) or each for each in query[:LONGEST].split())
