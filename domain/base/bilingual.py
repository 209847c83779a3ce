"""Words in both languages within one text, so that whoever reads it later, wherever it is kept, reads his own.

The English stands as the annotation of the Chinese, by Unicode's interlinear annotation characters (U+FFF9 to U+FFFB, The
Unicode Standard, section 23.8). Nobody types these: `domain.letters.clean` takes them out of whatever is written. A name
that the policy or the table of places has in both (`translated`) stands without one: it is looked up when it is told.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

_ANCHOR, _SEPARATOR, END = "\ufff9", "\ufffa", "\ufffb"
_ANNOTATED = re.compile(f"{_ANCHOR}([^{_ANCHOR}-{END}]*)(?:{_SEPARATOR}([^{_ANCHOR}-{END}]*))?{END}")


def bilingual(chinese: str, english: str) -> str:
    """One text of both; where there is no English, the Chinese for everybody."""
    return f"{_ANCHOR}{chinese}{_SEPARATOR}{english}{END}" if english else chinese


def joined(several: Iterable[str]) -> str:
    """Names in a list, as a reader of either language has it."""
    names = list(several)
    return bilingual("、".join(names), ", ".join(names)) if len(names) > 1 else "".join(names)


def annotated(text: str) -> bool:
    """Whether it reads otherwise in another language."""
    return _ANCHOR in text


def in_each(text: str, change: Callable[[str], str]) -> str:
    """A text that is changed as a reader of either language has it: cut short, say."""
    if _SEPARATOR not in text:
        return change(text)
    return bilingual(change(in_language(text, "zh")), change(in_language(text, "en")))


def translated(name: str) -> str:
    """A region, or a value of the policy, as it is told: 广东 深圳, 家电 · 空调. What is kept and compared is the name itself."""
    return f"{_ANCHOR}{name}{END}" if name and _ANCHOR not in name else name


def in_language(text: str, language: str, english: Callable[[str], str] = str) -> str:
    """As a reader of "zh" or "en" reads it; `english` knows the names (`domain.base.english`). What has no English stays as
    it is."""
    if _ANCHOR not in text:
        return text
    if language != "en":
        return _ANNOTATED.sub(r"\1", text)
    return _ANNOTATED.sub(lambda found: english(found[1]) if found[2] is None else found[2], text)
