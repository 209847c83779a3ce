"""A form whose record went away while it was filled: what became of it, and all that was said, to be read and copied.

The form's rules read the record, so nothing here asks them: what stands is told as it was kept.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dialogs.core import words
from dialogs.core.answers import Answer
from dialogs.core.field import Field
from dialogs.core.filling import Filling
from dialogs.core.form import Declared
from dialogs.core.kinds import Hidden
from dialogs.core.lists import page_row
from dialogs.core.parts import Parts
from dialogs.core.screen import Row, Say, Wording, act, say
from domain.base.bilingual import joined

A_PAGE = 2500
"""Characters of what was said; a message takes 4,096 with its markup."""


def called(declared: Declared, filling: Filling) -> Wording:
    """By the first thing that was said."""
    first = next(_given(declared, filling, ""), None)
    if first is None:
        return say("core-unnamed")
    label, value = first
    return say("core-told-of", label=label, value=words.head(value, 40) if isinstance(value, str) else value)


def told(declared: Declared, filling: Filling, page: int = 0) -> tuple[tuple[Wording, ...], tuple[Row, ...]]:
    """A page of all that was said, each answer under its label, and the keys of the other pages."""
    lines: list[Say] = [
        say("core-lost-answer", label=label, value=value) for label, value in _given(declared, filling, "")
    ]
    lines += [say("core-lost-line", text=each.text) for each in filling.left]
    pages = _pages(lines)
    at = min(max(page, 0), len(pages) - 1)
    head = (say("core-lost-how"),) if lines else ()
    return (*head, *pages[at]), page_row(at, len(pages), lambda number: act("lost", page=number))


def _pages(lines: Sequence[Say]) -> list[list[Say]]:
    pages: list[list[Say]] = [[]]
    room = A_PAGE
    for line in lines:
        long = sum(len(each) for each in line.args.values() if isinstance(each, str))
        if pages[-1] and long > room:
            pages.append([])
            room = A_PAGE
        pages[-1].append(line)
        room -= long
    return pages


def _given(declared: Declared, filling: Filling, prefix: str) -> Iterator[tuple[Wording, Wording]]:
    for name, field in declared.fields.items():
        path = prefix + name
        if isinstance(field, Parts):
            inside = {
                each[len(path) + 1 :].partition("]")[0] for each in filling.answers if each.startswith(f"{path}[")
            }
            keys = [each for each in filling.items.get(path, ()) if each in inside]
            for key in keys or sorted(inside):
                yield from _given(field.form.declared, filling, f"{path}[{key}].")
        elif field.asked and not isinstance(field, Hidden):
            shown = _shown(field, filling.answers.get(path))
            if shown is not None:
                yield declared.label(field), shown


def _shown(field: Field[object], answer: Answer | None) -> Wording | None:
    if answer is None or answer.value is None:
        return None
    if answer.shown is not None:
        return answer.shown
    if isinstance(answer.value, str):
        return answer.value
    try:
        field.load(answer.value)
        return field.show(answer.value)
    except (
        Exception
    ):  # by no rule of today a value of this question: shown as it was kept, for nothing said is left out
        return joined(map(str, answer.value)) if isinstance(answer.value, list) else str(answer.value)
