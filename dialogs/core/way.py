"""The way through a form: where to go next, and whether a place is still there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dialogs.core.answers import Position
from dialogs.core.bound import BoundForm, Question
from dialogs.core.field import Suggestion, try_rule
from dialogs.core.screen import Json

GAPS: Mapping[str, Json] = {"gaps": True}
"""The view of a question to which the list of gaps led."""


def still_there(root: BoundForm, place: Position) -> Position:
    """The place itself while it exists, else the next one to go to."""
    match place.kind:
        case "question" | "help":
            found = root.locate(place.path)
            there = found is not None and found[0].question(found[1]) is not None and _is_within(root, place.path)
        case "item" | "remove":
            there = root.item(place.path) is not None and _is_within(root, place.path)
        case "summary" | "overview" | "pick" | "change" | "pause" | "cancel" | "drafts" | "paste" | "whole" | "sheet":
            there = True
        case "left":
            there = bool(root.step.filling.left)
        case "line":
            line = place.view.get("line")
            there = isinstance(line, int) and 0 <= line < len(root.step.filling.left)
        case _:
            there = False
    if there:
        return place
    return onward(root, place)


def onward(root: BoundForm, place: Position) -> Position:
    """Where to go from there: of what is amended, and where the list of gaps led, to what is missing alone; a new item is
    filled in first."""
    only_gaps = root.form.amends and not place.path.endswith("]")
    if only_gaps or place.view.get("gaps"):
        return next_gap(root)
    return next_place(root, place.path, bool(place.view.get("gap")))


def _is_within(root: BoundForm, path: str) -> bool:
    """Whether each part on the way is asked at all."""
    for end in (index for index, char in enumerate(path) if char == "["):
        found = root.locate(path[:end])
        if found is None or found[0].question(found[1]) is None:
            return False
    return True


def item_around(at: Position) -> Position | None:
    """The item that a question belongs to."""
    item, inside, _ = at.path.rpartition("].")
    return Position("item", f"{item}]") if inside and at.kind == "question" else None


def next_place(root: BoundForm, after: str = "", gap: bool = False) -> Position:
    """The next gap behind a path, in long forms of the same section; where there is none, the summary or the overview.

    `gap` asks for the next gap of the whole form.
    """
    questions = root.questions()
    if root.declared.sections and not gap and not root.step.filling.mend:
        section = root.declared.section_of(after.partition("[")[0])
        questions = [q for q in questions if section and root.declared.section_of(q.path.partition("[")[0]) == section]
    if gap:
        questions = [question for question in questions if question.missing] or questions
    start = _behind(questions, after)
    behind, before = questions[start:], questions[:start]
    # what was passed over and may stay empty isn't asked once more
    for question in (*(each for each in behind if each.open), *(each for each in before if each.missing)):
        if question.path != after or question.to_mend or not question.answered:
            return Position("question", question.path)
    return Position("overview" if root.declared.sections else "summary")


def next_gap(root: BoundForm) -> Position:
    """For whoever goes from gap to gap: the next one, with nothing else asked; then to where it is submitted."""
    missing = next((question for question in root.questions() if question.missing), None)
    if missing is None:
        return Position("overview" if root.declared.sections else "summary")
    return Position("question", missing.path, GAPS)


def _behind(questions: Sequence[Question], path: str) -> int:
    """Where to look from: behind a question, at the beginning of an item."""
    if path.endswith("]"):
        return next((index for index, question in enumerate(questions) if question.path.startswith(f"{path}.")), 0)
    return next((index + 1 for index, question in enumerate(questions) if question.path == path), 0)


def leaf_at(root: BoundForm, at: Position) -> Leaf:
    page, found = at.view.get("page"), leaves(root)
    return found[min(max(page, 0) if isinstance(page, int) else 0, len(found) - 1)]


def entries(root: BoundForm, at: Position) -> Sequence[Question]:
    """The answers that a place lists with numbers."""
    if at.kind == "item":
        item = root.item(at.path)
        return item.own_questions() if item else []
    if at.kind == "summary" and root.declared.sections:
        only, own = leaf_at(root, at).only, root.own_questions()
        return [each for each in own if only in (None, root.declared.section_of(each.field.name))]
    if at.view.get("gaps"):
        return [question for question in root.questions() if question.missing]
    named = at.view.get("named")
    if isinstance(named, list):
        return [question for question in root.questions() if question.path in named]
    section = at.view.get("section")
    if isinstance(section, str):
        return [
            question for question in root.own_questions() if root.declared.section_of(question.field.name) == section
        ]
    return root.own_questions()


LINES = 24
"""Answers on a page of the summary: with each shortened, a screen stays far below Telegram's limit."""


@dataclass(frozen=True, slots=True)
class Leaf:
    """A page of the summary: the whole form with its headings, or, where that is too long, a section or a part of one.
    `start` answers of the section stand before it."""

    sections: Sequence[tuple[str | None, Sequence[Question]]]
    start: int = 0

    @property
    def only(self) -> str | None:
        """The one section that it is a page of."""
        return self.sections[0][0] if len(self.sections) == 1 else None


def leaves(root: BoundForm) -> list[Leaf]:
    own = root.own_questions()
    groups: list[tuple[str | None, Sequence[Question]]] = [
        (section, [each for each in own if each.field.name in names])
        for section, names in root.declared.sections.items()
    ] or [(None, own)]
    if len(own) <= LINES:
        return [Leaf(groups)]
    found = []
    for section, inside in groups:
        pages = max(1, -(-len(inside) // LINES))
        long = max(1, -(-len(inside) // pages))  # pages of like length
        starts = range(0, pages * long, long)
        found += [Leaf([(section, inside[start : start + long])], start) for start in starts]
    return found


def proposal(question: Question) -> object:
    """What a field's `propose` rule says now, or None."""
    rule = question.field.rules.propose
    if rule is None:
        return None
    return try_rule(rule, question.bound.form, question.bound.step.ask)


def suggestions(question: Question) -> Sequence[Suggestion]:
    """The items that a part's `suggest` rule offers now."""
    rule = question.field.rules.suggest
    if rule is None:
        return ()
    offered = try_rule(rule, question.bound.form, question.bound.step.ask)
    return tuple(offered or ())
