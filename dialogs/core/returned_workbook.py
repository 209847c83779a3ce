"""A form that was filled in at a computer and sent back: what was sent out, what the cells say now, and what of it is a change.

The workbook remembers on a hidden sheet what it was sent with (`SentWorkbook`). A cell that still says so is none of the person's
doing; one that differs is taken where the draft stands as it was sent. Where the draft has moved on as well, or nobody can
tell what was sent, both are shown side by side and the person says which counts. Nobody is believed for what stands on a
hidden sheet: it only decides what is asked.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from typing import TypeAlias

from dialogs.core import pasting, words
from dialogs.core.answers import Answer, Leftover
from dialogs.core.bound import BoundForm, Question, StepState
from dialogs.core.changes import Change
from dialogs.core.form import Form
from dialogs.core.labels import labels
from dialogs.core.pasted_answers import answer_of
from dialogs.core.pieces import gap_label, shown
from dialogs.core.screen import Say, Wording, say
from domain.lists.cells import Fault, damaged

REQUIRED = say("core-sheet-required-mark")
"""What a workbook of ours says beside an answer that must be there."""
MOST = 400
"""Rows that are read."""
Rows: TypeAlias = tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class SentWorkbook:
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
class ReturnedWorkbook:
    """`sent` is None where the hidden sheet is missing or isn't what was sent."""

    pages: tuple[tuple[str, Rows | None], ...]
    """The visible sheets: name and rows; None instead of rows that are more than a form has."""
    sent: SentWorkbook | None
    marked: bool
    """Whether there is a hidden sheet at all."""


def read(text: str) -> ReturnedWorkbook:
    """What the reader of files made of a workbook."""
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        found = None
    match found:
        case {"sheets": list(sheets), "sent": hidden}:
            pages = tuple(
                (str(each[0]), _lines(each[1])) for each in sheets if isinstance(each, list) and len(each) == 2
            )
            sent = _sent(_pairs(hidden)) if isinstance(hidden, list) else None
            return ReturnedWorkbook(pages, sent, marked=isinstance(hidden, list))
        case _:
            return ReturnedWorkbook((), None, marked=False)


def _lines(rows: object) -> Rows | None:
    if not isinstance(rows, list):
        return None
    return tuple(tuple(map(str, row)) for row in rows[:MOST] if isinstance(row, list) and row)


def _pairs(rows: Sequence[object]) -> tuple[tuple[str, str], ...]:
    pairs = [row for row in rows[:MOST] if isinstance(row, list) and len(row) == 2]
    return tuple((str(label), str(value)) for label, value in pairs)


def _sent(hidden: Sequence[tuple[str, str]]) -> SentWorkbook | None:
    match hidden:
        case [("form", form), ("about", about), ("made", made), ("digest", digest), *rows]:
            sent = SentWorkbook(form, about, made, tuple(rows))
            return sent if sent.digest() == digest else None
        case _:
            return None


# --- which cells are answers --------------------------------------------------------------------------------------


@dataclass
class ToldApart:
    """`cells`: labels with what stands behind them; `left`: what is named and not read."""

    cells: list[tuple[str, str]] = field(default_factory=list)
    left: list[Leftover] = field(default_factory=list)


def told_apart(returned: ReturnedWorkbook, root: BoundForm, step: StepState) -> ToldApart:
    """A sheet with a label a row is a form's; one with a heading is a list, of which nothing is an answer."""
    known, marks, found = labels(type(root.form), step.wordings, step.ask), step.wordings(REQUIRED), ToldApart()
    sent = {label for label, _ in returned.sent.rows} if returned.sent is not None else set()
    for name, rows in returned.pages:
        full = [[each for each in row if each and each not in marks] for row in rows or ()]
        ours = any(row[0] in sent for row in rows or ())
        if rows is None or (not ours and _is_list(full, lambda cell: known.meant(cell) is not None)):
            titles = "，".join(next((row for row in full if len(row) > 1), [])[:TITLES])
            why = say(LIST, name=words.head(name, 30), titles=words.head(titles, 60))
            found.left.append(Leftover(f"{name}：{titles}", titles or name, why))
            continue
        for label, value, *beside in ([*row, ""] for row in rows):
            if label:
                found.cells.append((label, value))
            for each in beside if label else ():
                if each and each not in marks:
                    told = say("core-sheet-beside", label=words.head(label, 30), value=words.quoted(each))
                    found.left.append(Leftover(f"{label}：{each}", each, told))
            if not label and any((value, *beside)):
                rest = "，".join(each for each in (value, *beside) if each)
                told = say("core-sheet-beside", label=words.head(name, 30), value=words.quoted(rest))
                found.left.append(Leftover(f"{name}：{rest}", rest, told))
    return found


def lists(returned: ReturnedWorkbook, root: BoundForm, step: StepState) -> tuple[Wording, ...]:
    """What is said of the sheets that are lists."""
    return tuple(
        each.why for each in told_apart(returned, root, step).left if isinstance(each.why, Say) and each.why.key == LIST
    )


LIST = "core-sheet-list"
TITLES = 12
"""Titles of a list's columns that are named."""


