"""Wording: the catalogues, and how a screen becomes text in the reader's language.

A catalogue is a folder of Fluent files, one per dialog, in `dialogs/locales/<language>/`. Whatever isn't a catalogue's
own words is escaped, so nobody's company name becomes markup. Nothing here is part of a step: screens are rendered
when they are sent.
"""

from __future__ import annotations

import html
import logging
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, tzinfo
from decimal import Decimal
from functools import cached_property
from pathlib import Path
from typing import Any

from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax.ast import Message

from dialogs.core.screen import Arg, Button, Say, Screen, Wording

LOCALES = Path(__file__).parent.parent / "locales"
LANGUAGES = ("zh", "en")
LONGEST_TEXT = 4096
"""Telegram's, in UTF-16 units, counted after markup is taken away."""
LONGEST_LABEL = 40

_log = logging.getLogger(__name__)
_TAG = re.compile(r"<[^>]*>")
# controls, and marks that turn the writing direction round, have no business in a name
_HIDDEN = {code: None for code in (*range(9), 11, 12, *range(14, 32), 127, *range(0x202A, 0x202F), *range(0x2066, 0x206A), *range(0xD800, 0xE000))}  # fmt: skip
_COMMA = {"zh": "、", "en": ", "}


class MissingWording(LookupError):
    """A key without a sentence, or a sentence without one of its facts."""


@dataclass(frozen=True, slots=True)
class Label:
    """A rendered button: `index` counts the acting buttons, a button with an address has none."""

    text: str
    index: int | None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Rendered:
    """A screen in a language: text as Telegram's HTML, labels as plain text."""

    html: str
    rows: tuple[tuple[Label, ...], ...]


@dataclass(frozen=True, slots=True)
class Reader:
    """For whom: the language, and the day and zone that dates are told by."""

    language: str
    today: date
    zone: tzinfo


class Texts:
    """The catalogues. `strict` (tests) raises where a sentence is missing; otherwise it is logged and the Chinese one or the key stands."""

    def __init__(self, bundles: Mapping[str, FluentBundle], strict: bool = True) -> None:
        self._bundles = bundles
        self._strict = strict
        self._everywhere: dict[str, tuple[str, ...]] = {}

    @classmethod
    def load(cls, folder: Path = LOCALES, strict: bool = True) -> Texts:
        return cls({language: _bundle(language, folder / language) for language in LANGUAGES}, strict)

    def keys(self, language: str) -> frozenset[str]:
        return self._keys[language]

    @cached_property
    def _keys(self) -> Mapping[str, frozenset[str]]:
        # the bundle has no public list of its messages; asking for a term never happens
        return {language: frozenset(bundle._messages) for language, bundle in self._bundles.items()}

    def everywhere(self, wording: Wording) -> tuple[str, ...]:
        """The wording as plain text in each language that has it: what a person may type to mean it. Empty for a missing key."""
        if isinstance(wording, str):
            return (wording,)
        if wording.args:
            return self._in_each(wording)
        known = self._everywhere.get(wording.key)
        if known is None:
            known = self._everywhere[wording.key] = self._in_each(wording)
        return known

    def _in_each(self, wording: Say) -> tuple[str, ...]:
        readers = (
            Reader(language, date.min, UTC)
            for language, bundle in self._bundles.items()
            if bundle.has_message(wording.key)
        )
        return tuple(dict.fromkeys(plain(self.render(wording, reader)) for reader in readers))

    def render(self, wording: Wording, reader: Reader) -> str:
        """Telegram's HTML of one wording."""
        return self._fact(wording, reader)

    def screen(self, screen: Screen, reader: Reader) -> Rendered:
        text = _within([self.render(line, reader) for line in screen.lines], LONGEST_TEXT)
        index = iter(range(len(screen.acts())))
        rows = (tuple(self._label(button, reader, index) for button in row) for row in screen.rows if row)
        return Rendered(text, tuple(rows))

    def _label(self, button: Button, reader: Reader, index: Iterable[int]) -> Label:
        text = " ".join(plain(self.render(button.label, reader)).split()) or "·"
        return Label(shorten(text, LONGEST_LABEL), next(iter(index)) if button.act is not None else None, button.url)

    def _say(self, what: Say, reader: Reader) -> str:
        for language in (reader.language, *LANGUAGES):
            bundle = self._bundles.get(language)
            if bundle is None or not bundle.has_message(what.key):
                if self._strict:
                    raise MissingWording(f"{what.key} has no sentence in {language}")
                _log.error("no sentence for %s in %s", what.key, language)
                continue
            pattern = bundle.get_message(what.key).value
            facts = {name: self._number_or_text(arg, reader) for name, arg in what.args.items()}
            text, errors = bundle.format_pattern(pattern, facts) if pattern else ("", [])
            if errors:
                if self._strict:
                    raise MissingWording(f"{what.key} in {language}: {errors[0]}")
                _log.error("the sentence %s in %s: %s", what.key, language, errors[0])
            return str(text)
        return html.escape(what.key, quote=False)

    def _number_or_text(self, arg: Arg, reader: Reader) -> int | str:
        # a bare number reaches the catalogue as one, so that English can tell one from many
        return arg if isinstance(arg, int) else self._fact(arg, reader)

    def _fact(self, arg: Arg, reader: Reader) -> str:
        match arg:
            case Say():
                return self._say(arg, reader)
            case str():
                return html.escape(arg.translate(_HIDDEN), quote=False)
            case datetime():
                return moment(arg, reader)
            case date():
                return day(arg, reader.today)
            case Decimal() | int():
                return f"{arg:,f}" if isinstance(arg, Decimal) else f"{arg:,}"
            case tuple():
                return _COMMA.get(reader.language, ", ").join(self._fact(each, reader) for each in arg)


