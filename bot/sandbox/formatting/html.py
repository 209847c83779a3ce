"""Telegram's HTML dialect → plain text and entities, with the real parser's errors (offsets in bytes of UTF-8).

Written after the description of the rules, not after TDLib's code. Entity offsets and lengths are UTF-16 units.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from bot.sandbox.bot_api_error import BotApiError, Json, bad_request
from bot.sandbox.formatting.links import emoji, link
from bot.sandbox.formatting.marked import Marked

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


@dataclass
class _OpenTag:
    tag: str
    attributes: dict[str, str]
    offset: int


@dataclass
class _HtmlReader:
    source: str
    at: int = 0
    marked: Marked = field(default_factory=Marked)
    opened: list[_OpenTag] = field(default_factory=list)

    def run(self) -> tuple[str, list[Json]]:
        while self.at < len(self.source):
            char = self.source[self.at]
            if char == "<" and self.source.startswith("</", self.at):
                self._end_tag()
            elif char == "<":
                self._start_tag()
            elif char == "&":
                self.marked.write(self._character())
            else:
                run = _PLAIN.match(self.source, self.at)
                self.at = run.end() if run else self.at + 1
                self.marked.write(run.group() if run else char)
        if self.opened:
            raise self._error(f'Can\'t find end tag corresponding to start tag "{self.opened[-1].tag}"')
        return self.marked.result()

    def _character(self) -> str:
        """The next character, an HTML entity decoded; what isn't an entity stays as it is."""
        found = _ENTITY.match(self.source, self.at) if self.source[self.at] == "&" else None
        decoded = _decoded(found) if found else None
        if found is None or decoded is None:
            self.at += 1
            return self.source[self.at - 1]
        self.at = found.end()
        return decoded

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
        self.opened.append(_OpenTag(name, attributes, self.marked.units))

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

    def _close(self, opened: _OpenTag) -> None:
        what = self._meant(opened)
        language = opened.attributes.get("class", "")
        within_pre = self.opened and self.opened[-1].tag == "pre"
        if what is not None and opened.tag == "code" and language.startswith("language-") and within_pre:
            what["language"] = language.removeprefix("language-")
        if opened.tag != "pre" or not self._language_inside(opened.offset):
            self.marked.mark(what, opened.offset)

    def _meant(self, opened: _OpenTag) -> Json | None:
        """The entity's type and what is particular to it; `None` where the text stays plain."""
        asked = opened.attributes
        if opened.tag == "a":
            return link(asked.get("href") or self.marked.since(opened.offset))
        if opened.tag == "blockquote" and "expandable" in asked:
            return {"type": "expandable_blockquote"}
        if opened.tag == "tg-emoji":
            return emoji(f"tg://emoji?id={asked.get('emoji-id', '')}")
        if opened.tag == "tg-time":
            return emoji(f"tg://time?unix={asked.get('unix', '')}&format={asked.get('format', '')}")
        return {"type": TAGS[opened.tag]}

    def _language_inside(self, offset: int) -> bool:
        """`<pre><code class="language-x">` is one entity with a language."""
        for inner in self.marked.entities:
            place = (inner["offset"], inner["length"])
            if inner["type"] == "code" and place == (offset, self.marked.units - offset):
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


def parse_html(source: str) -> tuple[str, list[Json]]:
    """Raises `BotApiError` "can't parse entities: …"."""
    return _HtmlReader(source).run()