def _is_list(rows: Sequence[Sequence[str]], knows: Callable[[str], bool]) -> bool:
    """Whether a heading stands above columns: it alone carries labels, or there are many columns and hardly a label."""
    several = [row for row in rows if len(row) > 1]
    labelled = sum(knows(row[0]) for row in several)
    if not several:
        return False
    if all(map(knows, several[0])):
        return True
    if 2 * labelled > len(several):
        return False
    wide = sum(len(row) > 2 for row in several)
    return (wide > 1 and 2 * wide >= len(several)) or (len(several) > 2 and labelled == 1 and knows(several[0][0]))


_SPOILT = {Fault.LOST: "core-sheet-lost", Fault.ERROR: "core-sheet-error", Fault.FORMULA: "core-sheet-formula"}


def _damaged(label: str, value: str, fault: Fault) -> Leftover:
    why = say(_SPOILT[fault], label=words.head(label, 30), value=words.quoted(value))
    return Leftover(f"{label}：{value}", value, why)


# --- what is a change ---------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class ComparedAnswer:
    """One answer: as the draft has it, and as the workbook does. `asked`: which of them counts isn't ours to say."""

    path: str
    label: Wording
    draft: Wording
    cell: Wording
    asked: bool
    raw: Leftover


@dataclass
class Compared:
    change: Change
    lines: list[ComparedAnswer] = field(default_factory=list)
    left: list[Leftover] = field(default_factory=list)
    understood: bool = False
    """Whether any label is one of the form's."""


def compare(returned: ReturnedWorkbook, root: BoundForm, form: type[Form[object]], step: StepState) -> Compared:
    """The draft stays as it is."""
    sent = {label: words.clean(value) for label, value in returned.sent.rows} if returned.sent is not None else {}
    found = told_apart(returned, root, step)
    cells = [
        (label, words.clean(value, lines=True))
        for label, value in found.cells
        if label and words.clean(value) != sent.get(label, "")
    ]
    spoilt = [(label, value, fault) for label, value in cells if (fault := damaged(value)) is not None]
    touched = [(label, value) for label, value in cells if damaged(value) is None]
    pasted = pasting.of_cells(touched, root)
    # an emptied cell is read as what it was, to find out whose it is
    emptied = pasting.of_cells([(label, sent[label]) for label, value in touched if not value], root)
    known = pasting.of_cells(found.cells, root)
    compared = Compared(Change({}), understood=known is not None or bool(sent))
    if pasted is not None:
        compared.change, compared.left = pasting.take(pasted, form, step)
    else:  # rows that somebody added, of which we know none
        compared.left = [Leftover(f"{label}：{value}", value) for label, value in touched if value]
    raw = {each.path: Leftover(each.line, each.text) for each in (pasted.entries if pasted else ())}
    for each in emptied.entries if emptied is not None else ():
        question = _question(root, each.path)
        if question is None or question.field.required:
            why = say("core-sheet-required", label=each.what.label)
            compared.left.append(Leftover(each.line, each.text, why, (each.path,)))
        elif question.standing.answer is not None and question.standing.answer.value is not None:
            compared.change.answers[each.path] = Answer(None)
            raw[each.path] = Leftover(each.line, each.text)
    compared.left += [*found.left, *(_damaged(*each) for each in spoilt)]
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


def _question(root: BoundForm, path: str) -> Question | None:
    found = root.locate(path)
    return found[0].question(found[1]) if found else None


def _was(root: BoundForm, sent: Mapping[str, str], touched: Sequence[tuple[str, str]]) -> Mapping[str, str]:
    """By path, what the cells that were touched had been sent with; read as a whole, so that a list's items are told apart."""
    labels = {label for label, _ in touched}
    found = pasting.of_cells([(label, value) for label, value in sent.items() if label in labels], root)
    return {each.path: each.text for each in found.entries} if found is not None else {}


def _line(
    root: BoundForm, path: str, answer: Answer, was: Mapping[str, str], raw: Mapping[str, Leftover], *, known: bool
) -> ComparedAnswer | None:
    """None where the draft says the same already."""
    question = _question(root, path)
    draft = question.standing.answer if question is not None else None
    before = draft.value if draft is not None else None
    if question is not None and before == answer.value:
        return None
    asked = before is not None and not (known and _as_sent(question, was.get(path)))
    label = gap_label(root, question) if question is not None else raw[path].text.partition("：")[0]
    after = _shown(question, answer, raw.get(path))
    return ComparedAnswer(
        path,
        label,
        say("core-none") if question is None or before is None else shown(question),
        after,
        asked,
        raw.get(path, Leftover("", "")),
    )


def _as_sent(question: Question | None, was: str | None) -> bool:
    """Whether the draft's answer is what the workbook was sent with."""
    if question is None or question.standing.answer is None or was is None:
        return False
    if was in question.bound.step.wordings(shown(question)):
        return True
    meant = answer_of(question, was)
    return isinstance(meant, Answer) and meant.value == question.standing.answer.value


def _shown(question: Question | None, answer: Answer, raw: Leftover | None) -> Wording:
    if answer.value is None:
        return say("core-none")
    if answer.shown is not None:
        return answer.shown
    return question.field.show(answer.value) if question is not None else words.head(raw.value if raw else "")