def day(value: date, today: date) -> str:
    """`11-22`, in another year `2027-02-22`."""
    return f"{value:%m-%d}" if value.year == today.year else value.isoformat()


def moment(value: datetime, reader: Reader) -> str:
    """`11-22 09:41` in the reader's zone, in another year the day alone."""
    local = value.astimezone(reader.zone)
    return f"{local:%m-%d %H:%M}" if local.year == reader.today.year else local.date().isoformat()


def plain(text: str) -> str:
    """Telegram's HTML as the reader sees it."""
    return html.unescape(_TAG.sub("", text))


def shorten(text: str, longest: int) -> str:
    """In the middle, for the end of a company name tells as much as its beginning."""
    if len(text) <= longest:
        return text
    head = longest // 2
    return f"{text[:head]}…{text[len(text) - (longest - head - 1) :]}"


def _units(text: str) -> int:
    return len(plain(text).encode("utf-16-le")) // 2


def _within(lines: list[str], longest: int) -> str:
    """The lines as one text that Telegram takes: what is too much goes from the longest lines, without their markup."""
    text = "\n".join(lines)
    while _units(text) > longest:
        excess = _units(text) - longest
        longest_line = max(range(len(lines)), key=lambda index: _units(lines[index]))
        whole = plain(lines[longest_line])
        kept = max(len(whole) - excess - 1, 40) if len(whole) > 41 else 0
        lines = [
            *lines[:longest_line],
            *([html.escape(f"{whole[:kept]}…", quote=False)] if kept else []),
            *lines[longest_line + 1 :],
        ]
        text = "\n".join(lines)
    return text if plain(text).strip() else "·"


def _bundle(language: str, folder: Path) -> FluentBundle:
    bundle = FluentBundle([language], use_isolating=False)
    known: dict[str, str] = {}
    for file in sorted(folder.glob("*.ftl")):
        resource = FluentResource(file.read_text(encoding="utf-8"))
        for entry in resource.body:
            if entry.__class__.__name__ == "Junk":
                raise ValueError(f"{language}/{file.name}: not Fluent: {getattr(entry, 'content', '')!r}")
            if isinstance(entry, Message):
                if entry.id.name in known:
                    raise ValueError(f"{language}/{file.name}: {entry.id.name} stands in {known[entry.id.name]} too")
                known[entry.id.name] = file.name
        bundle.add_resource(resource)
    return bundle
