"""What a message means to a form: an answer, several at once, a word of the navigation, a number of the summary, a
further piece of an album."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import lru_cache

from dialogs.core import changes, in_a_line, pasting, prefill, returned_workbook, sheets, taps, views, words
from dialogs.core.answers import Answer, Leftover, Position
from dialogs.core.blank import FILES
from dialogs.core.bound import Question
from dialogs.core.field import Misread, Took, attempt
from dialogs.core.form import SAID
from dialogs.core.inputs import Failed, Odd, Shared, Stored, Typed, Uploaded
from dialogs.core.labels import labels
from dialogs.core.missed_files import not_had
from dialogs.core.named_questions import called
from dialogs.core.page import Heard
from dialogs.core.parts import Parts
from dialogs.core.pasted_answers import answer_of, in_one_breath
from dialogs.core.screen import Act, Json, Say, Wording, act, say
from dialogs.core.sent_along import asked_beside_words, continues_album, joins, words_join
from dialogs.core.several_answers import skip_the_rest, take_file, take_several
from dialogs.core.text_and_files import TextAndFiles
from dialogs.core.verdicts import Anew, Unsure
from dialogs.core.walk import Walk
from dialogs.core.way import entries

_LISTING = ("summary", "pick", "item")
OPEN = ("question", "overview", "paste", "whole", "left", "line", "pause", *_LISTING)
"""Where messages are listened to; elsewhere a yes or no is wanted first."""

_NAVIGATION = (
    *(("skip", "core-skip"), ("back", "core-back"), ("draft", "core-draft"), ("cancel", "core-cancel")),
    *(("skip", "core-empty"), ("keep", "core-keep"), ("finish", "core-finish")),
    *(("overview", "core-overview"), ("help", "core-help")),
)


def hear(walk: Walk, said: Heard, *, unasked: bool = False) -> None:
    """`unasked`: it opened the form, so no question stood on the screen yet."""
    if isinstance(said, Uploaded) and (
        continues_album(walk, said) or _fills(walk, said) or _reads_under(walk, said, unasked) or joins(walk, said)
    ):
        return
    if (
        isinstance(said, Typed)
        and walk.at.kind in OPEN
        and (_navigates(walk, said.text) or _understands(walk, said.text) or _pastes(walk, said.text, unasked))
    ):
        return
    if isinstance(said, Shared) and walk.at.kind in OPEN and _meets(walk, said):
        return
    question = walk.here() or paused(walk)
    if isinstance(said, Typed) and _presses(walk, said.text):
        return
    if question is not None and isinstance(said, Typed) and _empties(walk, question, said.text):
        return
    if question is not None and isinstance(said, Typed) and _goes_on(walk, question, said.text):
        return
    if (
        question is not None
        and isinstance(said, Typed)
        and (_lists(walk, question, said.text) or words_join(walk, question, said))
    ):
        return
    if question is not None:
        walk.shrunk = say("core-asked", label=question.label)
        view = walk.at.view if walk.at.kind == "question" else {}
        walk.answer(question, question.field.heard(said, question.bound.asking(question, view)), said)
    elif not (_leads(walk, said) or _completes(walk, said)):
        walk.notice.append(_not_taken(walk, said))


def _leads(walk: Walk, said: Heard) -> bool:
    """A number or a label that is written where answers are listed."""
    return isinstance(said, Typed) and any(each(walk, said.text) for each in (_picks, _places, _names))


_TYPING = {
    **dict.fromkeys(("summary", "overview", "paste", "whole"), "core-type-labels"),
    **dict.fromkeys(("pick", "item"), "core-type-number"),
    **dict.fromkeys(("left", "line"), "core-type-left"),
}


def _not_taken(walk: Walk, said: Heard) -> Say:
    """Where nothing asks for it."""
    match said:
        case Odd():
            return say("core-odd")
        case Uploaded(file=Failed() as failed) if failed.why != "unasked":
            return not_had(failed)
        case _:
            return _typing(walk)


def _typing(walk: Walk) -> Say:
    """What can be typed where the person is."""
    return say(_TYPING.get(walk.at.kind, "core-type-buttons"))


def paused(walk: Walk) -> Question | None:
    """The answer that what is read now is about: it can be given anew."""
    path = walk.at.view.get("mended") if walk.at.kind == "pause" else None
    return walk.question(path) if isinstance(path, str) else None


def _presses(walk: Walk, text: str) -> bool:
    """The label of a button is written, where no question takes it for an answer."""
    wanted, question = words.bare(text), walk.here()
    answers = walk.at.kind == "question" and question is not None and not isinstance(question.field, Parts)
    if answers or not wanted or "\n" in text:
        return False
    buttons = (each for row in views.view(walk.root).rows for each in row)
    found = next((each.act for each in buttons if wanted in map(words.bare, walk.step.wordings(each.label))), None)
    if found is None or found.verb in _LEAVING:
        return False
    taps.tap(walk, found)
    return True


_LEAVING = frozenset({"open", "home", "close"})
"""What a form doesn't do itself."""


