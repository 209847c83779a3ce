"""A text with its entities as HTML for the page."""

from __future__ import annotations

from html import escape

from bot.sandbox.bot_api_error import Json

_TAGS = {
    "bold": "b",
    "italic": "i",
    "underline": "u",
    "strikethrough": "s",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
}
_QUOTES = ("blockquote", "expandable_blockquote")
_FOUND = ("mention", "text_mention", "hashtag", "cashtag", "phone_number")


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
        if entity["type"] in _QUOTES and _slice(encoded, at, end)[:1] == "\n":
            at += 1  # a block ends its line by itself
    out.append(escape(_slice(encoded, at, end)))
    return "".join(out)


def _wrapped(entity: Json, inner: str, plain: str) -> str:
    kind = entity["type"]
    if kind in _TAGS:
        return f"<{_TAGS[kind]}>{inner}</{_TAGS[kind]}>"
    if kind == "expandable_blockquote":
        return f'<blockquote class="folds">{inner}</blockquote>'
    if kind == "spoiler":
        return f'<span class="spoiler">{inner}</span>'
    if kind == "bot_command":
        return f'<a class="command" data-command="{escape(plain)}">{inner}</a>'
    if kind in _FOUND:
        return f'<span class="found">{inner}</span>'
    url = _address(kind, entity, plain)
    return f'<a href="{escape(url)}" target="_blank" rel="noopener noreferrer">{inner}</a>' if url else inner


def _address(kind: str, entity: Json, plain: str) -> str | None:
    if kind == "email":
        return f"mailto:{plain}"
    url = str(entity.get("url", "")) if kind == "text_link" else plain if kind == "url" else ""
    if url and "//" not in url and ":" not in url.split("/")[0]:
        url = f"https://{url}"
    return url if url.lower().startswith(("https://", "http://", "tg://")) else None
