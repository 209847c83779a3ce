"""Words in both languages within one text, so that whoever reads it later, wherever it is kept, reads his own.

The English stands as the annotation of the Chinese, by Unicode's interlinear annotation characters (U+FFF9 to U+FFFB, The
Unicode Standard, section 23.8). Nobody types these: `domain.letters.clean` takes them out of whatever is written.
"""

from __future__ import annotations

import re

_ANCHOR, _SEPARATOR, END = "\ufff9", "\ufffa", "\ufffb"
_ANNOTATED = re.compile(f"{_ANCHOR}([^{_ANCHOR}-{END}]*){_SEPARATOR}([^{_ANCHOR}-{END}]*){END}")


def bilingual(chinese: str, english: str) -> str:
    """One text of both; where there is no English, the Chinese for everybody."""
    return f"{_ANCHOR}{chinese}{_SEPARATOR}{english}{END}" if english else chinese


def in_language(text: str, language: str) -> str:
    """As a reader of "zh" or "en" reads it; what has no English stays as it is."""
    return _ANNOTATED.sub(r"\2" if language == "en" else r"\1", text) if _ANCHOR in text else text
