"""A form that was filled in at a computer and sent back: what was sent out, what the cells say now, and what of it is a change.

The workbook remembers on a hidden sheet what it was sent with (`Sent`). A cell that still says so is none of the person's
doing; one that differs is taken where the draft stands as it was sent. Where the draft has moved on as well, or nobody can
tell what was sent, both are shown side by side and the person says which counts. Nobody is believed for what stands on a
hidden sheet: it only decides what is asked.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any

from dialogs.core import pasting, words
from dialogs.core.changes import Change
from dialogs.core.filling import Answer, Left
from dialogs.core.form import Form
from dialogs.core.pieces import gap_label, shown
from dialogs.core.screen import Wording, say
from dialogs.core.sheet import Desk, Question, Sheet

REQUIRED = say("core-sheet-required-mark")
"""What a workbook of ours says beside an answer that must be there."""
MOST = 400
"""Rows that are read."""


@dataclass(frozen=True, slots=True)
class Sent:
    """What a workbook was sent with: of which form, about which record, when, and each label's value as text."""

    form: str
    about: str
    made: str
    rows: tuple[tuple[str, str], ...]

    def cells(self) -> list[tuple[str, str]]:
        head = [("form", self.form), ("about", self.about), ("made", self.made), ("digest", self.digest())]
        return [*head, *self.rows]

    def digest(self) -> str:
        facts = [self.form, self.about, self.made, [list(row) for row in self.rows]]
        return sha256(json.dumps(facts, ensure_ascii=True).encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Returned:
    """`sent` is None where the hidden sheet is missing or isn't what was sent."""

    cells: tuple[tuple[str, str], ...]
    sent: Sent | None
    marked: bool
    """Whether there is a hidden sheet at all."""
    beside: tuple[tuple[str, str], ...] = ()
    """What stands in other columns than the answers do, by the row's label."""


def read(text: str) -> Returned:
    """What the reader of files made of a workbook: cells and hidden cells as JSON, or just lines `label：value`."""
    try:
        found = json.loads(text) if text.startswith("{") else None
    except (ValueError, RecursionError):
        found = None
    match found:
        case {"cells": list(cells), "sent": list(hidden), **rest}:
            beside = rest.get("beside")
            return Returned(
                _pairs(cells),
                _sent(_pairs(hidden)),
                marked=True,
                beside=_pairs(beside if isinstance(beside, list) else ()),
            )
        case _:
            lines = (line.partition("：") for line in text.splitlines()[:MOST] if "：" in line)
            return Returned(tuple((label, value) for label, _, value in lines), None, marked=False)


def _pairs(rows: Sequence[Any]) -> tuple[tuple[str, str], ...]:
    pairs = [row for row in rows[:MOST] if isinstance(row, list) and len(row) == 2]
    return tuple((str(label), str(value)) for label, value in pairs)


def _sent(hidden: Sequence[tuple[str, str]]) -> Sent | None:
    match hidden:
        case [("form", form), ("about", about), ("made", made), ("digest", digest), *rows]:
            sent = Sent(form, about, made, tuple(rows))
            return sent if sent.digest() == digest else None
        case _:
            return None


# --- what is a change ---------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Line:
    """One answer: as the draft has it, and as the workbook does. `asked`: which of them counts isn't ours to say."""

    path: str
    label: Wording
    draft: Wording
    cell: Wording
    asked: bool
    raw: Left


@dataclass
class Compared:
    change: Change
    lines: list[Line] = field(default_factory=list)
    left: list[Left] = field(default_factory=list)
    understood: bool = False
    """Whether any label is one of the form's."""


def compare(returned: Returned, root: Sheet, form: type[Form[Any]], desk: Desk) -> Compared:
    """The draft stays as it is."""
    sent = {label: words.clean(value) for label, value in returned.sent.rows} if returned.sent is not None else {}
    touched = [
        (label, words.clean(value, lines=True))
        for label, value in returned.cells
        if label and words.clean(value) != sent.get(label, "")
    ]
    pasted = pasting.of_cells(touched, root)
    # an emptied cell is read as what it was, to find out whose it is
    emptied = pasting.of_cells([(label, sent[label]) for label, value in touched if not value], root)
    known = pasting.of_cells(returned.cells, root)
    compared = Compared(Change({}), understood=known is not None or bool(sent))
    if pasted is not None:
        compared.change, compared.left = pasting.take(pasted, form, desk)
    else:  # rows that somebody added, of which we know none
        compared.left = [Left(f"{label}：{value}", value) for label, value in touched if value]
    raw = {each.path: Left(each.line, each.text) for each in (pasted.entries if pasted else ())}
    for each in emptied.entries if emptied is not None else ():
        question = _question(root, each.path)
        if question is None or question.field.required:
            why = say("core-sheet-required", label=each.what.label)
            compared.left.append(Left(each.line, each.text, why, (each.path,)))
        elif question.standing.answer is not None and question.standing.answer.value is not None:
            compared.change.answers[each.path] = Answer(None)
            raw[each.path] = Left(each.line, each.text)
    marks = desk.wordings(REQUIRED)
    for label, value in returned.beside:
        if value not in marks:
            why = say("core-sheet-beside", label=words.head(label, 30), value=words.quoted(value))
            compared.left.append(Left(f"{label}：{value}", value, why))
    was = _was(root, sent, touched)
    for path, answer in list(compared.change.answers.items()):
        if path in compared.change.items:
            continue
        line = _line(root, path, answer, was, raw, known=returned.sent is not None)
        if line is None:
            del compared.change.answers[path]
        else:
            compared.lines.append(line)
    return compared


def _question(root: Sheet, path: str) -> Question | None:
    found = root.locate(path)
    return found[0].question(found[1]) if found else None


def _was(root: Sheet, sent: Mapping[str, str], touched: Sequence[tuple[str, str]]) -> Mapping[str, str]:
    """By path, what the cells that were touched had been sent with; read as a whole, so that a list's items are told apart."""
    labels = {label for label, _ in touched}
    found = pasting.of_cells([(label, value) for label, value in sent.items() if label in labels], root)
    return {each.path: each.text for each in found.entries} if found is not None else {}


def _line(
    root: Sheet, path: str, answer: Answer, was: Mapping[str, str], raw: Mapping[str, Left], *, known: bool
) -> Line | None:
    """None where the draft says the same already."""
    question = _question(root, path)
    draft = question.standing.answer if question is not None else None
    before = draft.value if draft is not None else None
    if question is not None and before == answer.value:
        return None
    asked = before is not None and not (known and _as_sent(question, was.get(path)))
    label = gap_label(root, question) if question is not None else raw[path].text.partition("：")[0]
    after = _shown(question, answer, raw.get(path))
    return Line(
        path,
        label,
        say("core-none") if question is None or before is None else shown(question),
        after,
        asked,
        raw.get(path, Left("", "")),
    )


def _as_sent(question: Question | None, was: str | None) -> bool:
    """Whether the draft's answer is what the workbook was sent with."""
    if question is None or question.standing.answer is None or was is None:
        return False
    if was in question.sheet.desk.wordings(shown(question)):
        return True
    meant = pasting.answer_of(question, was)
    return isinstance(meant, Answer) and meant.value == question.standing.answer.value


def _shown(question: Question | None, answer: Answer, raw: Left | None) -> Wording:
    if answer.value is None:
        return say("core-none")
    if answer.shown is not None:
        return answer.shown
    return question.field.show(answer.value) if question is not None else words.head(raw.value if raw else "")
