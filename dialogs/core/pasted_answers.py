"""What is made of a text that nobody is there to tap for: one question's answer, or those of several behind each other."""

from __future__ import annotations

import re

from dialogs.core import words
from dialogs.core.answers import Answer
from dialogs.core.bound import Question
from dialogs.core.field import Misread, Took
from dialogs.core.screen import say

_GLUED = re.compile(r"(?P<name>\S*?[^\d\s.,，．])(?P<figure>\d[\d.,，．]*[^\d\s]{0,6})")
_WORDS = re.compile(r"[\s、;；]+|[，,](?!(?<=\d.)\d)")


def in_one_breath(question: Question, text: str, *, listed: bool = False) -> dict[str, str]:
    """`小批 明年3月 首批`: what each of several questions is told, by path; empty where that isn't said so. `listed`: a word at
    least is left for each of those behind, though the first could take it, too: 深圳星河 300. A figure may be written right
    behind a name that is none with it: 制造500, 制造５００万."""
    if found := _breath(question, text, listed):
        return found
    glued = _GLUED.fullmatch(text.strip())
    if glued is None or isinstance(answer_of(question, text), Answer):
        return {}
    return _breath(question, f"{glued['name']} {glued['figure']}", listed)


def _breath(question: Question, text: str, listed: bool) -> dict[str, str]:
    rest = [each for each in _WORDS.split(text) if each]
    found: dict[str, str] = {}
    names = (question.field.name, *question.field.behind)
    for place, name in enumerate(names, 1):
        asked = question.bound.question(question.bound.declared.fields[name])
        if not rest or asked is None:
            break
        lengths = range(len(rest) - (len(names) - place if listed else 0), 0, -1)
        taken = next((n for n in lengths if isinstance(answer_of(asked, " ".join(rest[:n])), Answer)), 0)
        if not taken:
            break
        found[asked.path], rest = " ".join(rest[:taken]), rest[taken:]
    return found if len(found) > 1 and not rest else {}


def answer_of(question: Question, text: str) -> Answer | Misread:
    """What a field makes of a text that nobody is there to tap for; `无` leaves empty what may be."""
    hearing = question.field.pasted(text, question.bound.asking(question, {}))
    empties = not question.field.required and words.says_nothing(text)
    if isinstance(hearing, Took) and not (empties and not question.field.has_options):
        return Answer(hearing.value, hearing.shown, question.bound.under(question.field))
    if empties:
        return Answer(None)
    unclear = say("core-not-one-option", typed=words.quoted(text))
    return hearing if isinstance(hearing, Misread) else Misread(unclear)
