"""What a form shows at each place, by the manners of the product: one question a screen, the primary button alone in
its row, the navigation last."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from dialogs.core.field import Asking, Field, Suggestion, Unanswered
from dialogs.core.filling import Place
from dialogs.core.lists import PAGE, Entry, in_rows, listing, page_row
from dialogs.core.parts import Parts
from dialogs.core.screen import Act, Arg, Button, Row, Say, Screen, Wording, act, say, wording_from_json
from dialogs.core.sheet import Question, Sheet
from dialogs.core.way import entries, proposal, suggestions
from dialogs.core.words import head

LINES = 24
"""Answers on a page of the summary: with each shortened, a screen stays far below Telegram's limit."""
NAMED = 3

_CANCEL = Button(say("core-cancel"), act("cancel"))
_DRAFT = Button(say("core-draft"), act("draft"))
_BACK = Button(say("core-back"), act("back"))


def view(root: Sheet) -> Screen:
    """The screen of the place where the person is."""
    screen = _VIEWS.get(root.desk.filling.at.kind, summary)(root, root.desk.filling.at)
    above = root.form.above(root.desk.ask)
    return replace(screen, lines=(*screen.lines[:1], *above, *screen.lines[1:])) if above else screen


# --- a question ---------------------------------------------------------------------------------------------------


def question(root: Sheet, at: Place) -> Screen:
    asked = _asked(root, at)
    field, declared = asked.field, asked.sheet.declared
    lines: list[Wording] = [header(root, asked), say("core-question", label=declared.label(field))]
    if root.desk.wordings(declared.extra(field, "hint")):
        lines.append(declared.extra(field, "hint"))
    if isinstance(field, Parts):
        listed, rows = _items(asked, field, at)
        return Screen((*lines, *listed), (*rows, *_navigation(root, asked)))
    asking = asked.sheet.asking(asked, at.view)
    offer = field.offer(asking)
    return Screen(
        (*lines, *offer.lines, *_present(asked)),
        (*_proposed(asked), *_kept(asked, field, asking), *offer.rows, *_navigation(root, asked)),
        asks_contact=offer.asks_contact,
    )


def _asked(root: Sheet, at: Place) -> Question:
    found = root.locate(at.path)
    asked = found[0].question(found[1]) if found else None
    if asked is None:
        raise LookupError(f"{at.path} isn't asked")  # `settled` has looked
    return asked


def header(root: Sheet, asked: Question) -> Say:
    """`报备客户 · 3/8`, with the section or the item between."""
    path = asked.path
    names: list[Wording] = [root.declared.title]
    fellows = asked.sheet.own_questions()
    section = root.declared.section_of(path.partition("[")[0])
    if section is not None:
        names.append(root.declared.heading(section))
        if asked.sheet is root:
            fellows = [each for each in fellows if each.field.name in root.declared.sections[section]]
    sheet: Sheet | None = asked.sheet
    items: list[Wording] = []
    while sheet is not None and sheet.outer is not None:
        items.append(_item_name(sheet))
        sheet = sheet.outer
    names.extend(reversed(items))
    at = next(index for index, each in enumerate(fellows, 1) if each.path == path)
    title: Wording = names[0]
    for name in names[1:]:
        title = say("core-within", outer=title, inner=name)
    return say("core-header", title=title, at=str(at), of=str(len(fellows)))


def _item_name(sheet: Sheet) -> Wording:
    """项目 2; of a record that there is only one of, just its name."""
    owner = sheet.outer
    part = sheet.prefix[len(owner.prefix) :].partition("[")[0] if owner else ""
    field = owner.declared.fields.get(part) if owner else None
    if owner is None or not isinstance(field, Parts):
        return ""
    label = owner.declared.label(field)
    if field.closes_itself:
        return label
    number = next(index for index, item in enumerate(owner.items(field), 1) if item.prefix == sheet.prefix)
    return say("core-item", label=label, number=str(number))


def _present(asked: Question) -> tuple[Wording, ...]:
    answer = asked.standing.answer
    if answer is None or answer.value is None or asked.field.kind == "files":
        return ()
    return (say("core-present", value=shown(asked)),)


def _kept(asked: Question, field: Field[object], asking: Asking) -> tuple[Row, ...]:
    if not asked.answered or field.kind == "files" or asking.view:
        return ()
    return ((Button(say("core-keep"), act("keep")),),)


def _proposed(asked: Question) -> tuple[Row, ...]:
    value = None if asked.answered and not asked.to_mend else proposal(asked)
    if value is None:
        return ()
    return ((Button(say("core-propose", value=asked.field.show(asked.field.dump(value))), act("propose")),),)


def _navigation(root: Sheet, asked: Question) -> tuple[Row, ...]:
    field = asked.field
    extra: list[Button] = []
    if not field.required and not asked.answered and not asked.has_items:
        extra.append(Button(say("core-skip"), act("skip")))
    if root.declared.sections:
        extra.append(Button(say("core-overview"), act("see", place="overview")))
    elif _only_optional_left(root):
        extra.append(Button(say("core-finish"), act("finish")))
    if root.desk.wordings(asked.sheet.declared.extra(field, "help")):
        extra.append(Button(say("core-help"), act("see", place="help", path=asked.path)))
    back = (_BACK,) if root.desk.filling.trail else ()
    return (*in_rows(extra), (*back, _DRAFT, _CANCEL))


