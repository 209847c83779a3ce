"""Telegram's HTML dialect → plain text and entities, with the real parser's errors (offsets in bytes of UTF-8).

Written after the description of the rules, not after TDLib's code. Entity offsets and lengths are UTF-16 units.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from bot.sandbox.bot_api_error import BotApiError, Json, bad_request

TAGS = {
    "a": "text_link",
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
    "span": "spoiler",
    "tg-spoiler": "spoiler",
    "tg-emoji": "custom_emoji",
    "tg-time": "date_time",
}
NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_ENTITY = re.compile(r"&(?:#(\d{1,8})|#[xX]([0-9a-fA-F]{1,8})|([a-z]{2,4}));?")
_PLAIN = re.compile(r"[^<&]+")
_NAME_TOKEN = re.compile(r"[A-Za-z0-9.\-]*")
_LINK = re.compile(r"^(https?://|tg://|mailto:)?[^\s/?#]+\.?[^\s]*$", re.IGNORECASE)


@dataclass
class _Open:
    tag: str
    attributes: dict[str, str]
    offset: int


@dataclass
class _Parser:
    source: str
    at: int = 0
    out: list[str] = field(default_factory=list)
    units: int = 0
    opened: list[_Open] = field(default_factory=list)
    entities: list[Json] = field(default_factory=list)

    def run(self) -> tuple[str, list[Json]]:
        while self.at < len(self.source):
            char = self.source[self.at]
            if char == "<" and self.source.startswith("</", self.at):
                self._end_tag()
            elif char == "<":
                self._start_tag()
            elif char == "&":
                self._emit(self._character())
            else:
                run = _PLAIN.match(self.source, self.at)
                self.at = run.end() if run else self.at + 1
                self._emit(run.group() if run else char)
        if self.opened:
            raise self._error(f'Can\'t find end tag corresponding to start tag "{self.opened[-1].tag}"')
        return "".join(self.out), sorted(self.entities, key=lambda e: (e["offset"], -e["length"]))

    def _character(self) -> str:
        """The next character, an HTML entity decoded; what isn't an entity stays as it is."""
        found = _ENTITY.match(self.source, self.at) if self.source[self.at] == "&" else None
        decoded = _decoded(found) if found else None
        if found is None or decoded is None:
            self.at += 1
            return self.source[self.at - 1]
        self.at = found.end()
        return decoded

    def _emit(self, text: str) -> None:
        self.out.append(text)
        self.units += units(text)

    def _start_tag(self) -> None:
        begin = self.at
        name = self._until(begin + 1, lambda c: c.isspace() or c == ">").lower()
        if self.at >= len(self.source):
            raise self._error("Unclosed start tag", begin)
        if name not in TAGS:
            raise self._error(f'Unsupported start tag "{name}"', begin)
        attributes = self._attributes(name, begin)
        self.at += 1
        if name == "span" and attributes.get("class") != "tg-spoiler":
            raise self._error('Tag "span" must have class "tg-spoiler"', begin)
        self.opened.append(_Open(name, attributes, self.units))

    def _attributes(self, tag: str, begin: int) -> dict[str, str]:
        found: dict[str, str] = {}
        while True:
            self._blanks()
            if self._now() == ">":
                return found
            name = self._until(self.at, lambda c: c.isspace() or c in "=>").lower()
            if not name and self._now():
                raise self._error(f'Empty attribute name in the tag "{tag}"', begin)
            self._blanks()
            if self._now() == "=":
                self.at += 1
                self._blanks()
                found[name] = self._value()
            else:
                found[name] = ""
            if not self._now():
                raise self._error(f'Unclosed start tag "{tag}"', begin)

    def _value(self) -> str:
        quote = self._now()
        if quote not in ("'", '"'):
            begin = self.at
            token = _NAME_TOKEN.match(self.source, self.at)
            self.at = token.end() if token else self.at
            if self._now() and not (self._now().isspace() or self._now() == ">"):
                raise self._error("Unexpected end of name token", begin)
            return self.source[begin : self.at].lower()
        self.at += 1
        value = []
        while self._now() and self._now() != quote:
            value.append(self._character())
        self.at += 1
        return "".join(value)

    def _end_tag(self) -> None:
        begin = self.at
        if not self.opened:
            raise self._error("Unexpected end tag", begin)
        name = self._until(begin + 2, lambda c: c.isspace() or c == ">").lower()
        self._blanks()
        if self._now() != ">":
            raise self._error("Unclosed end tag", begin)
        self.at += 1
        opened = self.opened.pop()
        if name and name != opened.tag:
            where = f"Unmatched end tag at byte offset {self._bytes(begin)}"
            raise self._error(f'{where}, expected "</{opened.tag}>", found "</{name}>"')
        self._close(opened)

    def _close(self, opened: _Open) -> None:
        length = self.units - opened.offset
        if length == 0:
            return
        entity: Json = {"type": TAGS[opened.tag], "offset": opened.offset, "length": length}
        if opened.tag == "a":
            href = opened.attributes.get("href") or "".join(self.out)[-length:]
            if not _LINK.match(href):
                return
            entity["url"] = href if "://" in href or href.startswith("mailto:") else f"http://{href}"
        if opened.tag == "blockquote" and "expandable" in opened.attributes:
            entity["type"] = "expandable_blockquote"
        if opened.tag == "tg-emoji":
            entity["custom_emoji_id"] = opened.attributes.get("emoji-id", "")
        language = opened.attributes.get("class", "")
        if opened.tag == "code" and language.startswith("language-") and self.opened and self.opened[-1].tag == "pre":
            entity["language"] = language.removeprefix("language-")
        if opened.tag == "pre" and self._language_inside(entity):
            return
        self.entities.append(entity)

    def _language_inside(self, pre: Json) -> bool:
        """`<pre><code class="language-x">` is one entity with a language."""
        for inner in self.entities:
            if inner["type"] == "code" and (inner["offset"], inner["length"]) == (pre["offset"], pre["length"]):
                inner["type"] = "pre"
                return True
        return False

    def _until(self, start: int, stop: Callable[[str], bool]) -> str:
        self.at = start
        while self.at < len(self.source) and not stop(self.source[self.at]):
            self.at += 1
        return self.source[start : self.at]

    def _blanks(self) -> None:
        while self._now().isspace():
            self.at += 1

    def _now(self) -> str:
        return self.source[self.at : self.at + 1]

    def _bytes(self, index: int) -> int:
        return len(self.source[:index].encode())

    def _error(self, reason: str, index: int | None = None) -> BotApiError:
        where = "" if index is None else f" at byte offset {self._bytes(index)}"
        return bad_request(f"can't parse entities: {reason}{where}")


def _decoded(found: re.Match[str]) -> str | None:
    decimal, hexadecimal, name = found.groups()
    if name is not None:
        return NAMED.get(name)
    code = int(decimal) if decimal else int(hexadecimal, 16)
    return chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else None


def units(text: str) -> int:
    """Length in UTF-16 code units, in which Telegram counts entities."""
    return len(text) + sum(1 for c in text if ord(c) > 0xFFFF) if not text.isascii() else len(text)


def parse_html(source: str) -> tuple[str, list[Json]]:
    """Raises `BotApiError` "can't parse entities: …"."""
    return _Parser(source).run()
