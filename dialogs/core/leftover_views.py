"""What was pasted and found no place: all of its lines, and where one of them may go."""

from __future__ import annotations

from dialogs.core.answers import Leftover, Position
from dialogs.core.blank import FILES
from dialogs.core.bound import BoundForm, Question
from dialogs.core.cutting import unnumbered
from dialogs.core.lists import MIDDLE, ListEntry, listing
from dialogs.core.parts import Parts
from dialogs.core.pieces import gap_label, page_of
from dialogs.core.screen import Button, Row, Screen, Wording, act, say
from dialogs.core.words import columns, head

LINE = 100
"""Characters of a line where all are listed; opened, it stands in full."""
WHOLE = 3000
SQUEEZED = 28
"""Columns of a label that still does in half a row."""


def left(root: BoundForm, at: Position) -> Screen:
    lines = root.step.filling.left
    entries = [
        ListEntry(head(unnumbered(each.text), LINE), act("see", place="line", line=line))
        for line, each in enumerate(lines)
    ]
    listed = listing(entries, page_of(at), lambda page: act("see", place="left", page=page), numbered=True)
    drop = Button(say("core-left-drop-all"), act("drop"))
    back = Button(say("core-return"), act("back"))
    return Screen(
        (say("core-left-title", count=len(lines)), *listed.lines, say("core-left-how")), (*listed.rows, (drop, back))
    )


def line(root: BoundForm, at: Position) -> Screen:
    """The questions that it may be meant for come first, then what is missing, then where remarks go."""
    number = at.view.get("line")
    lines = root.step.filling.left
    if not isinstance(number, int) or not 0 <= number < len(lines):
        raise LookupError(f"there is no line {number}")  # `still_there` has looked
    chosen = lines[number]
    entries = [
        ListEntry(gap_label(root, each), act("put", line=number, path=each.path)) for each in _places(root, chosen)
    ]
    listed = listing(
        entries,
        page_of(at),
        lambda page: act("see", place="line", line=number, page=page),
        lambda label: _width(max((columns(text) for text in root.step.wordings(label)), default=0)),
    )
    why = () if chosen.why is None else (chosen.why,)
    drop = Button(say("core-left-drop"), act("drop", line=number))
    back = Button(say("core-return"), act("see", place="left"))
    return Screen(
        (chosen.text[:WHOLE], *why, say("core-left-where"), *listed.lines),
        (*listed.rows, (drop, back)),
    )


def _width(columns: int) -> int:
    """Two in a row where that is possible at all: the label tells more than a number."""
    return min(columns, MIDDLE) if columns <= SQUEEZED else columns


def _places(root: BoundForm, chosen: Leftover) -> list[Question]:
    remarks = type(root.form).remarks

    def order(each: Question) -> int:
        if each.path in chosen.paths:
            return 0
        if each.path == remarks:
            return 1
        return 2 if each.missing else 4 if each.standing.answer and each.standing.answer.value is not None else 3

    fitting = [each for each in root.questions() if not isinstance(each.field, Parts) and each.field.kind not in FILES]
    return sorted(fitting, key=order)


def waiting(root: BoundForm) -> tuple[Wording, ...]:
    """Where a form is looked over."""
    count = len(root.step.filling.left)
    return (say("core-left-waiting", count=count),) if count else ()


def key(root: BoundForm) -> tuple[Row, ...]:
    count = len(root.step.filling.left)
    return ((Button(say("core-left-key", count=count), act("see", place="left")),),) if count else ()
