"""The screens of a part: the list of its items, one item, taking one out."""

from __future__ import annotations

from collections.abc import Sequence

from dialogs.core.answers import Position
from dialogs.core.bound import BoundForm, Question
from dialogs.core.field import Suggestion
from dialogs.core.lists import ListEntry, in_rows, listing
from dialogs.core.parts import Parts
from dialogs.core.pieces import called, item_name, lacking, numbered, page_of
from dialogs.core.screen import Button, Row, Say, Screen, Tone, Wording, act, say
from dialogs.core.way import entries, proposal, suggestions


def items(asked: Question, field: Parts[object], at: Position) -> tuple[tuple[Wording, ...], tuple[Row, ...]]:
    if field.closes_itself:
        return (), ((Button(say("core-fill-part"), act("add", path=asked.path)),),)
    items = asked.bound.items(field)
    entries = [ListEntry(_item_line(item), act("see", place="item", path=item.prefix[:-1])) for item in items]
    shown_items = listing(
        entries, page_of(at), lambda page: act("see", place="question", path=asked.path, page=page), numbered=True
    )
    rows: list[Row] = []
    if items:
        rows.append((Button(say("core-items-done"), act("listed", path=asked.path)),))
    if len(items) < field.at_most:
        rows.append((Button(say("core-add-item" if not items else "core-add-another"), act("add", path=asked.path)),))
    proposed = _proposed_items(asked) if not items else ()
    offered = _suggested(asked.path, suggestions(asked)) if len(items) < field.at_most else ()
    return shown_items.lines or (say("core-no-items"),), (*proposed, *offered, *rows, *shown_items.rows)


def _suggested(path: str, offered: Sequence[Suggestion]) -> tuple[Row, ...]:
    buttons = [Button(each.label, act("bring", path=path, index=index)) for index, each in enumerate(offered)]
    return in_rows(buttons, 2)


def _proposed_items(asked: Question) -> tuple[Row, ...]:
    value = proposal(asked)
    if not value or not isinstance(value, Sequence):
        return ()
    return ((Button(say("core-bring-in", count=len(value)), act("propose")),),)


def _item_line(bound: BoundForm) -> Say:
    missing = lacking(bound)
    if missing is None:
        return say("core-item-line", name=called(bound))
    return say("core-item-gap", name=called(bound), lacks=missing.label)


def item(root: BoundForm, at: Position) -> Screen:
    bound = root.item(at.path)
    if bound is None or bound.outer is None:
        raise LookupError(f"there is no item {at.path}")
    owner = at.path[:-1].rpartition("[")[0]
    questions = entries(root, at)
    listed = numbered(questions, at, lambda page: act("see", place="item", path=at.path, page=page))
    copies: tuple[Button, ...] = (Button(say("core-copy"), act("copy", path=at.path)),)
    found = root.locate(owner)
    closes = found is not None and isinstance(found[1], Parts) and found[1].closes_itself
    return Screen(
        (say("core-within", outer=root.declared.title, inner=item_name(bound)), *listed[0], say("core-pick-entry")),
        (
            *listed[1],
            (*(() if closes else copies), Button(say("core-remove"), act("see", place="remove", path=at.path))),
            (Button(say("core-item-done"), act("next") if closes else act("see", place="question", path=owner)),),
        ),
    )


def remove(root: BoundForm, at: Position) -> Screen:
    bound = root.item(at.path)
    name = called(bound) if bound else ""
    return Screen(
        (say("core-remove-sure", name=name),),
        (
            (
                Button(say("core-remove"), act("remove", path=at.path), tone=Tone.DANGER),
                Button(say("core-keep-item"), act("see", place="item", path=at.path)),
            ),
        ),
    )
