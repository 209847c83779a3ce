"""Words that say that there is nothing to say: 无, 暂无, -, N/A; one list for answers, pasted lines and cells."""

from __future__ import annotations

from domain.letters import clean

_NOTHING = frozenset({"无", "没有", "暂无", "无。", "空", "none", "n/a", "na", "nil", "nothing"})
_LONGEST = 20
_STROKES = frozenset("-—–－/／\\_~")


def says_nothing(text: str) -> bool:
    """Whether it says that there is nothing to say. Where 无 can be chosen it is a choice: that is for the asker to say first."""
    if len(text) > _LONGEST:
        return False
    said = clean(text).lower()
    return said in _NOTHING or (bool(said) and _STROKES.issuperset(said))
