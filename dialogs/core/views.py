"""What a form shows at each place, by the manners of the product: one question a screen, the primary button alone in
its row, the navigation last."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from dialogs.core.answers import Position
from dialogs.core.blank import blanks
from dialogs.core.bound import BoundForm, Question
from dialogs.core.field import attempt
from dialogs.core.leftover_views import key, left, line, waiting
from dialogs.core.lists import PAGE, ListEntry, in_rows, listing, page_row
from dialogs.core.part_views import item, remove
from dialogs.core.parts import Parts
from dialogs.core.pieces import CANCEL, DRAFT, NAMED, answer_line, gap_label, numbered, page_of, returned
from dialogs.core.question_view import help_, question
from dialogs.core.screen import Act, Arg, Button, Row, Say, Screen, Tone, Wording, act, say, wording_from_json
from dialogs.core.sheets import sheet_screen
from dialogs.core.verdicts import Pause
from dialogs.core.way import entries, leaf_at, leaves

COPIED = 40
"""Lines of a page to be copied: two of them hold the longest form."""


def view(root: BoundForm) -> Screen:
    """The screen of the place where the person is."""
    at = root.step.filling.at
    screen = _VIEWS.get(at.kind, summary)(root, at)
    if at.kind in _WITH_LEFT:
        screen = replace(screen, rows=(*screen.rows[:-1], *key(root), *screen.rows[-1:]))
    if at.kind == "whole":
        return screen
    above = attempt(root.form.above, root.step.ask) or ()
    shows = attempt(root.form.shows, root.step.ask)
    if shows is not None and screen.attached is None:
        screen = replace(screen, attached=shows)
    return replace(screen, lines=(*screen.lines[:1], *above, *screen.lines[1:])) if above else screen


def summary(root: BoundForm, at: Position) -> Screen:
    """By section, a long form's a page each; with the way back to the overview."""
    leaf, pages = leaf_at(root, at), len(leaves(root))
    page = min(page_of(at), pages - 1)
    title: Wording = root.declared.title
    edit = Button(say("core-edit"), act("see", place="pick"))
    navigation: tuple[Row, ...] = ((edit, DRAFT, CANCEL),)
    if leaf.only is not None:
        title = say("core-within", outer=title, inner=root.declared.heading(leaf.only))
        edit = Button(say("core-edit"), act("see", place="pick", section=leaf.only))
    if root.declared.sections:
        navigation = ((edit, Button(say("core-return"), act("see", place="overview"))), (DRAFT, CANCEL))
    lines: list[Wording] = []
    number = leaf.start
    for section, inside in leaf.sections:
        if section is not None and leaf.only is None:
            lines.append(say("core-section", heading=root.declared.heading(section)))
        lines += [answer_line(place, each) for place, each in enumerate(inside, number + 1)]
        number += len(inside)
    return Screen(
        (say("core-check", title=title), *_returned(root), *lines, *_below(root), *waiting(root)),
        (
            *key(root),
            *page_row(page, pages, lambda number: act("see", place="summary", page=number)),
            (root.declared.submits,),
            *_reply(root),
            *navigation,
        ),
    )


def pick(root: BoundForm, at: Position) -> Screen:
    """Which answer to edit; or, of those that are missing, to give."""
    gaps = bool(at.view.get("gaps"))
    view = {name: at.view[name] for name in ("gaps", "section", "named") if name in at.view}
    questions = entries(root, at)

    def turn(page: int) -> Act:
        return act("see", place="pick", page=page, **view)

    if gaps:
        named = [ListEntry(gap_label(root, each), act("mend", path=each.path)) for each in questions]
        listed = listing(named, page_of(at), turn, numbered=True)
        lines, rows = listed.lines, listed.rows
    else:
        lines, rows = numbered(questions, at, turn)
    back = act("see", place="overview" if root.declared.sections else "summary")
    title = say("core-pick-gap" if gaps else "core-pick-entry")
    return Screen((title, *lines), (*rows, (Button(say("core-return"), back),)))


def overview(root: BoundForm, at: Position) -> Screen:
    """A long form by its sections: what is done, what is missing, and the next gap; of what is amended, what changes."""
    declared, amends = root.declared, root.form.amends
    lines: list[Wording] = [declared.title, *_returned(root)]
    sections: list[Button] = []
    asked = _asked(root)
    for section, names in declared.sections.items():
        inside = [each for each in asked if each.path.partition("[")[0] in names]
        lines += [] if amends else [_section_line(root, declared.heading(section), inside)]
        sections.append(Button(declared.heading(section), act("section", path=section)))
    lines += attempt(root.form.changed, root.step.ask) or ()
    following = next((each for each in asked if each.missing), None)
    if following is None and not amends:
        following = next((each for each in asked if each.open), None)
    on = Button(_next(root, following), act("continue")) if following else None
    submit = declared.submits
    # with nothing left but what may stay empty, submitting comes first
    ready = following is None or not following.missing
    lead: tuple[Row, ...] = (*(((submit,),) if ready else ()), *(((on,),) if on else ()))
    return Screen(
        (*lines, *_below(root), *waiting(root)),
        (
            *key(root),
            *lead,
            *in_rows(sections, 2),
            *_reply(root),
            (
                Button(say("core-paste"), act("see", place="paste")),
                *(attempt(root.form.beside, root.step.ask) or ()),
                Button(say("core-see-all"), act("see", place="summary")),
            ),
            *(() if ready else ((submit,),)),
            (DRAFT, CANCEL),
        ),
    )


def _asked(root: BoundForm) -> list[Question]:
    """The questions without the line to whoever returned it, which has a button of its own and is no gap."""
    back = returned(root)
    return [each for each in root.questions() if back is None or each.path != back.reply]