def _empties(walk: Walk, question: Question, text: str) -> bool:
    """`无` to what may stay empty, unless it is one of the choices."""
    if question.field.required or question.count or not words.says_nothing(text):
        return False
    hearing = question.field.typed(text, question.bound.asking(question, walk.at.view))
    if question.field.kind == "yes_no" or (question.field.has_options and isinstance(hearing, Took)):
        return False
    walk.answer(question, Took(None))
    return True


def _goes_on(walk: Walk, question: Question, text: str) -> bool:
    """Its answer, and those of the questions behind it, in one breath."""
    if not question.field.behind or isinstance(answer_of(question, text), Answer):
        return False
    several = in_one_breath(question, text)
    answers: dict[str, Answer] = {}
    for path, each in several.items():
        asked = walk.question(path)
        answer = answer_of(asked, each) if asked is not None else None
        if isinstance(answer, Answer):
            answers[path] = answer
    if several:
        take_several(walk, changes.Change(answers))
    return bool(several)


def _lists(walk: Walk, question: Question, text: str) -> bool:
    """Several items in one line, where the list or the first of them is asked for."""
    line = in_a_line.labelled(question, text)
    if line is None or not isinstance(answer_of(question, text), Misread) or not _pastes(walk, line):
        return False
    items = f"{question.path.partition('[')[0]}["
    lacking = next((each for each in walk.root.questions() if each.missing and each.path.startswith(items)), None)
    if lacking is not None and walk.at.kind in ("question", "overview"):
        walk.go(Position("question", lacking.path))
    return True


def paste(walk: Walk, text: str) -> None:
    """What was written before the form was there: what has a label, or is understood otherwise, and nothing else."""
    if _understands(walk, text):
        return
    told = attempt(walk.root.form.in_labels, text, walk.step.ask)
    _pastes(walk, told or text, unasked=True)
    if told and walk.at.kind in ("question", "pause"):
        skip_the_rest(walk)


def _navigates(walk: Walk, text: str) -> bool:
    """The words of the navigation may be typed as well as tapped."""
    verb = _words(walk.step.wordings).get(text.strip())
    question = walk.here()
    if verb is None or not _leads_on(verb, question, walk):
        return False
    aside = verb in ("overview", "help")
    taps.tap(walk, act("see", place=verb, path=question.path if question else "") if aside else Act(verb))
    return True


def _leads_on(verb: str, question: Question | None, walk: Walk) -> bool:
    match verb:
        case "skip":
            return question is not None and not question.field.required
        case "keep":
            return question is not None and question.answered
        case "overview":
            return bool(walk.root.declared.sections)
        case "help":
            extra = question.bound.declared.extra(question.field, "help") if question is not None else None
            return extra is not None and bool(walk.step.wordings(extra))
        case "finish":
            return question is not None and not any(each.missing for each in walk.root.questions())
        case _:
            return True


