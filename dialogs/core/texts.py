"""Wording: the catalogues, and how a screen becomes text in the reader's language.

A catalogue is a folder of Fluent files, one per dialog, in `dialogs/locales/<language>/` and the folders of the matters there. Whatever isn't a catalogue's
own words is escaped, so nobody's company name becomes markup. Nothing here is part of a step: screens are rendered
when they are sent.
"""

from __future__ import annotations

import html
import logging
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, tzinfo
from decimal import Decimal
from functools import cache
from pathlib import Path
from types import MappingProxyType

from fluent.runtime import FluentBundle, FluentResource, resolver
from fluent.syntax.ast import Junk, Resource

from dialogs.core.figures import FUNCTIONS
from dialogs.core.screen import Arg, Button, Say, Screen, Tone, Wording
from domain.base.bilingual import in_language
from domain.base.english import namer

LOCALES = Path(__file__).parent.parent / "locales"
LANGUAGES = ("zh", "en")
LONGEST_TEXT = 4096
"""Telegram's, in UTF-16 units, counted after markup is taken away."""
LONGEST_LABEL = 40

resolver.MAX_PART_LENGTH = 10 * LONGEST_TEXT
"""Fluent's guard against catalogues that blow up cuts a fact of 2,500 characters off with its sentence; ours are our own, and a
thousand “&” of somebody's words are five thousand once they are escaped."""

_log = logging.getLogger(__name__)
_TAG = re.compile(r"<[^>]*>")
# controls, and marks that turn the writing direction round, have no business in a name
_HIDDEN = dict.fromkeys(
    [
        *range(9),
        11,
        12,
        *range(14, 32),
        127,
        *range(0x202A, 0x202F),
        *range(0x2066, 0x206A),
        *range(0xD800, 0xE000),
        *range(0xFFF9, 0xFFFC),
    ]
)
_COMMA = {"zh": "、", "en": ", "}
NO_NAMES: Mapping[str, str] = MappingProxyType({})


class MissingWording(LookupError):
    """A key without a sentence, or a sentence without one of its facts."""


@dataclass(frozen=True, slots=True)
class Label:
    """A rendered button: `index` counts the acting buttons, another one has none."""

    text: str
    index: int | None
    url: str | None = None
    tone: Tone | None = None
    copy_text: str | None = None


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


@dataclass(frozen=True)
class Catalogue:
    """One language's sentences, and the file that each stands in. Each is parsed when it is first said: all of them take a
    second, which a process that says few needn't wait for."""

    bundle: FluentBundle
    files: Mapping[str, str]
    sources: Mapping[str, str]

    @classmethod
    def load(cls, language: str, folders: Sequence[Path]) -> Catalogue:
        """All `.ftl` files of the folders; raises ValueError for a line that begins nothing and for a key that stands twice."""
        bundle = FluentBundle([language], use_isolating=False, functions=FUNCTIONS)
        files: dict[str, str] = {}
        sources: dict[str, str] = {}
        for file in sorted(file for folder in folders for file in (folder / language).rglob("*.ftl")):
            text = file.read_text(encoding="utf-8")
            if slip := _ASTRAY.search(text):
                raise ValueError(f"{language}/{file.name}: not Fluent: {slip[0]!r}")
            for entry in _ENTRY.finditer(text):
                key = entry[1]
                if key in files:
                    raise ValueError(f"{language}/{file.name}: {key} stands in {files[key]} too")
                files[key], sources[key] = file.name, entry[0]
        return cls(bundle, files, sources)

    def format(self, key: str, facts: Mapping[str, int | str]) -> tuple[str, Sequence[Exception]]:
        """Raises ValueError for a sentence that isn't Fluent."""
        self._parse(key)
        pattern = self.bundle.get_message(key).value
        if pattern is None:
            return "", [MissingWording(f"{key} has no text of its own")]
        text, errors = self.bundle.format_pattern(pattern, dict(facts))
        return str(text), errors

    def _parse(self, key: str) -> None:
        """Before it is there for other threads, what it names is."""
        if self.bundle.has_message(key) or key not in self.sources:
            return
        for named in _NAMED.findall(self.sources[key]):
            if named != key:
                self._parse(named)
        self.bundle.add_resource(_parsed(self.sources[key]))


_ENTRY = re.compile(r"^([a-zA-Z][\w-]*) *=.*\n?(?:(?:[ }].*)?(?:\n|\Z))*", re.MULTILINE)
"""A sentence with the lines that go on with it."""
_ASTRAY = re.compile(r"^(?![a-zA-Z][\w-]* *=|#|[ }\n]|\Z).*", re.MULTILINE)
_NAMED = re.compile(r"\{ *([a-zA-Z][\w-]*) *\}")


@cache
def _parsed(source: str) -> Resource:
    """Once, in whatever catalogues it stands: it is slow."""
    resource = FluentResource(source)
    for entry in resource.body:
        if isinstance(entry, Junk):
            raise ValueError(f"not Fluent: {entry.content!r}")
    return resource