def _section_line(root: BoundForm, heading: Say, inside: Sequence[Question]) -> Say:
    missing = [each for each in inside if each.missing]
    first = next((wanted for each in inside if (wanted := each.lacks_unless) is not None), None)
    if first is not None and not missing:
        return say("core-section-first", heading=heading, label=first.label)
    filled, of = _counted(inside)
    facts: dict[str, Arg] = {"heading": heading, "at": str(filled), "of": str(of)}
    if missing:
        named = [name for each in missing for name in (each.lacking or (gap_label(root, each),))]
        return say("core-section-gaps", **facts, gaps=tuple(named[:NAMED]), more=len(named[NAMED:]))
    return say("core-section-done" if of else "core-section-free", **facts)


def _counted(inside: Sequence[Question]) -> tuple[int, int]:
    """How many are filled in, of how many; of a list that says what or how many it lacks, its items."""
    filled = of = 0
    listed = [each for each in inside if each.field.rules.lacks is not None or each.field.rules.least is not None]
    for each in inside:
        if any(each is part or each.path.startswith(f"{part.path}[") for part in listed):
            continue
        filled, of = filled + each.filled, of + 1
    for part in listed:
        items = part.bound.items(part.field) if isinstance(part.field, Parts) else []
        filled += sum(not any(each.missing for each in item.questions()) for item in items)
        of += len(items) + len(part.lacking) + part.short
    return filled, of


def _returned(root: BoundForm) -> tuple[Wording, ...]:
    back = returned(root)
    return () if back is None else (say("core-returned", by=back.by, words=back.words),)


def _reply(root: BoundForm) -> tuple[Row, ...]:
    """A line to whoever returned it; nobody has to write one."""
    back = returned(root)
    return () if back is None else ((Button(say("core-reply", by=back.by), act("edit", path=back.reply)),),)


def _below(root: BoundForm) -> tuple[Wording, ...]:
    return attempt(root.form.below, root.step.ask) or ()


def paste(root: BoundForm, at: Position) -> Screen:
    wanted = [each for each in root.questions() if each.missing][:PAGE]
    examples = tuple(say("core-paste-line", label=each.label) for each in wanted)
    whole = Button(say("core-copy-all"), act("see", place="whole"))
    back = Button(say("core-return"), act("see", place="overview"))
    return Screen((say("core-paste-how"), *examples), ((whole,), (back,)))


def whole(root: BoundForm, at: Position) -> Screen:
    """All lines of the form with what is known, to be copied, filled in elsewhere and sent back: so nothing else is said."""
    lines = [say("core-whole-line", label=each.label, value=each.value or "") for each in blanks(root)]
    pages = max(1, -(-len(lines) // COPIED))
    page = min(page_of(at), pages - 1)
    back = Button(say("core-return"), act("see", place="overview"))
    turn = page_row(page, pages, lambda number: act("see", place="whole", page=number))
    return Screen(tuple(lines[page * COPIED : (page + 1) * COPIED]), (*turn, (back,)))


# --- between ------------------------------------------------------------------------------------------------------


def change(root: BoundForm, at: Position) -> Screen:
    """Told before: what a change of an earlier answer would clear."""
    count, cleared = at.view.get("count"), at.view.get("cleared")
    labels = tuple(wording_from_json(each) for each in cleared) if isinstance(cleared, list) else ()
    number = count if isinstance(count, int) else len(labels)
    more = (say("core-and-more", count=number - len(labels)),) if number > len(labels) else ()
    return Screen(
        (say("core-clears", count=number, labels=(*labels, *more)), say("core-clears-hint")),
        ((Button(say("core-change"), act("change")), Button(say("core-keep-old"), act("back"))),),
    )


def _next(root: BoundForm, following: Question) -> Say:
    """`继续（下一空：到站）`; of a part that lacks items how many: `继续：附件（缺 4）`."""
    lacking = len(following.lacking) or (following.short if following.field.rules.least is not None else 0)
    if lacking:
        return say("core-next-lacking", label=following.label, count=lacking)
    return say("core-next-gap", label=gap_label(root, following))


def pause(root: BoundForm, at: Position) -> Screen:
    """What a check has to say; the answer that it is about can be given anew here."""
    found = Pause.from_json(at.view) or Pause(())
    located = root.locate(found.path)
    asked = located[0].question(located[1]) if located else None
    go_on = Button(found.go_on, act("next"))
    if asked is None:
        return Screen(found.lines, ((go_on,), (DRAFT, CANCEL)))
    mend = Button(found.mend or say("core-edit-one", label=asked.label), act("edit", path=asked.path))
    other = ((found.other,),) if found.other is not None else ()
    rows = (*other, (go_on, mend)) if found.mend is not None else (*other, (go_on,), (mend,))
    return Screen((*found.lines, say("core-pause-how", label=asked.label)), (*rows, (DRAFT, CANCEL)))


def cancel(root: BoundForm, at: Position) -> Screen:
    return Screen(
        (say("core-cancel-sure", title=root.declared.title),),
        (
            (Button(say("core-stay"), act("back")),),
            (Button(say("core-give-up"), act("give-up"), tone=Tone.DANGER), DRAFT),
        ),
    )


_WITH_LEFT = frozenset({"pick", "item", "paste", "change", "pause"})
"""Where a message may be heard, or what it came to is shown: what found no place leads on from there, too."""
_VIEWS: dict[str, Callable[[BoundForm, Position], Screen]] = {
    "question": question,
    "help": help_,
    "item": item,
    "remove": remove,
    "summary": summary,
    "overview": overview,
    "pick": pick,
    "paste": paste,
    "whole": whole,
    "left": left,
    "sheet": sheet_screen,
    "line": line,
    "change": change,
    "pause": pause,
    "cancel": cancel,
}
