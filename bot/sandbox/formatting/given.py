"""Entities that came along with a text instead of markup."""

from __future__ import annotations

from bot.sandbox.bot_api_error import Json, bad_request
from bot.sandbox.call import ReceivedCall
from bot.sandbox.formatting.order import ordered

_PLAIN = """
    bold italic underline strikethrough spoiler blockquote expandable_blockquote code pre text_link text_mention
    custom_emoji date_time
"""
_FOUND_ANYWAY = """
    mention hashtag cashtag bot_command url email phone_number bank_card_number
"""
MARKED = frozenset(_PLAIN.split())
FOUND_ANYWAY = frozenset(_FOUND_ANYWAY.split())
_ONLY = {
    "pre": ("language",),
    "text_link": ("url",),
    "text_mention": ("user",),
    "custom_emoji": ("custom_emoji_id",),
    "date_time": ("unix_time", "date_time_format"),
}
_NEEDED = {"text_link": ("url", str), "text_mention": ("user", dict), "custom_emoji": ("custom_emoji_id", str)}


def given(text: str, call: ReceivedCall, name: str) -> list[Json]:
    """Checked, in order; what is found in the text anyway is left to that. Raises `BotApiError`."""
    entities = call.json(name, [])
    if not isinstance(entities, list):
        raise bad_request("can't parse entities: expected an Array of MessageEntity")
    encoded = text.encode("utf-16-le", "surrogatepass")
    checked = [entity for each in entities if (entity := _checked(each, encoded)) is not None]
    return ordered(checked)


def _checked(entity: object, text: bytes) -> Json | None:
    if not isinstance(entity, dict):
        raise _unparsable("expected an Object")
    kind, place = entity.get("type"), [entity.get(name) for name in ("offset", "length")]
    if not all(isinstance(each, int) for each in place) or not isinstance(kind, str):
        raise _unparsable("fields type, offset and length are required")
    if kind not in MARKED | FOUND_ANYWAY:
        raise _unparsable("Unsupported type specified")
    offset, extent = int(entity["offset"]), int(entity["length"])
    _check_place(offset, extent, text)
    if kind in _NEEDED and not isinstance(entity.get(_NEEDED[kind][0]), _NEEDED[kind][1]):
        raise _unparsable(f'can\'t find field "{_NEEDED[kind][0]}"')
    if kind in FOUND_ANYWAY or offset < 0 or extent <= 0:
        return None
    more = {name: entity[name] for name in _ONLY.get(kind, ()) if entity.get(name) is not None}
    return {"type": kind, "offset": offset, "length": extent, **more}


def _check_place(offset: int, extent: int, text: bytes) -> None:
    length = len(text) // 2
    if offset > length:
        raise bad_request(f"entity begins after the end of the text at UTF-16 offset {offset}")
    if offset + extent > length:
        raise bad_request(f"entity beginning at UTF-16 offset {offset} ends after the end of the text")
    if _halves(text, offset):
        raise bad_request(f"entity begins in a middle of a UTF-16 symbol at UTF-16 offset {offset}")
    if _halves(text, offset + extent):
        raise bad_request(f"entity beginning at UTF-16 offset {offset} ends in a middle of a UTF-16 symbol")


def _halves(text: bytes, at: int) -> bool:
    """Whether a character would be cut there."""
    return at > 0 and 0xDC <= int.from_bytes(text[2 * at + 1 : 2 * at + 2], "big") < 0xE0


def _unparsable(reason: str) -> Exception:
    return bad_request(f"can't parse MessageEntity: {reason}")
