"""Several answers at once, of a paste or a workbook: each is checked, what was understood is named, only gaps are asked for."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from dialogs.core import changes, prefill, words
from dialogs.core.answers import NEXT, Answer, Leftover, Position
from dialogs.core.blank import FILES
from dialogs.core.bound import Question
from dialogs.core.changes import Change
from dialogs.core.field import Look, attempt
from dialogs.core.file_names import named
from dialogs.core.inputs import Stored
from dialogs.core.screen import Json, Say, say
from dialogs.core.walk import Walk


def take_several(
    walk: Walk,
    change: Change,
    lines: Mapping[str, Leftover] = MappingProxyType({}),
    left: Sequence[Leftover] = (),
    told: Collection[str] | None = None,
) -> None:
    """Several answers in one message: each is checked, what is refused is told and left. `lines` are what was written for
    each, `left` what no answer was made of, `told` the paths of what the message itself says (None: of all): what was known
    before isn't named as understood."""
    judged = changes.judge(change, walk.form, walk.step)
    refused = [replace(lines[path], why=why, paths=(path,)) for path, why in judged.refused.items() if path in lines]
    for path in judged.refused:
        _without_its_item(change, path, lines, walk)
    walk.notice.extend(judged.refused.values())
    whys = [each.why for each in left if each.why is not None]
    walk.notice.extend(why for place, why in enumerate(whys) if why not in whys[:place])
    unknown = [words.quoted(each.text) for each in left if each.why is None]
    if unknown:  # one number wherever it is counted: those whose reason stands above lie there, too
        unknown += [words.quoted(each.text) for each in (*left, *refused) if each.why is not None]
        walk.notice.append(say("core-left", count=len(unknown), lines=tuple(unknown[:TOLD]), more=len(unknown[TOLD:])))
    walk.step.filling.leave((*left, *refused))
    walk.refresh()
    walk.shrunk = _understood(walk, change, len(left) + len(refused), told)
    tried = changes.tried(change, walk.form, walk.step)
    if judged.stop is not None:
        walk.stop(tried, judged.stopped, judged.stop)
    elif change.answers:
        walk.make_or_ask(change, tried, judged.pause)
        ask_only_for_gaps(walk)


def _without_its_item(change: Change, path: str, lines: Mapping[str, Leftover], walk: Walk) -> None:
    """What was said in one breath with an answer that was refused, 300 of 制造 300, goes with it; an item that was to come of
    it doesn't."""
    item, _, _ = path.rpartition(".")
    if not item or path not in lines:
        return
    inside = [each for each in change.answers if each.startswith(f"{item}.")]
    for each in inside:
        if each not in lines:
            del change.answers[each]
    part, _, key = item[:-1].rpartition("[")
    if (
        key in change.items.get(part, ())
        and key not in walk.step.filling.items.get(part, ())
        and not (any(each in change.answers for each in inside))
    ):
        change.items[part].remove(key)


TOLD = 5
"""Lines that are told at once; all of them are on a page of their own."""
NAMED = 12


def _understood(walk: Walk, change: Change, left: int, told: Collection[str] | None) -> Say:
    """Named by their labels, so that whoever pasted sees what wasn't."""
    given = [
        question.label
        for question in changes.tried(change, walk.form, walk.step).questions()
        if question.path in change.answers
        and question.path not in change.items
        and (told is None or question.path in told)
    ]
    if not given:
        return say("core-left-key", count=left)
    several = tuple({label.key: label for label in given}.values())
    return say("core-pasted", labels=several[:NAMED], more=len(several[NAMED:]), count=len(given), left=left)


def ask_only_for_gaps(walk: Walk) -> None:
    """After a paste only what is required is asked for; the rest stays empty, as the summary shows. What is to be read
    first (a pause) comes first."""
    missing = next((question for question in walk.root.questions() if question.missing), None)
    asked = walk.at.kind == "question"
    if missing is None and asked:
        finish(walk)
    elif missing is None and walk.at.kind == "pause":
        skip_the_rest(walk)
    elif missing is not None and asked:
        walk.go(Position("question", missing.path, _as_it_may_be_meant(walk, missing)))


def _as_it_may_be_meant(walk: Walk, question: Question) -> Mapping[str, Json]:
    """What was said of it and may mean several is looked at as if it were typed now: those stand on the screen."""
    said = next((each.value for each in walk.step.filling.left if each.why and each.paths == (question.path,)), "")
    hearing = question.field.typed(said, question.bound.asking(question, {})) if said else None
    return hearing.view if isinstance(hearing, Look) else {}


def finish(walk: Walk) -> None:
    """The rest may stay empty: to the summary."""
    skip_the_rest(walk)
    walk.step_to(NEXT)


def skip_the_rest(walk: Walk) -> None:
    """What may stay empty stays so."""
    for question in walk.root.questions():
        if (question.open or not question.answered) and not question.missing:
            changes.apply(walk.step.filling, Change({question.path: Answer(True if question.count else None)}))
    walk.refresh()


def take_file(
    walk: Walk, file: Stored, given: Mapping[str, Json], album: str | None = None, *, replaces: bool = False
) -> None:
    """What the form makes of a file that no question asked for; it speaks for the whole `album`. `replaces`: something else
    gives way to it."""
    question = walk.here()
    change = prefill.change_of(given, walk.form, walk.step)
    change.answers.update((part, Answer(True)) for part in change.items)  # nobody has to tap 完成 for it
    changes.apply(walk.step.filling, change)
    walk.refresh()
    page = next(
        (each for each in walk.root.questions() if each.path in change.answers and each.field.kind in FILES), None
    )
    if page is not None and album is not None:
        walk.step.filling.album = (album, page.path)
    walk.shrunk = say("core-file-named", name=named(file.name))
    part = walk.root.declared.fields[next(iter(given)).partition("[")[0]]
    item = attempt(page.bound.form.called) if page is not None and page.bound.outer is not None else None
    key = "core-file-replaces" if replaces else "core-file-added"
    walk.notice.append(say(key, label=walk.root.declared.label(part) if item is None else item))
    walk.go(Position("question", question.path) if question else walk.at)
