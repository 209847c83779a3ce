"""Telegram's first Markdown → plain text and entities: no nesting, no escapes inside of an entity.

Written after the description of the rules in the Bot API, not after TDLib's code.
"""

from __future__ import annotations

import re

from bot.sandbox.bot_api_error import Json, bad_request
from bot.sandbox.formatting.links import link
from bot.sandbox.formatting.marked import Marked

_SIGNS = "_*`["
_KINDS = {"*": "bold", "_": "italic", "`": "code"}
_PRE = re.compile(r"```(?:(?P<language>[^\s`]+)(?=\s))?(?:\r?\n)?(?P<text>.*?)```", re.DOTALL)
_LINK = re.compile(r"\[(?P<text>[^\]]*)\](?:\((?P<address>[^)]*)\))?")


def parse_markdown(source: str) -> tuple[str, list[Json]]:
    """Raises `BotApiError` "can't parse entities: …", with the offset in bytes of UTF-8."""
    marked, at = Marked(), 0
    while at < len(source):
        sign = source[at]
        if sign == "\\" and source[at + 1 : at + 2] in (*_SIGNS,):
            marked.write(source[at + 1])
            at += 2
        elif sign not in _SIGNS:
            marked.write(sign)
            at += 1
        else:
            at = _entity(source, at, marked)
    return marked.result()


def _entity(source: str, at: int, marked: Marked) -> int:
    """Takes the entity that begins at `at`; returns where it ends."""
    begin, sign = marked.units, source[at]
    if sign == "[":
        found = _LINK.match(source, at)
    elif source.startswith("```", at):
        found = _PRE.match(source, at)
    else:
        found = re.compile(rf"{re.escape(sign)}(?P<text>[^{sign}]*){re.escape(sign)}").match(source, at)
    if found is None:
        offset = len(source[:at].encode())
        raise bad_request(f"can't parse entities: Can't find end of the entity starting at byte offset {offset}")
    marked.write(found["text"])
    parts = found.groupdict()
    if "address" in parts:
        marked.mark(link(parts["address"] or found["text"]), begin)
    elif "language" in parts:
        language = {"language": parts["language"]} if parts["language"] else {}
        marked.mark({"type": "pre", **language}, begin)
    else:
        marked.mark({"type": _KINDS[sign]}, begin)
    return found.end()
