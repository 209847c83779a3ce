"""Several answers in one message, a line each: `客户名称：深圳星河`, in the labels of either language.

What fits is taken, in the order of the form; what doesn't is told. Lines without a label belong to the answer above
them when that may have several lines; one at the very beginning answers the present question.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from dialogs.core import changes, search, words
from dialogs.core.changes import Change
from dialogs.core.field import Field, Misread, Took
from dialogs.core.filling import Answer
from dialogs.core.form import Form
from dialogs.core.parts import ONLY, Parts
from dialogs.core.screen import Say, Wording, say
from dialogs.core.sheet import Desk, Question, Sheet

_LINE = re.compile(
    r"\s*(?:\d{1,2}[.、)）]?[ \u3000]+)?(?P<label>[^：:=＝\t\u3000]{1,60}?)\s*(?:[：:=＝\t\u3000]| {2})\s*(?P<value>.*)"
)
_UNIT = re.compile(r"[（(][^（()）]*[)）]|[*＊]")
_NOTHING = frozenset({"", "—", "-", "－", "/", "无"})
_TOLD = 5


@dataclass(frozen=True, slots=True)
class Labelled:
    """A field of the form, within the parts named (outermost first)."""

    parts: tuple[Parts[Any], ...]
    field: Field[Any]
    label: Say


@dataclass
class Entry:
    """An answer to be taken: where it goes, and what was written."""

    path: str
    what: Labelled
    text: str


@dataclass
class Pasted:
    entries: list[Entry] = field(default_factory=list)
    items: dict[str, list[str]] = field(default_factory=dict)
    unknown: list[str] = field(default_factory=list)
    counted: int = 0


def read(text: str, root: Sheet, here: Question | None, at: str) -> Pasted | None:
    """The lines that carry labels of this form; None when the message is just an answer."""
    if not _LINE.match(text) and "\n" not in text:
        return None
    form: type = type(root.form)
    labels = _labels(form, root.desk.wordings)
    reader = _Reader(root, at, Pasted(counted=root.desk.filling.count))
    lines = [line for line in text.splitlines() if line.strip()]
    known = [_labelled(line, labels) for line in lines]
    found = [entry for entry in known if entry is not None]
    if not found or (
        len(found) == 1
        and here is not None
        and here.field.takes_lines
        and all(each.field is not here.field for each in found[0][0])
    ):
        return None
    if known[0] is None and here is not None and not isinstance(here.field, Parts):
        reader.pasted.entries.append(Entry(here.path, Labelled((), here.field, here.label), lines.pop(0)))
        known.pop(0)
    for line, entry in zip(lines, known, strict=True):
        reader.line(line, entry)
    return reader.pasted


@dataclass
class _Reader:
    """Goes down the lines and knows in which item of a part it is."""

    root: Sheet
    at: str
    pasted: Pasted
    used: set[str] = field(default_factory=set)

    def line(self, line: str, entry: tuple[tuple[Labelled, ...], str] | None) -> None:
        last = self.pasted.entries[-1] if self.pasted.entries else None
        if entry is None:
            if last is not None and last.what.field.takes_lines:
                last.text = f"{last.text}\n{line}"
            else:
                self.pasted.unknown.append(line)
            return
        text = entry[1]
        what = self._meant(entry[0], given=text.strip() not in _NOTHING)
        if isinstance(what.field, Parts):
            self.at = ""  # a heading: what follows is a new item
            return
        if text.strip() not in _NOTHING:
            path = self._path(what)
            if path is None:
                self.pasted.unknown.append(line)
            else:
                self.used.add(path)
                self.pasted.entries.append(Entry(path, what, text))

    def _meant(self, known: tuple[Labelled, ...], *, given: bool) -> Labelled:
        """Which of the questions of one label (邮政编码 stands twice): one of the present item, else the next one behind
        the last answer. A list's label with a text behind it means the question of that name in the list."""
        usable = [each for each in known if not isinstance(each.field, Parts)] if given else []
        inside = [each for each in usable if each.parts and self._is_in(each.parts)]
        fresh = [each for each in usable if not each.parts and each.field.name not in self.used]
        behind = [each for each in fresh if self._place(each) > self._last()]
        return (inside or behind or fresh or usable or list(known))[0]

    def _is_in(self, parts: tuple[Parts[Any], ...]) -> bool:
        return self.at.rpartition("[")[0].rpartition(".")[2] == parts[-1].name

    def _place(self, what: Labelled) -> int:
        return list(self.root.declared.fields).index(what.field.name)

    def _last(self) -> int:
        plain = [each.what for each in self.pasted.entries if not each.what.parts]
        return self._place(plain[-1]) if plain else -1

    def _path(self, what: Labelled) -> str | None:
        """Where the answer goes: in the present item, or in a new one where that has it already."""
        prefix, at = "", self.at
        for depth, part in enumerate(what.parts):
            owner = prefix + part.name
            present = _item_at(at, owner)
            last = depth == len(what.parts) - 1
            if present is None or (last and f"{present}.{what.field.name}" in self.used):
                present = self._new(owner, part)
                if present is None:
                    return None
            prefix = f"{present}."
            self.at = present
        return prefix + what.field.name

    def _new(self, owner: str, part: Parts[Any]) -> str | None:
        if part.closes_itself and part.required:
            return f"{owner}[{ONLY}]"
        keys = self.pasted.items.get(owner, list(self.root.desk.filling.items.get(owner, ())))
        if part.closes_itself and keys and f"{owner}[{keys[0]}]" not in {path.rpartition(".")[0] for path in self.used}:
            return f"{owner}[{keys[0]}]"
        if len(keys) >= part.at_most:
            return None
        self.pasted.counted += 1
        key = f"k{self.pasted.counted}"
        self.pasted.items[owner] = [*keys, key]
        return f"{owner}[{key}]"


