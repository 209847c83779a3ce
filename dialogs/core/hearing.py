"""What a message means to a form: an answer, several at once, a word of the navigation, a number of the summary, a
further piece of an album."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache

from dialogs.core import changes, pasting, prefill, taps, words
from dialogs.core.blank import FILES
from dialogs.core.changes import Change
from dialogs.core.field import Misread, Took, attempt
from dialogs.core.filling import Answer, Place
from dialogs.core.page import Heard
from dialogs.core.said import Failed, Odd, Sent, Stored, Typed
from dialogs.core.screen import Act, Json, Say, Wording, say
from dialogs.core.walk import Walk
from dialogs.core.way import entries

_LISTING = ("summary", "pick", "item")
_OPEN = ("question", "overview", "paste", "whole", *_LISTING)
"""Where messages are listened to; elsewhere a yes or no is wanted first."""

_NAVIGATION = (("skip", "core-skip"), ("back", "core-back"), ("draft", "core-draft"), ("cancel", "core-cancel"))


def hear(walk: Walk, said: Heard) -> None:
    if isinstance(said, Sent) and (_continues_album(walk, said) or _fills(walk, said)):
        return
    if (
        isinstance(said, Typed)
        and walk.at.kind in _OPEN
        and (_navigates(walk, said.text) or _understands(walk, said.text) or _pastes(walk, said.text))
    ):
        return
    question = walk.here()
    if question is not None:
        walk.shrunk = say("core-asked", label=question.label)
        walk.answer(question, question.field.heard(said, question.sheet.asking(question, walk.at.view)), said)
    elif not (isinstance(said, Typed) and _picks(walk, said.text)):
        walk.notice.append(say("core-odd") if isinstance(said, Odd) else say("core-tap-please"))


def _navigates(walk: Walk, text: str) -> bool:
    """The words of the navigation may be typed as well as tapped."""
    verb = _words(walk.desk.wordings).get(text.strip())
    question = walk.here()
    if verb is None or (verb == "skip" and (question is None or question.field.required)):
        return False
    taps.tap(walk, Act(verb))
    return True


def _understands(walk: Walk, text: str) -> bool:
    """What the form itself knows how to read."""
    given = attempt(walk.root.form.understand, text, walk.at.path, walk.desk.ask)
    if given:
        _take_several(walk, prefill.change_of(given, walk.form, walk.desk))
    return bool(given)


def _fills(walk: Walk, said: Sent) -> bool:
    """A file that no question asked for: a sheet that was filled in, or what the form itself knows to do with it."""
    question = walk.here()
    if walk.at.kind not in _OPEN or (question is not None and question.field.kind in FILES):
        return False
    if isinstance(said.file, Failed):
        return False
    if said.file.text and _pastes(walk, said.file.text):
        return True
    given = attempt(
        walk.root.form.understand_file, said.file, said.caption, question.path if question else "", walk.desk.ask
    )
    if isinstance(given, Say):
        walk.notice.append(given)
    elif given:
        _take_file(walk, said, said.file, given)
    return bool(given)


def _take_file(walk: Walk, said: Sent, file: Stored, given: Mapping[str, Json]) -> None:
    question = walk.here()
    change = prefill.change_of(given, walk.form, walk.desk)
    change.answers.update((part, Answer(True)) for part in change.items)  # nobody has to tap 完成 for it
    changes.apply(walk.desk.filling, change)
    walk.refresh()
    page = next(
        (each for each in walk.root.questions() if each.path in change.answers and each.field.kind in FILES), None
    )
    if page is not None and said.album is not None and said.caption:  # it speaks for the whole album
        walk.desk.filling.album = (said.album, page.path)
    walk.shrunk = say("core-file-named", name=words.quoted(file.name))
    part = walk.root.declared.fields[next(iter(given)).partition("[")[0]]
    walk.notice.append(say("core-file-added", label=walk.root.declared.label(part)))
    walk.go(Place("question", question.path) if question else walk.at)


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


def _continues_album(walk: Walk, said: Sent) -> bool:
    """The pieces of an album come one by one; later ones belong to the answer of the first, wherever the person is by then."""
    known = walk.desk.filling.album
    if said.album is None or known is None or known[0] != said.album:
        return False
    question = walk.question(known[1])
    if question is None or (walk.at.kind == "question" and walk.at.path == question.path):
        return False
    label = question.label
    hearing = question.field.heard(said, question.sheet.asking(question, {}))
    match hearing:
        case Took(value=value, stay=True):
            walk.desk.filling.give(question.path, Answer(value))
            walk.refresh()
            walk.notice.append(say("core-file-added", label=label))
        case Misread(why=why):
            walk.notice.append(why)
        case _:
            walk.notice.append(say("core-file-first-counts", label=label))
    return True


def _pastes(walk: Walk, text: str) -> bool:
    pasted = pasting.read(text, walk.root, walk.here(), walk.at.path)
    if pasted is None:
        return False
    change, told = pasting.take(pasted, walk.form, walk.desk)
    walk.refresh()
    walk.notice.extend(told)
    _take_several(walk, change)
    return True


def _take_several(walk: Walk, change: Change) -> None:
    """Several answers in one message: each is checked, what is refused is told and left out."""
    judged = changes.judge(change, walk.form, walk.desk)
    walk.notice.extend(judged.refused)
    walk.shrunk = say("core-pasted", count=sum(path not in change.items for path in change.answers))
    tried = changes.tried(change, walk.form, walk.desk)
    if judged.stop is not None:
        walk.stop(tried, judged.stopped, judged.stop)
    elif change.answers:
        walk.settle(change, tried, judged.pause)
        _ask_only_for_gaps(walk)


def _ask_only_for_gaps(walk: Walk) -> None:
    """After a paste only what is required is asked for; the rest stays empty, as the summary shows. What is to be read
    first (a pause) comes first."""
    missing = next((question for question in walk.root.questions() if question.missing), None)
    asked = walk.at.kind == "question"
    if missing is None and asked:
        taps.finish(walk)
    elif missing is None and walk.at.kind == "pause":
        taps.skip_the_rest(walk)
    elif missing is not None and asked:
        walk.go(Place("question", missing.path))
