"""A form as a sheet to be filled in elsewhere: each label with what is known already, in the order of the questions.

What comes back is read as any paste is (`pasting`); files can't be written down, so their questions are left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dialogs.core.bound import BoundForm, Question
from dialogs.core.field import Field
from dialogs.core.form import Declared
from dialogs.core.parts import Parts, Repeat
from dialogs.core.pieces import shown
from dialogs.core.screen import Say, Wording

FILES = frozenset({"file", "files", "text_and_files"})


def asks_for_files(form: Declared) -> bool:
    """Whether one of its questions, or of its items', is for a file."""
    parts = (each.form.declared for each in form.fields.values() if isinstance(each, Parts))
    return any(each.kind in FILES for each in form.fields.values()) or any(map(asks_for_files, parts))


@dataclass(frozen=True, slots=True)
class Blank:
    """A line of it. `value` is None where nothing is known."""

    section: Wording | None
    label: Say
    field: Field[object]
    value: Wording | None = None
    part: Say | None = None
    """The list that it belongs to, and the number of its item: 主要行业 2 服务器年销售额."""
    number: int = 0
    needed: bool = False
    """Whether the form can't go without it; of items only so many are needed as there are, or must be."""


def blanks(root: BoundForm, rows: int = 1) -> Iterator[Blank]:
    """`rows`: for how many items of a list there is room at least."""
    declared = root.declared
    for question in root.own_questions():
        name = declared.section_of(question.field.name)
        section = declared.heading(name) if name else None
        if isinstance(question.field, Parts):
            yield from _of_part(root, question, question.field, section, rows)
        elif question.field.kind not in FILES:
            answer = question.standing.answer
            known = answer is not None and answer.value is not None
            value = shown(question) if known else None
            yield Blank(section, question.label, question.field, value, needed=question.field.required)


def _of_part(
    bound: BoundForm, question: Question, part: Parts[object], section: Wording | None, rows: int
) -> Iterator[Blank]:
    inside: Declared = part.form.declared
    if any(each.kind in FILES for each in inside.fields.values()):
        return
    items = bound.items(part)
    several = isinstance(part, Repeat)
    for number, item in enumerate(items, 1):
        for blank in blanks(item):
            of = question.label if several else None
            yield Blank(section, blank.label, blank.field, blank.value, of, number, blank.needed)
    for number in range(len(items) + 1, min(rows, part.at_most) + 1) if several else ():
        for field in inside.fields.values():
            if field.asked and not isinstance(field, Parts):
                needed = field.required and number <= bound.least(part)
                yield Blank(section, inside.label(field), field, None, question.label, number, needed)
