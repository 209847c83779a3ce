"""Where a marked text leads: to an address, or to a person whom the bot may know."""

from __future__ import annotations

import re
from collections.abc import Callable
from urllib.parse import parse_qs, urlsplit

from bot.sandbox.bot_api_error import Json

Users = Callable[[int], Json | None]
"""The user of that id, as far as there is one."""

_ADDRESS = re.compile(r"^(https?://|tg://|ton://|mailto:|tel:)?[^\s/?#]+\.?[^\s]*$", re.IGNORECASE)
_SCHEME = re.compile(r"^[a-z]+:", re.IGNORECASE)


def link(address: str) -> Json | None:
    """The fields of the entity that leads there; `None` for what is no address, which stays plain text."""
    address = address.strip()
    if not _ADDRESS.match(address) or ("." not in address and not _SCHEME.match(address)):
        return None
    return {"type": "text_link", "url": address if _SCHEME.match(address) else f"http://{address}"}


def emoji(address: str) -> Json | None:
    """Of `tg://emoji?id=…`; of `tg://time?unix=…&format=…` a date. `None`: neither."""
    parts = urlsplit(address)
    asked = {name: values[0] for name, values in parse_qs(parts.query).items()}
    if parts.scheme != "tg":
        return None
    if parts.netloc == "emoji" and asked.get("id", "").isdecimal():
        return {"type": "custom_emoji", "custom_emoji_id": asked["id"]}
    if parts.netloc == "time" and asked.get("unix", "").isdecimal():
        shape = {"date_time_format": asked["format"]} if asked.get("format") else {}
        return {"type": "date_time", "unix_time": int(asked["unix"]), **shape}
    return None


def mentioned(entities: list[Json], users: Users) -> list[Json]:
    """`tg://user?id=…` becomes a mention of a known user; of an unknown one it is no entity at all."""
    found = []
    for entity in entities:
        number = _user_of(entity)
        if number is None:
            found.append(entity)
        elif (user := users(number)) is not None:
            place = {"offset": entity["offset"], "length": entity["length"]}
            found.append({"type": "text_mention", **place, "user": user})
    return found


def _user_of(entity: Json) -> int | None:
    if entity["type"] == "text_mention":
        user = entity.get("user")
        return user["id"] if isinstance(user, dict) and isinstance(user.get("id"), int) else 0
    parts = urlsplit(entity["url"]) if entity["type"] == "text_link" else None
    if parts is None or (parts.scheme, parts.netloc) != ("tg", "user"):
        return None
    number = parse_qs(parts.query).get("id", [""])[0]
    return int(number) if number.isdecimal() else None
