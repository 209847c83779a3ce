"""A message's text or caption as Telegram takes it: read, trimmed, measured."""

from __future__ import annotations

from collections.abc import Callable

from bot.sandbox.bot_api_error import Json, bad_request
from bot.sandbox.call import ReceivedCall
from bot.sandbox.formatting.found import found
from bot.sandbox.formatting.given import given
from bot.sandbox.formatting.html import parse_html
from bot.sandbox.formatting.links import Users, mentioned
from bot.sandbox.formatting.markdown import parse_markdown
from bot.sandbox.formatting.markdown_v2 import parse_markdown_v2
from bot.sandbox.formatting.utf16 import units

MAX_TEXT = 4096
MAX_CAPTION = 1024
MAX_RAW_BYTES = 32768
MAX_ENTITIES = 100

_DIALECTS: dict[str, Callable[[str], tuple[str, list[Json]]]] = {
    "html": parse_html,
    "markdown": parse_markdown,
    "markdownv2": parse_markdown_v2,
}


def text_of(call: ReceivedCall, users: Users) -> Json:
    """`text` and `entities` of a message to be sent or edited."""
    raw = call.text("text")
    if raw == "":
        raise bad_request("message text is empty")
    if len(raw.encode()) > MAX_RAW_BYTES:
        raise bad_request("text is too long")
    text, entities = formatted(call, "text", users)
    if not text:
        raise bad_request("text must be non-empty")
    if len(text) > MAX_TEXT:
        raise bad_request("message is too long")
    return _content("text", text, "entities", entities)


def caption_of(call: ReceivedCall, users: Users) -> Json:
    """`caption` and `caption_entities`; nothing if there is no caption."""
    text, entities = formatted(call, "caption", users)
    if len(text) > MAX_CAPTION:
        raise bad_request("message caption is too long")
    return _content("caption", text, "caption_entities", entities) if text else {}


def typed(text: str) -> Json:
    """What a person typed: plain, with commands and links found."""
    return _content("text", text, "entities", found(text, []))


def _content(name: str, text: str, entities_name: str, entities: list[Json]) -> Json:
    return {name: text, entities_name: entities} if entities else {name: text}


def formatted(call: ReceivedCall, name: str, users: Users) -> tuple[str, list[Json]]:
    """The text of that parameter, by its parse mode or with the entities beside it (`entities` for `text`)."""
    raw, prefix = call.text(name), "" if name in ("text", "caption") else f"{name}_"
    mode = call.text(f"{prefix}parse_mode").lower()
    if mode in ("", "none"):
        text, entities = raw, given(raw, call, "entities" if name == "text" else f"{name}_entities")
    elif mode in _DIALECTS:
        text, entities = _DIALECTS[mode](raw)
    else:
        raise bad_request("unsupported parse_mode")
    text, entities = _trimmed(_cleaned(text), mentioned(entities, users))
    return text, found(text, entities)[:MAX_ENTITIES]


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
