"""A form as a sheet to be filled in elsewhere: each label with what is known already, in the order of the questions.

What comes back is read as any paste is (`pasting`); files can't be written down, so their questions are left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from dialogs.core.field import Field
from dialogs.core.form import Declared
from dialogs.core.parts import Parts, Repeat
from dialogs.core.pieces import shown
from dialogs.core.screen import Say, Wording
from dialogs.core.sheet import Sheet

FILES = frozenset({"file", "files"})


@dataclass(frozen=True, slots=True)
class Blank:
    """A line of it. `value` is None where nothing is known."""

    section: Wording | None
    label: Say
    field: Field[Any]
    value: Wording | None = None


def blanks(root: Sheet) -> Iterator[Blank]:
    declared = root.declared
    for question in root.own_questions():
        name = declared.section_of(question.field.name)
        section = declared.heading(name) if name else None
        if isinstance(question.field, Parts):
            yield from _of_part(root, question.field, section)
        elif question.field.kind not in FILES:
            answer = question.standing.answer
            known = answer is not None and answer.value is not None
            yield Blank(section, question.label, question.field, shown(question) if known else None)


def _of_part(sheet: Sheet, part: Parts[Any], section: Wording | None) -> Iterator[Blank]:
    inside: Declared = part.form.declared
    if any(each.kind in FILES for each in inside.fields.values()):
        return
    for item in sheet.items(part):
        for blank in blanks(item):
            yield Blank(section, blank.label, blank.field, blank.value)
    if not sheet.items(part) and isinstance(part, Repeat):
        for field in inside.fields.values():
            if field.asked and not isinstance(field, Parts):
                yield Blank(section, inside.label(field), field)
