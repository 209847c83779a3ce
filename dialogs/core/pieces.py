"""Pieces that several screens of a form share: what an answer, an item, a place in the form is called."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from dialogs.core.answers import Position
from dialogs.core.bound import BoundForm, Question
from dialogs.core.field import attempt
from dialogs.core.filling import Filling
from dialogs.core.form import Form
from dialogs.core.lists import PAGE, in_rows, page_row
from dialogs.core.parts import Parts
from dialogs.core.screen import Act, Button, Row, Say, Wording, act, say
from dialogs.core.verdicts import ReturnNote
from dialogs.core.words import head

NAMED = 3
"""How many items of a list, or gaps of a section, are named."""

CANCEL = Button(say("core-cancel"), act("cancel"))
DRAFT = Button(say("core-draft"), act("draft"))


def header(root: BoundForm, asked: Question) -> Wording:
    """`报备客户 · 3/8`, with the section or the item between; of a form with one question the title alone. What was
    returned is told from the rest: `修改 1/2 · 陈经理：请写明依据`."""
    path = asked.path
    mending = _mending(root, path.partition("[")[0])
    if mending is not None and asked.bound is root:
        return mending
    names: list[Wording] = [root.declared.title if mending is None else mending]
    fellows = asked.bound.own_questions()
    section = root.declared.section_of(path.partition("[")[0])
    if section is not None and mending is None:
        within = [each for each in root.own_questions() if each.field.name in root.declared.sections[section]]
        alone = asked.bound is not root and len(within) == 1  # its items say what they are of
        names += [] if alone else [root.declared.heading(section)]
        if asked.bound is root:
            fellows = [each for each in fellows if each.field.name in root.declared.sections[section]]
    bound: BoundForm | None = asked.bound
    items: list[Wording] = []
    while bound is not None and bound.outer is not None:
        items.append(item_name(bound))
        bound = bound.outer
    names.extend(reversed(items))
    title: Wording = names[0]
    for name in names[1:]:
        title = say("core-within", outer=title, inner=name)
    if len(fellows) == 1 and asked.bound is root:
        return title
    at = next(index for index, each in enumerate(fellows, 1) if each.path == path)
    return say("core-header", title=title, at=str(at), of=str(len(fellows)))


def _mending(root: BoundForm, path: str) -> Wording | None:
    only = root.step.filling.only
    back = returned(root) if path in only else None
    if back is None:
        return None
    in_order = [each.path for each in root.own_questions() if each.path in only]  # as asked, not as they were named
    return say("core-mending", at=in_order.index(path) + 1, of=len(in_order), by=back.by, words=back.words)


def returned(root: BoundForm) -> ReturnNote | None:
    """What it was returned with, where it was opened to mend that."""
    return attempt(root.form.returned, root.step.ask) if root.step.filling.only else None


def item_name(bound: BoundForm) -> Wording:
    """项目 2; of a record that there is only one of, just its name."""
    owner = bound.outer
    part = bound.prefix[len(owner.prefix) :].partition("[")[0] if owner else ""
    field = owner.declared.fields.get(part) if owner else None
    if owner is None or not isinstance(field, Parts):
        return ""
    if field.closes_itself:
        return owner.declared.label(field)
    number = next(index for index, item in enumerate(owner.items(field), 1) if item.prefix == bound.prefix)
    return say("core-item", label=bound.declared.title, number=str(number))


def called(bound: BoundForm) -> Wording:
    """What tells this filling or item from others."""
    own = attempt(bound.form.called)
    if own is not None:
        return head(own, 40) if isinstance(own, str) else own
    first = next((each for each in bound.own_questions() if each.answered and not isinstance(each.field, Parts)), None)
    return say("core-unnamed") if first is None else shown(first)


def told_of(root: BoundForm, known: Filling) -> Wording:
    """What a filling is known by that isn't called anything yet: the first thing that somebody said, by its label where the
    form would be called by something else; `known` are the answers that it began with."""
    said = (
        each
        for each in root.own_questions()
        if each.answered
        and not isinstance(each.field, Parts)
        and (answer := each.standing.answer) != known.answers.get(each.path)
        and answer is not None
        and answer.value is not None
    )
    first = next(said, None)
    if type(root.form).called is Form.called:
        return called(root)
    return say("core-unnamed") if first is None else say("core-told-of", label=first.label, value=shown(first))


def shown(asked: Question) -> Wording:
    """An answer as a summary shows it."""
    field, answer = asked.field, asked.standing.answer
    if isinstance(field, Parts) and asked.count:
        items = asked.bound.items(field)
        return listed([_with_gap(each) for each in items[:NAMED]], len(items))
    if answer is not None and answer.shown is not None and not isinstance(field, Parts):
        return answer.shown  # also what says that there is none: 长期有效
    if answer is None or answer.value is None or isinstance(field, Parts):
        return field.nothing or say("core-none")
    return field.show(answer.value)


def _with_gap(item: BoundForm) -> Wording:
    """Of an item that isn't whole it is said what it lacks: its first answer alone would pass for its name."""
    gap = lacking(item)
    return called(item) if gap is None else say("core-list-gap", name=called(item), lacks=gap.label)


def lacking(item: BoundForm) -> Question | None:
    """The first of its questions that must be answered and isn't."""
    return next((each for each in item.questions() if each.missing), None)


def listed(named: Sequence[Wording], count: int) -> Say:
    """`正式合同、营业执照、注册登记表 等 4 项`: the first ones, and how many there are in all."""
    if count <= len(named):
        return say("core-list", items=tuple(named))
    return say("core-list-more", items=tuple(named), count=count)


def answer_line(number: int, asked: Question) -> Say:
    key = "core-answer-gap" if asked.missing else "core-answer"
    return say(key, number=str(number), label=asked.label, value=shown(asked))


def gap_label(root: BoundForm, asked: Question) -> Wording:
    label: Wording = asked.label
    if asked.lacking:
        return say("core-lacking", label=label, lacks=asked.lacking)
    if asked.short and asked.field.rules.least is not None:
        return say("core-short", label=label, count=asked.short)
    if asked.bound is root:
        return label
    own = attempt(asked.bound.form.called)  # a file by its name rather than by its number
    return say("core-within", outer=own or item_name(asked.bound), inner=label)


def numbered(
    questions: Sequence[Question], at: Position, turn: Callable[[int], Act]
) -> tuple[tuple[Wording, ...], tuple[Row, ...]]:
    """Answers with their numbers, the numbers as buttons."""
    pages = max(1, -(-len(questions) // PAGE))
    page = min(page_of(at), pages - 1)
    start = page * PAGE
    numbered = list(enumerate(questions[start : start + PAGE], start + 1))
    lines = tuple(answer_line(number, each) for number, each in numbered)
    buttons = in_rows([Button(str(number), act("edit", path=each.path)) for number, each in numbered])
    return lines, (*buttons, *page_row(page, pages, turn))


def page_of(at: Position) -> int:
    page = at.view.get("page")
    return max(page, 0) if isinstance(page, int) else 0
