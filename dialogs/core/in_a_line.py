"""Several items of a list in one line: 主要行业：制造 500、教育 300."""

from __future__ import annotations

import re
from typing import Final

from dialogs.core.bound import Question
from dialogs.core.parts import Parts

_LEGAL: Final = r"\s*(?:Co|Corp|Inc|LLC|Ltd|S\.A)\b"
_APART: Final = re.compile(rf"[、;；\n]+|[,，](?!(?<=\d.)\d|{_LEGAL})", re.IGNORECASE)
_FIGURE: Final = re.compile(r"\s\d\S*$")


def parted(text: str) -> tuple[str, ...]:
    """What each is told; a comma within a figure (1,200) or before a legal form (Co., Ltd.) parts nothing."""
    return tuple(each.strip() for each in _APART.split(text) if each.strip())


def name_in(text: str) -> str:
    """What is told without the figure behind it."""
    return _FIGURE.sub("", text).rstrip() or text


def labelled(question: Question, text: str) -> str | None:
    """What is written where such a list is asked for, or several where one item of it is named, with the label that it would
    have in a paste; None where it isn't so."""
    field, bound = question.field, question.bound
    if isinstance(field, Parts):
        return f"{_called(question)}：{text}" if field.in_a_line else None
    owner = bound.outer
    part = owner.declared.fields.get(bound.prefix[len(owner.prefix) :].partition("[")[0]) if owner else None
    first = next(iter(bound.declared.fields.values()), None)
    if not isinstance(part, Parts) or not part.in_a_line or field is not first or len(parted(text)) < 2:
        return None
    return f"{_called(question)}：{text}"


def _called(question: Question) -> str:
    return next(iter(question.bound.step.wordings(question.label)), "")
