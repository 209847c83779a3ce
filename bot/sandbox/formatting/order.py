"""The order in which Telegram names entities."""

from __future__ import annotations

from collections.abc import Iterable

from bot.sandbox.bot_api_error import Json

_FIRST = ("blockquote", "expandable_blockquote", "pre", "code", "text_link", "text_mention")
_LAST = ("bold", "italic", "underline", "strikethrough", "spoiler", "custom_emoji")


def ordered(entities: Iterable[Json]) -> list[Json]:
    """By place, the longer first; over the same place by type."""
    return sorted(entities, key=lambda e: (e["offset"], -e["length"], _rank(e["type"])))


def _rank(kind: str) -> int:
    if kind in _FIRST:
        return _FIRST.index(kind) - len(_FIRST)
    return _LAST.index(kind) + 1 if kind in _LAST else 0
