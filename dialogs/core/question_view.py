"""The screen of a question: what is asked, one line of hint, the field's own buttons, the navigation last."""

from __future__ import annotations

from dialogs.core.answers import Position
from dialogs.core.bound import BoundForm, Question
from dialogs.core.field import Asking, Field, Offer
from dialogs.core.leftover_views import key
from dialogs.core.lists import in_rows
from dialogs.core.part_views import items
from dialogs.core.parts import Parts
from dialogs.core.pieces import CANCEL, DRAFT, header, shown
from dialogs.core.screen import Button, Row, Say, Screen, Wording, act, say
from dialogs.core.way import item_around, proposal

_BACK = Button(say("core-back"), act("back"))


def question(root: BoundForm, at: Position) -> Screen:
    asked = asked_at(root, at)
    field, declared = asked.field, asked.bound.declared
    lines: list[Wording] = [header(root, asked), say("core-question", label=declared.label(field))]
    hinted = bool(root.step.wordings(declared.extra(field, "hint")))
    if hinted:
        lines.append(declared.extra(field, "hint"))
    if isinstance(field, Parts):
        listed, rows = items(asked, field, at)
        return Screen((*lines, *listed), (*rows, *_navigation(root, asked)))
    asking = asked.bound.asking(asked, at.view)
    offer = field.offer(asking)
    if (wanted := asked.bound.wanted(field)) is not None:
        first = Button(say("core-first-key", label=wanted.label), act("edit", path=wanted.path))
        offer = Offer(((first,),), (say("core-first", label=wanted.label),))
    return Screen(
        (*lines, *(each for each in offer.lines if not (hinted and _is_search_hint(each))), *_present(asked)),
        (*_proposed(asked), *_kept(asked, field, asking), *offer.rows, *_navigation(root, asked)),
        asks_contact=offer.asks_contact,
    )


def _is_search_hint(line: Wording) -> bool:
    """A question has one hint; its own goes before that of long lists."""
    return isinstance(line, Say) and line.key == "core-search-hint"


def asked_at(root: BoundForm, at: Position) -> Question:
    found = root.locate(at.path)
    asked = found[0].question(found[1]) if found else None
    if asked is None:
        raise LookupError(f"{at.path} isn't asked")  # `still_there` has looked
    return asked


def _present(asked: Question) -> tuple[Wording, ...]:
    answer = asked.standing.answer
    if answer is None or answer.value is None or asked.begun or asked.field.kind == "files":
        return ()
    return (say("core-present", value=shown(asked)),)


def _kept(asked: Question, field: Field[object], asking: Asking) -> tuple[Row, ...]:
    if not asked.answered or asked.begun or field.kind == "files" or asking.view:
        return ()
    return ((Button(say("core-keep"), act("keep")),),)


def _proposed(asked: Question) -> tuple[Row, ...]:
    value = None if asked.answered and not asked.to_mend else proposal(asked)
    if value is None:
        return ()
    return ((Button(say("core-propose", value=asked.field.show(asked.field.dump(value))), act("propose")),),)


def _navigation(root: BoundForm, asked: Question) -> tuple[Row, ...]:
    field = asked.field
    extra: list[Button] = []
    if not field.required and not asked.answered and not asked.count:
        extra.append(Button(say("core-skip"), act("skip")))
    elif asked.emptied_by_a_tap:
        extra.append(Button(say("core-empty"), act("skip")))
    if root.declared.sections:
        extra.append(Button(say("core-overview"), act("see", place="overview")))
    elif _only_optional_left(root):
        extra.append(Button(say("core-finish"), act("finish")))
    if root.step.wordings(asked.bound.declared.extra(field, "help")):
        extra.append(Button(say("core-help"), act("see", place="help", path=asked.path)))
    back = (_BACK,) if root.step.filling.trail or item_around(root.step.filling.at) else ()
    return (*in_rows(extra), *key(root), (*back, DRAFT, CANCEL))


def _only_optional_left(root: BoundForm) -> bool:
    opened = [each for each in root.questions() if each.open]
    return len(opened) > 1 and not any(each.missing for each in opened)


def help_(root: BoundForm, at: Position) -> Screen:
    asked = asked_at(root, at)
    lines = (header(root, asked), asked.bound.declared.extra(asked.field, "help"))
    return Screen(lines, ((Button(say("core-go-on"), act("see", place="question", path=at.path)),),))
