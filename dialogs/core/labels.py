"""What a label means to a form: its own labels in every language, with and without their units, and what people write
instead (`Form.synonyms`), compared as the headings of lists are (`domain.base.labels`).

A label may mean several questions, as 邮政编码 of an invoice and of a delivery; `pasting` finds out which. One with a
number means that item of a list: 主要行业2, 主要行业2服务器年销售额.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeAlias

from dialogs.core.ask import Ask
from dialogs.core.field import Field
from dialogs.core.form import Declared, Form
from dialogs.core.parts import Parts, Repeat
from dialogs.core.screen import Say, Wording
from domain.base.labels import LONGEST, in_two_languages, read

_NUMBER = re.compile(r"(?P<before>.*?[^\d\s第])\s*(?:第?\s*(?P<number>[1-9１-９一二三四五六七八九]|10))(?P<behind>\D*)")
_ABOUT = re.compile(r"(?:的?(?:信息|资料|情况|内容|如下)|\s*(?:information|details|data))+$")
_DIGITS = {
    char: number
    for chars in ("123456789", "１２３４５６７８９", "一二三四五六七八九")
    for number, char in enumerate(chars, 1)
}

Wordings: TypeAlias = Callable[[Wording], tuple[str, ...]]
Synonyms: TypeAlias = tuple[tuple[type, tuple[tuple[str, tuple[str, ...]], ...]], ...]


@dataclass(frozen=True, slots=True)
class Labelled:
    """A field of the form, within the parts named (outermost first)."""

    parts: tuple[Parts[object], ...]
    field: Field[object]
    label: Say

    @property
    def in_a_line(self) -> bool:
        """Whether several items of its list may stand behind the label."""
        part = self.parts[-1] if self.parts else None
        first = next(iter(part.form.declared.fields.values()), None) if part is not None else None
        return part is not None and part.in_a_line and self.field is first


def of_its_items(labelled: Labelled) -> Labelled:
    """Of a list that is written in a line: what names its items, where the list's own label stands before several."""
    part = labelled.field
    if not isinstance(part, Parts) or not part.in_a_line:
        return labelled
    return Labelled((*labelled.parts, part), next(iter(part.form.declared.fields.values())), labelled.label)


@dataclass(frozen=True, slots=True)
class Meant:
    """What a label may mean; `number` is the item that it names, where it names one."""

    several: tuple[Labelled, ...]
    number: int | None = None
    own: Labelled | None = None
    """The one that screens call so, where others have it as a synonym."""


@dataclass(frozen=True, slots=True)
class Labels:
    """Of one form, and of its parts."""

    known: Mapping[str, tuple[Labelled, ...]]
    own: Mapping[str, tuple[Labelled, ...]]
    """The labels as screens have them."""
    headings: frozenset[str]
    """The form's title and sections: they stand over lines and say nothing."""

    def meant(self, text: str, under: str = "") -> Meant | None:
        """`under` is the heading that it stands under: 邮编 under 收货信息 is 收货邮编."""
        if not 0 < len(text.strip()) <= LONGEST:
            return None
        plain = _plain(text)
        if not plain:
            return None
        if under and (under + plain) in self.known:
            plain = under + plain
        found, own = self.known.get(plain), self.own.get(plain, ())
        found = self._in_two_languages(text) if found is None else found
        return self._numbered(text) if found is None else Meant(found, own=own[0] if len(own) == 1 else None)

    def _in_two_languages(self, text: str) -> tuple[Labelled, ...] | None:
        halves = in_two_languages(text)
        if halves is None:
            return None
        one, other = (self.known.get(each, ()) for each in halves)
        return tuple(each for each in one if any(each.field is also.field for also in other)) or None

    def _numbered(self, text: str) -> Meant | None:
        parted = _NUMBER.fullmatch(text.strip().rstrip(":： "))
        if parted is None:
            return None
        found = self.known.get(_plain(parted["before"] + parted["behind"]), ())
        inside = tuple(each for each in found if each.parts and isinstance(each.parts[-1], Repeat))
        return Meant(inside, _DIGITS.get(parted["number"], 10)) if inside else None

    def heading(self, text: str) -> str | None:
        """A line that stands over others: what its fields' labels begin with, empty where it says no more than the title."""
        plain = _plain(_ABOUT.sub("", text.strip(" \t\u3000【】[]［］：:#*—-·").strip()))
        if not plain or plain in self.headings:
            return "" if plain or _plain(text) in self.headings else None
        return plain if len(plain) <= LONGEST and any(each.startswith(plain) for each in self.known) else None


def labels(form: type[Form[object]], wordings: Wordings, ask: Ask) -> Labels:
    declared: type = form  # which mypy holds unhashable as a form's
    return _labels(declared, wordings, tuple(_synonyms(form, ask)))


def _synonyms(form: type[Form[object]], ask: Ask) -> Sequence[tuple[type, tuple[tuple[str, tuple[str, ...]], ...]]]:
    found: list[tuple[type, tuple[tuple[str, tuple[str, ...]], ...]]] = []
    level = [form]
    while level:
        each = level.pop()
        also = each.synonyms(ask)
        if also:
            found.append((each, tuple((name, tuple(words)) for name, words in also.items())))
        level.extend(field.form for field in each.declared.fields.values() if isinstance(field, Parts))
    return found


@lru_cache(maxsize=128)
def _labels(form: type, wordings: Wordings, synonyms: Synonyms) -> Labels:
    """The outer form's own come first."""
    also = {each: dict(words) for each, words in synonyms}
    known: dict[str, tuple[Labelled, ...]] = {}
    own: dict[str, tuple[Labelled, ...]] = {}

    level: list[tuple[tuple[Parts[object], ...], tuple[str, ...], type[Form[object]]]] = [((), (), form)]
    while level:
        inner: list[tuple[tuple[Parts[object], ...], tuple[str, ...], type[Form[object]]]] = []
        for parts, around, each in level:
            for question in each.declared.fields.values():
                if not question.asked:
                    continue
                label = each.declared.label(question)
                what = Labelled(parts, question, label)
                texts = (*wordings(label), *also.get(each, {}).get(question.name, ()))
                for text in texts:
                    for within in ("", *around):  # 主要行业服务器年销售额
                        _tell(known, within + text, what)
                for text in () if parts else wordings(label):
                    _tell(own, text, what)
                if isinstance(question, Parts):
                    inner.append(((*parts, question), texts, question.form))
        level = inner
    declared: Declared = vars(form)["declared"]
    title = [declared.title, *vars(form).get("known_as", ()), *(declared.heading(each) for each in declared.sections)]
    return Labels(known, own, frozenset(plain for each in title for text in wordings(each) if (plain := _plain(text))))


def _tell(known: dict[str, tuple[Labelled, ...]], text: str, what: Labelled) -> None:
    plain = _plain(text)
    if plain and all(each.field is not what.field for each in known.get(plain, ())):
        known[plain] = (*known.get(plain, ()), what)


def _plain(label: str) -> str:
    return read(label).plain
