"""What Telegram finds in a text that nobody marked: links, addresses, mentions, hashtags, commands, phone numbers."""

from __future__ import annotations

import re

from bot.sandbox.bot_api_error import Json
from bot.sandbox.formatting.order import ordered
from bot.sandbox.formatting.utf16 import units

_TOP_DOMAINS = """
    com org net edu gov mil int info biz name pro mobi app dev page blog shop store online site tech cloud club xyz top
    wiki news live world asia cat jobs tel travel
"""
_TOP = "|".join(_TOP_DOMAINS.split())
_FOUND = re.compile(
    r"(?P<url>(?:https?|ftp|tonsite)://[^\s<>\"']+)"
    r"|(?<![\w.@/+-])(?P<email>[\w.+-]+@[\w-]+(?:\.[\w-]+)+)"
    rf"|(?<![\w.@/-])(?P<bare>(?:[A-Za-z0-9](?:[\w-]*[A-Za-z0-9])?\.)+(?:{_TOP}|[A-Za-z]{{2}})(?![\w-]|\.\w)"
    r"(?::\d{1,5})?(?:[/?#][^\s<>\"'，。；、！？）】》]*)?)"
    r"|(?<![\w/])(?P<mention>@[A-Za-z]\w{3,31})(?!\w)"
    r"|(?<![\w/<>])(?P<bot_command>/[A-Za-z0-9_]{1,64}(?:@\w{3,32})?)(?!\w)"
    r"|(?<![\w$])(?P<cashtag>\$[A-Z]{1,8}(?:@\w{3,32})?)(?!\w)"
    r"|(?<![\w+])(?P<phone_number>\+\d(?:[ ().-]{0,2}\d){6,14})(?!\w)",
    re.ASCII | re.IGNORECASE,
)
_HASHTAG = re.compile(r"(?<![\w#&/])#(?=\d*[^\W\d])[\w·]{1,255}(?![\w#])")
_UPPER = re.compile(r"\$[A-Z]+")
_SILENT = ("code", "pre", "text_link", "text_mention", "custom_emoji", "date_time")
_ENDS = ".,;:!?)]}'\"，。；：！？）】》…"


def found(text: str, entities: list[Json]) -> list[Json]:
    """The entities and those that are found, except inside of code and links."""
    if not any(mark in text for mark in "/@.#$+"):
        return entities
    silent = [(e["offset"], e["offset"] + e["length"]) for e in entities if e["type"] in _SILENT]
    added: list[Json] = []
    for kind, begin, end in sorted(_marks(text), key=lambda mark: mark[1:]):
        first = units(text[:begin])
        last = first + units(text[begin:end])
        if not any(start < last and first < stop for start, stop in silent):
            silent.append((first, last))
            added.append({"type": kind, "offset": first, "length": last - first})
    return ordered([*entities, *added])


def _marks(text: str) -> list[tuple[str, int, int]]:
    marks = [("hashtag", *tag.span()) for tag in _HASHTAG.finditer(text)]
    for mark in _FOUND.finditer(text):
        kind, whole = str(mark.lastgroup), mark.group()
        if kind == "cashtag" and not _UPPER.match(whole):
            continue
        if kind in ("url", "bare"):
            whole = _without_end(whole)
        marks.append(("url" if kind == "bare" else kind, mark.start(), mark.start() + len(whole)))
    return marks


def _without_end(address: str) -> str:
    """A full stop or bracket behind an address belongs to the sentence, unless the bracket was opened within."""
    while address and address[-1] in _ENDS and not (address[-1] == ")" and address.count("(") >= address.count(")")):
        address = address[:-1]
    return address