def _item_at(at: str, part: str) -> str | None:
    """The item of a part that a path lies in."""
    inside = f"{part}["
    return at[: at.index("]", len(inside)) + 1] if at.startswith(inside) else None


def take(pasted: Pasted, form: type[Form[Any]], desk: Desk) -> tuple[Change, list[Wording]]:
    """All that can be taken, as one change, and what is to be told of the rest. The desk itself stays as it is."""
    trial = Desk(desk.filling.copy(), desk.ask, desk.context, desk.wordings)
    change = Change({}, pasted.items, [], pasted.counted)
    changes.apply(trial.filling, change)
    waiting = {entry.path: entry for entry in pasted.entries}
    told: list[Wording] = []
    # an answer may make others relevant: the next one is looked for anew each time
    while question := next((each for each in trial.open(form).questions() if each.path in waiting), None):
        entry = waiting.pop(question.path)
        hearing = question.field.pasted(entry.text, question.sheet.asking(question, {}))
        if isinstance(hearing, Took):
            answer = Answer(hearing.value, hearing.shown, question.sheet.under(question.field))
            trial.filling.give(question.path, answer)
            change.answers[question.path] = answer
        else:
            unclear = say("core-not-one-option", typed=words.quoted(entry.text))
            why = hearing.why if isinstance(hearing, Misread) else unclear
            told.append(say("core-paste-refused", label=entry.what.label, why=why))
    change.answers.update((path, Answer(True)) for path in pasted.items)  # a pasted list is complete
    told.extend(say("core-paste-unasked", label=entry.what.label) for entry in waiting.values())
    told = told[:_TOLD]
    if pasted.unknown:
        lines = tuple(words.quoted(line) for line in pasted.unknown[:_TOLD])
        told.append(say("core-paste-unknown", lines=lines))
    return change, told


def _labelled(line: str, labels: dict[str, tuple[Labelled, ...]]) -> tuple[tuple[Labelled, ...], str] | None:
    found = _LINE.match(line)
    what = labels.get(_plain(found["label"])) if found else None
    return None if found is None or what is None else (what, found["value"])


@lru_cache(maxsize=128)
def _labels(form: type, wordings: Callable[[Wording], tuple[str, ...]]) -> dict[str, tuple[Labelled, ...]]:
    """What each label of a form, in any language, with and without its unit, may mean; the outer form's own come first."""
    labels: dict[str, tuple[Labelled, ...]] = {}
    level: list[tuple[tuple[Parts[Any], ...], Any]] = [((), form)]
    while level:
        inner: list[tuple[tuple[Parts[Any], ...], Any]] = []
        for parts, each in level:
            for question in each.declared.fields.values():
                label = each.declared.label(question)
                for text in {_plain(text) for text in wordings(label)}:
                    labels[text] = (*labels.get(text, ()), Labelled(parts, question, label))
                if isinstance(question, Parts):
                    inner.append(((*parts, question), question.form))
        level = inner
    return labels


def _plain(label: str) -> str:
    return search.fold(_UNIT.sub("", label)) or search.fold(label)
