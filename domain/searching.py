"""Finding a record by a few typed characters: those of its name, their pinyin, or the initials.

A record keeps `find_text` of its name in a column of its own, made in the transaction that names it; each of a query's
`words` must occur in it. The dialogs' own choices are searched by `dialogs.core.search`, which has them in memory.
"""

from __future__ import annotations

import re

from pypinyin import Style, lazy_pinyin

from domain.names import same_key

BETWEEN = "\n"
"""Never in a word of a query, so that none reaches from one writing into the next."""
LONGEST = 60
_LEGAL_FORM = re.compile("(?:股份)?(?:有限)?(?:责任)?公司$")
"""Isn't looked for by its sound, which nearly every name has in common."""


def find_text(name: str) -> str:
    """`星河联创`, `xinghelianchuang` and `xhlc` in lines, all folded; what isn't Chinese, or has no pinyin, stands in each as it is."""
    plain = same_key(name)
    spoken = _LEGAL_FORM.sub("", plain) or plain
    # `list`: what has no pinyin comes by single characters too (its types know only one string)
    syllables = lazy_pinyin(spoken, style=Style.NORMAL, errors=list)  # type: ignore[arg-type]
    return BETWEEN.join((plain, "".join(syllables), "".join(each[:1] for each in syllables)))


def words(query: str) -> tuple[str, ...]:
    """What must occur: the query's words, folded as the column is; marks alone, which no column has, stay what they are."""
    return tuple(same_key(each) or each for each in query[:LONGEST].split())