def _understands(walk: Walk, text: str) -> bool:
    """What the form itself knows how to read."""
    given = attempt(walk.root.form.understand, text, walk.at.path, walk.step.ask)
    if given:
        change = prefill.change_of(given, walk.form, walk.step)
        take_several(walk, change, told=_told(given, change, walk))
    return bool(given)


def _meets(walk: Walk, said: Shared) -> bool:
    """What the form makes of a contact."""
    given = attempt(walk.root.form.understand_contact, said, walk.step.ask)
    if given:
        take_several(walk, prefill.change_of(given, walk.form, walk.step))
    return bool(given)


def _told(given: Mapping[str, Json], change: changes.Change, walk: Walk) -> set[str]:
    """The paths of what was said: of an item that was brought in, the names under `SAID` alone."""
    paths = set(given)
    for part, items in given.items():
        keys = [each for each in change.items.get(part, ()) if each not in walk.step.filling.items.get(part, ())]
        for key, item in zip(keys, items if isinstance(items, list) else (), strict=False):
            if isinstance(item, dict):
                said = item.get(SAID)
                paths.update(f"{part}[{key}].{name}" for name in (said if isinstance(said, list) else item))
    return paths


def _replaces(walk: Walk, said: Uploaded, file: Stored, brought: Anew) -> None:
    """Something else gives way to a file, and of that some answers are asked for once more."""
    take_file(walk, file, brought.given, said.album if said.caption else None, replaces=True)
    walk.step.filling.mend.extend(each for each in brought.asked if each not in walk.step.filling.mend)
    walk.refresh()
    if brought.asked:
        walk.go(Position("question", brought.asked[0]))


def _fills(walk: Walk, said: Uploaded) -> bool:
    """A file that isn't what the question asks for: a sheet that was filled in, or what the form itself knows to do with it.
    Where files are asked for it is the answer, unless the form knows better."""
    question = walk.here()
    if walk.at.kind not in (*OPEN, sheets.KIND):
        return False
    asked = question is not None and question.field.kind in FILES
    if isinstance(said.file, Failed):
        return False
    if walk.at.kind == sheets.KIND:
        return bool(said.file.text) and _returned(walk, said.file)
    if not asked and said.file.text and _returned(walk, said.file):
        return True
    given = attempt(
        walk.root.form.understand_file, said.file, said.caption, question.path if question else "", walk.step.ask
    )
    if isinstance(given, Unsure):
        walk.step_to(
            sheets.unsure(_compared(walk, said.file), returned_workbook.read(said.file.text), said.file, given.given)
        )
        return True
    if isinstance(given, Say):
        walk.notice.append(given)
    elif isinstance(given, Anew):
        _replaces(walk, said, said.file, given)
        return True
    elif given:
        take_file(walk, said.file, given, said.album if said.caption else None)
    elif not asked and (lists := returned_workbook.lists(returned_workbook.read(said.file.text), walk.root, walk.step)):
        walk.notice.extend(lists)
        return True
    return bool(given)


def _reads_under(walk: Walk, said: Uploaded, unasked: bool) -> bool:
    """What stands under a picture may say more than one answer, as any message may: then the picture is taken alone first."""
    text = said.caption
    if walk.at.kind not in OPEN or not text.strip() or asked_beside_words(walk) is None:
        return False
    more = attempt(walk.root.form.understand, text, walk.at.path, walk.step.ask)
    if not more and pasting.read(text, walk.root, walk.here(), walk.at.path, unasked=unasked) is None:
        return False
    hear(walk, replace(said, caption=""))
    if not _understands(walk, text):
        _pastes(walk, text, unasked)
    return True


def _compared(walk: Walk, file: Stored) -> returned_workbook.Compared:
    return returned_workbook.compare(returned_workbook.read(file.text), walk.root, walk.form, walk.step)


