"""Files that come while another question stands on the screen: the further pieces of an album, and pictures, which belong to the
words of their form whenever they are sent, as further sentences do."""

from __future__ import annotations

from dialogs.core.albums import counted
from dialogs.core.answers import Answer
from dialogs.core.blank import FILES
from dialogs.core.bound import Question
from dialogs.core.field import Hearing, Misread, Took
from dialogs.core.inputs import Typed, Uploaded
from dialogs.core.parts import Parts
from dialogs.core.screen import say
from dialogs.core.text_and_files import TextAndFiles, is_prose
from dialogs.core.walk import Walk


def continues_album(walk: Walk, said: Uploaded) -> bool:
    """The pieces of an album come one by one; later ones belong to the answer of the first, wherever the person is by then."""
    known = walk.step.filling.album
    if said.album is None or known is None or known[0] != said.album:
        return False
    question = walk.question(known[1])
    if question is None or (walk.at.kind == "question" and walk.at.path == question.path):
        return False
    hearing = question.field.heard(said, question.bound.asking(question, {}))
    if isinstance(hearing, Took) and not hearing.stay and question.field.kind != TextAndFiles.kind:
        walk.notice.append(say("core-file-first-counts", label=question.label))
    else:
        _added(walk, question, hearing, said)
    return True


def asked_beside_words(walk: Walk) -> Question | None:
    """The form's question for words with pictures to them."""
    return next((each for each in walk.root.own_questions() if each.field.kind == TextAndFiles.kind), None)


def joins(walk: Walk, said: Uploaded) -> bool:
    """Where no file is asked for, a picture goes to the words, and the question on the screen stands."""
    here, question = walk.here(), asked_beside_words(walk)
    if question is None or walk.at.kind == "summary" or (here is not None and here.field.kind in FILES):
        return False
    _added(walk, question, question.field.heard(said, question.bound.asking(question, {})), said)
    if said.album is not None:
        walk.step.filling.takes_album(said.album, question.path)
    return True


def words_join(walk: Walk, here: Question, said: Typed) -> bool:
    """A sentence that the list on the screen doesn't understand is more of the form's words, and the list stands."""
    question, at = asked_beside_words(walk), walk.at
    if question is None or not (isinstance(here.field, Parts) and here.bound is walk.root and _sentence(said.text)):
        return False
    answer = question.standing.answer
    value = None if answer is None else answer.value
    hearing = None if value is None else question.field.completed(value, said, question.bound.asking(question, {}))
    if hearing is None:
        return False
    walk.answer(question, hearing, said)
    if walk.leaving is None and walk.at.kind not in ("pause", "change"):
        walk.go(at)
    return True


def _sentence(text: str) -> bool:
    """Not what somebody may call an item."""
    return is_prose(text) and (len(text) >= LONG or any(each in text.strip() for each in "，。；！？、,;!?\n"))


LONG = 20
"""Characters, from which on nothing is a name."""


def _added(walk: Walk, question: Question, hearing: Hearing, said: Uploaded) -> None:
    filling = walk.step.filling
    match hearing:
        case Took(value=value, but=but):
            filling.give(question.path, Answer(value))
            walk.refresh()
            added = say("core-file-added", label=question.label)
            walk.notice.append(added if but is None else counted(filling, said, question.path, but))
        case Misread(why=why):
            walk.notice.append(counted(filling, said, question.path, why))
        case _:
            pass