def _only_optional_left(root: Sheet) -> bool:
    opened = [each for each in root.questions() if each.open]
    return len(opened) > 1 and not any(each.missing for each in opened)


def help_(root: Sheet, at: Place) -> Screen:
    asked = _asked(root, at)
    lines = (header(root, asked), asked.sheet.declared.extra(asked.field, "help"))
    return Screen(lines, ((Button(say("core-go-on"), act("see", place="question", path=at.path)),),))


# --- items of a part ----------------------------------------------------------------------------------------------


def _items(asked: Question, field: Parts[object], at: Place) -> tuple[tuple[Wording, ...], tuple[Row, ...]]:
    if field.closes_itself:
        return (), ((Button(say("core-fill-part"), act("add", path=asked.path)),),)
    items = asked.sheet.items(field)
    entries = [Entry(_item_line(item), act("see", place="item", path=item.prefix[:-1])) for item in items]
    shown_items = listing(
        entries, _page(at), lambda page: act("see", place="question", path=asked.path, page=page), numbered=True
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
    return ((Button(say("core-bring-in", count=len(value)), act("propose")),),) if value else ()


def _item_line(sheet: Sheet) -> Say:
    missing = any(each.missing for each in sheet.questions())
    return say("core-item-gap" if missing else "core-item-line", name=called(sheet))


def called(sheet: Sheet) -> Wording:
    """What tells this filling or item from others."""
    try:
        own = sheet.form.called()
    except Unanswered:
        own = None
    if own is not None:
        return head(own, 40) if isinstance(own, str) else own
    first = next((each for each in sheet.own_questions() if each.answered and not isinstance(each.field, Parts)), None)
    return say("core-unnamed") if first is None else shown(first)


def item(root: Sheet, at: Place) -> Screen:
    sheet = root.item(at.path)
    if sheet is None or sheet.outer is None:
        raise LookupError(f"there is no item {at.path}")
    owner = at.path[:-1].rpartition("[")[0]
    questions = entries(root, at)
    listed = _numbered(questions, at, lambda page: act("see", place="item", path=at.path, page=page))
    copies: tuple[Button, ...] = (Button(say("core-copy"), act("copy", path=at.path)),)
    found = root.locate(owner)
    closes = found is not None and isinstance(found[1], Parts) and found[1].closes_itself
    return Screen(
        (say("core-within", outer=root.declared.title, inner=_item_name(sheet)), *listed[0], say("core-pick-entry")),
        (
            *listed[1],
            (*(() if closes else copies), Button(say("core-remove"), act("see", place="remove", path=at.path))),
            (Button(say("core-item-done"), act("next") if closes else act("see", place="question", path=owner)),),
        ),
    )


def remove(root: Sheet, at: Place) -> Screen:
    sheet = root.item(at.path)
    name = called(sheet) if sheet else ""
    return Screen(
        (say("core-remove-sure", name=name),),
        (
            (
                Button(say("core-remove"), act("remove", path=at.path)),
                Button(say("core-stay"), act("see", place="item", path=at.path)),
            ),
        ),
    )


# --- the whole ----------------------------------------------------------------------------------------------------


def shown(asked: Question) -> Wording:
    """An answer as a summary shows it."""
    field, answer = asked.field, asked.standing.answer
    if isinstance(field, Parts) and asked.has_items:
        items = asked.sheet.items(field)
        more = (say("core-and-more", count=len(items) - NAMED),) if len(items) > NAMED else ()
        return say("core-list", items=(*(called(each) for each in items[:NAMED]), *more))
    if answer is None or answer.value is None or isinstance(field, Parts):
        return say("core-none")
    return answer.shown if answer.shown is not None else field.show(answer.value)


def _line(number: int, asked: Question) -> Say:
    key = "core-answer-gap" if asked.missing else "core-answer"
    return say(key, number=str(number), label=asked.label, value=shown(asked))


def summary(root: Sheet, at: Place) -> Screen:
    questions = root.own_questions()
    pages = max(1, -(-len(questions) // LINES))
    page = min(_page(at), pages - 1)
    start = page * LINES
    lines = [_line(number, each) for number, each in enumerate(questions[start : start + LINES], start + 1)]
    edit = Button(say("core-edit"), act("see", place="pick"))
    return Screen(
        (say("core-check", title=root.declared.title), *lines),
        (
            *page_row(page, pages, lambda number: act("see", place="summary", page=number)),
            (Button(say(root.declared.submit), act("submit")),),
            (edit, _DRAFT, _CANCEL),
        ),
    )


def pick(root: Sheet, at: Place) -> Screen:
    """Which answer to edit; or, of those that are missing, to give."""
    gaps, view = bool(at.view.get("gaps")), {name: at.view[name] for name in ("gaps", "section") if name in at.view}
    questions = entries(root, at)

    def turn(page: int) -> Act:
        return act("see", place="pick", page=page, **view)

    if gaps:
        named = [Entry(_gap_label(root, each), act("edit", path=each.path)) for each in questions]
        listed = listing(named, _page(at), turn, numbered=True)
        lines, rows = listed.lines, listed.rows
    else:
        lines, rows = _numbered(questions, at, turn)
    back = act("see", place="overview" if root.declared.sections else "summary")
    title = say("core-pick-gap" if gaps else "core-pick-entry")
    return Screen((title, *lines), (*rows, (Button(say("core-return"), back),)))


def _gap_label(root: Sheet, asked: Question) -> Wording:
    label = asked.label
    return label if asked.sheet is root else say("core-within", outer=_item_name(asked.sheet), inner=label)


def _numbered(
    questions: Sequence[Question], at: Place, turn: Callable[[int], Act]
) -> tuple[tuple[Wording, ...], tuple[Row, ...]]:
    """Answers with their numbers, the numbers as buttons."""
    pages = max(1, -(-len(questions) // PAGE))
    page = min(_page(at), pages - 1)
    start = page * PAGE
    numbered = list(enumerate(questions[start : start + PAGE], start + 1))
    lines = tuple(_line(number, each) for number, each in numbered)
    buttons = in_rows([Button(str(number), act("edit", path=each.path)) for number, each in numbered])
    return lines, (*buttons, *page_row(page, pages, turn))


def _page(at: Place) -> int:
    page = at.view.get("page")
    return max(page, 0) if isinstance(page, int) else 0


def overview(root: Sheet, at: Place) -> Screen:
    """A long form by its sections: what is done, what is missing, and the next gap."""
    declared = root.declared
    lines: list[Wording] = [declared.title]
    sections: list[Button] = []
    for section, names in declared.sections.items():
        inside = [each for each in root.questions() if each.path.partition("[")[0] in names]
        missing = [each for each in inside if each.missing]
        facts: dict[str, Arg] = {
            "heading": declared.heading(section),
            "at": str(sum(not each.open for each in inside)),
            "of": str(len(inside)),
        }
        if missing:
            gaps = tuple(_gap_label(root, each) for each in missing[:NAMED])
            lines.append(say("core-section-gaps", **facts, gaps=gaps, more=len(missing) - len(gaps)))
        else:
            lines.append(say("core-section-done", **facts))
        sections.append(Button(declared.heading(section), act("section", path=section)))
    following = next((each for each in root.questions() if each.missing), None) or next(
        (each for each in root.questions() if each.open), None
    )
    on = Button(say("core-next-gap", label=_gap_label(root, following)), act("continue")) if following else None
    submit = Button(say(declared.submit), act("submit"))
    lead: tuple[Row, ...] = ((on,),) if on else ()
    return Screen(
        tuple(lines),
        (
            *lead,
            *in_rows(sections, 2),
            (
                Button(say("core-paste"), act("see", place="paste")),
                Button(say("core-see-all"), act("see", place="summary")),
            ),
            (submit,),
            (_DRAFT, _CANCEL),
        ),
    )


def paste(root: Sheet, at: Place) -> Screen:
    wanted = [each for each in root.questions() if each.missing][:PAGE]
    examples = tuple(say("core-paste-line", label=each.label) for each in wanted)
    return Screen((say("core-paste-how"), *examples), ((Button(say("core-return"), act("see", place="overview")),),))


# --- between ------------------------------------------------------------------------------------------------------


def change(root: Sheet, at: Place) -> Screen:
    """Told before: what a change of an earlier answer would clear."""
    count, cleared = at.view.get("count"), at.view.get("cleared")
    labels = tuple(wording_from_json(each) for each in cleared) if isinstance(cleared, list) else ()
    number = count if isinstance(count, int) else len(labels)
    more = (say("core-and-more", count=number - len(labels)),) if number > len(labels) else ()
    return Screen(
        (say("core-clears", count=number, labels=(*labels, *more)), say("core-clears-hint")),
        ((Button(say("core-change"), act("change")), Button(say("core-keep-old"), act("back"))),),
    )


def pause(root: Sheet, at: Place) -> Screen:
    lines = at.view.get("pause")
    said = tuple(wording_from_json(line) for line in lines) if isinstance(lines, list) else ()
    return Screen(said, ((Button(say("core-continue"), act("next")),), (_DRAFT, _CANCEL)))


def cancel(root: Sheet, at: Place) -> Screen:
    return Screen(
        (say("core-cancel-sure", title=root.declared.title),),
        ((Button(say("core-stay"), act("back")),), (Button(say("core-give-up"), act("give-up")), _DRAFT)),
    )


_VIEWS: dict[str, Callable[[Sheet, Place], Screen]] = {
    "question": question,
    "help": help_,
    "item": item,
    "remove": remove,
    "summary": summary,
    "overview": overview,
    "pick": pick,
    "paste": paste,
    "change": change,
    "pause": pause,
    "cancel": cancel,
}