def _returned(walk: Walk, file: Stored) -> bool:
    """A workbook that was filled in: nothing changes before it was looked over."""
    returned = returned_workbook.read(file.text)
    sent, declared = returned.sent, walk.root.declared
    about = attempt(walk.root.form.about, walk.step.ask) or ""
    if sent is not None and (sent.form, sent.about) != (declared.name, about):
        walk.notice.append(say("core-sheet-other", about=sent.about or sent.form))
        return True
    compared = _compared(walk, file)
    if not compared.understood:
        return False
    earlier = walk.at.view if walk.at.kind == sheets.KIND else None
    walk.shrunk = say("core-file-named", name=words.quoted(file.name))
    if earlier is not None and sheets.is_again(compared, earlier):
        walk.notice.append(say("core-sheet-again"))
    elif not compared.lines and not compared.left:
        walk.notice.append(say("core-sheet-same"))
    else:
        walk.step_to(sheets.place(compared, returned, words.quoted(file.name), earlier))
    return True


@lru_cache(maxsize=8)
def _words(wordings: Callable[[Wording], tuple[str, ...]]) -> dict[str, str]:
    return {word: verb for verb, key in _NAVIGATION for word in wordings(say(key))}


def _picks(walk: Walk, text: str) -> bool:
    """A number that is typed where answers are numbered is the one to be edited."""
    number = text.strip()
    if walk.at.kind not in _LISTING or not (number.isascii() and number.isdecimal()):
        return False
    listed = entries(walk.root, walk.at)
    at = int(number[:4])
    if not 1 <= at <= len(listed):
        return False
    taps.edit(walk, listed[at - 1].path)
    return True


def _names(walk: Walk, text: str) -> bool:
    """The label of a question, whole or in part, leads to it where no question is open; those that it may mean are listed."""
    if walk.at.kind not in ("overview", "summary", "pick") or "\n" in text:
        return False
    found = called(walk.root, text)
    if len(found) == 1:
        taps.edit(walk, found[0].path)
    elif found:
        walk.step_to(Position("pick", "", {"named": [each.path for each in found]}))
    return bool(found)


def _completes(walk: Walk, said: Heard) -> bool:
    """What means nothing else at the summary is more of an answer that takes more."""
    if walk.at.kind != "summary" or not isinstance(said, Typed | Uploaded):
        return False
    for question in walk.root.questions():
        answer = question.standing.answer
        value = None if answer is None else answer.value
        if value is None and not (isinstance(said, Uploaded) and question.field.kind == TextAndFiles.kind):
            continue
        asking = question.bound.asking(question, {})
        if (hearing := question.field.completed(value, said, asking)) is not None:
            walk.answer(question, hearing, said)
            return True
    return False


def _places(walk: Walk, text: str) -> bool:
    """A label that is written where a left line wants a place; a line's number where they are listed."""
    at, left = walk.at, walk.step.filling.left
    if at.kind == "left":
        number = int(text.strip()[:4]) if text.strip().isdecimal() else 0
        if 1 <= number <= len(left):
            walk.step_to(Position("line", "", {"line": number - 1}))
        return 1 <= number <= len(left)
    line = at.view.get("line")
    meant = labels(walk.form, walk.step.wordings, walk.step.ask).meant(text) if at.kind == "line" else None
    fitting = [
        each for each in walk.root.questions() if meant and any(each.field is one.field for one in meant.several)
    ]
    if len(fitting) == 1 and isinstance(line, int):
        taps.put(walk, line, fitting[0].path)
    return len(fitting) == 1


def _pastes(walk: Walk, text: str, unasked: bool = False) -> bool:
    pasted = pasting.read(text, walk.root, walk.here(), walk.at.path, unasked=unasked)
    if pasted is None:
        return False
    if sum(len(each.text) for each in walk.step.filling.left) > KEPT:
        walk.notice.append(say("core-left-first", count=len(walk.step.filling.left)))
        return True
    change, left = pasting.take(pasted, walk.form, walk.step)
    walk.refresh()
    lines = {entry.path: Leftover(entry.line, entry.text) for entry in pasted.entries}
    told = set(change.answers) - pasted.brought if pasted.brought else None
    take_several(walk, change, lines, left, told)
    return True


KEPT = 20_000
"""Characters of lines that wait for a place; beyond, they come first."""
