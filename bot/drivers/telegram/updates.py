"""An update's JSON → who did what. Only private chats are ours; whatever comes from elsewhere makes us leave there."""

from __future__ import annotations

import re
import unicodedata
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from bot.drivers.telegram.files import KINDS as FILES
from bot.drivers.telegram.files import fetched_from_json, file_of, replied_to
from bot.drivers.telegram.shapes import Raw, Unparsable, a_number, a_text, an_object, text_or
from dialogs.core.inputs import MembershipChanged, Odd, Ordered, Pressed, Said, Sender, Shared, Started, Typed, Uploaded

ALLOWED_UPDATES = ("message", "edited_message", "callback_query", "my_chat_member")
"""What we ask the server for. It remembers the list, and what it queued earlier comes all the same."""

COMMAND = re.compile(r"\s*/([a-z0-9_]{1,64})(?:@\w+)?(?:\s+(.*))?", re.DOTALL | re.IGNORECASE)
"""In any case, with the bot's name, and whatever is written behind it."""
SILENT = (
    "pinned_message",
    "message_auto_delete_timer_changed",
    "chat_background_set",
    "connected_website",
    "write_access_allowed",
    "proximity_alert_triggered",
    "users_shared",
    "chat_shared",
)
"""Service messages of a private chat: the client made them, nobody waits for an answer."""
ODD = (
    "sticker",
    "voice",
    "video_note",
    "location",
    "venue",
    "poll",
    "dice",
    "game",
    "story",
    "paid_media",
    "checklist",
)


class NotFetched(Exception):
    """The update's file hasn't been fetched yet: the step comes too early, nothing is wrong."""


@dataclass(frozen=True, slots=True)
class Leave:
    """An order for the outside: this bot is for private chats, leave the group or channel."""

    chat: int


def update_id(raw: object) -> int:
    return a_number(an_object(raw, "update").get("update_id"), "update_id")


def _body(raw: Raw) -> tuple[str, Raw]:
    """The one thing that happened: its kind and its object."""
    for kind, value in raw.items():
        if kind != "update_id" and isinstance(value, dict):
            return kind, value
    raise Unparsable("an update in which nothing happens")


def _chat(kind: str, body: Raw) -> Raw | None:
    if kind == "callback_query":
        body = an_object(body.get("message") or {}, "message")
    chat = body.get("chat")
    return None if chat is None else an_object(chat, "chat")


def person(raw: Raw) -> int | None:
    """Whose turn the update is: two updates of one person are never worked at once. None: nobody's."""
    kind, body = _body(raw)
    if kind not in ALLOWED_UPDATES:
        return None
    if kind == "callback_query" and body.get("message") is None:  # an old message may be withheld altogether
        return a_number(an_object(body.get("from"), "from").get("id"), "from.id")
    chat = _chat(kind, body)
    if chat is None:
        raise Unparsable(f"{kind} without chat")
    return a_number(chat.get("id"), "chat.id") if chat.get("type") == "private" else None


def order(raw: Raw) -> Leave | None:
    """Where the update comes from a group or channel: leave there (unless it says that we are out already)."""
    kind, body = _body(raw)
    chat = _chat(kind, body)
    if chat is None or chat.get("type") not in ("group", "supergroup", "channel"):
        return None
    if kind == "my_chat_member" and _status(body) in ("left", "kicked"):
        return None
    return Leave(a_number(chat.get("id"), "chat.id"))


def query_of(raw: Raw) -> str | None:
    """The callback query that waits for an answer (the button's spinner turns until then)."""
    query = raw.get("callback_query")
    return text_or(query.get("id")) or None if isinstance(query, dict) else None


