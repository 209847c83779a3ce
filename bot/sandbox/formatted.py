"""What a message's text is after Telegram took it: parsed, trimmed, measured, with links and commands found."""

from __future__ import annotations

import re
from html import escape

from bot.sandbox.bot_api_error import Json, bad_request
from bot.sandbox.call import ReceivedCall
from bot.sandbox.markup_text import parse_html, units

MAX_TEXT = 4096
MAX_CAPTION = 1024
MAX_RAW_BYTES = 32768
MAX_ENTITIES = 100

_FOUND = re.compile(
    r"(?P<url>https?://[^\s<>\"']+|(?<![\w.])t\.me/[^\s<>\"']+)"
    r"|(?<![\w.@/])(?P<email>[\w.+-]+@[\w-]+(?:\.[\w-]+)+)"
    r"|(?<![\w/])(?P<mention>@[A-Za-z]\w{3,31})"
    r"|(?<![\w/<>])(?P<bot_command>/[A-Za-z0-9_]{1,64}(?:@\w{3,32})?)(?!\w)",
    re.ASCII,
)
_SILENT = ("code", "pre", "text_link")
_TAGS = {
    "bold": "b",
    "italic": "i",
    "underline": "u",
    "strikethrough": "s",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
    "expandable_blockquote": "blockquote",
}


def text_of(call: ReceivedCall) -> Json:
    """`text` and `entities` of a message to be sent or edited."""
    raw = call.text("text")
    if raw == "":
        raise bad_request("message text is empty")
    if len(raw.encode()) > MAX_RAW_BYTES:
        raise bad_request("text is too long")
    text, entities = _formatted(raw, call, "entities")
    if not text:
        raise bad_request("text must be non-empty")
    if len(text) > MAX_TEXT:
        raise bad_request("message is too long")
    return _content("text", text, "entities", entities)


def caption_of(call: ReceivedCall) -> Json:
    """`caption` and `caption_entities`; nothing if there is no caption."""
    text, entities = _formatted(call.text("caption"), call, "caption_entities")
    if len(text) > MAX_CAPTION:
        raise bad_request("message caption is too long")
    return _content("caption", text, "caption_entities", entities) if text else {}


def typed(text: str) -> Json:
    """What a person typed: plain, with commands and links found."""
    return _content("text", text, "entities", detected(text, []))


def _content(name: str, text: str, entities_name: str, entities: list[Json]) -> Json:
    return {name: text, entities_name: entities} if entities else {name: text}


def _formatted(raw: str, call: ReceivedCall, entities_name: str) -> tuple[str, list[Json]]:
    mode = call.text("parse_mode").lower()
    if mode == "html":
        text, entities = parse_html(raw)
    elif mode in ("", "none"):
        text, entities = raw, _given(call, entities_name)
    elif mode in ("markdown", "markdownv2"):
        raise bad_request(f"the sandbox doesn't know parse_mode {mode}, only HTML")
    else:
        raise bad_request("unsupported parse_mode")
    text, entities = _trimmed(_cleaned(text), entities)
    return text, detected(text, entities)[:MAX_ENTITIES]


def _given(call: ReceivedCall, name: str) -> list[Json]:
    entities = call.json(name, [])
    if not isinstance(entities, list):
        raise bad_request("can't parse entities: expected an Array of MessageEntity")
    for entity in entities:
        fits = isinstance(entity, dict) and all(isinstance(entity.get(k), int) for k in ("offset", "length"))
        if not fits or not isinstance(entity.get("type"), str):
            raise bad_request("can't parse MessageEntity: fields type, offset and length are required")
    return sorted(entities, key=lambda e: (e["offset"], -e["length"]))


def _cleaned(text: str) -> str:
    """Control characters become blanks of the same length, so that the entities' offsets stay true."""
    return "".join(" " if c < " " and c not in "\n\t" else c for c in text) if not text.isprintable() else text


def _trimmed(text: str, entities: list[Json]) -> tuple[str, list[Json]]:
    stripped = text.strip()
    if len(stripped) == len(text):
        return text, entities
    start = units(text[: len(text) - len(text.lstrip())])
    end = start + units(stripped)
    kept = []
    for entity in entities:
        first, last = max(entity["offset"], start), min(entity["offset"] + entity["length"], end)
        if first < last:
            kept.append({**entity, "offset": first - start, "length": last - first})
    return stripped, kept


def detected(text: str, entities: list[Json]) -> list[Json]:
    """Adds commands, links, mentions and e-mail addresses, except inside code and links."""
    if not any(mark in text for mark in ("/", "@", "t.me")):
        return entities
    silent = [(e["offset"], e["offset"] + e["length"]) for e in entities if e["type"] in _SILENT]
    added = []
    for found in _FOUND.finditer(text):
        first = units(text[: found.start()])
        last = first + units(found.group())
        if not any(begin < last and first < end for begin, end in silent):
            added.append({"type": found.lastgroup, "offset": first, "length": last - first})
    return sorted([*entities, *added], key=lambda e: (e["offset"], -e["length"]))


def to_html(text: str, entities: list[Json]) -> str:
    """Safe HTML: every character of the text escaped, only tags and schemes from our own short list."""
    encoded = text.encode("utf-16-le", "surrogatepass")
    return _rendered(encoded, entities, 0, len(encoded) // 2)


def _slice(encoded: bytes, start: int, end: int) -> str:
    return encoded[2 * start : 2 * end].decode("utf-16-le", "replace")


def _rendered(encoded: bytes, entities: list[Json], start: int, end: int) -> str:
    """The range [start, end) with `entities` sorted by offset; one that overlaps its elder's end is cut there."""
    out, at, index = [], start, 0
    while index < len(entities):
        entity = entities[index]
        first = max(entity["offset"], at)
        last = min(entity["offset"] + entity["length"], end)
        index += 1
        if first >= last:
            continue
        inner = []
        while index < len(entities) and entities[index]["offset"] < last:
            inner.append(entities[index])
            index += 1
        out.append(escape(_slice(encoded, at, first)))
        out.append(_wrapped(entity, _rendered(encoded, inner, first, last), _slice(encoded, first, last)))
        at = last
    out.append(escape(_slice(encoded, at, end)))
    return "".join(out)


def _wrapped(entity: Json, inner: str, plain: str) -> str:
    kind = entity["type"]
    if kind in _TAGS:
        return f"<{_TAGS[kind]}>{inner}</{_TAGS[kind]}>"
    if kind == "spoiler":
        return f'<span class="spoiler">{inner}</span>'
    if kind == "bot_command":
        return f'<a class="command" data-command="{escape(plain)}">{inner}</a>'
    url = _address(kind, entity, plain)
    return f'<a href="{escape(url)}" target="_blank" rel="noopener noreferrer">{inner}</a>' if url else inner


def _address(kind: str, entity: Json, plain: str) -> str | None:
    if kind == "email":
        return f"mailto:{plain}"
    url = str(entity.get("url", "")) if kind == "text_link" else plain if kind == "url" else ""
    if url and "//" not in url and ":" not in url.split("/")[0]:
        url = f"https://{url}"
    return url if url.lower().startswith(("https://", "http://", "tg://")) else None