@cache
def _own(language: str, folders: tuple[Path, ...]) -> Catalogue:
    """The product's own, which don't change while it runs."""
    return Catalogue.load(language, folders)


REMEMBERED = 10_000
"""Wordings whose plain text in each language is kept: a search among hundreds of options asks for all of them."""


class Texts:
    """The catalogues. `strict` (tests) raises where a sentence is missing; otherwise it is logged and the Chinese one or the key
    stands. `english` is what the policy's values are called in English, its `[english]`."""

    def __init__(
        self, catalogues: Mapping[str, Catalogue], strict: bool = True, english: Mapping[str, str] = NO_NAMES
    ) -> None:
        self._catalogues = catalogues
        self._strict = strict
        self._english: Callable[[str], str] = namer(english)
        self._everywhere: dict[str, tuple[str, ...]] = {}

    @classmethod
    def load(cls, *more: Path, strict: bool = True, english: Mapping[str, str] = NO_NAMES) -> Texts:
        """The product's catalogues, and those in `more` folders that are laid out alike."""
        load = Catalogue.load if more else _own
        return cls({language: load(language, (LOCALES, *more)) for language in LANGUAGES}, strict, english)

    def keys(self, language: str) -> frozenset[str]:
        return frozenset(self._catalogues[language].files)

    def everywhere(self, wording: Wording) -> tuple[str, ...]:
        """The wording as plain text in each language that has it: what a person may type to mean it. Empty for a missing key."""
        if isinstance(wording, str):
            return tuple(dict.fromkeys(in_language(wording, each, self._english) for each in LANGUAGES))
        name = wording.key if not wording.args else repr(wording)
        known = self._everywhere.get(name)
        if known is None:
            if len(self._everywhere) >= REMEMBERED:
                self._everywhere.clear()
            known = self._everywhere[name] = self._in_each(wording)
        return known

    def _in_each(self, wording: Say) -> tuple[str, ...]:
        known = [language for language, catalogue in self._catalogues.items() if wording.key in catalogue.files]
        readers = (Reader(language, date.min, UTC) for language in known)
        return tuple(dict.fromkeys(plain(self.render(wording, reader)) for reader in readers))

    def told(self, text: str, language: str) -> str:
        """A text that may be in both languages, or a name, as a reader of that language has it."""
        return in_language(text, language, self._english)

    def render(self, wording: Wording, reader: Reader) -> str:
        """Telegram's HTML of one wording."""
        return self._fact(wording, reader)

    def screen(self, screen: Screen, reader: Reader) -> Rendered:
        text = _within([_quotes_apart(self.render(line, reader)) for line in screen.lines], LONGEST_TEXT)
        index = iter(range(len(screen.acts())))
        rows = (tuple(self._label(button, reader, index) for button in row) for row in screen.rows if row)
        return Rendered(text, tuple(rows))

    def _label(self, button: Button, reader: Reader, index: Iterator[int]) -> Label:
        text = " ".join(plain(self.render(button.label, reader)).split()) or "·"
        place = None if button.act is None else next(index)
        return Label(shorten(text, LONGEST_LABEL), place, button.url, button.tone, button.copy_text)

    def _say(self, what: Say, reader: Reader) -> str:
        facts = {name: self._number_or_text(arg, reader) for name, arg in what.args.items()}
        for language in (reader.language, *LANGUAGES):
            catalogue = self._catalogues.get(language)
            if catalogue is not None and what.key in catalogue.files:
                text, errors = catalogue.format(what.key, facts)
                if errors:
                    self._complain(f"{what.key} in {language}: {errors[0]}")
                return text
            self._complain(f"{what.key} has no sentence in {language}")
        return html.escape(what.key, quote=False)

    def _complain(self, missing: str) -> None:
        if self._strict:
            raise MissingWording(missing)
        _log.error("%s", missing)

    def _number_or_text(self, arg: Arg, reader: Reader) -> int | str:
        # a bare number reaches the catalogue as one, so that English can tell one from many
        return arg if isinstance(arg, int) else self._fact(arg, reader)

    def _fact(self, arg: Arg, reader: Reader) -> str:
        match arg:
            case Say():
                return self._say(arg, reader)
            case str():
                return html.escape(self.told(arg, reader.language).translate(_HIDDEN), quote=False)
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


_QUOTE = re.compile(r"[ \u3000]*(?P<quote><blockquote expandable>.*?</blockquote>)[ \u3000]*", re.DOTALL)


def _quotes_apart(line: str) -> str:
    """A quote stands in lines of its own: clients draw it as a block."""

    def apart(found: re.Match[str]) -> str:
        before = "\n" if line[: found.start()] and line[found.start() - 1] != "\n" else ""
        after = "\n" if line[found.end() :] and line[found.end()] != "\n" else ""
        return f"{before}{found['quote']}{after}"

    return _QUOTE.sub(apart, line)


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