def said(raw: Raw, fetched: object = None) -> tuple[Sender, Said] | None:
    """Who does what. `fetched` is the outcome of fetching the update's file, as `fetched_to_json` wrote it.

    None: concerns no person. Raises Unparsable, or NotFetched where a file's outcome is missing.
    """
    number = person(raw)
    if number is None:
        return None
    kind, body = _body(raw)
    sender = _sender(number, body)
    match kind:
        case "callback_query":
            return sender, _pressed(body)
        case "my_chat_member":
            return sender, MembershipChanged(blocked=_status(body) in ("kicked", "left"))
        case "edited_message":
            now = _edited(body)
            return None if now is None else (sender, now)
        case _:
            what = _message(raw, body, number, fetched)
            return None if what is None else (sender, what)


def check(raw: Raw) -> None:
    """Raises Unparsable for what `said` couldn't read, before its file is fetched."""
    with suppress(NotFetched):
        said(raw)


def _sender(number: int, body: Raw) -> Sender:
    who = body.get("from")
    if not isinstance(who, dict):
        who = {}
    name = f"{text_or(who.get('first_name'))} {text_or(who.get('last_name'))}".strip()
    return Sender(number, name, text_or(who.get("username")) or None, text_or(who.get("language_code")) or None)


def _status(body: Raw) -> str:
    return text_or(an_object(body.get("new_chat_member"), "new_chat_member").get("status"))


def _pressed(body: Raw) -> Pressed:
    message = body.get("message")
    number = message.get("message_id") if isinstance(message, dict) else None
    return Pressed(
        text_or(body.get("data")),
        None if number is None else a_number(number, "message_id"),
        a_text(body.get("id"), "callback_query.id"),
    )


def _message(raw: Raw, body: Raw, number: int, fetched: object) -> Said | None:
    if (text := body.get("text")) is not None:
        return _typed(a_text(text, "text"), body)
    if (contact := body.get("contact")) is not None:
        return _shared(an_object(contact, "contact"), number)
    if file_of(raw) is not None:
        if fetched is None:
            raise NotFetched
        album = body.get("media_group_id")
        return Uploaded(
            fetched_from_json(fetched),
            text_or(body.get("caption")),
            None if album is None else str(album),
            replied_to(body),
        )
    if any(key in body for key in SILENT):
        return None
    return Odd(next((kind for kind in ODD if kind in body), "message"))


def _typed(text: str, body: Raw) -> Typed | Started | Ordered:
    plain = unicodedata.normalize("NFKC", text)  # a Chinese keyboard writes ／ｈｅｌｐ
    if command := COMMAND.fullmatch("".join(char for char in plain if unicodedata.category(char) != "Cf")):
        name = command[1].lower()
        return Started((command[2] or "").strip()) if name == "start" else Ordered(name)
    earlier = body.get("reply_to_message")
    return Typed(
        text,
        replied_to(body),
        answered=text_or(earlier.get("text")) if isinstance(earlier, dict) else "",
        message=a_number(body.get("message_id"), "message_id") if "message_id" in body else None,
        at=_moment(body.get("date")),
    )


def _moment(value: object) -> datetime | None:
    """None for what is no moment: then it was written just now."""
    if not isinstance(value, int) or isinstance(value, bool) or not 0 < value < 1 << 36:
        return None
    return datetime.fromtimestamp(value, UTC)


def _edited(body: Raw) -> Typed | Odd | None:
    """What can be read anew are words alone. None: nobody edited anything (a live location moves along, a poll is counted)."""
    if (text := body.get("text")) is not None:
        now = _typed(a_text(text, "text"), body)
        return replace(now, edited=True) if isinstance(now, Typed) else Odd("edited_command")
    return Odd("edited_file") if any(body.get(kind) is not None for kind in FILES) else None


def _shared(contact: Raw, sender: int) -> Shared:
    name = f"{text_or(contact.get('first_name'))} {text_or(contact.get('last_name'))}".strip()
    phone = a_text(contact.get("phone_number"), "phone_number")
    # By hand a person may send anybody's contact; only their own carries their own id.
    own = contact.get("user_id") == sender
    # The number of an account begins with its country's code, with a plus sign before it from some apps and none from others.
    number = f"+{phone}" if own and phone.isdecimal() else phone
    return Shared(number, own, name, text_or(contact.get("vcard")))
