"""MarkdownV2 → plain text and entities, nested, with the real parser's errors (offsets in bytes of UTF-8).

Written after the description of the rules in the Bot API, not after TDLib's code.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from bot.sandbox.bot_api_error import BotApiError, Json, bad_request
from bot.sandbox.formatting.links import emoji, link
from bot.sandbox.formatting.marked import Marked

_RESERVED = "_*[]()~`>#+-=|{}.!"
_MARKS = {"__": "underline", "||": "spoiler", "*": "bold", "_": "italic", "~": "strikethrough"}
"""The longer first: `__` is never two italics."""
_CALLED = {
    "underline": "Underline",
    "spoiler": "Spoiler",
    "bold": "Bold",
    "italic": "Italic",
    "strikethrough": "Strikethrough",
    "code": "Code",
    "pre": "Pre",
    "text_link": "TextUrl",
    "custom_emoji": "CustomEmoji",
    "blockquote": "BlockQuote",
}
"""How the real server's refusals name them."""
_LANGUAGE = re.compile(r"(?:([^\s`]+)(?=\s))?(?:\r?\n)?")
_ADDRESS = re.compile(r"\(((?:[^\\)]|\\.)*)\)", re.DOTALL)
_ESCAPED = re.compile(r"\\([\x01-\x7e])")


@dataclass
class _Begun:
    kind: str
    offset: int
    at: int
    """Where it began: in UTF-16 units of the text, and in the source."""
    more: Json = field(default_factory=dict)


@dataclass
class _V2Reader:
    source: str
    at: int = 0
    marked: Marked = field(default_factory=Marked)
    opened: list[_Begun] = field(default_factory=list)

    def run(self) -> tuple[str, list[Json]]:
        while self.at < len(self.source):
            if self._at_line() and not self._in("code", "pre"):
                self._begin_line()
            self._step()
        if self._in("blockquote"):
            self._close()
        if self.opened:
            raise self._unended()
        return self.marked.result()

    def _step(self) -> None:
        char = self.source[self.at : self.at + 1]
        escaped = _ESCAPED.match(self.source, self.at)
        if escaped:
            self._write(escaped[1], 2)
        elif self._in("code", "pre"):
            self._in_code(char)
        elif char == "\n":
            self._end_line()
        elif char and char in _RESERVED:
            self._sign(char)
        else:
            self._write(char, len(char))

    def _write(self, text: str, taken: int) -> None:
        self.marked.write(text)
        self.at += taken

    # lines and quotes

    def _at_line(self) -> bool:
        return self.at == 0 or self.source[self.at - 1] == "\n"

    def _begin_line(self) -> None:
        """`>` goes on with a quote or begins one; `**>` begins one behind another."""
        sign = next((each for each in (">", "**>") if self.source.startswith(each, self.at)), "")
        if sign and not any(each.kind == "blockquote" for each in self.opened):
            self._open("blockquote", sign)
        else:
            self.at += len(sign)

    def _end_line(self) -> None:
        if any(each.kind == "blockquote" for each in self.opened) and not self.source.startswith(">", self.at + 1):
            if not self._in("blockquote"):
                raise self._unended()
            self._close()
        self._write("\n", 1)

    def _ends_expandable(self) -> bool:
        return self._in("blockquote") and self.source[self.at + 2 : self.at + 3] in ("", "\n")

    # entities

    def _in(self, *kinds: str) -> bool:
        return bool(self.opened) and self.opened[-1].kind in kinds

    def _open(self, kind: str, sign: str, more: Json | None = None) -> None:
        self.opened.append(_Begun(kind, self.marked.units, self.at, more or {}))
        self.at += len(sign)

    def _close(self, what: Json | None = None) -> None:
        closed = self.opened.pop()
        self.marked.mark(what or {"type": closed.kind, **closed.more}, closed.offset)

    def _sign(self, char: str) -> None:
        mark = next((each for each in _MARKS if self.source.startswith(each, self.at)), None)
        if char == "`":
            self._begin_code()
        elif self.source.startswith("![", self.at):
            self._open("custom_emoji", "![")
        elif char == "[":
            self._open("text_link", "[")
        elif char == "]" and self._in("text_link", "custom_emoji"):
            self._end_link()
        elif mark is None:
            raise self._reserved(char)
        elif mark == "||" and self._ends_expandable():
            self._close({"type": "expandable_blockquote"})
            self.at += 2
        elif self._in(_MARKS[mark]):
            self._close()
            self.at += len(mark)
        else:
            self._open(_MARKS[mark], mark)

    def _begin_code(self) -> None:
        if not self.source.startswith("```", self.at):
            self._open("code", "`")
            return
        self._open("pre", "```")
        begun = _LANGUAGE.match(self.source, self.at)
        if begun:
            self.at = begun.end()
            self.opened[-1].more = {"language": begun[1]} if begun[1] else {}

    def _in_code(self, char: str) -> None:
        sign = "`" if self._in("code") else "```"
        if self.source.startswith(sign, self.at):
            self._close()
            self.at += len(sign)
        elif char == "`":
            raise self._reserved(char)
        else:
            self._write(char, 1)

    def _end_link(self) -> None:
        """`](address)`; a link without one leads where its text says."""
        kind, text = self.opened[-1].kind, self.marked.since(self.opened[-1].offset)
        given = _ADDRESS.match(self.source, self.at + 1)
        if given is None and self.source.startswith("(", self.at + 1):
            raise self._error(f"Can't find end of a URL at byte offset {self._bytes(self.at + 2)}")
        self.at = given.end() if given else self.at + 1
        address = _ESCAPED.sub(r"\1", given[1]) if given else ""
        what = link(address or text) if kind == "text_link" else emoji(address)
        if kind == "custom_emoji" and what is None:
            raise self._error("Custom emoji entity must contain a tg://emoji URL")
        if what is None:
            self.opened.pop()  # what is no address stays plain text
        else:
            self._close(what)

    # refusals

    def _bytes(self, index: int) -> int:
        return len(self.source[:index].encode())

    def _unended(self) -> BotApiError:
        last = self.opened[-1]
        name = "PreCode" if last.more.get("language") else _CALLED[last.kind]
        return self._error(f"Can't find end of {name} entity at byte offset {self._bytes(last.at)}")

    def _reserved(self, char: str) -> BotApiError:
        return self._error(f"Character '{char}' is reserved and must be escaped with the preceding '\\'")

    def _error(self, reason: str) -> BotApiError:
        return bad_request(f"can't parse entities: {reason}")


def parse_markdown_v2(source: str) -> tuple[str, list[Json]]:
    """Raises `BotApiError` "can't parse entities: …"."""
    return _V2Reader(source).run()
